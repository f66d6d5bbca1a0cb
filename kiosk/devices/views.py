"""The pages of an installed screen. All but the entry are behind the PIN."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kiosk.devices import findings, gate, keypads, profile
from kiosk.devices.gate import behind_pin
from kiosk.devices.models import DIGITS, LOCK, TRIES, Calibration, Record, Selfcheck, StaffPin

PER_PAGE = 50


def _page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    shared = {"scale": settings.PLAINVOICE_PIXELS_PER_MM}
    return render(
        request, f"kiosk/devices/{template}.html", {**shared, **(context or {})}, status=status
    )


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "HEAD", "POST"])
def pin(request: HttpRequest) -> HttpResponseBase:
    """Ask for the PIN and let the browser in; say for how long it is locked where it is."""
    current = StaffPin.current()
    asked = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith(
        (reverse("device"), reverse("selfcheck"))
    )
    onward = asked if own else reverse("device")
    context: dict[str, Any] = {"next": onward, "made": current is not None, "most": DIGITS[1]}
    status = 200
    if request.method == "POST" and current is not None:
        typed = request.POST.get("pin", "")
        if not (typed.isascii() and typed.isdigit() and DIGITS[0] <= len(typed) <= DIGITS[1]):
            context["error"] = (
                f"A PIN has {DIGITS[0]} to {DIGITS[1]} digits. This was not counted as a try."
            )
            status = 400
        elif current.admits(typed):
            response = redirect(onward)
            gate.let_in(request, response, current)
            return response
        elif current.locked_for is None:
            left = TRIES - current.wrong
            tries = "1 try is" if left == 1 else f"{left} tries are"
            context["error"] = f"This is not the PIN. {tries} left."
            status = 403
    if current is not None and (left_for := current.locked_for) is not None:
        seconds = int(left_for.total_seconds())
        context |= {
            "locked": True,
            "minutes": seconds // 60 + 1,
            "tries": TRIES,
            "lock_minutes": int(LOCK.total_seconds() // 60),
            "error": "",
        }
        status = 429
    answer = _page(request, "pin", context, status)
    if status == 429:
        answer["Retry-After"] = str(seconds + 1)
    return answer


@require_POST
def done(request: HttpRequest) -> HttpResponseBase:
    """Let the browser out, to the start screen of visitors."""
    response = redirect("/")
    gate.let_out(response)
    return response


@behind_pin
@ensure_csrf_cookie
@require_safe
def calibration(request: HttpRequest) -> HttpResponseBase:
    """Show the steps of a calibration."""
    data = {
        "bounds": profile.BOUNDS,
        "named": {key: {"what": w, "remedy": r} for key, (w, r) in profile.NAMED.items()},
        "today": timezone.localdate().isoformat(),
        "to": {"records": reverse("device-records"), "pin": _entry("device")},
    }
    return _page(request, "calibration", {"data": data, "here": "device"})


@behind_pin
@require_http_methods(["GET", "HEAD", "POST"])
def calibrations(request: HttpRequest) -> HttpResponseBase:
    """List the calibrations, or append one: 201 with its address, 400 naming the fields."""
    if request.method != "POST":
        return _list(request, Calibration, "Calibrations", "device-record")
    try:
        values = profile.checked(_body(request))
    except profile.Malformed as error:
        return JsonResponse({"errors": error.errors}, status=400)
    values["calibratedOn"] = timezone.localdate().isoformat()
    made = Calibration.objects.create(
        device=values["name"], by=values["calibratedBy"], values=values
    )
    return JsonResponse(
        {"profile": values, "url": reverse("device-record", args=[made.pk])}, status=201
    )


@behind_pin
@require_safe
def calibration_record(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show one calibration whole."""
    record = get_object_or_404(Calibration, pk=pk)
    values = record.values
    needed = values["distanceMm"] * 0.01222
    facts = [
        ("Pixels a millimetre", f"{values['pxPerMm']:.3f}"),
        ("Viewing distance", f"{values['distanceMm']} mm"),
        ("Capitals of 0.7 degrees at this distance", f"{needed:.1f} mm"),
        ("Lower edge above the floor", _or_not(values.get("bottomMm"), "mm")),
        ("Controls kept within reach", "always" if values["reach"] else "when a visitor asks"),
    ]
    for route, what in (("speaker", "Loudspeaker"), ("headset", "Headset")):
        one = values["loudness"].get(route)
        said = f"{one['maxDb']} dB, on {one['on']}, by {one['by']}" if one else "not measured"
        facts.append((f"{what}, at its loudest", said))
    context = {"record": record, "facts": facts, "back": reverse("device-records")}
    return _page(request, "record", {**context, "title": "Calibration"})


@behind_pin
@ensure_csrf_cookie
@require_safe
def keys(request: HttpRequest) -> HttpResponseBase:
    """Show the key profiles, and learn a keypad."""
    data = {
        "actions": keypads.ACTIONS,
        "needed": keypads.NEEDED,
        "twoSwitches": keypads.TWO_SWITCHES,
        "shipped": keypads.shipped(),
    }
    return _page(request, "keys", {"data": data, "shipped": keypads.shipped(), "here": "keys"})


@behind_pin
@ensure_csrf_cookie
@require_safe
def selfcheck(request: HttpRequest) -> HttpResponseBase:
    """Show what a selfcheck does, and the earlier ones."""
    data = {
        "byHand": findings.by_hand(),
        "to": {"records": reverse("selfcheck-records"), "pin": _entry("selfcheck")},
    }
    return _page(
        request,
        "selfcheck",
        {"data": data, "earlier": Selfcheck.objects.all()[:5], "here": "selfcheck"},
    )


@behind_pin
@require_http_methods(["GET", "HEAD", "POST"])
def selfchecks(request: HttpRequest) -> HttpResponseBase:
    """List the selfchecks, or append one: 201 with its address, 400 saying why not."""
    if request.method != "POST":
        return _list(request, Selfcheck, "Selfchecks", "selfcheck-record")
    try:
        values = findings.checked(_body(request))
    except profile.Malformed as error:
        return JsonResponse({"errors": error.errors}, status=400)
    made = Selfcheck.objects.create(
        device=values.pop("device") or "A screen without a name",
        by=values.pop("by") or "not named",
        values=values,
    )
    return JsonResponse({"url": reverse("selfcheck-record", args=[made.pk])}, status=201)


@behind_pin
@require_safe
def selfcheck_record(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show one selfcheck whole."""
    record = get_object_or_404(Selfcheck, pk=pk)
    context = {
        "record": record,
        "facts": list(record.values["screen"].items()),
        "rows": record.values["rows"],
        "back": reverse("selfcheck-records"),
    }
    return _page(request, "record", {**context, "title": "Selfcheck"})


@behind_pin
@require_safe
def by_hand(request: HttpRequest) -> HttpResponseBase:
    """Show the installer's list, one page to print and fill in."""
    return _page(request, "by_hand", {"rows": findings.by_hand()})


def _list(request: HttpRequest, model: type[Record], title: str, name: str) -> HttpResponse:
    page = Paginator(model._default_manager.all(), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(one, reverse(name, args=[one.pk])) for one in page]
    return _page(request, "records", {"title": title, "rows": rows, "page": page})


def _body(request: HttpRequest) -> Any:
    try:
        return json.loads(request.body)
    except (ValueError, RecursionError):
        return None


def _entry(name: str) -> str:
    return f"{reverse('device-pin')}?next={reverse(name)}"


def _or_not(value: object, unit: str) -> str:
    return "not entered" if value is None else f"{value} {unit}"
