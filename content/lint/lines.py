"""Which line of a body a sentence begins at, so that an author finds it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_MARK = re.compile(r"\s*(?:#{1,6}(?=\s)|[-*+](?=\s)|\d{1,9}[.)](?=\s)|>)")
_LINK_TARGET = re.compile(r"\]\([^)\s]*(?:\s[^)]*)?\)")


def lines_of(body: str, sentences: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the line (1 is the first) of each sentence, given as id and text, that can be told.

    Sentences are looked for one behind the other by their letters and digits, whatever marks of
    markup stand between. What is not found, as a title is not, has no line.
    """
    letters: list[str] = []
    line_at: list[int] = []
    for number, line in enumerate(unicodedata.normalize("NFC", body).split("\n"), 1):
        for character in _letters(_LINK_TARGET.sub("]", _without_marks(line))):
            letters.append(character)
            line_at.append(number)
    stream = "".join(letters)
    found: dict[str, int] = {}
    at = 0
    for name, text in sentences:
        wanted = _letters(text)
        begin = stream.find(wanted, at) if wanted else -1
        if begin >= 0:
            found[name] = line_at[begin]
            at = begin + len(wanted)
    return found


def _without_marks(line: str) -> str:
    while match := _MARK.match(line):
        line = line[match.end() :]
    return line


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
