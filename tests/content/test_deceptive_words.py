"""A sign that deceives comes in by no way: not by a file, not typed, not sent by a program."""

from __future__ import annotations

import pytest
from django.urls import reverse

from content.actions import CreateArticle, EditDraft, Invalid, StartRevision
from content.models import Article
from tests.factories import approved, draft, staff

pytestmark = pytest.mark.django_db
DECEPTIVE = {
    "another direction": "Take \u202e15\u202c mg.",
    "another script": "Take clon\u0430zepam.",
    "nothing to see": "Do no\u200bt stop.",
    "a tag": "Ask first.\U000e0041",
}


@pytest.mark.parametrize("body", DECEPTIVE.values(), ids=DECEPTIVE)
def test_a_sign_that_deceives_is_refused_where_it_is_typed_or_sent(body, client):
    author = staff("author", "author")
    written, public = draft(), approved(title="Public").article
    for action in (
        CreateArticle(actor=author, title="Title", body=body),
        CreateArticle(actor=author, title=body, body="Ask first."),
        EditDraft(written, actor=author, version=1, title="Title", body=f"One.\n\n{body}"),
        StartRevision(public, actor=author, title="Title", body=body),
    ):
        with pytest.raises(Invalid, match=r"U\+[0-9A-F]{4}"):
            action.execute()
    client.force_login(author)
    sent = client.post(
        reverse("staff-articles"), {"title": "T", "body": body}, content_type="application/json"
    )
    assert sent.status_code == 400
    typed = client.post(
        reverse("admin:content_revision_change", args=[written.pk]),
        {"title": "Title", "body": body, "version": "1"},
    )
    assert typed.status_code == 400
    # Nothing that was typed is lost.
    assert body in typed.content.decode()
    assert Article.objects.filter(kind="article").count() == 2


def test_the_line_is_named():
    with pytest.raises(Invalid, match="Line 3 of the text"):
        CreateArticle(actor=staff("author"), title="T", body="One.\n\nDo no\u200bt stop.").execute()


@pytest.mark.parametrize("body", ["Una niña de 10 años.", "TNFα and 5 µg.", "العربية كاملة هنا."])
def test_other_languages_and_signs_of_science_are_no_deceit(body):
    assert CreateArticle(actor=staff("author"), title="T", body=body).execute().body == body
