"""Notation that has been misread before: after the list of the Institute for Safe Medication Practices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from content.lint import patterns
from content.lint.data import Rules
from content.lint.findings import Raised
from content.lint.text import Text


def check(text: Text, rules: Rules, today: date) -> Iterator[Raised]:
    """Yield every place where a notation stands that should be written in words."""
    yield from patterns.raised(text, rules, "notation")
