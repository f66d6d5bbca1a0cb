"""The audit trail: one chain, appended, which vouches for every final row."""

from __future__ import annotations

from content.audit import chain, rows
from content.triggers.rules import Consequence, Refusal, kept

_LAST_EVENT = "COALESCE((SELECT MAX(o.id) FROM content_auditevent o), 0)"
_DOES_NOT_FOLLOW = f"""(
    NEW.id <> {_LAST_EVENT} + 1 OR LENGTH(NEW.digest) <> 64
    OR NEW.previous <> COALESCE(
        (SELECT o.digest FROM content_auditevent o ORDER BY o.id DESC LIMIT 1),
        '{chain.GENESIS}'))"""  # noqa: S608 - our own words only


def _vouched_for(kind: rows.Kind) -> Consequence:
    """Note a row that is final now, so that the next audit event carries its digest."""
    return Consequence(
        f"{kind.table}_is_audited",
        kind.table,
        kind.event,
        "INSERT INTO content_auditedrow (kind, row_id, after_event) "  # noqa: S608 - our own words only
        f"VALUES ('{kind.name}', NEW.id, {_LAST_EVENT})",
        kind.condition,
    )


TRIGGERS: list[Refusal | Consequence] = [
    *kept("content_auditevent", "the audit trail"),
    Refusal(
        "content_auditevent_follows",
        "content_auditevent",
        "INSERT",
        "an event of the audit trail follows the newest one",
        _DOES_NOT_FOLLOW,
    ),
    *kept(
        "content_auditedrow",
        "what the audit trail vouches for",
        "o.kind = NEW.kind AND o.row_id = NEW.row_id",
    ),
    Refusal(
        "content_auditedrow_of_the_next_event",
        "content_auditedrow",
        "INSERT",
        "the next event of the audit trail vouches for a row",
        f"NEW.after_event <> {_LAST_EVENT}",
    ),
    *(_vouched_for(kind) for kind in rows.KINDS.values()),
]
