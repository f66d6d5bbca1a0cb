"""``manage.py conformance``: write what is met, as a page, an installer's list and an OpenACR."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kiosk.conformance import openacr, page
from kiosk.conformance.names import named_below
from kiosk.conformance.results import Results, load, save, still_there
from kiosk.conformance.status import FAILS, UNTESTED, count, rows

DOCS = settings.ROOT / "docs"
RESULTS = DOCS / "accessibility-results.json"
"""What the committed pages rest on."""
LAST_RUN = settings.ROOT / "data" / "conformance.json"
"""Where ``script/test`` leaves what it found."""


def documents(results: Results) -> dict[str, str]:
    """Return every report by the name of its file."""
    made = rows(results)
    return {
        "accessibility.md": page.table(made),
        "installers-list.md": page.installers_list(),
        "openacr.yaml": openacr.document(made),
    }


class Command(BaseCommand):
    help = (
        "Write docs/accessibility.md, docs/installers-list.md and docs/openacr.yaml from results."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--results",
            type=Path,
            metavar="FILE",
            help=f"what a run of the tests left; {LAST_RUN.relative_to(settings.ROOT)} unless told, "
            "and without it what is committed",
        )
        parser.add_argument("--to", type=Path, default=DOCS, metavar="FOLDER", help="write there")

    def handle(self, *args: Any, **options: Any) -> None:
        file = options["results"] or (LAST_RUN if LAST_RUN.is_file() else RESULTS)
        try:
            results = still_there(load(file), named_below(settings.ROOT / "tests"))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        folder: Path = options["to"]
        folder.mkdir(parents=True, exist_ok=True)
        save(folder / RESULTS.name, results)
        for name, text in documents(results).items():
            (folder / name).write_text(text, encoding="utf-8")
        counted = count(rows(results))
        said = ", ".join(f"{number} {status}" for status, number in counted.most_common())
        self.stdout.write(f"{counted.total()} rules: {said}. The reports are in {folder}.")
        if counted[FAILS] or counted[UNTESTED]:
            self.stdout.write("What is failed or not tested is not claimed.")
