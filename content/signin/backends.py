"""Who is locked out, and Django's accounts with whether their owner has a second factor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axes.backends import AxesStandaloneBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db.models import OuterRef, Subquery
from django_otp.plugins.otp_totp.models import TOTPDevice

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest


class Lockout(AxesStandaloneBackend):
    """Stops whoever is locked out before their password is looked at.

    Without a request there is no address to be locked: a program on the machine itself asks.
    """

    def authenticate(self, request: HttpRequest | None, *args: Any, **credentials: Any) -> None:
        """Return nothing, or raise where the request's sender is locked out."""
        if request is not None:
            super().authenticate(request, *args, **credentials)


class Accounts(ModelBackend):
    """Gives a session's person ``confirmed_device``: its id or None, with no query of its own."""

    def get_user(self, user_id: int) -> User | None:
        """Return the person of a session, None where there is none or they are not active."""
        device = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True).values("pk")[:1]
        users = get_user_model().objects.annotate(confirmed_device=Subquery(device))
        user: User | None = users.filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
