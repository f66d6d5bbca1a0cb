"""The staff API does what the desk does, through the same actions."""

from __future__ import annotations

import pytest

from content import lint
from content.models import Article, AuditEvent, Review, Revision, Topic
from tests import factories

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"
ARTICLE = {"title": "Sleeping well", "body": "Go to bed at the same time every day.\n"}


def test_an_author_begins_an_article(author):
    answer = author.post(f"{STAFF}articles/", ARTICLE | {"language": "en", "note": "New."})
    assert answer.status_code == 201
    found = answer.json()
    revision = Revision.objects.get(pk=found["id"])
    assert answer.headers["Location"] == f"{STAFF}revisions/{revision.pk}/"
    assert [one["rule"] for one in found.pop("findings")] == ["structure.no_sources"]
    assert found.pop("rules") == lint.version()
    assert found == {
        "id": revision.pk,
        "article": "sleeping-well",
        "language": "en",
        "kind": "article",
        "title": "Sleeping well",
        "body": ARTICLE["body"],
        "notices": [],
        "note": "New.",
        "state": "draft",
        "text_digest": "",
        "speech_digest": "",
        "must_hear": [],
        "new_voice": False,
        "urgent_because": "",
        "claim": None,
        "to_hear": [],
        "signoffs_needed": 1,
        "signoffs": [],
        "publish_at": None,
        "source_revision": None,
        "outdated": False,
    }
    assert revision.body == ARTICLE["body"]
    assert revision.note == "New."
    assert revision.edited_by == author.user
    assert AuditEvent.objects.filter(action="create", actor=author.user).exists()


def test_an_article_for_an_unknown_topic_is_refused_by_name(author, assert_problem):
    answer = author.post(f"{STAFF}articles/", ARTICLE | {"topic": "nowhere"})
    assert "nowhere" in assert_problem(answer, 400, "topic")["detail"]
    assert not Article.objects.exists()


def test_an_article_in_a_language_not_offered_is_refused(author, assert_problem):
    assert_problem(author.post(f"{STAFF}articles/", ARTICLE | {"language": "tlh"}), 400, "language")


def test_a_submitted_draft_is_accepted_and_its_voice_comes_later(
    author, django_capture_on_commit_callbacks
):
    revision = factories.draft(author=author.user)
    answer = author.post(f"{STAFF}revisions/{revision.pk}/submit/")
    assert answer.status_code == 202
    assert answer.json()["state"] == "voicing"
    assert len(answer.json()["text_digest"]) == 64


def test_what_is_submitted_is_in_review_once_it_is_voiced(
    author, django_capture_on_commit_callbacks
):
    revision = factories.draft(author=author.user)
    with django_capture_on_commit_callbacks(execute=True):
        author.post(f"{STAFF}revisions/{revision.pk}/submit/")
    found = author.get(f"{STAFF}revisions/{revision.pk}/").json()
    assert found["state"] == "in_review"
    assert len(found["speech_digest"]) == 64


def test_a_draft_that_cannot_be_submitted_says_why_line_by_line(author, assert_problem):
    revision = factories.draft(author=author.user, body="Some words.\n\n<b>bold</b>\n")
    findings = author.get(f"{STAFF}revisions/{revision.pk}/").json()["findings"]
    assert findings
    found = assert_problem(author.post(f"{STAFF}revisions/{revision.pk}/submit/"), 400)
    blockers = [one["message"] for one in findings if one["level"] == "blocker"]
    assert list(dict.fromkeys(found["problems"])) == blockers


def test_a_reviewer_finds_what_waits_longest_first(reviewer):
    first, second = factories.in_review(title="One"), factories.in_review(title="Two")
    factories.draft(title="Three")
    found = reviewer.get(f"{STAFF}revisions/?state=in_review").json()
    assert [row["id"] for row in found["results"]] == [first.pk, second.pk]
    assert found["count"] == 2
    assert found["results"][0] == {
        "id": first.pk,
        "article": first.article.slug,
        "title": "One",
        "state": "in_review",
        "text_digest": first.text_digest,
        "speech_digest": first.rendition.speech_digest,
        "submitted_at": found["results"][0]["submitted_at"],
        "urgent_because": "",
        "new_voice": False,
    }


