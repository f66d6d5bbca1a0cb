"""One digest a person and day: what is due, to whom it matters, never twice, and never for nothing."""

from __future__ import annotations

import io
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from content import due, reminders
from content.actions import ReturnRevision, StartRevision
from content.management.commands.worker import Command as Worker
from content.models import Article, Reminder, Topic
from kiosk.settings.mail import base_url, mail_server
from tests import factories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def noon(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


@pytest.fixture
def reviewer() -> User:
    return factories.staff("reviewer", "reviewer", email="reviewer@example.org")


@pytest.fixture
def article(reviewer: User) -> Article:
    topic = Topic.objects.create(slug="sleep", review_months=1, grace_days=45)
    return Article.objects.get(pk=factories.approved(topic=topic).article_id)


def digest(user: User, now: datetime) -> str:
    found = [one for one in reminders.digests(now) if one.user == user]
    return found[0].body if found else ""


def test_what_is_due_is_told_in_two_steps_then_as_overdue_with_the_day_it_leaves(
    article: Article, reviewer: User
) -> None:
    times = due.times_of(article)
    for days, heading in (
        (-60, "within 60 days"),
        (-31, "within 60 days"),
        (-30, "within 30 days"),
        (0, "within 30 days"),
        (1, "Overdue for review"),
    ):
        body = digest(reviewer, noon(times.review_due + days * DAY))
        assert heading in body, days
        assert "Sleep and rest" in body
    assert digest(reviewer, noon(times.review_due - 61 * DAY)) == ""
    leaves = f"leaves the kiosk on {times.leaves_on.day} {times.leaves_on:%B %Y}"
    assert leaves in digest(reviewer, noon(times.review_due + DAY))
    assert "Leaves the kiosk within 30 days" in digest(reviewer, noon(times.leaves_on - 30 * DAY))


def test_what_waits_for_more_than_a_week_is_told(reviewer: User) -> None:
    factories.in_review()
    now = timezone.now()
    assert digest(reviewer, now + 6 * DAY) == ""
    assert "Waits for review" in digest(reviewer, now + 8 * DAY)


def test_an_author_is_told_of_what_came_back_and_nobody_else_is(reviewer: User) -> None:
    author = factories.staff("author", "author", email="author@example.org")
    other = factories.staff("author", "other", email="other@example.org")
    revision = factories.in_review()
    ReturnRevision(revision, actor=reviewer, reason="unclear", comment="Say how.").execute()
    now = timezone.now()
    assert digest(author, now + 13 * DAY) == ""
    assert "Say how." in digest(author, now + 15 * DAY)
    assert digest(other, now + 15 * DAY) == digest(reviewer, now + 15 * DAY) == ""
    StartRevision(Article.objects.get(pk=revision.article_id), actor=other).execute()
    assert digest(author, now + 15 * DAY) == ""


def test_there_are_links_only_where_the_desk_is_known(
    article: Article, reviewer: User, settings
) -> None:
    now = noon(due.times_of(article).review_due)
    assert "http" not in digest(reviewer, now)
    settings.PLAINVOICE_DESK_URL = "https://desk.example.org"
    assert f"https://desk.example.org/admin/content/article/{article.pk}/change/" in digest(
        reviewer, now
    )


def test_each_person_gets_one_mail_a_day(article: Article, reviewer: User) -> None:
    now = noon(due.times_of(article).review_due)
    assert reminders.send(now).sent == 1
    (sent,) = mail.outbox
    assert (sent.to, "Sleep and rest" in sent.body) == (["reviewer@example.org"], True)
    again = reminders.send(now + timedelta(hours=3))
    assert (again.sent, again.before) == (0, 1)
    assert reminders.send(now + DAY).sent == 1
    assert len(mail.outbox) == 2


def test_nobody_gets_a_mail_about_nothing(reviewer: User) -> None:
    factories.approved()
    assert reminders.send() == reminders.Outcome()
    assert not mail.outbox
    assert not Reminder.objects.exists()


def test_a_mail_that_the_server_refused_is_tried_again(
    article: Article, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = noon(due.times_of(article).review_due)

    def refuse(*_: object) -> int:
        raise ConnectionRefusedError("nobody there")

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", refuse)
        assert len(reminders.send(now).failed) == 1
    assert not Reminder.objects.exists()
    assert reminders.send(now).sent == 1
    assert len(mail.outbox) == 1


def test_one_refusal_keeps_nobody_else_from_their_mail(
    article: Article, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.staff("lead", "lead", email="lead@example.org")
    whole = EmailBackend.send_messages

    def refuse_one(self: EmailBackend, messages: list) -> int:
        if messages[0].to == ["reviewer@example.org"]:
            raise ConnectionRefusedError("nobody there")
        return whole(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_one)
    outcome = reminders.send(noon(due.times_of(article).review_due))
    assert (outcome.sent, len(outcome.failed)) == (1, 1)


def test_a_crash_while_sending_sends_nothing_twice(
    article: Article, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mail went out and the process died: who comes next does not know, and keeps still."""
    now = noon(due.times_of(article).review_due)
    whole = EmailBackend.send_messages

    def die(self: EmailBackend, messages: list) -> int:
        whole(self, messages)
        raise SystemExit(9)

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", die)
        with pytest.raises(SystemExit):
            reminders.send(now)
    assert reminders.send(now).sent == 0
    assert len(mail.outbox) == 1
    assert Reminder.objects.get().sent_at is None
    assert reminders.send(now + DAY).sent == 1


def test_of_two_workers_one_sends(
    article: Article, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other comes while the first is at it."""
    now = noon(due.times_of(article).review_due)
    whole = EmailBackend.send_messages
    seen = []

    def meanwhile(self: EmailBackend, messages: list) -> int:
        seen.append(reminders.send(now))
        return whole(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", meanwhile)
    assert reminders.send(now).sent == 1
    assert [one.sent for one in seen] == [0]
    assert len(mail.outbox) == 1


def test_who_is_not_active_or_has_no_address_gets_none_and_the_latter_is_named(
    article: Article, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.staff("lead", "nowhere")
    factories.staff("lead", "gone", email="gone@example.org", is_active=False)
    now = noon(due.times_of(article).review_due)
    monkeypatch.setattr(timezone, "now", lambda: now)
    said = io.StringIO()
    call_command("review_due", "--dry-run", stdout=said)
    assert "nowhere, who has no address" in said.getvalue()
    assert not mail.outbox
    said = io.StringIO()
    call_command("review_due", stdout=said)
    assert "Without an e-mail address: nowhere." in said.getvalue()
    assert [one.to for one in mail.outbox] == [["reviewer@example.org"]]


def test_the_command_fails_where_a_mail_did(
    article: Article, reviewer: User, settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: noon(due.times_of(article).review_due))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError):
        call_command("review_due", stdout=io.StringIO())
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    call_command("review_due", stdout=io.StringIO())
    (file,) = (tmp_path / "mail").iterdir()
    assert "Sleep and rest" in file.read_text()


def test_the_worker_reminds_once_a_day_and_again_after_a_failure(
    article: Article, reviewer: User, monkeypatch: pytest.MonkeyPatch, settings
) -> None:
    at = noon(due.times_of(article).review_due)
    monkeypatch.setattr(timezone, "now", lambda: at)
    worker = Worker(stdout=io.StringIO())
    at -= timedelta(hours=9)
    worker._remind()
    assert not mail.outbox
    at += timedelta(hours=9)
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", lambda *_: 0)
        worker._remind()
    worker._remind()
    worker._remind()
    assert len(mail.outbox) == 1
    at += DAY
    settings.PLAINVOICE_REMINDERS = False
    worker._remind()
    assert len(mail.outbox) == 1


MAIL = {"PLAINVOICE_MAIL_HOST": "mail.example.org", "PLAINVOICE_MAIL_FROM": "kiosk@example.org"}


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"PLAINVOICE_MAIL_HOST": ""} | {"PLAINVOICE_MAIL_PORT": "25"}, "MAIL_HOST is not"),
        ({"PLAINVOICE_MAIL_HOST": "smtp://x"}, "no host name"),
        ({"PLAINVOICE_MAIL_TLS": "yes"}, "starttls, tls or none"),
        ({"PLAINVOICE_MAIL_PORT": "65536"}, "no port"),
        ({"PLAINVOICE_MAIL_USER": "kiosk"}, "MAIL_PASSWORD"),
        (
            {
                "PLAINVOICE_MAIL_USER": "kiosk",
                "PLAINVOICE_MAIL_PASSWORD": "secret",
                "PLAINVOICE_MAIL_TLS": "none",
            },
            "in the open",
        ),
        ({"PLAINVOICE_MAIL_FROM": "kiosk"}, "MAIL_FROM"),
    ],
)
def test_a_mistake_in_the_mail_settings_is_named(changes: dict[str, str], named: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=named):
        mail_server(MAIL | changes)


def test_the_mail_settings_come_from_the_environment() -> None:
    assert mail_server({}) is None
    server = mail_server(MAIL)
    assert server is not None
    assert (server.port, server.starttls, server.tls) == (587, True, False)
    server = mail_server(MAIL | {"PLAINVOICE_MAIL_TLS": "tls"})
    assert server is not None
    assert (server.port, server.starttls, server.tls) == (465, False, True)


@pytest.mark.parametrize("url", ["desk.example.org", "https://x/admin", "javascript:alert(1)"])
def test_a_desk_address_that_is_none_is_refused(url: str, settings) -> None:
    with pytest.raises(ImproperlyConfigured, match="PLAINVOICE_DESK_URL"):
        base_url({"PLAINVOICE_DESK_URL": url})
    assert base_url({"PLAINVOICE_DESK_URL": "https://desk.example.org/"}).endswith("org")


def test_a_production_without_a_mail_server_is_told_so(settings) -> None:
    def found() -> list[str]:
        return [one.id for one in run_checks() if one.id in ("content.I001", "content.E021")]

    assert found() == []
    settings.PLAINVOICE_DEMONSTRATION = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.PLAINVOICE_DESK_URL = "desk"
    assert found() == ["content.I001", "content.E021"]
