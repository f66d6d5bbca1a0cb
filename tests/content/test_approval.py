"""An approval is of the very text and voice that the reviewer was shown and has heard."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from content import composition
from content.actions import (
    ApproveRevision,
    Conflict,
    Invalid,
    NotPermitted,
    ReturnRevision,
    SubmitRevision,
    WithdrawArticle,
)
from content.models import AuditEvent, Decision, Review
from content.speech import clips
from tests import factories

pytestmark = pytest.mark.django_db
SAID_OTHERWISE = "Take 5 mg. Rest well."


def approve(revision, actor=None, **changes):
    rendition = revision.rendition
    given = {
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "heard": composition.must_hear(rendition),
        "answers": factories.answers_to(revision),
        **changes,
    }
    return ApproveRevision(revision, actor=actor or factories.staff("reviewer"), **given).execute()


@pytest.mark.parametrize("digest", ["text_digest", "speech_digest"])
def test_a_stale_digest_is_refused_by_the_action_and_the_database(digest: str) -> None:
    revision = factories.in_review()
    with pytest.raises(Conflict) as caught:
        approve(revision, **{digest: "0" * 64})
    assert caught.value.rule == "digest"
    row = factories.review_row(revision, factories.staff("reviewer"))
    setattr(row, digest, "0" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_what_is_said_otherwise_must_be_heard_first() -> None:
    revision = factories.in_review(body=SAID_OTHERWISE)
    with pytest.raises(Conflict) as caught:
        approve(revision, heard=[])
    assert caught.value.rule == "heard"
    assert len(caught.value.problems) == 1
    review = approve(revision)
    said = [one["clip"] for one in review.heard]
    assert said == composition.must_hear(revision.rendition)


def test_what_the_public_hears_already_need_not_be_heard_again() -> None:
    from content.actions import StartRevision

    first = factories.approved(body=SAID_OTHERWISE)
    again = StartRevision(
        first.article, actor=factories.staff("author"), body=SAID_OTHERWISE + " And 3 mL more."
    ).execute()
    again = factories.reviewed(again)
    known = composition.must_hear(first.rendition)
    due = composition.must_hear(again.rendition)
    assert len(due) == 1
    assert not set(due) & set(known)


@pytest.mark.parametrize("role", ["author", "operator", "auditor"])
def test_only_reviewers_approve_return_and_withdraw(role: str) -> None:
    revision = factories.in_review()
    other = factories.staff(role)
    with pytest.raises(NotPermitted) as caught:
        approve(revision, other)
    assert caught.value.rule == "role"
    with pytest.raises(NotPermitted):
        ReturnRevision(revision, actor=other, reason="unclear", comment="x").execute()
    approve(revision)
    revision.article.refresh_from_db()
    with pytest.raises(NotPermitted):
        WithdrawArticle(revision.article, actor=other, reason="unsafe", comment="x").execute()


def test_nobody_approves_with_an_account_that_is_switched_off() -> None:
    actor = factories.staff("reviewer")
    actor.is_active = False
    with pytest.raises(NotPermitted):
        approve(factories.in_review(), actor)


def test_a_draft_and_an_approved_text_cannot_be_approved() -> None:
    revision = factories.approved()
    with pytest.raises(Conflict) as caught:
        approve(revision)
    assert caught.value.rule == "state"
    with pytest.raises(Conflict):
        ApproveRevision(
            factories.draft("Other"),
            actor=factories.staff("reviewer"),
            text_digest="",
            speech_digest="",
        ).execute()


def test_nothing_is_approved_before_its_notices_are() -> None:
    factories.notice(public=False)
    revision = factories.in_review(notices=["urgent-help"])
    with pytest.raises(Conflict) as caught:
        approve(revision)
    assert caught.value.rule == "notices"
    assert "urgent-help" in caught.value.message


def test_an_approval_writes_decision_event_and_pointer_together() -> None:
    revision = factories.in_review()
    review = approve(revision)
    revision.article.refresh_from_db()
    assert revision.article.public_rendition == revision.rendition
    assert (review.decision, review.rendition) == (Decision.APPROVE, revision.rendition)
    assert review.review_due > review.at.date()
    event = AuditEvent.objects.filter(action="approve").last()
    assert event.detail["speech_digest"] == revision.rendition.speech_digest


def test_a_return_needs_a_known_reason_and_a_comment() -> None:
    revision = factories.in_review()
    reviewer = factories.staff("reviewer")
    for reason, comment in (("", "x"), ("nonsense", "x"), ("unclear", " "), ("unvoiceable", "x")):
        with pytest.raises(Invalid):
            ReturnRevision(revision, actor=reviewer, reason=reason, comment=comment).execute()
    ReturnRevision(revision, actor=reviewer, reason="unclear", comment="Say how.").execute()
    assert Review.objects.get(revision=revision).comment == "Say how."


def test_a_withdrawal_needs_a_known_reason_and_a_comment() -> None:
    article = factories.approved().article
    article.refresh_from_db()
    reviewer = factories.staff("reviewer")
    for reason, comment in (("", "x"), ("nonsense", "x"), ("unsafe", " ")):
        with pytest.raises(Invalid):
            WithdrawArticle(article, actor=reviewer, reason=reason, comment=comment).execute()


def test_submitting_names_what_cannot_be_said_or_shown() -> None:
    author = factories.staff("author", "author")
    with pytest.raises(Invalid) as caught:
        SubmitRevision(factories.draft(body="Take .5 mg → 1."), actor=author).execute()
    assert caught.value.rule == "spoken_form"
    assert any(".5" in problem for problem in caught.value.problems)
    with pytest.raises(Invalid) as caught:
        SubmitRevision(factories.draft("B", "Fine.\n\n    code"), actor=author).execute()
    assert caught.value.problems[0].startswith("Line 3:")


@pytest.mark.usefixtures("own_clips")
def test_a_voice_that_is_damaged_in_the_store_is_not_approved() -> None:
    revision = factories.in_review()
    clip = revision.rendition.clips.first()
    for digest, form in ((clip.digest, "opus"), (clip.wav_digest, "wav")):
        file = clips.path(digest, form)
        whole = file.read_bytes()
        for damage in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), None):
            file.unlink() if damage is None else file.write_bytes(damage)
            with pytest.raises(Conflict) as refused:
                factories.approve(revision)
            assert refused.value.rule == "clips"
            assert digest in refused.value.problems[0]
            file.write_bytes(whole)
    factories.approve(revision)
