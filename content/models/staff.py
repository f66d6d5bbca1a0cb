"""What Plainvoice knows of its staff beyond Django's accounts."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from django.contrib.auth.models import User

TOKEN_LIFE = timedelta(hours=8)
USE_NOTED_EVERY = timedelta(minutes=1)


class StaffProfile(models.Model):
    """How a reviewer is named to the public."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_profile"
    )
    public_name = models.CharField(
        max_length=150,
        blank=True,
        help_text="Shown at the foot of what this person approves. Empty: only the profession is.",
    )
    profession = models.CharField(
        max_length=100, blank=True, help_text='For example "Clinical pharmacist".'
    )

    def __str__(self) -> str:
        return self.profession or self.public_name or str(self.user_id)


class ApiToken(models.Model):
    """A personal key to the staff API: it expires and carries one role. Only its digest is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens"
    )
    role = models.CharField(max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True, help_text="To the minute.")
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user_id} as {self.role} until {self.expires_at:%Y-%m-%d %H:%M}"

    @staticmethod
    def digest_of(key: str) -> str:
        """Return what is stored of a key: keys are random, so a plain SHA-256 is enough."""
        return hashlib.sha256(key.encode()).hexdigest()

    @classmethod
    def issue(cls, user: User, role: str, life: timedelta = TOKEN_LIFE) -> tuple[str, ApiToken]:
        """Make a token and return its key, which is nowhere else and never seen again."""
        key = secrets.token_urlsafe(32)
        token = cls.objects.create(
            user=user, role=role, digest=cls.digest_of(key), expires_at=timezone.now() + life
        )
        return key, token

    @classmethod
    def find(cls, key: str, now: datetime | None = None) -> ApiToken | None:
        """Return the live token of a key whose owner is active, or None. It is used then."""
        now = now or timezone.now()
        token = (
            cls.objects.select_related("user")
            .filter(
                digest=cls.digest_of(key),
                expires_at__gt=now,
                revoked_at=None,
                user__is_active=True,
            )
            .first()
        )
        if token and (token.last_used_at is None or now - token.last_used_at >= USE_NOTED_EVERY):
            token.last_used_at = now
            token.save(update_fields=["last_used_at"])
        return token
