"""What is due: to go on the kiosk, to be reviewed again, to leave.

Everything is derived from the decisions and from what was appended to them, so that whoever looks,
and however late, finds the same. ``now`` is the moment that is asked about; days are those of the
installation's time zone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from content import composition
from content.models import (
    ASSENTS,
    Article,
    ArticleKind,
    Decision,
    Departure,
    DepartureReason,
    EarlierExpiry,
    Rendition,
    Review,
)

DEFAULT_GRACE_DAYS = 90
"""For what has no topic; a topic's own is :attr:`content.models.Topic.grace_days`."""


def moment(now: datetime | None = None) -> datetime:
    """Return the moment that is asked about: now, unless told otherwise."""
    return now or timezone.now()


def day_of(now: datetime | None = None) -> date:
    """Return the day of a moment, in the installation's time zone."""
    return timezone.localdate(moment(now))


@dataclass(frozen=True, slots=True)
class Times:
    """Until when something may stay public.

    ``lapses_on`` and ``expires_on`` are the first days on which it is not on the kiosk any more;
    None where there is none.
    """

    review_due: date
    lapses_on: date | None
    expires_on: date | None

    @property
    def leaves_on(self) -> date | None:
        """The day on which it leaves, if nobody does anything."""
        return min((day for day in (self.lapses_on, self.expires_on) if day), default=None)

    def leaving(self, today: date) -> tuple[DepartureReason, date] | None:
        """Return why it leaves on a day, and since when that holds; None where it stays."""
        if self.expires_on is not None and self.expires_on <= today:
            return DepartureReason.EXPIRED, self.expires_on
        if self.lapses_on is not None and self.lapses_on <= today:
            return DepartureReason.LAPSED, self.review_due
        return None


def expiry_of(assent: Review) -> date | None:
    """Return the first day on which what was assented to is not on the kiosk any more."""
    nearer = assent.earlier_expiries.aggregate(day=Min("expires_on"))["day"]
    return min((day for day in (assent.expires_on, nearer) if day), default=None)


def is_in_use(article: Article) -> bool:
    """Whether a notice is shown with something public. Terms are not: pages are whole without them.

    Urgent help has a screen of its own, to which every other one leads.
    """
    if not article.is_notice or article.is_term:
        return False
    if article.kind == ArticleKind.URGENT:
        return Article.objects.published().filter(language=article.language).exists()
    return composition.public_users(article).exists()


def times_of(article: Article, assent: Review | None = None) -> Times | None:
    """Return until when a public text stays; None where nobody has assented to it.

    ``assent`` is the newest one to what is public, where it is known.
    """
    public = article.public_rendition
    if public is not None and assent is None:
        assent = composition.approval_of(public)
    if assent is None or assent.review_due is None:
        return None
    return _times(article, assent.review_due, expiry_of(assent))


def _times(article: Article, review_due: date, expires_on: date | None) -> Times:
    if is_in_use(article):
        return Times(review_due, None, None)
    grace = article.topic.grace_days if article.topic else DEFAULT_GRACE_DAYS
    return Times(review_due, review_due + timedelta(days=grace + 1), expires_on)


def with_times() -> QuerySet[Article]:
    """Return what is public by somebody's assent, with ``due`` and ``ends``, days or None."""
    assent = (
        Review.objects.filter(rendition=OuterRef("public_rendition"), decision__in=ASSENTS)
        .order_by("-pk")
        .values("pk")[:1]
    )
    nearer = (
        EarlierExpiry.objects.filter(review=OuterRef("assent"))
        .order_by("expires_on")
        .values("expires_on")[:1]
    )
    of = Review.objects.filter(pk=OuterRef("assent"))
    return (
        Article.objects.filter(public_rendition__isnull=False)
        .annotate(assent=Subquery(assent))
        .annotate(
            due=Subquery(of.values("review_due")[:1]),
            ends=Subquery(of.values("expires_on")[:1]),
            nearer=Subquery(nearer),
        )
        .filter(assent__isnull=False)
        .select_related("topic")
    )


