"""What waits for a person, for the desk's first page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.db.models import Exists, OuterRef

from content.admin.review import awaiting_review
from content.models import Revision, RevisionEditor, RevisionState, Suspension

if TYPE_CHECKING:
    from django.contrib.auth.models import User

register = template.Library()

SHOWN = 10
"""How many of each kind; the lists have the rest."""


@register.simple_tag
def suspension_in_force() -> Suspension | None:
    """Return the suspension of the whole service that is in force, or None."""
    return Suspension.current()


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
