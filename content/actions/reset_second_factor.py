"""Resetting a second factor: an operator helps somebody whose device is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.actions.base import Invalid, NotPermitted, record, require
from content.models import ApiToken, RecoveryCode

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LONGEST_REASON = 500


class ResetSecondFactor:
    """Take a person's device and recovery codes off, and end their sessions and tokens.

    The person signs in with their password and sets a device up anew. No password is shown or set,
    so whoever resets can do no more than before. ``actor`` is None for whoever has the machine.
    """

    def __init__(self, user: User, *, actor: User | None, reason: str) -> None:
        self.user = user
        self.actor = actor
        self.reason = reason.strip()

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not do it, whatever the reason."""
        if self.actor is None:
            return
        require(self.actor, "content.change_signin", "resetting a second factor")
        if self.actor.pk == self.user.pk:
            raise NotPermitted(
                "own", "Nobody resets their own second factor. Ask another operator."
            )

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        if not self.reason:
            raise Invalid("reason", "Say why, and how you know that it is this person who asks.")
        if len(self.reason) > LONGEST_REASON:
            raise Invalid("reason", f"Say it in {LONGEST_REASON} characters at most.")

    @transaction.atomic
    def execute(self) -> None:
        """Reset it."""
        from content.signin import session

        self.check()
        had = TOTPDevice.objects.filter(user=self.user, confirmed=True).exists()
        TOTPDevice.objects.filter(user=self.user).delete()
        RecoveryCode.objects.filter(user=self.user).delete()
        now = timezone.now()
        live = ApiToken.objects.filter(user=self.user, revoked_at=None, expires_at__gt=now)
        tokens = live.update(revoked_at=now)
        record(
            "reset_second_factor",
            actor=self.actor,
            username=self.user.get_username(),
            reason=self.reason,
            had_one=had,
            sessions=session.end_all(self.user),
            tokens=tokens,
        )
