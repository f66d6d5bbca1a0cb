"""Files that are named by the digest of their bytes: written whole, once, and checked when read."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
import time
from pathlib import Path

UNFINISHED = ".new-"
"""What the name of a file begins with until its bytes are whole."""
ABANDONED_S = 24 * 60 * 60
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Damaged(Exception):
    """A stored file's bytes are gone or not those of its digest; the message names it."""


def place(store: Path, digest: str, form: str, what: str) -> Path:
    """Return where the file of a digest stands; raise :class:`ValueError` for what is no digest."""
    if not _DIGEST.fullmatch(digest):
        raise ValueError(f"no {what} can be called {digest}.{form}")
    return store / digest[:2] / f"{digest}.{form}"


def read(file: Path, what: str) -> bytes:
    """Return a file's bytes; raise :class:`Damaged` unless they are those of its name."""
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        raise Damaged(f"The {what} {file.name} is gone. Restore it from a backup.") from None
    if hashlib.sha256(found).hexdigest() != file.stem:
        raise Damaged(f"The {what} {file.name} has changed. Restore it from a backup.")
    return found


def write(target: Path, data: bytes) -> None:
    """Write a file as a whole, safe from a power cut. One that is there already is left as it is."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system lets a folder be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(store: Path) -> int:
    """Drop what writers left that died in the middle of a file, and return how many files.

    Only files that never got their name go, and only after a day: no row can name them.
    """
    long_ago = time.time() - ABANDONED_S
    dropped = 0
    for left in store.glob(f"*/{UNFINISHED}*"):
        with contextlib.suppress(FileNotFoundError):
            if left.stat().st_mtime < long_ago:
                left.unlink()
                dropped += 1
    return dropped
