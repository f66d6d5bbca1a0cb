"""A second factor: a person confirms their own device, and makes new recovery codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.actions.base import Conflict, record
from content.models import RecoveryCode

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class ConfirmSecondFactor:
    """Make a device, whose first code was right, the one that its owner is asked for.

    Another that they had before is theirs no more.
    """

    def __init__(self, device: TOTPDevice, *, actor: User) -> None:
        self.device = device
        self.actor = actor

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        if self.device.user_id != self.actor.pk or self.device.confirmed:
            raise Conflict("state", "This device waits for nobody's confirmation.")

    @transaction.atomic
    def execute(self) -> list[str]:
        """Return the new recovery codes, which are shown once."""
        self.check()
        TOTPDevice.objects.filter(user=self.actor).exclude(pk=self.device.pk).delete()
        self.device.confirmed = True
        self.device.save(update_fields=["confirmed"])
        record("second_factor", actor=self.actor)
        return RecoveryCode.renew(self.actor)


class MakeRecoveryCodes:
    """Make ten new recovery codes; those from before work no more."""

    def __init__(self, *, actor: User) -> None:
        self.actor = actor

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        if not TOTPDevice.objects.filter(user=self.actor, confirmed=True).exists():
            raise Conflict("state", "You have no second factor that codes could stand for.")

    @transaction.atomic
    def execute(self) -> list[str]:
        """Return the codes, which are shown once."""
        self.check()
        record("recovery_codes", actor=self.actor)
        return RecoveryCode.renew(self.actor)
