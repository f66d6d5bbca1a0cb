"""``manage.py import_articles``: files become drafts, a bad one is named, the others come in."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from content import bringing, importers
from content.actions import Refused, SubmitRevision, VoiceRevision
from content.models import Revision, RevisionState, Topic

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
    help = (
        "Bring articles in as drafts: .txt, .md, .html and .docx files, folders and zips of them."
    )

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
        parser.add_argument(
            "--preview", action="store_true", help="say what would come in, and keep nothing"
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
        self.failed = self.asked = len(refused)
        for number, path in enumerate(found, start=1):
            self._progress(number - 1, len(found), path)
            for item in importers.expand(path):
                self._one(item, author, topic, options)
        self._progress(len(found), len(found), None)
        if not self.asked:
            raise CommandError(
                f"There is no file to bring in here ({importers.SAID}).", returncode=1
            )
        if self.failed:
            raise CommandError(f"{self.failed} of {self.asked} did not come in.", returncode=1)

    def _one(
        self,
        item: tuple[str, bytes] | importers.LeftOut | importers.ImportRefused,
        author: User,
        topic: Topic | None,
        options: dict[str, Any],
    ) -> None:
        """Bring one file in, or say why not."""
        if isinstance(item, importers.LeftOut):
            self._say(self.stdout, f"{item.name}: left out, since it is no article.")
            return
        self.asked += 1
        if isinstance(item, importers.ImportRefused):
            self.failed += 1
            self._say(self.stderr, str(item))
            return
        name, data = item
        try:
            if options["preview"]:
                line = self._previewed(name, data, author, options["language"])
            else:
                brought = self._bring_in(name, data, author, topic, options["language"])
                line = brought.sentence
                if options["submit"] and brought.revision is not None:
                    line += self._submit(brought.revision, author, wait=not options["no_wait"])
        except (importers.ImportRefused, Refused) as error:
            self.failed += 1
            self._say(self.stderr, self._named(name, error))
        else:
            self._say(self.stdout, f"{name}: {line}")

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

    def _draft(self, name: str, data: bytes, language: str) -> importers.Draft:
        # The whole text is read before anything is kept, so that a bad one leaves nothing behind.
        draft = importers.import_bytes(name, data, language)
        if draft.problems:
            raise importers.ImportRefused(name, " ".join(draft.problems))
        return draft

    def _previewed(self, name: str, data: bytes, author: User, language: str) -> str:
        draft = self._draft(name, data, language)
        plan = bringing.plan(draft, actor=author, language=language)
        if plan.kind == "blocked":
            raise importers.ImportRefused(name, plan.why)
        return f'"{draft.title}". {plan.sentence}{self._dropped(draft)}\n\n{draft.body}'

    def _bring_in(
        self, name: str, data: bytes, author: User, topic: Topic | None, language: str
    ) -> Brought:
        draft = self._draft(name, data, language)
        revision = bringing.bring_in(
            draft, actor=author, language=language, topic=topic, name=Path(name).name
        )
        if revision is None:
            newest = bringing.plan(draft, actor=author, language=language).newest
            slug = newest.article.slug if newest else ""
            return Brought(f'"{draft.title}" is here already, unchanged ({slug}).', None)
        slug = revision.article.slug
        where = f" ({slug})" if revision.number == 1 else f", revision {revision.number} of {slug}"
        return Brought(f'"{revision.title}" is a draft now{where}.{self._dropped(draft)}', revision)

    @staticmethod
    def _dropped(draft: importers.Draft) -> str:
        if not draft.dropped:
            return ""
        return " Not carried over, or otherwise: " + " ".join(map(str, draft.dropped))

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
    def _named(name: str, error: Exception) -> str:
        text = str(error)
        return text if name in text else f"{name}: {text}"

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
