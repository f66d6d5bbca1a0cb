"""Writing: a new article or glossary term, a new revision of one, an edit of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.text import slugify

from content import translations
from content.actions.base import Conflict, Invalid, record, require
from content.importers import characters
from content.importers.base import Unusable
from content.models import Article, ArticleKind, Revision, Topic
from content.reading import MAX_BODY, MAX_TITLE
from content.terms import normal

if TYPE_CHECKING:
    from django.contrib.auth.models import User


MAX_URGENT = 300
"""In characters, of why a text cannot wait its turn."""


def check_words(title: str, body: str) -> None:
    """Raise :class:`Invalid` where a title or body is missing, too long to be kept, or holds a sign
    that deceives (:mod:`content.importers.characters`).
    """
    if not title.strip():
        raise Invalid("title", "The article has no title. Give it one.")
    if len(title) > MAX_TITLE:
        raise Invalid("title", f"The title is longer than {MAX_TITLE} characters. Shorten it.")
    if not body.strip():
        raise Invalid("body", "The article has no text. Write some.")
    if len(body.encode("utf-8", "surrogatepass")) > MAX_BODY:
        raise Invalid("body", "The text is larger than 1 MiB. Split it into several articles.")
    if "\x00" in title or "\x00" in body:
        raise Invalid("body", "The text holds a NUL character. Remove it.")
    if any("\ud800" <= character <= "\udfff" for character in title + body):
        raise Invalid("body", "The text holds half a character (a surrogate). Write it again.")
    for field, text, where in (
        ("title", title, lambda _: "The title"),
        ("body", body, lambda line: f"Line {line} of the text"),
    ):
        try:
            characters.check(text, where)
        except Unusable as error:
            raise Invalid(field, str(error)) from error


def check_urgent(because: str) -> None:
    """Raise :class:`Invalid` where the reason why something is urgent cannot be kept."""
    if len(because) > MAX_URGENT:
        raise Invalid(
            "urgent", f"Say in at most {MAX_URGENT} characters why it cannot wait its turn."
        )


def free_slug(title: str) -> str:
    """Return an address for a title that no article has yet."""
    stem = slugify(title)[:70].strip("-") or "article"
    slug, number = stem, 1
    while Article.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug


def free_key(title: str, language: str) -> str:
    """Return a name for a term that nothing of its language has yet."""
    stem = slugify(title)[:60].strip("-") or "term"
    key, number = stem, 1
    while Article.objects.notices().filter(language=language, key=key).exists():
        number += 1
        key = f"{stem}-{number}"
    return key


class CreateArticle:
    """Begin an article or a glossary term: its first revision, a draft, with its writer as the
    first editor. A term has no topic and no notices.
    """

    def __init__(
        self,
        *,
        actor: User,
        title: str,
        body: str,
        language: str = "",
        topic: Topic | None = None,
        note: str = "",
        notices: list[str] | None = None,
        slug: str = "",
        kind: str = ArticleKind.ARTICLE,
        urgent_because: str = "",
    ) -> None:
        self.actor = actor
        self.kind = kind
        self.title = title.strip()
        self.body = body
        self.language = language or settings.PLAINVOICE_LANGUAGE
        self.topic = topic
        self.note = note
        self.notices = notices
        self.slug = slug
        self.urgent_because = urgent_because.strip()

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.add_article", "writing articles")
        check_words(self.title, self.body)
        check_urgent(self.urgent_because)
        if self.language not in settings.PLAINVOICE_LANGUAGES:
            offered = ", ".join(settings.PLAINVOICE_LANGUAGES)
            raise Invalid(
                "language", f'This kiosk does not offer "{self.language}". It offers: {offered}.'
            )
        check_notices(self.notices or [], self.language)
        if self.kind == ArticleKind.TERM:
            self._check_term()
        elif self.kind != ArticleKind.ARTICLE:
            raise Invalid("kind", "Only articles and glossary terms are begun here.")
        if self.slug and Article.objects.filter(slug=self.slug).exists():
            raise Conflict("slug", f"There is an article at {self.slug} already.")

    def _check_term(self) -> None:
        if self.topic is not None or self.notices:
            raise Invalid("topic", "A glossary term has no topic and no notices.")
        last = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
        terms = Article.objects.filter(kind=ArticleKind.TERM, language=self.language)
        for slug, title in terms.values_list("slug", Subquery(last.values("title")[:1])):
            if title and normal(title) == normal(self.title):
                raise Conflict(
                    "term",
                    f"The glossary has this word already, at {slug}. Begin a new revision of it.",
                )

    @transaction.atomic
    def execute(self) -> Revision:
        """Return the new article's draft."""
        self.check()
        notices = self.notices
        if notices is None:
            notices = known_notices(self.topic.notices if self.topic else [], self.language)
        term = self.kind == ArticleKind.TERM
        key = free_key(self.title, self.language) if term else ""
        address = free_slug(f"term {key} {self.language}" if term else self.title)
        article = Article.objects.create(
            slug=self.slug or address,
            language=self.language,
            kind=self.kind,
            key=key,
            topic=self.topic,
        )
        revision = Revision.objects.create(
            article=article,
            number=1,
            title=self.title,
            body=self.body,
            notices=notices,
            note=self.note,
            urgent_because=self.urgent_because,
            edited_by=self.actor,
        )
        record(
            "create",
            actor=self.actor,
            revision=revision,
            slug=article.slug,
            language=article.language,
            kind=article.kind,
            key=article.key,
            number=revision.number,
            title=revision.title,
        )
        return revision


