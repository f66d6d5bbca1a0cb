"""Stored pictures: named by the digest of their bytes, kept for ever, found by how a text names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from content import stored
from content.models import StoredImage

FORMS = ("png", "jpg")
Damaged = stored.Damaged
"""A picture's bytes are gone or not those that were approved; the message names it."""


def store() -> Path:
    """Return the folder of the stored pictures."""
    return Path(settings.DATA) / "images"


def path(digest: str, form: str) -> Path:
    """Return where the picture of a digest stands; ``form`` is ``png`` or ``jpg``."""
    if form not in FORMS:
        raise ValueError(f"no picture can be called {digest}.{form}")
    return stored.place(store(), digest, form, "picture")


def read(digest: str, form: str) -> bytes:
    """Return a picture's bytes; raise :class:`Damaged` unless they are those of the digest."""
    return stored.read(path(digest, form), "picture")


def write(data: bytes, digest: str, form: str) -> None:
    """Store a picture's bytes. What stands there already is left as it is."""
    stored.write(path(digest, form), data)


def damaged(kept: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a sentence for every one of these pictures, given by digest and form, whose bytes are
    gone or have changed.
    """
    for digest, form in kept:
        try:
            read(digest, form)
        except Damaged as error:
            yield str(error)


def sweep() -> int:
    """Drop what writers left that died in the middle of a picture: :func:`content.stored.sweep`."""
    return stored.sweep(store())


def find(name: str) -> StoredImage | None:
    """Return the picture that a text means by a name, which is hexadecimal digits in small letters."""
    if not StoredImage.SHORT <= len(name) <= 64:
        return None
    return StoredImage.objects.filter(digest__startswith=name).first()
