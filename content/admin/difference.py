"""What changed between two wordings, line by line and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

LINES_COMPARED = 4000
CHARACTERS_COMPARED = 120_000
WORDS_COMPARED = 1500
"""Past these sizes (of both texts together; the last, of two lines) a comparison would keep a
reviewer waiting, and is made more coarsely."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; ``kind`` is ``same``, ``del`` or ``ins``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the difference, or, with ``skipped``, so many unchanged lines left out."""

    pieces: tuple[Piece, ...] = ()
    skipped: int = 0


def difference(old: str, new: str) -> list[Line]:
    """Return the changed lines with one unchanged line around them; empty where all is the same."""
    before, after = old.splitlines(), new.splitlines()
    if before == after:
        return []
    if len(before) + len(after) > LINES_COMPARED:
        return [*_whole("del", before), *_whole("ins", after)]
    fine = len(old) + len(new) <= CHARACTERS_COMPARED
    lines: list[Line] = []
    shown = 0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for group in matcher.get_grouped_opcodes(1):
        if skipped := group[0][1] - shown:
            lines.append(Line(skipped=skipped))
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                lines += _whole("same", before[i1:i2])
            elif tag == "replace" and fine:
                lines += _replaced(before[i1:i2], after[j1:j2])
            else:
                lines += [*_whole("del", before[i1:i2]), *_whole("ins", after[j1:j2])]
        shown = group[-1][2]
    if skipped := len(before) - shown:
        lines.append(Line(skipped=skipped))
    return lines


def _whole(kind: str, lines: list[str]) -> list[Line]:
    """Return lines that stay, go or come as a whole.

    A blank one has an empty piece, since it may part a paragraph; where it stays it tells nothing.
    """
    return [
        Line((Piece(kind, line if line.strip() else ""),))
        for line in lines
        if line.strip() or kind != "same"
    ]


def _replaced(before: list[str], after: list[str]) -> Iterator[Line]:
    """Yield lines that took the place of others; each pair is compared word by word."""
    for old, new in zip(before, after, strict=False):
        yield Line(tuple(words(old, new)))
    yield from _whole("del", before[len(after) :])
    yield from _whole("ins", after[len(before) :])


def words(old: str, new: str) -> Iterator[Piece]:
    """Yield what stays, goes and comes between two wordings of one line."""
    before, after = re.findall(r"\s+|\S+", old), re.findall(r"\s+|\S+", new)
    if len(before) + len(after) > WORDS_COMPARED:
        yield Piece("del", old)
        yield Piece("ins", new)
        return
    gone = come = ""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        out, into = "".join(before[i1:i2]), "".join(after[j1:j2])
        if tag == "equal" and (out.strip() or not (gone or come)):
            yield from _changed(gone, come)
            gone = come = ""
            yield Piece("same", out)
        else:
            # A space between two changed words belongs to one change, read in one breath.
            gone, come = gone + out, come + into
    yield from _changed(gone, come)


def _changed(gone: str, come: str) -> Iterator[Piece]:
    if gone:
        yield Piece("del", gone)
    if come:
        yield Piece("ins", come)
