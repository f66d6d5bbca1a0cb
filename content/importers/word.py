"""Word to a draft: what a voice cannot say is taken out of the document and told; mammoth reads the rest."""

from __future__ import annotations

import secrets
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import mammoth

from content.importers import carry, guards
from content.importers.base import Draft, Unusable
from content.importers.nodes import clean_tree
from content.importers.word_parts import Document
from content.importers.word_xml import R, W

_PARTS = (
    *("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"),
    *("word/numbering.xml", "word/_rels/document.xml.rels"),
)

_TITLES = ("Title", "title", "Titel", "Título")
_WARNINGS = ("Quote", "Intense Quote", "Quotations", "Warning", "Caution", "Block Text")
_STYLES = "\n".join(
    [
        *(f"p[style-name='{name}'] => h1:fresh" for name in _TITLES),
        *(f"p[style-name='heading {level}'] => h6:fresh" for level in (7, 8, 9)),
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in _WARNINGS),
        "strike => s",
        "r[style-name='Emphasis'] => em",
    ]
)


def draft_of(data: bytes, language: str) -> Draft:
    """Return a document's words as a draft: its title, or else its first words, is the title.

    Raises :class:`Unusable` with what is wrong with the file, and the remedy.
    """
    parts = guards.word_parts(data)
    # Random, so that no bookmark of the document is taken for a place.
    token = f"t{secrets.token_hex(8)}"
    document = Document(parts, token)
    wanted = document.clean()
    html = mammoth.convert_to_html(
        BytesIO(_rebuilt(parts, document.root)),
        style_map=_STYLES,
        include_embedded_style_map=False,
        id_prefix="",
    ).value
    tree = clean_tree(html, token)
    if _letters(tree.text()) != _letters(wanted):
        raise Unusable(
            "some of its words would be lost. Copy its text into a new document without anything "
            "special, and save that as .docx."
        )
    return carry.draft_of(tree, language, unit="paragraph", dropped=document.dropped)


def _letters(words: str) -> str:
    """Return words without what white space, soft hyphens and marks of lists make of them."""
    return "".join(words.replace("\u00ad", "").split())


def _rebuilt(parts: dict[str, bytes], root: ET.Element) -> bytes:
    """Return a .docx of nothing but what mammoth needs."""
    ET.register_namespace("w", W[1:-1])
    ET.register_namespace("r", R[1:-1])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in _PARTS:
            if name == "word/document.xml":
                archive.writestr(name, ET.tostring(root, "utf-8", xml_declaration=True))
            elif name in parts:
                archive.writestr(name, parts[name])
    return buffer.getvalue()
