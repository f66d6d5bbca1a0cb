"""The shipped sample: the only text that may be public unreviewed, and only in a demonstration."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.db import transaction

from content import composition, signals
from content.actions.base import NotPermitted, record
from content.actions.suspend import check_not_suspended
from content.actions.withdraw import withdraw
from content.models import (
    Article,
    ArticleKind,
    Decision,
    Installation,
    Rendition,
    WithdrawReason,
)


class ShowSample:
    """Show a shipped text before anybody has reviewed it. The software's own action."""

    def __init__(self, rendition: Rendition) -> None:
        self.rendition = rendition

    def check(self) -> None:
        """Raise :class:`Refused` unless this is a demonstration and a shipped text."""
        if not settings.PLAINVOICE_DEMONSTRATION or not Installation.is_demonstration():
            raise NotPermitted("demonstration", "Only a demonstration shows an unreviewed sample.")
        revision = self.rendition.revision
        check_not_suspended(revision.article)
        if not revision.article.sample or (revision.number, revision.version) != (1, 1):
            raise NotPermitted(
                "sample", "Only a text as it was shipped may be shown without a review."
            )

    @transaction.atomic
    def execute(self) -> Article:
        """Return the article or notice, now public with the sample label."""
        self.check()
        article = Article.objects.select_for_update().get(pk=self.rendition.revision.article_id)
        article.public_rendition = self.rendition
        article.save(update_fields=["public_rendition"])
        record(
            "show_sample",
            actor=None,
            revision=self.rendition.revision,
            number=self.rendition.revision.number,
            rendition=self.rendition.number,
            text_digest=self.rendition.text_digest,
            speech_digest=self.rendition.speech_digest,
        )
        transaction.on_commit(partial(signals.published.send, sender=Article, article=article))
        return article


class LeaveDemonstration:
    """Withdraw all that is public without a review, and all that carries such a notice."""

    @transaction.atomic
    def execute(self) -> list[Article]:
        """Return what was withdrawn: articles before the notices that they include."""
        gone: list[Article] = []
        public = Article.objects.filter(public_rendition__isnull=False)
        unreviewed = public.exclude(public_rendition__reviews__decision=Decision.APPROVE)
        if not Installation.is_demonstration() and not unreviewed.exists():
            return gone
        for article in Article.objects.published().select_for_update():
            if composition.rests_on_samples(article):
                self._withdraw(article)
                gone.append(article)
        notices = Article.objects.notices().filter(public_rendition__isnull=False)
        # The closing advice is last: the database keeps it while anything stands on it.
        for notice in sorted(notices, key=lambda notice: notice.kind == ArticleKind.CLOSING):
            if not composition.is_approved(notice.public_rendition):
                self._withdraw(notice)
                gone.append(notice)
        if Installation.is_demonstration():
            Installation.objects.filter(pk=1).update(demonstration=False)
            record("leave_demonstration", actor=None, withdrawn=[article.slug for article in gone])
        return gone

    def _withdraw(self, article: Article) -> None:
        withdraw(
            article,
            actor=None,
            reason=WithdrawReason.NOT_REVIEWED,
            comment="Nobody has reviewed this, or a notice that it carries, and this installation "
            "is not a demonstration.",
        )
