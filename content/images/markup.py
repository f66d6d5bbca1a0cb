"""How a text names a picture: ``![What it shows.](image:NAME)`` in a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MOST_SENTENCES = 3
"""In a description. What else a picture tells belongs into the text, where everybody reads it."""
ADDRESS = re.compile(r"image:([0-9a-f]{16,64})")
HOW = "![What it shows.](image:NAME)"
_PICTURE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\]\(image:([0-9a-f]{16,64})\)", re.DOTALL)
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|webp|gif|heic|svg)\W*", re.IGNORECASE)
_MARKS = re.compile(r"([\\`*_\[\]<>&!])")


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture as a text shows it: ``form`` is ``png`` or ``jpg``, the sizes are pixels."""

    digest: str
    form: str
    width: int
    height: int

    def to_json(self) -> dict[str, Any]:
        """Return it as a rendition keeps it."""
        return {
            "digest": self.digest,
            "form": self.form,
            "width": self.width,
            "height": self.height,
        }


def line_for(name: str, description: str) -> str:
    """Return the line that shows a picture, for a description in plain words."""
    words = _MARKS.sub(r"\\\1", " ".join(description.split()))
    return f"![{words}](image:{name})"


def with_line(body: str, line: str, sources: str) -> str:
    """Return a text with a picture's line in a paragraph of its own at its end, before the last
    section where that is the sources (``sources`` is their heading, in small letters).
    """
    heading = re.compile(rf"^ {{0,3}}#{{1,6}}[ \t]+{re.escape(sources)}[ \t#]*$", re.I | re.M)
    last = None
    for last in heading.finditer(body):  # noqa: B007 - the last one counts
        pass
    end = last.start() if last else len(body)
    before, behind = body[:end].rstrip(), body[end:].strip()
    return "\n\n".join(part for part in (before, line, behind) if part) + "\n"


def named_in(body: str) -> Iterator[tuple[str, str]]:
    """Yield ``(name, description)`` of every picture that a text seems to show, in order.

    For lists on the desk: the text may hold what cannot be shown.
    """
    for found in _PICTURE.finditer(body):
        yield found[2], " ".join(re.sub(r"\\(.)", r"\1", found[1]).split())


def why_not(sentences: list[str]) -> str | None:
    """Return why these sentences do not describe a picture, or None where they may."""
    if not any(character.isalpha() for one in sentences for character in one):
        return (
            "a picture has no description. Say between the brackets what it shows; a picture that "
            "says nothing is left out."
        )
    if len(sentences) > MOST_SENTENCES:
        return (
            f"a picture's description has {len(sentences)} sentences. Say in at most "
            f"{MOST_SENTENCES} what it shows, and the rest in the text."
        )
    if len(sentences) == 1 and _FILE_NAME.fullmatch(sentences[0]):
        return "a file's name does not describe a picture. Say what it shows."
    return None
