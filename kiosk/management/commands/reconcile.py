"""``manage.py reconcile``: find what was left undone, do it, and say what cannot be done."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content import reconcile
from content.audit import mirror
from kiosk import publication, startup
from kiosk.publication.rendering import StylesMissing


class Command(BaseCommand):
    help = (
        "Keep the times, voice what waits, make the publication agree with the database, and check every stored "
        "clip. Exit status 1 when something needs a person."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        startup.leave_demonstration()
        for sentence in reconcile.keep_time():
            self.stdout.write(sentence)
        for sentence in reconcile.voice_what_waits():
            self.stdout.write(sentence)
        for sentence in reconcile.revoice_what_changed():
            self.stdout.write(sentence)
        for sentence in reconcile.unfinished_clips():
            self.stdout.write(sentence)
        for sentence in reconcile.mirror_the_audit_trail():
            self.stdout.write(sentence)
        damaged = list(reconcile.damaged_clips())
        for sentence in damaged:
            self.stderr.write(sentence)
        try:
            for sentence in publication.reconcile():
                self.stdout.write(sentence)
        except StylesMissing as error:
            raise CommandError(str(error)) from error
        if wrong := mirror.wrong():
            raise CommandError(wrong, returncode=1)
        if damaged:
            raise CommandError(f"{len(damaged)} stored clips need a backup.", returncode=1)
