"""What importers give back, and how they refuse."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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
    """A file's words: a plain title (at most 200 characters) and a body in Markdown."""

    title: str
    body: str
