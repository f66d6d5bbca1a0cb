"""Claiming and releasing on the desk: from the queue, and from a revision's own page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import time_format

from content.actions import ClaimRevision, Refused, ReleaseRevision
from content.admin.site import person
from content.models import Claim, Revision, RevisionState


def claim(request: HttpRequest, revision: Revision) -> HttpResponse | Refused:
    """Claim what waits and go to its page, or return why not."""
    try:
        taken = ClaimRevision(revision, actor=person(request)).execute()
    except Refused as refused:
        return refused
    until = time_format(timezone.localtime(taken.until), "H:i")
    messages.success(request, f"You have claimed “{revision.title}” until {until}.")
    return redirect("admin:content_revision_change", revision.pk)


def release(request: HttpRequest, revision: Revision) -> HttpResponse | Refused:
    """Release what was claimed and go back to where it was pressed, or return why not."""
    reason = request.POST.get("claim_reason", "")
    try:
        ReleaseRevision(revision, actor=person(request), reason=reason).execute()
    except Refused as refused:
        return refused
    messages.success(request, f"Released: “{revision.title}” is free for anybody.")
    if from_queue(request):
        return redirect("admin:content_revision_queue")
    return redirect("admin:content_revision_change", revision.pk)


def from_queue(request: HttpRequest) -> bool:
    """Whether the button was pressed in the queue."""
    return request.POST.get("from") == "queue"


def context(request: HttpRequest, revision: Revision, *, waits: bool, mine: bool) -> dict[str, Any]:
    """Return what a revision's page tells of claims: whose it is, and what may be done about it.

    ``mine``: this person edited it, or how it is said.
    """
    user = person(request)
    claim = Claim.objects.standing().select_related("user").filter(revision=revision).first()
    own = claim is not None and claim.user_id == user.pk
    return {
        "claim": claim,
        "claim_own": own,
        "may_claim": claim is None
        and not mine
        and user.has_perm("content.approve_revision")
        and (waits or _is_due(revision)),
        "may_release": claim is not None and (own or user.has_perm("content.release_claim")),
        "claim_reason": request.POST.get("claim_reason", ""),
        "claim_hours": settings.PLAINVOICE_CLAIM_HOURS,
    }


def _is_due(revision: Revision) -> bool:
    if revision.state != RevisionState.APPROVED:
        return False
    return Revision.objects.filter(pk=revision.pk).awaiting_decision().exists()
