"""``manage.py staff_pin``: a new PIN for the pages of the installed screens, printed once."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from kiosk.devices.models import StaffPin


class Command(BaseCommand):
    help = "Make a new PIN for /device/, /device/keys/ and /selfcheck/ and print it once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--first", action="store_true", help="do nothing where there is a PIN already"
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if options["first"] and StaffPin.current() is not None:
            return
        pin = StaffPin.renew()
        self.stdout.write("PIN for the pages of the screen, /device/ and /selfcheck/ (shown once):")
        self.stdout.write(f"  {'PIN':<10} {pin}")
        # Before the commit: killed in between, the next run makes and shows another.
        self.stdout.flush()
