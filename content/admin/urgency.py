"""How urgent something is that waits, and why: derived from what is known of it."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from django.db.models import TextChoices
from django.utils.formats import date_format

from content.models import ArticleKind, WithdrawReason
from content.models.article import NOTICE_KINDS
from content.models.revision import DUE_SOON


class Waits(TextChoices):
    """What kind of decision something waits for."""

    TEXT = "text", "New text"
    VOICE = "voice", "New voice"
    DUE = "due", "Due for review"


class Urgency(IntEnum):
    """How urgent something is, most urgent first."""

    AUTHOR = 0
    SAFETY = 1
    OVERDUE = 2
    SOON = 3
    ORDINARY = 4

    @property
    def label(self) -> str:
        """Name it in a word or two."""
        return ("Urgent", "Safety", "Overdue", "Due soon", "In its turn")[self]


def urgency_of(
    waits: Waits,
    *,
    today: date,
    kind: str = ArticleKind.ARTICLE,
    urgent_because: str = "",
    withdrawn_as: str | None = None,
    due: date | None = None,
) -> tuple[Urgency, str]:
    """Return how urgent something is, and why in words.

    ``withdrawn_as`` is why the article's last public text was withdrawn, if it was; ``due`` when
    its public text is to be looked at again.
    """
    if waits == Waits.TEXT and urgent_because:
        return Urgency.AUTHOR, f"The author says: “{urgent_because}”"
    if waits != Waits.DUE:
        if kind in NOTICE_KINDS - {ArticleKind.TERM}:
            return Urgency.SAFETY, "It is a notice, which articles carry."
        if withdrawn_as in (WithdrawReason.UNSAFE, WithdrawReason.INCORRECT):
            reason = WithdrawReason(withdrawn_as).label.lower()
            return Urgency.SAFETY, f"It replaces what was withdrawn because {reason}."
    if due is not None and due < today:
        return Urgency.OVERDUE, f"The public text was due for review on {_day(due)}."
    if due is not None and due <= today + DUE_SOON:
        return Urgency.SOON, f"The public text is due for review on {_day(due)}."
    return Urgency.ORDINARY, ""


def _day(day: date) -> str:
    return date_format(day, "j F Y")
