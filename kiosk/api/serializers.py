"""What the public API takes and gives. The article itself is a published file; here is its shape."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from content.api.base import PageQuery
from content.api.fields import Text
from content.models import Article, Topic

NOTICE_KINDS = ["sample", "urgent", "safety"]
BLOCK_KINDS = ["paragraph", "list_item", "warning", "image"]
NUMBER = {"type": "integer", "minimum": 0}


class ArticleQuery(PageQuery):
    """The filters of the list of articles."""

    language = Text(required=False, max_length=12, help_text="Only articles in this language.")
    topic = Text(required=False, max_length=50, help_text="Only articles of this topic (its slug).")

    def validate_language(self, language: str) -> str:
        """Refuse a language that the kiosk does not offer: a typing error is not an empty list."""
        if language not in settings.PLAINVOICE_LANGUAGES:
            offered = ", ".join(settings.PLAINVOICE_LANGUAGES)
            raise serializers.ValidationError(f"This kiosk offers: {offered}.")
        return language

    def validate_topic(self, topic: str) -> str:
        """Refuse a topic that does not exist."""
        if not Topic.objects.filter(slug=topic).exists():
            raise serializers.ValidationError("There is no such topic.")
        return topic


class ArticleRowSerializer(serializers.Serializer[Article]):
    """A published article in a list."""

    slug = serializers.CharField()
    language = serializers.CharField()
    title = serializers.CharField(source="public_rendition.title")
    summary = serializers.SerializerMethodField()
    topic = serializers.SerializerMethodField(help_text="The topic's slug.")
    url = serializers.SerializerMethodField(help_text="Where the kiosk shows it.")
    text_digest = serializers.CharField(source="public_rendition.text_digest")
    sample = serializers.BooleanField(
        source="sample_now", help_text="Shipped with Plainvoice, and nobody has reviewed it yet."
    )

    def get_summary(self, article: Article) -> str | None:
        """Return the summary, or None where there is none."""
        return (article.public_rendition.summary or None) if article.public_rendition else None

    def get_topic(self, article: Article) -> str | None:
        """Return the topic's slug, or None where there is none."""
        return article.topic.slug if article.topic else None

    def get_url(self, article: Article) -> str:
        """Return the address of the article's page on this server."""
        return f"/a/{article.slug}/"


class TranslationSerializer(serializers.Serializer[Any]):
    """The same article in another language."""

    language = serializers.CharField()
    slug = serializers.CharField()


@extend_schema_field(
    {
        "type": "array",
        "description": "`[start_ms, end_ms, offset, length]`: when each written word is said, and "
        "where it stands in `text`, in code points.",
        "items": {"type": "array", "items": NUMBER, "minItems": 4, "maxItems": 4},
    }
)
class Words(serializers.ListField):
    """The times of a clip's words."""


@extend_schema_field(
    {
        "type": "array",
        "description": "`[offset, length, kind]`, in code points of `text`.",
        "items": {
            "type": "array",
            "prefixItems": [NUMBER, NUMBER, {"type": "string", "enum": ["strong", "em"]}],
            "items": False,
            "minItems": 3,
            "maxItems": 3,
        },
    }
)
class Emphasis(serializers.ListField):
    """The emphasised ranges of a sentence."""


class ClipSerializer(serializers.Serializer[Any]):
    """A sentence as sound: the very bytes that the reviewer heard."""

    url = serializers.CharField(help_text="Ogg Opus.")
    wav = serializers.CharField(help_text="The same as WAV, for what plays no Opus.")
    duration_ms = serializers.IntegerField(min_value=0)
    words = Words()


class SentenceSerializer(serializers.Serializer[Any]):
    """A sentence as it is shown, said and timed."""

    id = serializers.CharField(help_text="Unique on the article's page.")
    text = serializers.CharField(help_text="What is shown: plain text.")
    emphasis = Emphasis()
    spoken = serializers.CharField(help_text="What is said.")
    clip = ClipSerializer()


