"""A cleaned document's tree to the house's Markdown. What does not come over is told, with its place.

Every word of the document comes in once and in its order, or is among what is told. What is not
told, since it has no words: fonts, colours, sizes, underlining, alignment, comments of HTML, and
what classes and style sheets mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from content.importers.base import Draft, Dropped
from content.importers.characters import visible
from content.importers.nodes import BLOCKS, Node
from content.importers.writing import Block, Piece, lines_of

_HEADING = re.compile("h[1-6]")
_SUPER = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_SUB = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int
    step: int
    depth: int


@dataclass(slots=True)
class _Look:
    """How words are written where they stand."""

    strong: bool = False
    em: bool = False
    href: str = ""
    raised: str = ""
    kind: str = "paragraph"
    list: _List | None = None

    def but(self, **changed: object) -> _Look:
        values = {name: getattr(self, name) for name in self.__slots__}
        return _Look(**{**values, **changed})


@dataclass(slots=True)
class _Carrier:
    unit: str
    blocks: list[Block] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    item: tuple[int | None] | None = None
    pictures: int = 0
    place: int = 1

    def drop(self, what: str, words: str, place: int) -> None:
        self.dropped.append(Dropped(what, visible(words), place, self.unit))

    def flush(self, look: _Look) -> None:
        """End the block that is being written."""
        pieces, self.pieces = self.pieces, []
        if not any(piece.words.strip() for piece in pieces):
            return
        place = next(piece.place for piece in pieces if piece.words.strip())
        number = None
        kind = look.kind
        if look.list is not None and kind == "paragraph":
            kind = "list_item" if self.item is not None else "paragraph"
            number = self.item[0] if self.item is not None else None
            self.item = None
        self.blocks.append(Block(kind, place, pieces, number))

    def walk(self, node: Node, look: _Look) -> None:
        for child in node.children:
            if isinstance(child, str):
                self.write(child, look, node.place)
            elif "h" in child.marks:
                self.drop("hidden text, left out", child.text(), child.place)
            elif child.tag in BLOCKS:
                self.flush(look)
                self.block(child, look)
            else:
                self.inline(child, look)

    def write(self, words: str, look: _Look, place: int) -> None:
        if look.raised and words.strip():
            signs = words.translate(_SUPER if look.raised == "sup" else _SUB)
            if all(not c.isdigit() or c not in "0123456789" for c in signs):
                words = signs if any(c.isdigit() for c in words) else words
        words = words.replace("\u00ad", "").replace("\n", " ")
        self.pieces.append(Piece(words, look.strong, look.em, look.href, place))

    def inline(self, node: Node, look: _Look) -> None:
        tag = node.tag
        if tag == "br":
            self.pieces.append(Piece("\n", False, False, "", node.place))
        elif tag == "img":
            self.pictures += 1
            self.drop(
                f"picture {self.pictures}, left out. Bring it in by itself and give it a description",
                node.attributes.get("alt", ""),
                node.place,
            )
        elif tag in ("del", "s", "strike"):
            self.drop("text that is struck out, left out", node.text(), node.place)
        elif tag in ("rt", "rp"):
            self.drop("a reading aid above a word, left out", node.text(), node.place)
        elif tag in ("sup", "sub"):
            self._raised(node, look)
        elif tag == "a":
            self._link(node, look)
        elif tag == "q":
            self.write("“", look, node.place)
            self.walk(node, look)
            self.write("”", look, node.place)
        else:
            if tag == "ins":
                self.drop("inserted text, taken in", node.text(), node.place)
            self.walk(
                node,
                look.but(
                    strong=look.strong or tag in ("b", "strong"),
                    em=look.em or tag in ("i", "em", "cite", "dfn", "var"),
                ),
            )

    def _raised(self, node: Node, look: _Look) -> None:
        links = list(node.find("a"))
        if any(link.attributes.get("href", "#").startswith("#") for link in links):
            self.drop("the mark of a footnote, left out", node.text(), node.place)
            return
        words = node.text()
        if any(c.isdigit() for c in words) and any(c.isalpha() and c != "n" for c in words):
            self.drop("raised or lowered signs, taken in on the line", words, node.place)
            self.walk(node, look)
        else:
            self.walk(node, look.but(raised=node.tag))

    def _link(self, node: Node, look: _Look) -> None:
        href = node.attributes.get("href", "")
        web = href.lower().startswith(("http://", "https://"))
        if href and not web and not href.startswith("#"):
            self.drop(f"a link ({visible(href)}), its words taken in", node.text(), node.place)
        self.walk(node, look.but(href=href if web else look.href))

    def block(self, node: Node, look: _Look) -> None:
        tag, place = node.tag, node.place
        if tag == "nav":
            self.drop("a menu of links, left out", node.text(), place)
        elif tag == "hr":
            self.drop("a line across the page, left out", "", place)
        elif tag in ("ul", "ol", "menu", "dir"):
            self._list(node, look)
        elif tag == "table":
            self._table(node, look)
        elif _HEADING.fullmatch(tag) and look.list is None:
            first = len(self.blocks)
            self.walk(node, look.but(kind="heading", strong=False, em=False))
            self.flush(look.but(kind="heading"))
            for block in self.blocks[first:]:
                block.level = int(tag[1]) if block.kind == "heading" else 2
        elif tag == "dt":
            self._within(node, look.but(strong=True))
        elif tag == "blockquote" or "w" in node.marks:
            if tag == "blockquote":
                self.drop("a quotation, comes in as a warning", node.text(), place)
            self._within(node, look.but(kind="warning", list=None))
        elif tag == "dialog":
            self.drop("a dialog, left out", node.text(), place)
        else:
            if tag == "dl":
                self.drop("a list of terms, comes in as paragraphs", node.text(), place)
            self._within(node, look)

    def _within(self, node: Node, look: _Look) -> None:
        self.walk(node, look)
        self.flush(look)

    def _table(self, node: Node, look: _Look) -> None:
        rows = sum(1 for _ in node.find("tr"))
        self.drop(
            f"a table of {rows} row{'' if rows == 1 else 's'}, its cells come in as paragraphs, "
            "row by row. Write it as sentences",
            node.text(),
            node.place,
        )
        self._within(node, look.but(list=None, kind="paragraph"))

    def _list(self, node: Node, look: _Look) -> None:
        ordered = node.tag == "ol"
        items = [child for child in node.children if isinstance(child, Node) and child.tag == "li"]
        depth = look.list.depth + 1 if look.list else 1
        if depth > 1:
            self.drop("a list within a list, comes in as one list", node.text(), node.place)
        kind = node.attributes.get("type", "1")
        if ordered and kind not in ("1", ""):
            self.drop("a list counted with letters, counted with numbers now", "", node.place)
        backwards = "reversed" in node.attributes
        start = _whole(node.attributes.get("start", ""), len(items) if backwards else 1)
        of = _List(ordered, start, -1 if backwards else 1, depth)
        for child in node.children:
            if isinstance(child, Node) and child.tag == "li":
                told = re.search(r"n(\d{1,9})", child.marks)
                value = told[1] if told else child.attributes.get("value", "")
                of.number = _whole(value, of.number)
                self.item = (of.number if ordered else None,)
                of.number += of.step
                if "h" in child.marks:
                    self.drop("hidden text, left out", child.text(), child.place)
                    continue
                self._within(child, look.but(list=of, kind="paragraph"))
                self.item = None
            elif isinstance(child, Node):
                self.item = None
                self.walk(Node(node.tag, node.place, children=[child]), look.but(list=of))
                self.flush(look.but(list=of))
            elif child.strip():
                self.write(child, look, node.place)
                self.flush(look.but(list=None))


def draft_of(
    tree: Node,
    language: str,
    *,
    unit: str,
    name: str = "",
    dropped: list[Dropped] | None = None,
) -> Draft:
    """Return a tree's words as a draft, with what was not carried over (``dropped`` before).

    The title is the heading that the document begins with, else ``name``, else its first words.
    """
    carrier = _Carrier(unit)
    carrier.walk(tree, _Look())
    carrier.flush(_Look())
    blocks = carrier.blocks
    title = ""
    if blocks and (blocks[0].kind == "heading" or not name):
        title = blocks.pop(0).words()
        if name and name != title:
            carrier.drop("the page's name in the browser, left out", name, 0)
    else:
        title = name
    _mend_headings(carrier, blocks)
    lines = lines_of(blocks, language, tell=carrier.drop)
    everything = [*(dropped or []), *carrier.dropped]
    return Draft(
        title,
        "\n".join(line for line, _ in lines) + "\n",
        tuple(place for _, place in lines),
        unit,
        tuple(sorted(everything, key=lambda one: one.place)),
    )


def _mend_headings(carrier: _Carrier, blocks: list[Block]) -> None:
    """Make a heading with nothing under it a paragraph, since the kiosk cannot show it."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind == "heading" and (following is None or following.kind == "heading"):
            carrier.drop(
                "a heading with nothing under it, comes in as text", block.words(), block.place
            )
            block.kind = "paragraph"
            for piece in block.pieces:
                piece.strong = True


def _whole(value: str, otherwise: int) -> int:
    return int(value) if re.fullmatch("[0-9]{1,6}", value) else otherwise
