"""``manage.py load_demonstration``: the shipped sample, ready to be tried. Safe to run again."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from content import starter
from content.actions import Refused, ShowSample, SubmitRevision, VoiceRevision
from content.actions.base import record
from content.models import (
    Article,
    AuditEvent,
    Installation,
    Revision,
    RevisionState,
    StaffProfile,
    Suspension,
)
from content.roles import Role, give_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

ACCOUNTS = (Role.AUTHOR, Role.REVIEWER, Role.OPERATOR)
"""Their user names are the names of their roles."""


class Command(BaseCommand):
    help = "Set up the demonstration: accounts, topics, and the sample article with its notices."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.PLAINVOICE_DEMONSTRATION:
            raise CommandError(
                "These settings are not those of a demonstration. "
                "Run it with kiosk.settings.development, on data of its own."
            )
        if not self._mark():
            self.stdout.write(
                "This installation has its own articles and is no demonstration: "
                "the sample was not loaded."
            )
            return
        for topic in starter.TOPICS:
            starter.ensure_topic(topic)
        self._make_accounts()
        author = get_user_model().objects.filter(username=Role.AUTHOR).first()
        for shipped in starter.TEXTS:
            if shipped.language not in settings.PLAINVOICE_LANGUAGES or author is None:
                continue
            try:
                self._bring_out(shipped, author)
            except Refused as error:
                raise CommandError(f"{shipped.file}: {error}") from error

    @transaction.atomic
    def _mark(self) -> bool:
        """Return whether this is a demonstration, making an empty installation one."""
        if Installation.is_demonstration():
            return True
        if Article.objects.exists():
            return False
        Installation.objects.update_or_create(pk=1, defaults={"demonstration": True})
        record("demonstration", actor=None)
        return True

    @transaction.atomic
    def _make_accounts(self) -> None:
        """Make the accounts that were never made. One that somebody removed stays removed."""
        made = []
        for role in ACCOUNTS:
            users = get_user_model().objects
            known = AuditEvent.objects.filter(action="staff", detail__username=str(role))
            if known.exists() or users.filter(username=role).exists():
                continue
            password = secrets.token_urlsafe(12)
            user = users.create_user(username=str(role), password=password)
            give_role(user, role)
            if role == Role.REVIEWER:
                StaffProfile.objects.create(user=user, profession="Demonstration reviewer")
            record("staff", actor=None, username=str(role), role=str(role), made=True)
            made.append((role, password))
        if made:
            self.stdout.write("Accounts for the desk (their passwords are shown this once):")
            for role, password in made:
                self.stdout.write(f"  {role:<10} {password}")
            # Before the commit: killed in between, the next run makes and shows them again.
            self.stdout.flush()

    def _bring_out(self, shipped: starter.ShippedText, author: User) -> None:
        """Take a shipped text on from wherever it stands, until it is shown.

        What people did since (edited, returned, withdrew or approved it) is left as it is.
        """
        revision = starter.first(shipped, author)
        if revision is None or self._was_shown(revision):
            return
        if revision.is_draft and revision.version == 1:
            SubmitRevision(revision, actor=author).execute()
            revision.refresh_from_db()
        if revision.state == RevisionState.VOICING:
            self.stdout.write(f'Voicing "{revision.title}" ...')
            self.stdout.flush()
            VoiceRevision(revision).execute()
            revision.refresh_from_db()
        if revision.state == RevisionState.RETURNED:
            last = revision.reviews.last()
            if last is not None and last.reviewer is None:
                raise CommandError(f"{shipped.file} cannot be voiced: {last.comment}")
        rendition = revision.rendition
        if Suspension.current() is not None:
            self.stdout.write(f'"{revision.title}" waits: everything is off the kiosks.')
        elif revision.state == RevisionState.IN_REVIEW and rendition is not None:
            ShowSample(rendition).execute()
            self.stdout.write(f'"{revision.title}" is shown now, as a sample.')

    @staticmethod
    def _was_shown(revision: Revision) -> bool:
        return AuditEvent.objects.filter(action="show_sample", revision=revision).exists()
