"""``manage.py publish``: make the publication folder what the database says, or copy it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kiosk import publication, startup
from kiosk.publication.rendering import StylesMissing


class Command(BaseCommand):
    help = "Publish everything that is public, or copy the publication to another folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="copy it there as well")

    def handle(self, *args: Any, **options: Any) -> None:
        startup.leave_demonstration()
        try:
            refused = publication.publish_all()
        except StylesMissing as error:
            raise CommandError(str(error)) from error
        if options["to"] is not None:
            try:
                count = publication.copy_to(options["to"])
            except publication.NotOurs as error:
                raise CommandError(str(error)) from error
            except OSError as error:
                raise CommandError(f"{options['to']}: {error.strerror}.") from error
            self.stdout.write(f"{count} files are in {options['to']}.")
        if refused:
            raise CommandError(" ".join(refused), returncode=1)
