"""Comments by program: the same actions as the desk's, and the same refusals."""

from __future__ import annotations

import pytest

from content.models import Comment, Revision
from tests import factories

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"
BODY = "Sleep helps you heal. Drink water.\n"


def test_a_program_comments_replies_resolves_and_reopens(author, reviewer):
    revision = factories.in_review(body=BODY)
    url = f"{STAFF}revisions/{revision.pk}/comments/"
    answer = reviewer.post(url, {"sentence": "s2", "text": "Who says?"})
    assert answer.status_code == 201
    made = answer.json()
    assert made == {
        "id": Comment.objects.get().pk,
        "revision": revision.pk,
        "sentence": "s2",
        "sentence_text": "Sleep helps you heal.",
        "author": reviewer.user.username,
        "text": "Who says?",
        "at": made["at"],
        "open": True,
        "replies": [],
    }
    one = f"{STAFF}comments/{made['id']}/"
    answer = author.post(f"{one}replies/", {"text": "The leaflet."})
    assert answer.status_code == 201
    assert [reply["text"] for reply in answer.json()["replies"]] == ["The leaflet."]
    assert reviewer.post(f"{one}resolve/").json()["open"] is False
    assert author.post(f"{one}reopen/").json()["open"] is True
    listed = author.get(url).json()
    assert (listed["count"], listed["results"][0]["open"]) == (1, True)


def test_an_approval_by_program_waits_for_open_comments(reviewer, approval, assert_problem):
    revision = factories.in_review(body=BODY)
    reviewer.post(
        f"{STAFF}revisions/{revision.pk}/comments/", {"sentence": "s2", "text": "Who says?"}
    )
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert "Who says?" in assert_problem(answer, 409, "comments")["problems"][0]
    reviewer.post(f"{STAFF}comments/{Comment.objects.get().pk}/resolve/")
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert answer.status_code == 200


@pytest.mark.parametrize("role", ["operator", "auditor"])
def test_who_may_only_read_reads_comments_and_says_nothing(with_token, assert_problem, role):
    revision = factories.in_review(body=BODY)
    client = with_token(factories.staff(role), role)
    url = f"{STAFF}revisions/{revision.pk}/comments/"
    assert client.get(url).status_code == 200
    assert_problem(client.post(url, {"sentence": "s2", "text": "No."}), 403, "role")
    for name in ("replies", "resolve", "reopen"):
        assert_problem(client.post(f"{STAFF}comments/1/{name}/", {"text": "No."}), 403, "role")


def test_a_token_of_a_reading_role_gives_no_more_though_its_owner_may(with_token, assert_problem):
    revision = factories.in_review(body=BODY)
    lead = factories.staff("lead")
    client = with_token(lead, "auditor")
    url = f"{STAFF}revisions/{revision.pk}/comments/"
    assert_problem(client.post(url, {"sentence": "s2", "text": "No."}), 403, "role")


def test_what_does_not_exist_or_says_nothing_is_refused(reviewer, assert_problem):
    revision = factories.in_review(body=BODY)
    url = f"{STAFF}revisions/{revision.pk}/comments/"
    assert_problem(reviewer.post(url, {"sentence": "s9", "text": "x"}), 400, "sentence")
    assert_problem(reviewer.post(url, {"sentence": "s2"}), 400, "input")
    assert_problem(reviewer.get(f"{url}?page=9"), 404)
    assert_problem(reviewer.post(f"{STAFF}comments/99/resolve/"), 404)


@pytest.mark.parametrize("name", ["text_digest", "speech_digest"])
def test_a_return_or_withdrawal_of_another_digest_is_refused(reviewer, assert_problem, name):
    revision, public = factories.in_review(body=BODY), factories.approved("Public")
    why = {"reason": "unsafe", "comment": "No."}
    for url, rendition in (
        (f"revisions/{revision.pk}/return/", revision.rendition),
        (f"articles/{public.article.slug}/withdraw/", public.rendition),
    ):
        answer = reviewer.post(f"{STAFF}{url}", {**why, name: "0" * 64})
        assert_problem(answer, 409, "digest")
        answer = reviewer.post(f"{STAFF}{url}", {**why, name: getattr(rendition, name)})
        assert answer.status_code == 200
    assert Revision.objects.get(pk=revision.pk).state == "returned"
