"""Comments at the desk: beside their sentences, without a script, and nothing typed is lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from content.actions import (
    CommentOnSentence,
    ReplyToComment,
    ResolveComment,
    ReturnRevision,
    StartRevision,
)
from content.models import Comment
from tests.factories import approved, in_review, staff

BODY = "Sleep helps you heal. Drink water.\n\n## At night\n\nA dark room helps.\n"


def url(name, revision):
    return reverse(f"admin:content_revision_{name}", args=[revision.pk])


def page_of(client, revision) -> str:
    answer = client.get(url("change", revision))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def comment_on(revision, sentence="s2", text="Who says?", actor=None) -> Comment:
    actor = actor or staff("reviewer", "ria")
    return CommentOnSentence(revision, actor=actor, sentence=sentence, text=text).execute()


def test_a_comment_is_made_answered_resolved_and_reopened_by_plain_forms(sign_in):
    revision = in_review(body=BODY)
    client = sign_in(staff("reviewer"))
    answer = client.post(url("comment", revision), {"sentence": "s3", "text": "Which water?"})
    comment = Comment.objects.get()
    assert answer.status_code == 302
    assert answer.url == f"{url('change', revision)}#thread-{comment.pk}"
    answer = client.get(url("change", revision))
    page = unescape(answer.content.decode())
    assert "desk-took-comment-" in page
    assert f'href="#thread-{comment.pk}"' in page
    assert "Which water?" in page
    assert "1 open comment" in page
    thread = {"thread": comment.pk}
    author = sign_in(staff("author", "author"))
    author.post(url("reply", revision), {**thread, "text": "From the tap."})
    assert "From the tap." in page_of(client, revision)
    for name, is_open in (("resolve", False), ("reopen", True)):
        assert client.post(url(name, revision), thread).status_code == 302
        assert comment.is_open == is_open


def test_a_comment_link_works_without_a_script(sign_in):
    revision = in_review(body=BODY)
    client = sign_in(staff("reviewer"))
    assert '?comment=s3#new-comment"' in page_of(client, revision)
    page = client.get(url("change", revision), {"comment": "s3"}).content.decode()
    assert '<option value="s3" selected>' in page


@pytest.mark.parametrize(("sentence", "why"), [("", "Choose the sentence"), ("s99", "Choose the")])
def test_a_refused_comment_comes_back_as_it_was_typed(sign_in, sentence, why):
    revision = in_review(body=BODY)
    answer = sign_in(staff("reviewer")).post(
        url("comment", revision), {"sentence": sentence, "text": "Which <b>water</b>?"}
    )
    assert answer.status_code == 400
    assert why.encode() in answer.content
    assert b"Which &lt;b&gt;water&lt;/b&gt;?</textarea>" in answer.content
    assert not Comment.objects.exists()


def test_a_refused_reply_comes_back_as_it_was_typed(sign_in):
    revision = in_review(body=BODY)
    comment = comment_on(revision)
    client = sign_in(staff("reviewer"))
    long = "x" * 4001
    answer = client.post(url("reply", revision), {"thread": comment.pk, "text": long})
    assert answer.status_code == 400
    assert f"{long}</textarea>".encode() in answer.content
    elsewhere = comment_on(in_review("Another", body=BODY))
    for thread in (elsewhere.pk, 999, "x", ""):
        answer = client.post(url("reply", revision), {"thread": thread, "text": "Typed here."})
        assert answer.status_code == 400
        assert b"What you typed" in answer.content
        assert b"Typed here." in answer.content
    assert not elsewhere.replies.exists()


@pytest.mark.parametrize("role", ["operator", "auditor"])
def test_who_may_only_read_is_told_so_and_refused(sign_in, role):
    revision = in_review(body=BODY)
    comment = comment_on(revision)
    client = sign_in(staff(role))
    page = page_of(client, revision)
    assert "Who says?" in page
    assert "Your role does not allow commenting." in page
    assert url("comment", revision) not in page
    data = {"thread": comment.pk, "sentence": "s2", "text": "No."}
    for name in ("comment", "reply", "resolve", "reopen"):
        assert client.post(url(name, revision), data).status_code == 403
    assert Comment.objects.count() == 1


def test_sending_twice_is_answered_as_the_first_time_and_kept_once(sign_in):
    revision = in_review(body=BODY)
    client = sign_in(staff("reviewer"))
    for _ in range(2):
        answer = client.post(
            url("comment", revision), {"sentence": "s2", "text": "Who says?"}, follow=True
        )
        assert answer.status_code == 200
    assert b"You said this a moment ago. It is kept once." in answer.content
    comment = Comment.objects.get()
    for _ in range(2):
        answer = client.post(url("resolve", revision), {"thread": comment.pk}, follow=True)
        assert answer.status_code == 200
    assert b"This comment is resolved already. Nothing was done twice." in answer.content
    assert comment.resolutions.count() == 1


def test_an_open_comment_disables_approving_and_says_which(sign_in):
    revision = in_review(body=BODY)
    comment_on(revision)
    page = page_of(sign_in(staff("reviewer")), revision)
    assert re.search(r'id="approve" disabled aria-describedby="cannot-approve"', page)
    assert "ria on “Sleep helps you heal.”: Who says?" in page


def test_the_draft_that_follows_shows_open_comments_beside_their_lines(sign_in):
    author, reviewer = staff("author", "author"), staff("reviewer", "ria")
    revision = in_review(body=BODY, author=author)
    stands = comment_on(revision, "s5", "How dark?")
    changed = comment_on(revision, "s3", "Which water?")
    settled = comment_on(revision, "s2", "Settled before.")
    ResolveComment(settled, actor=reviewer).execute()
    ReturnRevision(revision, actor=reviewer, reason="unclear", comment="See there.").execute()
    draft = StartRevision(
        revision.article, actor=author, body=BODY.replace("water", "tea")
    ).execute()
    client = sign_in(author)
    page = page_of(client, draft)
    assert re.search(r"Its sentence was changed:\s+<q[^>]*>Drink water.</q>", page)
    assert re.search(r'data-line="5">Line 5</span> still says:\s+<q[^>]*>A dark room helps.', page)
    assert "on revision 1" in page
    assert "Settled before." not in page
    answer = client.post(url("reply", draft), {"thread": stands.pk, "text": "Quite dark."})
    assert answer.url == f"{url('change', draft)}#thread-{stands.pk}"
    answer = client.post(url("reply", draft), {"thread": changed.pk, "text": " "})
    assert answer.status_code == 400
    assert b"Write what you want to say." in answer.content
    client.post(url("resolve", draft), {"thread": changed.pk})
    page = page_of(client, draft)
    assert "Which water?" not in page
    assert "Quite dark." in page


def test_the_page_costs_the_same_with_many_comments(sign_in, queries):
    revision = in_review(body=BODY)
    client, actor = sign_in(staff("reviewer")), staff("author", "author")
    address = url("change", revision)
    one = comment_on(revision)
    ReplyToComment(one, actor=actor, text="First.").execute()
    ResolveComment(one, actor=actor).execute()
    few = queries(client, address)
    for number in range(5):
        more = comment_on(revision, "s3", f"Number {number}.")
        ReplyToComment(more, actor=actor, text="Then.").execute()
        ResolveComment(more, actor=actor).execute()
    assert queries(client, address) == few


def test_a_published_text_can_be_commented_on_for_the_next_revision(sign_in):
    revision = approved(body=BODY)
    client = sign_in(staff("reviewer"))
    client.post(url("comment", revision), {"sentence": "s2", "text": "Outdated soon."})
    draft = StartRevision(revision.article, actor=staff("author", "author")).execute()
    assert "Outdated soon." in page_of(sign_in(staff("author")), draft)
