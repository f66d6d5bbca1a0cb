"""``manage.py review_due``: remind people by e-mail of what is due."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content import reminders


class Command(BaseCommand):
    help = (
        "Send each person one digest of what is due, at most once a day. The worker does the same "
        "by itself. Exit status 1 when a mail could not be sent."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="show them, send nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            self._show()
            return
        outcome = reminders.send()
        for sentence in reminders.told(outcome):
            self.stdout.write(sentence)
        if outcome.before:
            self.stdout.write(f"Sent before today: {outcome.before}.")
        if not (outcome.sent or outcome.before or outcome.failed or outcome.without_address):
            self.stdout.write("Nothing is due.")
        if outcome.failed:
            raise CommandError(f"{len(outcome.failed)} reminders were not sent.", returncode=1)

    def _show(self) -> None:
        none = True
        for digest in reminders.digests():
            none = False
            user = digest.user
            self.stdout.write(f"To: {user.email or f'{user.get_username()}, who has no address'}")
            self.stdout.write(f"Subject: {digest.subject}\n\n{digest.body}")
        if none:
            self.stdout.write("Nothing is due.")
