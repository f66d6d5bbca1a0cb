"""Returning: a revision goes back to its author with a coded reason and a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from content import __version__, linting
from content.actions.base import Conflict, Invalid, record, require, signature
from content.actions.rendition import check_shown
from content.actions.withdraw import check_not_in_use, withdraw
from content.models import (
    Decision,
    ReturnReason,
    Review,
    Revision,
    RevisionState,
    WithdrawReason,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class ReturnRevision:
    """Give a revision back. Its words stay as they are; the author begins a new revision.

    ``text_digest`` and ``speech_digest`` are those that the person was shown; None is not compared.
    """

    def __init__(
        self,
        revision: Revision,
        *,
        actor: User,
        reason: str,
        comment: str,
        text_digest: str | None = None,
        speech_digest: str | None = None,
    ) -> None:
        self.revision = revision
        self.actor = actor
        self.reason = reason
        self.comment = comment.strip()
        self.text_digest = text_digest
        self.speech_digest = speech_digest

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not return it, whatever the reason."""
        require(self.actor, "content.return_revision", "returning a revision")
        if not self.revision.waits_for_review:
            raise Conflict(
                "state",
                f"This revision is {self.revision.get_state_display().lower()}, not in review.",
            )
        if self._is_shown():
            check_not_in_use(self.revision.article)

    def _is_shown(self) -> bool:
        """Whether the public sees this very revision, unreviewed: a sample."""
        public = self.revision.article.public_rendition
        return (
            self.revision.state == RevisionState.IN_REVIEW
            and public is not None
            and public.revision_id == self.revision.pk
        )

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        check_shown(self.revision.rendition, self.text_digest, self.speech_digest)
        if self.reason not in ReturnReason.values or self.reason == ReturnReason.UNVOICEABLE:
            raise Invalid("reason", "Choose the reason why this goes back.")
        if not self.comment:
            raise Invalid("comment", "Tell the author in a comment what to do.")

    @transaction.atomic
    def execute(self) -> Review:
        """Return the decision. A sample that goes back is not shown any more.

        A new voice of what is public is put aside: the public goes on hearing the approved one, and
        no other is made until something that decides the voice changes again.
        """
        self.revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.check()
        shown = self._is_shown()
        revision, rendition = self.revision, self.revision.rendition
        checked = linting.of_rendition(rendition) if rendition else linting.of_words(revision)
        review = Review.objects.create(
            revision=revision,
            rendition=rendition,
            decision=Decision.RETURN,
            reviewer=self.actor,
            **signature(self.actor),
            reason=self.reason,
            comment=self.comment,
            text_digest=revision.text_digest,
            speech_digest=rendition.speech_digest if rendition else "",
            findings=checked.to_json(),
            rules=checked.rules,
            software=__version__,
        )
        if revision.state == RevisionState.IN_REVIEW:
            revision.state = RevisionState.RETURNED
            revision.save(update_fields=["state"])
        record(
            "return",
            actor=self.actor,
            revision=revision,
            number=revision.number,
            rendition=rendition.number if rendition else None,
            reason=self.reason,
            text_digest=review.text_digest,
            speech_digest=review.speech_digest,
        )
        if shown:
            withdraw(
                revision.article,
                actor=self.actor,
                reason=self.reason
                if self.reason in WithdrawReason.values
                else WithdrawReason.OTHER,
                comment=self.comment,
            )
        return review
