"""Markdown to a draft: the title is taken out, everything else is passed on as it is."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from content.importers.base import Draft, Unusable

_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r" {0,3}(?:=+|-+)[ \t]*")


def draft_of(text: str) -> Draft:
    """Return the first line with words as the title, be it a heading or not, and the rest.

    Raises :class:`Unusable` where the file begins with a program's settings.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines):
        return Draft("", "")
    line, below = lines[first], first + 1
    if line.rstrip() in ("---", "+++"):
        raise Unusable(
            f'it begins with a block of settings ("{line.strip()}"), which is no part of the text. '
            "Remove that block and begin with the title."
        )
    if heading := _ATX.fullmatch(line):
        title = heading["text"] or ""
    else:
        title = line
        if lines[below:] and _SETEXT.fullmatch(lines[below]):
            below += 1
    while below < len(lines) and not lines[below]:
        below += 1
    body = "\n".join(lines[below:]).strip("\n") + "\n"
    return Draft(_plain(title.strip()), body, tuple(range(below + 1, len(lines) + 1)))


def _plain(title: str) -> str:
    """Return a title without the marks of emphasis; raise :class:`Unusable` for other markup."""
    words = []
    for token in MarkdownIt("commonmark").parseInline(title)[0].children or []:
        if token.type == "text":
            words.append(token.content)
        elif token.type not in ("em_open", "em_close", "strong_open", "strong_close"):
            raise Unusable(
                "its title holds a link, a picture, code or HTML. Write the title in plain words."
            )
    return "".join(words)
