"""Claims and urgency through the API: the same actions, the same sentences."""

from __future__ import annotations

import pytest

from content.models import Claim, Revision
from tests import factories

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"


def test_a_reviewer_claims_and_releases_and_others_see_it(reviewer, with_token, assert_problem):
    revision = factories.in_review()
    address = f"{STAFF}revisions/{revision.pk}/"
    assert reviewer.get(address).json()["claim"] is None
    answer = reviewer.post(f"{address}claim/")
    assert answer.status_code == 200
    assert answer.json()["claim"]["by"] == reviewer.user.username
    other = with_token(factories.staff("reviewer", "other"), "reviewer")
    problem = assert_problem(other.post(f"{address}claim/"), 409, "claimed")
    assert reviewer.user.username in problem["detail"]
    assert_problem(other.post(f"{address}release/", {"reason": "Mine."}), 403, "role")
    lead = with_token(factories.staff("lead"), "lead")
    assert_problem(lead.post(f"{address}release/"), 400, "reason")
    assert lead.post(f"{address}release/", {"reason": "Ill."}).json()["claim"] is None
    assert not Claim.objects.exists()


def test_an_author_does_not_claim(author, assert_problem):
    revision = factories.in_review()
    assert_problem(author.post(f"{STAFF}revisions/{revision.pk}/claim/"), 403)


def test_why_it_is_urgent_comes_with_the_words_and_stays_with_them(author, assert_problem):
    words = {"title": "Sleep", "body": "Sleep helps you heal.", "urgent_because": "A wrong dose."}
    found = author.post(f"{STAFF}articles/", words).json()
    assert found["urgent_because"] == "A wrong dose."
    assert Revision.objects.get(pk=found["id"]).urgent_because == "A wrong dose."
    rows = author.get(f"{STAFF}revisions/").json()["results"]
    assert [row["urgent_because"] for row in rows] == ["A wrong dose."]
    long = author.post(f"{STAFF}articles/", words | {"urgent_because": "x" * 301})
    assert_problem(long, 400)
