"""What waits for a person, for the desk's first page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.conf import settings
from django.db.models import Exists, OuterRef

from content.admin.review import awaiting_review
from content.models import Revision, RevisionEditor, RevisionState, SignIn
from content.signin import second_factor, session, steps

if TYPE_CHECKING:
    from django.contrib.auth.models import User

register = template.Library()

SHOWN = 10
"""How many of each kind; the lists have the rest."""


@register.simple_tag
def waiting_for(user: User) -> dict[str, Any]:
    """Return the drafts and returned texts of a person, and what that person may approve."""
    waiting: dict[str, Any] = {"to_review": [], "drafts": [], "returned": []}
    if user.has_perm("content.approve_revision"):
        waiting["to_review"] = list(awaiting_review(user, mine=False)[:SHOWN])
    if user.has_perm("content.change_revision"):
        edited = RevisionEditor.objects.filter(revision=OuterRef("pk"), user=user.pk)
        newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
        mine = Revision.objects.filter(Exists(edited)).select_related("article", "edited_by")
        mine = mine.order_by("-edited_at")
        waiting["drafts"] = list(mine.filter(state=RevisionState.DRAFT)[:SHOWN])
        waiting["returned"] = list(
            mine.filter(~Exists(newer), state=RevisionState.RETURNED)[:SHOWN]
        )
    return waiting


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
