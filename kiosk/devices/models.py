"""The staff PIN, and the dated records of what was entered and measured at a screen."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

DIGITS = (6, 10)
"""A PIN has this many digits at least and at most."""
TRIES = 5
LOCK = timedelta(minutes=15)


class StaffPin(models.Model):
    """The one PIN of the installation, kept as a hash, with the wrong tries since the last right one."""

    hash = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=timezone.now)
    wrong = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_staff_pin")]

    def __str__(self) -> str:
        return f"made on {self.made_at:%Y-%m-%d}"

    @classmethod
    def current(cls) -> StaffPin | None:
        """Return the PIN's row, None while nobody has made one."""
        return cls.objects.filter(pk=1).first()

    @classmethod
    def renew(cls) -> str:
        """Make a new PIN of six digits and return it; the old one, and who is in by it, are out."""
        pin = "".join(secrets.choice("0123456789") for _ in range(DIGITS[0]))
        row = {"hash": make_password(pin), "made_at": timezone.now(), "wrong": 0}
        cls.objects.update_or_create(pk=1, defaults={**row, "locked_until": None})
        return pin

    @property
    def stamp(self) -> str:
        """What a browser that is let in carries, so that a new PIN lets it out again."""
        return salted_hmac("kiosk.devices.pin", self.hash, algorithm="sha256").hexdigest()[:20]

    @property
    def locked_for(self) -> timedelta | None:
        """How long no PIN is looked at any more; None where one is."""
        left = self.locked_until - timezone.now() if self.locked_until else timedelta()
        return left if left > timedelta() else None

    def admits(self, pin: str) -> bool:
        """Return whether this is the PIN, counting the try.

        The try is counted before the PIN is looked at, so that tries at the same moment do not
        get more than :data:`TRIES` together. While it is locked nothing is looked at.
        """
        now = timezone.now()
        rows = StaffPin.objects.filter(pk=self.pk, hash=self.hash)
        with transaction.atomic():
            rows.filter(locked_until__lte=now).update(wrong=0, locked_until=None)
            if not rows.filter(locked_until=None, wrong__lt=TRIES).update(wrong=F("wrong") + 1):
                self.refresh_from_db()
                return False
            rows.filter(wrong__gte=TRIES).update(locked_until=now + LOCK)
        right = check_password(pin, self.hash)
        if right:
            rows.update(wrong=0, locked_until=None)
        self.refresh_from_db()
        return right


class Record(models.Model):
    """Something that was found at a screen: appended, never changed (the database sees to it)."""

    device = models.CharField(max_length=60)
    values = models.JSONField()
    by = models.CharField(max_length=60)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.device}, {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Append it. Raises :class:`ValueError` where it is there already."""
        if self.pk is not None:
            raise ValueError("A record of a screen is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Raise :class:`ValueError`: a record stays."""
        raise ValueError("A record of a screen is never deleted.")


class Calibration(Record):
    """The device profile as it was saved, by whom and when (AUD-11)."""


class Selfcheck(Record):
    """What a screen measured of itself: ``values`` has ``rows`` and the ``screen`` they were measured on."""
