"""Review: all that the page of a submitted revision shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest

from content import composition, lexicon, linting
from content.actions import ApproveRevision, Refused, ReturnRevision, WithdrawArticle
from content.actions.approve import listen_first
from content.admin import checks, claims
from content.admin.changes import changes
from content.admin.commenting import Typed, comments_context
from content.admin.decided import decisions
from content.admin.rows import rows_of
from content.admin.site import person, status_of, why_not
from content.forms import DESK_LANGUAGE, ReturnForm, WithdrawForm
from content.models import (
    ArticleKind,
    Hearing,
    Rendition,
    Review,
    Revision,
    RevisionState,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User


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
    if rendition is not None:
        # The same row, whose article is in memory already; and all that asks who approved it.
        rendition.revision = revision
        prefetch_related_objects([rendition], "reviews")
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
        changed_by = (change.changed_by for change in context["pronunciations"])
        wrote = user in (*context["editors"], *changed_by)
        context |= claims.context(request, revision, waits=waits, mine=wrote)
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
    pronunciations = lexicon.unapproved(rendition).select_related("changed_by")
    return {
        "pronunciations": list(pronunciations),
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
    cannot_approve = why_not(approve.check_standing)
    giving_back = ReturnRevision(revision, actor=user, reason="", comment="")
    return {
        "cannot_approve": cannot_approve,
        "notices_first": notices_first(revision)
        if cannot_approve and cannot_approve.rule == "notices"
        else [],
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


def notices_first(revision: Revision) -> list[Revision]:
    """Return the notices that wait for a reviewer and that a revision cannot be shown without."""
    keys = composition.missing_notices(revision)
    closing = [ArticleKind.CLOSING] if "closing advice" in keys else []
    waiting = Revision.objects.in_review().filter(article__language=revision.article.language)
    return list(
        waiting.filter(
            Q(article__key__in=keys, article__kind__in=(ArticleKind.URGENT, ArticleKind.SAFETY))
            | Q(article__kind__in=closing)
        ).select_related("article")
    )


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


def status(context: dict[str, Any]) -> int:
    """Return the HTTP status of a page that answers what was not done."""
    return status_of(context["refused"]) if context["refused"] else 400
