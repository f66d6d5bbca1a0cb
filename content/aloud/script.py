"""What is said of a public article, clip by clip, and where in it the closing advice begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content import composition, pacing
from content.models import Article
from content.speech import clips

if TYPE_CHECKING:
    from content.pacing import Said


class NotReadable(Exception):
    """The article cannot be read aloud; the message says why."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One clip in its turn: its written text, its words and the silence behind it.

    ``words`` are ``(start_ms, offset, length)`` over ``text``; an announcement has none.
    """

    text: str
    words: tuple[tuple[int, int, int], ...]
    duration_ms: int
    pause_ms: int
    opus_digest: str
    wav_digest: str

    def opus(self) -> bytes:
        """Return the stored Ogg Opus; raise :class:`content.speech.clips.Damaged` for others."""
        return clips.read(self.opus_digest, "opus")

    def wav(self) -> bytes:
        """Return the stored WAV; raise :class:`content.speech.clips.Damaged` for other bytes."""
        return clips.read(self.wav_digest, "wav")


@dataclass(frozen=True, slots=True)
class Script:
    """A public article as it is read: ``article`` first, ``advice`` (the closing advice) last."""

    title: str
    article: tuple[Piece, ...]
    advice: tuple[Piece, ...]

    @property
    def whole(self) -> tuple[Piece, ...]:
        """Everything that is said, in order."""
        return self.article + self.advice


def script_of(slug: str) -> Script:
    """Return a public article as it is read, with the notices that its page includes.

    Every clip has been looked at: raises :class:`NotReadable` where one is gone or has changed,
    where a notice is missing, and where no public article has that address.
    """
    article = Article.objects.published().filter(slug=slug).first()
    rendition = article.public_rendition if article else None
    if article is None or rendition is None:
        raise NotReadable(f"There is no public article with the address {slug}.")
    try:
        page = composition.compose(article, rendition)
    except composition.NotComposable as error:
        raise NotReadable(f"{slug} cannot be read aloud: {error}.") from error
    whole = _pieces(pacing.of_page(page))
    last = len(pacing.of_notices([page["closing_advice"]], short=False))
    script = Script(page["title"]["text"], whole[:-last], whole[-last:])
    try:
        for piece in script.whole:
            piece.opus()
            piece.wav()
    except clips.Damaged as error:
        raise NotReadable(f"{slug} cannot be read aloud: {error}") from error
    return script


def _pieces(said: Sequence[Said]) -> tuple[Piece, ...]:
    return tuple(_piece(one.piece, one.pause_ms) for one in said)


def _piece(one: dict[str, Any], pause_ms: int) -> Piece:
    clip = one["clip"]
    return Piece(
        text=one["text"],
        words=tuple((start, offset, length) for start, _, offset, length in clip["words"]),
        duration_ms=clip["duration_ms"],
        pause_ms=pause_ms,
        opus_digest=clip["digest"],
        wav_digest=clip["wav_digest"],
    )
