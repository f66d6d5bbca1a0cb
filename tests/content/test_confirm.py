"""Somebody says "still correct": of what is public, as it is, and nobody of their own words."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from content import composition, due
from content.actions import (
    ConfirmArticle,
    Conflict,
    Invalid,
    NotPermitted,
    Refused,
    RevoiceRevision,
    StartRevision,
    WithdrawArticle,
)
from content.actions.schedule import months_after
from content.models import Article, AuditEvent, Decision, Review, Revision, StaffProfile, Topic
from content.speech import clips
from kiosk.publication import fingerprints
from tests import factories
from tests.content.stores import own_store

pytestmark = pytest.mark.django_db


def article_of(revision: Revision) -> Article:
    return Article.objects.get(pk=revision.article_id)


def confirm(article: Article, actor: User | None = None, **changes: Any) -> ConfirmArticle:
    rendition = due.to_confirm(article) or article.last_revision.rendition
    given = {
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        **changes,
    }
    return ConfirmArticle(article, actor=actor or factories.staff("reviewer"), **given)


def row(revision: Revision, actor: User, **changes: Any) -> Review:
    review = factories.review_row(revision, actor)
    review.decision = Decision.CONFIRM
    for name, value in changes.items():
        setattr(review, name, value)
    return review


def rule(action: ConfirmArticle) -> str:
    with pytest.raises(Refused) as caught:
        action.execute()
    return caught.value.rule


def test_a_confirmation_is_a_decision_with_a_new_date_after_the_topics_months() -> None:
    topic = Topic.objects.create(slug="sleep", review_months=6)
    article = article_of(factories.approved(topic=topic))
    later = timezone.now() + timedelta(days=100)
    review = confirm(article, comment=" Read again. ", now=later).execute()
    assert review.decision == Decision.CONFIRM
    assert review.comment == "Read again."
    assert review.review_due == months_after(later.date(), 6)
    assert composition.approval_of(article.public_rendition) == review
    assert AuditEvent.objects.filter(action="confirm", article=article).count() == 1


def test_page_and_api_say_who_confirmed_it_and_when_it_is_due_again(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = article_of(factories.approved())
    before = fingerprints.of(Article.objects.published())
    entry = own_publication / "a" / article.slug / "article.json"
    was = json.loads(entry.read_bytes())
    other = factories.staff("reviewer", "confirmer")
    StaffProfile.objects.update_or_create(user=other, defaults={"public_name": "Dr Joana Reis"})
    other.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        confirm(article, other, now=timezone.now() + timedelta(days=40)).execute()
    now = json.loads(entry.read_bytes())
    assert now["reviewed_by"] != was["reviewed_by"]
    assert now["reviewed_by"][0]["name"] == "Dr Joana Reis"
    assert now["review_due"] > was["review_due"]
    assert "Dr Joana Reis" in (entry.parent / "index.html").read_text()
    # So that a crash between the decision and the page is found.
    assert fingerprints.of(Article.objects.published()) != before


@pytest.mark.parametrize("digest", ["text_digest", "speech_digest"])
def test_only_what_was_shown_is_confirmed(digest: str) -> None:
    revision = factories.approved()
    assert rule(confirm(article_of(revision), **{digest: "0" * 64})) == "digest"
    with pytest.raises(IntegrityError, match="still correct"), transaction.atomic():
        row(revision, factories.staff("reviewer"), **{digest: "0" * 64}).save()


def test_what_is_not_public_is_not_confirmed() -> None:
    revision = factories.in_review()
    assert rule(confirm(article_of(revision))) == "state"
    with pytest.raises(IntegrityError, match="still correct"), transaction.atomic():
        row(revision, factories.staff("reviewer")).save()


def test_what_was_withdrawn_is_not_confirmed() -> None:
    revision = factories.approved()
    WithdrawArticle(
        article_of(revision), actor=factories.staff("reviewer"), reason="unsafe", comment="x"
    ).execute()
    assert rule(confirm(article_of(revision))) == "state"
    with pytest.raises(IntegrityError, match="still correct"), transaction.atomic():
        row(revision, factories.staff("reviewer")).save()


def test_a_former_wording_is_not_confirmed() -> None:
    first = factories.approved()
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    factories.approve(factories.reviewed(second))
    with pytest.raises(IntegrityError, match="still correct"), transaction.atomic():
        row(first, factories.staff("reviewer")).save()


@pytest.mark.parametrize("root", [False, True])
def test_nobody_confirms_what_they_wrote(root: bool) -> None:
    writer = factories.staff("lead", "writer-and-reviewer", is_superuser=root)
    revision = factories.approved(author=writer)
    assert rule(confirm(article_of(revision), writer)) == "four_eyes"
    with pytest.raises(IntegrityError, match="edited"), transaction.atomic():
        row(revision, writer).save()
    confirm(article_of(revision)).execute()


def test_nobody_confirms_how_a_word_is_said_that_they_changed_before_its_approval() -> None:
    lead = factories.staff("lead", "lead")
    factories.pronounce("sleep", "sleap", actor=lead)
    revision = factories.approved()
    assert rule(confirm(article_of(revision), lead)) == "four_eyes"
    with pytest.raises(IntegrityError, match="how a word is said"), transaction.atomic():
        row(revision, lead).save()
    confirm(article_of(revision)).execute()


def test_who_wrote_the_revision_before_may_confirm_what_others_wrote_since() -> None:
    lead = factories.staff("lead", "lead")
    first = factories.approved(author=lead)
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    factories.approve(factories.reviewed(second))
    confirm(article_of(first), lead).execute()


@pytest.mark.parametrize("role", ["author", "operator", "auditor"])
def test_only_reviewers_confirm(role: str) -> None:
    article = article_of(factories.approved())
    with pytest.raises(NotPermitted):
        confirm(article, factories.staff(role)).execute()


def test_a_confirmation_is_never_changed() -> None:
    review = confirm(article_of(factories.approved())).execute()
    for statement in (
        lambda: Review.objects.filter(pk=review.pk).update(review_due=date(2040, 1, 1)),
        lambda: Review.objects.filter(pk=review.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()


def test_a_notice_is_confirmed_like_an_article() -> None:
    notice = factories.notice()
    review = confirm(notice).execute()
    assert composition.approval_of(notice.public_rendition) == review


def test_a_damaged_voice_is_not_confirmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_of(factories.approved())
    own_store(tmp_path / "own", monkeypatch)
    clips.path(article.public_rendition.clips.first().digest, "opus").unlink()
    with pytest.raises(Conflict) as caught:
        confirm(article).execute()
    assert caught.value.rule == "clips"


def test_a_new_voice_keeps_the_date_that_a_confirmation_set() -> None:
    """Neither the approval's own, which is earlier, nor one that begins today."""
    revision = factories.approved()
    later = timezone.now() + timedelta(days=200)
    confirmed = confirm(article_of(revision), now=later).execute()
    factories.pronounce("sleep", "sleap")
    RevoiceRevision(Revision.objects.get(pk=revision.pk)).execute()
    review = factories.approve(Revision.objects.get(pk=revision.pk))
    assert review.review_due == confirmed.review_due


def test_a_confirmation_may_set_and_move_the_last_day() -> None:
    article = article_of(factories.approved())
    today = timezone.localdate()
    confirm(article, expires_on=today + timedelta(days=10)).execute()
    assert due.times_of(article).leaves_on == today + timedelta(days=10)
    confirm(article).execute()
    assert due.times_of(article).expires_on == today + timedelta(days=10)
    confirm(article, expires_on=today + timedelta(days=90)).execute()
    assert due.times_of(article).expires_on == today + timedelta(days=90)
    confirm(article, expires_on=None).execute()
    assert due.times_of(article).expires_on is None
    with pytest.raises(Invalid):
        confirm(article, expires_on=today).execute()


def test_a_newer_wording_starts_from_the_confirmation_as_from_the_approval() -> None:
    """Who wrote before it was last approved is no editor of what is written after."""
    lead = factories.staff("lead", "lead")
    first = factories.approved(author=lead)
    confirm(article_of(first)).execute()
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    factories.approve(factories.reviewed(second), lead)
