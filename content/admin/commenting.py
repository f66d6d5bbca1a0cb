"""Comments on the desk: what a page shows of them, and what is posted to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from content import comments
from content.actions import (
    CommentOnSentence,
    Invalid,
    Refused,
    ReopenComment,
    ReplyToComment,
    ResolveComment,
)
from content.admin.site import already, number_in, person, took, why_not
from content.models import Comment, Revision


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody posted and was refused. ``thread`` is that of a reply, 0 for a new comment."""

    refused: Refused
    text: str
    sentence: str = ""
    thread: int = 0


@dataclass(frozen=True, slots=True)
class ShownThread:
    """A conversation on a page, with the line of a draft that its sentence stands in, 0 if none."""

    thread: comments.Thread
    line: int
    typed: str


def comments_context(
    request: HttpRequest, revision: Revision, *, typed: Typed | None = None
) -> dict[str, Any]:
    """Return what the comments of a page show. On a draft those that earlier revisions left open."""
    user = person(request)
    places = comments.sentence_places(revision)
    threads = comments.threads(revision, places, only_open=revision.is_draft)
    lines = Lines(revision.body) if revision.is_draft else None
    asked = request.GET.get("comment", "")
    at_home = typed and any(thread.comment.pk == typed.thread for thread in threads)
    return {
        "places": places,
        "threads": threads,
        "shown_threads": [
            ShownThread(
                thread,
                lines.of(thread.comment.sentence_text) if lines and thread.place else 0,
                typed.text if typed and typed.thread == thread.comment.pk else "",
            )
            for thread in threads
        ],
        "open_comments": [thread for thread in threads if thread.is_open],
        "stray_text": typed.text if typed and typed.thread and not at_home else "",
        "comment_typed": typed if typed and not typed.thread else None,
        "comment_sentence": typed.sentence if typed and typed.sentence else asked,
        "cannot_comment": why_not(
            CommentOnSentence(revision, actor=user, sentence="", text="").check_standing
        ),
        "may_comment": user.has_perm("content.add_comment"),
        "may_resolve": user.has_perm("content.resolve_comment"),
    }


class Lines:
    """Where the words of a text stand: the letters and digits of it, each with its line."""

    def __init__(self, body: str) -> None:
        kept = [
            (character.casefold(), number)
            for number, line in enumerate(body.split("\n"), 1)
            for character in line
            if character.isalnum()
        ]
        self._letters = "".join(letters for letters, _ in kept)
        self._lines = [number for letters, number in kept for _ in letters]

    def of(self, sentence: str) -> int:
        """Return the line (from 1) in which a sentence begins, 0 where it is not found."""
        letters = "".join(one.casefold() for one in sentence if one.isalnum())
        at = self._letters.find(letters) if letters else -1
        return self._lines[at] if at >= 0 else 0


def comment(request: HttpRequest, revision: Revision) -> HttpResponse | Typed:
    """Take a comment on a sentence, or return what was typed with the refusal."""
    sentence, text = request.POST.get("sentence", ""), request.POST.get("text", "")
    action = CommentOnSentence(revision, actor=person(request), sentence=sentence, text=text)
    try:
        made = action.execute()
    except Refused as refused:
        if refused.rule == "repeated":
            return _again(request, revision, "new-comment", f"comment-{revision.pk}")
        return Typed(refused, text, sentence)
    took(request, "Your comment is kept. It stays open until it is resolved.", "comment", revision)
    return _back(revision, f"thread-{made.pk}")


def reply(request: HttpRequest, revision: Revision) -> HttpResponse | Typed:
    """Take a reply to a comment, or return what was typed with the refusal."""
    text = request.POST.get("text", "")
    try:
        above = _thread(request, revision)
        ReplyToComment(above, actor=person(request), text=text).execute()
    except Refused as refused:
        typed = Typed(refused, text, thread=number_in(request.POST.get("thread")) or 0)
        if refused.rule == "repeated":
            return _again(request, revision, f"thread-{typed.thread}", f"reply-{typed.thread}")
        return typed if typed.thread else replace(typed, thread=-1)
    took(request, "Your reply is kept.", "reply", above)
    return _back(revision, f"thread-{above.pk}")


def resolve(request: HttpRequest, revision: Revision) -> HttpResponse | Typed:
    """Say that a comment is settled."""
    return _settle(request, revision, ResolveComment, "Resolved.")


def reopen(request: HttpRequest, revision: Revision) -> HttpResponse | Typed:
    """Take a resolved comment up again."""
    return _settle(request, revision, ReopenComment, "Open again.")


def _settle(
    request: HttpRequest, revision: Revision, action: type[ResolveComment], done: str
) -> HttpResponse | Typed:
    try:
        above = _thread(request, revision)
        action(above, actor=person(request)).execute()
    except Refused as refused:
        if refused.rule == "state":
            already(request, f"{refused.message} Nothing was done twice.")
            return _back(revision, f"thread-{above.pk}")
        return Typed(refused, "", thread=-1)
    took(request, done, "resolve", above)
    return _back(revision, f"thread-{above.pk}")


def _thread(request: HttpRequest, revision: Revision) -> Comment:
    """Return the conversation that a form names, if it is one of this revision's page."""
    pk = number_in(request.POST.get("thread"))
    found = comments.of(revision).filter(pk=-1 if pk is None else pk).first()
    if found is None:
        raise Invalid("thread", "There is no such comment here.")
    return found


def _again(request: HttpRequest, revision: Revision, anchor: str, kept: str) -> HttpResponse:
    already(request, "You said this a moment ago. It is kept once.", kept)
    return _back(revision, anchor)


def _back(revision: Revision, anchor: str) -> HttpResponse:
    return redirect(f"{reverse('admin:content_revision_change', args=[revision.pk])}#{anchor}")
