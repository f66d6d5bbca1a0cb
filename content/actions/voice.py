"""Voicing: every sentence of a submitted revision becomes sound, and the revision a rendition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from content import __version__, lexicon, linting, voicing
from content.actions.base import record
from content.composition import sentences_of
from content.lint.readability import lix
from content.models import (
    Decision,
    Rendition,
    RenditionClip,
    RenditionImage,
    RenditionPronunciation,
    ReturnReason,
    Review,
    Revision,
    RevisionState,
    StoredImage,
)
from content.reading import MarkupError
from content.speech.engine import SpeechError

if TYPE_CHECKING:
    from content.voicing import Rendered


class VoiceRevision:
    """Give a submitted revision its voice. The software's own action: it has no actor.

    May be run any number of times, by several workers at once: clips are found again by what made
    them, and only one rendition is made.
    """

    def __init__(self, revision: Revision) -> None:
        self.revision = revision

    def execute(self) -> Revision:
        """Return the revision, now in review, or returned to its author with the sentence named.

        The sentences are spoken outside any transaction, since that takes seconds.
        """
        if self.revision.state != RevisionState.VOICING:
            return self.revision
        try:
            rendered = voicing.render(self.revision)
        except (SpeechError, voicing.Unsayable) as error:
            return self._give_back(str(error))
        return self._take_in(rendered)

    @transaction.atomic
    def _take_in(self, rendered: Rendered) -> Revision:
        revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        if revision.state != RevisionState.VOICING:
            return revision
        rendition = add_rendition(revision, rendered)
        revision.state = RevisionState.IN_REVIEW
        revision.save(update_fields=["state"])
        record(
            "voice",
            actor=None,
            revision=revision,
            rendition=rendition.number,
            speech_digest=rendition.speech_digest,
        )
        return revision

    @transaction.atomic
    def _give_back(self, why: str) -> Revision:
        revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        if revision.state != RevisionState.VOICING:
            return revision
        give_back(revision, why)
        return revision


def add_rendition(revision: Revision, rendered: Rendered) -> Rendition:
    """Keep what was rendered as a revision's newest rendition, in the caller's transaction.

    With it goes every change of the lexicon, in force or not, whose word stands in it: who made one
    counts as an editor.
    """
    rendition = Rendition.objects.create(
        revision=revision,
        number=revision.renditions.count() + 1,
        language=revision.article.language,
        title=rendered.title,
        summary=rendered.summary,
        reading=rendered.reading,
        text_digest=revision.text_digest,
        speech_digest=rendered.speech_digest,
        lix=lix(sentence["text"] for sentence in sentences_of(rendered.reading)),
        software=__version__,
    )
    RenditionClip.objects.bulk_create(
        RenditionClip(rendition=rendition, clip_id=clip_id) for clip_id in rendered.clip_ids
    )
    RenditionImage.objects.bulk_create(
        RenditionImage(rendition=rendition, image=image)
        for image in StoredImage.objects.filter(digest__in=rendered.pictures).order_by("pk")
    )
    words = [sentence["text"] for sentence in sentences_of(rendered.reading)]
    RenditionPronunciation.objects.bulk_create(
        RenditionPronunciation(rendition=rendition, change=change)
        for change in lexicon.touching(rendition.language, words)
    )
    return rendition


def give_back(revision: Revision, why: str) -> None:
    """Return a revision to its author because it cannot be voiced, in the caller's transaction."""
    findings, rules = _evidence(revision)
    Review.objects.create(
        revision=revision,
        decision=Decision.RETURN,
        reason=ReturnReason.UNVOICEABLE,
        comment=why,
        text_digest=revision.text_digest,
        findings=findings,
        rules=rules,
        software=__version__,
    )
    revision.state = RevisionState.RETURNED
    revision.save(update_fields=["state"])
    record(
        "return",
        actor=None,
        revision=revision,
        number=revision.number,
        reason=ReturnReason.UNVOICEABLE,
        text_digest=revision.text_digest,
        speech_digest="",
        why=why,
    )


def _evidence(revision: Revision) -> tuple[list[dict[str, Any]], str]:
    """Return what the checks say, for the record; nothing where the words cannot even be read."""
    try:
        checked = linting.of_words(revision)
    except MarkupError:
        return [], ""
    return checked.to_json(), checked.rules
