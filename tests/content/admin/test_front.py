"""The first page: the numbers that matter to a role, and plots with the same numbers as a table."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.actions import ReturnRevision
from content.admin.front import due_by_month, front, readability, waited
from content.admin.queue import Entry
from content.admin.urgency import Urgency, Waits
from tests.content.admin.test_queue import due
from tests.factories import approved, draft, in_review, staff

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


def entry(days: int) -> Entry:
    return Entry(
        pk=1,
        waits=Waits.TEXT,
        urgency=Urgency.ORDINARY,
        why="",
        since=NOW - timedelta(days=days),
        due=None,
        topic=None,
        language="en",
        mine=False,
    )


def numbers(user) -> dict[str, int]:
    return {number.label: number.value for number in front(user)["numbers"]}


def test_waiting_is_counted_by_calendar_days_and_nothing_is_left_out() -> None:
    plot = waited([entry(days) for days in (-1, 0, 1, 3, 4, 7, 8, 14, 15, 400)], NOW)
    assert [bar.value for bar in plot.bars] == [2, 2, 2, 2, 2]
    assert plot.total == 10


def test_what_is_due_is_counted_a_year_back_and_ahead_with_all_that_lies_beyond() -> None:
    months = {
        date(2024, 1, 1): 1,
        date(2025, 5, 1): 2,
        date(2025, 6, 1): 4,
        date(2026, 6, 1): 8,
        date(2027, 6, 1): 16,
        date(2027, 7, 1): 32,
    }
    bars = due_by_month(months, NOW.date()).bars
    assert len(bars) == 27
    assert (bars[0].label, bars[0].value) == ("Earlier", 3)
    assert (bars[1].label, bars[1].value) == ("June 2025", 4)
    assert (bars[13].label, bars[13].value, bars[13].short) == ("June 2026", 8, "now")
    assert (bars[25].label, bars[25].value) == ("June 2027", 16)
    assert (bars[26].label, bars[26].value) == ("Later", 32)


def test_readability_has_bjornssons_bands() -> None:
    bands = {"very_easy": 1, "easy": 2, "middle": 3, "hard": 4, "very_hard": 5}
    assert [bar.value for bar in readability(bands).bars] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("lix", "band"),
    [(24.9, 0), (25, 1), (34.9, 1), (35, 2), (44.9, 2), (45, 3), (54.9, 3), (55, 4), (90, 4)],
)
def test_a_public_article_stands_in_the_band_of_its_lix(lix: float, band: int, monkeypatch) -> None:
    from content.actions import voice

    monkeypatch.setattr(voice, "lix", lambda _: lix)
    approved()
    plot = front(staff("reviewer"))["plots"][2]
    assert [bar.value for bar in plot.bars] == [int(one == band) for one in range(5)]


def test_the_first_page_shows_what_waits_for_each_person(sign_in) -> None:
    author, lead = staff("author", "ada"), staff("lead", "lee")
    draft(title="A draft of Ada", author=author)
    in_review(title="Written by Lee", author=lead)
    in_review(title="Written by Ada", author=author)
    home = reverse("admin:index")
    page = sign_in(author).get(home).content.decode()
    assert "A draft of Ada" in page
    assert "Written by Lee" not in page
    page = sign_in(lead).get(home).content.decode()
    assert "Written by Ada" in page
    assert "Written by Lee" not in page
    assert "A draft of Ada" not in page
    assert "Nothing waits for you." in sign_in(staff("auditor")).get(home).content.decode()


def test_the_numbers_are_those_of_the_role() -> None:
    author, lead = staff("author", "ada"), staff("lead", "lee")
    draft(title="A draft", author=author)
    in_review(title="Written by Lee", author=lead)
    back = in_review(title="Goes back", author=author)
    ReturnRevision(back, actor=lead, reason="unclear", comment="How?").execute()
    due("Overdue", timezone.localdate() - timedelta(days=1))
    assert numbers(author) == {
        "Waiting for a reviewer": 2,
        "Overdue": 1,
        "Returned to you": 1,
        "Your drafts": 1,
        "Being voiced": 0,
        "Public": 1,
    }
    assert numbers(lead)["For you"] == 1
    reviewer = numbers(staff("reviewer", "rita"))
    assert reviewer["For you"] == 2
    assert "Your drafts" not in reviewer
    assert front(staff("reviewer", "rita"))["plots"][1].bars[
        13
    ].label == timezone.localdate().strftime("%B %Y")


def test_every_plot_has_the_same_numbers_as_a_table(sign_in) -> None:
    approved()
    in_review(title="Waits")
    page = sign_in(staff("reviewer")).get(reverse("admin:index")).content.decode()
    assert page.count('<svg class="plot"') == 3
    tables = re.findall(r"<details class=\"front-table\">.*?</details>", page, re.S)
    assert [len(re.findall(r"<th scope=\"row\">", table)) for table in tables] == [5, 27, 5]
    assert "Today 1." in re.findall(r"<title id=\"plot-waited-title\">([^<]*)", page)[0]
    assert "style=" not in page


def test_somebody_without_a_role_is_shown_no_numbers(sign_in, django_user_model) -> None:
    in_review(title="Waits")
    nobody = django_user_model.objects.create_user("nobody", is_staff=True)
    page = sign_in(nobody).get(reverse("admin:index")).content.decode()
    assert "front-numbers" not in page
    assert "Waits" not in page
