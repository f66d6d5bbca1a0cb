"""What the checks ask of whoever approves: no blocker, and an answer to each warning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from content.actions.base import Conflict, Invalid
from content.lint import Level
from content.linting import MAX_ANSWER

if TYPE_CHECKING:
    from content.linting import Checked


def check_no_blocker(checked: Checked) -> None:
    """Raise :class:`Conflict` with the rule ``checks`` where something must be changed first."""
    if blockers := checked.of(Level.BLOCKER):
        raise Conflict(
            "checks",
            "The checks found what must be changed, and no answer helps. Return it to its author.",
            tuple(checked.sentence_for(finding) for finding in blockers),
        )


def check_answers(checked: Checked, answers: Mapping[str, str]) -> None:
    """Raise :class:`Refused` with the rule ``answers`` unless each warning has its reason.

    ``answers`` hold no blank one. Each of ``problems`` begins with the id of a finding and a colon.
    """
    known = {finding.id for finding in checked.findings}
    if unknown := [name for name in answers if name not in known]:
        raise Invalid(
            "answers",
            "There is an answer to something that the checks do not say of this text.",
            tuple(unknown),
        )
    if long := [name for name, text in answers.items() if len(text) > MAX_ANSWER]:
        raise Invalid(
            "answers",
            f"An answer has more than {MAX_ANSWER:,} characters. Say it in a sentence.",
            tuple(long),
        )
    if open_ := [one for one in checked.of(Level.WARNING) if one.id not in answers]:
        count = len(open_)
        raise Conflict(
            "answers",
            "One warning of the checks has no answer. Say why it may stand, or return the text."
            if count == 1
            else f"{count} warnings of the checks have no answer. Say why each may stand, or "
            "return the text.",
            tuple(f"{finding.id}: {checked.sentence_for(finding)}" for finding in open_),
        )
