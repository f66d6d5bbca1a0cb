"""Asking again who it is before a decision, without losing what was typed or heard."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import admin
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from content.signin import second_factor, session
from content.signin.middleware import half_signed_in

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PASSWORD, CODE = "confirm_password", "confirm_code"
OWN = (PASSWORD, CODE, "csrfmiddlewaretoken")

View = TypeVar("View", bound=Callable[..., HttpResponse])


def confirm_first(doing: str) -> Callable[[View], View]:
    """Have a decision's view ask who it is when the last password or code is too old.

    ``doing`` ends "Confirm that it is you ...", as in "to approve this". The page sends what was
    sent to the same address again, so that the view sees the very form that the person saw.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(*arguments: Any, **named: Any) -> HttpResponse:
            request = next(one for one in arguments if isinstance(one, HttpRequest))
            user = half_signed_in(request) or request.user
            if request.method == "POST" and user.is_authenticated:
                refused = _why_not(request, user) if PASSWORD in request.POST else None
                if refused is None and not session.is_fresh(request.session):
                    refused = ""
                if refused is not None:
                    return _ask(request, user, doing, refused)
                _take_off(request)
            return view(*arguments, **named)

        return guarded  # type: ignore[return-value]

    return decorate


def _why_not(request: HttpRequest, user: User) -> str | None:
    """Return why what was given does not confirm who it is, or None, and the session is fresh."""
    given = request.POST.get(PASSWORD, "")
    found = authenticate(request, username=user.get_username(), password=given)
    if found is None or found.pk != user.pk:
        return "That is not your password."
    if second_factor.device_of(user) is not None:
        why = second_factor.why_wrong(request, user, request.POST.get(CODE, ""))
        if why:
            return why
    request.session[session.CHECKED] = session.now()
    return None


def _ask(request: HttpRequest, user: User, doing: str, why: str) -> HttpResponse:
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in OWN
        for value in values
    ]
    return TemplateResponse(
        request,
        "admin/content/signin/confirm.html",
        {
            **admin.site.each_context(request),
            "title": "Confirm that it is you",
            "doing": doing,
            "why": why,
            "sent": sent,
            "code": second_factor.device_of(user) is not None,
        },
        status=403,
    )


def _take_off(request: HttpRequest) -> None:
    """Leave the view with what the first form sent."""
    rest = QueryDict(mutable=True, encoding=request.POST.encoding)
    for name, values in request.POST.lists():
        if name not in (PASSWORD, CODE):
            rest.setlist(name, values)
    rest._mutable = False
    request.POST = rest  # type: ignore[assignment]
