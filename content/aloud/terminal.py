"""The words in the terminal as they are said."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Sequence
from typing import Protocol

MARKED, PLAIN = "\x1b[1;4m", "\x1b[22;24m"
"""Bold and underlined, and neither (ECMA-48, 8.3.117): never by colour alone."""
UP, CLEAR = "\x1b[{}A", "\x1b[K"
USUAL = (80, 24)


class Out(Protocol):
    """What is written to: a text stream, or Django's wrapper of one."""

    def write(self, text: str, /) -> object:
        """Write."""

    def flush(self) -> object:
        """Let it be seen."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""

    def fileno(self) -> int:
        """Return the descriptor; raise :class:`OSError` or :class:`ValueError` without one."""


class Page:
    """Sentences one below the other; in a terminal the word being said is marked.

    Elsewhere (a file, a pipe) a sentence is a plain line.
    """

    def __init__(self, out: Out) -> None:
        self._out = out
        self._lively = out.isatty() and os.environ.get("TERM") != "dumb"
        self.begun = 0
        """How many sentences have been shown."""
        self._lines: list[tuple[int, str]] = []
        self._words: Sequence[tuple[int, int]] = ()

    def begin(self, text: str, words: Sequence[tuple[int, int]] = ()) -> None:
        """Show a sentence of which no word is said yet; words are ``(offset, length)``."""
        self._words = words
        self._lines = [(0, text)]
        if self._lively:
            width, height = self._size()
            self._lines = _wrapped(text, width - 1)
            if len(self._lines) >= height:
                # It could not be drawn over, so it is only shown.
                self._words = ()
        self._write("".join(line + "\n" for _, line in self._lines))
        self.begun += 1

    def mark(self, index: int) -> None:
        """Mark a word of the sentence instead of the one before it."""
        if self._lively and index < len(self._words):
            offset, length = self._words[index]
            self._draw(offset, offset + length)

    def end(self) -> None:
        """Leave the sentence with no word marked."""
        if self._lively and self._words:
            self._draw(0, 0)
        self._words = ()

    def gap(self) -> None:
        """Leave a line between two paragraphs."""
        self._write("\n")

    def _draw(self, start: int, end: int) -> None:
        drawn = [UP.format(len(self._lines))]
        for at, line in self._lines:
            low, high = (min(max(edge - at, 0), len(line)) for edge in (start, end))
            marked = f"{MARKED}{line[low:high]}{PLAIN}" if low < high else ""
            drawn.append(f"\r{line[:low]}{marked}{line[high:]}{CLEAR}\n")
        self._write("".join(drawn))

    def _size(self) -> tuple[int, int]:
        try:
            width, height = os.get_terminal_size(self._out.fileno())
        except (OSError, ValueError):
            return USUAL
        # A terminal that does not know its size says nothing.
        return width or USUAL[0], height or USUAL[1]

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()


def _wrapped(text: str, width: int) -> list[tuple[int, str]]:
    """Return the lines of a text as ``(offset, line)``; offsets are code points of the text."""
    lines = []
    at = 0
    for line in textwrap.wrap(text, max(width, 1), break_on_hyphens=False) or [""]:
        at = text.index(line, at)
        lines.append((at, line))
        at += len(line)
    return lines
