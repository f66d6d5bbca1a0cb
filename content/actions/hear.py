"""Hearing: a reviewer has played a clip to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from content.actions.base import Conflict, require
from content.models import Hearing, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class HearClip:
    """Keep that somebody played a clip of what is under review to its end.

    ``speech_digest`` is that of the voice that the person was shown.
    """

    def __init__(self, revision: Revision, *, actor: User, speech_digest: str, digest: str) -> None:
        self.revision = revision
        self.actor = actor
        self.speech_digest = speech_digest
        self.digest = digest

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        require(self.actor, "content.approve_revision", "approving")
        rendition = self.revision.rendition
        if rendition is None or rendition.speech_digest != self.speech_digest:
            raise Conflict("digest", "This is not the voice that is under review now.")
        if not rendition.clips.filter(digest=self.digest).exists():
            raise Conflict("clip", "This is not a clip of what is under review.")

    @transaction.atomic
    def execute(self) -> Hearing:
        """Return what is kept."""
        self.check()
        rendition = self.revision.rendition
        assert rendition is not None  # noqa: S101 - check() has refused that
        return Hearing.objects.create(rendition=rendition, digest=self.digest, user=self.actor)
