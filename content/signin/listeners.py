"""What happens when somebody signs in, fails to, or signs out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axes.models import AccessAttempt
from axes.signals import user_locked_out
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import pre_save

from content.actions.base import record
from content.signin import session

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest


def listen() -> None:
    """Connect all of it, after django-axes has connected its own."""
    for signal, listener in (
        (user_logged_in, began),
        (user_login_failed, failed),
        (user_logged_out, ended),
        (user_locked_out, locked_out),
    ):
        signal.connect(listener, dispatch_uid=f"content.signin.{listener.__name__}")
    pre_save.connect(keep_little, sender=AccessAttempt, dispatch_uid="content.signin.keep_little")


def began(request: HttpRequest, user: User, **_: Any) -> None:
    """Begin a session anew with the password just given."""
    session.begin(request, user)


def failed(request: HttpRequest | None = None, **given: Any) -> None:
    """Record a failure of somebody there is.

    What was typed for a name that nobody has is not kept: it may be a password.
    """
    if request is None or not getattr(request, "axes_failures_since_start", 1):
        return
    if name := _known(given.get("credentials", {}).get("username")):
        record("sign_in_failed", actor=None, username=name)


def locked_out(request: HttpRequest, username: str | None, **_: Any) -> None:
    """Record the failure that locked somebody out, not those that were tried on after it."""
    if getattr(request, "axes_failures_since_start", None) and (name := _known(username)):
        record("locked_out", actor=None, username=name)


def ended(user: User | None = None, **_: Any) -> None:
    """Record that somebody signed out."""
    if user is not None and user.is_authenticated:
        record("sign_out", actor=user)


def keep_little(instance: Any, **_: Any) -> None:
    """Keep of a failed attempt what is counted by, and nothing of what was sent with it."""
    instance.get_data = instance.post_data = ""


def _known(username: object) -> str | None:
    if not isinstance(username, str) or "\0" in username:
        return None
    names = get_user_model().objects.filter(username=username)
    return username if names.exists() else None
