"""Review: what waits, and all that the page of a submitted revision shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Case, Exists, Max, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from content import composition, lexicon, linting
from content.actions import ApproveRevision, Refused, ReturnRevision, WithdrawArticle
from content.actions.approve import listen_first
from content.admin import checks
from content.admin.changes import changes
from content.admin.commenting import Typed, comments_context
from content.admin.decided import decisions
from content.admin.rows import rows_of
from content.admin.site import person, status_of, why_not
from content.forms import DESK_LANGUAGE, ReturnForm, WithdrawForm
from content.models import (
    Decision,
    Hearing,
    Rendition,
    RenditionPronunciation,
    Review,
    Revision,
    RevisionEditor,
    RevisionState,
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


def review_context(
    request: HttpRequest,
    revision: Revision,
    *,
    refused: Refused | None = None,
    return_form: ReturnForm | None = None,
    withdraw_form: WithdrawForm | None = None,
    heard: list[str] | None = None,
    typed: Typed | None = None,
    answers: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Return all that the page of a submitted revision shows, with a fixed number of queries.

    What was typed into a form that was refused is given, and comes back on the page.
    """
    user = person(request)
    revision.look_once()
    waits = revision.waits_for_review
    rendition = revision.rendition_to_show
    decided = decisions(revision)
    context: dict[str, Any] = {
        "revision": revision,
        "article": revision.article,
        "rendition": rendition,
        "refused": refused,
        "changes": changes(revision),
        "editors": list(revision.editors_since_approval()),
        "decisions": decided,
        "sent_back": next((one for one in decided if one.sent_back(revision)), None),
        "in_review": waits,
        "new_voice": waits and revision.state == RevisionState.APPROVED,
        "topic": topic_of(revision),
        "return_form": return_form,
        **comments_context(request, revision, typed=typed),
        **_withdraw_context(user, revision, withdraw_form),
    }
    if rendition is not None:
        context |= _heard_context(user, revision, rendition, heard or [], context)
    if rendition is not None and waits:
        context |= _decision_context(user, revision, rendition, context, answers)
    return context


def _heard_context(
    user: User,
    revision: Revision,
    rendition: Rendition,
    heard: list[str],
    context: dict[str, Any],
) -> dict[str, Any]:
    """Return what is said, sentence by sentence, and what of it must be heard and was."""
    facts = composition.clip_facts(rendition)
    otherwise = composition.said_otherwise(rendition, {digest: text for digest, text, _ in facts})
    phonemes = {digest: said for digest, _, said in facts}
    must = composition.must_hear(rendition, otherwise)
    played = Hearing.objects.of(rendition, user).values_list("digest", flat=True)
    heard = [*heard, *played]
    unheard = [digest for digest in must if digest not in heard]
    open_threads = {
        thread.place.id: thread.comment.pk
        for thread in context["threads"]
        if thread.is_open and thread.place
    }
    return {
        "pronunciations": lexicon.unapproved(rendition).select_related("changed_by"),
        "rows": rows_of(
            rendition,
            must=must,
            heard=heard,
            otherwise=otherwise,
            phonemes=phonemes,
            open_threads=open_threads,
        ),
        "must_hear": must,
        "unheard": unheard,
        "heard_count": len(must) - len(unheard),
        "keeps_hearings": context["in_review"] and user.has_perm("content.approve_revision"),
    }


def _decision_context(
    user: User,
    revision: Revision,
    rendition: Rendition,
    context: dict[str, Any],
    answers: dict[str, str] | None,
) -> dict[str, Any]:
    """Return what can be decided about what waits, and why the rest cannot."""
    checked = linting.of_rendition(rendition)
    earlier = linting.earlier_answers(one.review for one in context["decisions"])
    shown = checks.to_answer(checked, earlier, answers)
    approve = ApproveRevision(
        revision,
        actor=user,
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
    )
    approve.checked = checked
    signoff = signoff_of(rendition)
    giving_back = ReturnRevision(revision, actor=user, reason="", comment="")
    return {
        "cannot_approve": why_not(approve.check_standing),
        "listen_first": listen_first(context["unheard"]),
        "cannot_return": why_not(giving_back.check_standing),
        "return_form": context["return_form"] or ReturnForm(),
        "signoff": signoff,
        "first_of_two": signoff is not None and signoff.first is None,
        "checks": shown,
        "rules": checked.rules,
        "can_answer": user.has_perm("content.approve_revision"),
        "unanswered": sum(
            not one.answer for group in shown for one in group.findings if one.level == "warning"
        ),
    }


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


def _withdraw_context(user: User, revision: Revision, form: WithdrawForm | None) -> dict[str, Any]:
    """Return the form that takes the article from the public, where it is there."""
    article = revision.article
    if article.public_rendition is None:
        return {"withdraw_form": form}
    withdraw = WithdrawArticle(article, actor=user, reason="", comment="")
    return {
        "withdraw_form": form or WithdrawForm(auto_id="id_withdraw_%s"),
        "withdraw_open": form is not None,
        "cannot_withdraw": why_not(withdraw.check_standing),
    }


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


def status(context: dict[str, Any]) -> int:
    """Return the HTTP status of a page that answers what was not done."""
    return status_of(context["refused"]) if context["refused"] else 400
