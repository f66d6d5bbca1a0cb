"""Every gate to the public holds against the API as it holds at the desk."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from content.models import Article, Review, Revision
from content.roles import Role, give_role
from content.speech import clips
from tests import factories

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"


def requests(revision: Revision) -> dict[str, tuple[str, str]]:
    one = f"{STAFF}revisions/{revision.pk}/"
    article = f"{STAFF}articles/{revision.article.slug}/"
    return {
        "create": ("post", f"{STAFF}articles/"),
        "revise": ("post", f"{article}revisions/"),
        "submit": ("post", f"{one}submit/"),
        "list": ("get", f"{STAFF}revisions/"),
        "read": ("get", one),
        "approve": ("post", f"{one}approve/"),
        "return": ("post", f"{one}return/"),
        "withdraw": ("post", f"{article}withdraw/"),
        "article": ("get", article),
        "confirm": ("post", f"{article}confirm/"),
        "expiry": ("post", f"{article}expiry/"),
        "cancel": ("post", f"{article}schedule/cancel/"),
        "release": ("post", f"{article}schedule/publish/"),
        "translate": ("post", f"{article}translate/"),
    }


def assert_not_public(revision: Revision) -> None:
    revision.refresh_from_db()
    assert revision.state != "approved"
    assert not Review.objects.filter(revision=revision, decision="approve").exists()
    assert not Article.objects.published().filter(pk=revision.article_id).exists()
    assert APIClient().get(f"/api/v1/articles/{revision.article.slug}/").status_code == 404
    listed = APIClient().get("/api/v1/articles/").json()["results"]
    assert revision.article.slug not in [row["slug"] for row in listed]


def test_nobody_approves_what_they_wrote(with_token, assert_problem, approval):
    factories.closing_advice()
    lead = factories.staff("lead")
    revision = factories.in_review(author=lead)
    answer = with_token(lead, "lead").post(
        f"{STAFF}revisions/{revision.pk}/approve/", approval(revision)
    )
    assert_problem(answer, 403, "four_eyes")
    assert_not_public(revision)


@pytest.mark.parametrize("way", ["token", "session"])
def test_a_superuser_does_not_approve_what_they_wrote_either(
    with_token, assert_problem, approval, django_user_model, way
):
    factories.closing_advice()
    root = django_user_model.objects.create_superuser("root")
    revision = factories.in_review(author=root)
    client = with_token(root, "lead")
    if way == "session":
        client = APIClient()
        client.force_login(root)
    answer = client.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert_problem(answer, 403, "four_eyes")
    assert_not_public(revision)


def test_a_reviewer_who_also_wrote_it_is_refused_with_either_token(
    with_token, assert_problem, approval
):
    factories.closing_advice()
    user = factories.staff("author")
    give_role(user, Role.REVIEWER)
    revision = factories.in_review(author=user)
    path = f"{STAFF}revisions/{revision.pk}/approve/"
    body = approval(revision)
    assert_problem(with_token(user, "author").post(path, body), 403, "role")
    assert_problem(with_token(user, "reviewer").post(path, body), 403, "four_eyes")
    assert_not_public(revision)


@pytest.mark.parametrize("digest", ["text_digest", "speech_digest"])
def test_an_approval_of_something_else_than_was_shown_is_a_conflict(
    reviewer, assert_problem, approval, digest
):
    factories.closing_advice()
    revision = factories.in_review()
    body = approval(revision) | {digest: "0" * 64}
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", body)
    assert_problem(answer, 409, "digest")
    assert_not_public(revision)


def test_an_approval_of_what_was_not_heard_is_a_conflict_that_names_the_clips(
    reviewer, assert_problem, approval
):
    factories.closing_advice()
    revision = factories.in_review(body="Take 5 mg once a day.\n")
    body = approval(revision)
    assert body["heard"]
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", body | {"heard": []})
    assert assert_problem(answer, 409, "heard")["problems"] == body["heard"]
    assert_not_public(revision)
    read = reviewer.get(f"{STAFF}revisions/{revision.pk}/").json()
    assert read["must_hear"] == body["heard"]


def test_an_approval_before_the_closing_advice_is_approved_is_a_conflict(
    reviewer, assert_problem, approval
):
    revision = factories.reviewed(factories.draft())
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert "closing advice" in assert_problem(answer, 409, "notices")["detail"]
    assert_not_public(revision)


def test_a_draft_is_not_approved(reviewer, assert_problem):
    factories.closing_advice()
    revision = factories.draft()
    body = {"text_digest": "0" * 64, "speech_digest": "0" * 64, "heard": []}
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", body)
    assert_problem(answer, 409, "state")
    assert_not_public(revision)


def test_what_is_decided_is_decided_once(reviewer, assert_problem, approval):
    factories.closing_advice()
    revision = factories.in_review()
    path = f"{STAFF}revisions/{revision.pk}/"
    body = approval(revision)
    assert reviewer.post(f"{path}approve/", body).status_code == 200
    assert_problem(reviewer.post(f"{path}approve/", body), 409, "state")
    again = reviewer.post(f"{path}return/", {"reason": "unclear", "comment": "x"})
    assert_problem(again, 409, "state")


def test_an_article_that_is_not_public_is_not_withdrawn(reviewer, assert_problem):
    slug = factories.draft().article.slug
    answer = reviewer.post(
        f"{STAFF}articles/{slug}/withdraw/", {"reason": "unsafe", "comment": "x"}
    )
    assert_problem(answer, 409, "state")


def test_the_closing_advice_is_not_withdrawn_from_under_an_article(reviewer, assert_problem):
    factories.approved()
    slug = Article.objects.get(kind="closing").slug
    answer = reviewer.post(
        f"{STAFF}articles/{slug}/withdraw/", {"reason": "unsafe", "comment": "x"}
    )
    assert_problem(answer, 409, "notice_in_use")


def test_a_withdrawal_needs_a_reason_and_a_comment(reviewer, assert_problem):
    slug = factories.approved().article.slug
    path = f"{STAFF}articles/{slug}/withdraw/"
    assert_problem(reviewer.post(path, {"reason": "unsafe"}), 400)
    assert_problem(reviewer.post(path, {"comment": "x"}), 400)
    assert_problem(reviewer.post(path, {"reason": "unsafe", "comment": "  "}), 400)
    assert Article.objects.published().filter(slug=slug).exists()


def test_an_article_has_one_open_revision(author, assert_problem):
    revision = factories.draft(author=author.user)
    answer = author.post(
        f"{STAFF}articles/{revision.article.slug}/revisions/",
        {"title": "Other", "body": "Words."},
    )
    assert_problem(answer, 409, "open_revision")


def test_a_new_revision_leaves_the_public_text_as_it_is(author):
    slug = factories.approved(title="Before", body="Old words.\n").article.slug
    before = author.get(f"/api/v1/articles/{slug}/").content
    answer = author.post(
        f"{STAFF}articles/{slug}/revisions/", {"title": "After", "body": "New words.\n"}
    )
    assert answer.status_code == 201, answer.content
    assert author.get(f"/api/v1/articles/{slug}/").content == before
    rows = author.get("/api/v1/articles/").json()["results"]
    assert [row["title"] for row in rows] == ["Before"]


@pytest.mark.parametrize("make", [factories.draft, factories.in_review])
def test_what_nobody_approved_is_nowhere_in_public(make):
    assert_not_public(make())


@pytest.mark.parametrize("name", ["create", "revise", "submit", "approve", "return", "withdraw"])
def test_no_get_changes_anything(with_token, assert_problem, name):
    revision = factories.draft()
    client = with_token(factories.staff("lead"), "lead")
    _, path = requests(revision)[name]
    assert_problem(client.get(path), 405, "method_not_allowed")
    assert client.head(path).status_code == 405
    assert client.options(path).status_code == 204
    revision.refresh_from_db()
    assert revision.state == "draft"


def test_anonymous_gets_nowhere(assert_problem):
    revision = factories.draft()
    for method, path in requests(revision).values():
        assert_problem(getattr(APIClient(), method)(path), 401)
        assert_problem(APIClient().options(path), 401)


@pytest.mark.usefixtures("own_clips")
def test_a_program_gets_what_must_be_heard_in_words_and_as_the_very_bytes(
    reviewer, assert_problem
) -> None:
    revision = factories.in_review(body="Take 5 mg now. It makes you calm.")
    shown = reviewer.get(f"{STAFF}revisions/{revision.pk}/").json()
    (one,) = shown["to_hear"]
    assert [one["digest"]] == shown["must_hear"]
    assert (one["written"], one["spoken"]) == ("Take 5 mg now.", "Take 5 milligrams now.")
    assert one["phonemes"] == "tˈeɪk fˈaɪv mˈɪlɪɡɹˌæmz nˈaʊ"
    answer = reviewer.get(f"{STAFF}clips/{one['digest']}/")
    assert answer.headers["Content-Type"] == "audio/ogg"
    assert answer.content == clips.read(one["digest"], "opus")
    assert_problem(reviewer.get(f"{STAFF}clips/{'0' * 64}/"), 404)
    assert APIClient().get(f"{STAFF}clips/{one['digest']}/").status_code == 401
    clips.path(one["digest"], "opus").write_bytes(b"Something else.")
    assert_problem(reviewer.get(f"{STAFF}clips/{one['digest']}/"), 409, "clips")
