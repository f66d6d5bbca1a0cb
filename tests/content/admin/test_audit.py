"""An auditor finds the answer on the desk, and takes it away as a file."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from content.actions import WithdrawArticle
from content.actions.base import record
from content.admin.audit_files import harmless
from content.models import AuditEvent, Installation
from tests.factories import approved, staff

TRAIL = reverse("admin:content_auditevent_changelist")
EXPORT = reverse("admin:content_auditevent_export")
ON_DAY = reverse("admin:content_auditevent_on_day")


@pytest.fixture
def auditor(sign_in) -> Client:
    return sign_in(staff("auditor"))


def numbers(page: str) -> list[int]:
    return [int(found) for found in re.findall(r"auditevent/(\d+)/change/\">\d+</a></th>", page)]


def test_the_trail_is_told_in_words(auditor) -> None:
    revision = approved()
    page = auditor.get(TRAIL).content.decode()
    assert "approved it" in page
    assert "due for review on:" in page
    assert revision.article.slug in page
    assert "{&#x27;" not in page


def test_it_is_searched_by_what_who_which_text_and_which_days(auditor) -> None:
    one, other = approved("One"), approved("Other")
    of_one = list(AuditEvent.objects.filter(article=one.article).values_list("pk", flat=True))
    today = AuditEvent.objects.first().at.date().isoformat()

    def found(**asked: str) -> set[int]:
        return set(numbers(auditor.get(TRAIL, asked).content.decode()))

    everything = found()
    assert found(article=one.article.slug) == set(of_one)
    assert found(what="approve", article=other.article.slug) < everything
    assert found(actor="REVIEWER", what="approve") == found(what="approve")
    assert found(first=today, last=today) == everything
    assert found(last="2020-01-01") == found(first="2090-01-01") == set()
    assert found(what="nothing") == found(first="never") == set()


def test_one_event_shows_all_that_it_holds_and_its_place_in_the_chain(auditor) -> None:
    approved()
    event = AuditEvent.objects.filter(action="approve").last()
    page = auditor.get(reverse("admin:content_auditevent_change", args=[event.pk])).content.decode()
    for shown in (event.digest, event.previous, event.detail["text_digest"], "Review "):
        assert shown in page
    assert auditor.get(reverse("admin:content_auditevent_change", args=[9999])).status_code == 404


def test_what_was_found_is_taken_away_as_lines_that_verify(auditor) -> None:
    revision = approved()
    answer = auditor.get(EXPORT, {"format": "jsonl", "article": revision.article.slug})
    lines = [json.loads(line) for line in answer.getvalue().splitlines()]
    assert {line["article"] for line in lines} == {revision.article_id}
    assert lines[-1]["digest"] == AuditEvent.objects.last().digest
    assert "attachment" in answer["Content-Disposition"]
    assert auditor.get(EXPORT, {"format": "xls"}).status_code == 400
    assert auditor.get(EXPORT, {"format": "csv", "first": "never"}).status_code == 400


def test_no_cell_of_the_spreadsheet_is_a_formula(auditor) -> None:
    for name in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"):
        person = staff("author", name)
        record("demonstration", actor=person)
    text = auditor.get(EXPORT, {"format": "csv"}).getvalue().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert [row[2][0] for row in table[-6:]] == ["'"] * 6
    assert all(
        not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in table for cell in row
    )
    assert harmless("plain") == "plain"


def test_the_day_says_who_approved_what_and_until_when(auditor) -> None:
    revision = approved()
    page = auditor.get(ON_DAY).content.decode()
    for shown in ("Sleep and rest", "reviewer", "1 article and 1 notice", "Times are UTC"):
        assert shown in page
    review = revision.reviews.get()
    assert f"{review.review_due:%Y}" in page
    assert revision.rendition.text_digest in page
    gone = auditor.get(ON_DAY, {"article": "nowhere"}).content.decode()
    assert "0 articles" in gone


def test_a_moment_before_the_trail_or_no_moment_at_all_is_said_so(auditor) -> None:
    assert "Nothing has happened yet." in auditor.get(ON_DAY).content.decode()
    approved()
    early = auditor.get(ON_DAY, {"day": "2020-01-01"})
    assert "before the audit trail begins" in early.content.decode()
    wrong = auditor.get(ON_DAY, {"day": "yesterday"})
    assert wrong.status_code == 400
    assert 'value="yesterday"' in wrong.content.decode()


def test_a_withdrawn_text_is_still_found_on_the_day_that_it_was_public(auditor) -> None:
    revision = approved()
    from tests.content.trail import rules_off

    with rules_off() as cursor:
        cursor.execute("UPDATE content_auditevent SET at = '2026-03-01 11:00:00'")
        cursor.execute("UPDATE content_publicmove SET at = '2026-03-01 12:00:00'")
        cursor.execute("UPDATE content_review SET at = '2026-03-01 12:00:00'")
    revision.article.refresh_from_db()
    WithdrawArticle(
        revision.article, actor=staff("reviewer", "reviewer"), reason="other", comment="Old."
    ).execute()
    then, now = {"day": "2026-03-01"}, {}
    assert "Sleep and rest" in auditor.get(ON_DAY, then).content.decode()
    assert "Sleep and rest" not in auditor.get(ON_DAY, now).content.decode()
    url = reverse("admin:content_auditevent_article_on_day", args=[revision.article_id])
    page = auditor.get(url, then).content.decode()
    assert "A dark room helps." in page
    assert "these are the bytes of then" in page
    assert "Always consult a health care professional" in page
    (clip, *_) = re.findall(r'data-clip="([^"]+)"', page)
    assert auditor.get(clip).getvalue().startswith(b"OggS")
    assert "Not public" in auditor.get(url, now).content.decode()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_times_are_those_of_the_installation(auditor, settings, zone: str) -> None:
    settings.TIME_ZONE = zone
    approved()
    assert f"Times are {zone}" in auditor.get(ON_DAY).content.decode()
    assert "1 article" in auditor.get(ON_DAY).content.decode()


def test_no_page_costs_more_queries_with_more_texts(auditor, queries) -> None:
    approved("One")
    urls = [TRAIL, ON_DAY]
    before = [queries(auditor, url) for url in urls]
    approved("Two")
    approved("Three")
    assert [queries(auditor, url) for url in urls] == before
    assert max(before) < 25
    article = AuditEvent.objects.filter(action="approve").last().article_id
    url = reverse("admin:content_auditevent_article_on_day", args=[article])
    assert queries(auditor, url) < 25


def test_the_dossier_is_on_the_articles_page(auditor) -> None:
    revision = approved()
    url = reverse("admin:content_article_dossier", args=[revision.article_id])
    page = auditor.get(reverse("admin:content_article_change", args=[revision.article_id]))
    assert url in page.content.decode()
    answer = auditor.get(url, {"without-audio": ""})
    assert answer["Content-Disposition"] == 'attachment; filename="dossier-sleep-and-rest.zip"'
    assert answer.getvalue().startswith(b"PK")
    assert not Installation.is_demonstration()