def due_between(first: date | None, last: date) -> QuerySet[Article]:
    """Return what is public and due for review on one of these days, as :func:`with_times`."""
    found = with_times().filter(due__lte=last)  # type: ignore[misc]  # annotated there
    return found if first is None else found.filter(due__gte=first)  # type: ignore[misc]


def each_with_times(articles: QuerySet[Article]) -> Iterator[tuple[Article, Times]]:
    """Yield articles of :func:`with_times` with their times, without asking again for articles."""
    for article in articles:
        days = [day for day in (article.ends, article.nearer) if day]  # type: ignore[attr-defined]
        yield article, _times(article, article.due, min(days, default=None))  # type: ignore[attr-defined]


def leaving(now: datetime | None = None) -> Iterator[Article]:
    """Yield what is public and whose time is over: overdue beyond its grace, or expired."""
    today = day_of(now)
    over = Q(due__lt=today) | Q(ends__lte=today) | Q(nearer__lte=today)
    for article, times in each_with_times(with_times().filter(over).order_by("pk")):
        if times.leaving(today) is not None:
            yield article


def scheduled() -> QuerySet[Review]:
    """Return the approvals that wait for their time, or are past it and could not be published yet.

    A newer approval, a withdrawal, or a return of the same voice supersedes one; the trigger
    ``article_public_by_approval`` asks the same.
    """
    later = Review.objects.filter(
        Q(decision__in=(Decision.APPROVE, Decision.WITHDRAW))
        | Q(decision=Decision.RETURN, rendition=OuterRef("rendition")),
        revision__article=OuterRef("revision__article"),
        pk__gt=OuterRef("pk"),
    )
    # What has been public since was put up by its time, and may have left again.
    shown = Departure.objects.filter(rendition=OuterRef("rendition"))
    confirmed = Review.objects.filter(rendition=OuterRef("rendition"), decision=Decision.CONFIRM)
    return (
        Review.objects.filter(decision=Decision.APPROVE, publish_at__isnull=False)
        .exclude(revision__article__public_rendition=F("rendition"))
        .filter(~Exists(later), ~Exists(shown), ~Exists(confirmed))
        .select_related("revision__article__topic", "rendition", "reviewer")
        .order_by("publish_at", "pk")
    )


def to_publish(now: datetime | None = None) -> QuerySet[Review]:
    """Return the scheduled approvals whose time has come, or that were let out before it."""
    return scheduled().filter(Q(publish_at__lte=moment(now)) | Q(early_release__isnull=False))


def schedule_of(article: Article) -> Review | None:
    """Return the approval of an article that waits for its time, if there is one."""
    return scheduled().filter(revision__article=article.pk).last()


def departures() -> QuerySet[Departure]:
    """Return how texts left the kiosk by themselves, where nothing was decided on them since.

    The trigger ``review_confirms_what_is_public`` asks the same.
    """
    come = (
        Q(publish_at__isnull=True)
        | Q(publish_at__lte=timezone.now())
        | Q(early_release__isnull=False)
    )
    approved = Review.objects.filter(
        come,
        revision__article=OuterRef("article"),
        decision=Decision.APPROVE,
        pk__gt=OuterRef("review"),
    )
    withdrawn = Review.objects.filter(
        revision=OuterRef("rendition__revision"), decision=Decision.WITHDRAW
    )
    return Departure.objects.filter(
        ~Exists(approved), ~Exists(withdrawn), article__public_rendition__isnull=True
    ).order_by("pk")


def departure_of(article: Article) -> Departure | None:
    """Return how a text left the kiosk by itself; None where it is public, or was decided on since."""
    if article.public_rendition_id is not None:
        return None
    found = departures().filter(article=article.pk).select_related("rendition__revision", "review")
    return found.last()


def to_confirm(article: Article) -> Rendition | None:
    """Return the rendition of which somebody may say that it is still correct.

    That is what is public by approval, or what left the kiosk by itself.
    """
    public = article.public_rendition
    if public is not None:
        return public if composition.is_approved(public) else None
    departure = departure_of(article)
    return departure.rendition if departure is not None else None
