"""System checks of the sign-in: settings that would switch a protection off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

MIDDLEWARE = ("content.signin.middleware.OnlyWholeSignIns", "axes.middleware.AxesMiddleware")
LOCKOUT = "content.signin.backends.Lockout"


@register(Tags.security)
def approving_needs_a_second_factor(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``content.E014``: a second factor that is not required, outside a demonstration."""
    value = settings.PLAINVOICE_SECOND_FACTOR
    if value == "required" or (value == "offered" and settings.PLAINVOICE_DEMONSTRATION):
        return []
    return [
        Error(
            f"PLAINVOICE_SECOND_FACTOR is {value!r}.",
            hint='Set it to "required". "offered" is for a demonstration alone.',
            id="content.E014",
        )
    ]


@register(Tags.security)
def signing_in_is_guarded(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``content.E015``: what makes half a sign-in nobody, or counts failures, is not there."""
    missing = [name for name in MIDDLEWARE if name not in settings.MIDDLEWARE]
    backends = settings.AUTHENTICATION_BACKENDS
    if backends[0] != LOCKOUT:
        missing.append(f"{LOCKOUT} as the first backend")
    if not getattr(settings, "AXES_ENABLED", True):
        missing.append("AXES_ENABLED")
    minutes = (settings.PLAINVOICE_IDLE_MINUTES, settings.PLAINVOICE_REAUTHENTICATE_MINUTES)
    if not all(0 < value <= 60 for value in minutes):
        missing.append("PLAINVOICE_IDLE_MINUTES and PLAINVOICE_REAUTHENTICATE_MINUTES from 1 to 60")
    if not 0 < settings.PLAINVOICE_SESSION_HOURS <= 24:
        missing.append("PLAINVOICE_SESSION_HOURS from 1 to 24")
    if not missing:
        return []
    return [
        Error(
            f"Signing in is not guarded: there is no {', no '.join(missing)}.",
            hint="Keep MIDDLEWARE and AUTHENTICATION_BACKENDS as kiosk/settings/base.py has them.",
            id="content.E015",
        )
    ]
