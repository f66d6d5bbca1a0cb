"""Confirming: somebody says that what is public, or left the kiosk by itself, is still correct."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from content import __version__, composition, due, lexicon, signals, translations
from content.actions.base import Conflict, NotPermitted, record, require, signature
from content.actions.rendition import check_shown, check_whole
from content.actions.schedule import KEEP, Keep, check_expiry, months_after, review_months
from content.actions.suspend import check_not_suspended
from content.models import Article, Decision, Rendition, Review

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def check_four_eyes(rendition: Rendition, actor: User, doing: str) -> None:
    """Raise :class:`NotPermitted` for whoever could not have approved a rendition."""
    if rendition.revision.editors_since_approval().filter(pk=actor.pk).exists():
        raise NotPermitted(
            "four_eyes",
            f"You edited this text before it was approved. Somebody who did not must {doing} it.",
        )
    pronounced = lexicon.unapproved(rendition, before_its_own=True).filter(changed_by=actor)
    if own := list(pronounced):
        words = ", ".join(dict.fromkeys(f"“{change.grapheme}”" for change in own))
        raise NotPermitted(
            "four_eyes",
            f"You changed how {words} is said before this was approved. "
            f"Somebody who did not must {doing} it.",
        )


class ConfirmArticle:
    """Say that an article or notice is still correct, word for word and sound for sound.

    ``text_digest`` and ``speech_digest`` are those that the person was shown. Its next review is
    due after its topic's months from today. What left the kiosk by itself comes back. ``expires_on``
    is the first day on which it is gone; left out, what was said of that before holds.
    ``source_revision`` is the newest approved revision of what an outdated translation translates,
    as the person was shown it.
    """

    def __init__(
        self,
        article: Article,
        *,
        actor: User,
        text_digest: str,
        speech_digest: str,
        comment: str = "",
        expires_on: date | Keep | None = KEEP,
        source_revision: int | None = None,
        now: datetime | None = None,
    ) -> None:
        self.article = article
        self.actor = actor
        self.text_digest = text_digest
        self.speech_digest = speech_digest
        self.comment = comment.strip()
        self.expires_on = expires_on
        self.source_revision = source_revision
        self.now = now

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not confirm it, whatever they were shown."""
        require(self.actor, "content.approve_revision", "saying that something is still correct")
        rendition = due.to_confirm(self.article)
        if rendition is None:
            raise Conflict(
                "state",
                "Nobody has approved this yet: review it instead."
                if self.article.public_rendition_id is not None
                else "This is not public, and did not leave the kiosk by itself: there is nothing "
                "to confirm.",
            )
        check_not_suspended(self.article)
        check_four_eyes(rendition, self.actor, "confirm")
        if missing := composition.missing_notices(rendition.revision):
            raise Conflict(
                "notices",
                "This article cannot be shown without its notices, and these are not approved: "
                f"{', '.join(missing)}. Review them first.",
            )

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        rendition = due.to_confirm(self.article)
        assert rendition is not None  # noqa: S101 - check_standing has refused that
        check_shown(rendition, self.text_digest, self.speech_digest)
        changed = translations.outdated(self.article, rendition.revision)
        if changed is not None and self.source_revision != changed.after.pk:
            raise Conflict(
                "source",
                f"The text that this translates has changed: revision {changed.after.number} is the "
                "newest that is approved. Compare with it, and confirm then.",
            )
        check_whole(rendition)
        if not isinstance(self.expires_on, Keep):
            check_expiry(self.expires_on, now=self.now)
        elif self.article.public_rendition_id is None:
            check_expiry(self._kept_expiry(rendition), now=self.now)

    def _kept_expiry(self, rendition: Rendition) -> date | None:
        before = composition.approval_of(rendition)
        return due.expiry_of(before) if before is not None else None

    @transaction.atomic
    def execute(self) -> Review:
        """Return the decision. The kiosk says so as soon as this is committed."""
        article = Article.objects.select_for_update().get(pk=self.article.pk)
        self.article = article
        self.check()
        rendition = due.to_confirm(article)
        assert rendition is not None  # noqa: S101 - check() has refused that
        changed = translations.outdated(article, rendition.revision)
        source = changed.after if changed else translations.newest_source(article)
        back = article.public_rendition_id is None
        review = Review.objects.create(
            revision=rendition.revision,
            rendition=rendition,
            decision=Decision.CONFIRM,
            reviewer=self.actor,
            **signature(self.actor),
            comment=self.comment,
            text_digest=rendition.text_digest,
            speech_digest=rendition.speech_digest,
            review_due=months_after(due.day_of(self.now), review_months(article)),
            expires_on=self._kept_expiry(rendition)
            if isinstance(self.expires_on, Keep)
            else self.expires_on,
            source_revision=source,
            software=__version__,
        )
        if back:
            article.public_rendition = rendition
            article.save(update_fields=["public_rendition"])
        record(
            "confirm",
            actor=self.actor,
            revision=rendition.revision,
            number=rendition.revision.number,
            rendition=rendition.number,
            text_digest=self.text_digest,
            speech_digest=self.speech_digest,
            review_due=str(review.review_due),
            back=back,
        )
        transaction.on_commit(partial(signals.published.send, sender=Article, article=article))
        return review
