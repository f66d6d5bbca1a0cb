"""What the checks say of a revision: of its words now, and of exactly what would be approved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content import lint, voicing
from content.composition import sentences_of
from content.lint import Finding, Level
from content.lint.findings import finding_id
from content.models import Article, Decision, Review, Revision, RevisionState
from content.reading import MarkupError

if TYPE_CHECKING:
    from content.models import Rendition

MAX_ANSWER = 1000
"""Characters of one answer to a warning."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings, and the version of the rules that said so. ``reading`` is what was looked at."""

    findings: tuple[Finding, ...]
    rules: str
    reading: dict[str, Any]

    def of(self, level: str) -> list[Finding]:
        """Return the findings of a level."""
        return [finding for finding in self.findings if finding.level == level]

    def quote(self, finding: Finding) -> str:
        """Return the sentence that a finding is about, empty where it is about all of the text."""
        if not finding.sentence:
            return ""
        texts = {one["id"]: one["text"] for one in sentences_of(self.reading)}
        return str(texts.get(finding.sentence, ""))

    def sentence_for(self, finding: Finding) -> str:
        """Return a finding as one sentence for people."""
        quote = self.quote(finding)
        return f"{finding.message} In: “{quote}”" if quote else finding.message

    def compact(self) -> dict[str, list[str]]:
        """Return the ids of the findings by rule, for the audit trail."""
        found: dict[str, list[str]] = {}
        for finding in self.findings:
            found.setdefault(finding.rule, []).append(finding.id)
        return found

    def to_json(self) -> list[dict[str, Any]]:
        """Return the findings as they are kept with a decision."""
        return [finding.to_json() for finding in self.findings]


def of_words(revision: Revision) -> Checked:
    """Return what the checks say of a revision's words as they are.

    Raises :class:`content.reading.MarkupError` where the words cannot be read.
    """
    return _checked(voicing.reading_of(revision).to_json(), revision)


def of_rendition(rendition: Rendition) -> Checked:
    """Return what the checks say of a rendition, which is what somebody approves."""
    return _checked(rendition.reading, rendition.revision)


def _checked(reading: dict[str, Any], revision: Revision) -> Checked:
    article = revision.article
    found = lint.check(
        reading, article.language, kind=str(article.kind), notices=_notices_of(revision)
    )
    return Checked(tuple(found), lint.version(), reading)


def _notices_of(revision: Revision) -> list[dict[str, Any]]:
    """Return what the notices say that a text includes, as far as they are public."""
    if revision.article.is_notice or not revision.notices:
        return []
    public = Article.objects.public_notices(revision.article.language).filter(
        key__in=revision.notices
    )
    return [
        notice.public_rendition.reading
        for notice in public.select_related("public_rendition")
        if notice.public_rendition is not None
    ]


def in_the_way(revision: Revision) -> list[Finding]:
    """Return what keeps a draft from being submitted whatever the rules say: that it cannot be
    shown, or not be said. Each is a blocker of the rule ``markup``, ``length``, ``term`` or
    ``spoken_form``.
    """
    try:
        reading = voicing.reading_of(revision)
    except MarkupError as error:
        return _blockers("markup", [str(problem) for problem in error.problems])
    if long := voicing.too_long(reading):
        return _blockers("length", long)
    return [
        *_blockers("term", voicing.not_a_term(revision, reading)),
        *_blockers("spoken_form", voicing.unresolved(reading)),
    ]


def _blockers(rule: str, messages: Iterable[str]) -> list[Finding]:
    # A tag that opens and closes is the same finding twice.
    return [
        Finding(finding_id(rule, message, 0), rule, Level.BLOCKER, message)
        for message in dict.fromkeys(messages)
    ]


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a warning was accepted, by whom and when."""

    text: str
    review: Review


def earlier_answers(decisions: Iterable[Review]) -> dict[str, Answer]:
    """Return the answers that were given when a revision's words were approved, by finding.

    ``decisions`` are those about the revision, in their order: the newest answer counts. Those of a
    first sign-off do not: the second person answers with words of their own.
    """
    return {
        name: Answer(text, review)
        for review in decisions
        if review.decision == Decision.APPROVE
        for name, text in review.answers.items()
    }


def kept(revision: Revision) -> Review | None:
    """Return the newest decision about a revision that kept what the checks said."""
    return revision.reviews.exclude(rules="").last()


def shown(revision: Revision) -> tuple[list[dict[str, Any]], str]:
    """Return as JSON what there is to know of a revision in its state, and the version of the rules.

    A draft, and what waits: what the checks say now; of a draft, what keeps it from being
    submitted first. What was decided: what they said then, before it why it was returned.
    """
    if revision.is_draft:
        blocked = [finding.to_json() for finding in in_the_way(revision)]
        try:
            checked = of_words(revision)
        except MarkupError:
            return blocked, lint.version()
        return [*blocked, *checked.to_json()], checked.rules
    if revision.state == RevisionState.VOICING or revision.waits_for_review:
        rendition = revision.rendition
        checked = of_rendition(rendition) if rendition else of_words(revision)
        return checked.to_json(), checked.rules
    decision = kept(revision)
    told: list[dict[str, Any]] = []
    if revision.state == RevisionState.RETURNED:
        comments = revision.reviews.filter(decision=Decision.RETURN)
        asked = _blockers("returned", comments.values_list("comment", flat=True))
        told = [finding.to_json() for finding in asked]
    return [*told, *(decision.findings if decision else [])], decision.rules if decision else ""
