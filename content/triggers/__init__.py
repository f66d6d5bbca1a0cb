"""The rules that the database itself keeps, whoever asks it and however.

Each rule is data: a table, the events it watches, and a condition over ``OLD`` and ``NEW`` under
which the statement is refused. The conditions keep to SQL that PostgreSQL reads too; only
:func:`install` knows how a certain database writes a trigger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connections, transaction
from django.db.utils import NotSupportedError

from content.triggers import audit, comments, decisions, public, signin, texts
from content.triggers.rules import Consequence, Refusal

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

TRIGGERS: list[Refusal | Consequence] = [
    *texts.TRIGGERS,
    *comments.TRIGGERS,
    *decisions.TRIGGERS,
    *public.TRIGGERS,
    *audit.TRIGGERS,
    *signin.TRIGGERS,
]


def add(rules: list[Refusal]) -> None:
    """Have the database keep rules of another app's tables as well; once, while apps are loaded."""
    known = {trigger.name for trigger in TRIGGERS}
    TRIGGERS.extend(rule for rule in rules if rule.name not in known)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the database keep exactly these rules, replacing older wordings of them.

    Raises :class:`NotSupportedError` on a database they are not written for.
    """
    if connection.vendor != "sqlite":
        raise NotSupportedError(
            f"Plainvoice's rules are not yet written for {connection.vendor}: use SQLite"
        )
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for trigger in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}")
            # Another app's tables may not be there yet, where the apps are migrated one by one.
            if trigger.table in tables:
                cursor.execute(trigger.sqlite())


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the rules off: only for a migration that rebuilds tables, which drops them silently."""
    with connection.cursor() as cursor:
        for trigger in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of the rules that the database does not keep, in order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = dict(cursor.fetchall())
    return [trigger.name for trigger in TRIGGERS if kept.get(trigger.name) != trigger.sqlite()]


def before_migrating(using: str, plan: list[Any], **_: Any) -> None:
    """Take the rules off before tables are rebuilt; :func:`after_migrating` puts them back."""
    if plan:
        remove(connections[using])


def after_migrating(using: str, **_: Any) -> None:
    """Install the rules after every migration, so that they are always those of this software."""
    connection = connections[using]
    if "content_article" in connection.introspection.table_names():
        install(connection)
