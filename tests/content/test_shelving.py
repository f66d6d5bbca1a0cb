"""An article moves between topics: by its author until it is public, then by who shelves."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from content.actions import Conflict, Invalid, NotPermitted, ShelveArticle
from content.models import Article, AuditEvent, Topic, TopicTitle
from tests.factories import approved, closing_advice, draft, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def sleep() -> Topic:
    topic = Topic.objects.create(slug="sleep")
    TopicTitle.objects.create(topic=topic, language="en", title="Sleep")
    return topic


def test_an_author_puts_a_draft_without_a_topic_into_one(sleep):
    article = draft().article
    ShelveArticle(article, actor=staff("author"), topic=sleep).execute()
    assert Article.objects.get(pk=article.pk).topic == sleep
    event = AuditEvent.objects.get(action="shelve")
    assert (event.detail["before"], event.detail["after"]) == ("", "sleep")


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("author", False),
        ("reviewer", False),
        ("lead", True),
        ("operator", True),
        ("auditor", False),
    ],
)
def test_what_is_public_is_moved_by_who_shelves(sleep, role, may):
    action = ShelveArticle(approved().article, actor=staff(role), topic=sleep)
    if may:
        assert action.execute().topic == sleep
    else:
        with pytest.raises(NotPermitted):
            action.execute()


def test_nobody_gets_around_two_sign_offs_by_moving_it_away(sleep):
    medicines = Topic.objects.create(slug="medicines", second_signoff=True)
    article = draft(topic=medicines).article
    for role in ("author", "operator"):
        with pytest.raises(NotPermitted):
            ShelveArticle(article, actor=staff(role), topic=sleep).execute()
    assert ShelveArticle(article, actor=staff("lead"), topic=sleep).execute().topic == sleep


def test_a_notice_stands_in_no_topic_and_nothing_moves_to_where_it_is(sleep):
    with pytest.raises(Invalid):
        ShelveArticle(closing_advice(), actor=staff("lead"), topic=sleep).execute()
    with pytest.raises(Conflict):
        ShelveArticle(draft().article, actor=staff("lead"), topic=None).execute()


def test_both_screens_follow_once_it_is_committed(
    sleep, client, django_capture_on_commit_callbacks
):
    other = Topic.objects.create(slug="other")
    with django_capture_on_commit_callbacks(execute=True):
        article = approved(topic=other).article
    assert client.get("/t/other/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        ShelveArticle(article, actor=staff("lead"), topic=sleep).execute()
    assert client.get("/t/other/").status_code == 404
    assert article.slug in client.get("/t/sleep/").whole.decode()
    assert json.loads(client.get(f"/api/v1/articles/{article.slug}/").whole)["topic"] == "sleep"


def test_the_desk_moves_it_and_says_where(sleep, client):
    article = draft().article
    client.force_login(staff("author"))
    address = reverse("admin:content_article_shelve", args=[article.pk])
    assert client.post(address, {"topic": "nowhere"}).status_code == 400
    answer = client.post(address, {"topic": "sleep"}, follow=True)
    assert "it stands in Sleep now" in answer.content.decode()
