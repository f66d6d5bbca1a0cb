"""The Staff page: who signs in how, and what an operator does about it. Nothing here is a password."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.actions import Refused, ResetSecondFactor, RevokeToken, UnlockAccount
from content.actions.reset_second_factor import LONGEST_REASON
from content.admin.site import person, status_of, why_not
from content.models import ApiToken
from content.roles import Role
from content.signin import lockout

View = Callable[..., HttpResponse]


def _for_staff(view: View) -> View:
    seen = permission_required("content.view_signin", raise_exception=True)(view)
    wrapped: View = staff_member_required(seen)
    return wrapped


class ResetForm(forms.Form):
    """Why a second factor is reset."""

    reason = forms.CharField(
        label="Why, and how you know who asks",
        max_length=LONGEST_REASON,
        help_text="For example: lost phone, came to the desk with her badge. Kept in the audit trail.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def everybody() -> QuerySet[User]:
    """Return the staff, each with ``has_device`` and ``codes_left``."""
    users = get_user_model().objects
    device = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
    unused = Count("recovery_codes", filter=Q(recovery_codes__used_at=None))
    return (
        users.filter(is_staff=True)
        .prefetch_related("groups")
        .annotate(has_device=Exists(device), codes_left=unused)
        .order_by("-is_active", "username")
    )


def _row(user: User, locked: dict[str, Any]) -> dict[str, Any]:
    names = [Role(group.name).label for group in user.groups.all() if group.name in Role.values]
    if user.is_superuser:
        names.append("Superuser")
    return {
        "subject": user,
        "roles": ", ".join(names) or "none",
        "locked_until": locked.get(user.get_username()),
    }


@_for_staff
@require_safe
def staff_page(request: HttpRequest) -> HttpResponse:
    """List the staff, and the API tokens that work."""
    return _staff(request)


def _staff(request: HttpRequest, refused: Refused | None = None) -> HttpResponse:
    locked = lockout.locked()
    tokens = ApiToken.objects.filter(expires_at__gt=timezone.now(), revoked_at=None)
    return TemplateResponse(
        request,
        "admin/content/signin/staff.html",
        {
            **admin.site.each_context(request),
            "title": "Staff",
            "people": [_row(user, locked) for user in everybody()],
            "tokens": tokens.select_related("user").order_by("-created_at"),
            "may_change": person(request).has_perm("content.change_signin"),
            "refused": refused,
        },
        status=status_of(refused),
    )


@_for_staff
@require_safe
def person_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how one person signs in."""
    return _person(request, pk)


def _person(
    request: HttpRequest, pk: int, refused: Refused | None = None, form: ResetForm | None = None
) -> HttpResponse:
    user = get_object_or_404(everybody(), pk=pk)
    reset = ResetSecondFactor(user, actor=person(request), reason="")
    unlock = UnlockAccount(user, actor=person(request))
    return TemplateResponse(
        request,
        "admin/content/signin/person.html",
        {
            **admin.site.each_context(request),
            "title": user.get_username(),
            **_row(user, lockout.locked(user.get_username())),
            "refused": refused,
            "form": form or ResetForm(),
            "cannot_reset": why_not(reset.check_standing),
            "cannot_unlock": why_not(unlock.check),
        },
        status=status_of(refused),
    )


@_for_staff
@require_POST
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Reset a person's second factor."""
    user = get_object_or_404(everybody(), pk=pk)
    reason = request.POST.get("reason", "")
    try:
        ResetSecondFactor(user, actor=person(request), reason=reason).execute()
    except Refused as refused:
        return _person(request, pk, refused, ResetForm(request.POST))
    messages.success(
        request,
        f"Reset: {user} is signed out everywhere, and sets a device up at the next sign-in.",
    )
    return redirect("desk-staff-person", pk)


@_for_staff
@require_POST
def unlock(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person who was locked out try again."""
    user = get_object_or_404(everybody(), pk=pk)
    try:
        UnlockAccount(user, actor=person(request)).execute()
    except Refused as refused:
        return _person(request, pk, refused)
    messages.success(request, f"{user} may try again.")
    return redirect("desk-staff-person", pk)


@_for_staff
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End an API token."""
    token = get_object_or_404(ApiToken.objects.select_related("user"), pk=pk)
    try:
        RevokeToken(token, actor=person(request)).execute()
    except Refused as refused:
        return _staff(request, refused)
    messages.success(request, f"Revoked: that token of {token.user} works no more.")
    return redirect("desk-staff")
