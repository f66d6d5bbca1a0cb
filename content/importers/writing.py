"""Blocks of words to the house's Markdown, so that every word of them reads as it stood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it import MarkdownIt

from content.importers import text as plain_text
from content.importers.characters import visible
from content.reading import SOURCES_HEADINGS

_WHITE = re.compile(r"[^\S\n\u00a0\u2009\u202f]+")
_MARKDOWN = MarkdownIt("commonmark").disable("reference")


@dataclass(slots=True)
class Piece:
    """Words that are written alike. ``href`` is the address where they are a link."""

    words: str
    strong: bool
    em: bool
    href: str
    place: int


@dataclass(slots=True)
class Block:
    """A block of the draft. ``number`` is an item's in a numbered list."""

    kind: str
    place: int
    pieces: list[Piece]
    number: int | None = None
    level: int = 2
    """Of a heading; the kiosk has one level, and the first of all of them is the title."""

    def words(self) -> str:
        """Return the block's plain words, on one line."""
        return " ".join("".join(piece.words for piece in self.pieces).split())


def lines_of(
    blocks: list[Block], language: str, *, tell: Callable[[str, str, int], None]
) -> list[tuple[str, int]]:
    """Return the lines of the body, each with the place that it comes from.

    ``tell(what, words, place)`` is told of links whose words alone come in.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    last = headings[-1] if headings else len(blocks)
    sources = last < len(blocks) and blocks[last].words().casefold() == SOURCES_HEADINGS.get(
        language
    )
    lines: list[tuple[str, int]] = []
    mark, count, before = ".", 0, ""
    for index, block in enumerate(blocks):
        in_sources = sources and index > last
        kind = block.kind
        if in_sources and kind == "paragraph":
            kind = "list_item"
        written = _written(tell, block, links=in_sources)
        close = kind == "list_item" and before == "list_item"
        if kind == "list_item" and block.number is not None:
            if close and count and block.number != count + 1:
                mark = ")" if mark == "." else "."
            begin = f"{block.number}{mark} "
            ordered = True
        else:
            begin = {"heading": "## ", "list_item": "- ", "warning": "> "}.get(kind, "")
            ordered = False
        if close and ordered != bool(count) and kind == "list_item":
            close = False
        if before and not close:
            lines.append(("" if not (kind == before == "warning") else ">", block.place))
        count = block.number or 0 if ordered else 0
        before = kind
        for at, line in enumerate(written):
            rest = "> " if kind == "warning" else " " * len(begin) if kind == "list_item" else ""
            lines.append(((begin if at == 0 else rest) + line, block.place))
    return lines


def _written(tell: Callable[[str, str, int], None], block: Block, *, links: bool) -> list[str]:
    """Return a block's words as Markdown, a line a piece between breaks."""
    told: set[str] = set()
    for piece in block.pieces:
        if piece.href and not links and piece.href not in told:
            told.add(piece.href)
            words = "".join(one.words for one in block.pieces if one.href == piece.href)
            tell(f"a link ({visible(piece.href)}), its words taken in", words, piece.place)
    pieces = _joined(block.pieces, links=links, plain=block.kind == "heading")
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for at, words in enumerate(piece.words.split("\n")):
            if at:
                lines.append([])
            if words:
                lines[-1].append(Piece(words, piece.strong, piece.em, piece.href, piece.place))
    written = [_line(line) for line in lines]
    written = [line for line in written if line.strip()]
    if block.kind == "heading":
        return [" ".join(written).replace("#", "\\#")]
    return written


def _joined(pieces: list[Piece], *, links: bool, plain: bool) -> list[Piece]:
    """Return pieces with white space collapsed, and those that are written alike as one."""
    joined: list[Piece] = []
    for piece in pieces:
        words = _WHITE.sub(" ", piece.words)
        href = piece.href if links else ""
        strong, em = (False, False) if plain else (piece.strong, piece.em)
        alike = joined and (joined[-1].strong, joined[-1].em, joined[-1].href) == (strong, em, href)
        if alike or (joined and not words.strip() and "\n" not in words):
            joined[-1].words += words
        else:
            joined.append(Piece(words, strong, em, href, piece.place))
    for piece in joined:
        piece.words = re.sub(" +", " ", piece.words)
    return joined


def _line(pieces: list[Piece]) -> str:
    """Return a line as Markdown; its emphasis is left out where it would not read as emphasis."""
    wanted = " ".join("".join(piece.words for piece in pieces).split())
    for emphasised in (True, False):
        written = "".join(
            _marked(piece, pieces[index - 1 : index], pieces[index + 1 : index + 2], emphasised)
            for index, piece in enumerate(pieces)
        )
        written = plain_text.at_line_start(" ".join(written.split(" ")).strip())
        if not emphasised or _reads(written) == wanted:
            break
    return written


def _marked(piece: Piece, before: list[Piece], after: list[Piece], emphasised: bool) -> str:
    core = piece.words.strip()
    if not core:
        return piece.words
    lead = piece.words[: len(piece.words) - len(piece.words.lstrip())]
    trail = piece.words[len(piece.words.rstrip()) :]
    written = plain_text.within_line(core)
    left = before[0].words[-1:] if before and not lead else ""
    right = after[0].words[:1] if after and not trail else ""
    mark = "*" * (2 * piece.strong + piece.em)
    # Within a word a mark could change what is read, and within a number it is refused.
    if emphasised and mark and not left.isalnum() and not right.isalnum():
        written = f"{mark}{written}{mark}"
    if piece.href:
        href = re.sub(r"[<>()\s\\]", _percent, piece.href)
        written = f"[{written}]({href})"
    return lead + written + trail


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _reads(written: str) -> str:
    inline = _MARKDOWN.parseInline(written)[0].children or []
    return " ".join("".join(one.content for one in inline if one.type == "text").split())
