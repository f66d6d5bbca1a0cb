"""The desk shows what the checks say in its place, and loses no answer."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from content import linting, reconcile
from content.lint.lines import lines_of
from content.models import Review
from content.reading import read
from tests.content.admin.conftest import approval
from tests.factories import approved, draft, in_review, pronounce, staff

DOSE = "## What it is\n\nIt helps.\n\nTake 5 mg once a day."


def page_of(client, revision) -> str:
    return client.get(reverse("admin:content_revision_change", args=[revision.pk])).content.decode()


def dose(revision) -> str:
    checked = linting.of_rendition(revision.rendition)
    return next(one.id for one in checked.findings if one.rule == "safety.dose")


def test_a_draft_shows_each_finding_with_its_line_its_words_and_its_level_in_words(sign_in) -> None:
    author = staff("author")
    page = page_of(sign_in(author), draft(body=DOSE, author=author))
    assert "Needs an answer: 1" in page
    assert re.search(r'<strong class="desk-level">Needs an answer</strong> “5 mg” is a dose', page)
    assert "Take <mark>5 mg</mark> once a day." in page
    assert "Line 5" in page
    assert "Nothing stands in the way" in page


def test_a_finding_names_its_source_with_the_date(sign_in) -> None:
    author = staff("author")
    page = page_of(sign_in(author), draft(body="It is completely safe.", author=author))
    assert 'href="https://www.tga.gov.au/advertising-health-products' in page
    assert "2019-07-03" in page


def test_a_blocked_submission_shows_what_must_be_changed_and_keeps_the_words(sign_in) -> None:
    author = staff("author")
    revision = draft(body="Take 50 µg a day.", author=author)
    answer = sign_in(author).post(reverse("admin:content_revision_submit", args=[revision.pk]))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Must be changed: 1" in page
    assert "Take <mark>50 µg</mark> a day." in page or "<mark>µg</mark>" in page
    assert "Nothing stands in the way" not in page


def test_a_warning_has_a_field_that_goes_with_the_approval(sign_in) -> None:
    revision = in_review(body=DOSE)
    page = page_of(sign_in(staff("reviewer")), revision)
    assert re.search(rf'<textarea name="answer-{dose(revision)}"[^>]* form="approve-form"', page)
    assert "1 warning unanswered" in page


def test_who_may_not_approve_has_no_field(sign_in) -> None:
    revision = in_review(body=DOSE)
    page = page_of(sign_in(staff("author")), revision)
    assert "“5 mg” is a dose" in page
    assert "<textarea name=" not in page or f"answer-{dose(revision)}" not in page


def test_a_refused_approval_keeps_the_answers_and_names_what_is_open(sign_in) -> None:
    revision = in_review(body=f"{DOSE}\n\nIt is completely safe.")
    sent = approval(revision)
    (other,) = [name for name in sent if name.startswith("answer-") and dose(revision) not in name]
    sent |= {f"answer-{dose(revision)}": "Only <here>.", other: " "}
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    answer = sign_in(staff("reviewer")).post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Only &lt;here&gt;.</textarea>" in page
    assert f'<a href="#{other}">' in page
    assert page.count('aria-invalid="true"') == 1
    assert not Review.objects.filter(revision=revision).exists()


def test_a_refused_return_keeps_the_answers_that_came_with_it(sign_in) -> None:
    revision = in_review(body=DOSE)
    url = reverse("admin:content_revision_return", args=[revision.pk])
    sent = {"reason": "", "comment": "", f"answer-{dose(revision)}": "Kept."}
    page = sign_in(staff("reviewer")).post(url, sent).content.decode()
    assert "Kept.</textarea>" in page


def test_what_was_found_and_answered_stands_with_the_decision(sign_in) -> None:
    revision = approved(body=DOSE)
    page = page_of(sign_in(staff("author")), revision)
    assert "What the checks said then: needs an answer 1" in page
    assert "Take <mark>5 mg</mark> once a day." in page
    assert "<strong>Answered:</strong> It may stand, in a test." in page


def test_a_new_voice_comes_with_the_earlier_answers_and_who_gave_them(sign_in) -> None:
    reviewer = staff("reviewer", "doctor")
    revision = approved(body=f"{DOSE} Zolpidem helps.", reviewer=reviewer)
    pronounce("zolpidem", "zoll pih dem")
    list(reconcile.revoice_what_changed("en"))
    page = page_of(sign_in(staff("reviewer")), revision)
    assert "It may stand, in a test.</textarea>" in page
    assert re.search(r"doctor\s+answered this on", page)
    assert "warning of the checks</a> first" not in page


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("One.\n\nTwo. Three.\n", [1, 3, 3]),
        ("One *two*\nthree.\n\n- Four\n- **Five**\n", [1, 4, 5]),
        ("## One\n\n> Two.\n\n1. Three\n2. Four\n", [1, 3, 5, 6]),
        ("One.\n\n## Sources\n\n- [Two](https://example.org/two), Three\n", [1, 3, 5]),
        ("Same.\n\nSame.\n", [1, 3]),
        ("One \\*two\\*.\r\n\r\nThree.\r\n", [1, 3]),
    ],
)
def test_the_line_of_a_sentence_is_told(body: str, lines: list[int]) -> None:
    sentences = [(one.id, one.text) for one in read("Title", body, "en").sentences()][1:]
    found = lines_of(body, sentences)
    assert [found.get(name) for name, _ in sentences] == lines
