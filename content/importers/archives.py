"""Zip archives, checked before and while anything of them is opened.

What is read is what the archive's table of contents says, and the two copies of it that a zip has
(one in front of each member, one at the end) must agree: readers differ in which they believe.
"""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from content.importers.base import Unusable
from content.importers.characters import visible

MAGIC = b"PK\x03\x04"
LONGEST_NAME = 255
"""In characters, of a member's name with its folders."""
LARGEST_RATIO = 200
"""Of what comes out to what goes in; text is packed to about a fifth. Below ``SMALL`` bytes even
honest files of blanks have more."""
SMALL = 256 * 1024

_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_SIZES_BEHIND = 0x8
_UTF8_NAME = 0x800
_PACK_AGAIN = "Make the zip again with your computer's own tool."


@dataclass(frozen=True, slots=True)
class Caps:
    """How much an archive may hold; sizes in bytes of what is unpacked."""

    members: int
    member: int
    total: int


def members(data: bytes, caps: Caps) -> dict[str, zipfile.ZipInfo]:
    """Return an archive's files by name, in its order, without folders; nothing is unpacked.

    Raises :class:`Unusable` for anything that a zip of articles does not need.
    """
    if not data.startswith(MAGIC):
        raise Unusable(f"it is not a zip, whatever its name says. {_PACK_AGAIN}")
    # Asked before the table is read, since reading it makes an object of every entry.
    if data.count(b"PK\x01\x02") > caps.members * 2:
        raise _too_many(caps)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries, start = archive.infolist(), archive.start_dir
    except Exception as error:
        # Among them what a lying table makes the module raise: struct.error, OverflowError.
        raise Unusable(
            f"it is damaged: its table of contents is not whole. {_PACK_AGAIN}"
        ) from error
    if len(entries) > caps.members:
        raise _too_many(caps)
    _check_sizes(entries, caps)
    found: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry)
        key = unicodedata.normalize("NFC", entry.filename).casefold().rstrip("/")
        if key in seen:
            raise Unusable(f"it holds “{visible(entry.filename)}” twice. {_PACK_AGAIN}")
        seen.add(key)
        if not entry.is_dir():
            found[entry.filename] = entry
        elif entry.file_size:
            raise Unusable(f"its folder “{visible(entry.filename)}” holds bytes. {_PACK_AGAIN}")
    _check_layout(data, entries, start)
    return found


