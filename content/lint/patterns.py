"""Looking for a rule's patterns in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.lint.data import Rule, Rules
from content.lint.findings import Raised
from content.lint.text import Line, Text

BEFORE = 60
"""How many characters before a match can silence it, at most: a clause's worth."""
_CLAUSE = re.compile(r"[.;:!?,–—]")


def raised(text: Text, rules: Rules, concern: str) -> Iterator[Raised]:
    """Yield what the patterns of a concern find in all that a text says."""
    for rule in rules.of(concern):
        for line in text.said():
            if rule.where and line.where not in rule.where:
                continue
            for start, end in places(rule, line):
                yield Raised(rule, line, start, end - start)


def places(rule: Rule, line: Line) -> list[tuple[int, int]]:
    """Return where a rule applies in a sentence as ``[start, end)``, apart from each other."""
    if not rule.patterns or any(pattern.search(line.text) for pattern in rule.unless):
        return []
    matches = sorted(
        match.span()
        for pattern in rule.patterns
        for match in pattern.finditer(line.text)
        if match.end() > match.start() and not _silenced(rule, line.text, match.start())
    )
    found: list[tuple[int, int]] = []
    for start, end in matches:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found if rule.each else found[:1]


def _silenced(rule: Rule, text: str, start: int) -> bool:
    before = text[max(0, start - BEFORE) : start]
    clause = _CLAUSE.split(before)[-1]
    return any(pattern.search(clause) for pattern in rule.unless_before)
