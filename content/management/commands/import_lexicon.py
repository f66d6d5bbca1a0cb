"""``manage.py import_lexicon FILE --by USER``: words from a PLS 1.0 file into the site's lexicon."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from content import lexicon_files
from content.actions import Refused
from content.speech import pls


class Command(BaseCommand):
    help = (
        "Take pronunciations from a W3C PLS 1.0 file. Whoever they are taken in by counts as the "
        "editor of what they touch. Exit status 1 when a word could not come in."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--by", metavar="USER", required=True, help="who takes them in")

    def handle(self, *args: Any, **options: Any) -> None:
        person = get_user_model().objects.filter(username=options["by"]).first()
        if person is None:
            raise CommandError(f"There is no account {options['by']}.")
        path = Path(options["file"])
        try:
            if path.stat().st_size > pls.MOST_BYTES:
                raise CommandError(f"{path} is larger than {pls.MOST_BYTES // 1024} KiB.")
            report = lexicon_files.take_in(path.read_bytes(), actor=person)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error}") from error
        except (pls.NotPls, Refused) as error:
            raise CommandError(f"{path}: {error}") from error
        for word in report.taken:
            self.stdout.write(f"Taken: {word}")
        for word in report.same:
            self.stdout.write(f"Said like this already: {word}")
        for problem in report.failed:
            self.stderr.write(f"Not taken: {problem}")
        if report.failed:
            raise CommandError(f"{len(report.failed)} could not be taken.", returncode=1)
