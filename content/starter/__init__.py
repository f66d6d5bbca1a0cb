"""The texts that Plainvoice ships with, and how they get into a demonstration's database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from content.actions.base import record
from content.importers import Draft, encodings, markdown
from content.models import Article, Revision, Topic, TopicTitle
from content.starter.manifest import TEXTS, TOPICS, ShippedText, ShippedTopic

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = ["TEXTS", "TOPICS", "ShippedText", "ShippedTopic", "draft_of", "ensure_topic", "first"]

FOLDER = Path(__file__).resolve().parent


def draft_of(shipped: ShippedText) -> Draft:
    """Return a shipped text's title and body."""
    # Our own file: it needs no process of its own.
    return markdown.draft_of(encodings.decode((FOLDER / shipped.file).read_bytes()))


@transaction.atomic
def ensure_topic(shipped: ShippedTopic) -> Topic:
    """Return a shipped topic, made unless it is there; one that is there keeps what it is called, and
    gets a title in a language that is offered since.
    """
    topic, _ = Topic.objects.get_or_create(
        slug=shipped.slug,
        defaults={
            "icon": shipped.icon,
            "position": TOPICS.index(shipped) + 1,
            "review_months": shipped.review_months,
            "notices": list(shipped.notices),
        },
    )
    titled = set(topic.titles.values_list("language", flat=True))
    for language, title in shipped.titles.items():
        if language in set(settings.PLAINVOICE_LANGUAGES) - titled:
            TopicTitle.objects.create(topic=topic, language=language, title=title)
    return topic


@transaction.atomic
def first(shipped: ShippedText, author: User) -> Revision | None:
    """Return the first revision of a shipped text, made unless its place is taken already.

    None where somebody's own text has that place. The rows are made here and not by
    ``CreateArticle``, which neither writes notices nor marks anything as the sample: no person
    may do that.
    """
    article = _in_place_of(shipped)
    if article is not None:
        return article.revisions.order_by("number").first() if article.sample else None
    draft = draft_of(shipped)
    article = Article.objects.create(
        slug=shipped.slug,
        language=shipped.language,
        kind=shipped.kind,
        key=shipped.key,
        topic=Topic.objects.filter(slug=shipped.topic).first() if shipped.topic else None,
        sample=True,
    )
    revision = Revision.objects.create(
        article=article,
        number=1,
        title=draft.title,
        body=draft.body,
        notices=list(shipped.notices),
        edited_by=author,
    )
    record(
        "create",
        actor=author,
        revision=revision,
        slug=article.slug,
        language=article.language,
        kind=article.kind,
        key=article.key,
        number=revision.number,
        title=revision.title,
        shipped=shipped.file,
    )
    return revision


def _in_place_of(shipped: ShippedText) -> Article | None:
    """Return what has the address, or the name among the notices, of a shipped text."""
    here = Article.objects.filter(slug=shipped.slug)
    if shipped.key:
        notices = Article.objects.notices().filter(language=shipped.language)
        here = here | notices.filter(key=shipped.key)
        if shipped.kind in ("closing", "sample"):
            here = here | notices.filter(kind=shipped.kind)
    return here.first()
