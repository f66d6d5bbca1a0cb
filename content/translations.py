"""Translations: what each was written from, and whether that has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from content import composition
from content.models import Article, Decision, Review, Revision


@dataclass(frozen=True, slots=True)
class Outdated:
    """A translation whose source has a newer approved revision than it was last compared with."""

    before: Revision
    after: Revision


def base_of(article: Article) -> Revision | None:
    """Return the revision by which a translation is judged: the public one, else the newest."""
    if article.public_rendition is not None:
        return article.public_rendition.revision
    return article.last_revision


def compared_with(article: Article, revision: Revision | None = None) -> Revision | None:
    """Return the newest revision of its source that a translation was compared with.

    It was written from it, or somebody has said since that it is still correct beside it. None for
    what is no translation, or was begun before that was kept.
    """
    revision = revision or base_of(article)
    if article.translation_of_id is None or revision is None:
        return None
    found = [revision.source_revision] if revision.source_revision else []
    confirmed = revision.reviews.filter(
        decision=Decision.CONFIRM, source_revision__isnull=False
    ).select_related("source_revision")
    found += [review.source_revision for review in confirmed if review.source_revision]
    return max(found, key=lambda one: one.number, default=None)


def newest_source(article: Article) -> Revision | None:
    """Return the newest revision of its source whose approval stands."""
    if article.translation_of_id is None:
        return None
    return Revision.objects.standing().filter(article=article.translation_of_id).last()


def outdated(article: Article, revision: Revision | None = None) -> Outdated | None:
    """Return what changed in the source since a translation was compared with it, None if nothing."""
    before = compared_with(article, revision)
    after = newest_source(article) if before is not None else None
    if before is None or after is None or after.number <= before.number:
        return None
    return Outdated(before, after)


def all_outdated(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Keep the translations of a list that :func:`outdated` would mark, in one query."""
    newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    written = Revision.objects.filter(pk=OuterRef("judged"))
    confirmed = (
        Review.objects.filter(revision=OuterRef("judged"), decision=Decision.CONFIRM)
        .order_by()
        .values("revision")
        .annotate(last=Max("source_revision__number"))
        .values("last")
    )
    standing = (
        Revision.objects.standing()
        .filter(article=OuterRef("translation_of"))
        .order_by("-number")
        .values("number")[:1]
    )
    return (
        articles.filter(translation_of__isnull=False)
        .annotate(
            judged=Coalesce(F("public_rendition__revision"), Subquery(newest.values("pk")[:1]))
        )
        .annotate(
            written_from=Subquery(written.values("source_revision__number")[:1]),
            confirmed_from=Subquery(confirmed),
            source_now=Subquery(standing),
        )
        .filter(source_now__gt=F("written_from"))
        .filter(Q(confirmed_from__isnull=True) | Q(source_now__gt=F("confirmed_from")))
    )


def left_by_source(article: Article) -> date | None:
    """Return since when a public translation has to leave with its source; None where it stays.

    Its topic decides whether it leaves at all: how much harm an outdated text can do lies in its
    subject, and a translation that is begun later must not be forgotten.
    """
    source, public = article.translation_of, article.public_rendition
    if source is None or public is None or not (article.topic and article.topic.leaves_with_source):
        return None
    assent = composition.approval_of(public)
    if assent is None:
        return None
    withdrawn = Review.objects.filter(
        revision__article=source.pk, decision=Decision.WITHDRAW, pk__gt=assent.pk
    ).first()
    # A withdrawn approval that never took effect, or that another text has replaced, is no matter.
    if withdrawn is not None and source.public_rendition is None:
        return timezone.localdate(withdrawn.at)
    before = compared_with(article)
    shown = source.public_rendition
    if before is None or shown is None or shown.revision.number <= before.number:
        return None
    changed = composition.approval_of(shown)
    return timezone.localdate(changed.at) if changed is not None else None


def leaving_with_source() -> list[Article]:
    """Return the public translations that have to leave with their source."""
    candidates = Article.objects.filter(
        public_rendition__isnull=False,
        translation_of__isnull=False,
        topic__leaves_with_source=True,
    ).select_related("topic", "translation_of__public_rendition__revision", "public_rendition")
    return [one for one in candidates.order_by("pk") if left_by_source(one) is not None]


def to_write_from(article: Article) -> list[Revision]:
    """Return the revisions of its source that a translation may be written from, best first.

    The public one comes first; then every other whose approval stands, and that of the newest
    revision of the translation itself, newest first.
    """
    source = article.translation_of
    if source is None:
        return []
    last = article.last_revision
    kept = last.source_revision_id if last is not None else None
    standing = Revision.objects.standing().filter(article=source).values("pk")
    found = list(
        Revision.objects.filter(Q(pk__in=standing) | Q(pk=kept), article=source).order_by("-number")
    )
    public = source.public_rendition.revision_id if source.public_rendition else None
    return sorted(found, key=lambda one: one.pk != public)
