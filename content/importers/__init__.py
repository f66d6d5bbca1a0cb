"""Files to drafts. A file comes in whole and understood, or is refused by name with the reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from content.actions.draft import MAX_BODY, MAX_TITLE
from content.importers import encodings, markdown, text
from content.importers.base import Draft, ImportRefused, Unusable

__all__ = ["Draft", "ImportRefused", "find", "import_file"]

READERS: dict[str, Callable[[str], Draft]] = {".txt": text.draft_of, ".md": markdown.draft_of}
MAX_BYTES = MAX_BODY
"""A larger file is refused, and no more than this is ever read of one."""

ENDINGS = " and ".join(READERS)


def find(paths: Iterable[Path]) -> tuple[list[Path], list[ImportRefused]]:
    """Return the files to bring in, each once, and why others that were named are not among them.

    Folders are searched to the bottom in the order of their names, without what is hidden (``.``)
    and without files of other endings.
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


def import_file(path: Path) -> Draft:
    """Return a file's title and body; raise :class:`ImportRefused` where it cannot be a draft."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise _wrong_ending(path)
    try:
        draft = reader(encodings.decode(_bytes(path)))
        _check(draft)
    except Unusable as error:
        raise ImportRefused(path, str(error)) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    return draft


def _under(path: Path, seen: set[str], *, named: bool) -> Iterator[Path | ImportRefused]:
    """Yield the files at and below a path. What has been ``seen`` (loops of links) is left out."""
    try:
        mode = path.stat().st_mode
        real = os.path.realpath(path)
        below = sorted(path.iterdir()) if stat.S_ISDIR(mode) and real not in seen else []
    except FileNotFoundError:
        if named or path.suffix.lower() in READERS:
            why = "it is a link to nothing" if path.is_symlink() else "there is no such file"
            yield ImportRefused(path, f"{why}. Check the name.")
        return
    except OSError as error:
        if named or path.suffix.lower() in READERS or path.is_dir():
            yield _unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        seen.add(real)
        for child in below:
            if not child.name.startswith("."):
                yield from _under(child, seen, named=False)
    elif path.suffix.lower() not in READERS:
        if named:
            yield _wrong_ending(path)
    elif not stat.S_ISREG(mode):
        yield _not_a_file(path)
    elif not _is_utf8(path):
        yield ImportRefused(path, "its name is not UTF-8. Rename it.")
    elif real not in seen:
        seen.add(real)
        yield path


def _bytes(path: Path) -> bytes:
    # Asked before it is opened: opening a pipe would wait for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        raise _not_a_file(path)
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
        size = max(len(data), os.fstat(file.fileno()).st_size)
    if size > MAX_BYTES:
        raise Unusable(
            f"it has {size / 1024 / 1024:.1f} MiB ({size:,} bytes), and an article has at most "
            "1 MiB. Split it into several articles."
        )
    return data


def _check(draft: Draft) -> None:
    if not _has_words(draft.title + draft.body):
        raise Unusable("it is empty. Write a title in its first line, and the text below.")
    if not _has_words(draft.title):
        raise Unusable("its first line has no words. Write the title there.")
    if len(draft.title) > MAX_TITLE:
        raise Unusable(
            f"its first line, the title, has {len(draft.title)} characters, and a title has at "
            f"most {MAX_TITLE}. Write a short title in the first line."
        )
    if not _has_words(draft.body):
        raise Unusable("it has a title and no text. Write the text below the title.")


def _has_words(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _is_utf8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _wrong_ending(path: Path) -> ImportRefused:
    return ImportRefused(
        path, f"only files that end in {ENDINGS} are read. Save it as one of these."
    )


def _not_a_file(path: Path) -> ImportRefused:
    return ImportRefused(path, "it is not a file. Name a file or a folder.")


def _unreadable(path: Path, error: OSError) -> ImportRefused:
    return ImportRefused(
        path,
        f"it cannot be read ({(error.strerror or 'unknown reason').lower()}). "
        "Check that it is there, and that you may read it.",
    )
