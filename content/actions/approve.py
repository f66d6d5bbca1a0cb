"""Approving: one transaction writes the decision, the audit event and moves the public pointer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from content import __version__, comments, composition, due, lexicon, linting, signals
from content.actions.answers import check_answers, check_no_blocker
from content.actions.base import Conflict, NotPermitted, record, require, signature
from content.actions.rendition import check_shown, check_whole
from content.actions.revoice import is_current
from content.actions.schedule import check_expiry, check_time, months_after, review_months
from content.actions.suspend import check_not_suspended
from content.models import Article, Decision, Hearing, Review, Revision, RevisionState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from content.models import Comment, Rendition


def listen_first(unheard: list[str]) -> Conflict | None:
    """Return what refuses an approval while clips are unheard; None where none are, or need be."""
    if not unheard or not settings.PLAINVOICE_REQUIRE_HEARD:
        return None
    return Conflict(
        "heard",
        f"Listen first: {len(unheard)} sentences that are said differently from how "
        "they are written have not been played."
        if len(unheard) > 1
        else "Listen first: one sentence that is said differently from how it is "
        "written has not been played.",
        tuple(unheard),
    )


def open_comments(unsettled: list[Comment]) -> tuple[str, tuple[str, ...]]:
    """Return the sentence that refuses an approval over open comments, and one for each of them."""
    which = tuple(
        f"{comment.author_name} on “{shortened(comment.sentence_text)}”: {shortened(comment.text)}"
        for comment in unsettled
    )
    if len(which) == 1:
        return "A comment is still open. Resolve it first, or return the text.", which
    return f"{len(which)} comments are still open. Resolve them first, or return the text.", which


def shortened(text: str) -> str:
    """Return at most the first 80 characters of a text, on one line, cut between words."""
    return textwrap.shorten(text, 80, placeholder="…")


class ApproveRevision:
    """Make exactly what a reviewer saw and heard public.

    Where the topic wants two sign-offs and nobody else has given one, this is the first: it is kept
    as ``endorse``, and nothing becomes public yet.

    ``text_digest`` and ``speech_digest`` are those that the reviewer was shown; ``heard`` are the
    digests of the clips that the reviewer says to have heard. Those that the desk saw played to
    their end count without being said. ``publish_at`` is the moment from which it is public, with
    its time zone (None: at once); ``expires_on`` the first day on which it is not any more.
    their end count without being said. ``answers`` say of each warning of the checks, by its id, why
    it may stand.
    """

    def __init__(
        self,
        revision: Revision,
        *,
        actor: User,
        text_digest: str,
        speech_digest: str,
        heard: Iterable[str] = (),
        publish_at: datetime | None = None,
        expires_on: date | None = None,
        now: datetime | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        self.revision = revision
        self.actor = actor
        self.text_digest = text_digest
        self.speech_digest = speech_digest
        self.heard = frozenset(heard)
        self.publish_at = publish_at
        self.expires_on = expires_on
        self.now = now
        self.answers = {
            name: text.strip() for name, text in (answers or {}).items() if text.strip()
        }

    @cached_property
    def checked(self) -> linting.Checked:
        """What the checks say of what would be approved, looked at once."""
        rendition = self.revision.rendition
        assert rendition is not None  # noqa: S101 - nothing without one is asked about
        return linting.of_rendition(rendition)

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
        if composition.endorsements(rendition).filter(reviewer=self.actor).exists() and (
            self._is_first_of_two(rendition)
        ):
            raise NotPermitted(
                "second_signoff",
                "You signed this off already. A second person must sign it off before it is public.",
            )
        check_not_suspended(revision.article)
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
        if unsettled := comments.still_open(revision):
            raise Conflict("comments", *open_comments(unsettled))
        check_whole(rendition)
        check_no_blocker(self.checked)

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        check_time(self.publish_at, now=self.now)
        check_expiry(self.expires_on, publish_at=self.publish_at, now=self.now)
        rendition = self.revision.rendition
        assert rendition is not None  # noqa: S101 - check_standing has refused that
        check_shown(rendition, self.text_digest, self.speech_digest)
        heard = self.heard.union(
            Hearing.objects.of(rendition, self.actor).values_list("digest", flat=True)
        )
        must = composition.must_hear(rendition)
        if refused := listen_first([digest for digest in must if digest not in heard]):
            raise refused
        check_answers(self.checked, self.answers)

    @transaction.atomic
    def execute(self) -> Review:
        """Return the decision: ``approve``, which the kiosk shows as soon as this is committed, or
        at the time that it was scheduled for (:func:`content.reconcile.keep_time`); or
        ``endorse``, the first of two, which sets no time.
        """
        revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.revision = revision
        self.__dict__.pop("checked", None)  # a notice may have changed since somebody looked
        self.check()
        article = Article.objects.select_for_update().get(pk=revision.article_id)
        rendition = revision.rendition
        assert rendition is not None  # noqa: S101 - check() has refused that
        first = self._is_first_of_two(rendition)
        review = Review.objects.create(
            revision=revision,
            rendition=rendition,
            decision=Decision.ENDORSE if first else Decision.APPROVE,
            reviewer=self.actor,
            **signature(self.actor),
            text_digest=self.text_digest,
            speech_digest=self.speech_digest,
            heard=self._what_was_heard(rendition),
            findings=self.checked.to_json(),
            answers=self.answers,
            rules=self.checked.rules,
            review_due=None if first else self._review_due(article),
            publish_at=None if first else self.publish_at,
            expires_on=None if first else self.expires_on,
            software=__version__,
        )
        if first:
            record(
                "endorse",
                actor=self.actor,
                revision=revision,
                number=revision.number,
                rendition=rendition.number,
                text_digest=self.text_digest,
                speech_digest=self.speech_digest,
            )
            return review
        revision.state = RevisionState.APPROVED
        revision.save(update_fields=["state"])
        if self.publish_at is None:
            self._make_public(article, rendition)
        # After the pointer has moved, so that the event vouches for the move as well.
        record(
            "approve",
            actor=self.actor,
            revision=revision,
            number=revision.number,
            rendition=rendition.number,
            text_digest=self.text_digest,
            speech_digest=self.speech_digest,
            review_due=review.review_due.isoformat() if review.review_due else "",
            publish_at=self.publish_at.isoformat() if self.publish_at else "",
            expires_on=self.expires_on.isoformat() if self.expires_on else "",
        )
        return review

    def _make_public(self, article: Article, rendition: Rendition) -> None:
        article.public_rendition = rendition
        article.save(update_fields=["public_rendition"])
        transaction.on_commit(partial(signals.published.send, sender=Article, article=article))

    def _is_first_of_two(self, rendition: Rendition) -> bool:
        """Whether the topic wants two sign-offs, and nobody else has given the first."""
        topic = rendition.revision.article.topic
        return (
            topic is not None
            and topic.second_signoff
            and not composition.endorsements(rendition).exclude(reviewer=self.actor).exists()
        )

    def _review_due(self, article: Article) -> date:
        """Return when this is due for review again. A new voice does not make its words fresher."""
        before = article.public_rendition
        approved = composition.approval_of(before) if before is not None else None
        if (
            approved is not None
            and approved.revision_id == self.revision.pk
            and approved.review_due is not None
        ):
            return approved.review_due
        return months_after(due.day_of(self.now), review_months(article))

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
