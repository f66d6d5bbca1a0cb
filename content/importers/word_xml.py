"""The parts of a Word file as trees, and what is read of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from content.importers.base import Unusable
from content.importers.characters import visible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DEEPEST = 200
MOST_ELEMENTS = 500_000

_TEXT = re.compile(r"\{[^}]*\}(?:t|delText)$")


class Style:
    """What of a style bears on the words: whether it hides them, heads them or counts them."""

    def __init__(self, element: ET.Element) -> None:
        named = element.find(f"{W}name")
        name = named.get(f"{W}val", "").lower() if named is not None else ""
        based = element.find(f"{W}basedOn")
        self.based_on = based.get(f"{W}val", "") if based is not None else ""
        self.heading = name.startswith("heading") or name == "title"
        self.hidden = is_on(element.find(f"{W}rPr"), "vanish")
        self.lists = element.find(f"{W}pPr/{W}numPr")

    def inherit(self, styles: dict[str, Style]) -> None:
        """Take over what the styles that this one is based on say, and it does not."""
        base, seen = styles.get(self.based_on), {self.based_on}
        while base is not None:
            self.hidden = base.hidden if self.hidden is None else self.hidden
            self.lists = base.lists if self.lists is None else self.lists
            base = styles.get(base.based_on) if base.based_on not in seen else None
            seen.add(base.based_on if base else "")


class _Limits(ET.TreeBuilder):
    """Builds a tree that is neither deeper nor larger than a text needs."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.depth, self.count = name, 0, 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST or self.count > MOST_ELEMENTS:
            raise Unusable(
                f"its part “{visible(self.name)}” is deeper or larger than any text needs. Copy "
                "its text into a new document, and save that as .docx."
            )
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self.depth -= 1
        return super().end(tag)


def parsed(name: str, content: bytes) -> ET.Element:
    """Return a part of a document; raise :class:`Unusable` where it is damaged, deep or huge."""
    limits = _Limits(name)
    parser = ET.XMLParser(target=limits)  # noqa: S314 - guards.word_parts refuses every DOCTYPE
    try:
        parser.feed(content)
        root: ET.Element | None = parser.close()
    except (ET.ParseError, ValueError) as error:
        raise Unusable(
            f"its part “{visible(name)}” is damaged ({error}). Open it in Word and save it again."
        ) from error
    if root is None:
        raise Unusable(f"its part “{visible(name)}” is empty. Open it in Word and save it again.")
    return root


def styles_of(root: ET.Element) -> dict[str, Style]:
    """Return a document's styles by their id, each with what it takes over from others."""
    styles = {one.get(f"{W}styleId", ""): Style(one) for one in root.iter(f"{W}style")}
    for style in styles.values():
        style.inherit(styles)
    return styles


def notes_of(root: ET.Element) -> dict[str, str]:
    """Return the words of footnotes, endnotes or comments by their id."""
    return {one.get(f"{W}id", ""): text_of(one) for one in root}


def is_on(properties: ET.Element | None, name: str) -> bool | None:
    """Whether a property is set, unset, or (None) not told."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off", "none")


def text_of(element: ET.Element | None) -> str:
    """Return all words in an element, deleted ones too, paragraphs and breaks parted by blanks."""
    if element is None:
        return ""
    pieces = []
    for one in element.iter():
        if _TEXT.search(one.tag) and isinstance(one.text, str):
            pieces.append(one.text)
        elif one.tag in (f"{W}p", f"{W}tab", f"{W}br"):
            pieces.append(" ")
    return "".join(pieces)


def pictures_of(element: ET.Element) -> Iterator[str]:
    """Yield the description that each picture in an element has, "" where it has none."""
    described = ""
    for one in element.iter():
        name = one.tag.rsplit("}", 1)[-1]
        if name == "docPr":
            described = one.get("descr") or one.get("title") or ""
        elif name in ("blip", "imagedata"):
            yield described
            described = ""
