"""One file to a draft, as a process of its own does it (:mod:`content.limited`). Needs no Django."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from content.importers import characters, encodings, guards, markdown, pages, text, word
from content.importers.base import Draft, Unusable
from content.reading import MAX_BODY, MAX_TITLE, MarkupError, read


def run(message: bytes) -> dict[str, Any]:
    """Return the draft of a file, or why it cannot be one, as :func:`of` has it.

    The message is a line of JSON (``ending`` and ``language``), then the file's bytes.
    """
    header, _, data = message.partition(b"\n")
    asked = json.loads(header)
    try:
        return of(data, asked["ending"], asked["language"]).to_json()
    except Unusable as error:
        return {"refused": str(error)}


def of(data: bytes, ending: str, language: str) -> Draft:
    """Return the draft of a file with all that stands in its way; raise :class:`Unusable`."""
    if ending == ".docx":
        draft = word.draft_of(data, language)
    else:
        guards.check_text(data)
        written = encodings.decode(data)
        if ending in (".html", ".htm"):
            draft = pages.draft_of(written, language)
        else:
            characters.check(written, lambda line: f"line {line}")
            draft = markdown.draft_of(written) if ending == ".md" else text.draft_of(written)
    # Again, since an entity of HTML or XML is no sign until it is read.
    characters.check(draft.title, lambda _: "the title")
    characters.check(draft.body, lambda line: f"{draft.unit} {draft.place(line)}")
    check(draft, ending)
    try:
        read(draft.title, draft.body, language)
    except MarkupError as error:
        told = (draft.in_file(one.line, one.message) for one in error.problems)
        found = tuple(dict.fromkeys(told))
        return replace(draft, problems=found)
    return draft


def check(draft: Draft, ending: str) -> None:
    """Raise :class:`Unusable` where a draft has no title, no text, or too much of either."""
    first = "its first line" if ending in (".txt", ".md") else "its title"
    if not _has_words(draft.title + draft.body):
        raise Unusable("it is empty. Write a title in its first line, and the text below.")
    if not _has_words(draft.title):
        raise Unusable(f"{first} has no words. Write the title there.")
    if len(draft.title) > MAX_TITLE:
        raise Unusable(
            f"its first line, the title, has {len(draft.title)} characters, and a title has at "
            f"most {MAX_TITLE}. Write a short title in the first line."
        )
    if not _has_words(draft.body):
        raise Unusable("it has a title and no text. Write the text below the title.")
    if len(draft.body.encode()) > MAX_BODY:
        raise Unusable("its text is larger than 1 MiB. Split it into several articles.")


def _has_words(words: str) -> bool:
    return any(character.isalnum() for character in words)
