"""What importers give back, and how they refuse."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

QUOTED = 40
"""Characters of a line that a message about it quotes."""
HELD = 160
"""Characters that are kept of the words of something that was not carried over."""


class ImportRefused(Exception):
    """A file that cannot become a draft; the message names it, what is wrong and the remedy."""

    def __init__(self, path: Path | str, why: str) -> None:
        # A name that is not UTF-8 must not stop the message about it from being printed.
        named = str(path).encode("utf-8", "backslashreplace").decode()
        super().__init__(f"{named}: {why}")
        self.path = Path(path)
        self.why = why


class Unusable(Exception):
    """What is wrong with a file's bytes or words, and the remedy; it does not know the file."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something of a file that a draft does not have, or has otherwise.

    ``what`` says what it is and what became of it; ``words`` are how its words begin, with signs
    that cannot be seen written as U+XXXX; ``place`` is its line or paragraph (1 is the first), 0
    where it stands at none.
    """

    what: str
    words: str = ""
    place: int = 0
    unit: str = "line"

    def __str__(self) -> str:
        place = f"{self.unit} {self.place}: " if self.place else ""
        words = f" (“{self.words}”)" if self.words else ""
        sentence = f"{place}{self.what}{words}."
        return sentence[0].upper() + sentence[1:]


@dataclass(frozen=True, slots=True)
class Draft:
    """A file's words: a plain title (at most 200 characters) and a body in Markdown.

    ``lines`` are the lines of the file (1 is the first) that the lines of the body come from, or
    where ``unit`` says so its paragraphs; ``dropped`` is what did not come over, in its order;
    ``problems`` are what the kiosk cannot show, each with its line or paragraph.
    """

    title: str
    body: str
    lines: tuple[int, ...] = field(default=(), compare=False)
    unit: str = field(default="line", compare=False)
    dropped: tuple[Dropped, ...] = ()
    problems: tuple[str, ...] = ()

    def place(self, line: int) -> int:
        """Return the line or paragraph of the file that a line of the body (1 is first) is from."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else line

    def in_file(self, line: int, message: str) -> str:
        """Return what is wrong with a line of the body (1 is the first), for who has the file."""
        words = self.body.split("\n")[line - 1 : line]
        begin = " ".join(words).strip()
        begin = begin if len(begin) <= QUOTED else f"{begin[:QUOTED].rstrip()}…"
        return f"{self.unit.capitalize()} {self.place(line)} (“{begin}”): {message}"

    def to_json(self) -> dict[str, Any]:
        """Return the draft as JSON knows it."""
        return {
            "title": self.title,
            "body": self.body,
            "lines": list(self.lines),
            "unit": self.unit,
            "dropped": [[one.what, one.words, one.place, one.unit] for one in self.dropped],
            "problems": list(self.problems),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Draft:
        """Return the draft that :meth:`to_json` made this of."""
        return cls(
            data["title"],
            data["body"],
            tuple(data["lines"]),
            data["unit"],
            tuple(Dropped(*one) for one in data["dropped"]),
            tuple(data["problems"]),
        )
