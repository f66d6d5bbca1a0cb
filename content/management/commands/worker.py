"""``manage.py worker``: does what was left undone, then what is asked for, until it is stopped."""

from __future__ import annotations

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from datetime import date
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from content import due, reconcile, reminders, signals

logger = logging.getLogger(__name__)

REMIND_FROM_HOUR = 6
"""From when on reminders are sent, in the installation's time zone."""


class Command(BaseCommand):
    help = (
        "Keep the times that were set, voice what is submitted, and look every minute for what "
        "was left undone."
    )

    stopping = False
    reminded_on: date | None = None
    worker: Worker | None = None

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--interval", type=float, default=0.5, help="seconds between looks")
        parser.add_argument(
            "--reconcile-every", type=float, default=60.0, help="seconds between searches"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        # By itself, since voicing may take minutes, and a time is kept to the minute.
        threading.Thread(
            target=self._keep_time, args=[options["reconcile_every"]], daemon=True
        ).start()
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
                self._remind()
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

    def _remind(self) -> None:
        """Send the day's reminders, and again what a mail server did not take."""
        today = due.day_of()
        early = timezone.localtime().hour < REMIND_FROM_HOUR
        if not settings.PLAINVOICE_REMINDERS or early or self.reminded_on == today:
            return
        try:
            outcome = reminders.send()
        except Exception:
            logger.exception("could not send reminders")
            return
        for sentence in reminders.told(outcome):
            self.stdout.write(sentence)
        if not outcome.failed:
            self.reminded_on = today

    def _keep_time(self, every: float) -> None:
        """Publish and take away what is due, until the process ends."""
        while not self.stopping:
            close_old_connections()
            try:
                for sentence in reconcile.keep_time():
                    self.stdout.write(sentence)
            except Exception:
                # A locked database, for example: the next look finds the same.
                logger.exception("could not look for what is due")
            time.sleep(every)

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        """End at once: what is left undone is found again by the next worker."""
        self.stopping = True
        if self.worker is not None:
            self.worker.running = False
        raise SystemExit(0)
