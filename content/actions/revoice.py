"""Voicing anew: what waits for review or is public gets the voice that would be made of it now.

The public goes on hearing what was approved. The new voice waits for a reviewer, as a further
rendition of the same revision.
"""

from __future__ import annotations

from django.db import transaction

from content import lexicon, voicing
from content.actions.base import record
from content.actions.voice import add_rendition, give_back
from content.models import Rendition, Revision, RevisionState, VoiceCheck
from content.reading import MarkupError
from content.speech.engine import SpeechError
from content.speech.rules import NoRules


class RevoiceRevision:
    """Give a revision a further rendition, if one made now would differ from its newest.

    The software's own action: it has no actor. May be run any number of times, by several workers
    at once: only one rendition is made. A text that cannot be said any more goes back to its
    author while it is in review; what is public stays as it was approved.
    """

    def __init__(self, revision: Revision) -> None:
        self.revision = revision

    def execute(self) -> Rendition | None:
        """Return the new rendition, None where none is needed or can be made.

        The sentences are spoken outside any transaction, since that takes seconds. Raises
        :class:`OSError` where the engine does not start: then it is tried again.
        """
        revision, newest = self.revision, self.revision.rendition
        if newest is None or not may_be_revoiced(revision):
            return None
        looked_at = lexicon.fingerprint(newest.language)
        try:
            script = voicing.script_of(voicing.reading_of(revision), revision.article.kind)
            if voicing.says(newest, script):
                remember(newest, looked_at)
                return None
            rendered = voicing.render(revision)
        except (SpeechError, MarkupError, NoRules, voicing.Unsayable) as error:
            self._cannot(newest, str(error), looked_at)
            return None
        return self._take_in(newest, rendered, looked_at)

    @transaction.atomic
    def _take_in(
        self, newest: Rendition, rendered: voicing.Rendered, looked_at: str
    ) -> Rendition | None:
        revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        if not may_be_revoiced(revision) or revision.rendition != newest:
            return None
        rendition = add_rendition(revision, rendered)
        remember(rendition, looked_at)
        record(
            "revoice",
            actor=None,
            revision=revision,
            rendition=rendition.number,
            speech_digest=rendition.speech_digest,
        )
        return rendition

    @transaction.atomic
    def _cannot(self, newest: Rendition, why: str, looked_at: str) -> None:
        revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        if not may_be_revoiced(revision) or revision.rendition != newest:
            return
        remember(newest, looked_at, current=False)
        if revision.state == RevisionState.IN_REVIEW and not _is_public(revision):
            give_back(revision, why)
        else:
            record("revoice_failed", actor=None, revision=revision, why=why)


def may_be_revoiced(revision: Revision) -> bool:
    """Whether a revision is in review, or is what the public has now."""
    return revision.state == RevisionState.IN_REVIEW or _is_public(revision)


def _is_public(revision: Revision) -> bool:
    public = revision.article.public_rendition
    return public is not None and public.revision_id == revision.pk


def is_current(rendition: Rendition) -> bool:
    """Whether a rendition is what would be made of its revision now. Cheap while nothing changed."""
    revision = rendition.revision
    try:
        known = VoiceCheck.objects.filter(
            rendition=rendition,
            fingerprint=lexicon.fingerprint(rendition.language),
            current=True,
        )
        return known.exists() or voicing.says(
            rendition, voicing.script_of(voicing.reading_of(revision), revision.article.kind)
        )
    except (SpeechError, MarkupError, NoRules, OSError):
        return False


def remember(rendition: Rendition, fingerprint: str, *, current: bool = True) -> None:
    """Remember that a newest rendition was looked at while all that decides the voice was so."""
    VoiceCheck.objects.update_or_create(
        revision_id=rendition.revision_id,
        defaults={"rendition": rendition, "fingerprint": fingerprint, "current": current},
    )
