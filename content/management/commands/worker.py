"""``manage.py worker``: does what was left undone, then what is asked for, until it is stopped."""

from __future__ import annotations

import signal
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker

from content import reconcile, signals


class Command(BaseCommand):
    help = "Voice what is submitted, and look every minute for what was left undone."

    stopping = False
    worker: Worker | None = None

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--interval", type=float, default=0.5, help="seconds between looks")
        parser.add_argument(
            "--reconcile-every", type=float, default=60.0, help="seconds between searches"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        next_search = 0.0
        while not self.stopping:
            close_old_connections()
            if time.monotonic() >= next_search:
                for sentence in reconcile.voice_what_waits():
                    self.stdout.write(sentence)
                for sentence in reconcile.revoice_what_changed():
                    self.stdout.write(sentence)
                for sentence in reconcile.mirror_the_audit_trail():
                    self.stdout.write(sentence)
                signals.reconciling.send(sender=Command)
                next_search = time.monotonic() + options["reconcile_every"]
            self.worker = Worker(
                queue_names=["*"],
                interval=0,
                # One look at the queue, so that the search above gets its turn.
                batch=True,
                backend_name="default",
                startup_delay=False,
                max_tasks=None,
                worker_id=f"plainvoice-{time.time_ns()}",
                excluded_queue_names=[],
            )
            self.worker.run()
            if not self.stopping:
                time.sleep(options["interval"])

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        """End at once: what is left undone is found again by the next worker."""
        self.stopping = True
        if self.worker is not None:
            self.worker.running = False
        raise SystemExit(0)
