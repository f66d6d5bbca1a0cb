"""Comments: on a sentence, kept for good, and nothing is approved while one is open."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from content import comments
from content.actions import (
    CommentOnSentence,
    Conflict,
    EditDraft,
    Invalid,
    NotPermitted,
    ReopenComment,
    ReplyToComment,
    ResolveComment,
    ReturnRevision,
    StartRevision,
)
from content.models import AuditEvent, Comment, CommentResolution, Revision, RevisionState
from tests import factories

pytestmark = pytest.mark.django_db
BODY = "Sleep helps you heal. Drink water.\n\n## At night\n\nA dark room helps.\n"


def say(revision: Revision, actor: User, sentence: str = "s2", text: str = "Who says?") -> Comment:
    return CommentOnSentence(revision, actor=actor, sentence=sentence, text=text).execute()


def refused_by_the_database(statement) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        statement()


@pytest.fixture
def reviewer() -> User:
    return factories.staff("reviewer", "reviewer")


@pytest.fixture
def author() -> User:
    return factories.staff("author", "author")


def test_a_comment_keeps_the_sentence_as_it_stood(reviewer):
    revision = factories.in_review(body=BODY)
    comment = say(revision, reviewer, text=" Who says? ")
    assert (comment.sentence_text, comment.text) == ("Sleep helps you heal.", "Who says?")
    assert (comment.author, comment.author_name) == (reviewer, "reviewer")
    event = AuditEvent.objects.filter(action="comment").get()
    assert (event.actor, event.revision) == (reviewer, revision)


@pytest.mark.parametrize(
    ("sentence", "text", "rule"),
    [
        ("s99", "Who says?", "sentence"),
        ("", "Who says?", "sentence"),
        ("s2", "  ", "text"),
        ("s2", "x" * 4001, "text"),
        ("s2", "a\x00b", "text"),
        ("s2", "\ud800", "text"),
    ],
)
def test_a_comment_needs_a_sentence_and_something_that_can_be_kept(reviewer, sentence, text, rule):
    revision = factories.in_review(body=BODY)
    with pytest.raises(Invalid) as refused:
        say(revision, reviewer, sentence, text)
    assert refused.value.rule == rule
    assert not Comment.objects.exists()


@pytest.mark.parametrize("role", ["author", "reviewer", "lead"])
def test_who_writes_or_decides_may_comment_reply_and_resolve(role):
    person = factories.staff(role)
    comment = say(factories.in_review(body=BODY), person)
    ReplyToComment(comment, actor=person, text="The leaflet.").execute()
    ResolveComment(comment, actor=person).execute()
    ReopenComment(comment, actor=person).execute()
    assert comment.is_open


@pytest.mark.parametrize("role", ["operator", "auditor"])
def test_who_neither_writes_nor_decides_says_nothing(reviewer, role):
    revision, person = factories.in_review(body=BODY), factories.staff(role)
    comment = say(revision, reviewer)
    for action in (
        CommentOnSentence(revision, actor=person, sentence="s2", text="No."),
        ReplyToComment(comment, actor=person, text="No."),
        ResolveComment(comment, actor=person),
        ReopenComment(comment, actor=person),
    ):
        with pytest.raises(NotPermitted):
            action.execute()
    assert Comment.objects.count() == 1
    assert not CommentResolution.objects.exists()


def test_a_draft_takes_no_comment_since_its_sentences_still_change(reviewer):
    revision = factories.draft(body=BODY)
    with pytest.raises(Conflict, match="still change"):
        say(revision, reviewer)
    refused_by_the_database(
        lambda: Comment.objects.create(
            revision=revision,
            sentence="s2",
            sentence_text="x",
            author=reviewer,
            author_name="reviewer",
            text="x",
        )
    )


def test_the_same_comment_sent_twice_is_kept_once(reviewer, author):
    revision = factories.in_review(body=BODY)
    comment = say(revision, reviewer)
    with pytest.raises(Conflict) as refused:
        say(revision, reviewer)
    assert refused.value.rule == "repeated"
    ReplyToComment(comment, actor=author, text="The leaflet.").execute()
    with pytest.raises(Conflict):
        ReplyToComment(comment, actor=author, text="The leaflet.").execute()
    assert Comment.objects.count() == 2


def test_nothing_is_approved_while_a_comment_is_open_and_the_refusal_says_which(reviewer, author):
    revision = factories.in_review(body=BODY)
    comment = say(revision, author, "s3", "Is this so?")
    with pytest.raises(Conflict) as refused:
        factories.approve(revision, reviewer)
    assert refused.value.rule == "comments"
    assert refused.value.problems == ("author on “Drink water.”: Is this so?",)
    assert "Resolve it first" in refused.value.message
    ResolveComment(comment, actor=author).execute()
    ReopenComment(comment, actor=author).execute()
    with pytest.raises(Conflict):
        factories.approve(revision, reviewer)
    ResolveComment(comment, actor=reviewer).execute()
    assert factories.approve(revision, reviewer).pk


def test_the_database_too_refuses_an_approval_over_an_open_comment(reviewer):
    revision = factories.in_review(body=BODY)
    comment = say(revision, reviewer)
    row = factories.review_row(revision, reviewer)
    refused_by_the_database(row.save)
    ResolveComment(comment, actor=reviewer).execute()
    row.save()
    assert row.pk


def test_an_open_comment_of_a_returned_revision_stays_open_on_what_follows(reviewer, author):
    revision = factories.in_review(body=BODY)
    stands, changed = say(revision, reviewer, "s2"), say(revision, reviewer, "s3")
    settled = say(revision, reviewer, "s5")
    ResolveComment(settled, actor=author).execute()
    ReturnRevision(revision, actor=reviewer, reason="unclear", comment="See comments.").execute()
    draft = StartRevision(revision.article, actor=author).execute()
    EditDraft(
        draft,
        actor=author,
        version=draft.version,
        title=draft.title,
        body="New first. Sleep helps you heal. Drink tea.\n",
    ).execute()
    draft.refresh_from_db()
    shown = comments.threads(draft, comments.sentence_places(draft), only_open=True)
    assert [(one.comment, one.place and one.place.id) for one in shown] == [
        (changed, None),
        (stands, "s3"),
    ]
    again = factories.reviewed(draft)
    with pytest.raises(Conflict, match="2 comments are still open"):
        factories.approve(again, factories.staff("reviewer"))
    refused_by_the_database(factories.review_row(again, factories.staff("reviewer")).save)
    for comment in (stands, changed):
        ResolveComment(comment, actor=author).execute()
    factories.approve(again, reviewer)
    again.refresh_from_db()
    assert again.state == RevisionState.APPROVED


def test_a_comment_on_another_article_stands_against_nothing(reviewer):
    say(factories.in_review("Another", body=BODY), reviewer)
    revision = factories.in_review(body=BODY)
    assert comments.still_open(revision) == []
    factories.approve(revision, reviewer)


def test_comments_are_never_changed_deleted_or_replaced(reviewer):
    revision = factories.in_review(body=BODY)
    comment = say(revision, reviewer)
    row = ResolveComment(comment, actor=reviewer).execute()
    for rows in (
        Comment.objects.filter(pk=comment.pk),
        CommentResolution.objects.filter(pk=row.pk),
    ):
        refused_by_the_database(lambda rows=rows: rows.update(at="2020-01-01T00:00Z"))
        refused_by_the_database(lambda rows=rows: rows._raw_delete(rows.db))
    refused_by_the_database(lambda: Comment.objects.filter(pk=comment.pk).update(text="Kind."))
    refused_by_the_database(lambda: CommentResolution.objects.update(resolved=False))


def test_a_reply_stays_in_its_conversation(reviewer, author):
    revision = factories.in_review(body=BODY)
    comment = say(revision, reviewer)
    reply = ReplyToComment(comment, actor=author, text="The leaflet.").execute()
    with pytest.raises(Invalid):
        ReplyToComment(reply, actor=author, text="And more.").execute()
    with pytest.raises(Invalid):
        ResolveComment(reply, actor=author).execute()
    common = {"author": author, "author_name": "author", "text": "x", "revision": revision}
    for wrong in (
        {"parent": reply, "sentence": "s2", "sentence_text": comment.sentence_text},
        {"parent": comment, "sentence": "s3", "sentence_text": "Drink water."},
    ):
        refused_by_the_database(lambda wrong=wrong: Comment.objects.create(**common, **wrong))


@pytest.mark.parametrize("resolved", [True, False])
def test_a_comment_is_resolved_once_and_reopened_once(reviewer, resolved):
    comment = say(factories.in_review(body=BODY), reviewer)
    first, second = ResolveComment, ReopenComment
    if resolved:
        first(comment, actor=reviewer).execute()
        second = ResolveComment
    with pytest.raises(Conflict, match="already"):
        second(comment, actor=reviewer).execute()
    refused_by_the_database(
        lambda: CommentResolution.objects.create(
            comment=comment, resolved=resolved, by=reviewer, by_name="reviewer"
        )
    )
