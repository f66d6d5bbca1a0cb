"""Commenting: on a sentence of what was submitted, a reply, and whether it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from content import comments
from content.actions.base import Conflict, Invalid, record, require
from content.models import Comment, CommentResolution, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAX_COMMENT = 4000
"""In characters."""


def check_text(text: str) -> None:
    """Raise :class:`Invalid` for a comment that says nothing or cannot be kept."""
    if not text:
        raise Invalid("text", "Write what you want to say.")
    if len(text) > MAX_COMMENT:
        raise Invalid("text", f"A comment has at most {MAX_COMMENT} characters. Shorten it.")
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise Invalid("text", "The comment holds a character that cannot be kept. Write it again.")


class CommentOnSentence:
    """Begin a conversation about a sentence, named by its id in the revision's reading."""

    def __init__(self, revision: Revision, *, actor: User, sentence: str, text: str) -> None:
        self.revision = revision
        self.actor = actor
        self.sentence = sentence
        self.text = text.strip()

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not comment on it, whatever is said."""
        require(self.actor, "content.add_comment", "commenting")
        if self.revision.is_draft:
            raise Conflict(
                "state", "A draft's sentences still change. Comment once it is submitted."
            )

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        self._place()
        check_text(self.text)
        last = self.revision.comments.filter(sentence=self.sentence, parent=None).last()
        if last is not None and (last.author_id, last.text) == (self.actor.pk, self.text):
            raise Conflict("repeated", "You said this of the same sentence a moment ago.")

    def _place(self) -> comments.Place:
        for place in comments.sentence_places(self.revision):
            if place.id == self.sentence:
                return place
        raise Invalid("sentence", "Choose the sentence that you mean.")

    @transaction.atomic
    def execute(self) -> Comment:
        """Return the comment."""
        self.revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.check()
        comment = Comment.objects.create(
            revision=self.revision,
            sentence=self.sentence,
            sentence_text=self._place().text,
            author=self.actor,
            author_name=self.actor.get_username(),
            text=self.text,
        )
        record("comment", actor=self.actor, revision=self.revision, comment=comment.pk)
        return comment


class ReplyToComment:
    """Go on with a conversation, open or resolved. ``comment`` is the one that began it."""

    def __init__(self, comment: Comment, *, actor: User, text: str) -> None:
        self.comment = comment
        self.actor = actor
        self.text = text.strip()

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.add_comment", "commenting")
        check_beginning(self.comment)
        check_text(self.text)
        last = self.comment.replies.last()
        if last is not None and (last.author_id, last.text) == (self.actor.pk, self.text):
            raise Conflict("repeated", "You said this a moment ago.")

    @transaction.atomic
    def execute(self) -> Comment:
        """Return the reply."""
        self.check()
        above = self.comment
        reply = Comment.objects.create(
            revision=above.revision,
            sentence=above.sentence,
            sentence_text=above.sentence_text,
            author=self.actor,
            author_name=self.actor.get_username(),
            text=self.text,
            parent=above,
        )
        record("reply", actor=self.actor, revision=above.revision, comment=above.pk)
        return reply


class ResolveComment:
    """Say that a conversation is settled: it does not stand against an approval any more."""

    resolved = True

    def __init__(self, comment: Comment, *, actor: User) -> None:
        self.comment = comment
        self.actor = actor

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.resolve_comment", "resolving comments")
        check_beginning(self.comment)
        if self.comment.is_open != self.resolved:
            raise Conflict(
                "state",
                "This comment is resolved already."
                if self.resolved
                else "This comment is open already.",
            )

    @transaction.atomic
    def execute(self) -> CommentResolution:
        """Return the row that says how the conversation stands now."""
        # Whoever approves holds the same row: a comment is open or not for both.
        revision = Revision.objects.select_for_update().get(pk=self.comment.revision_id)
        self.check()
        row = CommentResolution.objects.create(
            comment=self.comment,
            resolved=self.resolved,
            by=self.actor,
            by_name=self.actor.get_username(),
        )
        record(
            "resolve" if self.resolved else "reopen",
            actor=self.actor,
            revision=revision,
            comment=self.comment.pk,
        )
        return row


class ReopenComment(ResolveComment):
    """Take up a conversation again that somebody has resolved."""

    resolved = False


def check_beginning(comment: Comment) -> None:
    """Raise :class:`Invalid` for a reply, where the comment that began a conversation is meant."""
    if comment.parent_id is not None:
        raise Invalid("thread", "This is a reply: name the comment that it answers.")
