"""``manage.py dossier SLUG``: everything decided about an article, in a zip that verifies itself."""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content import dossier
from content.models import Article


class Command(BaseCommand):
    help = "Export an article's dossier: texts, differences, voices, decisions and audit events."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the article's address")
        parser.add_argument("--to", type=Path, metavar="FILE.zip", help="default: dossier-SLUG.zip")
        parser.add_argument("--without-audio", action="store_true", help="leave the sounds out")

    def handle(self, *args: Any, **options: Any) -> None:
        article = Article.objects.select_related("topic").filter(slug=options["slug"]).first()
        if article is None:
            raise CommandError(f"There is no article at {options['slug']}.")
        target: Path = options["to"] or Path(dossier.name_of(article))
        try:
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-", suffix=".zip")
        except OSError as error:
            raise CommandError(f"{target.parent} cannot be written: {error}") from error
        try:
            with os.fdopen(handle, "wb") as file:
                for piece in dossier.stream(article, audio=not options["without_audio"]):
                    file.write(piece)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        self.stdout.write(f"Wrote {target}. Verify it with: python3 {target.name}")
