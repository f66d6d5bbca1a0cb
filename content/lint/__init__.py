"""Checks of a text: advice to people, kept with the decision. Knows no database and no screen.

What is looked for is data (``rules/``: TOML, a folder a language and ``all`` for what holds in
every one), each rule with where it comes from. Nothing is fetched and nothing is guessed at: where
a check is not sure, it is silent, since a false alarm teaches people to click warnings away.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from content.lint import links, notation, readability, safety, structure
from content.lint.data import BadRules, rules_for, version
from content.lint.findings import Finding, Level, numbered
from content.lint.readability import lix
from content.lint.text import Text

__all__ = ["BadRules", "Finding", "Level", "check", "lix", "version"]

CHECKS = (safety.check, notation.check, structure.check, links.check, readability.check)
"""What could harm goes first."""


def check(
    reading: dict[str, Any],
    language: str,
    *,
    kind: str = "article",
    notices: Iterable[dict[str, Any]] = (),
    today: date | None = None,
) -> list[Finding]:
    """Return what the rules say of a text, in the order of its levels, then of the text.

    ``reading`` and ``notices`` (those that the text includes) are JSON of
    :meth:`content.reading.Reading.to_json`, or of a rendition, which is the same with its voice.
    ``kind`` is the article's. ``today`` is what the dates of sources are compared with. A language
    that has no rules is told only what holds in every one. Raises :class:`BadRules`.
    """
    text = Text.of(reading, language, kind=kind, notices=notices)
    rules = rules_for(language)
    raised = [one for run in CHECKS for one in run(text, rules, today or date.today())]
    return numbered(raised, text)
