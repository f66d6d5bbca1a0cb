"""``manage.py load_notices``: the shipped notices and terms as drafts for review, for a real installation."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from content import starter
from content.actions import Refused, StartRevision, SubmitRevision
from content.actions.base import require
from content.models import ArticleKind, Revision, RevisionState


class Command(BaseCommand):
    help = (
        "Bring in the shipped closing advice, urgent help, safety notices and glossary terms and submit "
        "them for review. Nothing of them is public before somebody else has approved it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--author", required=True, metavar="USER", help="whose drafts they are")

    def handle(self, *args: Any, **options: Any) -> None:
        author = get_user_model().objects.filter(username=options["author"]).first()
        if author is None:
            raise CommandError(f"There is no user {options['author']}. Make one: create_staff.")
        try:
            require(author, "content.add_article", "writing articles")
            for shipped in starter.TEXTS:
                if (
                    shipped.kind not in (ArticleKind.ARTICLE, ArticleKind.SAMPLE)
                    and shipped.language in settings.PLAINVOICE_LANGUAGES
                ):
                    self.stdout.write(self._bring_in(shipped, author))
        except Refused as error:
            raise CommandError(str(error)) from error

    @staticmethod
    def _bring_in(shipped: starter.ShippedText, author: Any) -> str:
        """Return a sentence about a notice that is on its way to review, or was already."""
        if starter.first(shipped, author) is None:
            return f"{shipped.slug}: a text of your own has its place, so it was left out."
        revision = Revision.objects.filter(article__slug=shipped.slug).order_by("-number")[0]
        if revision.state == RevisionState.RETURNED:
            revision = StartRevision(revision.article, actor=author).execute()
        if revision.state == RevisionState.DRAFT:
            revision = SubmitRevision(revision, actor=author).execute()
        state = revision.get_state_display().lower()
        return f"{shipped.slug}: revision {revision.number} is {state}."
