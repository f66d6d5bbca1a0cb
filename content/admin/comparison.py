"""What changed between two texts, sentence by sentence: what stays, goes, comes and moves.

This is what a comparison says; :mod:`content.admin.comparing` makes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from content.admin.difference import Piece, words

Change = Literal["same", "changed", "removed", "added", "moved_away", "moved_here"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence where it stands: in what kind of block, its number in a list, its heading.

    ``begins`` says whether it is the first of its block.
    """

    text: str
    kind: str = "paragraph"
    number: int | None = None
    begins: bool = True
    under: str = ""

    @property
    def shape(self) -> tuple[str, int | None, bool]:
        """What an eye sees of it besides its words."""
        return self.kind, self.number, self.begins


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of the old text, of the new one, or of both.

    ``move`` numbers the runs that moved together; the two places of one have the same number.
    ``moved_from`` is what it was where it stood, if its words changed on the way.
    """

    change: Change
    old: Unit | None = None
    new: Unit | None = None
    move: int = 0
    moved_from: Unit | None = None

    @property
    def unit(self) -> Unit:
        """The sentence as it is now, or as it was where it is gone."""
        unit = self.new or self.old
        assert unit is not None  # noqa: S101 - no row is made of nothing
        return unit

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its words: what stays, goes and comes."""
        if self.old is not None and self.new is not None:
            if self.old.text == self.new.text:
                return (Piece("same", self.new.text),)
            return tuple(words(self.old.text, self.new.text))
        return (Piece(_KINDS[self.change], self.unit.text),)

    @property
    def reworded(self) -> tuple[Piece, ...]:
        """The words of one that moved here and changed on the way; empty for all others."""
        if self.moved_from is None or self.new is None:
            return ()
        return tuple(words(self.moved_from.text, self.new.text))

    @property
    def reshaped(self) -> str:
        """What else than words changed of a sentence that stayed, empty where nothing did."""
        if self.old is None or self.new is None:
            return ""
        if self.old.kind != self.new.kind:
            return f"was {NAMES[self.old.kind]}, is {NAMES[self.new.kind]} now"
        if self.old.number != self.new.number:
            was, now = (
                f"number {number}" if number else "a point without a number"
                for number in (self.old.number, self.new.number)
            )
            return f"was {was}, is {now} now"
        if self.old.begins != self.new.begins:
            return (
                "a new paragraph begins here now"
                if self.new.begins
                else "goes on with what stands before it now"
            )
        return ""


_KINDS = {"removed": "del", "added": "ins", "moved_away": "del", "moved_here": "ins"}
NAMES = {
    "title": "the title",
    "summary": "the summary",
    "heading": "a heading",
    "paragraph": "plain text",
    "list_item": "a point of a list",
    "warning": "a warning",
}


VERBS = {
    "changed": "changed",
    "reshaped": "with the same words in another form",
    "moved_here": "moved",
    "moved_and_changed": "moved and changed",
    "removed": "removed",
    "added": "added",
}
"""What is counted, and how the summary says it."""


@dataclass(frozen=True, slots=True)
class Place:
    """One end of a run that moved: the sentences, and where its other end stands."""

    rows: tuple[Row, ...]
    here: bool
    move: int
    other: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in the difference next: a sentence, a run that moved, or what is left out."""

    row: Row | None = None
    place: Place | None = None
    skipped: int = 0


@dataclass(frozen=True)
class Comparison:
    """The whole difference: every sentence of both texts is in ``rows`` exactly once on its side."""

    rows: tuple[Row, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many sentences changed in which way. What moved is counted where it stands now."""
        told = dict.fromkeys(VERBS, 0)
        for row in self.rows:
            if row.moved_from is not None:
                told["moved_and_changed"] += 1
            elif row.change in told:
                told[row.change] += 1
            elif row.reshaped:
                told["reshaped"] += 1
        return told

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not any(self.counts.values())

    @property
    def summary(self) -> str:
        """Return how much changed, in one sentence."""
        told = [(count, VERBS[name]) for name, count in self.counts.items() if count]
        if not told:
            return "No sentence differs."
        (count, verb), *others = told
        first = f"{count} {'sentence' if count == 1 else 'sentences'} {verb}"
        return ", ".join([first, *(f"{number} {what}" for number, what in others)]) + "."

    def shown(self) -> Iterator[Shown]:
        """Yield what a page shows: each change within its paragraph, what is far from any counted."""
        near = self._near()
        skipped = index = 0
        while index < len(self.rows):
            row = self.rows[index]
            if not near[index]:
                skipped += 1
                index += 1
                continue
            if skipped:
                yield Shown(skipped=skipped)
                skipped = 0
            if row.move:
                end = index
                while end < len(self.rows) and (
                    (self.rows[end].move, self.rows[end].change) == (row.move, row.change)
                ):
                    end += 1
                yield Shown(place=self._place(self.rows[index:end]))
                index = end
            else:
                yield Shown(row=row)
                index += 1
        if skipped:
            yield Shown(skipped=skipped)

    def _place(self, rows: tuple[Row, ...]) -> Place:
        here = rows[0].change == "moved_here"
        other = self._ends[(rows[0].move, not here)]
        return Place(rows, here, rows[0].move, other.under)

    @cached_property
    def _ends(self) -> dict[tuple[int, bool], Unit]:
        found: dict[tuple[int, bool], Unit] = {}
        for row in self.rows:
            if row.move:
                found.setdefault((row.move, row.change == "moved_here"), row.unit)
        return found

    def _near(self) -> list[bool]:
        """Return for each row whether it is shown: a change, its paragraph, and one row around."""
        told = [row.change != "same" or bool(row.reshaped) for row in self.rows]
        blocks: list[int] = []
        for row in self.rows:
            last = blocks[-1] if blocks else 0
            blocks.append(last + 1 if row.unit.begins else last)
        wanted = {block for block, is_told in zip(blocks, told, strict=True) if is_told}
        last_row = len(self.rows) - 1
        return [
            is_told
            or blocks[index] in wanted
            or told[max(0, index - 1)]
            or told[min(last_row, index + 1)]
            for index, is_told in enumerate(told)
        ]
