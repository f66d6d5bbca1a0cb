"""Which address each published file answers to; the folder's paths say the same."""

from __future__ import annotations

from pathlib import PurePosixPath


def clip(digest: str, form: str = "opus") -> str:
    """Return the address of a clip; ``form`` is ``opus`` or ``wav``."""
    return f"/clips/{digest}.{form}"


def image(digest: str, form: str) -> str:
    """Return the address of a picture; ``form`` is ``png`` or ``jpg``."""
    return f"/images/{digest}.{form}"


def article(slug: str) -> str:
    """Return the address of an article."""
    return f"/a/{slug}/"


def topic(slug: str) -> str:
    """Return the address of a topic."""
    return f"/t/{slug}/"


def whole_audio(slug: str) -> str:
    """Return the address of an article's one audio file."""
    return f"/a/{slug}/audio.opus"


def file_of(address: str) -> PurePosixPath:
    """Return the file, relative to the folder, that an address means."""
    path = address.lstrip("/")
    return PurePosixPath(path + "index.html" if address.endswith("/") else path)
