"""Approving: one transaction writes the decision, the audit event and moves the public pointer."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from content import __version__, composition, lexicon, signals
from content.actions.base import Conflict, NotPermitted, record, require
from content.actions.revoice import is_current
from content.images import store as images
from content.models import Article, Decision, Hearing, Review, Revision, RevisionState
from content.speech import clips

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from content.models import Rendition

DEFAULT_REVIEW_MONTHS = 36


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class ApproveRevision:
    """Make exactly what a reviewer saw and heard public.

    ``text_digest`` and ``speech_digest`` are those that the reviewer was shown; ``heard`` are the
    digests of the clips that the reviewer says to have heard. Those that the desk saw played to
    their end count without being said.
    """

    def __init__(
        self,
        revision: Revision,
        *,
        actor: User,
        text_digest: str,
        speech_digest: str,
        heard: Iterable[str] = (),
    ) -> None:
        self.revision = revision
        self.actor = actor
        self.text_digest = text_digest
        self.speech_digest = speech_digest
        self.heard = frozenset(heard)

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not approve it, whatever they heard."""
        revision = self.revision
        require(self.actor, "content.approve_revision", "approving")
        rendition = revision.rendition
        if rendition is None or not revision.waits_for_review:
            raise Conflict(
                "state", f"This revision is {revision.get_state_display().lower()}, not in review."
            )
        if revision.editors_since_approval().filter(pk=self.actor.pk).exists():
            raise NotPermitted(
                "four_eyes",
                "You edited this text since it was last approved. "
                "Somebody who did not must approve it.",
            )
        if own := list(lexicon.unapproved(rendition).filter(changed_by=self.actor)):
            words = ", ".join(dict.fromkeys(f"“{change.grapheme}”" for change in own))
            raise NotPermitted(
                "four_eyes",
                f"You changed how {words} is said since this was last approved. "
                "Somebody who did not must approve it.",
            )
        if not is_current(rendition):
            raise Conflict(
                "stale",
                "How something in this text is said has changed since this voice was made. A "
                "newer voice is being made: look again in a minute, and hear that one.",
            )
        if missing := composition.missing_notices(revision):
            raise Conflict(
                "notices",
                "This article cannot be shown without its notices, and these are not approved yet: "
                f"{', '.join(missing)}. Review them first.",
            )

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        rendition = self.revision.rendition
        assert rendition is not None  # noqa: S101 - check_standing has refused that
        if (rendition.text_digest, rendition.speech_digest) != (
            self.text_digest,
            self.speech_digest,
        ):
            raise Conflict(
                "digest",
                "This is not the text and the voice that you were shown. "
                "Look at the newest and decide again.",
            )
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
        if settings.PLAINVOICE_REQUIRE_HEARD:
            heard = self.heard.union(
                Hearing.objects.of(rendition, self.actor).values_list("digest", flat=True)
            )
            unheard = [digest for digest in composition.must_hear(rendition) if digest not in heard]
            if unheard:
                raise Conflict(
                    "heard",
                    f"Listen first: {len(unheard)} sentences that are said differently from how "
                    "they are written have not been played."
                    if len(unheard) > 1
                    else "Listen first: one sentence that is said differently from how it is "
                    "written has not been played.",
                    tuple(unheard),
                )

    @transaction.atomic
    def execute(self) -> Review:
        """Return the decision. The kiosk shows the article as soon as this is committed."""
        revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.revision = revision
        self.check()
        article = Article.objects.select_for_update().get(pk=revision.article_id)
        rendition = revision.rendition
        assert rendition is not None  # noqa: S101 - check() has refused that
        profile = getattr(self.actor, "staff_profile", None)
        before = article.public_rendition
        approved = composition.approval_of(before) if before is not None else None
        months = article.topic.review_months if article.topic else DEFAULT_REVIEW_MONTHS
        review = Review.objects.create(
            revision=revision,
            rendition=rendition,
            decision=Decision.APPROVE,
            reviewer=self.actor,
            reviewer_name=profile.public_name if profile else "",
            reviewer_profession=profile.profession if profile else "",
            text_digest=self.text_digest,
            speech_digest=self.speech_digest,
            heard=self._what_was_heard(rendition),
            # A new voice does not make what the words say any fresher.
            review_due=approved.review_due
            if approved is not None and approved.revision_id == revision.pk
            else months_after(timezone.localdate(), months),
            software=__version__,
        )
        revision.state = RevisionState.APPROVED
        revision.save(update_fields=["state"])
        article.public_rendition = rendition
        article.save(update_fields=["public_rendition"])
        record(
            "approve",
            actor=self.actor,
            revision=revision,
            text_digest=self.text_digest,
            speech_digest=self.speech_digest,
        )
        transaction.on_commit(partial(signals.published.send, sender=Article, article=article))
        return review

    def _what_was_heard(self, rendition: Rendition) -> list[dict[str, str]]:
        """Return each clip that was heard: when the desk saw it played, or that it was only said."""
        played = {
            hearing.digest: hearing.at.isoformat(timespec="seconds")
            for hearing in Hearing.objects.of(rendition, self.actor)
        }
        own = dict.fromkeys(rendition.clips.order_by("pk").values_list("digest", flat=True))
        return [
            {"clip": digest, "played_at": played.get(digest, "")}
            for digest in own
            if digest in played or digest in self.heard
        ]
