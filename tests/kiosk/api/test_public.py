"""The public half of the API gives what is published, complete, and nothing else."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.actions import WithdrawArticle
from content.models import Article, Topic
from kiosk import publication
from tests import factories

pytestmark = pytest.mark.django_db
ARTICLES = "/api/v1/articles/"
KEYS = {
    *("slug", "language", "translations", "topic", "sample", "title", "summary"),
    *("short_advice", "notices", "revision", "text_digest", "speech_digest", "reviewed_on"),
    *("reviewed_by", "review_due", "sources", "sections", "audio", "closing_advice"),
}


@pytest.fixture
def published(django_capture_on_commit_callbacks):
    """Approves an article and runs what follows its commit."""

    def make(**options):
        with django_capture_on_commit_callbacks(execute=True):
            revision = factories.approved(**options)
        return Article.objects.get(pk=revision.article_id)

    return make


def sentences_in(value):
    if isinstance(value, dict):
        if {"text", "spoken"} <= set(value):
            yield value
        else:
            for inner in value.values():
                yield from sentences_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences_in(inner)


def assert_problem(answer, status):
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status


def test_a_published_article_is_a_row_of_the_list(client, published):
    topic = Topic.objects.create(slug="medicines")
    article = published(title="Sleeping well", topic=topic)
    found = client.get(ARTICLES).json()
    assert found["count"] == 1
    assert found["next"] is None
    assert found["previous"] is None
    (row,) = found["results"]
    assert row == {
        "slug": article.slug,
        "language": "en",
        "title": "Sleeping well",
        "summary": article.public_rendition.summary or None,
        "topic": "medicines",
        "url": f"/a/{article.slug}/",
        "text_digest": article.public_rendition.text_digest,
        "sample": False,
    }
    assert client.get(row["url"]).status_code == 200


def test_notices_are_no_articles(client, published):
    article = published()
    notice = Article.objects.get(kind="closing")
    assert [row["slug"] for row in client.get(ARTICLES).json()["results"]] == [article.slug]
    assert_problem(client.get(f"{ARTICLES}{notice.slug}/"), 404)


def test_the_detail_is_the_published_file_byte_for_byte(client, published):
    article = published()
    answer = client.get(f"{ARTICLES}{article.slug}/")
    file = publication.folder() / "a" / article.slug / "article.json"
    assert answer.content == file.read_bytes()
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_an_article_is_complete_and_closes_with_the_advice_COG_12(client, published):
    article = published(body="Take 5 mg **once** a day.\n")
    found = client.get(f"{ARTICLES}{article.slug}/").json()
    assert set(found) >= KEYS
    assert found["slug"] == article.slug
    assert found["text_digest"] == article.public_rendition.text_digest
    assert found["closing_advice"]["sentences"]
    assert list(found)[-1] == "closing_advice"
    for sentence in sentences_in(found):
        text = sentence["text"]
        assert sentence["clip"]["duration_ms"] > 0
        for start, end, offset, length in sentence["clip"]["words"]:
            assert 0 <= start <= end <= sentence["clip"]["duration_ms"]
            assert text[offset : offset + length].strip()
        for offset, length, kind in sentence["emphasis"]:
            assert text[offset : offset + length]
            assert kind in ("strong", "em")
        assert client.get(sentence["clip"]["url"]).status_code == 200


def test_who_has_the_article_already_gets_304(client, published):
    article = published()
    path = f"{ARTICLES}{article.slug}/"
    etag = client.get(path).headers["ETag"]
    answer = client.get(path, HTTP_IF_NONE_MATCH=etag)
    assert answer.status_code == 304
    assert answer.content == b""
    assert answer.headers["ETag"] == etag
    assert answer.headers["Cache-Control"] == "no-cache"
    assert client.get(path, HTTP_IF_NONE_MATCH='"other"').status_code == 200
    assert_problem(client.get(path, HTTP_IF_MATCH='"other"'), 412)


def test_a_withdrawn_article_is_gone_from_list_and_detail_also_for_who_has_it(client, published):
    article = published()
    path = f"{ARTICLES}{article.slug}/"
    etag = client.get(path).headers["ETag"]
    WithdrawArticle(
        article, actor=factories.staff("reviewer"), reason="unsafe", comment="Wrong."
    ).execute()
    assert_problem(client.get(path), 404)
    assert_problem(client.get(path, HTTP_IF_NONE_MATCH=etag), 404)
    assert client.get(ARTICLES).json()["results"] == []


def test_a_file_that_was_left_behind_is_not_served(client):
    article = factories.draft().article
    file = publication.folder() / "a" / article.slug / "article.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"slug": article.slug}))
    assert_problem(client.get(f"{ARTICLES}{article.slug}/"), 404)


def test_an_article_whose_file_is_missing_is_404_and_not_an_error(client, published):
    article = published()
    (publication.folder() / "a" / article.slug / "article.json").unlink()
    assert_problem(client.get(f"{ARTICLES}{article.slug}/"), 404)


def test_the_list_is_filtered_by_language_and_topic(client, published):
    Topic.objects.create(slug="empty")
    topic = Topic.objects.create(slug="sleep")
    slept = published(title="Sleep", topic=topic)
    published(title="Else")

    def slugs(query: str) -> list[str]:
        return [row["slug"] for row in client.get(ARTICLES + query).json()["results"]]

    assert len(slugs("?language=en")) == 2
    assert slugs("?topic=sleep") == [slept.slug]
    assert slugs("?topic=sleep&language=en") == [slept.slug]
    assert slugs("?topic=empty") == []


@pytest.mark.parametrize(
    "query",
    [
        "?language=tlh",
        "?language=",
        "?language=%00",
        "?topic=nothing",
        "?topic=%00",
        "?topic=%FF",
        "?page=0",
        "?page=-1",
        "?page=x",
        "?page=1e3",
        "?page_size=0",
        "?page_size=101",
        "?page_size=99999999999999999999",
        "?topics=sleep",
        "?state=draft",
        "?format=xml",
    ],
)
def test_a_filter_that_means_nothing_is_refused_and_named(client, query):
    answer = client.get(ARTICLES + query)
    assert_problem(answer, 400)
    name = query.lstrip("?").partition("=")[0]
    assert answer.json()["problems"][0].startswith(f"{name}:")


def test_the_pages_of_the_list_hold_everything_once(client, published):
    slugs = sorted(published(title=f"Number {number}").slug for number in range(3))
    first = client.get(f"{ARTICLES}?page_size=2").json()
    assert first["count"] == 3
    second = client.get(first["next"]).json()
    assert [row["slug"] for row in first["results"] + second["results"]] == slugs
    assert second["next"] is None
    assert client.get(second["previous"]).json() == first
    assert_problem(client.get(f"{ARTICLES}?page=2"), 404)


def test_the_number_of_queries_does_not_grow_with_the_articles(
    client, published, django_assert_num_queries
):
    published(title="One", topic=Topic.objects.create(slug="first"))
    with CaptureQueriesContext(connection) as one:
        client.get(ARTICLES)
    assert len(one) == 2
    published(title="Two", topic=Topic.objects.create(slug="second"))
    published(title="Three")
    with django_assert_num_queries(2):
        assert client.get(ARTICLES).json()["count"] == 3


def test_the_public_half_looks_at_no_cookie_and_sets_none_PRV_3(client, published):
    article = published()
    client.force_login(factories.staff("lead"))
    for path in (ARTICLES, f"{ARTICLES}{article.slug}/", "/api/v1/schema/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_token_or_garbage_changes_nothing_in_public(client, published):
    published()
    plain = client.get(ARTICLES)
    assert client.get(ARTICLES, HTTP_AUTHORIZATION="Token garbage").content == plain.content


def test_head_and_options_are_answered(client, published):
    article = published()
    for path in (ARTICLES, f"{ARTICLES}{article.slug}/", "/api/v1/schema/"):
        assert client.head(path).status_code == 200
        answer = client.options(path)
        assert answer.status_code == 204
        assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
