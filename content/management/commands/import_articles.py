"""``manage.py import_articles``: files become drafts, a bad one is named, the others come in."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from content import importers
from content.actions import (
    CreateArticle,
    Refused,
    StartRevision,
    SubmitRevision,
    VoiceRevision,
)
from content.models import Article, ArticleKind, Revision, RevisionState, Topic
from content.reading import MarkupError, read
from content.voicing import stored_picture

if TYPE_CHECKING:
    from django.contrib.auth.models import User

BAR = 24
"""The width of the progress bar, in characters."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file."""

    sentence: str
    revision: Revision | None


class Command(BaseCommand):
    help = "Bring articles in from .txt and .md files, or folders of them, as drafts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--author", required=True, help="the user name of who wrote them")
        parser.add_argument("--topic", help="the slug of the topic they belong to")
        parser.add_argument("--language", default=settings.PLAINVOICE_LANGUAGE)
        parser.add_argument(
            "--submit", action="store_true", help="hand them over to review, and wait for the voice"
        )
        parser.add_argument(
            "--no-wait", action="store_true", help="leave the voicing to the worker"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        author = self._author(options["author"])
        topic = self._topic(options["topic"])
        if options["language"] not in settings.PLAINVOICE_LANGUAGES:
            offered = ", ".join(settings.PLAINVOICE_LANGUAGES)
            raise CommandError(
                f"This kiosk does not offer the language {options['language']!r}: {offered}."
            )
        found, refused = importers.find(options["paths"])
        for refusal in refused:
            self.stderr.write(str(refusal))
        failed = len(refused)
        for number, path in enumerate(found, start=1):
            self._progress(number - 1, len(found), path)
            try:
                brought = self._bring_in(path, author, topic, options["language"])
                line = f"{path}: {brought.sentence}"
                if options["submit"] and brought.revision is not None:
                    line += self._submit(brought.revision, author, wait=not options["no_wait"])
            except (importers.ImportRefused, MarkupError, Refused) as error:
                failed += 1
                self._say(self.stderr, self._named(path, error))
            else:
                self._say(self.stdout, line)
        self._progress(len(found), len(found), None)
        if not found and not failed:
            raise CommandError("There is no .txt or .md file here.", returncode=1)
        if failed:
            raise CommandError(
                f"{failed} of {len(found) + len(refused)} did not come in.", returncode=1
            )

    def _author(self, username: str) -> User:
        user = get_user_model().objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(
                f"There is no active account {username!r}. "
                f"Make one: manage.py create_staff {username} --role author"
            )
        return user

    def _topic(self, slug: str | None) -> Topic | None:
        if slug is None:
            return None
        topic = Topic.objects.filter(slug=slug).first()
        if topic is None:
            known = ", ".join(Topic.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no topic {slug!r}. There are: {known}.")
        return topic

    def _bring_in(self, path: Path, author: User, topic: Topic | None, language: str) -> Brought:
        draft = importers.import_file(path)
        # The whole text is read before anything is kept, so that a bad one leaves nothing behind.
        try:
            read(draft.title, draft.body, language, find=stored_picture)
        except MarkupError as error:
            why = " ".join(draft.in_file(one.line, one.message) for one in error.problems)
            raise importers.ImportRefused(path, why) from error
        article = Article.objects.filter(
            slug=slugify(draft.title)[:70].strip("-"), language=language, kind=ArticleKind.ARTICLE
        ).first()
        last = article.last_revision if article else None
        if article is None or last is None or last.title != draft.title:
            revision = CreateArticle(
                actor=author, title=draft.title, body=draft.body, language=language, topic=topic
            ).execute()
            return Brought(
                f'"{revision.title}" is a draft now ({revision.article.slug}).', revision
            )
        if last.body == draft.body:
            return Brought(f'"{last.title}" is here already, unchanged ({article.slug}).', None)
        revision = StartRevision(
            article, actor=author, title=draft.title, body=draft.body
        ).execute()
        return Brought(
            f'"{revision.title}" is a draft now, revision {revision.number} of {article.slug}.',
            revision,
        )

    def _submit(self, revision: Revision, author: User, *, wait: bool) -> str:
        revision = SubmitRevision(revision, actor=author).execute()
        if wait:
            revision.refresh_from_db()
            revision = VoiceRevision(revision).execute()
        if revision.state == RevisionState.RETURNED:
            last = revision.reviews.last()
            return f" It went back: {last.comment if last else ''}"
        return f" It is {revision.get_state_display().lower()}."

    @staticmethod
    def _named(path: Path, error: Exception) -> str:
        text = str(error)
        return text if str(path) in text else f"{path}: {text}"

    def _say(self, stream: Any, line: str) -> None:
        if self.stderr.isatty():
            self.stderr.write("\r\x1b[K", ending="")
        stream.write(line)

    def _progress(self, done: int, total: int, path: Path | None) -> None:
        """Draw the bar on a terminal only; anything else gets one line a file and no more."""
        if not total or not self.stderr.isatty():
            return
        filled = BAR * done // total
        bar = "#" * filled + "." * (BAR - filled)
        name = f" {path.name}" if path else "\n"
        self.stderr.write(f"\r\x1b[K[{bar}] {done}/{total}{name}", ending="")
