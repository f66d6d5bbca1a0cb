"""The sentences of a review page: what is written, what is said, and what was heard of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from content import composition
from content.models import Rendition


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence as a reviewer meets it, or an announcement, which is said and not written.

    ``number`` counts what is said from 1; ``open_thread`` is the comment that is open on it, 0
    where none is.
    """

    id: str
    number: int
    digest: str
    written: str
    spoken: str
    phonemes: str
    announced: bool
    said_differently: bool
    must_be_heard: bool
    heard: bool
    open_thread: int
    picture: dict[str, Any] | None = None
    """What this sentence begins the description of: digest, form, width, height."""

    @property
    def other_words(self) -> bool:
        """Whether other words are said than are written: else only the sound is another."""
        return self.spoken != self.written


def rows_of(
    rendition: Rendition,
    *,
    must: Collection[str],
    heard: Collection[str],
    otherwise: Collection[str],
    phonemes: Mapping[str, str],
    open_threads: Mapping[str, int] | None = None,
) -> list[Row]:
    """Return all that is said of a rendition, announcements included, in the order it is read.

    ``otherwise`` is :func:`content.composition.said_otherwise`, ``phonemes`` those of each clip by
    its digest; ``open_threads`` has the open comment of a sentence by the sentence's id.
    """
    pictures = composition.pictures_of(rendition.reading)
    return [
        Row(
            id=name,
            number=number,
            digest=said["clip"]["digest"],
            written=said["text"],
            spoken=said["spoken"],
            phonemes=phonemes.get(said["clip"]["digest"], ""),
            announced="id" not in said,
            said_differently=said["clip"]["digest"] in otherwise,
            must_be_heard=said["clip"]["digest"] in must,
            heard=said["clip"]["digest"] in heard,
            open_thread=(open_threads or {}).get(name, 0),
            picture=pictures.get(name),
        )
        for number, (name, said) in enumerate(composition.said_of(rendition.reading), 1)
    ]
