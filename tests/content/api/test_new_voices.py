"""New voices over the API: found, heard, approved by somebody else, or put aside."""

from __future__ import annotations

import pytest

from content import reconcile
from content.models import Article, Revision
from tests import factories

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"


def new_voice(actor) -> Revision:
    revision = factories.approved(body="Zolpidem helps. Drink water.")
    factories.pronounce("zolpidem", "zoll pih dem", actor=actor)
    list(reconcile.revoice_what_changed())
    return Revision.objects.get(pk=revision.pk)


def test_a_new_voice_is_listed_with_what_waits_and_approved(reviewer, approval):
    revision = new_voice(factories.staff("author"))
    (row,) = reviewer.get(f"{STAFF}revisions/?state=in_review").json()["results"]
    assert (row["id"], row["state"], row["new_voice"]) == (revision.pk, "approved", True)
    found = reviewer.get(f"{STAFF}revisions/{revision.pk}/").json()
    assert found["new_voice"]
    assert found["speech_digest"] == row["speech_digest"] == revision.rendition.speech_digest
    assert [one["spoken"] for one in found["to_hear"]] == ["zoll pih dem helps."]
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert answer.status_code == 200
    assert not answer.json()["new_voice"]
    assert Article.objects.get(pk=revision.article_id).public_rendition == revision.rendition
    assert reviewer.get(f"{STAFF}revisions/?state=in_review").json()["count"] == 0


@pytest.mark.parametrize("superuser", [False, True])
def test_who_changed_the_word_does_not_approve_it(with_token, assert_problem, approval, superuser):
    lead = factories.staff("lead", is_superuser=superuser)
    revision = new_voice(lead)
    public = revision.article.public_rendition
    client = with_token(lead, "lead")
    answer = client.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert "“zolpidem”" in assert_problem(answer, 403, "four_eyes")["detail"]
    assert Article.objects.get(pk=revision.article_id).public_rendition == public


def test_what_is_not_heard_yet_or_is_not_the_newest_is_a_conflict(
    reviewer, assert_problem, approval
):
    revision = new_voice(factories.staff("author"))
    path, body = f"{STAFF}revisions/{revision.pk}/approve/", approval(revision)
    unheard = assert_problem(reviewer.post(path, body | {"heard": []}), 409, "heard")
    assert unheard["problems"] == body["heard"]
    factories.pronounce("zolpidem", "zol pee dem")
    assert_problem(reviewer.post(path, body), 409, "stale")
    list(reconcile.revoice_what_changed())
    assert_problem(reviewer.post(path, body), 409, "digest")


def test_a_new_voice_is_put_aside_and_the_public_one_stays(reviewer, assert_problem, approval):
    revision = new_voice(factories.staff("author"))
    public = revision.article.public_rendition
    body = approval(revision)
    answer = reviewer.post(
        f"{STAFF}revisions/{revision.pk}/return/", {"reason": "speech", "comment": "Too fast."}
    )
    assert answer.status_code == 200
    assert (answer.json()["state"], answer.json()["new_voice"]) == ("approved", False)
    assert answer.json()["speech_digest"] == public.speech_digest
    path = f"{STAFF}revisions/{revision.pk}/"
    assert_problem(reviewer.post(f"{path}approve/", body), 409, "state")
    again = reviewer.post(f"{path}return/", {"reason": "speech", "comment": "Too fast."})
    assert_problem(again, 409, "state")
