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

from content import composition, lexicon
from content.actions import ApproveRevision, HearClip, Refused, ReturnRevision
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
    picture: dict[str, Any] | None = None
    """What this sentence begins the description of: digest, form, width, height."""

    @property
    def other_words(self) -> bool:
        """Whether other words are said than are written: else only the sound is another."""
        return self.spoken != self.written


def rows_of(rendition: Rendition, must: list[str], heard: list[str]) -> list[Row]:
    """Return all that is said of a rendition, announcements included, in the order it is read."""
    phonemes = dict(rendition.clips.values_list("digest", "phonemes"))
    otherwise = composition.said_otherwise(rendition)
    pictures = composition.pictures_of(rendition.reading)
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
            picture=pictures.get(name),
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
    if context["in_review"]:
        approve = ApproveRevision(
            revision,
            actor=user,
            text_digest=rendition.text_digest,
            speech_digest=rendition.speech_digest,
            heard=heard,
        )
        giving_back = ReturnRevision(revision, actor=user, reason="", comment="")
        context |= {
            "cannot_approve": why_not(approve.check_standing),
            # The sentence that counts what is unheard: the only other reason there can be here.
            "listen_first": why_not(approve.check),
            "cannot_return": why_not(giving_back.check_standing),
            "return_form": return_form or ReturnForm(),
        }
    return context


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
        )


def decisions(revision: Revision) -> list[Decided]:
    """Return what was decided about a revision, newest last."""
    return [Decided.of(review) for review in revision.reviews.select_related("reviewer")]


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
    try:
        ApproveRevision(
            revision,
            actor=person(request),
            text_digest=request.POST.get("text_digest", ""),
            speech_digest=request.POST.get("speech_digest", ""),
            heard=heard,
        ).execute()
    except Refused as refused:
        return review_context(request, revision, refused=refused, heard=heard)
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
    )


def status(context: dict[str, Any]) -> int:
    """Return the HTTP status of a page that answers a decision that was not taken."""
    return status_of(context["refused"]) if context["refused"] else 400
