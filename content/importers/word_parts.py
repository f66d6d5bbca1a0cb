"""A Word document's XML: its paragraphs counted, its lists numbered, what cannot be said taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from xml.etree import ElementTree as ET

from content.importers.base import Dropped, Unusable
from content.importers.characters import visible
from content.importers.word_lists import Lists
from content.importers.word_xml import (
    Style,
    W,
    is_on,
    notes_of,
    parsed,
    pictures_of,
    styles_of,
    text_of,
)

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
        self.styles = styles_of(parsed("word/styles.xml", styles)) if styles else {}
        numbering = parts.get("word/numbering.xml")
        self.lists = Lists(parsed("word/numbering.xml", numbering) if numbering else None)
        self.notes = {
            kind: notes_of(parsed(name, parts[name]))
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
                words = text_of(parsed(name, self.parts[name]))
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
        self._drop("a reading aid above a word, left out", text_of(child.find(f"{W}rt")))
        return self._inner(child.find(f"{W}rubyBase"))

    def _note(self, child: ET.Element) -> list[ET.Element]:
        kind, said = _NOTES[child.tag.removeprefix(W)]
        words = self.notes.get(kind, {}).get(child.get(f"{W}id", ""), "")
        self._drop(f"a {said}, left out", words)
        return []

    def _row(self, child: ET.Element) -> list[ET.Element]:
        if child.find(f"{W}trPr/{W}del") is not None:
            self._drop("a deleted row (a tracked change), left out", text_of(child))
            return []
        self._children(child)
        return [child]

    def _break(self, child: ET.Element) -> list[ET.Element]:
        child.tag = f"{W}br"
        child.attrib.clear()
        return [child]

    def _inserted(self, child: ET.Element) -> list[ET.Element]:
        if words := text_of(child).strip():
            self._drop("inserted text (a tracked change), taken in", words)
        self._children(child)
        return [child]

    def _paragraph(self, child: ET.Element) -> list[ET.Element]:
        if text_of(child).strip() or any(pictures_of(child)):
            self.paragraph += 1
        properties = child.find(f"{W}pPr")
        style = self._style(properties, "pStyle")
        number = self.lists.number(properties, style.lists if style else None)
        if style and style.hidden:
            self._drop("hidden text, left out", text_of(child))
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
        if text_of(child).strip():
            told = f"n{number[0]}" if number else ""
            mark = ET.Element(f"{W}bookmarkStart")
            mark.set(f"{W}id", str(self.paragraph))
            mark.set(f"{W}name", f"{self.token}-{self.paragraph}{told}")
            child.insert(1 if properties is not None else 0, mark)
        return [child]

    def _run(self, child: ET.Element) -> list[ET.Element]:
        properties = child.find(f"{W}rPr")
        style = self._style(properties, "rStyle")
        words = text_of(child)
        if is_on(properties, "vanish") or (
            style and style.hidden and is_on(properties, "vanish") is None
        ):
            if words.strip():
                self._drop("hidden text, left out", words)
            return []
        if is_on(properties, "strike") or is_on(properties, "dstrike"):
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
            self._drop("a table of contents, left out", text_of(child))
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
        pictures = list(pictures_of(child))
        if boxes:
            self._drop("a text box, left out", " ".join(map(text_of, boxes[:1])), self.paragraph)
        for described in pictures:
            self.pictures += 1
            self._drop(
                f"picture {self.pictures}, left out. Bring it in by itself and give it a description",
                described,
            )
        if boxes or pictures:
            return
        words = text_of(child)
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
