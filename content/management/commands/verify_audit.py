"""``manage.py verify_audit``: prove that nothing in the audit trail was changed, or say what was."""

from __future__ import annotations

import contextlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content.audit import mirror
from content.audit.verify import Verification
from content.dossier.check import check


class Command(BaseCommand):
    help = (
        "Verify the audit trail: its chain, the decisions and texts it vouches for, and its mirror. "
        "Exit status 1 with one line a problem."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--mirror",
            type=Path,
            help="a folder or file of JSON lines; default: the one that is configured",
        )
        parser.add_argument("--no-mirror", action="store_true", help="leave the mirror out")
        parser.add_argument(
            "--head",
            action="append",
            default=[],
            metavar="DIGEST",
            help="a head digest that was written down elsewhere: it must be in the trail",
        )
        parser.add_argument(
            "--from-dossier",
            type=Path,
            metavar="ZIP",
            help="a dossier: it must be whole, and its events those of this trail",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        where = options["mirror"] or mirror.folder()
        if options["no_mirror"]:
            where = None
        if options["mirror"] is not None and not options["mirror"].exists():
            raise CommandError(f"There is no mirror at {options['mirror']}.")
        if where == mirror.folder():
            # An event of this very moment may not be there yet. What disagrees is found below.
            with contextlib.suppress(OSError, mirror.MirrorTrouble):
                mirror.catch_up()
        heads, count = list(options["head"]), 0
        if options["from_dossier"] is not None:
            found = check(options["from_dossier"])
            for problem in found.problems:
                count += 1
                self.stdout.write(f"The dossier: {problem}")
            heads += found.events
        verification = Verification(mirror=where, heads=heads)
        for problem in verification.problems():
            count += 1
            self.stdout.write(problem)
        if count:
            good = verification.last_good
            if good is not None:
                self.stdout.write(
                    f"The last event up to which all are in order: {good}."
                    if good
                    else "Not even the first event is in order."
                )
            raise CommandError(
                f"{count} problem{'s' if count > 1 else ''} in {verification.count} events.",
                returncode=1,
            )
        self.stdout.write(self._well(verification, where))

    @staticmethod
    def _well(verification: Verification, where: Path | None) -> str:
        if not verification.count:
            return "There are no events yet."
        beside = "mirror compared" if where is not None else "no mirror compared"
        waiting = (
            f"; {verification.waiting} newer rows wait for the next event"
            if verification.waiting
            else ""
        )
        return (
            f"{verification.count} events from {verification.first:%Y-%m-%d %H:%M:%S} to "
            f"{verification.last:%Y-%m-%d %H:%M:%S} UTC, all there and unchanged ({beside}{waiting}); "
            f"head digest {verification.head}"
        )
