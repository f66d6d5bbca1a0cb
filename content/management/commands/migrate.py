"""``manage.py migrate``: Django's own, which also installs the rules that the database keeps."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from content.checks import while_migrating


class Command(migrate.Command):
    def check(self, *args: Any, **options: Any) -> None:
        with while_migrating():
            super().check(*args, **options)
