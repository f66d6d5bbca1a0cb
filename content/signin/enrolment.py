"""A person's own second factor: setting a device up, recovery codes, and "not now"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from content.actions import ConfirmSecondFactor, MakeRecoveryCodes, Refused
from content.admin.site import person
from content.models import RecoveryCode, SignIn
from content.signin import second_factor, session
from content.signin.middleware import half_signed_in
from content.signin.reauthentication import confirm_first
from content.signin.steps import APPROVE, Step, missing
from content.signin.views import FEW_CODES, CodeForm, finish, page

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def _whose(request: HttpRequest) -> User | None:
    """Return who may set a device up: staff, and who is there to do nothing else first."""
    half = half_signed_in(request)
    if half is not None:
        return half if missing(half, request.session) == Step.ENROL else None
    return person(request) if admin.site.has_permission(request) else None


@never_cache
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Show whether a person has a second factor and how many recovery codes are left."""
    if not admin.site.has_permission(request):
        return redirect(f"{reverse('admin:login')}?next={request.path}")
    user = person(request)
    left = RecoveryCode.left(user)
    return page(
        request,
        "factor",
        title="Second factor",
        device=second_factor.device_of(user),
        left=left,
        few=left < FEW_CODES,
        required=settings.PLAINVOICE_SECOND_FACTOR != "offered" and user.has_perm(APPROVE),
    )


@never_cache
@sensitive_post_parameters("code")
@confirm_first("to set up a second factor")
def enrol(request: HttpRequest) -> HttpResponse:
    """Set a first device up."""
    user = _whose(request)
    if user is None:
        return redirect(reverse("admin:login"))
    if second_factor.device_of(user) is not None:
        return redirect("signin-factor")
    return _enrol(request, user)


@never_cache
@require_POST
@sensitive_post_parameters("code")
@confirm_first("to set up another device")
def move(request: HttpRequest) -> HttpResponse:
    """Set another device up in place of the one there is."""
    if not admin.site.has_permission(request):
        return redirect("admin:login")
    return _enrol(request, person(request))


def _enrol(request: HttpRequest, user: User) -> HttpResponse:
    device = second_factor.new_device(user)
    form = CodeForm(request.POST if "code" in request.POST else None)
    if form.is_bound and form.is_valid():
        why = second_factor.why_not_confirmed(request, device, form.cleaned_data["code"])
        if not why:
            device.refresh_from_db()
            try:
                codes = ConfirmSecondFactor(device, actor=user).execute()
            except Refused as refused:
                why = str(refused)
            else:
                request.session.cycle_key()
                session.verify(request.session, device)
                finish(request, user)
                return _codes(request, codes)
        form.add_error("code", why)
    form.fields["code"].widget.attrs.pop("autofocus", None)
    offered = (
        settings.PLAINVOICE_SECOND_FACTOR == "offered"
        and second_factor.device_of(user) is None
        and half_signed_in(request) is None
    )
    return page(
        request,
        "enrol",
        400 if form.errors else 200,
        title="Set up your second factor",
        form=form,
        picture=second_factor.picture(device),
        address=device.config_url,
        secret=second_factor.secret(device),
        offered=offered,
    )


@never_cache
@require_POST
@confirm_first("to make new recovery codes")
def renew(request: HttpRequest) -> HttpResponse:
    """Make ten new recovery codes."""
    if not admin.site.has_permission(request):
        return redirect("admin:login")
    user = person(request)
    try:
        return _codes(request, MakeRecoveryCodes(actor=user).execute())
    except Refused:
        return redirect("signin-factor")


def _codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    whose = getattr(request, "half", None) or request.user
    text = "\n".join((f"Plainvoice recovery codes of {whose.get_username()}", "", *codes, ""))
    return page(request, "codes", title="Your recovery codes", codes=codes, text=text)


@require_POST
def not_now(request: HttpRequest) -> HttpResponse:
    """Put an offered second factor off. Where it is required this changes nothing."""
    if not admin.site.has_permission(request):
        return redirect("admin:login")
    SignIn.objects.update_or_create(user=person(request), defaults={"not_now_at": timezone.now()})
    return redirect("admin:index")
