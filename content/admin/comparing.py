"""How two texts are compared: sentence by sentence, as they are read and not as they are typed.

A sentence is known again wherever it stands, and within one that was reworded the words are
compared.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from content.admin.comparison import Comparison, Row, Unit
from content.admin.difference import CHARACTERS_COMPARED, LINES_COMPARED

ALIKE = 0.4
"""From this share of common words on (Dice), a sentence is told as another one reworded."""
ALIKE_ELSEWHERE = 0.6
"""The same, where it stands elsewhere now: a new dose in a line that moved is no new line."""
PAIRS_COMPARED = 10_000
"""Where more pairs than this stand between two sentences that stayed, none is told as reworded."""


def compare(old: list[Unit], new: list[Unit]) -> Comparison:
    """Return how ``new`` is made of ``old``.

    The order of rows is that of the new text; what is gone stands where it stood. Past the sizes
    of :mod:`content.admin.difference` (of both together) it is compared more coarsely: words are
    not, or nothing is but the beginning and the end that both have in common.
    """
    fine = sum(len(unit.text) for unit in (*old, *new)) <= CHARACTERS_COMPARED
    rows: list[Row] = []
    for tag, i1, i2, j1, j2 in _opcodes([u.text for u in old], [u.text for u in new]):
        if tag == "equal":
            rows += [
                Row("same", before, after)
                for before, after in zip(old[i1:i2], new[j1:j2], strict=True)
            ]
        else:
            gone = [Row("removed", old=unit) for unit in old[i1:i2]]
            come = [Row("added", new=unit) for unit in new[j1:j2]]
            rows += [*gone, *come]
    rows = _moved(rows)
    if fine:
        rows = _moved_and_reworded(list(_reworded(rows)))
    return Comparison(tuple(rows))


def _opcodes(before: list[str], after: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what :class:`SequenceMatcher` does, in bounded time."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    if start:
        yield "equal", 0, start, 0, start
    i, j = len(before) - end, len(after) - end
    if i - start + j - start > LINES_COMPARED:
        yield "replace", start, i, start, j
    else:
        matcher = SequenceMatcher(None, before[start:i], after[start:j], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            yield tag, i1 + start, i2 + start, j1 + start, j2 + start
    if end:
        yield "equal", i, len(before), j, len(after)


def _moved(rows: list[Row]) -> list[Row]:
    """Return the rows with what is gone here and came there told as moved, run by run."""
    gone: dict[str, deque[int]] = defaultdict(deque)
    for index, row in enumerate(rows):
        if row.change == "removed":
            gone[row.unit.text].append(index)
    partners: dict[int, int] = {}
    taken: set[int] = set()
    last = -2
    for index, row in enumerate(rows):
        if row.change != "added" or not gone[row.unit.text]:
            continue
        waiting = gone[row.unit.text]
        # What came right behind the one before goes on with its run, if it can.
        if last + 1 < len(rows) and last + 1 in waiting and index - 1 in partners:
            choice = last + 1
            waiting.remove(choice)
        else:
            choice = waiting.popleft()
        partners[index] = last = choice
        taken.add(choice)
    if not partners:
        return rows
    moves: dict[int, int] = {}
    number = 0
    before = (-2, -2)
    for index in sorted(partners):
        if (index - 1, partners[index] - 1) != before:
            number += 1
        moves[index] = moves[partners[index]] = number
        before = (index, partners[index])
    return [
        replace(row, change="moved_here", move=moves[index])
        if index in partners
        else replace(row, change="moved_away", move=moves[index])
        if index in taken
        else row
        for index, row in enumerate(rows)
    ]


def _reworded(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows; what is gone and what came in its place, if alike, as one that was changed."""
    index = 0
    while index < len(rows):
        end = index
        while end < len(rows) and rows[end].change != "same":
            end += 1
        if end == index:
            yield rows[index]
            index += 1
        else:
            yield from _gap(rows[index:end])
            index = end


def _gap(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows between two sentences that stayed, in the order of both texts."""
    gone = [row for row in rows if row.change in ("removed", "moved_away")]
    come = [row for row in rows if row.change in ("added", "moved_here")]
    i = j = 0
    for at, to in [*_pairs(gone, come), (len(gone), len(come))]:
        yield from gone[i:at]
        yield from come[j:to]
        if at < len(gone):
            yield Row("changed", gone[at].old, come[to].new)
        i, j = at + 1, to + 1


def _pairs(gone: list[Row], come: list[Row]) -> list[tuple[int, int]]:
    """Return which rows are one sentence reworded, in the order of both, the most alike in sum."""
    if not gone or not come or len(gone) * len(come) > PAIRS_COMPARED:
        return []
    before, after = [_words_of(row) for row in gone], [_words_of(row) for row in come]
    best = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    share = [[0.0] * len(come) for _ in gone]
    for i in reversed(range(len(gone))):
        for j in reversed(range(len(come))):
            share[i][j] = _alike(gone[i], come[j], before[i], after[j])
            with_pair = best[i + 1][j + 1] + share[i][j] if share[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], with_pair)
    found = []
    i = j = 0
    while i < len(gone) and j < len(come):
        if share[i][j] and best[i][j] == best[i + 1][j + 1] + share[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _moved_and_reworded(rows: list[Row]) -> list[Row]:
    """Return the rows; what is gone and came elsewhere, much alike, as moved and changed."""
    gone = [index for index, row in enumerate(rows) if row.change == "removed"]
    come = [index for index, row in enumerate(rows) if row.change == "added"]
    if len(gone) * len(come) > PAIRS_COMPARED:
        return rows
    known = {index: _words_of(rows[index]) for index in (*gone, *come)}
    pairs = sorted(
        (-share, i, j)
        for i in gone
        for j in come
        if (share := _alike(rows[i], rows[j], known[i], known[j])) >= ALIKE_ELSEWHERE
    )
    number = max((row.move for row in rows), default=0)
    for _, i, j in pairs:
        if rows[i].move or rows[j].move:
            continue
        number += 1
        rows[j] = replace(rows[j], change="moved_here", move=number, moved_from=rows[i].old)
        rows[i] = replace(rows[i], change="moved_away", move=number)
    return rows


def _words_of(row: Row) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", row.unit.text.casefold()))


def _alike(gone: Row, come: Row, before: frozenset[str], after: frozenset[str]) -> float:
    """Return the share of common words, 0 where they are no rewording of each other."""
    if gone.move or come.move:
        return 0.0
    if gone.unit.kind == come.unit.kind == "title":
        # There is one title: another one is always the old one reworded.
        return 1.0
    if not before or not after:
        return 0.0
    share = 2 * len(before & after) / (len(before) + len(after))
    return share if share >= ALIKE else 0.0