class StartRevision:
    """Begin a new revision of an article or notice, from given words or from its newest ones.

    ``source_revision`` is, of a translation, the id of the revision that it is written from: the
    first of :func:`content.translations.to_write_from` unless told.
    """

    def __init__(
        self,
        article: Article,
        *,
        actor: User,
        title: str | None = None,
        body: str | None = None,
        note: str = "",
        notices: list[str] | None = None,
        source_revision: int | None = None,
        urgent_because: str = "",
    ) -> None:
        self.article = article
        self.source_revision = source_revision
        self.actor = actor
        self.title = title.strip() if title is not None else None
        self.body = body
        self.note = note
        self.notices = notices
        self.urgent_because = urgent_because.strip()

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.change_revision", "writing articles")
        check_urgent(self.urgent_because)
        check_notices(self.notices or [], self.article.language)
        if self.source_revision is not None and self._source() is None:
            raise Invalid(
                "source_revision",
                "That is no approved revision of the article that this translates.",
            )
        if (revision := self.article.open_revision) is not None:
            raise Conflict(
                "open_revision",
                f"Revision {revision.number} is {revision.get_state_display().lower()}. "
                "An article has one open revision at a time: finish that one first.",
            )

    def _source(self) -> Revision | None:
        offered = translations.to_write_from(self.article)
        if self.source_revision is None:
            return offered[0] if offered else None
        return next((one for one in offered if one.pk == self.source_revision), None)

    @transaction.atomic
    def execute(self) -> Revision:
        """Return the new draft."""
        self.article = Article.objects.select_for_update().get(pk=self.article.pk)
        self.check()
        last = self.article.last_revision
        title = self.title if self.title is not None else (last.title if last else "")
        body = self.body if self.body is not None else (last.body if last else "")
        check_words(title, body)
        revision = Revision.objects.create(
            article=self.article,
            number=last.number + 1 if last else 1,
            title=title,
            body=body,
            notices=self.notices if self.notices is not None else (last.notices if last else []),
            note=self.note,
            source_revision=self._source(),
            urgent_because=self.urgent_because,
            edited_by=self.actor,
        )
        record(
            "revise",
            actor=self.actor,
            revision=revision,
            number=revision.number,
            title=revision.title,
        )
        return revision


class EditDraft:
    """Change a draft's words. ``version`` is the one the person was shown.

    ``notices`` and ``urgent_because`` stay as they are where they are None.
    """

    def __init__(
        self,
        revision: Revision,
        *,
        actor: User,
        version: int,
        title: str,
        body: str,
        note: str = "",
        notices: list[str] | None = None,
        urgent_because: str | None = None,
    ) -> None:
        self.revision = revision
        self.actor = actor
        self.version = version
        self.title = title.strip()
        self.body = body
        self.note = note
        self.notices = notices
        self.urgent_because = None if urgent_because is None else urgent_because.strip()

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.change_revision", "writing articles")
        if not self.revision.is_draft:
            raise Conflict(
                "state",
                f"This revision is {self.revision.get_state_display().lower()}: "
                "its words cannot change any more. Start a new revision.",
            )
        if self.revision.version != self.version:
            raise Conflict(
                "version",
                f"{self.revision.edited_by.get_username()} changed this draft while you were "
                "writing. Your words are still here: compare them with the newest and save again.",
            )
        check_words(self.title, self.body)
        check_urgent(self.urgent_because or "")
        check_notices(self.notices or [], self.revision.article.language)

    @transaction.atomic
    def execute(self) -> Revision:
        """Return the draft with its new words."""
        self.revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.check()
        revision = self.revision
        revision.title = self.title
        revision.body = self.body
        revision.note = self.note
        if self.notices is not None:
            revision.notices = self.notices
        if self.urgent_because is not None:
            revision.urgent_because = self.urgent_because
        revision.version += 1
        revision.edited_by = self.actor
        revision.edited_at = timezone.now()
        revision.save()
        record(
            "edit",
            actor=self.actor,
            revision=revision,
            number=revision.number,
            version=revision.version,
        )
        return revision


def known_notices(keys: list[str], language: str) -> list[str]:
    """Return those of ``keys`` that exist in a language, in their order."""
    known = set(
        Article.objects.notices()
        .filter(language=language, key__in=keys)
        .values_list("key", flat=True)
    )
    return [key for key in keys if key in known]


def check_notices(keys: list[str], language: str) -> None:
    """Raise :class:`Invalid` for a notice that a language does not have, or that code includes."""
    own = (ArticleKind.URGENT, ArticleKind.SAFETY)
    known = set(
        Article.objects.notices()
        .filter(language=language, key__in=keys, kind__in=own)
        .values_list("key", flat=True)
    )
    unknown = [key for key in keys if key not in known]
    if unknown:
        raise Invalid("notices", f"There is no notice {', '.join(unknown)} in this language.")
    if len(set(keys)) != len(keys):
        raise Invalid("notices", "A notice is named twice.")
