"""What the pages of an article are made of, as one short text that is cheap to compare."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from content.canonical import canonical_json
from content.composition import CODE_INCLUDES
from content.models import ASSENTS, Article, ArticleKind, Decision, Review

_APPROVED = Exists(
    Review.objects.filter(rendition=OuterRef("public_rendition"), decision=Decision.APPROVE)
)
_ASSENT = Subquery(
    Review.objects.filter(rendition=OuterRef("public_rendition"), decision__in=ASSENTS)
    .order_by("-pk")
    .values("pk")[:1]
)
"""The decision that the foot of a page tells about."""
_FAMILY = Coalesce("translation_of_id", "pk")


def of(articles: QuerySet[Article]) -> dict[str, str]:
    """Return slug -> SHA-256 (hex) over all that decides the files of each public article.

    That is its rendition, the newest assent to it, those of its notices, whether each was approved, its topic and its
    translations; for the glossary see :func:`of_terms`. Outside a demonstration an article that rests on unreviewed wording
    (:func:`content.composition.rests_on_samples`) has no files and is left out. A fixed number of
    queries, without the texts, and about no other articles than these.
    """
    notices = defaultdict(list)
    public_notices = Article.objects.notices().filter(public_rendition__isnull=False)
    public_notices = public_notices.exclude(kind=ArticleKind.TERM)
    for language, *notice in (
        public_notices.annotate(approved=_APPROVED)
        .order_by("key")
        .values_list("language", "kind", "key", "public_rendition_id", "approved")
    ):
        notices[language].append(notice)
    articles = articles.annotate(approved=_APPROVED, assent=_ASSENT, family=_FAMILY)
    families = defaultdict(list)
    relatives = Article.objects.published().annotate(family=_FAMILY)
    for family, language, slug in relatives.filter(
        family__in=articles.values("family")
    ).values_list("family", "language", "slug"):
        families[family].append([language, slug])
    found = {}
    for article in (
        articles.select_related("public_rendition__revision", "topic")
        .prefetch_related("topic__titles")
        .defer("public_rendition__reading", "public_rendition__revision__body")
    ):
        rendition = article.public_rendition
        assert rendition is not None  # noqa: S101 - only public ones have files
        included = [
            (kind, key, shown, approved)
            for kind, key, shown, approved in notices[rendition.language]
            if kind in CODE_INCLUDES or key in rendition.revision.notices
        ]
        reviewed = article.approved and all(
            approved for kind, _, _, approved in included if kind != ArticleKind.SAMPLE
        )
        if not reviewed and not settings.PLAINVOICE_DEMONSTRATION:
            continue
        topic = article.topic
        made_of = [
            rendition.pk,
            article.assent,
            included,
            [topic.slug, topic.icon, topic.title_in(rendition.language)] if topic else None,
            sorted(families[article.family]),
            # Every screen leads to urgent help, where there is any.
            any(kind == ArticleKind.URGENT for kind, *_ in notices[rendition.language]),
        ]
        found[article.slug] = hashlib.sha256(canonical_json(made_of)).hexdigest()
    return found


def of_terms() -> dict[str, str]:
    """Return slug -> SHA-256 (hex) over what each public term shows, in two columns of a table.

    Which articles use a term only their texts could tell. They need not be asked: while no term
    and no text has changed, none is used anywhere else than before.
    """
    public = Article.objects.notices().filter(kind=ArticleKind.TERM, public_rendition__isnull=False)
    rows = public.annotate(approved=_APPROVED).values_list("slug", "public_rendition", "approved")
    return {
        slug: hashlib.sha256(canonical_json(shown)).hexdigest()
        for slug, *shown in rows.order_by("slug")
    }
