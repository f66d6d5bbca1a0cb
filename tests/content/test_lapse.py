"""What nobody has looked at for too long leaves the kiosk by itself, and comes back by a person."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content import due, reconcile
from content.actions import (
    ConfirmArticle,
    LeaveKiosk,
    NotPermitted,
    RevoiceRevision,
    StartRevision,
)
from content.actions.schedule import months_after
from content.models import Article, AuditEvent, Departure, Review, Revision, Topic
from kiosk import publication
from tests import factories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def topic() -> Topic:
    return Topic.objects.create(slug="sleep", review_months=1, grace_days=10)


def article_of(revision: Revision) -> Article:
    return Article.objects.get(pk=revision.article_id)


def last_day(article: Article) -> date:
    """The last day of grace."""
    times = due.times_of(article)
    assert times is not None
    assert times.lapses_on is not None
    return times.lapses_on - DAY


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


def lapsed(topic: Topic, **fields: object) -> Revision:
    """Return the approved revision of an article that has left by itself."""
    revision = factories.approved(topic=topic, **fields)
    article = article_of(revision)
    assert list(reconcile.keep_time(noon(last_day(article) + DAY)))
    return revision


def confirm(article: Article, actor=None) -> Review:
    rendition = due.to_confirm(article)
    return ConfirmArticle(
        article,
        actor=actor or factories.staff("reviewer"),
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
    ).execute()


def test_an_article_leaves_the_day_after_its_grace_and_not_before(topic: Topic) -> None:
    article = article_of(factories.approved(topic=topic))
    assert last_day(article) == months_after(timezone.localdate(), 1) + 10 * DAY
    assert list(reconcile.keep_time(noon(last_day(article)))) == []
    (said,) = reconcile.keep_time(noon(last_day(article) + DAY))
    assert "overdue" in said
    assert not Article.objects.published().exists()
    departure = Departure.objects.get(article=article)
    assert (departure.reason, departure.since) == ("lapsed", months_after(timezone.localdate(), 1))
    event = AuditEvent.objects.get(action="leave")
    assert (event.actor, event.detail["reason"]) == (None, "lapsed")
    assert list(reconcile.keep_time(noon(last_day_of(departure)))) == []


def last_day_of(departure: Departure) -> date:
    return departure.since + 400 * DAY


def test_page_voice_and_api_are_gone_before_the_commit_and_back_after_a_confirmation(
    topic: Topic, own_publication: Path, client, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = article_of(factories.approved(topic=topic))
    there = own_publication / "a" / article.slug
    assert (there / "index.html").exists()
    with transaction.atomic():
        list(reconcile.keep_time(noon(last_day(article) + DAY)))
        assert {file.name for file in there.iterdir()} == {"gone"}
        assert "Sleep" not in (own_publication / "index.html").read_text()
    assert client.get(f"/api/v1/articles/{article.slug}/").status_code == 404
    publication.publish_all()
    assert not (there / "index.html").exists()
    with django_capture_on_commit_callbacks(execute=True):
        confirm(Article.objects.get(pk=article.pk))
    assert (there / "index.html").exists()
    assert client.get(f"/api/v1/articles/{article.slug}/").status_code == 200


def test_files_that_cannot_be_taken_away_stop_it_and_it_is_tried_again(
    topic: Topic, own_publication: Path, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = article_of(factories.approved(topic=topic))
    after = noon(last_day(article) + DAY)

    def refuse(*_: object) -> None:
        raise PermissionError("read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        (said,) = reconcile.keep_time(after)
    assert "Could not" in said
    assert Article.objects.published().filter(pk=article.pk).exists()
    assert not Departure.objects.exists()
    assert len(list(reconcile.keep_time(after))) == 1
    assert not Article.objects.published().exists()


def test_nothing_but_a_person_brings_it_back(topic: Topic) -> None:
    revision = lapsed(topic)
    with pytest.raises(IntegrityError, match="in its time"), transaction.atomic():
        Article.objects.filter(pk=revision.article_id).update(public_rendition=revision.rendition)
    for statement in (
        lambda: Departure.objects.all().delete(),
        lambda: Departure.objects.update(reason="expired"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()


def test_a_confirmation_brings_it_back_with_a_new_date(topic: Topic) -> None:
    revision = lapsed(topic)
    confirm(article_of(revision))
    article = article_of(revision)
    assert article.public_rendition == revision.rendition
    assert due.departure_of(article) is None
    assert list(reconcile.keep_time(noon(last_day(article)))) == []


def test_its_writer_does_not_bring_it_back(topic: Topic) -> None:
    lead = factories.staff("lead", "lead")
    revision = lapsed(topic, author=lead)
    with pytest.raises(NotPermitted):
        confirm(article_of(revision), lead)


def test_a_new_approval_brings_it_back_and_the_old_text_is_not_confirmed_any_more(
    topic: Topic,
) -> None:
    first = lapsed(topic)
    second = StartRevision(
        article_of(first), actor=factories.staff("author"), body="Quite another text."
    ).execute()
    second = factories.reviewed(second)
    factories.approve(second)
    assert article_of(first).public_rendition == second.rendition
    assert due.departure_of(article_of(first)) is None


def test_it_can_lapse_again(topic: Topic) -> None:
    revision = lapsed(topic)
    confirm(article_of(revision))
    article = article_of(revision)
    assert len(list(reconcile.keep_time(noon(last_day(article) + DAY)))) == 1
    assert Departure.objects.filter(article=article).count() == 2
    confirm(article_of(revision))
    assert article_of(revision).public_rendition == revision.rendition


def test_a_notice_stays_while_it_is_in_use_and_is_overdue() -> None:
    factories.notice()
    factories.approved(notices=["urgent-help"])
    later = timezone.now() + 3650 * DAY
    list(reconcile.keep_time(later))
    public = Article.objects.notices().filter(public_rendition__isnull=False)
    assert set(public.values_list("kind", flat=True)) <= {"urgent", "closing"}
    # The article itself has left by then, so the second look finds them unused.
    assert not Article.objects.published().exists()


def test_a_notice_in_use_is_not_taken_away_by_time() -> None:
    notice = factories.notice()
    factories.approved(notices=["urgent-help"])
    for one in (notice, factories.closing_advice()):
        times = due.times_of(one)
        assert times is not None
        assert times.leaves_on is None
        assert times.review_due > timezone.localdate()
        assert LeaveKiosk(one, now=timezone.now() + 3650 * DAY).why() is None


def test_a_term_lapses_since_pages_are_whole_without_it() -> None:
    term = factories.term()
    factories.approved()
    assert LeaveKiosk(term, now=timezone.now() + 3650 * DAY).why() is not None


def test_grace_is_two_years_at_most_and_may_be_none(topic: Topic) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Topic.objects.filter(pk=topic.pk).update(grace_days=731)
    Topic.objects.filter(pk=topic.pk).update(grace_days=0)
    article = article_of(factories.approved(topic=topic))
    assert last_day(article) == months_after(timezone.localdate(), 1)


def test_looking_costs_the_same_however_much_is_public(topic: Topic) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert list(reconcile.keep_time()) == []
        return len(captured)

    factories.approved("One", topic=topic)
    one = queries()
    for name in ("Two", "Three", "Four"):
        factories.approved(name, topic=topic)
    assert queries() == one


def test_what_is_shown_of_it_meanwhile_is_what_would_come_back(topic: Topic) -> None:
    """Not a newer voice of it, which nobody has approved."""
    revision = factories.approved(topic=topic)
    first = revision.rendition
    factories.pronounce("sleep", "sleap")
    assert RevoiceRevision(Revision.objects.get(pk=revision.pk)).execute() is not None
    article = article_of(revision)
    list(reconcile.keep_time(noon(last_day(article) + DAY)))
    assert due.to_confirm(article_of(revision)) == first
    assert Revision.objects.get(pk=revision.pk).rendition_to_show == first
