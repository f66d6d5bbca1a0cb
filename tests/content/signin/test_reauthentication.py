"""A decision long after the last password asks who it is, and then does exactly what was asked."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from content.models import ApiToken, Article, Review
from content.signin.reauthentication import CODE, PASSWORD
from tests.content.admin.conftest import TELLING, approval, to_be_heard
from tests.content.signin.conftest import code_of, device_of, is_in, wrong_code_of
from tests.content.signin.test_sessions import age
from tests.factories import PASSWORD as RIGHT
from tests.factories import approved, in_review, staff


@pytest.fixture
def reviewer():
    return staff("reviewer")


@pytest.fixture
def stale(reviewer) -> Client:
    client = Client()
    client.force_login(reviewer)
    age(client, checked=11 * 60)
    return client


def hidden(answer) -> dict[str, list[str]]:
    """What the page that asks would send, besides password and code."""
    sent: dict[str, list[str]] = {}
    for name, value in answer.context["sent"]:
        sent.setdefault(name, []).append(value)
    return sent


def test_a_fresh_session_approves_at_once(reviewer):
    revision = in_review()
    client = Client()
    client.force_login(reviewer)
    age(client, checked=9 * 60)
    client.post(reverse("admin:content_revision_approve", args=[revision.pk]), approval(revision))
    revision.refresh_from_db()
    assert revision.state == "approved"


def test_a_stale_one_asks_keeps_all_that_was_sent_and_then_does_it(stale):
    revision = in_review(body=TELLING)
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    sent = approval(revision, answer_1="Agreed\r\nwith “quotes” & <tags>")
    assert len(sent["heard"]) > 1
    assert to_be_heard(revision)
    answer = stale.post(url, sent)
    assert answer.status_code == 403
    assert b"Confirm that it is you" in answer.content
    assert not Review.objects.filter(revision=revision).exists()
    kept = hidden(answer)
    assert kept["heard"] == sent["heard"]
    assert kept["answer_1"] == [sent["answer_1"]]
    wrong = stale.post(url, {**kept, PASSWORD: "wrong"})
    assert wrong.status_code == 403
    assert b"not your password" in wrong.content
    assert hidden(wrong) == kept
    assert stale.post(url, {**kept, PASSWORD: RIGHT}).status_code == 302
    review = Review.objects.get(revision=revision, decision="approve")
    assert review.text_digest == sent["text_digest"]


def test_the_digests_are_those_of_the_form_that_was_seen(stale):
    revision = in_review()
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    answer = stale.post(url, {**approval(revision, speech_digest="0" * 64), PASSWORD: RIGHT})
    assert answer.status_code == 409
    assert not Review.objects.filter(revision=revision).exists()


def test_a_device_is_asked_for_too(reviewer, signed_in):
    revision = in_review()
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    device = device_of(reviewer)
    client = signed_in(reviewer, device)
    age(client, checked=11 * 60)
    sent = approval(revision)
    assert b"confirm_code" in client.post(url, sent).content
    code_of(device)
    for code in ({}, {CODE: wrong_code_of(device)}):
        assert client.post(url, {**sent, PASSWORD: RIGHT, **code}).status_code == 403
        code_of(device)
    assert client.post(url, {**sent, PASSWORD: RIGHT, CODE: code_of(device)}).status_code == 302
    assert Review.objects.filter(revision=revision).exists()


def test_guessing_there_locks_as_guessing_at_the_sign_in_does(stale):
    revision = in_review()
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    for _ in range(5):
        answer = stale.post(url, {**approval(revision), PASSWORD: "wrong"})
    assert answer.status_code == 429
    assert stale.post(url, {**approval(revision), PASSWORD: RIGHT}).status_code == 429
    assert not Review.objects.filter(revision=revision).exists()


def test_withdrawing_is_not_delayed(stale):
    article = approved().article
    url = reverse("admin:content_article_withdraw", args=[article.pk])
    assert stale.post(url, {"reason": "unsafe", "comment": "Wrong dose."}).status_code == 302
    assert Article.objects.get(pk=article.pk).public_rendition is None


def test_the_api_by_session_is_refused_and_by_token_is_not_asked(stale, reviewer):
    revision = in_review()
    url = f"/api/v1/staff/revisions/{revision.pk}/approve/"
    answer = stale.post(url, approval(revision), content_type="application/json")
    assert answer.status_code == 403
    assert answer.json()["rule"] == "reauthenticate"
    assert not Review.objects.filter(revision=revision).exists()
    key, _ = ApiToken.issue(reviewer, "reviewer")
    answer = Client().post(
        url, approval(revision), content_type="application/json", HTTP_AUTHORIZATION=f"Token {key}"
    )
    assert answer.status_code == 200


def test_withdrawing_by_session_is_not_refused(stale):
    article = approved().article
    answer = stale.post(
        f"/api/v1/staff/articles/{article.slug}/withdraw/",
        {"reason": "unsafe", "comment": "Wrong dose."},
        content_type="application/json",
    )
    assert answer.status_code == 200


def test_setting_up_a_device_in_a_session_that_was_left_open_asks_who_it_is():
    user = staff("author")
    client = Client()
    client.force_login(user)
    age(client, checked=11 * 60)
    answer = client.post(reverse("signin-enrol"), {"code": "123456"})
    assert answer.status_code == 403
    assert is_in(client)


def test_without_a_session_the_decision_leads_to_the_sign_in():
    revision = in_review()
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    answer = Client().post(url, {**approval(revision), PASSWORD: RIGHT})
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("admin:login"))
