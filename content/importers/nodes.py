"""A cleaned HTML document as a tree that knows where each piece of it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

from content.importers.base import Unusable

DEEPEST = 200
"""Elements within elements; real pages stay below fifty. nh3 takes seconds for thousands."""
MOST_ELEMENTS = 50_000
MOST_ATTRIBUTES = 100_000

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol p pre search section summary table tbody td tfoot th thead tr ul caption".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data dfn del em font i img ins kbd label mark q "  # noqa: SIM905
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
NOT_READ = {
    "script": "a script",
    "style": "a style sheet",
    "iframe": "a page within the page",
    "object": "an embedded file",
    "applet": "a program",
    "noscript": "what is shown where scripts are off",
    "template": "a template of a script",
    "textarea": "a field of a form",
    "select": "a choice of a form",
    "button": "a button",
    "svg": "a drawing",
    "math": "a formula",
    "video": "a film",
    "audio": "a sound",
    "canvas": "a drawing of a script",
}
"""Elements that go with everything in them, and what each is in words."""


@dataclass(slots=True)
class Node:
    """An element. ``marks`` are letters: h hidden, w a warning; ``place`` its line or paragraph."""

    tag: str
    place: int
    attributes: dict[str, str] = field(default_factory=dict)
    marks: str = ""
    children: list[Node | str] = field(default_factory=list)

    def text(self) -> str:
        """Return all words in it, blocks parted by blanks."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        apart = " " if self.tag in BLOCKS or self.tag == "br" else ""
        yield apart
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._pieces()
        yield apart

    def find(self, tag: str) -> Iterator[Node]:
        """Yield every element of a kind below this one."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag == tag:
                    yield child
                yield from child.find(tag)


def clean_tree(html: str, token: str) -> Node:
    """Return HTML as a tree, without anything that acts, loads or hides.

    Elements that tell where they stand do so by an attribute ``data-`` + ``token``: a number, and
    marks behind it; a link's ``id`` of ``token``, a dash and such a value tells it for its block.
    """
    where = f"data-{token}"
    cleaned = nh3.clean(
        html,
        tags=set(BLOCKS | INLINE),
        clean_content_tags={*NOT_READ, "title", "noembed"},
        attributes={
            "*": {where},
            "a": {"href", "id"},
            "img": {"alt", "src"},
            "ol": {"start", "reversed", "type"},
            "li": {"value"},
        },
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    builder = _Builder(where, token)
    builder.feed(cleaned)
    builder.close()
    if token in builder.root.text():
        raise Unusable("its HTML is broken. Save it again in the program that made it.")
    return builder.root


class _Builder(HTMLParser):
    """Builds the tree of what nh3 wrote, which is whole: every element is closed in its order."""

    def __init__(self, where: str, token: str) -> None:
        super().__init__(convert_charrefs=True)
        self.where, self.token = where, token
        self.root = Node("body", 0)
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        place, marks = _place(attributes.pop(self.where, ""))
        if attributes.get("id", "").startswith(f"{self.token}-"):
            place, marks = _place(attributes["id"].removeprefix(f"{self.token}-"))
            self._tell_block(place, marks)
        node = Node(tag, place or self.open[-1].place, attributes, marks)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def _tell_block(self, place: int, marks: str) -> None:
        """Give what a mark at a block's start tells to the block, and to what begins with it."""
        told = False
        for node in reversed(self.open[1:]):
            if not told or not node.place:
                node.place = place
            if node.tag in BLOCKS and not told:
                node.marks += marks
                told = True

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def _place(value: str) -> tuple[int, str]:
    told = re.match(r"([0-9]{1,9})(.*)", value)
    return (int(told[1]), told[2]) if told else (0, "")
