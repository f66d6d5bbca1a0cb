"""Which files there are to bring in: in folders, in zips, by name. Nothing of them is understood here."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from content.importers import archives, guards
from content.importers.base import ImportRefused, Unusable
from content.reading import MAX_BODY

MiB = 1024 * 1024
MAX_BYTES = {
    ".txt": MAX_BODY,
    ".md": MAX_BODY,
    ".html": 2 * MiB,
    ".htm": 2 * MiB,
    ".docx": 10 * MiB,
}
"""Ending of what becomes a draft -> its largest size in bytes. No more is ever read of one."""
ZIP = archives.Caps(members=500, member=10 * MiB, total=64 * MiB)
MAX_ZIP = 20 * MiB
ENDINGS = (*MAX_BYTES, ".zip")
SAID = ".txt, .md, .html, .docx and .zip"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a zip that is no article, a picture say. It is named, and nothing is wrong."""

    name: str


def find(paths: Iterable[Path]) -> tuple[list[Path], list[ImportRefused]]:
    """Return the files to bring in, each once, and why others that were named are not among them.

    Folders are searched to the bottom in the order of their names, without what is hidden (``.``)
    and without files of other endings, but for those that are likely to be articles ("a.pdf").
    A zip is one file here; :func:`expand` looks into it.
    """
    found: list[Path] = []
    refused: list[ImportRefused] = []
    seen: set[str] = set()
    for path in paths:
        for item in _under(path, seen, named=True):
            if isinstance(item, ImportRefused):
                refused.append(item)
            else:
                found.append(item)
    return found, refused


def expand(path: Path) -> Iterator[tuple[str, bytes] | LeftOut | ImportRefused]:
    """Yield name and bytes of a file, or of every file in a zip (``file.zip/folder/member``)."""
    try:
        data = bytes_of(path)
    except ImportRefused as refused:
        yield refused
        return
    yield from unpack(str(path), data)


def unpack(name: str, data: bytes) -> Iterator[tuple[str, bytes] | LeftOut | ImportRefused]:
    """Yield name and bytes of what was uploaded, or of every file in it where it is a zip.

    A zip with anything wrong in its table of contents is refused as a whole.
    """
    if Path(name).suffix.lower() != ".zip":
        yield name, data
        return
    try:
        if len(data) > MAX_ZIP:
            raise Unusable(too_large(len(data), ".zip"))
        members = archives.members(data, ZIP)
    except Unusable as error:
        yield ImportRefused(name, str(error))
        return
    for member, entry in members.items():
        parts, ending = PurePosixPath(member).parts, PurePosixPath(member).suffix.lower()
        full = f"{name}/{member}"
        if any(part.startswith(".") or part == "__MACOSX" for part in parts):
            continue
        if ending == ".zip":
            yield ImportRefused(full, "a zip within a zip is not read. Unpack it and bring it in.")
        elif ending in guards.SAVE_AS:
            yield wrong_ending(full)
        elif ending not in MAX_BYTES:
            yield LeftOut(full)
        elif entry.file_size > MAX_BYTES[ending]:
            yield ImportRefused(full, too_large(entry.file_size, ending))
        else:
            try:
                yield full, archives.content(data, entry)
            except Unusable as error:
                yield ImportRefused(full, str(error))


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes; raise :class:`ImportRefused` where it is none, or too large."""
    ending = path.suffix.lower()
    most = MAX_BYTES.get(ending, MAX_ZIP)
    try:
        # Asked before it is opened: opening a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _not_a_file(path)
        with path.open("rb") as file:
            data = file.read(most + 1)
            size = max(len(data), os.fstat(file.fileno()).st_size)
    except OSError as error:
        raise _unreadable(path, error) from error
    if size > most:
        raise ImportRefused(path, too_large(size, ending))
    return data


def too_large(size: int, ending: str) -> str:
    """Return how large a file is, how large it may be, and what helps."""
    most = MAX_BYTES.get(ending, MAX_ZIP)
    helps = {
        ".zip": "Make several of it.",
        ".docx": "Take its pictures out, and bring them in by themselves.",
    }.get(ending, "Split it into several articles.")
    what = "an article" if most == MAX_BODY else f"a {ending} file"
    return (
        f"it has {size / MiB:.1f} MiB ({size:,} bytes), and {what} has at most {most // MiB} MiB. "
        f"{helps}"
    )


def _under(path: Path, seen: set[str], *, named: bool) -> Iterator[Path | ImportRefused]:
    """Yield the files at and below a path. What has been ``seen`` (loops of links) is left out."""
    ending = path.suffix.lower()
    try:
        mode = path.stat().st_mode
        real = os.path.realpath(path)
        below = sorted(path.iterdir()) if stat.S_ISDIR(mode) and real not in seen else []
    except FileNotFoundError:
        if named or ending in ENDINGS:
            why = "it is a link to nothing" if path.is_symlink() else "there is no such file"
            yield ImportRefused(path, f"{why}. Check the name.")
        return
    except OSError as error:
        if named or ending in ENDINGS or path.is_dir():
            yield _unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        seen.add(real)
        for child in below:
            if not child.name.startswith("."):
                yield from _under(child, seen, named=False)
    elif ending not in ENDINGS:
        if named or ending in guards.SAVE_AS:
            yield wrong_ending(path)
    elif not stat.S_ISREG(mode):
        yield _not_a_file(path)
    elif not _is_utf8(path):
        yield ImportRefused(path, "its name is not UTF-8. Rename it.")
    elif real not in seen:
        seen.add(real)
        yield path


def wrong_ending(path: Path | str) -> ImportRefused:
    """Return the refusal of a file that is of no kind that is read."""
    why = guards.SAVE_AS.get(Path(path).suffix.lower())
    return ImportRefused(
        path, why or f"only files that end in {SAID} are read. Save it as one of these."
    )


def _is_utf8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _not_a_file(path: Path) -> ImportRefused:
    return ImportRefused(path, "it is not a file. Name a file or a folder.")


def _unreadable(path: Path, error: OSError) -> ImportRefused:
    return ImportRefused(
        path,
        f"it cannot be read ({(error.strerror or 'unknown reason').lower()}). "
        "Check that it is there, and that you may read it.",
    )
