"""What importers give back, and how they refuse."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

QUOTED = 40
"""Characters of a line that a message about it quotes."""


class ImportRefused(Exception):
    """A file that cannot become a draft; the message names it, what is wrong and the remedy."""

    def __init__(self, path: Path, why: str) -> None:
        # A name that is not UTF-8 must not stop the message about it from being printed.
        named = str(path).encode("utf-8", "backslashreplace").decode()
        super().__init__(f"{named}: {why}")
        self.path = path
        self.why = why


class Unusable(Exception):
    """What is wrong with a file's bytes or words, and the remedy; it does not know the file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file's words: a plain title (at most 200 characters) and a body in Markdown.

    ``lines`` are the lines of the file (1 is the first) that the lines of the body come from.
    """

    title: str
    body: str
    lines: tuple[int, ...] = field(default=(), compare=False)

    def in_file(self, line: int, message: str) -> str:
        """Return what is wrong with a line of the body (1 is the first), for who has the file."""
        number = self.lines[line - 1] if 0 < line <= len(self.lines) else line
        words = self.body.split("\n")[line - 1 : line]
        begin = " ".join(words).strip()
        begin = begin if len(begin) <= QUOTED else f"{begin[:QUOTED].rstrip()}…"
        return f"Line {number} (“{begin}”): {message}"
