"""HTML to a draft: capped, told where everything stands, cleaned, carried over."""

from __future__ import annotations

import re
import secrets
from html import unescape
from html.parser import HTMLParser

from content.importers import carry
from content.importers.base import Draft, Dropped, Unusable
from content.importers.characters import visible
from content.importers.nodes import (
    DEEPEST,
    MOST_ATTRIBUTES,
    MOST_ELEMENTS,
    NOT_READ,
    VOID,
    clean_tree,
)

_DECLARATION = re.compile(r"<!(?!--)([^>]*)>?")
_PLAIN_DOCTYPE = re.compile(r"doctype\s+html\s*", re.IGNORECASE)
_OLD = ("plaintext", "xmp", "listing", "noframes", "frameset", "frame", "noembed")
_PARTING = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option"))
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])"
    r"|left\s*:\s*-\d{3}|text-indent\s*:\s*-\d{3}",
    re.IGNORECASE,
)
_WARNING = re.compile(r"\b(?:warning|caution|danger|alert)\b", re.IGNORECASE)
_CONTROLS = {"input": "a field of a form", "embed": "an embedded file", "base": "a base address"}
_PROGRAM = re.compile(r"\s*(?:javascript|vbscript|data|file|blob)\s*:", re.IGNORECASE)
_ADDRESSES = ("href", "src", "action", "formaction", "xlink:href")
_SPACES = re.compile(r"[\x00-\x20]+")


def draft_of(html: str, language: str) -> Draft:
    """Return a page's words as a draft: its first heading, or else its name, is the title.

    Raises :class:`Unusable` for what no page of text needs.
    """
    for found in _DECLARATION.finditer(html):
        if not _PLAIN_DOCTYPE.fullmatch(found[1]) or found.start() > 1000:
            line = html.count("\n", 0, found.start()) + 1
            raise Unusable(
                f"line {line} holds a declaration (“{visible(found[0])}”). Only a plain "
                "“<!doctype html>” at the beginning is read: write that in its place."
            )
    marker = _Marker(html)
    tree = clean_tree(marker.marked(), marker.token)
    return carry.draft_of(tree, language, unit="line", name=marker.name, dropped=marker.dropped)


class _Marker(HTMLParser):
    """Writes into every start tag the line that it stands in, and tells of what is not read."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        # Random, so that a page cannot write it.
        self.token = f"t{secrets.token_hex(8)}"
        self.starts = [0, *(match.end() for match in re.finditer("\n", html))]
        self.inserts: list[tuple[int, str]] = []
        self.dropped: list[Dropped] = []
        self.name = ""
        self.stack: list[str] = []
        self.elements = self.attributes = 0
        self.within: tuple[str, int, list[str]] | None = None

    def marked(self) -> str:
        """Return the page with a ``data-`` attribute in every start tag."""
        self.feed(self.html)
        self.close()
        if self.within:
            self._leave()
        pieces: list[str] = []
        at = 0
        for place, insert in self.inserts:
            pieces += (self.html[at:place], insert)
            at = place
        return "".join((*pieces, self.html[at:]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self._count(tag, len(attrs), line)
        values = {name: value or "" for name, value in attrs}
        if self.within is None:
            self._report(tag, values, line)
        if tag in (*NOT_READ, "title") and self.within is None:
            self.within = (tag, line, [])
        hidden = "hidden" in values or _HIDING.search(values.get("style", ""))
        said = f"{values.get('class', '')} {values.get('role', '')}"
        marks = ("h" if hidden else "") + ("w" if _WARNING.search(said) else "")
        at = self.starts[line - 1] + column + 1 + len(tag)
        self.inserts.append((at, f' data-{self.token}="{line}{marks}"'))

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[0] == tag:
            self._leave()
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.within:
            self.within[2].append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(unescape(f"&#{name};"))

    def _leave(self) -> None:
        assert self.within is not None  # noqa: S101 - the callers ask
        tag, line, pieces = self.within
        self.within = None
        words = "".join(pieces)
        if tag == "title":
            self.name = self.name or " ".join(words.split())
        else:
            self.dropped.append(Dropped(f"{NOT_READ[tag]}, left out", visible(words), line))

    def _count(self, tag: str, attributes: int, line: int) -> None:
        self.elements += 1
        self.attributes += attributes
        if self.elements > MOST_ELEMENTS:
            raise Unusable(f"it has more than {MOST_ELEMENTS:,} elements. Split it.")
        if self.attributes > MOST_ATTRIBUTES or attributes > 200:
            raise Unusable(f"line {line} has more attributes than any page needs. Remove them.")
        if tag in _OLD:
            raise Unusable(f"line {line} holds <{tag}>, which is read in several ways. Remove it.")
        if tag in VOID:
            return
        if tag in _PARTING and self.stack and self.stack[-1] == tag:
            self.stack.pop()
        self.stack.append(tag)
        if len(self.stack) > DEEPEST:
            raise Unusable(
                f"line {line} is more than {DEEPEST} elements deep, as no page of text is. "
                "Copy its text into a new page."
            )

    def _report(self, tag: str, values: dict[str, str], line: int) -> None:
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self._drop("an order to go to another page, left out", values.get("content", ""), line)
        elif tag in _CONTROLS and values.get("type", "").lower() != "hidden":
            held = values.get("value") or values.get("placeholder") or values.get("src") or ""
            self._drop(f"{_CONTROLS[tag]}, left out", held, line)
        elif tag == "iframe":
            self._drop(
                "the address of a page within the page, left out", values.get("src", ""), line
            )
        for name, value in values.items():
            if name.startswith("on"):
                self._drop(f"an order to the browser ({name[:20]}), left out", value, line)
            elif name == "srcdoc" or (
                name in _ADDRESSES and _PROGRAM.match(_SPACES.sub("", unescape(value)))
            ):
                self._drop("the address of a program, left out", value, line)

    def _drop(self, what: str, words: str, line: int) -> None:
        self.dropped.append(Dropped(what, visible(words), line))
