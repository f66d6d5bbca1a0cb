"""What the staff API takes and gives."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from content import composition, voicing
from content.api.base import PageQuery
from content.api.fields import Digest, StrictSerializer, Text
from content.models import (
    ArticleKind,
    Decision,
    ReturnReason,
    Revision,
    RevisionState,
    WithdrawReason,
)
from content.reading import MAX_BODY, MAX_TITLE

MAX_HEARD = 5000
MAX_COMMENT = 10_000
MAX_NOTE = 10_000
NEW_VOICE = (
    "Whether it is public, and something in it is said otherwise now: the digests are those of its "
    "new voice, which waits for a reviewer."
)
WRITTEN_KINDS = [ArticleKind.ARTICLE.value, ArticleKind.TERM.value]
"""What people begin; the notices are begun by the software."""
RETURN_REASONS = [
    choice for choice in ReturnReason.choices if choice[0] != ReturnReason.UNVOICEABLE
]
"""What people can choose; a sentence that cannot be voiced is returned by the software."""


class ProblemSerializer(serializers.Serializer[Any]):
    """An error, as RFC 9457 has it."""

    type = serializers.CharField(help_text="`about:blank`: the status says it; `rule` is finer.")
    title = serializers.CharField(help_text="The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="A sentence for people.")
    rule = serializers.CharField(help_text="The rule that was broken: short, stable, for programs.")
    problems = serializers.ListField(
        child=serializers.CharField(),
        help_text="Each thing that is wrong; for the rule `heard`, the digests of unheard clips.",
    )


class NewArticleSerializer(StrictSerializer):
    """A new article or glossary term and its first words."""

    title = Text(max_length=MAX_TITLE, help_text="Plain text.")
    body = Text(max_length=MAX_BODY, help_text="Markdown: headings, paragraphs, lists, emphasis.")
    kind = serializers.ChoiceField(
        choices=WRITTEN_KINDS,
        required=False,
        help_text="An article unless told. The title of a `term` is the word; its body the meaning "
        "in one to three sentences, and below it the word's other written forms as a list.",
    )
    language = Text(required=False, max_length=12, help_text="The kiosk's own unless told.")
    topic = Text(
        required=False,
        allow_null=True,
        max_length=50,
        help_text="The slug of a topic; its notices are included.",
    )
    note = Text(
        required=False, allow_blank=True, max_length=MAX_NOTE, help_text="For the reviewer."
    )


class NewRevisionSerializer(StrictSerializer):
    """New words for an article."""

    title = Text(max_length=MAX_TITLE)
    body = Text(max_length=MAX_BODY)
    note = Text(required=False, allow_blank=True, max_length=MAX_NOTE)


class NothingSerializer(StrictSerializer):
    """An empty body, or an empty object."""


class ApprovalSerializer(StrictSerializer):
    """An approval, bound to what was seen and heard."""

    text_digest = Digest(help_text="As shown by the revision that was read.")
    speech_digest = Digest(help_text="As shown by the revision that was heard.")
    heard = serializers.ListField(
        child=Digest(),
        max_length=MAX_HEARD,
        help_text="The digests of the clips that were played; all of `must_hear` must be here.",
    )
    answers = serializers.DictField(
        required=False, help_text="Answers to questions of the checks. None is asked yet: empty."
    )

    def validate_answers(self, answers: dict[str, Any]) -> dict[str, Any]:
        """Refuse answers that nobody asked for: they would not be kept with the decision."""
        if answers:
            raise serializers.ValidationError("No question is asked yet: leave this empty.")
        return answers


class ReturnSerializer(StrictSerializer):
    """Why a revision goes back."""

    reason = serializers.ChoiceField(choices=RETURN_REASONS)
    comment = Text(max_length=MAX_COMMENT, help_text="What the author is to do.")


class WithdrawalSerializer(StrictSerializer):
    """Why an article leaves the kiosk."""

    reason = serializers.ChoiceField(choices=WithdrawReason.choices)
    comment = Text(max_length=MAX_COMMENT, help_text="What is wrong.")


class RevisionQuery(PageQuery):
    """The filters of the list of revisions."""

    state = serializers.ChoiceField(
        choices=RevisionState.choices, required=False, help_text="Only those in this state."
    )


class RevisionRowSerializer(serializers.Serializer[Revision]):
    """A revision in a list. ``speech_digest`` is annotated."""

    id = serializers.IntegerField()
    article = serializers.CharField(source="article.slug", help_text="The article's slug.")
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=RevisionState.choices)
    text_digest = serializers.CharField(help_text="Empty while a draft.")
    speech_digest = serializers.CharField(help_text="Empty until voiced.")
    submitted_at = serializers.DateTimeField(allow_null=True)
    new_voice = serializers.BooleanField(help_text=NEW_VOICE)


class ToHearSerializer(serializers.Serializer[Any]):
    """A clip to play before approving; its bytes are at ``staff/clips/DIGEST/``."""

    digest = serializers.CharField()
    written = serializers.CharField(help_text="What the page shows.")
    spoken = serializers.CharField(help_text="What is said, in words.")
    phonemes = serializers.CharField(
        help_text="What the voice said, in the International Phonetic Alphabet; empty where the "
        "engine does not tell."
    )


class RevisionSerializer(serializers.Serializer[Revision]):
    """A revision as a reviewer's program needs it."""

    id = serializers.IntegerField()
    article = serializers.CharField(source="article.slug", help_text="The article's slug.")
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=RevisionState.choices)
    text_digest = serializers.CharField(help_text="Empty while a draft.")
    speech_digest = serializers.SerializerMethodField(help_text="Empty until voiced.")
    must_hear = serializers.SerializerMethodField(
        help_text="Digests of the clips to play before approving: those not public yet "
        "that are not the plain reading of what is written."
    )
    to_hear = serializers.SerializerMethodField(
        help_text="The clips of `must_hear`, each with what is written and what is said."
    )
    new_voice = serializers.BooleanField(source="has_new_voice", help_text=NEW_VOICE)
    findings = serializers.SerializerMethodField(
        help_text="What stands in its way: in a draft, what submitting would refuse; "
        "in a returned revision, why it was returned."
    )

    def get_speech_digest(self, revision: Revision) -> str:
        """Return the digest of what waits or is public of it, else of the newest rendition."""
        rendition = revision.rendition_to_show
        return rendition.speech_digest if rendition else ""

    @extend_schema_field({"type": "array", "items": {"type": "string"}})
    def get_must_hear(self, revision: Revision) -> list[str]:
        """Return what must be played; nothing unless it waits for a decision."""
        rendition = revision.rendition
        if rendition is None or not revision.waits_for_review:
            return []
        return composition.must_hear(rendition)

    @extend_schema_field(ToHearSerializer(many=True))
    def get_to_hear(self, revision: Revision) -> list[dict[str, str]]:
        """Return what must be played, in words."""
        rendition = revision.rendition
        if rendition is None or not revision.waits_for_review:
            return []
        return composition.to_hear(rendition)

    @extend_schema_field({"type": "array", "items": {"type": "string"}})
    def get_findings(self, revision: Revision) -> list[str]:
        """Return what stands in its way, one sentence each."""
        if revision.is_draft:
            return voicing.findings(revision)
        if revision.state == RevisionState.RETURNED:
            return list(
                revision.reviews.filter(decision=Decision.RETURN).values_list("comment", flat=True)
            )
        return []


class WithdrawnSerializer(serializers.Serializer[Any]):
    """What became of an article that was withdrawn."""

    article = serializers.CharField(help_text="The article's slug.")
    public = serializers.BooleanField(help_text="Always false.")
    reason = serializers.ChoiceField(choices=WithdrawReason.choices)
    at = serializers.DateTimeField()