class AnnouncementSerializer(serializers.Serializer[Any]):
    """What is said before a heading, a list, a point of it or a warning: its shape, in words."""

    text = serializers.CharField(help_text="What may be shown while it is said.")
    spoken = serializers.CharField(help_text="What is said.")
    clip = ClipSerializer()


class AnnouncedSentenceSerializer(SentenceSerializer):
    """A sentence of a notice, with the announcement of the block that it begins."""

    announcement = AnnouncementSerializer(allow_null=True)


class NoticeSerializer(serializers.Serializer[Any]):
    """What must be shown and said before the article."""

    kind = serializers.ChoiceField(choices=NOTICE_KINDS)
    sentences = AnnouncedSentenceSerializer(many=True)


class ReviewerSerializer(serializers.Serializer[Any]):
    """Who approved it. The name is empty where only the role is public."""

    name = serializers.CharField(allow_blank=True)
    role = serializers.CharField()


class SourceSerializer(serializers.Serializer[Any]):
    """Where it is from."""

    title = serializers.CharField()
    publisher = serializers.CharField(allow_null=True, allow_blank=True)
    url = serializers.CharField(allow_null=True, allow_blank=True)
    date = serializers.CharField(allow_null=True, allow_blank=True)


class ImageSerializer(serializers.Serializer[Any]):
    """A picture. The sentences of its block say what it shows: show and say them with it."""

    url = serializers.CharField(help_text="PNG or JPEG.")
    width = serializers.IntegerField(min_value=1, help_text="In pixels.")
    height = serializers.IntegerField(min_value=1, help_text="In pixels.")


class BlockSerializer(serializers.Serializer[Any]):
    """A paragraph, a list item (with its number in a numbered list), a warning or an image."""

    kind = serializers.ChoiceField(choices=BLOCK_KINDS)
    number = serializers.IntegerField(allow_null=True)
    announcement = AnnouncementSerializer(allow_null=True)
    sentences = SentenceSerializer(many=True)
    image = ImageSerializer(required=False, help_text="In an image's block only.")


class SectionSerializer(serializers.Serializer[Any]):
    """A heading and what stands below it."""

    announcement = AnnouncementSerializer(allow_null=True)
    heading = SentenceSerializer(allow_null=True)
    blocks = BlockSerializer(many=True)


class TermSerializer(serializers.Serializer[Any]):
    """A word that the page uses, and what it means. Show it on request, never by itself."""

    key = serializers.CharField(help_text="The term's name in the glossary of this language.")
    words = serializers.ListField(
        child=serializers.CharField(), help_text="Its written forms; capitals do not matter."
    )
    sentences = SentenceSerializer(many=True)


class AudioSerializer(serializers.Serializer[Any]):
    """The whole article as one file."""

    url = serializers.CharField()
    duration_ms = serializers.IntegerField(min_value=0)


class ClosingAdviceSerializer(serializers.Serializer[Any]):
    """The advice to consult a professional. Whoever shows or says the article shows and says it."""

    sentences = AnnouncedSentenceSerializer(many=True)


@extend_schema_serializer(component_name="Article")
class ArticleSerializer(serializers.Serializer[Any]):
    """A published article, complete. The closing advice belongs to it and may not be left out."""

    slug = serializers.CharField()
    language = serializers.CharField()
    translations = TranslationSerializer(many=True)
    topic = serializers.CharField(allow_null=True)
    sample = serializers.BooleanField()
    title = SentenceSerializer()
    summary = SentenceSerializer(allow_null=True)
    short_advice = SentenceSerializer()
    notices = NoticeSerializer(many=True)
    revision = serializers.IntegerField()
    text_digest = serializers.CharField()
    speech_digest = serializers.CharField()
    reviewed_on = serializers.DateField(allow_null=True)
    reviewed_by = ReviewerSerializer(many=True)
    review_due = serializers.DateField(allow_null=True)
    sources = SourceSerializer(many=True)
    sections = SectionSerializer(many=True)
    terms = TermSerializer(many=True)
    audio = AudioSerializer()
    closing_advice = ClosingAdviceSerializer()
