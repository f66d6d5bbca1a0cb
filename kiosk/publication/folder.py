"""The folder itself: where it is, who may change it now, and how a file in it is replaced."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """Return the publication folder."""
    return Path(settings.PLAINVOICE_PUBLICATION)


@contextmanager
def locked() -> Iterator[Path]:
    """Hold the folder for one process at a time; make it where it is not there."""
    root = folder()
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield root


def put(target: Path, data: bytes) -> bool:
    """Replace a file as a whole; return whether its bytes have changed."""
    try:
        if target.read_bytes() == data:
            return False
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def drop(target: Path) -> bool:
    """Remove a file or a whole folder; return whether there was anything to remove."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
        return True
    try:
        target.unlink()
    except FileNotFoundError:
        return False
    return True
