"""From the times of the spoken words to the times of the written ones."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from content.speech.spoken_form import Span, SpokenForm

_CHUNK = re.compile(r"\S+")
_LETTER = re.compile(r"\w")
_EDGE = re.compile(r"^[^\w<>≤≥±+]+|[^\w%°+]+$")


def words_of(written: str) -> list[tuple[int, int]]:
    """Return the words of a written text as ``(offset, length)`` in code points.

    A word is what stands between spaces and holds a letter or a digit, without the punctuation
    around it: "0.5–1", "it’s" and "gamma-aminobutyric" are words.
    """
    found = []
    for chunk in _CHUNK.finditer(written):
        text = chunk.group()
        if not _LETTER.search(text):
            continue
        lead = _EDGE.match(text)
        start = lead.end() if lead else 0
        tail = _EDGE.search(text, start)
        end = tail.start() if tail else len(text)
        found.append((chunk.start() + start, end - start))
    return found


def lit_units(form: SpokenForm) -> list[tuple[int, int]]:
    """Return what is lit at one time, as ``(offset, length)`` in the written text, ascending.

    That is each written word (:func:`words_of`) by itself, but a dose as a whole: "0.5–1 mg" is
    one thing to whoever reads along, and half of it could be taken for another dose.
    """
    found: list[tuple[int, int]] = []
    groups = iter(form.together)
    group = next(groups, None)
    before: tuple[int, int] | None = None
    for offset, length in words_of(form.written):
        while group and group[1] <= offset:
            group = next(groups, None)
        first, last = offset, offset + length
        if group and group[0] < last:
            # The minus of "−5 °C" is no mark around a word.
            first = min(first, group[0])
            if group == before:
                first, _ = found.pop()
            before = group
        found.append((first, last - first))
    return found


def written_words(form: SpokenForm, words: Sequence[tuple[int, int, int, int]]) -> list[list[int]]:
    """Return ``[start_ms, end_ms, offset, length]`` of every written word, once, ascending.

    ``words`` are the same of the spoken text. A written word lasts as long as all that is said for
    it; written words that are said as one share its time by letters. The words of a dose have one
    time together (:func:`lit_units`).
    """
    offsets = [word[2] for word in words]
    ends = [word[2] + word[3] for word in words]
    times: list[list[int]] = []
    for offset, length in lit_units(form):
        begin, end = _said_for(form, offset, offset + length)
        first, last = bisect_right(ends, begin), bisect_left(offsets, end) - 1
        if begin < end and first <= last:
            start_ms = _moment(form, words[first], begin)
            end_ms = _moment(form, words[last], end)
        else:
            # Nothing is said for it by itself: it is lit with what comes before it.
            start_ms = end_ms = times[-1][1] if times else 0
        start_ms = max(start_ms, times[-1][0] if times else 0)
        times.append([start_ms, max(start_ms, end_ms), offset, length])
    return times


def _moment(form: SpokenForm, word: tuple[int, int, int, int], position: int) -> int:
    """Return when a spoken word has got to a position: by letters, so punctuation takes no time."""
    start_ms, end_ms, offset, length = word
    position = min(max(position, offset), offset + length)
    passed = len(_LETTER.findall(form.text, offset, position))
    letters = len(_LETTER.findall(form.text, offset, offset + length))
    return start_ms + round((end_ms - start_ms) * passed / letters)


def _said_for(form: SpokenForm, start: int, end: int) -> tuple[int, int]:
    """Return ``[begin, end)`` of what is said for ``[start, end)`` of the written text."""
    index = bisect_right(form.spans, start, key=lambda span: span.written_end)
    begin = finish = None
    while index < len(form.spans) and form.spans[index].written_start < end:
        span = form.spans[index]
        low = _spoken_position(form, span, max(start, span.written_start), last=False)
        high = _spoken_position(form, span, min(end, span.written_end), last=True)
        begin = low if begin is None else begin
        finish = high
        index += 1
    return begin or 0, finish or 0


def _spoken_position(form: SpokenForm, span: Span, position: int, *, last: bool) -> int:
    """Return where the spoken text has a position of the written one.

    In a piece that is said otherwise, each of its words between spaces has its share by length.
    """
    width, size = span.written_end - span.written_start, span.spoken_end - span.spoken_start
    if width == size:
        return span.spoken_start + position - span.written_start
    chunks = _CHUNK.finditer(form.written, span.written_start, span.written_end)
    # The edges of the chunks, those at the ends of the piece moved to its ends.
    edges = [edge for chunk in chunks for edge in chunk.span()]
    edges = [span.written_start, *edges[1:-1], span.written_end]
    index = bisect_left(edges, position) if last else bisect_right(edges, position) - 1
    return span.spoken_start + size * (edges[index] - span.written_start) // width
