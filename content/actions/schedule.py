"""Time that people set: when an approval takes effect, and when an article is to leave."""

from __future__ import annotations

import calendar
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils import timezone

from content import __version__, composition, due, signals
from content.actions.base import Conflict, Invalid, record, require, signature
from content.actions.rendition import check_whole
from content.actions.suspend import check_not_suspended
from content.models import (
    Article,
    AuditEvent,
    Decision,
    EarlierExpiry,
    EarlyRelease,
    Review,
    WithdrawReason,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User

DEFAULT_REVIEW_MONTHS = 36
LONGEST_MONTHS = 12
"""How far ahead an approval may be scheduled: what was read longer ago is to be read again."""
FAILED = "publish_failed"
"""The audit event of a scheduled approval that could not take effect at its time."""


class Keep:
    """Says that what was said of an expiry before holds."""


KEEP: Final = Keep()


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def review_months(article: Article) -> int:
    """Return after how many months an article is due for review again."""
    return article.topic.review_months if article.topic else DEFAULT_REVIEW_MONTHS


def check_time(publish_at: datetime | None, *, now: datetime | None = None) -> None:
    """Raise :class:`Invalid` unless something may be scheduled for a moment (None: at once)."""
    if publish_at is None:
        return
    if timezone.is_naive(publish_at):
        raise Invalid("publish_at", "Say in which time zone this is to be published.")
    today = due.day_of(now)
    if publish_at <= due.moment(now):
        raise Invalid(
            "publish_at", "The time of publication is over. Give one to come, or leave it empty."
        )
    if due.day_of(publish_at) > months_after(today, LONGEST_MONTHS):
        raise Invalid(
            "publish_at", f"Schedule a publication at most {LONGEST_MONTHS} months ahead."
        )


def check_expiry(
    expires_on: date | None, *, publish_at: datetime | None = None, now: datetime | None = None
) -> None:
    """Raise :class:`Invalid` unless something may leave the kiosk on a day (None: it stays)."""
    if expires_on is None:
        return
    if expires_on <= due.day_of(now):
        raise Invalid("expires_on", "It would leave the kiosk at once. Give a day to come.")
    if publish_at is not None and expires_on <= due.day_of(publish_at):
        raise Invalid("expires_on", "It would leave the kiosk before it is published.")


class PublishScheduled:
    """Let a scheduled approval take effect. The software's own action: it has no actor."""

    def __init__(self, review: Review, *, now: datetime | None = None) -> None:
        self.review = review
        self.now = now

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why it cannot be public now."""
        review = self.review
        if not due.to_publish(self.now).filter(pk=review.pk).exists():
            raise Conflict("state", "This is not due, or was decided on since.")
        assert review.rendition is not None  # noqa: S101 - an approval has one
        check_not_suspended(review.revision.article)
        if missing := composition.missing_notices(review.revision):
            raise Conflict(
                "notices",
                "This article cannot be shown without its notices, and these are not approved: "
                f"{', '.join(missing)}.",
            )
        check_whole(review.rendition)
        ends = due.expiry_of(review)
        if ends is not None and ends <= due.day_of(self.now):
            raise Conflict("expired", f"It was to leave the kiosk on {ends:%-d %B %Y} already.")

    @transaction.atomic
    def execute(self) -> Article:
        """Return the article, public now."""
        review = self.review
        article = Article.objects.select_for_update().get(pk=review.revision.article_id)
        self.check()
        article.public_rendition = review.rendition
        article.save(update_fields=["public_rendition"])
        record("publish", actor=None, revision=review.revision, approval=review.pk)
        transaction.on_commit(partial(signals.published.send, sender=Article, article=article))
        return article


def failure_of(review: Review) -> str:
    """Return why a scheduled approval did not take effect at its time, empty where it did not fail."""
    event = AuditEvent.objects.filter(
        action=FAILED, revision=review.revision_id, detail__approval=review.pk
    ).last()
    return str(event.detail["why"]) if event is not None else ""


@transaction.atomic
def keep_failure(review: Review, why: str) -> bool:
    """Keep in the audit trail why a publication failed, unless that is known; whether it was new."""
    if failure_of(review) == why:
        return False
    record("publish_failed", actor=None, revision=review.revision, approval=review.pk, why=why)
    return True


def _waiting(article: Article) -> Review:
    review = due.schedule_of(article)
    if review is None:
        raise Conflict("state", "Nothing of this waits for its time.")
    return review


class ReleaseSchedule:
    """Publish now what was approved for later. Who could not approve it cannot do that either."""

    def __init__(self, article: Article, *, actor: User, review: int | None = None) -> None:
        self.article = article
        self.actor = actor
        self.review = review

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        from content.actions.confirm import check_four_eyes  # confirming needs what stands here

        require(self.actor, "content.approve_revision", "publishing")
        waiting = _waiting(self.article)
        _check_shown(waiting, self.review)
        assert waiting.rendition is not None  # noqa: S101 - an approval has one
        check_four_eyes(waiting.rendition, self.actor, "publish")

    @transaction.atomic
    def execute(self) -> Article:
        """Return the article, public now."""
        self.article = Article.objects.select_for_update().get(pk=self.article.pk)
        self.check()
        review = _waiting(self.article)
        EarlyRelease.objects.get_or_create(review=review, defaults={"released_by": self.actor})
        record("release", actor=self.actor, revision=review.revision, approval=review.pk)
        return PublishScheduled(review).execute()


class CancelSchedule:
    """Take an approval back that has not taken effect yet. One person is enough.

    What would have been a new text is as good as withdrawn: the author begins a new revision. What
    would have been a new voice is put aside.
    """

    def __init__(
        self,
        article: Article,
        *,
        actor: User,
        reason: str,
        comment: str,
        review: int | None = None,
    ) -> None:
        self.article = article
        self.actor = actor
        self.reason = reason
        self.comment = comment.strip()
        self.review = review

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not cancel it, whatever the reason."""
        require(self.actor, "content.withdraw_article", "cancelling a publication")
        _check_shown(_waiting(self.article), self.review)

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        if self.reason not in WithdrawReason.values:
            raise Invalid("reason", "Choose the reason why this is not to be published.")
        if not self.comment:
            raise Invalid("comment", "Say in a comment what is wrong.")

    @transaction.atomic
    def execute(self) -> Review:
        """Return the decision that stands against the approval."""
        self.article = Article.objects.select_for_update().get(pk=self.article.pk)
        self.check()
        waiting = _waiting(self.article)
        public = self.article.public_rendition
        voice = public is not None and public.revision_id == waiting.revision_id
        review = Review.objects.create(
            revision=waiting.revision,
            rendition=waiting.rendition,
            decision=Decision.RETURN if voice else Decision.WITHDRAW,
            reviewer=self.actor,
            **signature(self.actor),
            reason=self.reason,
            comment=self.comment,
            text_digest=waiting.text_digest,
            speech_digest=waiting.speech_digest,
            software=__version__,
        )
        record(
            "cancel",
            actor=self.actor,
            revision=waiting.revision,
            reason=self.reason,
            approval=waiting.pk,
        )
        return review


def _check_shown(waiting: Review, shown: int | None) -> None:
    """Raise :class:`Conflict` where another approval waits than the person was shown."""
    if shown is not None and shown != waiting.pk:
        raise Conflict("state", "Something else waits now than you were shown. Look again.")


class BringExpiryNearer:
    """Let an article leave the kiosk on a day, or sooner than it would. One person is enough.

    Later, or not at all, goes with an approval or a confirmation only, since then it is read again.
    """

    def __init__(
        self,
        article: Article,
        *,
        actor: User,
        expires_on: date | None,
        now: datetime | None = None,
    ) -> None:
        self.article = article
        self.actor = actor
        self.expires_on = expires_on
        self.now = now

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not set a last day, whichever it is."""
        require(self.actor, "content.withdraw_article", "setting when an article leaves the kiosk")
        if self._assent() is None:
            raise Conflict("state", "Nothing that somebody approved is public here.")
        if due.is_in_use(self.article):
            raise Conflict(
                "notice_in_use",
                "Public articles include this notice, and no article is shown without its notices.",
            )

    def _assent(self) -> Review | None:
        public = self.article.public_rendition
        return composition.approval_of(public) if public is not None else None

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        assent = self._assent()
        assert assent is not None  # noqa: S101 - check_standing has refused that
        if self.expires_on is None:
            raise Invalid("expires_on", "Give the day on which it leaves the kiosk.")
        check_expiry(self.expires_on, now=self.now)
        before = due.expiry_of(assent)
        if before is not None and self.expires_on >= before:
            raise Invalid(
                "expires_on",
                f"It leaves the kiosk on {before:%-d %B %Y}. To let it stay longer, say that it is "
                "still correct, and give the later day there.",
            )

    @transaction.atomic
    def execute(self) -> EarlierExpiry:
        """Return what was kept of it."""
        self.article = Article.objects.select_for_update().get(pk=self.article.pk)
        self.check()
        assent = self._assent()
        assert assent is not None  # noqa: S101 - check() has refused that
        assert self.expires_on is not None  # noqa: S101 - check() has refused that
        kept = EarlierExpiry.objects.create(
            review=assent, expires_on=self.expires_on, changed_by=self.actor
        )
        record(
            "expiry", actor=self.actor, revision=assent.revision, expires_on=str(self.expires_on)
        )
        return kept
