"""Decisions at the desk: each takes a form, calls its action, and gives back what was refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateformat import format as date_format

from content.actions import (
    ApproveRevision,
    Conflict,
    HearClip,
    Refused,
    ReturnRevision,
    WithdrawArticle,
)
from content.admin import checks
from content.admin.review import review_context
from content.admin.site import already, person, status_of, took, why_not
from content.forms import ReturnForm, WithdrawForm
from content.models import Article, Decision, Review, Revision, RevisionState
from content.time_forms import ScheduleForm

JUST_NOW = timedelta(minutes=10)
ONCE = "It was done once."
DONE = {
    Decision.APPROVE: "approved",
    Decision.ENDORSE: "signed off",
    Decision.CONFIRM: "found still correct",
    Decision.RETURN: "returned",
    Decision.WITHDRAW: "withdrawn",
}


def shown(request: HttpRequest) -> dict[str, str | None]:
    """Return the digests that a form was made with; the desk's own forms always carry them."""
    return {name: request.POST.get(name) for name in ("text_digest", "speech_digest")}


def approve(request: HttpRequest, revision: Revision) -> HttpResponse | dict[str, Any]:
    """Approve and go back to the queue, or return the page's context with the refusal."""
    heard = request.POST.getlist("heard")
    answers = checks.typed_in(request.POST.dict())
    form = ScheduleForm(request.POST)
    if not form.is_valid():
        context = review_context(request, revision, heard=heard, answers=answers)
        return {**context, "schedule_form": form}
    try:
        review = ApproveRevision(
            revision,
            actor=person(request),
            text_digest=request.POST.get("text_digest", ""),
            speech_digest=request.POST.get("speech_digest", ""),
            heard=heard,
            **form.cleaned_data,
            answers=answers,
        ).execute()
    except Refused as refused:
        late = _too_late(request, revision, Decision.APPROVE, refused)
        if isinstance(late, HttpResponse):
            return late
        context = review_context(request, revision, refused=late, heard=heard, answers=answers)
        return {**context, "schedule_form": form}
    took(request, _what_follows(review), "approve", revision)
    return redirect("admin:content_revision_queue")


def _what_follows(review: Review) -> str:
    """Return what an approval has done, or will do."""
    title = review.revision.title
    if review.decision == Decision.ENDORSE:
        return f"Signed off: “{title}” is public once a second person has signed it off."
    if review.publish_at is not None:
        at = date_format(timezone.localtime(review.publish_at), "j F Y, H:i")
        return f"Approved: “{title}” goes on the kiosk on {at}."
    return f"Approved: “{title}” is on the kiosk now."


def hear(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Keep that a clip was played to its end: 204, or why it is not kept as plain text."""
    try:
        HearClip(
            revision,
            actor=person(request),
            speech_digest=request.POST.get("speech_digest", ""),
            digest=request.POST.get("digest", ""),
        ).execute()
    except Refused as refused:
        return HttpResponse(
            str(refused), status=status_of(refused), content_type="text/plain; charset=utf-8"
        )
    return HttpResponse(status=204)


def give_back(request: HttpRequest, revision: Revision) -> HttpResponse | dict[str, Any]:
    """Return a revision to its author, or return the page's context with what was typed."""
    form = ReturnForm(request.POST)
    action = ReturnRevision(
        revision,
        actor=person(request),
        reason=request.POST.get("reason", ""),
        comment=request.POST.get("comment", ""),
        **shown(request),
    )
    refused = _refused(action, form)
    if refused is None and form.is_valid():
        took(
            request,
            f"Put aside: the public goes on hearing “{revision.title}” as it was approved."
            if revision.state == RevisionState.APPROVED
            else f"Returned: “{revision.title}” is back with its author.",
            "return",
            revision,
        )
        return redirect("admin:content_revision_queue")
    late = _too_late(request, revision, Decision.RETURN, refused)
    if isinstance(late, HttpResponse):
        return late
    return review_context(
        request,
        revision,
        refused=late,
        return_form=form,
        heard=request.POST.getlist("heard"),
        answers=checks.typed_in(request.POST.dict()) or None,
    )


def withdraw(request: HttpRequest, revision: Revision) -> HttpResponse | dict[str, Any]:
    """Withdraw the article of a revision, or return the page's context with what was typed."""
    form, refused = take_away(request, revision.article)
    if form is None:
        return redirect("admin:content_revision_change", revision.pk)
    return review_context(request, revision, refused=refused, withdraw_form=form)


def take_away(request: HttpRequest, article: Article) -> tuple[WithdrawForm | None, Refused | None]:
    """Withdraw an article; return the form and the refusal where it was not done, else no form."""
    form = WithdrawForm(request.POST, auto_id="id_withdraw_%s")
    action = WithdrawArticle(
        article,
        actor=person(request),
        reason=request.POST.get("reason", ""),
        comment=request.POST.get("comment", ""),
        **shown(request),
    )
    refused = _refused(action, form)
    if refused is None and form.is_valid():
        took(request, "Withdrawn: the kiosk does not show it any more.", "withdraw", article)
        return None, None
    if refused is not None and refused.rule == "state":
        made = _made(request, Decision.WITHDRAW, revision__article=article)
        if made is not None:
            already(request, f"{_told(made, 'you')} {ONCE}", f"withdraw-{article.pk}")
            return None, None
    return form, refused


def _refused(
    action: ReturnRevision | WithdrawArticle, form: ReturnForm | WithdrawForm
) -> Refused | None:
    """Take a decision if its form is whole; return why the action refuses it."""
    refused = why_not(action.check)
    if refused is None and form.is_valid():
        try:
            action.execute()
        except Refused as late:
            return late
    return refused


def _too_late(
    request: HttpRequest, revision: Revision, decision: Decision, refused: Refused | None
) -> Refused | HttpResponse | None:
    """Answer a second click as the first was; name who was faster where it was somebody else."""
    if refused is None or refused.rule != "state":
        return refused
    made = _made(request, decision, revision=revision)
    if made is not None:
        form = "approve" if decision == Decision.APPROVE else "return"
        already(request, f"{_told(made, 'you')} {ONCE}", f"{form}-{revision.pk}")
        return redirect("admin:content_revision_change", revision.pk)
    last = revision.reviews.select_related("reviewer", "revision").last()
    if last is None:
        return refused
    who = last.reviewer_name or (last.reviewer.get_username() if last.reviewer else "Plainvoice")
    return Conflict("state", f"{_told(last, who)} Your decision was not taken.")


def _made(request: HttpRequest, decision: Decision, **of: Revision | Article) -> Review | None:
    """Return the decision that this person has made of exactly this, if there is one."""
    digests = {name: digest or "" for name, digest in shown(request).items()}
    return (
        Review.objects.filter(decision=decision, reviewer=person(request), **digests, **of)
        .select_related("revision")
        .last()
    )


def _told(review: Review, who: str) -> str:
    now = timezone.now()
    when = (
        "a moment ago"
        if now - review.at < JUST_NOW
        else f"on {date_format(timezone.localtime(review.at), 'j F Y, H:i')}"
    )
    done = DONE[Decision(review.decision)]
    return f"“{review.revision.title}” was {done} {when} by {who}."
