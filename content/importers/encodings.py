"""A file's bytes to clean text: decoded without guessing, with one kind of line end, in NFC."""

from __future__ import annotations

import codecs
import re
import unicodedata

from content.importers.base import Unusable

SAVE_AGAIN = "Open it in an editor and save it as plain text in UTF-8."

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)

_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""LATIN SMALL LIGATURE FF to ST, which come with text out of PDF files, as letters. Nothing else is
taken apart: NFKC as a whole would make "10²" a hundred and two.
"""


def decode(data: bytes) -> str:
    r"""Return a file's text with ``\n`` line ends, in NFC, without ligatures or a byte order mark.

    Raises :class:`Unusable` for anything that is not certainly text.
    """
    # A DOS end-of-file mark is the one control character that old text files really have.
    text = _decoded(data).removesuffix("\x1a").removeprefix("\ufeff")
    text = _LINE_ENDS.sub("\n", text)
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise Unusable(
            f"line {line} holds a control character (U+{ord(found[0]):04X}), which is neither "
            f"shown nor said. {SAVE_AGAIN}"
        )
    return unicodedata.normalize("NFC", text.translate(_LIGATURES))


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise Unusable(f"it is encoded in UTF-32, which is not read. {SAVE_AGAIN}")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unusable(
                f"it says that it is UTF-16, but byte {error.start + 1} is not. {SAVE_AGAIN}"
            ) from error
    if b"\x00" in data:
        raise Unusable(f"it holds NUL bytes, so it is not a text file. {SAVE_AGAIN}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, error)


def _windows_1252(data: bytes, error: UnicodeDecodeError) -> str:
    """Return text of before UTF-8; where the bytes could be damaged UTF-8, refuse instead.

    Damaged UTF-8 read as Windows-1252 would put wrong letters into medical words.
    """
    rest, whole = _UTF8_CHARACTER.subn(b"", data)
    damaged = sum(byte > 0x7F for byte in rest)
    if whole > damaged:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unusable(f"line {line} holds damaged UTF-8 (byte {error.start + 1}). {SAVE_AGAIN}")
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError as second:
        line = data.count(b"\n", 0, second.start) + 1
        raise Unusable(
            f"line {line} is neither UTF-8 nor Windows-1252 text (byte {second.start + 1}). "
            f"{SAVE_AGAIN}"
        ) from second
