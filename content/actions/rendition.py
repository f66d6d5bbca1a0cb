"""What decisions about a rendition ask alike: whether it was the one shown, and is still whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content import composition
from content.actions.base import Conflict
from content.images import store as images
from content.speech import clips

if TYPE_CHECKING:
    from content.models import Rendition


def check_shown(
    rendition: Rendition | None, text_digest: str | None, speech_digest: str | None
) -> None:
    """Raise :class:`Conflict` where digests are given and are not those of a rendition."""
    now = (rendition.text_digest, rendition.speech_digest) if rendition else ("", "")
    for given, current in zip((text_digest, speech_digest), now, strict=True):
        if given is not None and given != current:
            raise Conflict(
                "digest",
                "This is not the text and the voice that you were shown. "
                "Look at the newest and decide again.",
            )


def check_whole(rendition: Rendition) -> None:
    """Raise :class:`Conflict` where stored sound or a picture is not what it was, each named."""
    if damaged := list(clips.damaged(rendition.clips.all())):
        raise Conflict(
            "clips",
            "The stored voice is damaged, so nobody can have heard it. Ask the operator to "
            "restore it from a backup.",
            tuple(damaged),
        )
    shown = composition.pictures_of(rendition.reading).values()
    if damaged := list(images.damaged((one["digest"], one["form"]) for one in shown)):
        raise Conflict(
            "images",
            "A stored picture is damaged, so nobody can have seen it. Ask the operator to "
            "restore it from a backup.",
            tuple(damaged),
        )
