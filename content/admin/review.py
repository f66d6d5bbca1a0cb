"""Review: what waits, what a reviewer sees and hears of it, and the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import Case, Exists, Max, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format

from content import composition, lexicon, linting
from content.actions import ApproveRevision, HearClip, Refused, ReturnRevision
from content.admin import checks
from content.admin.difference import Line, difference
from content.admin.site import person, status_of, why_not
from content.forms import DESK_LANGUAGE, ReturnForm
from content.models import (
    Decision,
    Hearing,
    Rendition,
    RenditionPronunciation,
    ReturnReason,
    Review,
    Revision,
    RevisionEditor,
    RevisionState,
    WithdrawReason,
)
from content.time_forms import ScheduleForm

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def awaiting_review(user: User, *, mine: bool | None = None) -> QuerySet[Revision]:
    """Return what waits for a reviewer, longest first, with ``mine``: whether this person wrote it.

    Given ``mine``, return only those. It is :meth:`Revision.editors_since_approval`, and who made
    :func:`content.lexicon.unapproved` changes, for a whole list in one query.
    """
    approved = (
        Revision.objects.standing()
        .filter(article=OuterRef("article"), number__lt=OuterRef("number"))
        .order_by()
        .values("article")
        .annotate(last=Max("number"))
        .values("last")
    )
    edited = RevisionEditor.objects.filter(
        user=user.pk,
        revision__article=OuterRef("article"),
        revision__number__lte=OuterRef("number"),
        revision__number__gt=OuterRef("last_approved"),
    )
    heard = RenditionPronunciation.objects.filter(
        change=OuterRef("change"),
        rendition__revision__article=OuterRef("rendition__revision__article"),
        rendition__reviews__decision=Decision.APPROVE,
    ).exclude(rendition__revision__reviews__decision=Decision.WITHDRAW)
    pronounced = RenditionPronunciation.objects.filter(
        ~Exists(heard), rendition=OuterRef("newest_rendition"), change__changed_by=user.pk
    )
    waiting = (
        Revision.objects.awaiting_review()
        .select_related("article__topic", "edited_by")
        .prefetch_related("article__topic__titles")
        .annotate(last_approved=Coalesce(Subquery(approved), 0))
        .annotate(mine=Case(When(Exists(edited) | Exists(pronounced), then=True), default=False))
    )
    return waiting if mine is None else waiting.filter(mine=mine)


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence as a reviewer meets it, or an announcement, which is said and not written."""

    id: str
    digest: str
    written: str
    spoken: str
    phonemes: str
    announced: bool
    said_differently: bool
    must_be_heard: bool
    heard: bool

    @property
    def other_words(self) -> bool:
        """Whether other words are said than are written: else only the sound is another."""
        return self.spoken != self.written


def rows_of(rendition: Rendition, must: list[str], heard: list[str]) -> list[Row]:
    """Return all that is said of a rendition, announcements included, in the order it is read."""
    phonemes = dict(rendition.clips.values_list("digest", "phonemes"))
    otherwise = composition.said_otherwise(rendition)
    return [
        Row(
            id=name,
            digest=said["clip"]["digest"],
            written=said["text"],
            spoken=said["spoken"],
            phonemes=phonemes.get(said["clip"]["digest"], ""),
            announced="id" not in said,
            said_differently=said["clip"]["digest"] in otherwise,
            must_be_heard=said["clip"]["digest"] in must,
            heard=said["clip"]["digest"] in heard,
        )
        for name, said in composition.said_of(rendition.reading)
    ]


def changes(revision: Revision) -> dict[str, Any] | None:
    """Return what differs from the public text; None where nothing, or this, is public."""
    public = revision.article.public_rendition
    if public is None or public.revision_id == revision.pk:
        return None
    before, lines = public.revision, list[Line]()
    if before.title != revision.title:
        lines += difference(before.title, revision.title)
    lines += difference(before.body, revision.body)
    return {
        "from": before,
        "lines": lines,
        "notices_added": [key for key in revision.notices if key not in before.notices],
        "notices_removed": [key for key in before.notices if key not in revision.notices],
    }


