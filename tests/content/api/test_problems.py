"""Every error is a problem of RFC 9457, and no input makes the service fall over."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from content.api import problems
from content.models import Article, Revision
from tests import factories

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"
ARTICLE = {"title": "Sleeping well", "body": "Go to bed at the same time every day.\n"}


def raw(client, body, content_type="application/json", path="articles/"):
    return client.generic("POST", f"{STAFF}{path}", body, content_type=content_type)


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/nothing/",
        "/api/v1/articles/no-such-article/",
        "/api/v1/articles/no such article/",
        "/api/v1/articles/no%0Asuch%0Aarticle/",
        "/api/v1/staff/nothing/",
        "/api/v1/articles",
        "/api/v1/",
    ],
)
def test_an_address_that_means_nothing_is_a_problem(client, assert_problem, path):
    assert_problem(client.get(path), 404, "not_found")
    assert_problem(
        client.post(path, {}, content_type="application/json"),
        405 if "articles/no-" in path else 404,
    )


def test_a_revision_that_does_not_exist_is_a_problem(reviewer, assert_problem):
    assert_problem(reviewer.get(f"{STAFF}revisions/999999/"), 404, "not_found")
    assert_problem(reviewer.get(f"{STAFF}revisions/{10**30}/"), 404, "not_found")
    assert_problem(reviewer.get(f"{STAFF}revisions/{'9' * 5000}/"), 404, "not_found")


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_a_method_that_an_address_does_not_take_is_a_problem(author, assert_problem, method):
    assert_problem(getattr(author, method)(f"{STAFF}articles/"), 405, "method_not_allowed")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_public_half_cannot_be_written_to(client, assert_problem, method):
    for path in ("/api/v1/articles/", "/api/v1/articles/x/", "/api/v1/schema/"):
        assert_problem(getattr(client, method)(path), 405, "method_not_allowed")


def test_a_form_is_not_json(author, assert_problem):
    assert_problem(raw(author, "title=x", "application/x-www-form-urlencoded"), 415)
    assert_problem(raw(author, "<a/>", "text/xml"), 415)


def test_an_answer_in_another_format_than_json_is_refused_as_a_problem(client, assert_problem):
    assert_problem(client.get("/api/v1/articles/", HTTP_ACCEPT="text/csv"), 406)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"title"',
        b"\xff\xfe",
        b'\xef\xbb\xbf{"title": "a", "body": "b"}',
        b'{"title": NaN, "body": "b"}',
        b'{"title": "a", "title": "b", "body": "c"}',
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"title": ' + b"9" * 10_000 + b', "body": "b"}',
        b'{"title": "\\ud800", "body": "b"}',
        b'{"\\ud800": 1, "title": "a", "body": "b"}',
    ],
    ids=range(14),
)
def test_a_body_that_is_no_proper_json_object_is_400(author, assert_problem, body):
    assert_problem(raw(author, body), 400)
    assert not Article.objects.exists()


@pytest.mark.parametrize("charset", ["utf-16", "zlib", "no-such-charset"])
def test_the_body_is_read_as_utf_8_whatever_its_charset_claims(author, charset):
    body = json.dumps(ARTICLE).encode()
    assert raw(author, body, f"application/json; charset={charset}").status_code == 201


@pytest.mark.parametrize(
    "change",
    [
        {"title": 7},
        {"title": True},
        {"title": None},
        {"title": ["a"]},
        {"title": ""},
        {"title": "   "},
        {"title": "x" * 201},
        {"title": "a\x00b"},
        {"body": "a\x00b"},
        {"body": 1.5},
        {"body": {}},
        {"note": "a\x00b"},
        {"note": 3},
        {"language": 3},
        {"topic": 3},
        {"topic": ""},
        {"topic": "a\x00b"},
        {"state": "approved"},
        {"public_rendition": 1},
        {"sample": True},
    ],
)
def test_input_is_taken_literally(author, assert_problem, change):
    found = assert_problem(author.post(f"{STAFF}articles/", ARTICLE | change), 400)
    if found["rule"] == "input":
        assert any(one.startswith(f"{next(iter(change))}:") for one in found["problems"])
    assert not Article.objects.exists()


def test_missing_fields_are_named(author, assert_problem):
    found = assert_problem(author.post(f"{STAFF}articles/", {}), 400, "input")
    assert [one.partition(":")[0] for one in found["problems"]] == ["title", "body"]


def test_unknown_fields_are_named(author, assert_problem):
    found = assert_problem(
        author.post(f"{STAFF}articles/", ARTICLE | {"auther": "x", "é": 1}), 400, "input"
    )
    assert [one.partition(":")[0] for one in found["problems"]] == ["auther", "é"]


def test_a_submission_takes_no_fields(author, assert_problem):
    revision = factories.draft(author=author.user)
    path = f"{STAFF}revisions/{revision.pk}/submit/"
    assert_problem(author.post(path, {"state": "approved"}), 400, "input")
    assert_problem(raw(author, b"[1]", path=f"revisions/{revision.pk}/submit/"), 400)
    revision.refresh_from_db()
    assert revision.state == "draft"


@pytest.mark.parametrize(
    "change",
    [
        {"heard": "abc"},
        {"heard": [1]},
        {"heard": ["a" * 63]},
        {"heard": ["A" * 64]},
        {"heard": ["a" * 64 + "\n"]},
        {"heard": ["a" * 64] * 5001},
        {"heard": None},
        {"text_digest": None},
        {"text_digest": "x"},
        {"speech_digest": 1},
        {"answers": []},
        {"answers": {"a": 1}},
        {"force": True},
    ],
)
def test_an_approval_is_taken_literally(reviewer, assert_problem, approval, change):
    factories.closing_advice()
    revision = factories.in_review()
    body = approval(revision) | change
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", body)
    assert_problem(answer, 400, "input")
    revision.refresh_from_db()
    assert revision.state == "in_review"


def test_a_body_over_the_cap_is_413(author, assert_problem, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = author.post(f"{STAFF}articles/", ARTICLE | {"body": "x" * 2000})
    assert_problem(answer, 413, "too_large")
    assert not Article.objects.exists()


def test_a_reason_that_is_not_one_is_refused(reviewer, assert_problem):
    revision = factories.in_review()
    path = f"{STAFF}revisions/{revision.pk}/return/"
    assert_problem(reviewer.post(path, {"reason": "tired", "comment": "x"}), 400)
    assert_problem(reviewer.post(path, {"reason": "unvoiceable", "comment": "x"}), 400)
    assert_problem(reviewer.post(path, {"reason": "unclear", "comment": " "}), 400)
    assert_problem(reviewer.post(path, {"reason": "unclear"}), 400)


def test_what_the_database_refuses_is_a_conflict_that_names_the_rule(assert_problem):
    revision = factories.in_review()
    with pytest.raises(IntegrityError) as refused:
        Revision.objects.filter(pk=revision.pk).update(title="Another")
    answer = problems.handle(refused.value, {})
    assert answer.status_code == 409
    assert answer.data["rule"] == "revision_frozen"


def test_a_race_that_the_action_lost_is_a_conflict_not_an_error(
    author, assert_problem, monkeypatch
):
    """Two begin an article with one title at once: the second finds its address taken."""
    taken = factories.draft().article.slug
    monkeypatch.setattr("content.actions.draft.free_slug", lambda title: taken)
    found = assert_problem(author.post(f"{STAFF}articles/", ARTICLE), 409, "conflict")
    assert "content_" not in found["detail"]
    assert Article.objects.filter(slug=taken).count() == 1


def test_what_nobody_foresaw_is_a_problem_without_its_inside(
    author, assert_problem, monkeypatch, caplog
):
    def broken(title: str) -> str:
        raise ZeroDivisionError("the inside")

    monkeypatch.setattr("content.actions.draft.free_slug", broken)
    answer = author.post(f"{STAFF}articles/", ARTICLE)
    assert_problem(answer, 500, "error")
    assert b"inside" not in answer.content
    assert "the inside" in caplog.text


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    body=st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            (
                *("title", "body", "note", "language", "topic", "reason", "comment"),
                *("text_digest", "speech_digest", "heard", "answers", "else"),
            ),
            anything,
        ),
    )
)
def test_no_json_makes_the_service_fall_over(body, lead):
    client, pk, slug = lead
    for path in (
        "articles/",
        f"articles/{slug}/revisions/",
        f"articles/{slug}/withdraw/",
        f"revisions/{pk}/submit/",
        f"revisions/{pk}/approve/",
        f"revisions/{pk}/return/",
    ):
        sent = json.dumps(body).encode()
        answer = client.generic("POST", STAFF + path, sent, content_type="application/json")
        assert answer.status_code in (200, 201, 202, 400, 403, 404, 409), answer.content
        if answer.status_code >= 400:
            assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.fixture
def lead(with_token) -> tuple[APIClient, int, str]:
    revision = factories.draft()
    client = with_token(factories.staff("lead"), "lead")
    return client, revision.pk, revision.article.slug
