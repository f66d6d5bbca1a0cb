"""What a file is, told by how it begins and not by its name; and what a Word file may consist of."""

from __future__ import annotations

import codecs
import re

from content.importers import archives
from content.importers.base import Unusable
from content.importers.characters import visible

MiB = 1024 * 1024
WORD = archives.Caps(members=2000, member=16 * MiB, total=64 * MiB)

AS_DOCX = "Open it in the program that made it, and save it as .docx."
SAVE_AS = {
    ".doc": f"Word's old format is not read. {AS_DOCX}",
    ".docm": "a Word file with macros is not read. Save it as .docx, which has none.",
    ".dot": f"a template is not read. {AS_DOCX}",
    ".dotx": f"a template is not read. {AS_DOCX}",
    ".dotm": f"a template is not read. {AS_DOCX}",
    ".rtf": f"RTF is not read. {AS_DOCX}",
    ".odt": f"OpenDocument is not read. {AS_DOCX}",
    ".pages": f"a Pages file is not read. {AS_DOCX}",
    ".pdf": (
        "a PDF is not read: it holds where letters stand on paper, not which words they are. Save "
        "what it was made from as .docx."
    ),
}
"""Endings of what may well be an article -> why it is not read, and what helps."""

_BEGINNINGS = (
    (b"PK\x03\x04", "a zip or a Word file"),
    (b"PK\x05\x06", "a zip"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one with a password"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
)
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|script)\b", re.I | re.S)
_DECLARED = re.compile(r"""\ufeff?<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONSHIP = re.compile(r"<(?:[\w.-]+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"""\b(Type|Target|TargetMode)\s*=\s*("[^"]*"|'[^']*')""")
_ACTIVE = re.compile(
    r"vbaproject|vbadata|activex|/embeddings/|oleobject|/macros|\.(?:bin|exe|dll|js|vbs)$", re.I
)
_PRINTER = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
_PARTS_OF_THE_TEXT = re.compile(
    r"(?:/(?:document|afchunk)\d*\.|/[^/]*\.)(?:html?|mht|rtf|txt)$", re.I
)


def what_it_is(data: bytes) -> str:
    """Return what bytes are by how they begin, in words; nothing where they may be text."""
    for begin, name in _BEGINNINGS:
        # Two letters alone could begin a text.
        if data.startswith(begin) and (begin != b"MZ" or b"\x00" in data[:64]):
            return name
    return ""


def check_text(data: bytes) -> None:
    """Raise :class:`Unusable` where a file of text is something else by how it begins."""
    if name := what_it_is(data):
        raise Unusable(f"it is {name}, whatever its name says. Save it in the format of its name.")


def word_parts(data: bytes) -> dict[str, bytes]:
    """Return the XML parts of a .docx by name, checked: no macro, nothing embedded, no entity.

    Raises :class:`Unusable` with what is wrong and the remedy.
    """
    if not data.startswith(archives.MAGIC):
        name = what_it_is(data) or ("a web page" if _HTML.match(data[:4096]) else "something else")
        raise Unusable(f"it is {name}, not a .docx, whatever its name says. {AS_DOCX}")
    entries = archives.members(data, WORD)
    if "word/document.xml" not in entries or "[Content_Types].xml" not in entries:
        raise Unusable(f"it is a zip, not a Word file: it has no document in it. {AS_DOCX}")
    for name in entries:
        if _ACTIVE.search(f"/{name}") and not _PRINTER.search(name):
            raise Unusable(
                f"it holds a macro, a program or another file (“{visible(name)}”). Remove it in "
                "Word, or copy the text into a new document, and save that as .docx."
            )
        if _PARTS_OF_THE_TEXT.search(f"/{name}"):
            raise Unusable(
                f"it holds a document of another kind within it (“{visible(name)}”). Open it in "
                "Word and save it again as .docx."
            )
    parts = {}
    for name, entry in entries.items():
        content = archives.content(data, entry)
        if name.lower().endswith((".xml", ".rels")):
            parts[name] = content
            _check_xml(name, content)
        elif content.startswith((archives.MAGIC, b"\xd0\xcf\x11\xe0", b"MZ\x90")):
            raise Unusable(
                f"it holds another file within it (“{visible(name)}”). Remove it in Word."
            )
    _check_types(parts["[Content_Types].xml"].decode())
    for name, content in parts.items():
        if name.lower().endswith(".rels"):
            _check_relationships(content.decode())
    return parts


def _check_xml(name: str, content: bytes) -> None:
    # What programs keep beside the document is never parsed, and may be as they like it.
    beside = name.lower().startswith(("customxml/", "docprops/")) and not name.endswith(".rels")
    wide = beside and content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(
            f"its part “{visible(name)}” is not UTF-8 (byte {error.start + 1}). {AS_DOCX}"
        ) from error
    declared = _DECLARED.match(text)
    if not beside and declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise Unusable(f"its part “{visible(name)}” says that it is not UTF-8. {AS_DOCX}")
    if found := re.search(r"<!\s*(DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise Unusable(
            f"its part “{visible(name)}” defines words of its own ({found[1].upper()}), as no Word "
            "file does. Nothing of it is read."
        )


def _check_types(types: str) -> None:
    lowered = types.lower()
    if "macroenabled" in lowered or "vbaproject" in lowered:
        raise Unusable("it is a Word file with macros. Save it as .docx, which has none.")
    if _TYPES.lower() not in lowered:
        raise Unusable(f"it is not a Word document by what it says of itself. {AS_DOCX}")


def _check_relationships(relationships: str) -> None:
    for tag in _RELATIONSHIP.findall(relationships):
        of = {name: value[1:-1] for name, value in _ATTRIBUTE.findall(tag)}
        kind = of.get("Type", "").rsplit("/", 1)[-1].lower()
        if kind in ("oleobject", "package", "vbaproject", "control", "afchunk", "subdocument"):
            raise Unusable(
                f"it holds or names another file ({visible(kind)}). Copy the text into a new "
                "document, and save that as .docx."
            )
        if of.get("TargetMode", "").lower() == "external" and kind != "hyperlink":
            raise Unusable(
                f"it fetches something from elsewhere ({visible(kind)}: "
                f"“{visible(of.get('Target', ''))}”). Take that template or picture out in Word, or "
                "copy the text into a new document, and save that as .docx."
            )
