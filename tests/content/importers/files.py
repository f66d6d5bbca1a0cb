"""Word files and zips for tests, made by code: as little of them as a reader needs."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (
        ("Title", "Title"),
        ("Heading1", "heading 1"),
        ("Heading2", "heading 2"),
        ("Quote", "Quote"),
        ("ListParagraph", "List Paragraph"),
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def run(words: str, look: str = "") -> str:
    """Return a run of a Word document; ``look`` is the XML of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", item: int = 0, level: int = 0) -> str:
    """Return a paragraph; ``item`` 1 counts it in a list, 2 gives it a bullet."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{item}"/></w:numPr>' if item else ""
    )
    written = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{written}</w:p>"


def relationships(*rows: tuple[str, str, str, bool]) -> str:
    """Return a part of relationships of (id, kind, target, external)."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if external else "/>")
        for key, kind, target, external in rows
    )
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{schema}">{inner}</Relationships>'


def docx(
    body: str = "",
    *,
    links: tuple[tuple[str, str, str, bool], ...] = (),
    types: str = MAIN,
    prologue: str = "",
    **parts: bytes | str,
) -> bytes:
    """Return a Word file with a body; ``parts`` are further ones, "word/x.xml" as ``word__x_xml``."""
    body = body or paragraph("Sleep", style="Title") + paragraph("Rest well.")
    schema = "http://schemas.openxmlformats.org/package/2006/content-types"
    written: dict[str, bytes | str] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{schema}"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>'
        ),
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml", False)),
        "word/document.xml": (
            f'<?xml version="1.0" encoding="UTF-8"?>{prologue}'
            f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
        ),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{STYLES}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{NUMBERING}</w:numbering>',
        "word/_rels/document.xml.rels": relationships(*links),
    }
    for key, content in parts.items():
        written[key.replace("__", "/").replace("_", ".")] = content
    return zipped(written)


def notes(kind: str, *texts: str) -> str:
    """Return a part of footnotes, endnotes or comments (the name of one of them), ids from 1."""
    inner = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(words)}</w:{kind}>'
        for number, words in enumerate(texts, start=1)
    )
    return f'<w:{kind}s xmlns:w="{W}">{inner}</w:{kind}s>'


def zipped(files: dict[str, bytes | str]) -> bytes:
    """Return a zip of some files."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
