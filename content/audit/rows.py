"""The rows that the audit trail vouches for, and their digests.

A trigger notes each such row the moment it is written or frozen, whoever writes it; the next event
carries its digest in ``detail["rows"]``. So nobody can forget to bind a decision to its event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

from content.audit.chain import moment
from content.canonical import canonical_json

BATCH = 20
"""How many rows are in memory at once: a rendition's reading can be hundreds of kilobytes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of rows that never change once ``event`` has happened to them under ``condition``.

    ``fields`` are those that are frozen then; without any, all are.
    """

    name: str
    event: str = "INSERT"
    condition: str = ""
    fields: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The table's name in the database."""
        return f"content_{self.name}"

    def model(self, registry: Any = apps) -> Any:
        """Return the model, of this software or, in a migration, of that day."""
        return registry.get_model("content", self.name)

    def frozen(self, registry: Any = apps) -> QuerySet[Any]:
        """Return the rows that an event must tell of."""
        rows: QuerySet[Any] = self.model(registry).objects.order_by("pk")
        return rows.exclude(state="draft") if self.name == "revision" else rows


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "revision",
            "UPDATE",
            "OLD.state = 'draft' AND NEW.state <> 'draft'",
            (
                "article",
                "number",
                "title",
                "body",
                "notices",
                "note",
                "urgent_because",
                "text_digest",
                "version",
                "edited_by",
                "source_revision",
                "submitted_at",
                "submitted_by",
            ),
        ),
        Kind("rendition"),
        Kind("review"),
        Kind("hearing"),
        Kind("lexiconchange"),
        Kind("comment"),
        Kind("commentresolution"),
        Kind("storedimage"),
        Kind("departure"),
        Kind("earlyrelease"),
        Kind("earlierexpiry"),
        Kind("suspension", fields=("reason", "comment", "begun_by", "begun_at")),
        Kind("publicmove"),
    )
}
"""To vouch for another append-only table, add it here; the triggers follow."""


def content_of(row: Model, kind: Kind) -> dict[str, Any]:
    """Return what a row's digest is taken of, JSON-able.

    Empty values (none, no text, no list, false) are left out, so that a column that a later version
    adds, empty in old rows, leaves their digests as they were.
    """
    content: dict[str, Any] = {"kind": kind.name, "id": row.pk}
    for field in row._meta.concrete_fields:
        if field.primary_key or (kind.fields and field.name not in kind.fields):
            continue
        value = field.value_from_object(row)
        if isinstance(value, datetime):
            value = moment(value)
        elif isinstance(value, date):
            value = value.isoformat()
        if value is None or value is False or value in ("", [], {}):
            continue
        content[field.name] = value
    return content


def digest_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 (hex) of a row's content in canonical JSON."""
    return hashlib.sha256(canonical_json(content)).hexdigest()


def found(kind: Kind, numbers: Iterable[int], registry: Any = apps) -> Iterator[Any]:
    """Yield the rows of these numbers that are there, few at a time."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), BATCH):
        yield from kind.model(registry).objects.filter(pk__in=wanted[start : start + BATCH])


def digests(named: Iterable[tuple[str, int]], registry: Any = apps) -> dict[str, str]:
    """Return ``{"review:12": digest}`` of the rows of these kinds and numbers that are there."""
    numbers: dict[str, list[int]] = {}
    for name, number in named:
        numbers.setdefault(name, []).append(number)
    return {
        f"{name}:{row.pk}": digest_of(content_of(row, KINDS[name]))
        for name in sorted(numbers)
        if name in KINDS
        for row in found(KINDS[name], numbers[name], registry)
    }
