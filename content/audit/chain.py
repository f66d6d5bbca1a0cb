"""The chain: each event carries the digest of the one before it, and its own. docs/audit.md tells
other programs how to compute them.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from content.canonical import canonical_json

if TYPE_CHECKING:
    from content.models import AuditEvent

FORMAT = 1
"""Of :func:`fields_of`. What was chained in a format is verified in it for ever."""
GENESIS = "0" * 64
"""What stands as ``previous`` in the very first event."""


def moment(at: datetime) -> str:
    """Return a point in time as it is digested: ``2026-11-27T15:02:16.012345Z``, always in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def fields_of(event: AuditEvent) -> dict[str, Any]:
    """Return what an event's digest is taken of: all that its row holds, ``previous`` included."""
    return {
        "format": FORMAT,
        "sequence": event.pk,
        "at": moment(event.at),
        "actor": event.actor_id,
        "actor_name": event.actor_name,
        "action": event.action,
        "article": event.article_id,
        "revision": event.revision_id,
        "detail": event.detail,
        "software": event.software,
        "previous": event.previous,
    }


def digest_of(fields: dict[str, Any]) -> str:
    """Return the SHA-256 (hex) of an event's fields in canonical JSON."""
    return hashlib.sha256(canonical_json(fields)).hexdigest()


def line_of(event: AuditEvent) -> bytes:
    """Return an event as one line: canonical JSON of its fields and its digest, with a line feed."""
    return canonical_json({**fields_of(event), "digest": event.digest}) + b"\n"
