"""What is said of a page, in order, and the silence after each clip: the one place for pauses.

The joined file, the player and the terminal all read a page by this. A page is what
:func:`content.composition.compose` returns, whether its clips carry digests or addresses. Pauses
are milliseconds at the usual speed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from content.announcements import begins_list

Json = dict[str, Any]

SENTENCE_MS = 350
"""Between two sentences of a paragraph."""
ANNOUNCED_MS = 250
"""Between an announcement and what it announces."""
ITEM_MS = 300
"""Between two points of a list."""
BEFORE_MS = {"heading": 1000, "paragraph": 500, "list_item": 600, "warning": 700, "image": 700}
AFTER_MS = {"heading": 600, "paragraph": 500, "list_item": 600, "warning": 700, "image": 700}
"""Around a heading, a paragraph, a whole list, a warning and a picture; of two that meet the longer holds."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands together: a heading, a paragraph, a point of a list, a warning or a picture."""

    kind: str
    sentences: list[Json]
    announcement: Json | None = None
    continues: bool = False
    """Whether it is a further point of the list that the unit before it is of."""


@dataclass(frozen=True, slots=True)
class Said:
    """One clip in its turn. ``announces`` is the id of the sentence that an announcement precedes.

    An announcement has no id of its own: it is seen as the shape of what it announces.
    """

    piece: Json
    announces: str | None
    pause_ms: int


def of_page(page: Json) -> list[Said]:
    """Return all that is said of an article's page, in the order it is shown.

    The sample label and urgent help come first, the closing advice is last (COG-12).
    """
    return said(_units_of_page(page))


def of_notices(notices: Iterable[Json], *, short: bool = True) -> list[Said]:
    """Return all that is said of notices that stand by themselves.

    The closing advice's short form stands elsewhere: it is left out with ``short`` off.
    """
    return said(unit for notice in notices for unit in units_of_notice(notice, short=short))


def said(units: Iterable[Unit]) -> list[Said]:
    """Return the clips of units in their order, each with the pause behind it."""
    units = list(units)
    behind = [*(_between(one, other) for one, other in pairwise(units)), SENTENCE_MS]
    found = []
    for unit, pause_ms in zip(units, behind, strict=True) if units else ():
        if unit.announcement:
            found.append(Said(unit.announcement, unit.sentences[0]["id"], ANNOUNCED_MS))
        *others, last = unit.sentences
        found += [Said(one, None, SENTENCE_MS) for one in others]
        found.append(Said(last, None, pause_ms))
    return found


def units_of_notice(notice: Json, *, short: bool = True) -> Iterator[Unit]:
    """Yield a notice's units: heading, short form, the rest."""
    if notice["heading"]:
        yield Unit("heading", [notice["heading"]])
    if short and notice.get("short"):
        yield Unit("paragraph", [notice["short"]])
    yield from _units_of(notice["blocks"])


def _units_of_page(page: Json) -> Iterator[Unit]:
    yield Unit("heading", [page["title"]])
    if page["short_advice"]:
        yield Unit("paragraph", [page["short_advice"]])
    for notice in page["notices"]:
        yield from units_of_notice(notice)
    if page["summary"]:
        yield Unit("paragraph", [page["summary"]])
    for section in page["sections"]:
        if section["heading"]:
            yield Unit("heading", [section["heading"]], section.get("announcement"))
        yield from _units_of(section["blocks"])
    # Who reviewed it and when, where a screen adds that; what has no voice yet is left out.
    if facts := [one for one in page.get("facts", []) if one["clip"]]:
        yield Unit("paragraph", facts)
    if page["closing_advice"]:
        yield from units_of_notice(page["closing_advice"], short=False)


def _units_of(blocks: list[Json]) -> Iterator[Unit]:
    before = None
    for block in blocks:
        continues = block["kind"] == "list_item" and not begins_list(before, block)
        yield Unit(block["kind"], block["sentences"], block.get("announcement"), continues)
        before = block


def _between(one: Unit, other: Unit) -> int:
    if other.continues:
        return ITEM_MS
    return max(AFTER_MS[one.kind], BEFORE_MS[other.kind])
