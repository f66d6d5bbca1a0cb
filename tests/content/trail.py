"""What tests of the audit trail share: a short trail, and what somebody does who owns the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from content import triggers
from content.actions import WithdrawArticle
from content.actions.base import record
from content.audit.verify import Verification
from content.models import Revision
from tests import factories


def events(count: int = 6) -> None:
    """Record that many events of nothing in particular."""
    for number in range(count):
        record("demonstration", actor=None, number=number)


def lived() -> Revision:
    """Return a revision that was written, voiced, approved and withdrawn."""
    revision = factories.approved()
    revision.article.refresh_from_db()
    WithdrawArticle(
        revision.article,
        actor=factories.staff("reviewer", "reviewer"),
        reason="outdated",
        comment="Too old.",
    ).execute()
    return revision


@contextmanager
def rules_off() -> Iterator[Any]:
    """Lend a cursor to whoever can take the database's rules off."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        yield cursor
    triggers.install(connection)


def problems(*, mirror: Path | None = None, heads: tuple[str, ...] = ()) -> list[str]:
    """Return what a verification says."""
    return list(Verification(mirror=mirror, heads=heads).problems())
