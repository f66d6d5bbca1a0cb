"""Withdrawing: one person is enough, and it takes effect before it is committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from content import __version__, composition, signals
from content.actions.base import Conflict, Invalid, record, require, signature
from content.actions.lapse import leave_with
from content.actions.rendition import check_shown
from content.actions.suspend import suspended_rendition
from content.models import Article, Decision, Review, RevisionState, WithdrawReason

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class WithdrawArticle:
    """Take an article, or a notice that no public article includes, from the public at once.

    ``text_digest`` and ``speech_digest`` are those of the public text that the person was shown;
    None is not compared.
    """

    def __init__(
        self,
        article: Article,
        *,
        actor: User,
        reason: str,
        comment: str,
        text_digest: str | None = None,
        speech_digest: str | None = None,
    ) -> None:
        self.article = article
        self.actor = actor
        self.reason = reason
        self.comment = comment.strip()
        self.text_digest = text_digest
        self.speech_digest = speech_digest

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not withdraw it, whatever the reason."""
        require(self.actor, "content.withdraw_article", "withdrawing")
        if self.article.public_rendition_id is None and suspended_rendition(self.article) is None:
            raise Conflict("state", "This is not public: there is nothing to withdraw.")
        check_not_in_use(self.article)

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        check_shown(self.article.public_rendition, self.text_digest, self.speech_digest)
        if self.reason not in WithdrawReason.values:
            raise Invalid("reason", "Choose the reason why this is withdrawn.")
        if not self.comment:
            raise Invalid("comment", "Say in a comment what is wrong.")

    @transaction.atomic
    def execute(self) -> Review:
        """Return the decision, when nothing of the article is served any more."""
        self.article = Article.objects.select_for_update().get(pk=self.article.pk)
        self.check()
        return withdraw(
            self.article,
            actor=self.actor,
            reason=self.reason,
            comment=self.comment,
        )


def check_not_in_use(article: Article) -> None:
    """Raise :class:`Conflict` for a notice that a public article includes.

    A term may always go: the articles that use its word are whole without it.
    """
    if article.is_term:
        return
    if article.is_notice and (count := composition.public_users(article).count()):
        raise Conflict(
            "notice_in_use",
            f"{count} public {'article includes' if count == 1 else 'articles include'} this "
            "notice, and no article is shown without its notices. Approve a new wording, or "
            "withdraw those articles first.",
        )


def withdraw(
    article: Article,
    *,
    actor: User | None,
    reason: str,
    comment: str,
) -> Review:
    """Write a withdrawal and take the article away, inside the caller's transaction.

    A sample that nobody has reviewed goes back to its author: what was withdrawn is never public
    again, so there is nothing left to approve.
    """
    rendition = article.public_rendition
    if rendition is None:
        # It was taken off with everything else, and must not come back with it.
        suspended = suspended_rendition(article)
        assert suspended is not None  # noqa: S101 - the callers have looked
        rendition = suspended.rendition
    review = Review.objects.create(
        revision=rendition.revision,
        rendition=rendition,
        decision=Decision.WITHDRAW,
        reviewer=actor,
        **signature(actor),
        reason=reason,
        comment=comment,
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        software=__version__,
    )
    article.public_rendition = None
    article.save(update_fields=["public_rendition"])
    if rendition.revision.state == RevisionState.IN_REVIEW:
        rendition.revision.state = RevisionState.RETURNED
        rendition.revision.save(update_fields=["state"])
    record(
        "withdraw",
        actor=actor,
        article=article,
        revision=rendition.revision,
        number=rendition.revision.number,
        rendition=rendition.number,
        reason=reason,
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
    )
    signals.withdrawn.send(sender=Article, article=article, rendition=rendition)
    leave_with(article)
    return review
