"""An approval may wait for its time: nothing is public before, and the worker keeps the minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from content import composition, due, reconcile
from content.actions import (
    ApproveRevision,
    BringExpiryNearer,
    CancelSchedule,
    ConfirmArticle,
    Conflict,
    Invalid,
    NotPermitted,
    ReleaseSchedule,
    ReturnRevision,
    RevoiceRevision,
    StartRevision,
    WithdrawArticle,
)
from content.models import (
    Article,
    AuditEvent,
    Departure,
    EarlierExpiry,
    EarlyRelease,
    Review,
    Revision,
)
from content.speech import clips
from tests import factories
from tests.content.stores import own_store

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def schedule(revision: Revision, **changes: Any) -> Review:
    """Approve for in an hour, unless told otherwise."""
    rendition = revision.rendition
    given = {
        "actor": factories.staff("reviewer", "reviewer"),
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "heard": composition.must_hear(rendition),
        "publish_at": timezone.now() + HOUR,
        **changes,
    }
    return ApproveRevision(revision, **given).execute()


def due_now(revision: Revision, **changes: Any) -> Review:
    """Approve an hour ago for a minute ago: what the database's own clock takes for due."""
    past = timezone.now() - HOUR
    return schedule(revision, now=past, publish_at=timezone.now() - timedelta(minutes=1), **changes)


def article_of(revision: Revision) -> Article:
    return Article.objects.get(pk=revision.article_id)


def point(revision: Revision) -> None:
    with transaction.atomic():
        Article.objects.filter(pk=revision.article_id).update(public_rendition=revision.rendition)


def test_the_decision_is_taken_now_and_nothing_is_public_yet() -> None:
    revision = factories.in_review()
    review = schedule(revision)
    assert article_of(revision).public_rendition is None
    assert due.schedule_of(article_of(revision)) == review
    assert list(reconcile.keep_time()) == []
    assert not Article.objects.published().exists()
    with pytest.raises(Conflict):
        schedule(Revision.objects.get(pk=revision.pk))


def test_the_database_moves_no_pointer_before_its_time() -> None:
    revision = factories.in_review()
    schedule(revision)
    with pytest.raises(IntegrityError, match="in its time"):
        point(revision)


def test_neither_a_confirmation_nor_a_departure_leads_around_its_time() -> None:
    revision = factories.in_review()
    review = schedule(revision)
    row = factories.review_row(revision, factories.staff("reviewer"))
    row.decision = "confirm"
    with pytest.raises(IntegrityError, match="still correct"), transaction.atomic():
        row.save()
    with pytest.raises(IntegrityError, match="public by an assent"), transaction.atomic():
        Departure.objects.create(
            article=article_of(revision),
            rendition=revision.rendition,
            review=review,
            reason="lapsed",
            since=timezone.localdate(),
            software="x",
        )


