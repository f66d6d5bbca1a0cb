"""A Word document's XML: its paragraphs counted, its lists numbered, what cannot be said taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from xml.etree import ElementTree as ET

from content.importers.base import Dropped, Unusable
from content.importers.characters import visible
from content.importers.word_lists import Lists

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DEEPEST = 200
MOST_ELEMENTS = 500_000

_W = W.removesuffix("}")
_STRICT = "http://purl.oclc.org/ooxml/"
_TEXT = re.compile(r"\{[^}]*\}(?:t|delText)$")
_KEPT = {
    f"{W}{name}"
    for name in (
        *("document", "body", "p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen"),
        *("tbl", "tr", "tc", "hyperlink", "smartTag", "customXml", "ins", "moveTo"),
    )
}
_SILENT = {
    f"{W}{name}"
    for name in (
        *("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "proofErr", "tblPrEx"),
        *("lastRenderedPageBreak", "bookmarkEnd", "bookmarkStart", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd", "annotationRef", "footnoteRef", "endnoteRef"),
        *("smartTagPr", "customXmlPr", "separator", "continuationSeparator"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "sdtPr", "sdtEndPr"),
    )
}
_PROPERTIES = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")
_LEFT_OUT = {
    "del": "deleted text (a tracked change), left out",
    "moveFrom": "text at the place that it was moved from (a tracked change), left out",
    "AlternateContent": "a drawing, left out",
    "drawing": "a drawing, left out",
    "pict": "a drawing, left out",
    "object": "an embedded object, left out",
    "oMath": "a formula, left out. Write it in words",
    "oMathPara": "a formula, left out. Write it in words",
    "contentPart": "handwriting, left out",
    "pgNum": "a page number, left out",
    "ptab": "a tab, left out",
}
_NOTES = {
    "footnoteReference": ("footnotes", "footnote"),
    "endnoteReference": ("endnotes", "endnote"),
    "commentReference": ("comments", "comment"),
}
_SIGN_FONTS = re.compile("symbol|wingdings|webdings|zapf|dingbats", re.IGNORECASE)
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"?([^"\s]+)', re.IGNORECASE)


class Document:
    """One document on its way in. ``dropped`` is what was taken out of it."""

    def __init__(self, parts: dict[str, bytes], token: str) -> None:
        self.parts = parts
        self.token = token
        self.root = parsed("word/document.xml", parts["word/document.xml"])
        if self.root.tag != f"{W}document":
            raise Unusable(
                "it is saved as “Strict Open XML”, which is not read. Save it as “Word document "
                "(.docx)”."
            )
        styles = parts.get("word/styles.xml")
        self.styles = _styles(parsed("word/styles.xml", styles)) if styles else {}
        numbering = parts.get("word/numbering.xml")
        self.lists = Lists(parsed("word/numbering.xml", numbering) if numbering else None)
        self.notes = {
            kind: _notes(parsed(name, parts[name]))
            for kind, _ in _NOTES.values()
            if (name := f"word/{kind}.xml") in parts
        }
        self.dropped: list[Dropped] = []
        self.paragraph = 0
        self.pictures = 0
        self.field: list[str] = []

    def clean(self) -> str:
        """Take out what cannot be said, mark every paragraph, and return the words that stay."""
        for name in sorted(self.parts):
            if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
                words = _text(parsed(name, self.parts[name]))
                kind = "header" if "header" in name else "footer"
                if words.strip():
                    self._drop(f"the page's {kind}, left out", words, 0)
        self._children(self.root)
        return "".join(self._said(self.root))

    @staticmethod
    def _said(element: ET.Element) -> Iterator[str]:
        for piece in element.iter():
            if piece.tag == f"{W}t":
                yield piece.text or ""
            elif piece.tag == f"{W}noBreakHyphen":
                yield "\u2011"

    def _children(self, element: ET.Element) -> None:
        kept: list[ET.Element] = []
        for child in element:
            kept += self._kept(child)
        element[:] = kept

    def _kept(self, child: ET.Element) -> list[ET.Element]:
        """Return what stands in an element's place: itself, what it holds, or nothing."""
        name = child.tag.rsplit("}", 1)[-1]
        if child.tag in _SILENT:
            return [child] if name in _PROPERTIES else []
        own = {
            "sdt": self._control,
            "fldChar": self._field,
            "instrText": self._field,
            "fldSimple": self._inner,
            "sym": self._sign,
            "ruby": self._ruby,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "commentReference": self._note,
            "r": self._run,
            "p": self._paragraph,
            "tr": self._row,
            "cr": self._break,
            "br": self._break,
            "ins": self._inserted,
            "moveTo": self._inserted,
        }
        if child.tag.startswith(W) and name in own:
            return own[name](child)
        if child.tag not in _KEPT:
            # Two forms of one thing stand in AlternateContent: the first tells what it is.
            first = child[0] if name == "AlternateContent" and len(child) else child
            self._left_out(first, name)
            return []
        self._children(child)
        return [child]

    def _inner(self, child: ET.Element | None) -> list[ET.Element]:
        return [one for inner in (() if child is None else child) for one in self._kept(inner)]

    def _sign(self, child: ET.Element) -> list[ET.Element]:
        raise Unusable(
            f"{self._here()} holds a sign of the font {visible(child.get(f'{W}font', ''))} "
            f"({visible(child.get(f'{W}char', ''))}), which is no letter to a voice. Type it "
            "again, or write it in words."
        )

    def _ruby(self, child: ET.Element) -> list[ET.Element]:
        self._drop("a reading aid above a word, left out", _text(child.find(f"{W}rt")))
        return self._inner(child.find(f"{W}rubyBase"))

    def _note(self, child: ET.Element) -> list[ET.Element]:
        kind, said = _NOTES[child.tag.removeprefix(W)]
        words = self.notes.get(kind, {}).get(child.get(f"{W}id", ""), "")
        self._drop(f"a {said}, left out", words)
        return []

    def _row(self, child: ET.Element) -> list[ET.Element]:
        if child.find(f"{W}trPr/{W}del") is not None:
            self._drop("a deleted row (a tracked change), left out", _text(child))
            return []
        self._children(child)
        return [child]

    def _break(self, child: ET.Element) -> list[ET.Element]:
        child.tag = f"{W}br"
        child.attrib.clear()
        return [child]

    def _inserted(self, child: ET.Element) -> list[ET.Element]:
        if words := _text(child).strip():
            self._drop("inserted text (a tracked change), taken in", words)
        self._children(child)
        return [child]

    def _paragraph(self, child: ET.Element) -> list[ET.Element]:
        if _text(child).strip() or any(_pictures(child)):
            self.paragraph += 1
        properties = child.find(f"{W}pPr")
        style = self._style(properties, "pStyle")
        number = self.lists.number(properties, style.lists if style else None)
        if style and style.hidden:
            self._drop("hidden text, left out", _text(child))
            return []
        counted = style is not None and not style.heading and style.lists is not None
        if style and counted and properties is not None and properties.find(f"{W}numPr") is None:
            # mammoth knows a list by its paragraph, and by its style only where the list names it.
            properties.append(deepcopy(style.lists))  # type: ignore[arg-type]
        if style and style.heading and number:
            self._drop(
                "the number that Word sets before a heading, left out", number[1], self.paragraph
            )
        if number and number[2] and not (style and style.heading):
            self._drop(
                "a list counted with letters, counted with numbers now", number[1], self.paragraph
            )
        self._children(child)
        if _text(child).strip():
            told = f"n{number[0]}" if number else ""
            mark = ET.Element(f"{W}bookmarkStart")
            mark.set(f"{W}id", str(self.paragraph))
            mark.set(f"{W}name", f"{self.token}-{self.paragraph}{told}")
            child.insert(1 if properties is not None else 0, mark)
        return [child]

    def _run(self, child: ET.Element) -> list[ET.Element]:
        properties = child.find(f"{W}rPr")
        style = self._style(properties, "rStyle")
        words = _text(child)
        if _on(properties, "vanish") or (
            style and style.hidden and _on(properties, "vanish") is None
        ):
            if words.strip():
                self._drop("hidden text, left out", words)
            return []
        if _on(properties, "strike") or _on(properties, "dstrike"):
            self._drop("text that is struck out, left out", words)
            return []
        fonts = properties.find(f"{W}rFonts") if properties is not None else None
        font = next(
            (
                v
                for v in (fonts.attrib.values() if fonts is not None else ())
                if _SIGN_FONTS.search(v)
            ),
            "",
        )
        if font and words.strip():
            raise Unusable(
                f"{self._here()} holds “{visible(words)}” in the font {visible(font)}, which shows "
                "other signs than a voice would say. Type them again in another font."
            )
        self._children(child)
        return [child]

    def _control(self, child: ET.Element) -> list[ET.Element]:
        gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery is not None and gallery.get(f"{W}val") == "Table of Contents":
            self._drop("a table of contents, left out", _text(child))
            return []
        return self._inner(child.find(f"{W}sdtContent"))

    def _field(self, child: ET.Element) -> list[ET.Element]:
        """Leave a field's orders out; what it shows is text like any other."""
        if child.tag == f"{W}instrText":
            self.field.append(child.text or "")
        elif child.get(f"{W}fldCharType") in ("separate", "end") and self.field:
            order, self.field = "".join(self.field), []
            if found := _ADDRESS.match(order):
                self._drop(f"a link ({visible(found[1])}), its words taken in", "")
            elif order.strip().upper().startswith("FORM"):
                self._drop("a field of a form, left out", order.strip())
        return []

    def _left_out(self, child: ET.Element, name: str) -> None:
        said = _LEFT_OUT.get(name)
        boxes = list(child.iter(f"{W}txbxContent"))
        pictures = list(_pictures(child))
        if boxes:
            self._drop("a text box, left out", " ".join(map(_text, boxes[:1])), self.paragraph)
        for described in pictures:
            self.pictures += 1
            self._drop(
                f"picture {self.pictures}, left out. Bring it in by itself and give it a description",
                described,
            )
        if boxes or pictures:
            return
        words = _text(child)
        if said or words.strip():
            self._drop(
                said or f"something that is not read ({visible(name)}), left out",
                words,
            )

    def _style(self, properties: ET.Element | None, kind: str) -> Style | None:
        named = properties.find(f"{W}{kind}") if properties is not None else None
        return self.styles.get(named.get(f"{W}val", "")) if named is not None else None

    def _drop(self, what: str, words: str, place: int | None = None) -> None:
        place = self.paragraph if place is None else place
        self.dropped.append(Dropped(what, visible(words), place, "paragraph"))

    def _here(self) -> str:
        return f"paragraph {self.paragraph}"