def test_the_list_of_revisions_needs_as_many_queries_for_three_as_for_one(
    reviewer, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    factories.draft(title="One")
    # The first use in a minute is noted with the token.
    reviewer.get(f"{STAFF}revisions/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        reviewer.get(f"{STAFF}revisions/")
    factories.draft(title="Two")
    factories.draft(title="Three")
    with django_assert_num_queries(len(one)):
        assert reviewer.get(f"{STAFF}revisions/").json()["count"] == 3


def test_the_list_is_paged_and_its_pages_are_capped(reviewer, assert_problem):
    for number in range(3):
        factories.draft(title=f"Number {number}")
    found = reviewer.get(f"{STAFF}revisions/?page_size=2&page=2").json()
    assert found["count"] == 3
    assert len(found["results"]) == 1
    assert found["next"] is None
    assert "page_size=2" in found["previous"]
    assert_problem(reviewer.get(f"{STAFF}revisions/?page_size=101"), 400, "input")
    assert_problem(reviewer.get(f"{STAFF}revisions/?page=0"), 400, "input")
    assert_problem(reviewer.get(f"{STAFF}revisions/?page=99"), 404, "not_found")
    assert_problem(reviewer.get(f"{STAFF}revisions/?state=lost"), 400, "input")
    assert (
        "stat:" in assert_problem(reviewer.get(f"{STAFF}revisions/?stat=draft"), 400)["problems"][0]
    )


def test_an_approved_revision_is_public_and_its_decision_names_the_reviewer(reviewer, approval):
    factories.closing_advice()
    revision = factories.in_review()
    answer = reviewer.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert answer.status_code == 200, answer.content
    assert answer.json()["state"] == "approved"
    article = Article.objects.published().get(pk=revision.article_id)
    assert article.public_rendition == revision.rendition
    review = Review.objects.get(revision=revision, decision="approve")
    assert review.reviewer == reviewer.user


def test_a_returned_revision_says_why_and_its_author_begins_anew(author, reviewer):
    revision = factories.in_review(author=author.user)
    answer = reviewer.post(
        f"{STAFF}revisions/{revision.pk}/return/",
        {"reason": "unclear", "comment": "Say it in shorter words."},
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["state"] == "returned"
    returned, *checks = answer.json()["findings"]
    assert (returned["rule"], returned["message"]) == ("returned", "Say it in shorter words.")
    assert [one["rule"] for one in checks] == ["structure.no_sources"]
    again = author.post(f"{STAFF}articles/{revision.article.slug}/revisions/", ARTICLE)
    assert again.status_code == 201, again.content
    assert again.json()["article"] == revision.article.slug
    assert again.json()["id"] != revision.pk


def test_one_reviewer_withdraws_an_article_at_once(reviewer):
    slug = factories.approved().article.slug
    answer = reviewer.post(
        f"{STAFF}articles/{slug}/withdraw/", {"reason": "unsafe", "comment": "Wrong dose."}
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["article"] == slug
    assert answer.json()["public"] is False
    assert not Article.objects.published().filter(slug=slug).exists()
    assert reviewer.get(f"/api/v1/articles/{slug}/").status_code == 404


def test_a_session_may_write_only_with_its_csrf_token(assert_problem):
    from rest_framework.test import APIClient

    user = factories.staff("author")
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(user)
    assert client.get(f"{STAFF}revisions/").status_code == 200
    assert_problem(client.post(f"{STAFF}articles/", ARTICLE), 403)
    client.get("/admin/password_change/")
    token = client.cookies["csrftoken"].value
    answer = client.post(f"{STAFF}articles/", ARTICLE, HTTP_X_CSRFTOKEN=token)
    assert answer.status_code == 201, answer.content


def test_staff_answers_are_kept_by_no_cache(author):
    assert "no-store" in author.get(f"{STAFF}revisions/").headers["Cache-Control"]


def test_an_author_begins_a_glossary_term_and_nobody_a_notice(author, assert_problem):
    term = {"title": "sleep", "body": "Sleep is rest.\n\n- sleeping\n"}
    answer = author.post(f"{STAFF}articles/", term | {"kind": "term"})
    assert answer.status_code == 201
    article = Article.objects.get(slug=answer.json()["article"])
    assert (article.kind, article.key, article.slug) == ("term", "sleep", "term-sleep-en")
    assert_problem(author.post(f"{STAFF}articles/", term | {"kind": "term"}), 409, "term")
    assert_problem(author.post(f"{STAFF}articles/", term | {"kind": "closing"}), 400, "input")
    assert Article.objects.count() == 1


def test_a_term_has_no_topic(author, assert_problem):
    Topic.objects.create(slug="a-shelf")
    body = {"title": "sleep", "body": "Rest.", "kind": "term", "topic": "a-shelf"}
    assert_problem(author.post(f"{STAFF}articles/", body), 400, "topic")
