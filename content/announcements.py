"""What is said of a text's shape, which the eye sees at once: its parts, its lists, its warnings,
its pictures.

Kept in the rendition beside what it announces, so it is voiced, digested and published like every
sentence. The words are data, and all of them are bounded: a wording and a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wording:
    """A language's announcements. ``{number}`` and ``{count}`` stand for whole numbers."""

    part: str
    """Before a heading, where a text has several."""
    point: str
    """Before a list of one point."""
    points: str
    numbered: str
    """Before a list whose points have numbers; each then says its own."""
    number: str
    warning: str
    picture: str
    """Before a picture's description."""
    own_warnings: tuple[str, ...]
    """What a warning may begin with that says so itself, in small letters."""


WORDINGS = {
    "en": Wording(
        part="Part {number} of {count}.",
        point="List of 1 point.",
        points="List of {count} points.",
        numbered="List of {count} numbered points.",
        number="Number {number}.",
        warning="Warning:",
        picture="Picture.",
        own_warnings=("warning", "caution", "danger", "important"),
    ),
    "es": Wording(
        part="Parte {number} de {count}.",
        point="Lista de 1 punto.",
        points="Lista de {count} puntos.",
        numbered="Lista de {count} puntos numerados.",
        number="Número {number}.",
        warning="Advertencia:",
        picture="Imagen.",
        own_warnings=("advertencia", "aviso", "atención", "cuidado", "peligro", "importante"),
    ),
}


def begins_list(before: Json | None, block: Json) -> bool:
    """Whether a list item is the first of its list, given the block before it in its section."""
    if before is None or before["kind"] != "list_item":
        return True
    if (before["number"] is None) != (block["number"] is None):
        return True
    return bool(block["number"] == 1)


def announce(reading: Json, language: str, *, parts: bool = True) -> None:
    """Give a reading's sections and blocks their ``announcement``: ``{"text"}``, not yet voiced.

    Without ``parts`` headings have none: a notice's are not parts of the article it stands in. What
    has nothing to announce gets no key, nor has anything of a language that has no wording.
    """
    wording = WORDINGS.get(language)
    if wording is None:
        return
    headed = [section for section in reading["sections"] if section["heading"]]
    if parts and len(headed) > 1:
        for number, section in enumerate(headed, 1):
            text = wording.part.format(number=number, count=len(headed))
            section["announcement"] = {"text": text}
    for section in reading["sections"]:
        for block, text in _of_blocks(section["blocks"], wording):
            block["announcement"] = {"text": text}


def of(reading: Json) -> list[Json]:
    """Return the announcements of a reading in the order they are said."""
    places = [place for section in reading["sections"] for place in (section, *section["blocks"])]
    return [place["announcement"] for place in places if place.get("announcement")]


def _of_blocks(blocks: list[Json], wording: Wording) -> Iterator[tuple[Json, str]]:
    for index, block in enumerate(blocks):
        if block["kind"] == "warning":
            written = block["sentences"][0]["text"].casefold()
            if not written.startswith(wording.own_warnings):
                yield block, wording.warning
        elif block["kind"] == "image":
            yield block, wording.picture
        elif block["kind"] == "list_item":
            before = blocks[index - 1] if index else None
            opening = _list(blocks, index, wording) if begins_list(before, block) else ""
            number = block["number"]
            own = wording.number.format(number=number) if number is not None else ""
            if opening or own:
                yield block, f"{opening} {own}".strip()


def _list(blocks: list[Json], first: int, wording: Wording) -> str:
    """Return what is said before a list; nothing before a single point that has a number."""
    end = first + 1
    while (
        end < len(blocks)
        and blocks[end]["kind"] == "list_item"
        and not begins_list(blocks[end - 1], blocks[end])
    ):
        end += 1
    count = end - first
    if blocks[first]["number"] is not None:
        return wording.numbered.format(count=count) if count > 1 else ""
    return wording.points.format(count=count) if count > 1 else wording.point