def review_context(
    request: HttpRequest,
    revision: Revision,
    *,
    refused: Refused | None = None,
    return_form: ReturnForm | None = None,
    heard: list[str] | None = None,
    answers: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Return all that the page of a submitted revision shows, with a fixed number of queries."""
    user = person(request)
    waits = revision.waits_for_review
    rendition = revision.rendition_to_show
    context: dict[str, Any] = {
        "revision": revision,
        "article": revision.article,
        "rendition": rendition,
        "refused": refused,
        "changes": changes(revision),
        "editors": list(revision.editors_since_approval()),
        "decisions": decisions(revision),
        "in_review": waits,
        "new_voice": waits and revision.state == RevisionState.APPROVED,
        "topic": topic_of(revision),
    }
    if rendition is None:
        return context
    context["pronunciations"] = lexicon.unapproved(rendition).select_related("changed_by")
    must = composition.must_hear(rendition)
    played = Hearing.objects.of(rendition, user).values_list("digest", flat=True)
    heard = [*(heard or []), *played]
    context["rows"] = rows_of(rendition, must, heard)
    context["must_hear"] = must
    context["unheard"] = [digest for digest in must if digest not in heard]
    context["keeps_hearings"] = context["in_review"] and user.has_perm("content.approve_revision")
    context["signoff"] = signoff_of(rendition)
    if context["in_review"]:
        checked = linting.of_rendition(rendition)
        earlier = linting.earlier_answers(one.review for one in context["decisions"])
        shown = checks.to_answer(checked, earlier, answers)
        approve = ApproveRevision(
            revision,
            actor=user,
            text_digest=rendition.text_digest,
            speech_digest=rendition.speech_digest,
            heard=heard,
            answers=checks.answered(shown),
        )
        approve.checked = checked
        first = why_not(approve.check)
        giving_back = ReturnRevision(revision, actor=user, reason="", comment="")
        context |= {
            "cannot_approve": why_not(approve.check_standing),
            # The sentence that counts what is unheard. What is unanswered is said at its place.
            "listen_first": first if first and first.rule != "answers" else None,
            "checks": shown,
            "rules": checked.rules,
            "can_answer": user.has_perm("content.approve_revision"),
            "to_answer": sum(
                not one.answer
                for group in shown
                for one in group.findings
                if one.level == "warning"
            ),
            "cannot_return": why_not(giving_back.check_standing),
            "return_form": return_form or ReturnForm(),
        }
    return context


@dataclass(frozen=True, slots=True)
class SignOff:
    """Where a rendition stands whose topic wants two people to sign it off."""

    first: Review | None
    """The first sign-off, None while nobody has given it."""


def signoff_of(rendition: Rendition) -> SignOff | None:
    """Return where the two sign-offs stand, None where one person is enough."""
    topic = rendition.revision.article.topic
    if topic is None or not topic.second_signoff:
        return None
    return SignOff(composition.endorsements(rendition).select_related("reviewer").first())


REASONS: dict[str, str] = dict((*ReturnReason.choices, *WithdrawReason.choices))


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the desk tells it: its reason in words, and what was heard before it."""

    review: Review
    reason: str
    played: int
    played_first: datetime | None
    played_last: datetime | None
    only_said: int
    found: list[checks.Group]

    @classmethod
    def of(cls, review: Review) -> Decided:
        """Return a decision in words. Before hearings were kept, ``heard`` held digests alone."""
        kept = [one for one in review.heard if isinstance(one, dict)]
        times = sorted(datetime.fromisoformat(one["played_at"]) for one in kept if one["played_at"])
        return cls(
            review,
            REASONS.get(review.reason, ""),
            played=len(times),
            played_first=times[0] if times else None,
            played_last=times[-1] if times else None,
            only_said=len(review.heard) - len(times),
            found=checks.decided(review),
        )


def decisions(revision: Revision) -> list[Decided]:
    """Return what was decided about a revision, newest last."""
    return [
        Decided.of(review) for review in revision.reviews.select_related("reviewer", "rendition")
    ]


def asked_of(revision: Revision) -> tuple[Review, str] | None:
    """Return what sent the revision before a draft back, with its reason in words."""
    before = Review.objects.filter(
        revision__article=revision.article_id,
        revision__number=revision.number - 1,
        decision=Decision.RETURN,
    )
    found = before.select_related("reviewer").last()
    return (found, REASONS.get(found.reason, "")) if found else None


def topic_of(revision: Revision) -> str:
    """Return the name of a revision's topic, empty where it has none."""
    topic = revision.article.topic
    return topic.title_in(DESK_LANGUAGE) if topic else ""


def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for a reviewer, longest waiting first."""
    user = person(request)
    waiting = [(revision, topic_of(revision)) for revision in awaiting_review(user)]
    return TemplateResponse(
        request,
        "admin/content/queue.html",
        {
            **admin.site.each_context(request),
            "title": "Waiting for review",
            "waiting": waiting,
            "voicing": Revision.objects.voicing().select_related("article"),
            "may_approve": user.has_perm("content.approve_revision"),
        },
    )


def approve(request: HttpRequest, revision: Revision) -> HttpResponse | dict[str, Any]:
    """Approve and go back to the queue, or return the page's context with the refusal."""
    heard = request.POST.getlist("heard")
    answers = checks.typed_in(request.POST.dict())
    form = ScheduleForm(request.POST)
    if not form.is_valid():
        context = review_context(request, revision, heard=heard, answers=answers)
        return {**context, "schedule_form": form}
    try:
        decision = ApproveRevision(
            revision,
            actor=person(request),
            text_digest=request.POST.get("text_digest", ""),
            speech_digest=request.POST.get("speech_digest", ""),
            heard=heard,
            **form.cleaned_data,
            answers=answers,
        ).execute()
    except Refused as refused:
        context = review_context(request, revision, refused=refused, heard=heard, answers=answers)
        return {**context, "schedule_form": form}
    if decision.decision == Decision.ENDORSE:
        messages.success(
            request,
            f"Signed off: “{revision.title}” is public once a second person has signed it off.",
        )
    elif decision.publish_at is not None:
        at = date_format(timezone.localtime(decision.publish_at), "j F Y, H:i")
        messages.success(request, f"Approved: “{revision.title}” goes on the kiosk on {at}.")
    else:
        messages.success(request, f"Approved: “{revision.title}” is on the kiosk now.")
    return redirect("admin:content_revision_queue")


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
    )
    refused = why_not(action.check)
    if refused is None and form.is_valid():
        try:
            action.execute()
        except Refused as late:
            refused = late
        else:
            messages.success(
                request,
                f"Put aside: the public goes on hearing “{revision.title}” as it was approved."
                if revision.state == RevisionState.APPROVED
                else f"Returned: “{revision.title}” is back with its author.",
            )
            return redirect("admin:content_revision_queue")
    return review_context(
        request,
        revision,
        refused=refused,
        return_form=form,
        heard=request.POST.getlist("heard"),
        answers=checks.typed_in(request.POST.dict()) or None,
    )


def status(context: dict[str, Any]) -> int:
    """Return the HTTP status of a page that answers a decision that was not taken."""
    return status_of(context["refused"]) if context["refused"] else 400
