"""``manage.py reset_second_factor``: help somebody whose device is lost."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from content.actions import Refused, ResetSecondFactor


class Command(BaseCommand):
    help = (
        "Take somebody's lost device and recovery codes off and end their sessions and tokens. "
        "They sign in with their password and set a device up anew."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument(
            "--reason", required=True, help="why, and how it is known who asks; kept in the audit"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is nobody named {options['username']!r}.")
        try:
            ResetSecondFactor(user, actor=None, reason=options["reason"]).execute()
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{user} signs in with the password and sets a device up anew.")
