"""Translating: an article's words are begun in another language, from what is public of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from content.actions.base import Conflict, Invalid, record, require
from content.actions.draft import check_words, free_slug, known_notices
from content.models import Article, ArticleKind, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def languages_for(article: Article) -> list[str]:
    """Return the kiosk's languages that an article's family has no text in yet."""
    if len(settings.PLAINVOICE_LANGUAGES) == 1:
        return []
    root = article.translation_of_id or article.pk
    family = Article.objects.filter(pk=root) | Article.objects.filter(translation_of=root)
    taken = set(family.values_list("language", flat=True))
    return [code for code in settings.PLAINVOICE_LANGUAGES if code not in taken]


class StartTranslation:
    """Begin an article that says the same in another language.

    A translation of a translation is one of the first article: that is its source. Without words
    of its own the draft begins with the source's, to be written over paragraph by paragraph.
    ``source_revision`` is the id of the revision it is written from: the public one unless told.
    """

    def __init__(
        self,
        article: Article,
        *,
        actor: User,
        language: str,
        title: str | None = None,
        body: str | None = None,
        note: str = "",
        source_revision: int | None = None,
    ) -> None:
        self.article = article
        self.source = article.translation_of or article
        self.actor = actor
        self.language = language
        self.title = title
        self.body = body
        self.note = note
        self.source_revision = source_revision

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not begin any translation of it."""
        require(self.actor, "content.add_article", "writing articles")
        if self.article.is_notice:
            raise Conflict(
                "kind", "Notices and terms are written once for each language, not translated here."
            )
        if self._written_from() is None:
            raise Conflict(
                "state", "Only an approved text is translated, and this has not been approved yet."
            )
        if not languages_for(self.source):
            raise Conflict("language", "There is a text in each of the kiosk's languages already.")

    def _written_from(self) -> Revision | None:
        standing = Revision.objects.standing().filter(article=self.source)
        if self.source_revision is not None:
            return standing.filter(pk=self.source_revision).first()
        public = self.source.public_rendition
        return public.revision if public is not None else standing.last()

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.add_article", "writing articles")
        if self.source_revision is not None and self._written_from() is None:
            raise Invalid(
                "source_revision", "That is no approved revision of the article to translate."
            )
        self.check_standing()
        if self.language not in settings.PLAINVOICE_LANGUAGES:
            offered = ", ".join(settings.PLAINVOICE_LANGUAGES)
            raise Invalid(
                "language", f'This kiosk does not offer "{self.language}". It offers: {offered}.'
            )
        if self.language not in languages_for(self.source):
            raise Conflict("language", f'There is a text in "{self.language}" already.')
        if self.title is not None or self.body is not None:
            check_words(self.title or "", self.body or "")

    @transaction.atomic
    def execute(self) -> Revision:
        """Return the new article's draft."""
        self.source = Article.objects.select_for_update().get(pk=self.source.pk)
        self.check()
        written_from = self._written_from()
        assert written_from is not None  # noqa: S101 - check() has refused that
        title = (self.title if self.title is not None else written_from.title).strip()
        body = self.body if self.body is not None else written_from.body
        article = Article.objects.create(
            slug=free_slug(f"{self.source.slug[:60]} {self.language}"),
            language=self.language,
            kind=ArticleKind.ARTICLE,
            topic=self.source.topic,
            translation_of=self.source,
        )
        revision = Revision.objects.create(
            article=article,
            number=1,
            title=title,
            body=body,
            notices=known_notices(written_from.notices, self.language),
            note=self.note,
            source_revision=written_from,
            edited_by=self.actor,
        )
        record(
            "translate",
            actor=self.actor,
            revision=revision,
            source=self.source.slug,
            source_revision=written_from.number,
        )
        return revision
