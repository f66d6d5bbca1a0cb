"""What a session of the desk remembers of its sign-in, and when it ends."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.models import SignIn

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.base import SessionBase
    from django.http import HttpRequest

BEGAN, SEEN, CHECKED = "signin_began", "signin_seen", "signin_checked"
"""When, in seconds since 1970: the password was given, something was done last, and a password or
code was given last."""
RIGHTS = "signin_rights"
MUST_CHANGE = "signin_must_change_password"
ENDED = "signin_ended"
"""Why the session before this one ended: ``idle``, ``age`` or ``rights``."""
DONE = "signin_done"
SEEN_EVERY = 60
"""Seconds: how exactly it is kept when something was done last."""


def now() -> int:
    """Return the time in seconds since 1970."""
    return int(timezone.now().timestamp())


def rights(user: User) -> str:
    """Return a digest of what a person may do. A session whose person may something else ends."""
    named = ["superuser"] if user.is_superuser else sorted(user.get_all_permissions())
    return hashlib.sha256("\n".join((str(user.is_staff), *named)).encode()).hexdigest()


def begin(request: HttpRequest, user: User) -> None:
    """Remember that somebody has just given their password: a new session, whatever was before."""
    from django.contrib.auth import get_user_model

    session = request.session
    for key in (DEVICE_ID_SESSION_KEY, ENDED, DONE):
        session.pop(key, None)
    session[BEGAN] = session[SEEN] = session[CHECKED] = now()
    # Read anew: this object may remember permissions from before a change of role.
    session[RIGHTS] = rights(get_user_model().objects.get(pk=user.pk))
    session[MUST_CHANGE] = SignIn.objects.filter(user=user, must_change_password=True).exists()


def verified(session: SessionBase, device: int) -> bool:
    """Return whether this session's person has proved to have the device of this id."""
    return bool(session.get(DEVICE_ID_SESSION_KEY) == f"{TOTPDevice.model_label()}/{device}")


def verify(session: SessionBase, device: TOTPDevice) -> None:
    """Remember that the person has proved to have this device, or used a recovery code for it."""
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session[CHECKED] = now()


def why_ended(session: SessionBase, user: User) -> str | None:
    """Return why a session is over, or None while it is not."""
    if not all(isinstance(session.get(key), int) for key in (BEGAN, SEEN)):
        return "age"
    left, why = seconds_left(session)
    if left <= 0:
        return why
    return None if session.get(RIGHTS) == rights(user) else "rights"


def seconds_left(session: SessionBase) -> tuple[int, str]:
    """Return in how many seconds a session ends, and why: ``idle`` or ``age``."""
    age = session[BEGAN] + int(timedelta(hours=settings.PLAINVOICE_SESSION_HOURS).total_seconds())
    idle = session[SEEN] + int(timedelta(minutes=settings.PLAINVOICE_IDLE_MINUTES).total_seconds())
    return (age - now(), "age") if age <= idle else (idle - now(), "idle")


def see(session: SessionBase) -> None:
    """Remember that something was done just now, to the minute."""
    if SEEN in session and now() - session[SEEN] >= SEEN_EVERY:
        session[SEEN] = now()


def is_fresh(session: SessionBase) -> bool:
    """Return whether a password or code was given so lately that a decision needs no other."""
    limit = timedelta(minutes=settings.PLAINVOICE_REAUTHENTICATE_MINUTES).total_seconds()
    return bool(0 <= now() - session.get(CHECKED, 0) <= limit)


def end_all(user: User) -> int:
    """End every session of a person; return how many there were."""
    mine = [
        kept.pk
        for kept in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if kept.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    Session.objects.filter(pk__in=mine).delete()
    return len(mine)