def test_the_time_is_not_moved_behind_the_decisions_back() -> None:
    review = schedule(factories.in_review())
    with pytest.raises(DatabaseError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(publish_at=None)


def test_the_worker_publishes_what_is_due_page_and_all(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    revision = factories.in_review()
    with django_capture_on_commit_callbacks(execute=True):
        due_now(revision)
    page = own_publication / "a" / revision.article.slug / "index.html"
    assert not page.exists()
    with django_capture_on_commit_callbacks(execute=True):
        (said,) = reconcile.keep_time()
    assert "as scheduled" in said
    assert page.exists()
    assert article_of(revision).public_rendition == revision.rendition
    assert list(reconcile.keep_time()) == []
    assert due.schedule_of(article_of(revision)) is None
    assert AuditEvent.objects.get(action="publish").actor is None


def test_the_public_text_stays_until_the_time_of_the_new_one() -> None:
    first = factories.approved()
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    schedule(factories.reviewed(second))
    assert article_of(first).public_rendition == first.rendition


@pytest.mark.parametrize(
    "when", [timezone.now() - HOUR, timezone.now() + timedelta(days=368), datetime(2099, 1, 1)]
)
def test_a_time_that_is_over_too_far_or_without_a_zone_is_refused(when: datetime) -> None:
    with pytest.raises(Invalid) as caught:
        schedule(factories.in_review(), publish_at=when)
    assert caught.value.rule == "publish_at"


def test_a_time_zone_of_any_place_will_do() -> None:
    revision = factories.in_review()
    there = timezone.now().astimezone(UTC) + HOUR
    assert schedule(revision, publish_at=there).publish_at == there


def cancel(revision: Revision, **changes: Any) -> Review:
    given = {
        "actor": factories.staff("reviewer"),
        "reason": "incorrect",
        "comment": "Wrong.",
        **changes,
    }
    return CancelSchedule(article_of(revision), **given).execute()


def test_one_reviewer_cancels_it_with_a_reason_and_it_never_becomes_public() -> None:
    revision = factories.in_review()
    due_now(revision)
    for missing in ({"reason": ""}, {"comment": " "}):
        with pytest.raises(Invalid):
            cancel(revision, **missing)
    with pytest.raises(NotPermitted):
        cancel(revision, actor=factories.staff("author"))
    cancel(revision)
    assert list(reconcile.keep_time()) == []
    assert due.schedule_of(article_of(revision)) is None
    with pytest.raises(IntegrityError, match="not withdrawn since"):
        point(revision)
    with pytest.raises(Conflict):
        cancel(revision)


def test_a_cancelled_approval_makes_nobody_a_stranger_to_the_text() -> None:
    lead = factories.staff("lead", "lead")
    revision = factories.in_review(author=lead)
    schedule(revision)
    cancel(revision)
    again = StartRevision(article_of(revision), actor=factories.staff("author")).execute()
    again = factories.reviewed(again)
    with pytest.raises(NotPermitted):
        factories.approve(again, lead)


def test_a_scheduled_new_voice_is_put_aside_and_the_public_keeps_what_it_has() -> None:
    revision = factories.approved()
    first = revision.rendition
    factories.pronounce("sleep", "sleap")
    RevoiceRevision(Revision.objects.get(pk=revision.pk)).execute()
    revision = Revision.objects.get(pk=revision.pk)
    due_now(revision)
    assert article_of(revision).public_rendition == first
    cancel(revision)
    assert list(reconcile.keep_time()) == []
    assert article_of(revision).public_rendition == first
    with pytest.raises(IntegrityError):
        point(revision)
    ConfirmArticle(
        article_of(revision),
        actor=factories.staff("reviewer"),
        text_digest=first.text_digest,
        speech_digest=first.speech_digest,
    ).execute()


def test_somebody_who_may_approve_it_publishes_it_before_its_time() -> None:
    lead = factories.staff("lead", "lead")
    revision = factories.in_review(author=lead)
    review = schedule(revision)
    with pytest.raises(NotPermitted) as caught:
        ReleaseSchedule(article_of(revision), actor=lead).execute()
    assert caught.value.rule == "four_eyes"
    with pytest.raises(IntegrityError, match="could not approve"), transaction.atomic():
        EarlyRelease.objects.create(review=review, released_by=lead)
    other = factories.staff("reviewer")
    ReleaseSchedule(article_of(revision), actor=other, review=review.pk).execute()
    assert article_of(revision).public_rendition == revision.rendition
    assert AuditEvent.objects.get(action="release").actor == other


def test_another_schedule_than_the_one_shown_is_neither_cancelled_nor_published() -> None:
    revision = factories.in_review()
    review = schedule(revision)
    with pytest.raises(Conflict):
        cancel(revision, review=review.pk + 1)
    with pytest.raises(Conflict):
        ReleaseSchedule(
            article_of(revision), actor=factories.staff("reviewer"), review=review.pk + 1
        ).execute()


def test_a_newer_approval_supersedes_it() -> None:
    first = factories.in_review()
    due_now(first)
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    second = factories.reviewed(second)
    factories.approve(second)
    assert list(reconcile.keep_time()) == []
    assert article_of(first).public_rendition == second.rendition
    with pytest.raises(IntegrityError, match="in its time"):
        point(first)


def test_a_withdrawal_of_the_article_supersedes_it() -> None:
    first = factories.approved()
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    second = factories.reviewed(second)
    due_now(second)
    WithdrawArticle(
        article_of(first), actor=factories.staff("reviewer"), reason="unsafe", comment="x"
    ).execute()
    assert list(reconcile.keep_time()) == []
    with pytest.raises(IntegrityError, match="in its time"):
        point(second)


def test_a_return_of_a_later_draft_does_not_stop_it() -> None:
    """It says nothing of the text that was approved."""
    first = factories.in_review()
    due_now(first)
    later = StartRevision(first.article, actor=factories.staff("author"), body="Else.").execute()
    later = factories.reviewed(later)
    ReturnRevision(
        later, actor=factories.staff("reviewer"), reason="unclear", comment="x"
    ).execute()
    assert len(list(reconcile.keep_time())) == 1
    assert article_of(first).public_rendition == first.rendition


def test_what_cannot_be_public_at_its_time_stays_and_says_why_once() -> None:
    notice = factories.notice()
    revision = factories.in_review(notices=["urgent-help"])
    review = due_now(revision)
    WithdrawArticle(
        notice, actor=factories.staff("reviewer"), reason="incorrect", comment="x"
    ).execute()
    (said,) = reconcile.keep_time()
    assert "urgent-help" in said
    assert list(reconcile.keep_time()) == []
    assert due.schedule_of(article_of(revision)) == review
    assert AuditEvent.objects.filter(action="publish_failed").count() == 1
    again = StartRevision(
        notice, actor=factories.staff("author"), body="Ask somebody who works here."
    ).execute()
    factories.approve(factories.reviewed(again))
    assert len(list(reconcile.keep_time())) == 1
    assert article_of(revision).public_rendition == revision.rendition


def test_a_damaged_voice_is_not_published_at_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = factories.in_review()
    due_now(revision)
    own_store(tmp_path / "own", monkeypatch)
    clips.path(revision.rendition.clips.first().digest, "opus").unlink()
    (said,) = reconcile.keep_time()
    assert "damaged" in said
    assert article_of(revision).public_rendition is None


# The last day.


def nearer(article: Article, day: Any, actor: Any = None) -> EarlierExpiry:
    return BringExpiryNearer(
        article, actor=actor or factories.staff("reviewer"), expires_on=day
    ).execute()


def test_an_article_leaves_on_its_last_day_before_the_commit(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    today = timezone.localdate()
    revision = factories.in_review()
    with django_capture_on_commit_callbacks(execute=True):
        schedule(revision, publish_at=None, expires_on=today + 2 * DAY)
    page = own_publication / "a" / revision.article.slug / "index.html"
    assert page.exists()
    assert list(reconcile.keep_time(timezone.now() + DAY)) == []
    with transaction.atomic():
        (said,) = reconcile.keep_time(timezone.now() + 2 * DAY)
        assert not page.exists()
    assert revision.article.slug in said
    assert article_of(revision).public_rendition is None
    event = AuditEvent.objects.get(action="leave")
    assert (event.actor, event.detail["reason"]) == (None, "expired")


def test_one_person_brings_the_last_day_nearer_and_nobody_moves_it_away_alone() -> None:
    article = article_of(factories.approved())
    today = timezone.localdate()
    nearer(article, today + 30 * DAY)
    nearer(article, today + 20 * DAY)
    for day in (today + 20 * DAY, today + 21 * DAY, None, today):
        with pytest.raises(Invalid):
            nearer(article, day)
    with pytest.raises(NotPermitted):
        nearer(article, today + DAY, factories.staff("author"))
    assert due.times_of(article).expires_on == today + 20 * DAY


def test_a_last_day_is_not_moved_away_in_the_database_either() -> None:
    article = article_of(factories.approved())
    today = timezone.localdate()
    kept = nearer(article, today + 10 * DAY)
    reviewer = factories.staff("reviewer")
    for statement in (
        lambda: EarlierExpiry.objects.update(expires_on=today + 90 * DAY),
        lambda: EarlierExpiry.objects.all().delete(),
        lambda: Review.objects.update(expires_on=None),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()
    # A further row cannot say "later": the earliest holds.
    EarlierExpiry.objects.create(
        review=kept.review, expires_on=today + 90 * DAY, changed_by=reviewer
    )
    assert due.times_of(article).expires_on == today + 10 * DAY


def test_the_pointer_does_not_come_back_after_the_last_day() -> None:
    revision = factories.in_review()
    long_ago = timezone.now() - 10 * DAY
    schedule(
        revision,
        now=long_ago,
        publish_at=long_ago + DAY,
        expires_on=timezone.localdate() - DAY,
    )
    with pytest.raises(IntegrityError, match="in its time"):
        point(revision)
    (said,) = reconcile.keep_time()
    assert "leave the kiosk" in said
    assert article_of(revision).public_rendition is None


def test_it_does_not_leave_before_it_is_published() -> None:
    with pytest.raises(Invalid):
        schedule(
            factories.in_review(),
            publish_at=timezone.now() + 9 * DAY,
            expires_on=timezone.localdate() + 3 * DAY,
        )
