"""What the staff API takes and gives about time: still correct, scheduled, last days, translations."""

from __future__ import annotations

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from content import composition, due, translations
from content.actions.schedule import failure_of
from content.api.fields import Day, Digest, StrictSerializer, Text
from content.api.serializers import MAX_COMMENT, MAX_ID, MAX_NOTE
from content.models import Article, ArticleKind, DepartureReason, WithdrawReason
from content.reading import MAX_BODY, MAX_TITLE

LAST_DAY = "The first day on which it is not on the kiosk any more."


class ConfirmationSerializer(StrictSerializer):
    """That something is still correct, bound to what was seen and heard."""

    text_digest = Digest(help_text="As shown by `to_confirm`.")
    speech_digest = Digest(help_text="As shown by `to_confirm`.")
    comment = Text(required=False, allow_blank=True, max_length=MAX_COMMENT)
    expires_on = Day(
        required=False,
        allow_null=True,
        help_text=f"{LAST_DAY} Null: none. What was said of it before holds unless told.",
    )
    source_revision = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MAX_ID,
        help_text="Of an outdated translation: the id of the newest approved revision of its source, "
        "with which it was compared (`source_now`).",
    )


class ExpirySerializer(StrictSerializer):
    """A last day, sooner than before."""

    expires_on = Day(help_text=LAST_DAY)


class CancellationSerializer(StrictSerializer):
    """Why something is not to be published at its time."""

    reason = serializers.ChoiceField(choices=WithdrawReason.choices)
    comment = Text(max_length=MAX_COMMENT, help_text="What is wrong.")


class NewTranslationSerializer(StrictSerializer):
    """A translation and its first words."""

    language = Text(max_length=12, help_text="One that there is no text in yet.")
    title = Text(
        required=False, max_length=MAX_TITLE, help_text="Left out with `body`: its source's."
    )
    body = Text(required=False, max_length=MAX_BODY)
    note = Text(required=False, allow_blank=True, max_length=MAX_NOTE)
    source_revision = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MAX_ID,
        help_text="The id of the revision that it is written from; the public one unless told.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a title without a text, and a text without a title."""
        if ("title" in attrs) != ("body" in attrs):
            raise serializers.ValidationError("Give both title and body, or neither.")
        return attrs


class ToConfirmSerializer(serializers.Serializer[Any]):
    """What somebody may say to be still correct."""

    revision = serializers.IntegerField(source="revision_id")
    text_digest = serializers.CharField()
    speech_digest = serializers.CharField()


class ScheduledSerializer(serializers.Serializer[Any]):
    """An approval that waits for its time."""

    revision = serializers.IntegerField(source="revision_id")
    publish_at = serializers.DateTimeField()
    expires_on = serializers.DateField(allow_null=True)
    failed = serializers.SerializerMethodField(
        help_text="Why it could not become public at its time; empty where it did not fail."
    )

    def get_failed(self, review: Any) -> str:
        """Return what the worker met last."""
        return failure_of(review)


class LeftSerializer(serializers.Serializer[Any]):
    """That it left the kiosk by itself."""

    reason = serializers.ChoiceField(choices=DepartureReason.choices)
    since = serializers.DateField(
        help_text="When its review was due, its last day, or the day of its source's change."
    )
    at = serializers.DateTimeField()


class StaffArticleSerializer(serializers.Serializer[Article]):
    """An article or notice as its page on the desk tells it."""

    slug = serializers.CharField()
    kind = serializers.ChoiceField(choices=ArticleKind.choices)
    language = serializers.CharField()
    title = serializers.CharField()
    public = serializers.SerializerMethodField(help_text="Whether the kiosk has it now.")
    reviewed_on = serializers.SerializerMethodField(
        help_text="When it was approved, or last found to be still correct."
    )
    review_due = serializers.SerializerMethodField()
    expires_on = serializers.SerializerMethodField(help_text=LAST_DAY)
    leaves_on = serializers.SerializerMethodField(
        help_text="The day on which it leaves the kiosk by itself, if nobody does anything."
    )
    to_confirm = serializers.SerializerMethodField()
    scheduled = serializers.SerializerMethodField()
    left = serializers.SerializerMethodField()
    translation_of = serializers.SerializerMethodField(help_text="The slug of its source.")
    outdated = serializers.SerializerMethodField(
        help_text="Whether its source has a newer approved revision than it was last compared with."
    )
    source_compared = serializers.SerializerMethodField(
        help_text="The id of the revision of its source that it was last compared with."
    )
    source_now = serializers.SerializerMethodField(
        help_text="The id of the newest approved revision of its source."
    )

    def get_public(self, article: Article) -> bool:
        """Return whether it is public."""
        return article.public_rendition_id is not None

    def get_reviewed_on(self, article: Article) -> date | None:
        """Return the day of the newest assent."""
        public = article.public_rendition
        assent = composition.approval_of(public) if public is not None else None
        return assent.at.date() if assent is not None else None

    def get_review_due(self, article: Article) -> date | None:
        """Return the day."""
        times = due.times_of(article)
        return times.review_due if times is not None else None

    def get_expires_on(self, article: Article) -> date | None:
        """Return the day."""
        times = due.times_of(article)
        return times.expires_on if times is not None else None

    def get_leaves_on(self, article: Article) -> date | None:
        """Return the day."""
        times = due.times_of(article)
        return times.leaves_on if times is not None else None

    @extend_schema_field(ToConfirmSerializer(allow_null=True))
    def get_to_confirm(self, article: Article) -> Any:
        """Return what may be confirmed."""
        found = due.to_confirm(article)
        return ToConfirmSerializer(found).data if found is not None else None

    @extend_schema_field(ScheduledSerializer(allow_null=True))
    def get_scheduled(self, article: Article) -> Any:
        """Return what waits for its time."""
        found = due.schedule_of(article)
        return ScheduledSerializer(found).data if found is not None else None

    @extend_schema_field(LeftSerializer(allow_null=True))
    def get_left(self, article: Article) -> Any:
        """Return how it left."""
        found = due.departure_of(article)
        return LeftSerializer(found).data if found is not None else None

    def get_translation_of(self, article: Article) -> str | None:
        """Return its source."""
        return article.translation_of.slug if article.translation_of else None

    def get_outdated(self, article: Article) -> bool:
        """Return whether its source has changed."""
        return translations.outdated(article) is not None

    def get_source_compared(self, article: Article) -> int | None:
        """Return what it was compared with."""
        found = translations.compared_with(article)
        return found.pk if found is not None else None

    def get_source_now(self, article: Article) -> int | None:
        """Return what there is now."""
        found = translations.newest_source(article)
        return found.pk if found is not None else None
