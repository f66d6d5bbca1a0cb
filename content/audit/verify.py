"""Verifying: the chain, the rows that its events vouch for, and the mirror. Every fault is a sentence.

Memory does not grow with the trail: events come a few hundred at a time, rows a few dozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from content.audit import chain, compare, rows
from content.audit.rows import KINDS
from content.models import Article, AuditedRow, AuditEvent, PublicMove

BATCH = 500
NEARBY = 30
"""How far from its place a moved event is looked for."""


class Verification:
    """One reading of the whole trail. Iterate :meth:`problems`, then read what was found.

    ``mirror`` is a folder or file of JSON lines; ``heads`` are digests that were written down elsewhere.
    """

    def __init__(self, *, mirror: Path | None = None, heads: Iterable[str] = ()) -> None:
        self.mirror = mirror
        self.heads = {head.lower() for head in heads}
        self.count = 0
        self.first: datetime | None = None
        self.last: datetime | None = None
        self.head = chain.GENESIS
        self.waiting = 0
        """Rows that the next event will vouch for."""
        self.last_good: int | None = 0
        """The last event up to which nothing is wrong with the events; None where nothing is."""

    def problems(self) -> Iterator[str]:
        """Yield a sentence for each changed, missing, moved or added row, in the trail's order."""
        newest = AuditEvent.objects.last()
        end = newest.pk if newest else 0
        unseen = set(self.heads)
        other = compare.Mirror(self.mirror) if self.mirror is not None else None
        before, well = chain.GENESIS, True
        earliest = AuditEvent.objects.order_by("pk").first()
        last = min(0, earliest.pk - 1) if earliest else 0
        expected = 1
        while events := list(AuditEvent.objects.filter(pk__gt=last, pk__lte=end)[:BATCH]):
            vouched = self._noted(events)
            digests = rows.digests(_named(events))
            for event in events:
                fields = chain.fields_of(event)
                own = list(self._own(event, fields, before, expected))
                yield from own
                well = well and not own
                if well:
                    self.last_good = event.pk
                yield from compare.rows_of(event, vouched.get(event.pk, set()), digests)
                if other is not None:
                    yield from other.against(fields, event.digest)
                if event.pk >= expected:
                    before, expected = event.digest, event.pk + 1
                unseen.discard(event.digest)
                self.count += 1
                self.first = self.first or event.at
                self.last = event.at
            last = events[-1].pk
        self.head = before
        if well:
            self.last_good = None
        if other is not None:
            yield from other.rest()
        for head in sorted(unseen):
            yield (
                f"No event has the digest {head}, which was written down: the trail was cut off or "
                "written anew."
            )
        yield from self._unvouched(end)
        yield from _pointers()

    def _own(
        self, event: AuditEvent, fields: dict[str, Any], before: str, expected: int
    ) -> Iterator[str]:
        """Yield what is wrong with an event by itself, and with its place behind the one before."""
        if event.pk > expected:
            gone = (
                f"event {expected} is"
                if event.pk == expected + 1
                else f"events {expected} to {event.pk - 1} are"
            )
            yield f"{gone[0].upper()}{gone[1:]} missing: the next that is there is {event.pk}."
        elif event.pk < expected:
            yield f"Event {event.pk} was added: numbers begin with 1."
        if chain.digest_of(fields) != event.digest:
            place = _place_of(fields, event.digest)
            yield (
                f"Event {event.pk} was moved: it was written as event {place}."
                if place is not None
                else f"Event {event.pk} ({event.action}, {event.at:%Y-%m-%d %H:%M:%S}) was changed: its "
                f"digest is not that of its fields.{compare.hint(event)}"
            )
        if event.previous != before and event.pk <= expected:
            yield (
                f"Event {event.pk} does not follow event {expected - 1}: that one was written anew, or "
                "one of the two was put in."
                if event.pk > 1
                else "Event 1 is not the first: it follows another, which is missing."
            )

    def _noted(self, events: list[AuditEvent]) -> dict[int, set[str]]:
        """Return the names of the rows that the database noted for each of these events."""
        noted: dict[int, set[str]] = {}
        found = AuditedRow.objects.filter(
            after_event__gte=events[0].pk - 1, after_event__lt=events[-1].pk
        )
        for kind, number, after in found.values_list("kind", "row_id", "after_event").iterator():
            noted.setdefault(after + 1, set()).add(f"{kind}:{number}")
        return noted

    def _unvouched(self, end: int) -> Iterator[str]:
        """Yield the rows that no event was ever to vouch for: put in while the rules were off."""
        noted = AuditedRow.objects.filter(row_id=OuterRef("pk"))
        for kind in KINDS.values():
            put_in = kind.frozen().filter(~Exists(noted.filter(kind=kind.name)))
            for number in put_in.values_list("pk", flat=True).iterator():
                yield f"{compare.named(kind.name, number)} was put in: no event vouches for it."
        late = AuditedRow.objects.filter(after_event__gte=end)
        self.waiting = late.count()


def _named(events: list[AuditEvent]) -> Iterator[tuple[str, int]]:
    for event in events:
        yield from compare.vouched_by(event)


def _place_of(fields: dict[str, Any], digest: str) -> int | None:
    """Return the number with which fields have their digest, where an event only stands elsewhere."""
    for place in range(max(1, fields["sequence"] - NEARBY), fields["sequence"] + NEARBY + 1):
        if chain.digest_of({**fields, "sequence": place}) == digest:
            return place
    return None


def _pointers() -> Iterator[str]:
    """Yield the articles whose public pointer is not where its last move left it."""
    last = PublicMove.objects.filter(article=OuterRef("pk")).order_by("-pk")
    moved = Article.objects.annotate(
        told=Coalesce(Subquery(last.values("rendition")[:1]), 0, output_field=BigIntegerField()),
        stands=Coalesce("public_rendition", 0, output_field=BigIntegerField()),
    )
    for article in moved.exclude(told=F("stands")).iterator():
        yield f"What is public of {article.slug} was changed while the rules were off."
