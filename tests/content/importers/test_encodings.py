"""Encodings: what is certainly text is read, everything else is refused with a remedy."""

import codecs
import unicodedata

import pytest

from content.importers.base import Unusable
from content.importers.encodings import decode

TEXT = "Café – “naïve”, 10 µg"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        unicodedata.normalize("NFD", TEXT).replace("μ", "µ").encode(),
        TEXT.encode() + b"\x1a",
    ],
    ids=["utf-8", "utf-8 bom", "utf-16-le", "utf-16-be", "nfd", "dos end mark"],
)
def test_one_text_is_the_same_in_every_encoding(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize("encoding", ["windows-1252", "latin-1", "mac-roman", "cp1251", "cp437"])
def test_no_older_encoding_is_guessed(encoding: str) -> None:
    words = "Приём" if encoding == "cp1251" else "déjà vu"
    with pytest.raises(
        Unusable, match=r"line 2 is not UTF-8 \(byte \d+ is [0-9A-F]{2}\)"
    ) as refused:
        decode(f"one\n{words}".encode(encoding))
    assert "save it again in UTF-8" in str(refused.value)


@pytest.mark.parametrize(
    "data",
    [
        b"\xed\xa0\x80",
        b"\xed\xa0\xbd\xed\xb8\x80",
        b"\xc0\xaf",
        b"\xe0\x80\xaf",
        b"\xf4\x90\x80\x80",
    ],
    ids=["lone surrogate", "cesu-8", "overlong slash", "longer overlong slash", "beyond unicode"],
)
def test_what_only_looks_like_utf_8_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable, match="line 1 is not UTF-8"):
        decode(b"Take " + data)


def test_soft_hyphens_are_taken_out_since_they_part_words_that_look_whole() -> None:
    assert decode("clona\u00adzepam".encode()) == "clonazepam"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\x0b", "\x0c"])
def test_every_line_end_is_one(end: str) -> None:
    assert decode(f"one{end}two".encode()) == "one\ntwo"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"text\x00more", "NUL"),
        ("text".encode("utf-16-le"), "NUL"),
        (codecs.BOM_UTF16_LE + "a\x00b".encode("utf-16-le"), r"U\+0000"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "UTF-16, but byte"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "UTF-16, but byte"),
        (codecs.BOM_UTF32_LE + "text".encode("utf-32-le"), "UTF-32"),
        (b"\x89PNG\r\n\x1a\n\x81", "line 1 is not UTF-8"),
        (b"PK\x03\x04", r"line 1 holds a control character \(U\+0003\)"),
        (b"one\ntwo \x1b[31m", r"line 2 holds a control character \(U\+001B\)"),
        ("one\n\x9d".encode("latin-1"), "line 2 is not UTF-8"),
        ("C1 \x90".encode(), r"U\+0090"),
        ("Café, naïve, déjà".encode() + b"\xe9", "line 1 is not UTF-8"),
        ("日本語".encode("shift-jis") + b"\x81", "line 1 is not UTF-8"),
    ],
)
def test_what_is_not_certainly_text_is_refused_with_the_remedy(data: bytes, why: str) -> None:
    with pytest.raises(Unusable, match=why) as refused:
        decode(data)
    assert "UTF-8" in str(refused.value)


def test_ligatures_become_letters_and_nothing_else_is_taken_apart() -> None:
    assert decode("eﬀect ﬁve ﬂu suﬃcient waﬄe ﬅop ﬆop".encode()) == (
        "effect five flu sufficient waffle stop stop"
    )
    assert decode("10² ½ ㎎ ﬓ Œ".encode()) == "10² ½ ㎎ ﬓ Œ"
