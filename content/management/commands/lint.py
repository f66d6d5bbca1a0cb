"""``manage.py lint SLUG|FILE...``: what the checks say of texts, before anybody submits them."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content import lint, linting
from content.composition import sentences_of
from content.importers import ImportRefused, import_file
from content.lint import Finding, Level
from content.lint.lines import lines_of
from content.lint.table import table
from content.models import Article
from content.reading import MarkupError, read

UNKNOWN = 2
"""The exit status, so that a script can tell a mistake in its call from a text with blockers."""


class Command(BaseCommand):
    help = (
        "Print what the checks say of the newest revisions of articles, or of files, a line a "
        "finding. With blockers among them the exit status is 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("texts", nargs="*", metavar="SLUG|FILE")
        parser.add_argument(
            "--rules", action="store_true", help="print every rule as the table of docs/checks.md"
        )
        parser.add_argument("--language", default=settings.PLAINVOICE_LANGUAGE, help="of the files")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rules"]:
            self.stdout.write(table())
            return
        if not options["texts"]:
            raise CommandError("Name an article or a file.", returncode=UNKNOWN)
        blockers = 0
        for name in options["texts"]:
            findings = list(self._findings(name, options["language"]))
            blockers += sum(finding.level == Level.BLOCKER for _, finding, _ in findings)
            self.stdout.write(f"{name}: {len(findings) or 'nothing'} found")
            for line, finding, quote in findings:
                where = f"line {line}: " if line else ""
                said = f" “{quote}”" if quote else ""
                self.stdout.write(
                    f"  {finding.level}: {where}{finding.message}{said} [{finding.rule}]"
                )
        if blockers:
            raise CommandError(f"Blockers: {blockers}. This would not be submitted.", returncode=1)

    def _findings(self, name: str, language: str) -> Iterator[tuple[int | None, Finding, str]]:
        path = Path(name)
        article = None if path.exists() else Article.objects.filter(slug=name).first()
        if article is not None:
            revision = article.revisions.order_by("-number").first()
            if revision is None:
                return
            blocked = linting.in_the_way(revision)
            yield from ((None, finding, "") for finding in blocked)
            try:
                checked = linting.of_words(revision)
            except MarkupError:
                return
            yield from _placed(checked.reading, revision.body, checked.findings)
            return
        try:
            draft = import_file(path)
            reading = read(draft.title, draft.body, language).to_json()
        except (ImportRefused, MarkupError) as error:
            raise CommandError(
                f"{error} No article has this slug either." if not path.exists() else str(error),
                returncode=UNKNOWN,
            ) from error
        yield from _placed(reading, draft.body, lint.check(reading, language))


def _placed(
    reading: dict[str, Any], body: str, findings: Any
) -> Iterator[tuple[int | None, Finding, str]]:
    texts = {one["id"]: one["text"] for one in sentences_of(reading)}
    title = reading["title"]["id"]
    lines = lines_of(body, ((key, text) for key, text in texts.items() if key != title))
    for finding in findings:
        yield lines.get(finding.sentence), finding, texts.get(finding.sentence, "")