def content(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes; never more are unpacked than the archive says that it has.

    Raises :class:`Unusable` where it says less than there is, or the bytes are damaged.
    """
    begin = _begin(data, entry)
    packed = data[begin : begin + entry.compress_size]
    name = visible(entry.filename)
    if entry.compress_type == zipfile.ZIP_STORED:
        plain, whole = packed, len(packed) == entry.compress_size
    else:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            plain = unpacking.decompress(packed, entry.file_size + 1)
        except zlib.error as error:
            raise Unusable(f"its part “{name}” is damaged. {_PACK_AGAIN}") from error
        if len(plain) > entry.file_size:
            raise Unusable(
                f"its part “{name}” unpacks to more than the {entry.file_size:,} bytes that it "
                f"says. Nothing of it is read. {_PACK_AGAIN}"
            )
        whole = unpacking.eof and not unpacking.unused_data
    if not whole or len(plain) != entry.file_size or zlib.crc32(plain) != entry.CRC:
        raise Unusable(f"its part “{name}” is damaged: its checksum is another. {_PACK_AGAIN}")
    return plain


def _check_sizes(entries: list[zipfile.ZipInfo], caps: Caps) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > caps.total:
        raise Unusable(
            f"unpacked it has {total / 1024 / 1024:,.0f} MiB, and at most "
            f"{caps.total // 1024 // 1024} MiB are read. Make several of it."
        )
    for entry in entries:
        size, packed = entry.file_size, max(1, entry.compress_size)
        if size > caps.member:
            raise Unusable(
                f"its part “{visible(entry.filename)}” has {size / 1024 / 1024:,.0f} MiB unpacked, "
                f"and at most {caps.member // 1024 // 1024} MiB are read of one."
            )
        if size > SMALL and size / packed > LARGEST_RATIO:
            raise Unusable(
                f"its part “{visible(entry.filename)}” unpacks to {size // packed} times its size, "
                "as no text does. Nothing of it is read."
            )


def _check_entry(entry: zipfile.ZipInfo) -> None:
    # What the module makes of a name (cut at a NUL, slashes turned) is not what stands there.
    name, shown = entry.orig_filename, visible(entry.orig_filename)
    if why := _wrong_name(name, utf8=bool(entry.flag_bits & _UTF8_NAME)):
        raise Unusable(f"its part “{shown}” has a name {why}. Nothing of it is read.")
    if entry.flag_bits & _ENCRYPTED:
        raise Unusable(f"it is encrypted (“{shown}”). Save it without a password.")
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Unusable(f"its part “{shown}” is a link or a device, not a file. {_PACK_AGAIN}")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unusable(f"its part “{shown}” is packed in an unusual way. {_PACK_AGAIN}")


def _wrong_name(name: str, *, utf8: bool) -> str:
    """Return what is wrong with a member's name, or nothing."""
    parts = name.removesuffix("/").split("/")
    wrong = (
        ("\x00" in name, "with a NUL in it"),
        (
            not utf8 and not name.isascii(),
            "that is not UTF-8: rename it, or make the zip with another program",
        ),
        (
            name.startswith("/") or name[1:2] == ":",
            "that leads out of the archive, since it begins at the root of a disk",
        ),
        ("\\" in name, "with a backslash in it"),
        (
            not {"..", ".", ""}.isdisjoint(parts),
            "that leads out of the archive, with “..” or an empty folder in it",
        ),
        (len(name) > LONGEST_NAME, f"of more than {LONGEST_NAME} characters"),
        (
            any(unicodedata.category(c)[0] == "C" for c in name),
            "with a sign in it that nobody sees",
        ),
    )
    return next((why for found, why in wrong if found), "")


def _check_layout(data: bytes, entries: list[zipfile.ZipInfo], table: int) -> None:
    """Refuse members that lie in each other, and those whose own header says something else."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [entry.header_offset for entry in ordered[1:]] + [table]
    for entry, end in zip(ordered, ends, strict=True):
        if _begin(data, entry) + entry.compress_size > end:
            raise Unusable(
                f"its parts overlap (“{visible(entry.filename)}”), as in a bomb. "
                "Nothing of it is read."
            )


def _begin(data: bytes, entry: zipfile.ZipInfo) -> int:
    """Return where a member's bytes begin; its own header must say what the table says."""
    at = entry.header_offset
    header = data[at : at + _LOCAL.size] if at >= 0 else b""
    if len(header) == _LOCAL.size:
        magic, _, flags, kind, _, _, crc, packed, size, name_length, extra = _LOCAL.unpack(header)
        begin: int = at + _LOCAL.size + name_length + extra
        name = data[at + _LOCAL.size : at + _LOCAL.size + name_length]
        encoded = entry.orig_filename.encode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
        sizes = (crc, packed, size)
        told = sizes == (entry.CRC, entry.compress_size, entry.file_size)
        later = flags & _SIZES_BEHIND and (sizes == (0, 0, 0) or sizes[1:] == (0, 0))
        if (
            magic == MAGIC
            and flags == entry.flag_bits
            and kind == entry.compress_type
            and name == encoded
            and (told or later)
            and begin + entry.compress_size <= len(data)
        ):
            return begin
    raise Unusable(
        f"its part “{visible(entry.filename)}” says one thing of itself and another in the table "
        f"of contents. Nothing of it is read. {_PACK_AGAIN}"
    )


def _too_many(caps: Caps) -> Unusable:
    return Unusable(f"it holds more than {caps.members} files. Make several of it.")
