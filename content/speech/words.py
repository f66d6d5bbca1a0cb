"""From the times of the spoken words to the times of the written ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from content.speech.spoken_form import SpokenForm

_CHUNK = re.compile(r"\S+")
_EDGE = re.compile(r"^[^\w<>≤≥±+]+|[^\w%°+]+$")


def words_of(written: str) -> list[tuple[int, int]]:
    """Return the words of a written text as ``(offset, length)`` in code points.

    A word is what stands between spaces and holds a letter or a digit, without the punctuation
    around it: "0.5–1", "it’s" and "gamma-aminobutyric" are words.
    """
    found = []
    for chunk in _CHUNK.finditer(written):
        text = chunk.group()
        if not re.search(r"\w", text):
            continue
        lead = _EDGE.match(text)
        start = lead.end() if lead else 0
        tail = _EDGE.search(text, start)
        end = tail.start() if tail else len(text)
        found.append((chunk.start() + start, end - start))
    return found


def written_words(
    form: SpokenForm, words: Sequence[tuple[int, int, int, int]]
) -> list[list[int]]:
    """Return ``[start_ms, end_ms, offset, length]`` of every written word, once, ascending.

    ``words`` are the same of the spoken text. A written word lasts as long as all that is said for
    it; written words that are said as one share its time by letters.
    """
    times: list[list[int]] = []
    for offset, length in words_of(form.written):
        pieces = [
            (word, share)
            for word in words
            for share in [_share(form, word, offset, offset + length)]
            if share is not None
        ]
        if pieces:
            first, (begin, _) = pieces[0]
            last, (_, finish) = pieces[-1]
            start = first[0] + round((first[1] - first[0]) * begin)
            end = last[0] + round((last[1] - last[0]) * finish)
        else:
            # Nothing is said for it by itself: it is lit with what comes before it.
            start = end = times[-1][1] if times else 0
        start = max(start, times[-1][0] if times else 0)
        times.append([start, max(start, end), offset, length])
    return times


def _share(
    form: SpokenForm, word: tuple[int, int, int, int], start: int, end: int
) -> tuple[float, float] | None:
    """Return which part (of 1) of a spoken word is said for ``[start, end)`` of the written text,
    or None where none is.
    """
    spoken_start, spoken_end = word[2], word[2] + word[3]
    begin: float | None = None
    finish = 0.0
    for span in form.spans:
        low, high = max(span.spoken_start, spoken_start), min(span.spoken_end, spoken_end)
        left, right = max(span.written_start, start), min(span.written_end, end)
        if low >= high or left >= right:
            continue
        if span.spoken_end - span.spoken_start == span.written_end - span.written_start:
            # The same letters on both sides.
            shift = span.spoken_start - span.written_start
            low, high = max(low, left + shift), min(high, right + shift)
            if low >= high:
                continue
        elif (whole := _written_words_in(form, span.written_start, span.written_end)) > 1:
            size = span.spoken_end - span.spoken_start
            width = span.written_end - span.written_start
            low = max(low, span.spoken_start + size * (left - span.written_start) // width)
            high = min(high, span.spoken_start + size * (right - span.written_start) // width)
            if low >= high and whole:
                continue
        share = ((low - spoken_start) / word[3], (high - spoken_start) / word[3])
        begin = share[0] if begin is None else begin
        finish = share[1]
    if begin is None:
        return None
    # Punctuation belongs to the word it touches.
    lead = len(form.text[spoken_start:spoken_end]) - len(
        form.text[spoken_start:spoken_end].lstrip("\"'“”‘’([")
    )
    return (0.0 if begin * word[3] <= lead else begin, _to_end(form, word, finish))


def _to_end(form: SpokenForm, word: tuple[int, int, int, int], finish: float) -> float:
    rest = form.text[word[2] + round(finish * word[3]) : word[2] + word[3]]
    return 1.0 if not re.search(r"\w", rest) else finish


def _written_words_in(form: SpokenForm, start: int, end: int) -> int:
    return len(_CHUNK.findall(form.written[start:end]))
