"""The API tells what the checks say, and takes the answers with an approval."""

from __future__ import annotations

import pytest

from content import lint
from content.models import Review
from tests import factories
from tests.content.api.conftest import STAFF

pytestmark = pytest.mark.django_db
DOSE = "It helps.\n\n## Use\n\nTake 5 mg once a day."


def shown(client, revision) -> dict:
    return client.get(f"{STAFF}revisions/{revision.pk}/").json()


def test_what_waits_has_its_findings_and_the_version_of_the_rules(reviewer) -> None:
    revision = factories.in_review(body=DOSE)
    found = shown(reviewer, revision)
    assert found["rules"] == lint.version()
    (dose,) = [one for one in found["findings"] if one["level"] == "warning"]
    assert set(dose) == {
        "id", "rule", "level", "message", "sentence", "start", "length", "source",
    }  # fmt: skip
    assert dose["rule"] == "safety.dose"
    assert dose["length"] == len("5 mg")


def test_a_draft_tells_what_cannot_be_said_and_what_the_checks_say(author) -> None:
    revision = factories.draft(body="Take .5 mg.", author=author.user)
    rules = [one["rule"] for one in shown(author, revision)["findings"]]
    assert rules[0] == "spoken_form"
    assert "notation.naked_decimal" in rules


def test_a_warning_without_an_answer_is_409_with_its_id(reviewer, approval, assert_problem) -> None:
    factories.closing_advice()
    revision = factories.in_review(body=DOSE)
    body = approval(revision)
    (name,) = body["answers"]
    path = f"{STAFF}revisions/{revision.pk}/approve/"
    found = assert_problem(reviewer.post(path, body | {"answers": {}}), 409, "answers")
    assert found["problems"][0].startswith(f"{name}: ")
    wrong = body | {"answers": {**body["answers"], "0" * 12: "Why?"}}
    assert_problem(reviewer.post(path, wrong), 400, "answers")
    assert_problem(reviewer.post(path, body | {"answers": {name: "x" * 1001}}), 400, "input")
    answer = reviewer.post(path, body)
    assert answer.status_code == 200, answer.content
    review = Review.objects.get(revision=revision)
    assert review.answers == body["answers"]
    assert answer.json()["findings"] == review.findings
    assert answer.json()["rules"] == review.rules


def test_a_blocker_refuses_a_submission(author, assert_problem) -> None:
    revision = factories.draft(body="Take 50 µg a day.", author=author.user)
    found = assert_problem(author.post(f"{STAFF}revisions/{revision.pk}/submit/"), 400, "checks")
    assert "micrograms" in found["problems"][0]
