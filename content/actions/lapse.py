"""Leaving by itself: what is overdue, expired, or left by its source goes from the kiosk."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from content import __version__, composition, due, signals, translations
from content.actions.base import Conflict, record
from content.models import Article, Departure, DepartureReason


class LeaveKiosk:
    """Take an article from the public because its time is over. The software's own action.

    It is no withdrawal: nobody found anything wrong, so that a person who says that it is still
    correct (:class:`content.actions.ConfirmArticle`), or a new approval, brings it back.
    """

    def __init__(self, article: Article, *, now: datetime | None = None) -> None:
        self.article = article
        self.now = now

    def why(self) -> tuple[DepartureReason, date] | None:
        """Return why it has to leave, and since when that holds; None where it stays."""
        times = due.times_of(self.article)
        if times is None:
            return None
        if (over := times.leaving(due.day_of(self.now))) is not None:
            return over
        since = translations.left_by_source(self.article)
        return (DepartureReason.SOURCE, since) if since is not None else None

    def check(self) -> None:
        """Raise :class:`Conflict` where it may stay."""
        if self.why() is None:
            raise Conflict("state", "Its time is not over.")

    @transaction.atomic
    def execute(self) -> Departure:
        """Return what is kept of it, when nothing of the article is served any more."""
        self.article = Article.objects.select_for_update().get(pk=self.article.pk)
        self.check()
        over, rendition = self.why(), self.article.public_rendition
        assert over is not None  # noqa: S101 - check() has refused that
        assert rendition is not None  # noqa: S101 - why() says so
        assent = composition.approval_of(rendition)
        assert assent is not None  # noqa: S101 - why() says so
        reason, since = over
        departure = Departure.objects.create(
            article=self.article,
            rendition=rendition,
            review=assent,
            reason=reason,
            since=since,
            software=__version__,
        )
        self.article.public_rendition = None
        self.article.save(update_fields=["public_rendition"])
        record(
            "leave",
            actor=None,
            revision=rendition.revision,
            number=rendition.revision.number,
            rendition=rendition.number,
            reason=str(reason),
            since=str(since),
        )
        signals.withdrawn.send(sender=Article, article=self.article, rendition=rendition)
        return departure


def leave_with(source: Article) -> list[Departure]:
    """Take away the translations that have to leave with a source, in the caller's transaction."""
    gone = []
    for article in translations.leaving_with_source():
        if article.translation_of_id == source.pk:
            gone.append(LeaveKiosk(article).execute())
    return gone
