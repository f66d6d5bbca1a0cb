"""Suspending: everything leaves the kiosks in one step, and comes back by another person's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from content import composition, signals
from content.actions.base import Conflict, Invalid, NotPermitted, record, require
from content.models import (
    Article,
    ArticleKind,
    Decision,
    SuspendedText,
    Suspension,
    WithdrawReason,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet

SUSPENDED = frozenset({ArticleKind.ARTICLE, ArticleKind.TERM})
"""What leaves the kiosks. Notices stay: urgent help and the closing advice are the safety net."""


def public_texts() -> QuerySet[Article]:
    """Return what a suspension takes off: every public article and term."""
    return Article.objects.filter(kind__in=SUSPENDED, public_rendition__isnull=False)


class SuspendEverything:
    """Take every article and term off the kiosks at once. One person is enough."""

    def __init__(self, *, actor: User, reason: str, comment: str) -> None:
        self.actor = actor
        self.reason = reason
        self.comment = comment.strip()

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not do it, whatever the reason."""
        require(self.actor, "content.suspend_everything", "taking everything off the kiosks")
        if Suspension.current() is not None:
            raise Conflict("suspended", "Everything is off the kiosks already.")
        if not public_texts().exists():
            raise Conflict("state", "Nothing is on the kiosks: there is nothing to take off.")

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        if self.reason not in WithdrawReason.values:
            raise Invalid("reason", "Choose the reason why everything is taken off.")
        if not self.comment:
            raise Invalid("comment", "Say in a comment what is wrong.")

    @transaction.atomic
    def execute(self) -> Suspension:
        """Return the suspension, when no article is served any more.

        Each text keeps its approval: :class:`ResumeEverything` puts back exactly what was public,
        save what is withdrawn meanwhile.
        """
        # The lock comes first: two people at once make one suspension.
        texts = list(public_texts().select_for_update().select_related("public_rendition"))
        self.check()
        suspension = Suspension.objects.create(
            reason=self.reason, comment=self.comment, begun_by=self.actor
        )
        SuspendedText.objects.bulk_create(
            SuspendedText(suspension=suspension, article=text, rendition=text.public_rendition)
            for text in texts
        )
        public_texts().update(public_rendition=None)
        record(
            "suspend",
            actor=self.actor,
            suspension=suspension.pk,
            reason=self.reason,
            comment=self.comment,
            texts=[text.slug for text in texts],
        )
        signals.suspended.send(sender=Suspension, suspension=suspension)
        return suspension


class ResumeEverything:
    """Put back what a suspension took off. Never by whoever began it: superusers neither."""

    def __init__(self, *, actor: User, comment: str) -> None:
        self.actor = actor
        self.comment = comment.strip()

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not do it, whatever they say."""
        require(self.actor, "content.suspend_everything", "putting everything back")
        current = Suspension.current()
        if current is None:
            raise Conflict("state", "Nothing is suspended.")
        if current.begun_by_id == self.actor.pk:
            raise NotPermitted(
                "four_eyes",
                "You took everything off the kiosks. Somebody else decides that it comes back.",
            )

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        if not self.comment:
            raise Invalid("comment", "Say in a comment what was looked at, and found.")

    @transaction.atomic
    def execute(self) -> list[Article]:
        """Return what is public again: what was taken off, save what was withdrawn since."""
        Suspension.objects.select_for_update().filter(ended_at__isnull=True).first()
        self.check()
        current = Suspension.current()
        assert current is not None  # noqa: S101 - check() has refused that
        current.ended_by = self.actor
        current.ended_at = timezone.now()
        current.end_comment = self.comment
        current.save()
        back = []
        for text in current.texts.select_related("article__topic", "rendition__revision"):
            if not may_come_back(text):
                continue
            text.article.public_rendition = text.rendition
            try:
                with transaction.atomic():
                    text.article.save(update_fields=["public_rendition"])
            except IntegrityError:
                # Something newer took its place meanwhile: it comes by its own way.
                continue
            back.append(text.article)
        record(
            "resume",
            actor=self.actor,
            suspension=current.pk,
            comment=self.comment,
            texts=[article.slug for article in back],
        )
        transaction.on_commit(lambda: signals.resumed.send(sender=Suspension, suspension=current))
        return back


def may_come_back(text: SuspendedText) -> bool:
    """Whether a text that was taken off is public again once the suspension ends."""
    if text.article.public_rendition_id is not None:
        return False
    if text.rendition.revision.reviews.filter(decision=Decision.WITHDRAW).exists():
        return False
    # A sample that was returned or approved meanwhile is not what was shown then.
    return composition.is_approved(text.rendition) or (
        text.article.sample and text.rendition.revision.state == "in_review"
    )


def suspended_rendition(article: Article) -> SuspendedText | None:
    """Return what of an article was public until everything was taken off, None where nothing was."""
    found = SuspendedText.objects.filter(article=article, suspension__ended_at__isnull=True)
    return found.select_related("rendition__revision").first()


def check_not_suspended(article: Article) -> None:
    """Raise :class:`Conflict` for what may not become public while everything is off."""
    if article.kind in SUSPENDED and (current := Suspension.current()) is not None:
        raise Conflict(
            "suspended",
            f"Everything was taken off the kiosks by {current.begun_by.get_username()}: "
            f"“{current.comment}” Nothing is made public until somebody else puts it back.",
        )
