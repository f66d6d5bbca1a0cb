"""Comparing an event with what it vouches for, and with its line in the mirror."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from content import voicing
from content.audit import mirror
from content.audit.rows import KINDS
from content.canonical import canonical_json
from content.models import AuditEvent, Rendition, Revision

NAMES = {
    "revision": "Revision",
    "rendition": "Rendition",
    "review": "Decision",
    "hearing": "Hearing",
    "lexiconchange": "Pronunciation",
    "publicmove": "Public move",
}
TOLD = {"reason": "reason", "text_digest": "text_digest", "speech_digest": "speech_digest"}
"""What a decision's event says as well as its row."""


def named(kind: str, number: int | str) -> str:
    """Return what a row is called: ``Decision 12``."""
    return f"{NAMES.get(kind, kind.capitalize())} {number}"


def vouched_by(event: AuditEvent) -> Iterator[tuple[str, int]]:
    """Yield kind and number of each row whose digest an event carries."""
    carried = event.detail.get("rows") if isinstance(event.detail, dict) else None
    for name in carried if isinstance(carried, dict) else ():
        kind, _, number = name.partition(":")
        if kind in KINDS and number.isdigit():
            yield kind, int(number)


def rows_of(event: AuditEvent, noted: set[str], digests: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with the rows that an event vouches for.

    ``noted`` are those that the database noted for it, ``digests`` those of the rows as they are now.
    """
    carried = {f"{kind}:{number}" for kind, number in vouched_by(event)}
    for name in sorted(carried | noted):
        kind, _, number = name.partition(":")
        if name not in carried:
            yield f"{named(kind, number)} is not vouched for by event {event.pk}, as it should be."
        elif name not in digests:
            yield f"{named(kind, number)} is missing: event {event.pk} ({event.action}) vouches for it."
        elif digests[name] != event.detail["rows"][name]:
            yield (
                f"{named(kind, number)} was changed since event {event.pk} ({event.action}, "
                f"{event.at:%Y-%m-%d %H:%M:%S}){_what(event, kind, int(number))}."
            )
        elif name not in noted:
            yield f"The note that event {event.pk} vouches for {named(kind, number).lower()} is missing."


def _what(event: AuditEvent, kind: str, number: int) -> str:
    """Return which fields of a row were changed, where the event or the row itself tells."""
    row = KINDS[kind].model().objects.get(pk=number)
    changed = []
    if isinstance(row, Revision) and voicing.text_digest_of(row) != row.text_digest:
        changed.append("its words are not those of its text_digest")
    if isinstance(row, Rendition):
        made = hashlib.sha256(canonical_json(row.reading)).hexdigest()
        if made != row.speech_digest:
            changed.append("its reading is not that of its speech_digest")
    if kind == "review":
        changed += [
            f"{field} was {event.detail[key] or 'empty'!r}"
            for key, field in TOLD.items()
            if key in event.detail and event.detail[key] != getattr(row, field)
        ]
        if row.decision != event.action and event.action in ("approve", "return", "withdraw"):
            changed.append(f"decision was {event.action!r}")
        if event.actor_id != row.reviewer_id and event.action != "bind":
            changed.append(f"reviewer was {event.actor_name}")
    return f": {', '.join(changed)}" if changed else ""


def hint(event: AuditEvent) -> str:
    """Return which fields of a changed event its revision contradicts, with a space before it."""
    wrong = []
    if event.revision_id and event.revision is not None:
        if event.revision.article_id != event.article_id:
            wrong.append("article or revision")
        digest = event.detail.get("text_digest") if isinstance(event.detail, dict) else None
        if digest and digest != event.revision.text_digest:
            wrong.append("detail.text_digest")
    return f" Its revision contradicts: {', '.join(wrong)}." if wrong else ""


class Mirror:
    """A mirror that is read beside the database, both in order."""

    def __init__(self, where: Path) -> None:
        self._lines = mirror.lines(where)
        self._next: dict[str, Any] | None = None
        self._place = ""
        self._last = 0
        self._lacks: tuple[int, int] | None = None
        self._faults: list[str] = []
        self._step()

    def _step(self) -> None:
        """Go to the next line that is an event behind the last one; keep what is wrong on the way."""
        for place, event in self._lines:
            if event is None:
                self._faults.append(f"The mirror's line {place} is no event.")
            elif event["sequence"] <= self._last:
                self._faults.append(
                    f"The mirror's line {place} (event {event['sequence']}) is out of order."
                )
            else:
                self._next, self._place, self._last = event, place, event["sequence"]
                return
        self._next = None

    def against(self, fields: dict[str, Any], digest: str) -> Iterator[str]:
        """Yield what the mirror says otherwise than an event of the database."""
        number = fields["sequence"]
        while self._next is not None and self._next["sequence"] < number:
            yield from self._only_here()
            self._step()
        if self._next is None or self._next["sequence"] > number:
            first, last = self._lacks or (number, number - 1)
            if last == number - 1:
                self._lacks = (first, number)
            else:
                yield from self._lacked()
                self._lacks = (number, number)
        else:
            yield from self._lacked()
            row = {**fields, "digest": digest}
            if differ := sorted(
                key for key in {*row, *self._next} if row.get(key) != self._next.get(key)
            ):
                if "detail" in differ:
                    differ.remove("detail")
                    differ += _within(row["detail"], self._next.get("detail"))
                yield (
                    f"Event {number} differs from the mirror ({self._place}) in: {', '.join(differ)}."
                )
            self._step()
        yield from self._taken_faults()

    def rest(self) -> Iterator[str]:
        """Yield what only the mirror has behind the database's end."""
        yield from self._lacked()
        beyond: list[int] = []
        while self._next is not None:
            # What was written since the reading began is no fault.
            if not AuditEvent.objects.filter(digest=self._next["digest"]).exists():
                beyond = [*beyond[:1], self._next["sequence"]]
            self._step()
        yield from self._taken_faults()
        if beyond:
            many = (
                f"events {beyond[0]} to {beyond[-1]} are"
                if len(beyond) > 1
                else f"event {beyond[0]} is"
            )
            yield (
                f"{many[0].upper()}{many[1:]} in the mirror and not in the database, which ends before: "
                "its end was cut off, or it was restored from a backup."
            )

    def _only_here(self) -> Iterator[str]:
        assert self._next is not None  # noqa: S101 - the caller has looked
        who, what = self._next.get("actor_name"), self._next.get("action")
        yield (
            f"Event {self._next['sequence']} ({what} by {who}) is in the mirror ({self._place}) and not in "
            "the database."
        )

    def _lacked(self) -> Iterator[str]:
        if self._lacks is not None:
            first, last = self._lacks
            many = f"events {first} to {last} are" if last > first else f"event {first} is"
            yield f"{many[0].upper()}{many[1:]} in the database and not in the mirror."
            self._lacks = None

    def _taken_faults(self) -> Iterator[str]:
        yield from self._faults
        self._faults = []


def _within(here: Any, there: Any) -> list[str]:
    """Return which keys of two details differ, as ``detail.reason``."""
    if not isinstance(here, dict) or not isinstance(there, dict):
        return ["detail"]
    keys = sorted({*here, *there})
    return [f"detail.{key}" for key in keys if here.get(key) != there.get(key)]
