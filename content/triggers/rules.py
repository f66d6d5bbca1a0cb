"""How a rule of the database is written down: as data, in SQL that PostgreSQL reads too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Refuse ``event`` on ``table`` while ``condition`` holds (always, where it is empty)."""

    name: str
    table: str
    event: str
    message: str
    condition: str = ""

    def sqlite(self) -> str:
        """Return the trigger in SQLite's words."""
        when = f"WHEN {self.condition}" if self.condition else ""
        message = self.message.replace("'", "''")
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW {when} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


@dataclass(frozen=True, slots=True)
class Consequence:
    """Run ``statement`` after ``event`` on ``table`` while ``condition`` holds (always, if empty)."""

    name: str
    table: str
    event: str
    statement: str
    condition: str = ""

    def sqlite(self) -> str:
        """Return the trigger in SQLite's words, the time written as Django writes it."""
        when = f"WHEN {self.condition} " if self.condition else ""
        now = "strftime('%Y-%m-%d %H:%M:%f', 'now') || '000'"
        return (
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} FOR EACH ROW {when}"
            f"BEGIN {self.statement.replace('CURRENT_TIMESTAMP(3)', now)}; END"
        )


def kept(table: str, what: str, *uniques: str) -> list[Refusal]:
    """Return the rules of a table whose rows are appended and never changed.

    ``uniques`` are conditions over ``o`` (a row that is there) and ``NEW`` under which the two
    cannot both be.
    """
    return [
        Refusal(f"{table}_not_changed", table, "UPDATE", f"{what} is never changed"),
        Refusal(f"{table}_not_deleted", table, "DELETE", f"{what} is never deleted"),
        not_replaced(table, what, *uniques),
    ]


def not_replaced(table: str, what: str, *uniques: str) -> Refusal:
    """Refuse a row that would take the place of another.

    SQLite's ``INSERT OR REPLACE`` removes the other without asking the triggers for ``DELETE``
    (https://www.sqlite.org/lang_conflict.html, 2026-11-25).
    """
    same = " OR ".join(("o.id = NEW.id", *(f"({unique})" for unique in uniques)))
    return Refusal(
        f"{table}_not_replaced",
        table,
        "INSERT",
        f"{what} is never replaced",
        f"EXISTS (SELECT 1 FROM {table} o WHERE {same})",  # noqa: S608 - our own words only
    )
