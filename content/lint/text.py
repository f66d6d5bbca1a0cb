"""A reading as the checks walk through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from content.reading import SOURCES_HEADINGS


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and where it stands: title, summary, heading, source, or its block's kind."""

    id: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, a warning or an image, in the ``section``-th section."""

    kind: str
    section: int
    lines: tuple[Line, ...]
    described: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what it includes.

    ``passages`` are what belongs together, of the text and its notices: a paragraph with the list
    that follows it. ``sources`` are pairs of a source and its line.
    """

    language: str
    kind: str
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    passages: tuple[str, ...]
    sources: tuple[tuple[dict[str, str], Line], ...]
    has_sources_section: bool

    @property
    def is_article(self) -> bool:
        """Whether it stands by itself; a notice or a term is read within an article."""
        return self.kind == "article"

    @property
    def title(self) -> Line:
        """The title, which every text has."""
        return self.lines[0]

    def said(self) -> Iterator[Line]:
        """Yield what the text itself says: all but its list of sources, which quotes others."""
        return (line for line in self.lines if line.where != "source")

    @classmethod
    def of(
        cls,
        reading: dict[str, Any],
        language: str,
        *,
        kind: str = "article",
        notices: Iterable[dict[str, Any]] = (),
    ) -> Text:
        """Return a reading's JSON, with that of the notices that it includes."""
        lines = [Line(reading["title"]["id"], reading["title"]["text"], "title")]
        if reading["summary"]:
            lines.append(Line(reading["summary"]["id"], reading["summary"]["text"], "summary"))
        blocks: list[Block] = []
        cited: list[Line] = []
        sections = reading["sections"]
        has_sources = bool(sections) and _is_of_sources(sections[-1], language)
        for number, section in enumerate(sections):
            of_sources = has_sources and number == len(sections) - 1
            if section["heading"]:
                heading = section["heading"]
                where = "source" if of_sources else "heading"
                lines.append(Line(heading["id"], heading["text"], where))
            for block in section["blocks"]:
                where = "source" if of_sources else block["kind"]
                own = tuple(Line(one["id"], one["text"], where) for one in block["sentences"])
                lines += own
                if of_sources:
                    cited += own
                    continue
                blocks.append(Block(block["kind"], number, own, _is_described(block)))
        listed = reading.get("sources", [])
        sources = tuple(zip(listed, cited, strict=True)) if len(listed) == len(cited) else ()
        passages = [
            *_passages(reading, language),
            *(one for notice in notices for one in _passages(notice, language)),
        ]
        return cls(
            language, kind, tuple(lines), tuple(blocks), tuple(passages), sources, has_sources
        )


def _is_of_sources(section: dict[str, Any], language: str) -> bool:
    heading = section["heading"]
    return bool(heading) and heading["text"].casefold() == SOURCES_HEADINGS.get(language)


def _is_described(block: dict[str, Any]) -> bool:
    """Whether a picture has words, wherever they are kept."""
    words = [one["text"] for one in block["sentences"]]
    words += [str(block.get(key) or "") for key in ("description", "alt")]
    return any(character.isalnum() for word in words for character in word)


def _passages(reading: dict[str, Any], language: str) -> Iterator[str]:
    """Yield the passages of a reading: a list belongs to the paragraph that announces it.

    The title of a source says nothing to a visitor.
    """
    head = [reading["title"]["text"]]
    if reading["summary"]:
        head.append(reading["summary"]["text"])
    yield " ".join(head)
    for section in reading["sections"]:
        if section is reading["sections"][-1] and _is_of_sources(section, language):
            continue
        passage: list[str] = []
        for block in section["blocks"]:
            if passage and block["kind"] != "list_item":
                yield " ".join(passage)
                passage = []
            passage += [one["text"] for one in block["sentences"]]
        if passage:
            yield " ".join(passage)
