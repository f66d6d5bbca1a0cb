"""What differs between a revision and the public text, as both are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from content import voicing
from content.admin.comparing import compare
from content.admin.comparison import Comparison, Unit
from content.models import Revision
from content.reading import SOURCES_HEADINGS, MarkupError

MARKS = {"strong": "**", "em": "*"}
"""Emphasis is told as it is typed: where only it changes, something changes."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference to the public text, notices included."""

    before: Revision
    comparison: Comparison
    notices_added: list[str]
    notices_removed: list[str]

    @property
    def only_typed(self) -> bool:
        """Whether nothing that is read differs."""
        return self.comparison.is_empty and not (self.notices_added or self.notices_removed)


def changes(revision: Revision) -> Changes | None:
    """Return what differs from the public text; None where nothing, or this, is public."""
    public = revision.article.public_rendition
    if public is None or public.revision_id == revision.pk:
        return None
    before = public.revision
    return Changes(
        before=before,
        comparison=compare(
            list(units(public.reading, public.language)),
            list(units(_reading_of(revision), revision.article.language)),
        ),
        notices_added=[key for key in revision.notices if key not in before.notices],
        notices_removed=[key for key in before.notices if key not in revision.notices],
    )


def _reading_of(revision: Revision) -> dict[str, Any]:
    rendition = revision.rendition_to_show
    if rendition is not None:
        reading: dict[str, Any] = rendition.reading
        return reading
    try:
        return voicing.reading_of(revision).to_json()
    except MarkupError:
        # Rules that came after it was submitted: its lines are told as they are typed.
        lines = [line for line in revision.body.splitlines() if line.strip()]
        return {
            "title": {"text": revision.title, "emphasis": []},
            "summary": None,
            "sections": [{"heading": None, "blocks": [_block(line) for line in lines]}],
            "sources": [],
        }


def _block(line: str) -> dict[str, Any]:
    return {"kind": "paragraph", "number": None, "sentences": [{"text": line, "emphasis": []}]}


def units(reading: dict[str, Any], language: str) -> Iterator[Unit]:
    """Yield the sentences of a reading (JSON) with where they stand; sources with their addresses."""
    yield Unit(_typed(reading["title"]), "title")
    if reading["summary"]:
        yield Unit(_typed(reading["summary"]), "summary")
    urls = [source["url"] for source in reading["sources"]]
    for section in reading["sections"]:
        heading = section["heading"]
        under = heading["text"] if heading else ""
        if heading:
            yield Unit(_typed(heading), "heading", under=under)
        sources = (
            iter(urls)
            if section is reading["sections"][-1]
            and under.casefold() == SOURCES_HEADINGS.get(language)
            else iter(())
        )
        for block in section["blocks"]:
            for index, sentence in enumerate(block["sentences"]):
                url = next(sources, "")
                text = _typed(sentence) + (f" <{url}>" if url else "")
                yield Unit(text, block["kind"], block["number"], index == 0, under)


def _typed(sentence: dict[str, Any]) -> str:
    """Return a sentence's text with its emphasis as marks."""
    text = str(sentence["text"])
    marks: list[tuple[int, int, str]] = []
    for offset, length, kind in sentence["emphasis"]:
        # Where one ends and another begins, the end comes first.
        marks += [(offset, 1, MARKS[kind]), (offset + length, 0, MARKS[kind])]
    for offset, _, mark in sorted(marks, reverse=True):
        text = text[:offset] + mark + text[offset:]
    return text
