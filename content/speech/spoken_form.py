"""What is written -> what is said, with a map between the two that leaves out no character.

The engine reads "0.5–1 mg" as "zero point five one em gee" and "911" as "nine hundred eleven". So
the spoken form is ours: lexicon words, units, ranges, comparisons, crisis numbers
(:mod:`content.speech.matching`). What no rule covers and could be said wrongly is *unresolved*
(:mod:`content.speech.doubts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content.speech.doubts import Unresolved, unresolved
from content.speech.matching import Part, parts_of
from content.speech.rules import Entry

__all__ = ["Span", "SpokenForm", "Unresolved", "spoken_form"]

SPOKEN_WORD = re.compile(r"\S*\w\S*")
"""A word is what stands between spaces and holds a letter or a digit."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the map, in code points: ``[start, end)`` of the spoken and the written text."""

    spoken_start: int
    spoken_end: int
    written_start: int
    written_end: int


@dataclass(frozen=True, slots=True)
class SpokenForm:
    """What is said of a written sentence.

    ``spans`` follow each other without gap or overlap over both ``written`` and ``text``.
    ``engine_text`` is ``text`` with phonemes where the lexicon has them, and ``engine_words`` are
    the spoken words as ``(offset, length, engine_start, engine_end)``: offset and length in
    ``text``, the rest in ``engine_text``. ``together`` are the pieces of ``written`` that are one
    thing to whoever listens, a dose with its number and unit, as ascending ``(start, end)``.
    """

    written: str
    text: str
    engine_text: str
    spans: tuple[Span, ...]
    engine_words: tuple[tuple[int, int, int, int], ...]
    unresolved: tuple[Unresolved, ...]
    together: tuple[tuple[int, int], ...] = ()


def spoken_form(text: str, language: str, entries: tuple[Entry, ...] = ()) -> SpokenForm:
    """Return what is said of one sentence. ``entries`` go before those of the language's lexicon.

    Raises :class:`content.speech.rules.NoRules` for a language that has none.
    """
    parts = parts_of(text, language, entries)
    return _Assembly(text, parts).form(tuple(unresolved(text, parts, language)))


class _Assembly:
    """What the rules changed and what they left, joined in order, with the map kept."""

    def __init__(self, written: str, parts: Sequence[Part]) -> None:
        self.written = written
        self.text = self.engine_text = ""
        self.spans: list[Span] = []
        self.pieces: list[tuple[int, int]] = []
        """Where each piece ends, in ``text`` and in ``engine_text``. A span is one or more."""
        self.together: list[tuple[int, int]] = []
        self._first = 0
        for part in parts:
            self._leave(part.start)
            self._say(part)
            self._join(part)
        self._leave(len(written))

    def form(self, doubts: tuple[Unresolved, ...]) -> SpokenForm:
        return SpokenForm(
            written=self.written,
            text=self.text,
            engine_text=self.engine_text,
            spans=tuple(self.spans),
            engine_words=tuple(self._engine_words()),
            together=tuple(self.together),
            unresolved=doubts,
        )

    def _join(self, part: Part) -> None:
        if not part.joined:
            self._first = part.start
        elif self.together and self.together[-1][0] == self._first:
            self.together[-1] = (self._first, part.end)
        else:
            self.together.append((self._first, part.end))

    def _leave(self, end: int) -> None:
        start = self._written_end()
        if start < end:
            self._add(end, [(self.written[start:end], self.written[start:end])])

    def _say(self, part: Part) -> None:
        """Add a part. Each of its words that has phonemes is a piece: the engine tells its time.

        Straight behind a bracket or a quotation mark espeak-ng drops a word of phonemes without a
        sound (measured with 1.52: ``([[...]])`` is silence), so a space goes between them.
        """
        if not part.phonemes:
            self._add(part.end, [(part.spoken, part.spoken)])
            return
        gap = " " if self.engine_text and not self.engine_text[-1].isspace() else ""
        said = re.findall(r"\s*\S+", part.spoken)
        phonemes = part.phonemes.split()
        gaps = [gap, *[" "] * (len(said) - 1)]
        self._add(
            part.end,
            [
                (word, f"{space}[[{how}]]")
                for word, how, space in zip(said, phonemes, gaps, strict=True)
            ],
        )

    def _add(self, written_end: int, pieces: Iterable[tuple[str, str]]) -> None:
        spoken_start, start = len(self.text), self._written_end()
        for said, given in pieces:
            self.text += said
            self.engine_text += given
            self.pieces.append((len(self.text), len(self.engine_text)))
        self.spans.append(Span(spoken_start, len(self.text), start, written_end))

    def _written_end(self) -> int:
        return self.spans[-1].written_end if self.spans else 0

    def _engine_words(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the spoken words, and where the engine's text has them."""
        index = start = engine_start = 0
        end, engine_end = self.pieces[0] if self.pieces else (0, 0)

        def moved(position: int, *, inclusive: bool) -> int:
            """Return where the engine's text has a position; call with rising ones only."""
            nonlocal index, start, engine_start, end, engine_end
            while position > end or (position == end and not inclusive):
                index += 1
                start, engine_start = end, engine_end
                end, engine_end = self.pieces[index]
            if end - start == engine_end - engine_start:
                return engine_start + position - start
            return engine_end if inclusive else engine_start

        for match in SPOKEN_WORD.finditer(self.text):
            first = moved(match.start(), inclusive=False)
            last = moved(match.end(), inclusive=True)
            yield match.start(), match.end() - match.start(), first, last
