"""What is kept of how a person signs in, beyond Django's account and django-otp's device."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

if TYPE_CHECKING:
    from django.contrib.auth.models import User

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without 0, 1, i, l and o, which look alike on paper."""
CODES = 10
LENGTH = 12
"""Characters of a recovery code: 59 bits, shown in three groups of four."""


class SignIn(models.Model):
    """What holds at somebody's next sign-in. Who has no row has nothing to be told."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_in"
    )
    must_change_password = models.BooleanField(
        default=False, help_text="Somebody else has seen the password: it was printed."
    )
    not_now_at = models.DateTimeField(
        null=True, blank=True, help_text="When an offered second factor was put off."
    )

    def __str__(self) -> str:
        return str(self.user_id)


class RecoveryCode(models.Model):
    """A code that stands once for a device that is not there. Only its keyed digest is kept.

    The key is the installation's secret key, so that a copy of the database alone gives none away.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user_id}, {'used' if self.used_at else 'not used'}"

    @staticmethod
    def digest_of(user: User, code: str) -> str:
        """Return what is stored of a code, however it was typed: capitals, spaces, hyphens."""
        plain = "".join(code.split()).replace("-", "").lower()
        key = salted_hmac("content.recovery_code", f"{user.pk}:{plain}", algorithm="sha256")
        return key.hexdigest()

    @classmethod
    @transaction.atomic
    def renew(cls, user: User) -> list[str]:
        """Return a person's ten new codes, which are nowhere else; the old ones work no more."""
        cls.objects.filter(user=user).delete()
        letters = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(CODES)]
        codes = ["-".join((code[:4], code[4:8], code[8:])) for code in letters]
        RecoveryCode.objects.bulk_create(
            RecoveryCode(user=user, digest=cls.digest_of(user, code)) for code in codes
        )
        return codes

    @classmethod
    def use(cls, user: User, code: str) -> bool:
        """Return whether this was an unused code of this person, which is used now."""
        found = cls.objects.filter(user=user, digest=cls.digest_of(user, code), used_at=None)
        return found.update(used_at=timezone.now()) == 1

    @classmethod
    def left(cls, user: User) -> int:
        """Return how many codes a person still has."""
        return cls.objects.filter(user=user, used_at=None).count()
