"""Locking out who guesses: what django-axes counts by, what is told, and what is kept of it."""

from __future__ import annotations

import ipaddress
from datetime import datetime
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone


def address_of(request: HttpRequest) -> str | None:
    """Return the address that asks.

    ``X-Forwarded-For`` counts only with ``PLAINVOICE_BEHIND_PROXY``, and of it only the last: the
    proxy wrote that one, and whoever asks may have written those before it.
    """
    candidates = [request.META.get("REMOTE_ADDR", "")]
    if settings.PLAINVOICE_BEHIND_PROXY:
        candidates.insert(0, request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip())
    for candidate in candidates:
        try:
            return str(ipaddress.ip_address(candidate))
        except ValueError:
            continue
    return None


def stops(request: HttpRequest, username: str) -> bool:
    """Return whether somebody is locked out where they ask from; the answer says so then."""
    credentials = {"username": username}
    if AxesProxyHandler.is_allowed(request, credentials):
        return False
    # The middleware of django-axes answers with locked_page.
    request.axes_locked_out = True  # type: ignore[attr-defined]
    request.axes_credentials = credentials  # type: ignore[attr-defined]
    return True


def count(request: HttpRequest, username: str) -> None:
    """Count a wrong password or code that no backend has looked at."""
    user_login_failed.send(sender=__name__, credentials={"username": username}, request=request)


def locked(username: str | None = None) -> dict[str, datetime]:
    """Return who is locked out from anywhere, and until when at the latest. One query."""
    attempts = AccessAttempt.objects.filter(
        attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME
    )
    if username is not None:
        attempts = attempts.filter(username=username)
    found: dict[str, datetime] = {}
    for row in attempts.values("username", "ip_address").annotate(
        failures=Sum("failures_since_start"), last=Max("attempt_time")
    ):
        if row["failures"] >= settings.AXES_FAILURE_LIMIT:
            until = row["last"] + settings.AXES_COOLOFF_TIME
            found[row["username"]] = max(until, found.get(row["username"], until))
    return found


def forget(username: str, address: str | None = None) -> int:
    """Forget the failures of a name, from one address or from all; return how many rows."""
    if address is None:
        return int(reset(username=username))
    return int(reset(username=username, ip=address))


def locked_page(
    request: HttpRequest, original: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Return the page that says when to try again and whom to ask: 429 with ``Retry-After``.

    Known and unknown names get the same.
    """
    name = (credentials or {}).get("username")
    until = locked(name).get(name) if name else None
    until = until or timezone.now() + settings.AXES_COOLOFF_TIME
    seconds = max(1, int((until - timezone.now()).total_seconds()))
    answer = TemplateResponse(
        request,
        "admin/content/signin/locked.html",
        {
            "title": "Too many wrong attempts",
            "site_header": "Plainvoice desk",
            "site_title": "Plainvoice desk",
            "until": until,
            "minutes": seconds // 60 + 1,
            "limit": settings.AXES_FAILURE_LIMIT,
        },
        status=429,
    )
    answer["Retry-After"] = str(seconds)
    return answer.render()
