"""The audit trail as a file: JSON lines, as the mirror has them, or CSV for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse

from content.audit import actions, chain
from content.canonical import canonical_json
from content.models import AuditEvent

COLUMNS = (
    "number",
    "at (UTC)",
    "who",
    "action",
    "what",
    "article",
    "revision",
    "detail",
    "software",
    "previous",
    "digest",
)
TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula:
https://owasp.org/www-community/attacks/CSV_Injection (2026-11-27)."""
CHUNK = 500


def answer(events: QuerySet[AuditEvent], form: str) -> HttpResponseBase:
    """Answer with a file that is written while it is sent."""
    if form == "jsonl":
        lines: Iterator[bytes] = map(chain.line_of, events.iterator(chunk_size=CHUNK))
        kind = "application/x-ndjson"
    elif form == "csv":
        lines, kind = _csv(events), "text/csv; charset=utf-8"
    else:
        return HttpResponse("Ask for format=jsonl or format=csv.", status=400)
    whole = StreamingHttpResponse(lines, content_type=kind)
    whole["Content-Disposition"] = f'attachment; filename="audit.{form}"'
    return whole


class _Line:
    """What the CSV writer writes to: it gives each line back."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def _csv(events: QuerySet[AuditEvent]) -> Iterator[bytes]:
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL)
    yield ("\ufeff" + writer.writerow(COLUMNS)).encode()
    for event in events.iterator(chunk_size=CHUNK):
        yield writer.writerow([harmless(value) for value in _cells(event)]).encode()


def _cells(event: AuditEvent) -> tuple[Any, ...]:
    return (
        event.pk,
        chain.moment(event.at),
        event.actor_name,
        event.action,
        actions.sentence(event.action),
        event.article.slug if event.article else "",
        event.revision.number if event.revision else "",
        canonical_json(event.detail).decode(),
        event.software,
        event.previous,
        event.digest,
    )


def harmless(value: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before what one would."""
    text = str(value)
    return f"'{text}" if text.startswith(TRIGGERS) else text
