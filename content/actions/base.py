"""What all actions share: how they refuse, and how they write the audit trail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from content import __version__
from content.audit import chain, mirror, rows
from content.canonical import canonical_json
from content.models import AuditedRow, AuditEvent

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from content.models import Article, Revision

SYSTEM = "Plainvoice"
"""The actor's name in the audit trail where the software itself acts."""


class Refused(Exception):
    """An action that may not be done; the message is the sentence shown to the person.

    ``rule`` is a short, stable name for programs; ``problems`` are further sentences, one each.
    """

    def __init__(self, rule: str, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.problems = problems

    def __str__(self) -> str:
        return " ".join((self.message, *self.problems))


class NotPermitted(Refused):
    """This person may not do it (HTTP 403)."""


class Conflict(Refused):
    """Not in this state, or of something that has changed meanwhile (HTTP 409)."""


class Invalid(Refused):
    """What was given cannot be used as it is (HTTP 400)."""


def require(actor: User, permission: str, doing: str) -> None:
    """Raise :class:`NotPermitted` unless an active person has a permission.

    A superuser has every permission, and none of the exceptions that the rules do not have.
    """
    if not actor.is_active or not actor.has_perm(permission):
        raise NotPermitted(
            "role", f"Your role does not allow {doing}. Ask somebody whose role does."
        )


def signature(actor: User | None) -> dict[str, str]:
    """Return how a decision names its reviewer for ever: public name and profession as they are now.

    Both are empty where the software itself decides, and where nobody has given any.
    """
    profile = getattr(actor, "staff_profile", None)
    return {
        "reviewer_name": profile.public_name if profile else "",
        "reviewer_profession": profile.profession if profile else "",
    }


def record(
    action: str,
    *,
    actor: User | None,
    article: Article | None = None,
    revision: Revision | None = None,
    **detail: Any,
) -> AuditEvent:
    """Append one event to the audit trail, in the transaction of what it tells about.

    :data:`content.audit.actions.ACTIONS` says what the detail of each action holds. ``rows``, the digests
    of the rows written since the event before (decisions, renditions, submitted texts, hearings), is
    added here.
    """
    with transaction.atomic():
        # SQLite has one writer at a time (transaction_mode IMMEDIATE). Elsewhere this lock makes the
        # others wait, and who read the same newest event before breaks the uniqueness of "previous".
        newest = AuditEvent.objects.select_for_update().only("pk", "digest").last()
        number = newest.pk if newest else 0
        written = AuditedRow.objects.filter(after_event=number).values_list("kind", "row_id")
        if bound := rows.digests(written):
            detail["rows"] = bound
        event = AuditEvent(
            pk=number + 1,
            at=timezone.now(),
            actor=actor,
            actor_name=actor.get_username() if actor is not None else SYSTEM,
            action=action,
            article=article if article is not None else (revision.article if revision else None),
            revision=revision,
            # As the database gives it back: what is digested is what is read again.
            detail=json.loads(canonical_json(detail)),
            software=__version__,
            previous=newest.digest if newest else chain.GENESIS,
        )
        event.digest = chain.digest_of(chain.fields_of(event))
        event.save(force_insert=True)
        transaction.on_commit(mirror.after_commit, robust=True)
    return event
