"""Somebody whose sign-in is not whole, or whose session has ended, is nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from content.signin import session, steps

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Answer = Callable[[HttpRequest], HttpResponseBase]


class OnlyWholeSignIns:
    """Makes ``request.user`` anonymous unless the sign-in is whole and the session goes on.

    So every address refuses them as it refuses everybody who did not sign in, those that are
    written later too. The pages of the sign-in itself ask :func:`half_signed_in`.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and remember that something was done."""
        found = request.user
        request.user = SimpleLazyObject(lambda: _whoever_is_signed_in(request, found))  # type: ignore[assignment]
        # Django's own would know nothing of this.
        del request.auser
        response = self.get_response(request)
        if getattr(request, "signed_in", False) and not getattr(request, "is_no_use", False):
            session.see(request.session)
        _lead_back_to_the_page(request, response)
        return response


def half_signed_in(request: HttpRequest) -> User | None:
    """Return who has given their password and must do something more; None where nobody has."""
    bool(request.user.is_authenticated)
    user: User | None = getattr(request, "half", None)
    return user


def _whoever_is_signed_in(request: HttpRequest, found: Any) -> Any:
    if not found.is_authenticated:
        return found
    user: User = getattr(found, "_wrapped", found)
    if why := session.why_ended(request.session, user):
        request.session.flush()
        request.session[session.ENDED] = why
        return AnonymousUser()
    if steps.missing_with(user, request.session, user.confirmed_device) is not None:  # type: ignore[attr-defined]
        request.half = user  # type: ignore[attr-defined]
        return AnonymousUser()
    request.signed_in = True  # type: ignore[attr-defined]
    return found


def _lead_back_to_the_page(request: HttpRequest, response: HttpResponseBase) -> None:
    """Have the sign-in after a POST lead to the page it came from: what was sent takes no GET."""
    if request.method != "POST" or response.status_code != 302:
        return
    login = reverse("admin:login")
    parts = urlsplit(response.headers.get("Location", ""))
    before = urlsplit(request.headers.get("Referer", ""))
    if parts.path != login or request.path == login or before.netloc != request.get_host():
        return
    response.headers["Location"] = f"{login}?{urlencode({'next': before.path})}"
