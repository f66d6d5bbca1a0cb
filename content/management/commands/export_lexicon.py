"""``manage.py export_lexicon LANGUAGE``: the site's words as W3C PLS 1.0."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content import lexicon_files


class Command(BaseCommand):
    help = "Write the pronunciations in force of a language as W3C PLS 1.0."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("language", help="for example en")
        parser.add_argument("--to", metavar="FILE", help="a file instead of standard output")
        parser.add_argument(
            "--with-shipped", action="store_true", help="also what Plainvoice ships"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        language = options["language"]
        if language not in settings.PLAINVOICE_LANGUAGES:
            offered = ", ".join(settings.PLAINVOICE_LANGUAGES)
            raise CommandError(f'This kiosk does not offer "{language}". It offers: {offered}.')
        data = lexicon_files.give_out(language, with_shipped=options["with_shipped"])
        if options["to"] is None:
            self.stdout.write(data.decode(), ending="")
            return
        try:
            Path(options["to"]).write_bytes(data)
        except OSError as error:
            raise CommandError(f"{options['to']} cannot be written: {error.strerror}.") from error
