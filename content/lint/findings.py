"""What a check says: a finding, with an id that stays the same while words and rule do."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from content.lint.data import Rule
    from content.lint.text import Line, Text


class Level(StrEnum):
    """How much a finding weighs."""

    BLOCKER = "blocker"
    """It must be changed; no answer helps."""
    WARNING = "warning"
    """Whoever approves must say why it may stand."""
    ADVICE = "advice"
    """To be known, no more."""


ORDER = {Level.BLOCKER: 0, Level.WARNING: 1, Level.ADVICE: 2}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: ``date`` is that of what is cited, as ISO 8601 or a year.

    Of a page that is kept up to date it is the day on which the rule was last compared with it.
    """

    title: str
    url: str
    date: str

    def to_json(self) -> dict[str, str]:
        """Return it as JSON."""
        return {"title": self.title, "url": self.url, "date": self.date}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule says of a text.

    ``id`` is 12 hex digits of a SHA-256 over the rule and the sentence's text, with an ordinal where
    the same occurs twice. ``sentence`` is a sentence's id, empty where it is about the whole text;
    ``start`` and ``length`` count code points of that sentence's text, 0 and 0 where no piece is
    meant.
    """

    id: str
    rule: str
    level: str
    message: str
    sentence: str = ""
    start: int = 0
    length: int = 0
    source: Source | None = None

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "id": self.id,
            "rule": self.rule,
            "level": str(self.level),
            "message": self.message,
            "sentence": self.sentence,
            "start": self.start,
            "length": self.length,
            "source": self.source.to_json() if self.source else None,
        }


@dataclass(frozen=True, slots=True)
class Raised:
    """What a check found, before it has an id. ``fields`` fill in the rule's message."""

    rule: Rule
    line: Line | None = None
    start: int = 0
    length: int = 0
    fields: Mapping[str, object] = field(default_factory=dict)


def finding_id(rule: str, text: str, ordinal: int) -> str:
    """Return the id of the finding of a rule in a text, the ``ordinal``-th of its kind (from 0)."""
    return hashlib.sha256(
        f"{rule}\n{text}\n{ordinal}".encode("utf-8", "surrogatepass")
    ).hexdigest()[:12]


def numbered(raised: Iterable[Raised], text: Text) -> list[Finding]:
    """Return what was raised as findings: blockers first, within a level in the text's order."""
    places = {line.id: place for place, line in enumerate(text.lines)}
    seen: Counter[tuple[str, str]] = Counter()
    found: list[tuple[tuple[int, int, int], Finding]] = []
    for one in raised:
        words = one.line.text if one.line else ""
        key = (one.rule.code, words)
        rule = one.rule
        finding = Finding(
            id=finding_id(*key, seen[key]),
            rule=rule.code,
            level=rule.level,
            message=rule.message.format_map(
                {"found": words[one.start : one.start + one.length], **one.fields}
            ),
            sentence=one.line.id if one.line else "",
            start=one.start,
            length=one.length,
            source=rule.source,
        )
        seen[key] += 1
        place = places.get(one.line.id, -1) if one.line else -1
        found.append(((ORDER[rule.level], place, one.start), finding))
    found.sort(key=lambda pair: pair[0])
    return [finding for _, finding in found]
