"""Claiming what waits, and giving it free again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.formats import time_format

from content import lexicon
from content.actions.base import Conflict, Invalid, NotPermitted, record, require
from content.models import Claim, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class ClaimRevision:
    """Tell colleagues that one looks at something that waits. It keeps nobody from deciding."""

    def __init__(self, revision: Revision, *, actor: User) -> None:
        self.revision = revision
        self.actor = actor

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.approve_revision", "claiming what waits for review")
        revision = self.revision
        if not Revision.objects.filter(pk=revision.pk).awaiting_decision().exists():
            raise Conflict(
                "state",
                f"This revision is {revision.get_state_display().lower()}: it does not wait for "
                "a decision.",
            )
        rendition = revision.rendition
        if revision.editors_since_approval().filter(pk=self.actor.pk).exists() or (
            rendition is not None
            and lexicon.unapproved(rendition).filter(changed_by=self.actor).exists()
        ):
            raise NotPermitted(
                "four_eyes",
                "You edited this text, or how it is said. Leave it to somebody who may decide it.",
            )
        claim = Claim.objects.standing().select_related("user").filter(revision=revision).first()
        if claim is not None and claim.user_id != self.actor.pk:
            until = time_format(timezone.localtime(claim.until), "H:i")
            raise Conflict(
                "claimed",
                f"{claim.user.get_username()} has claimed this until {until}. "
                "You may still decide it: agree with them first.",
            )

    @transaction.atomic
    def execute(self) -> Claim:
        """Return the claim. Claiming again what one has claimed changes nothing."""
        self.revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.check()
        own = Claim.objects.standing().filter(revision=self.revision).first()
        if own is not None:
            return own
        claim, _ = Claim.objects.update_or_create(
            revision=self.revision, defaults={"user": self.actor, "at": timezone.now()}
        )
        record("claim", actor=self.actor, revision=self.revision)
        return claim


class ReleaseRevision:
    """Give free what was claimed: one's own, or as a lead somebody else's, with a reason."""

    def __init__(self, revision: Revision, *, actor: User, reason: str = "") -> None:
        self.revision = revision
        self.actor = actor
        self.reason = reason.strip()

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.approve_revision", "releasing what was claimed")
        claim = self._claim()
        if claim is None:
            raise Conflict("unclaimed", "Nobody has claimed this, or the claim has lapsed.")
        if claim.user_id == self.actor.pk:
            return
        if not self.actor.has_perm("content.release_claim"):
            raise NotPermitted(
                "role",
                f"{claim.user.get_username()} has claimed this. Only they or a lead reviewer can "
                "release it; you may decide it all the same.",
            )
        if not self.reason:
            raise Invalid("reason", f"Say why you release what {claim.user} has claimed.")

    def _claim(self) -> Claim | None:
        claims = Claim.objects.standing().select_related("user")
        return claims.filter(revision=self.revision).first()

    @transaction.atomic
    def execute(self) -> None:
        """Release it. The audit trail keeps whose it was, and why it was released."""
        self.revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.check()
        claim = self._claim()
        assert claim is not None  # noqa: S101 - check() has refused that
        whose = claim.user.get_username()
        claim.delete()
        record(
            "unclaim",
            actor=self.actor,
            revision=self.revision,
            claimed_by=whose,
            reason=self.reason,
        )