class Style:
    """What of a style bears on the words: whether it hides them, heads them or counts them."""

    def __init__(self, element: ET.Element) -> None:
        named = element.find(f"{W}name")
        name = named.get(f"{W}val", "").lower() if named is not None else ""
        based = element.find(f"{W}basedOn")
        self.based_on = based.get(f"{W}val", "") if based is not None else ""
        self.heading = name.startswith("heading") or name == "title"
        self.hidden = _on(element.find(f"{W}rPr"), "vanish")
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


def _styles(root: ET.Element) -> dict[str, Style]:
    styles = {one.get(f"{W}styleId", ""): Style(one) for one in root.iter(f"{W}style")}
    for style in styles.values():
        style.inherit(styles)
    return styles


def _notes(root: ET.Element) -> dict[str, str]:
    return {one.get(f"{W}id", ""): _text(one) for one in root}


def _on(properties: ET.Element | None, name: str) -> bool | None:
    """Whether a property is set, unset, or (None) not told."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off", "none")


def _text(element: ET.Element | None) -> str:
    if element is None:
        return ""
    pieces = []
    for one in element.iter():
        if _TEXT.search(one.tag) and isinstance(one.text, str):
            pieces.append(one.text)
        elif one.tag in (f"{W}p", f"{W}tab", f"{W}br"):
            pieces.append(" ")
    return "".join(pieces)


def _pictures(element: ET.Element) -> Iterator[str]:
    """Yield the description that each picture in an element has, "" where it has none."""
    described = ""
    for one in element.iter():
        name = one.tag.rsplit("}", 1)[-1]
        if name == "docPr":
            described = one.get("descr") or one.get("title") or ""
        elif name in ("blip", "imagedata"):
            yield described
            described = ""
