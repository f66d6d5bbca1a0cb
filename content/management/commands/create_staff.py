"""``manage.py create_staff``: an account with a role, and its password or an API token, once."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from content.actions.base import record
from content.models import ApiToken, SignIn, StaffProfile
from content.roles import Role, give_role


class Command(BaseCommand):
    help = "Make a staff account (or give an existing one a role) and print its password once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument(
            "--token",
            action="store_true",
            help="print an API token that carries this role for 8 hours, instead of a password",
        )
        parser.add_argument("--name", default="", help="the name shown to the public")
        parser.add_argument(
            "--profession", default="", help='shown to the public, as "Clinical pharmacist"'
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        users = get_user_model()
        username, role = options["username"], Role(options["role"])
        try:
            users.username_validator(username)
        except Exception as error:
            raise CommandError(f"{username!r} cannot be a user name: {error}") from error
        user = users.objects.filter(username=username).first()
        made = user is None
        if user is None:
            user = users.objects.create_user(username)
        elif not user.is_active:
            raise CommandError(
                f"{username} is not active. Activate the account in the admin first."
            )
        give_role(user, role)
        if options["name"] or options["profession"]:
            StaffProfile.objects.update_or_create(
                user=user,
                defaults={
                    key: value
                    for key, value in (
                        ("public_name", options["name"]),
                        ("profession", options["profession"]),
                    )
                    if value
                },
            )
        record("staff", actor=None, username=username, role=str(role), made=made)
        if options["token"]:
            key, token = ApiToken.issue(user, role)
            self.stdout.write(key)
            self.stderr.write(
                f"This token of {username} as {role.label.lower()} works until "
                f"{token.expires_at:%Y-%m-%d %H:%M} UTC and is not shown again."
            )
        elif made:
            password = secrets.token_urlsafe(12)
            user.set_password(password)
            user.save(update_fields=["password"])
            SignIn.objects.update_or_create(
                user=user,
                defaults={"must_change_password": not settings.PLAINVOICE_DEMONSTRATION},
            )
            self.stdout.write(password)
            self.stderr.write(
                f"This is the password of {username}. It is not shown again."
                + (
                    ""
                    if settings.PLAINVOICE_DEMONSTRATION
                    else " At the first sign-in another one is asked for."
                )
            )
        else:
            self.stderr.write(f"{username} is {role.label.lower()} now; the password is unchanged.")
