"""Who is let in: this browser, by the PIN, for a quarter of an hour of use.

No account and no session: a signed cookie says since when the browser is unused, and by which PIN
it was let in. It is gone with *Done*, with a new PIN, and with the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode

from kiosk.devices.models import StaffPin

COOKIE = "device"
SECONDS = 15 * 60
"""Unused for so long, the PIN is asked for again."""
_SALT = "kiosk.devices.gate"

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def is_open(request: HttpRequest) -> bool:
    """Return whether this browser was let in, and is in use."""
    pin = StaffPin.current()
    stamp = request.get_signed_cookie(COOKIE, default="", salt=_SALT, max_age=SECONDS)
    return pin is not None and constant_time_compare(stamp or "", pin.stamp)


def let_in(request: HttpRequest, response: HttpResponseBase, pin: StaffPin) -> None:
    """Let the browser in from now on."""
    response.set_signed_cookie(
        COOKIE,
        pin.stamp,
        salt=_SALT,
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def let_out(response: HttpResponseBase) -> None:
    """Have the browser forget that anybody was here."""
    for cookie in (COOKIE, settings.CSRF_COOKIE_NAME):
        response.delete_cookie(cookie, samesite="Lax")


def behind_pin(view: View[P]) -> View[P]:
    """Answer only to a browser that was let in: others are asked for the PIN, and nothing is done."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        pin = StaffPin.current()
        if pin is None or not is_open(request):
            return _asked(request)
        response = view(request, *args, **kwargs)
        if COOKIE not in getattr(response, "cookies", {}):
            let_in(request, response, pin)
        return response

    return guarded


def _asked(request: HttpRequest) -> HttpResponse:
    if request.method in ("GET", "HEAD"):
        return redirect(f"{reverse('device-pin')}?{urlencode({'next': request.path})}")
    said = (
        "The PIN's time is over and nothing was saved. Enter the PIN again: what was typed is kept."
    )
    return JsonResponse({"errors": {"pin": said}}, status=403)
