"""A copy of the publication for another server of files, or to carry away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.publication.addresses import SCREENS
from kiosk.publication.folder import folder, locked, put

_OURS = re.compile(
    r"manifest\.json|(?:[a-z]{2}/)?(?:(?:" + "|".join(SCREENS) + r"|t/[-\w]+)/)?index\.html"
    r"|a/[-\w]+/(?:index\.html|article\.json|audio\.opus|manifest\.json|search\.json|gone|refused)"
    r"|prompts/[-a-zA-Z0-9]+(?:\.[a-z]+)?\.json"
    r"|search/[a-z]{2,8}\.json"
    r"|clips/[0-9a-f]{64}\.(?:opus|wav)|images/[0-9a-f]{64}\.(?:png|jpg)"
)


class NotOurs(Exception):
    """A folder that holds other things than a publication; the message names it."""


def copy_to(target: Path) -> int:
    """Copy the publication to another folder and return the number of its files.

    Pages go last, and what is no longer published is removed, so that a server of that folder
    never shows a page without its clips. What is not a publication's own stays untouched. Raises
    :class:`NotOurs` for a folder that holds something, and no publication.
    """
    if target.is_dir() and any(target.iterdir()) and not (target / "manifest.json").is_file():
        raise NotOurs(
            f"{target} holds other files and no publication. Name an empty folder, or a new one."
        )
    root = folder()
    while True:
        before = _version(root)
        names = sorted(_names(root), key=lambda name: (name.endswith((".html", ".json")), name))
        # Nobody waits for a slow disk: the folder is locked only to see whether it has changed.
        copied = all(_copied(root / name, target / name) for name in names)
        with locked():
            if copied and _version(root) == before and set(_names(root)) == set(names):
                break
    for name in set(_names(target)) - set(names):
        (target / name).unlink()
    return len(names)


def _copied(source: Path, target: Path) -> bool:
    """Copy a file; return False where it has been withdrawn meanwhile."""
    try:
        data = source.read_bytes()
    except FileNotFoundError:
        return False
    put(target, data)
    return True


def _version(root: Path) -> bytes:
    return (root / "manifest.json").read_bytes()


def _names(root: Path) -> Iterator[str]:
    """Yield the files of a publication, relative to its folder."""
    for file in root.rglob("*"):
        name = file.relative_to(root).as_posix()
        if file.is_file() and _OURS.fullmatch(name):
            yield name
