"""What all actions share: how they refuse, and how they write the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from content import __version__
from content.models import AuditEvent

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


def record(
    action: str,
    *,
    actor: User | None,
    article: Article | None = None,
    revision: Revision | None = None,
    **detail: Any,
) -> AuditEvent:
    """Append one event to the audit trail, in the transaction of what it tells about."""
    return AuditEvent.objects.create(
        actor=actor,
        actor_name=actor.get_username() if actor is not None else SYSTEM,
        action=action,
        article=article if article is not None else (revision.article if revision else None),
        revision=revision,
        detail=detail,
        software=__version__,
    )
