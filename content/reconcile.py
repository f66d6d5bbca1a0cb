"""Finding what was left undone, from the data itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.db import DatabaseError

from content.actions.voice import VoiceRevision
from content.models import Clip, Revision
from content.speech import clips

logger = logging.getLogger(__name__)


def voice_what_waits() -> Iterator[str]:
    """Voice every revision that waits for its voice; yield a sentence for each.

    Harmless beside a worker that is voicing the same: see :class:`VoiceRevision`.
    """
    for revision in Revision.objects.voicing().select_related("article"):
        name = f"{revision.article.slug}, revision {revision.number}"
        try:
            after = VoiceRevision(revision).execute()
        except (OSError, DatabaseError) as error:
            # A full disk, a locked database: not the sentence's fault, so it goes on waiting.
            logger.exception("could not voice %s", name)
            yield f"Could not voice {name}: {error}"
        else:
            yield f"Voiced {name}: {after.get_state_display().lower()}."


def unfinished_clips() -> Iterator[str]:
    """Drop what writers left in the clip store that died a day ago or more, and say how many."""
    if dropped := clips.sweep():
        yield f"Dropped {dropped} unfinished files of clips."


def damaged_clips() -> Iterator[str]:
    """Yield a sentence for every stored clip whose bytes are gone or have changed."""
    yield from clips.damaged(Clip.objects.order_by("pk").iterator())
