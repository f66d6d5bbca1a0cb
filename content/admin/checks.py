"""What the checks said, as the desk shows it: by level, each with its sentence and its place in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from content import linting, voicing
from content.composition import sentences_of
from content.lint import Level
from content.lint.lines import lines_of
from content.linting import Answer, Checked
from content.models import Review, Revision
from content.reading import MarkupError

PREFIX = "answer-"
"""What the name of an answer's field begins with; the finding's id follows."""

HEADINGS: dict[str, tuple[str, str]] = {
    Level.BLOCKER: ("Must be changed", "These keep the text from being submitted or approved."),
    Level.WARNING: ("Needs an answer", "Whoever approves says of each why it may stand."),
    Level.ADVICE: ("Advice", "To be known; nothing has to be done."),
}
WORDS = {Level.BLOCKER: "must be changed", Level.WARNING: "needs an answer", Level.ADVICE: "advice"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its sentence in three pieces, the middle one being what is meant."""

    id: str
    rule: str
    level: str
    message: str
    source: Mapping[str, str] | None
    sentence: str
    before: str
    marked: str
    after: str
    line: int | None = None
    answer: str = ""
    earlier: Answer | None = None
    unanswered: bool = False

    @property
    def field(self) -> str:
        """The name of its answer's field."""
        return f"{PREFIX}{self.id}"

    @property
    def level_in_words(self) -> str:
        """What its level asks for."""
        return WORDS[Level(self.level)]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of a level."""

    level: str
    heading: str
    meaning: str
    findings: tuple[Shown, ...]


def grouped(findings: Iterable[Shown]) -> list[Group]:
    """Return findings by level, without the levels that have none."""
    listed = list(findings)
    groups = []
    for level, (heading, meaning) in HEADINGS.items():
        own = tuple(one for one in listed if one.level == level)
        if own:
            groups.append(Group(level, heading, meaning, own))
    return groups


def on_draft(revision: Revision) -> list[Group]:
    """Return what there is to say of a draft's saved words, each with its line."""
    blocked = linting.in_the_way(revision)
    try:
        checked = linting.of_words(revision)
    except MarkupError:
        return grouped(_shown(finding.to_json(), {}) for finding in blocked)
    texts = _texts(checked.reading)
    # The title is not in the body, and its words may well be.
    title = checked.reading["title"]["id"]
    lines = lines_of(revision.body, ((key, text) for key, text in texts.items() if key != title))
    found = [*blocked, *checked.findings]
    return grouped(_shown(one.to_json(), texts, line=lines.get(one.sentence)) for one in found)


def to_answer(
    checked: Checked, earlier: Mapping[str, Answer], typed: Mapping[str, str] | None = None
) -> list[Group]:
    """Return what a reviewer has to know and to answer, with what was typed or answered before.

    ``typed`` are the answers of a refused approval; without one, what was answered when the same
    words were approved is offered again.
    """
    texts = _texts(checked.reading)
    shown = []
    for finding in checked.findings:
        before = earlier.get(finding.id) if finding.level == Level.WARNING else None
        answer = before.text if before and typed is None else (typed or {}).get(finding.id, "")
        open_ = finding.level == Level.WARNING and typed is not None and not answer.strip()
        shown.append(
            _shown(finding.to_json(), texts, answer=answer, earlier=before, unanswered=open_)
        )
    return grouped(shown)


def decided(review: Review) -> list[Group]:
    """Return what the checks said before a decision, with the answers that were given then."""
    reading = review.rendition.reading if review.rendition else _reading_of(review.revision)
    texts = _texts(reading) if reading else {}
    return grouped(
        _shown(finding, texts, answer=review.answers.get(finding["id"], ""))
        for finding in review.findings
    )


def typed_in(data: Mapping[str, str]) -> dict[str, str]:
    """Return the answers of a form by finding."""
    return {
        name.removeprefix(PREFIX): text for name, text in data.items() if name.startswith(PREFIX)
    }


def answered(groups: Iterable[Group]) -> dict[str, str]:
    """Return the answers that a page begins with."""
    return {one.id: one.answer for group in groups for one in group.findings if one.answer}


def _texts(reading: dict[str, Any]) -> dict[str, str]:
    return {one["id"]: one["text"] for one in sentences_of(reading)}


def _reading_of(revision: Revision) -> dict[str, Any] | None:
    try:
        return voicing.reading_of(revision).to_json()
    except MarkupError:
        return None


def _shown(finding: dict[str, Any], texts: Mapping[str, str], **more: Any) -> Shown:
    text = texts.get(finding["sentence"], "")
    start, end = finding["start"], finding["start"] + finding["length"]
    return Shown(
        id=finding["id"],
        rule=finding["rule"],
        level=finding["level"],
        message=finding["message"],
        source=finding["source"],
        sentence=finding["sentence"],
        before=text[:start],
        marked=text[start:end],
        after=text[end:],
        **more,
    )
