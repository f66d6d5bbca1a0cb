"""System checks of the kiosk: settings that would switch a protection off are said before it starts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

UNSAFE = {
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'unsafe-hashes'",
    "'wasm-unsafe-eval'",
    "*",
    "http:",
    "https:",
}


@register(Tags.security)
def no_debugging_in_production(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``kiosk.E001``: debugging pages, which show settings and data, outside a demonstration."""
    if not settings.DEBUG or settings.PLAINVOICE_DEMONSTRATION:
        return []
    return [
        Error(
            "DEBUG is on, and this is not a demonstration.",
            hint="Set DEBUG = False: its error pages show settings and data to everybody.",
            id="kiosk.E001",
        )
    ]


@register(Tags.security)
def the_content_security_policy_is_strict(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``kiosk.E002``: the policy lets in scripts, styles or media from elsewhere or inline."""
    policy = getattr(settings, "CONTENT_SECURITY_POLICY", None) or {}
    directives: dict[str, Iterable[str]] = policy.get("DIRECTIVES", {})
    missing = [
        what
        for what, there in (
            ("default-src", "default-src" in directives),
            (
                "the middleware csp.middleware.CSPMiddleware",
                "csp.middleware.CSPMiddleware" in settings.MIDDLEWARE,
            ),
        )
        if not there
    ]
    loose = [
        f"{name} {source}"
        for name, sources in directives.items()
        if isinstance(sources, (list, tuple, set, frozenset))
        for source in sorted(map(str, sources))
        if source in UNSAFE
    ]
    if not missing and not loose:
        return []
    found = [*(f"no {what}" for what in missing), *loose]
    return [
        Error(
            f"The content security policy is not strict: {', '.join(found)}.",
            hint="Keep CONTENT_SECURITY_POLICY as kiosk/settings/base.py has it; move inline "
            "scripts and styles into files.",
            id="kiosk.E002",
        )
    ]


@register(Tags.files)
def the_data_folder_is_writable(
    app_configs: Sequence[AppConfig] | None = None, **_: Any
) -> list[CheckMessage]:
    """Error ``kiosk.E003``: the data folder neither can be written nor made."""
    data = Path(settings.DATA)
    nearest = next(path for path in (data, *data.parents) if path.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return []
    return [
        Error(
            f"The data folder {data} cannot be written.",
            hint=f"Give this user write access to {nearest}, or set PLAINVOICE_DATA to a folder "
            "that it owns.",
            id="kiosk.E003",
        )
    ]
