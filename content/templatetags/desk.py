"""What the desk's first page asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.conf import settings

from content.admin.front import front
from content.models import SignIn, Suspension
from content.signin import second_factor, session, steps

if TYPE_CHECKING:
    from django.contrib.auth.models import User

register = template.Library()


@register.simple_tag
def suspension_in_force() -> Suspension | None:
    """Return the suspension of the whole service that is in force, or None."""
    return Suspension.current()


@register.simple_tag
def front_of(user: User) -> dict[str, Any]:
    """Return what the first page shows to a person: :func:`content.admin.front.front`."""
    return front(user)


@register.simple_tag(takes_context=True)
def session_left(context: Any) -> dict[str, Any]:
    """Return in how many seconds the session ends, and why (``idle`` or ``age``)."""
    seconds, why = session.seconds_left(context["request"].session)
    return {"seconds": max(0, seconds), "why": why}


@register.simple_tag
def second_factor_offered(user: User) -> str:
    """Return ``first`` where a person is to be asked for a second factor, ``later`` where they have
    put it off, and nothing where they have one, need none, or cannot do without.
    """
    if settings.PLAINVOICE_SECOND_FACTOR != "offered" or not user.has_perm(steps.APPROVE):
        return ""
    if second_factor.device_of(user) is not None:
        return ""
    put_off = SignIn.objects.filter(user=user.pk, not_now_at__isnull=False).exists()
    return "later" if put_off else "first"
