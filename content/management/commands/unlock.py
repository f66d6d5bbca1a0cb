"""``manage.py unlock``: let somebody who was locked out try again at once."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from content.actions import UnlockAccount


class Command(BaseCommand):
    help = "Let somebody who was locked out after wrong attempts try again at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is nobody named {options['username']!r}.")
        done = UnlockAccount(user, actor=None).execute()
        self.stdout.write(
            f"{user} may try again." if done else f"{user} had no wrong attempts. Nothing changed."
        )
