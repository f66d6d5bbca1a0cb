"""What the pages of an article are made of, as one short text that is cheap to compare."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from django.conf import settings
from django.db.models import QuerySet

from content.models import Article, ArticleKind, Decision, Review
from content.voicing import canonical_json

ALWAYS = (ArticleKind.CLOSING, ArticleKind.SAMPLE)


def of(articles: QuerySet[Article]) -> dict[str, str]:
    """Return slug -> SHA-256 (hex) over all that decides the files of each public article.

    That is its rendition, those of its notices, whether each was approved, its topic and its
    translations. Outside a demonstration an article that rests on unreviewed wording has no files
    and is left out. A fixed number of queries, without the texts.
    """
    approved = set(
        Review.objects.filter(decision=Decision.APPROVE).values_list("rendition_id", flat=True)
    )
    notices = defaultdict(list)
    public_notices = Article.objects.notices().filter(public_rendition__isnull=False)
    for language, kind, key, shown in public_notices.order_by("key").values_list(
        "language", "kind", "key", "public_rendition_id"
    ):
        notices[language].append((kind, key, shown, shown in approved))
    families = defaultdict(list)
    for pk, root, language, slug in Article.objects.published().values_list(
        "pk", "translation_of_id", "language", "slug"
    ):
        families[root or pk].append([language, slug])
    found = {}
    for article in (
        articles.select_related("public_rendition__revision", "topic")
        .prefetch_related("topic__titles")
        .defer("public_rendition__reading", "public_rendition__revision__body")
    ):
        rendition = article.public_rendition
        assert rendition is not None  # noqa: S101 - only public ones have files
        included = [
            one
            for one in notices[rendition.language]
            if one[0] in ALWAYS or one[1] in rendition.revision.notices
        ]
        reviewed = rendition.pk in approved and all(
            one[3] for one in included if one[0] != ArticleKind.SAMPLE
        )
        if not reviewed and not settings.PLAINVOICE_DEMONSTRATION:
            continue
        topic = article.topic
        made_of = [
            rendition.pk,
            rendition.pk in approved,
            included,
            [topic.slug, topic.icon, topic.title_in(rendition.language)] if topic else None,
            sorted(families[article.translation_of_id or article.pk]),
            # Every screen leads to urgent help, where there is any.
            any(one[0] == ArticleKind.URGENT for one in notices[rendition.language]),
        ]
        found[article.slug] = hashlib.sha256(canonical_json(made_of)).hexdigest()
    return found
