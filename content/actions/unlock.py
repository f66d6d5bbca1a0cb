"""Unlocking: somebody who was locked out after wrong attempts may try again at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.actions.base import record, require

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class UnlockAccount:
    """Forget the wrong attempts for a name. ``actor`` is None for whoever has the machine."""

    def __init__(self, user: User, *, actor: User | None) -> None:
        self.user = user
        self.actor = actor

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        if self.actor is not None:
            require(self.actor, "content.change_signin", "unlocking an account")

    @transaction.atomic
    def execute(self) -> bool:
        """Return whether there was anything to forget."""
        from content.signin import lockout

        self.check()
        forgotten = lockout.forget(self.user.get_username())
        waiting = TOTPDevice.objects.filter(user=self.user, throttling_failure_count__gt=0)
        waited = waiting.update(throttling_failure_count=0, throttling_failure_timestamp=None)
        if not (forgotten or waited):
            return False
        record("unlock", actor=self.actor, username=self.user.get_username())
        return True
