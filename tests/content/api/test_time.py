"""Time in the staff API: the actions decide, and what is true of an article is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from content.models import Article
from tests import factories
from tests.content.api.conftest import STAFF

pytestmark = pytest.mark.django_db


def path(article: Article, name: str = "") -> str:
    return f"{STAFF}articles/{article.slug}/{name}"


def digests(answer) -> dict[str, str]:
    told = answer.json()["to_confirm"]
    return {name: told[name] for name in ("text_digest", "speech_digest")}


def test_an_article_is_confirmed_with_the_digests_it_tells(reviewer, assert_problem) -> None:
    article = factories.approved().article
    told = reviewer.get(path(article))
    assert told.json()["public"] is True
    assert told.json()["leaves_on"] > told.json()["review_due"]
    body = digests(told)
    assert_problem(
        reviewer.post(path(article, "confirm/"), body | {"text_digest": "0" * 64}), 409, "digest"
    )
    answer = reviewer.post(path(article, "confirm/"), body | {"comment": "Read again."})
    assert answer.status_code == 200, answer.content
    assert answer.json()["reviewed_on"] == timezone.localdate().isoformat()


def test_nobody_confirms_by_token_what_they_wrote(with_token, assert_problem) -> None:
    lead = factories.staff("lead", "lead")
    article = factories.approved(author=lead).article
    client = with_token(lead, "lead")
    answer = client.post(path(article, "confirm/"), digests(client.get(path(article))))
    assert_problem(answer, 403, "four_eyes")


def test_an_approval_is_scheduled_released_and_cancelled(
    reviewer, approval, assert_problem
) -> None:
    revision = factories.in_review()
    approve = f"{STAFF}revisions/{revision.pk}/approve/"
    for wrong in ("2001-01-01T00:00:00Z", "2090-01-01T00:00:00", "2090-01-01", "soon", 5):
        assert_problem(reviewer.post(approve, approval(revision) | {"publish_at": wrong}), 400)
    later = (timezone.now() + timedelta(days=3)).isoformat()
    answer = reviewer.post(approve, approval(revision) | {"publish_at": later})
    assert answer.status_code == 200, answer.content
    assert answer.json()["publish_at"] is not None
    told = reviewer.get(path(revision.article)).json()
    assert told["public"] is False
    assert told["scheduled"]["revision"] == revision.pk
    assert told["scheduled"]["failed"] == ""
    released = reviewer.post(path(revision.article, "schedule/publish/"))
    assert released.json()["public"] is True
    assert_problem(reviewer.post(path(revision.article, "schedule/publish/")), 409, "state")


def test_a_scheduled_approval_is_cancelled(reviewer, approval, assert_problem) -> None:
    revision = factories.in_review()
    later = (timezone.now() + timedelta(days=3)).isoformat()
    reviewer.post(
        f"{STAFF}revisions/{revision.pk}/approve/", approval(revision) | {"publish_at": later}
    )
    cancel = path(revision.article, "schedule/cancel/")
    assert_problem(reviewer.post(cancel, {"reason": "other", "comment": " "}), 400)
    answer = reviewer.post(cancel, {"reason": "other", "comment": "Not yet."})
    assert answer.json()["scheduled"] is None


def test_the_last_day_comes_nearer_and_not_later(reviewer, assert_problem) -> None:
    article = factories.approved().article
    day = timezone.localdate() + timedelta(days=9)
    answer = reviewer.post(path(article, "expiry/"), {"expires_on": str(day)})
    assert answer.json()["expires_on"] == answer.json()["leaves_on"] == str(day)
    later = {"expires_on": str(day + timedelta(days=1))}
    assert_problem(reviewer.post(path(article, "expiry/"), later), 400, "expires_on")
    body = digests(reviewer.get(path(article)))
    assert reviewer.post(path(article, "confirm/"), body).json()["expires_on"] == str(day)
    moved = reviewer.post(path(article, "confirm/"), body | later)
    assert moved.json()["expires_on"] == later["expires_on"]
    gone = reviewer.post(path(article, "confirm/"), body | {"expires_on": None})
    assert gone.json()["expires_on"] is None
