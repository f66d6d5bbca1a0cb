"""Articles and notices: the stable things that revisions are revisions of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from content.models.revision import Revision


class ArticleKind(models.TextChoices):
    """What a text is for. All but ARTICLE are shown within articles only.

    A TERM explains a word of the articles that use the word; all others are notices, which
    articles include by reference.
    """

    ARTICLE = "article", "Article"
    SAMPLE = "sample", "Sample label"
    URGENT = "urgent", "Urgent help"
    SAFETY = "safety", "Safety notice"
    CLOSING = "closing", "Closing advice"
    TERM = "term", "Glossary term"


NOTICE_KINDS = frozenset(ArticleKind) - {ArticleKind.ARTICLE}
ONE_A_LANGUAGE = (ArticleKind.SAMPLE, ArticleKind.CLOSING)


class ArticleQuerySet(models.QuerySet["Article"]):
    """The ways to read articles; ``published`` is the only definition of "public"."""

    def published(self) -> ArticleQuerySet:
        """Return the articles that the public may read now (no notices)."""
        return self.filter(kind=ArticleKind.ARTICLE, public_rendition__isnull=False)

    def notices(self) -> ArticleQuerySet:
        """Return the notices and terms, public or not."""
        return self.exclude(kind=ArticleKind.ARTICLE)

    def public_notices(self, language: str) -> ArticleQuerySet:
        """Return the notices of a language whose wording may be shown now."""
        return self.public_terms_and_notices(language).exclude(kind=ArticleKind.TERM)

    def public_terms(self, language: str) -> ArticleQuerySet:
        """Return the glossary terms of a language that may be shown now, by their keys."""
        public = self.public_terms_and_notices(language)
        return public.filter(kind=ArticleKind.TERM).order_by("key")

    def public_terms_and_notices(self, language: str) -> ArticleQuerySet:
        """Return whatever may be shown now within an article of a language."""
        return self.notices().filter(language=language, public_rendition__isnull=False)


class Article(models.Model):
    """One text in one language: an article, or a notice or glossary term shown within articles.

    ``public_rendition`` is what the public gets, bound by digest. The database refuses to set
    it to anything that has no approval, except a shipped sample in a demonstration.
    """

    slug = models.SlugField(max_length=80, unique=True)
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=8, choices=ArticleKind.choices, default=ArticleKind.ARTICLE)
    key = models.SlugField(
        max_length=80,
        blank=True,
        help_text="A notice's name in every language, by which articles include it; a term's name.",
    )
    topic = models.ForeignKey(
        "content.Topic", null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    translation_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="translations"
    )
    sample = models.BooleanField(
        default=False,
        help_text="Shipped with Plainvoice; may be shown without a review in a demonstration.",
    )
    public_rendition = models.ForeignKey(
        "content.Rendition", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        permissions = [("withdraw_article", "Can withdraw an article from the public")]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "key"],
                condition=~Q(kind="article"),
                name="notice_once_a_language",
            ),
            models.UniqueConstraint(
                fields=["language", "kind"],
                condition=Q(kind__in=["sample", "closing"]),
                name="one_closing_and_sample_label_a_language",
            ),
            models.CheckConstraint(
                condition=Q(kind="article", key="") | (~Q(kind="article") & ~Q(key="")),
                name="a_notice_has_a_key",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["article", "sample", "urgent", "safety", "closing", "term"]),
                name="article_kind_known",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "language", "topic"], name="article_by_shelf"),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def is_notice(self) -> bool:
        """Whether this text is shown within articles rather than by itself: a notice or a term."""
        return self.kind != ArticleKind.ARTICLE

    @property
    def is_term(self) -> bool:
        """Whether this text explains a word."""
        return self.kind == ArticleKind.TERM

    @property
    def open_revision(self) -> Revision | None:
        """The one revision that is being written, voiced or reviewed, if there is one."""
        return self.revisions.open().first()

    @property
    def last_revision(self) -> Revision | None:
        """The newest revision."""
        return self.revisions.order_by("-number").first()

    @property
    def title(self) -> str:
        """The title people know it by: the public one, else that of the newest revision."""
        if self.public_rendition is not None:
            return self.public_rendition.title
        last = self.last_revision
        return last.title if last is not None else self.slug
