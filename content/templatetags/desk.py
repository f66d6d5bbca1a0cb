"""What the desk's first page asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from content.admin.front import front
from content.models import Suspension

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
