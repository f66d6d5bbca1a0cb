"""Plain text to a draft: nothing in it is markup but short lines that open a section, and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.importers.base import Draft

HEADING_LENGTH = 80
"""In characters: a line that is longer, and ends with a colon, is a sentence."""

_RULE = re.compile(r"(?:[-=_*~#+][ \t]*){3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_BULLET = re.compile(r"[-*•‣▪·][ \t]+(?P<text>\S.*)")
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,2})[.)][ \t]+(?P<text>\S.*)")
_INLINE = re.compile(r"[\\`*_\[\]<>&~|]")
_AT_LINE_START = re.compile(r"(?:[-+](?=\s|$)|-{2,}$|=+$|#)")
_NUMBER = re.compile(r"[^\w\s]?[0-9½¼¾⅓⅔]")
"""Behind a dash that goes on a sentence, what makes the dash a minus: "below / - 5 °C"."""
_NUMBER_AT_LINE_START = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")


def draft_of(text: str) -> Draft:
    """Return the first line with words as the title, and the rest as Markdown.

    Every word of the rest is in the body once, in order. Lines of nothing but rules are dropped.
    """
    lines = [line.strip() for line in text.split("\n")]
    first = next((number for number, line in enumerate(lines) if line), len(lines))
    title = lines[first] if first < len(lines) else ""
    kept: list[tuple[int, str]] = []
    for number, line in _body(lines[first + 1 :], first + 2):
        # One blank line parts as well as several.
        if line or (kept and kept[-1][1]):
            kept.append((number, line))
    while kept and not kept[-1][1]:
        kept.pop()
    body = "\n".join(line for _, line in kept) + "\n"
    return Draft(title, body, tuple(number for number, _ in kept))


def escaped(line: str) -> str:
    """Return a line of plain text as Markdown that reads as the same characters."""
    return at_line_start(within_line(line))


def within_line(words: str) -> str:
    """Return words as Markdown that reads as the same characters wherever a line does not begin."""
    return _INLINE.sub(r"\\\g<0>", words)


def at_line_start(line: str) -> str:
    """Return a line whose inner signs are escaped, with what would be markup at its start too."""
    line = _AT_LINE_START.sub(r"\\\g<0>", line) if _AT_LINE_START.match(line) else line
    return _NUMBER_AT_LINE_START.sub(r"\1\\\2", line, count=1) if line[:1].isdigit() else line


def _body(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of the body, each with the line of the file that it comes from.

    ``first`` is the line of the file that ``lines`` begin with.
    """
    begins = True
    in_list = False
    number: int | None = None
    mark = "."
    for index, line in enumerate(lines):
        at = first + index
        if not line or _RULE.fullmatch(line):
            begins = True
            yield at, ""
            continue
        if begins and (heading := _heading(line, lines[index + 1 :])):
            in_list, number = False, None
            yield from (
                (at, ""),
                (at, f"## {escaped(heading).replace('#', chr(92) + '#')}"),
                (at, ""),
            )
            continue
        bullet, numbered = _BULLET.fullmatch(line), _NUMBERED.fullmatch(line)
        goes_on = not (begins or in_list or lines[index - 1].endswith(":"))
        if bullet and not (goes_on and _NUMBER.match(bullet["text"])):
            if not in_list or number is not None:
                yield at, ""
            in_list, number, begins = True, None, False
            yield at, f"- {escaped(bullet['text'])}"
        elif numbered and _counts(int(numbered["number"]), number, begins):
            if number is None:
                yield at, ""
            elif int(numbered["number"]) != number + 1:
                # Another mark begins another list; the same one would count on from before.
                mark = ")" if mark == "." else "."
            in_list, number, begins = True, int(numbered["number"]), False
            yield at, f"{number}{mark} {escaped(numbered['text'])}"
        else:
            if begins:
                in_list, number = False, None
            begins = False
            yield at, escaped(line)


def _heading(line: str, following: list[str]) -> str:
    """Return a line's words if it opens a section with something in it, else nothing."""
    words, underlined = _words_of_a_heading(line, following)
    rest = following[1:] if underlined else following
    below = [(index, text) for index, text in enumerate(rest) if text and not _RULE.fullmatch(text)]
    if not words or not below:
        return ""
    index, text = below[0]
    # A heading with nothing under it would be refused; two in a row are a line of text and one.
    return "" if _words_of_a_heading(text, rest[index + 1 :])[0] else words


def _words_of_a_heading(line: str, following: list[str]) -> tuple[str, bool]:
    """Return the words that a line has as a heading, if it looks like one, and if it is underlined."""
    words = line.removesuffix(":").rstrip()
    if (
        len(line) > HEADING_LENGTH
        or _BULLET.match(line)
        or _NUMBERED.match(line)
        or not any(character.isalnum() for character in words)
    ):
        return "", False
    underlined = bool(following and _UNDERLINE.fullmatch(following[0]))
    return (words, underlined) if underlined or line.endswith(":") else ("", False)


def _counts(number: int, last: int | None, begins: bool) -> bool:
    """Whether a number at the start of a line counts an item of a list.

    It does where it counts on, after a blank line, and where it is 1: "since / 12. May" does not.
    """
    return begins or number == 1 or (last is not None and number == last + 1)
