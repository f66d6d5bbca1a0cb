"""What was played before a decision, by whom and when, is kept with it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from content import composition
from content.actions import (
    ApproveRevision,
    Conflict,
    HearClip,
    NotPermitted,
    ReturnRevision,
    StartRevision,
)
from content.models import Clip, Hearing, Review
from tests import factories

pytestmark = pytest.mark.django_db

SAID_OTHERWISE = "Take 5 mg of it. Then rest. Call 911 if you cannot breathe."


def hear(revision, user, digest) -> Hearing:
    shown = revision.rendition.speech_digest
    return HearClip(revision, actor=user, speech_digest=shown, digest=digest).execute()


def approve(revision, user, heard=()) -> Review:
    rendition = revision.rendition
    return ApproveRevision(
        revision,
        actor=user,
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        heard=heard,
        answers=factories.answers_to(revision),
    ).execute()


def test_what_the_desk_saw_played_is_kept_with_the_decision_and_when() -> None:
    revision = factories.in_review(body=SAID_OTHERWISE)
    reviewer = factories.staff("reviewer")
    due = composition.must_hear(revision.rendition)
    hearings = [hear(revision, reviewer, digest) for digest in due]
    review = approve(revision, reviewer)
    kept = {one["clip"]: one["played_at"] for one in review.heard}
    assert set(kept) == set(due)
    for hearing in hearings:
        played = datetime.fromisoformat(kept[hearing.digest])
        assert played == hearing.at.replace(microsecond=0)


def test_what_a_reviewer_only_says_to_have_heard_is_kept_as_that() -> None:
    revision = factories.in_review(body=SAID_OTHERWISE)
    reviewer = factories.staff("reviewer")
    first, second = composition.must_hear(revision.rendition)
    hear(revision, reviewer, first)
    review = approve(revision, reviewer, heard=[second, "0" * 64])
    kept = {one["clip"]: bool(one["played_at"]) for one in review.heard}
    assert kept == {first: True, second: False}


def test_what_somebody_else_heard_does_not_count() -> None:
    revision = factories.in_review(body=SAID_OTHERWISE)
    for digest in composition.must_hear(revision.rendition):
        hear(revision, factories.staff("reviewer", "another"), digest)
    with pytest.raises(Conflict) as refused:
        approve(revision, factories.staff("reviewer"))
    assert refused.value.rule == "heard"


def test_the_very_same_clip_need_not_be_heard_twice_by_the_same_person() -> None:
    revision = factories.in_review(body=SAID_OTHERWISE)
    reviewer = factories.staff("reviewer")
    due = composition.must_hear(revision.rendition)
    for digest in due:
        hear(revision, reviewer, digest)
    ReturnRevision(revision, actor=reviewer, reason="unclear", comment="How small?").execute()
    again = StartRevision(
        revision.article, actor=factories.staff("author"), body=SAID_OTHERWISE + " It is small."
    ).execute()
    again = factories.reviewed(again)
    assert composition.must_hear(again.rendition) == due
    assert {one["clip"] for one in approve(again, reviewer).heard} == set(due)


def test_only_a_clip_of_the_voice_under_review_is_heard_and_only_by_a_reviewer() -> None:
    revision = factories.in_review(body=SAID_OTHERWISE)
    other = factories.in_review("Another", body="Something else altogether.")
    reviewer = factories.staff("reviewer")
    own = revision.rendition.clips.first().digest
    foreign = Clip.objects.exclude(uses__rendition=revision.rendition).first().digest
    with pytest.raises(Conflict):
        hear(revision, reviewer, foreign)
    with pytest.raises(Conflict):
        HearClip(
            revision, actor=reviewer, speech_digest=other.rendition.speech_digest, digest=own
        ).execute()
    with pytest.raises(NotPermitted):
        hear(revision, factories.staff("author"), own)
    with pytest.raises(DatabaseError, match="a clip of what is reviewed"), transaction.atomic():
        Hearing.objects.create(rendition=revision.rendition, digest=foreign, user=reviewer)
    with (
        pytest.raises(DatabaseError, match="a clip of what is reviewed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO content_hearing (rendition_id, digest, user_id, at) VALUES (%s, %s, %s, %s)",
            [revision.rendition.pk, "0" * 64, reviewer.pk, "2026-11-25 12:00:00"],
        )
    assert not Hearing.objects.exists()
