"""Submitting: the words are frozen, their digest is taken, and they wait for their voice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from content import linting, voicing
from content.actions.base import Conflict, Invalid, record, require
from content.lint import Level
from content.models import Revision, RevisionState
from content.reading import MarkupError

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class SubmitRevision:
    """Hand a draft over to review."""

    def __init__(self, revision: Revision, *, actor: User, version: int | None = None) -> None:
        self.revision = revision
        self.actor = actor
        self.version = version

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done.

        Markup that the kiosk cannot show, and anything that cannot be said without doubt, is
        named with its line or sentence in ``problems``; so is what the checks cannot let pass.
        """
        require(self.actor, "content.submit_revision", "submitting for review")
        if not self.revision.is_draft:
            raise Conflict(
                "state", f"This revision is {self.revision.get_state_display().lower()} already."
            )
        if self.version is not None and self.version != self.revision.version:
            raise Conflict(
                "version", "The draft has changed since you opened it. Read it again, then submit."
            )
        try:
            reading = voicing.reading_of(self.revision)
        except MarkupError as error:
            raise Invalid(
                "markup",
                "The text holds something that the kiosk cannot show.",
                tuple(str(problem) for problem in error.problems),
            ) from error
        if long := voicing.too_long(reading):
            raise Invalid("length", long[0])
        if problems := voicing.not_a_term(self.revision, reading):
            raise Invalid("term", "This does not explain a word yet.", tuple(problems))
        if problems := voicing.unresolved(reading):
            raise Invalid(
                "spoken_form",
                "Something in the text cannot be said without doubt. Write it in words.",
                tuple(problems),
            )
        self.checked = linting.of_words(self.revision)
        if blockers := self.checked.of(Level.BLOCKER):
            raise Invalid(
                "checks",
                "The checks found what must be changed before anybody reviews it.",
                tuple(self.checked.sentence_for(finding) for finding in blockers),
            )

    @transaction.atomic
    def execute(self) -> Revision:
        """Return the revision, now ``voicing``; a worker takes it from there."""
        self.revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.check()
        revision = self.revision
        revision.text_digest = voicing.text_digest_of(revision)
        revision.state = RevisionState.VOICING
        revision.submitted_by = self.actor
        revision.submitted_at = timezone.now()
        revision.save()
        record(
            "submit",
            actor=self.actor,
            revision=revision,
            number=revision.number,
            text_digest=revision.text_digest,
            findings=self.checked.compact(),
            rules=self.checked.rules,
        )
        transaction.on_commit(partial(_enqueue, revision.pk))
        return revision


def _enqueue(revision_id: int) -> None:
    from content.tasks import voice_revision  # tasks import the actions

    voice_revision.enqueue(revision_id)
