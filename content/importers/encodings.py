"""A file's bytes to clean text: decoded without guessing, with one kind of line end, in NFC."""

from __future__ import annotations

import codecs
import re
import unicodedata

from content.importers.base import Unusable

SAVE_AGAIN = "Open it in an editor and save it as plain text in UTF-8."
LOOK_AND_SAVE = "Open it where all its letters are right, and save it again in UTF-8."

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""LATIN SMALL LIGATURE FF to ST, which come with text out of PDF files, as letters. Nothing else is
taken apart: NFKC as a whole would make "10²" a hundred and two.
"""


def decode(data: bytes) -> str:
    r"""Return a file's text with ``\n`` line ends, in NFC, without ligatures or a byte order mark.

    Soft hyphens, which show nothing and part words for a lexicon, are taken out. Raises
    :class:`Unusable` for anything that is not certainly text: what is neither UTF-8 nor UTF-16 with
    a byte order mark could be in any of many older encodings, and a wrong guess puts wrong letters
    into medical words.
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
    return unicodedata.normalize("NFC", text.translate(_LIGATURES).replace("\u00ad", ""))


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
        line = data.count(b"\n", 0, error.start) + 1
        raise Unusable(
            f"line {line} is not UTF-8 (byte {error.start + 1} is {data[error.start]:02X}). It is "
            "damaged, or in an older encoding, which is not guessed: a wrong guess puts wrong "
            f"letters into words. {LOOK_AND_SAVE}"
        ) from error
