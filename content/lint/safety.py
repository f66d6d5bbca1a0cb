"""What could harm: doses, promises, warnings turned round; and what must be said of a medicine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from content.lint import patterns
from content.lint.data import Group, Rules, Statement
from content.lint.findings import Raised
from content.lint.text import Line, Text

PROMINENT = frozenset({"title", "summary", "heading"})


def check(text: Text, rules: Rules, today: date) -> Iterator[Raised]:
    """Yield red flags, and statements that a text about a group of medicines lacks.

    Notices and terms need no statements: they are read within articles, which do.
    """
    yield from patterns.raised(text, rules, "safety")
    if not text.is_article:
        return
    for group in rules.groups:
        place = about(text, group)
        if place is None:
            continue
        line, start, length = place
        for statement in group.statements:
            if not said(text, statement):
                yield Raised(statement.rule, line, start, length, {"group": group.name})


def about(text: Text, group: Group) -> tuple[Line, int, int] | None:
    """Return where a text first names a group that it is about, None where it is not.

    A text that only mentions a group, as one that does not go with the medicine it is about, is
    not about it.
    """
    named = [
        (line, match.start(), match.end() - match.start())
        for line in text.said()
        if (match := group.trigger.search(line.text))
    ]
    prominent = [place for place in named if place[0].where in PROMINENT]
    if prominent or len(named) >= group.mentions:
        return (prominent or named)[0]
    return None


def said(text: Text, statement: Statement) -> bool:
    """Whether a text or a notice that it includes says something in one of the wordings."""
    return any(
        all(pattern.search(passage) for pattern in wording)
        for passage in text.passages
        for wording in statement.wordings
    )


def names_a_medicine(text: Text, rules: Rules) -> bool:
    """Whether a text is about a medicine of any group."""
    return any(about(text, group) is not None for group in rules.groups)
