"""What every concern of the rules stands on: parts, marks, and numbers that are read in one way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from content.speech.rules import Rules

DASHES = "-‐‑–—−"
JOINING_DASHES = DASHES.replace("—", "")
"""Those that make one thing of what they join. An em dash sets apart what stands behind it."""
FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@dataclass(frozen=True, slots=True)
class Part:
    """What a rule makes of ``[start, end)`` of the written text.

    With ``phonemes`` the engine is given those, a word of them for each word of ``spoken``, which
    is what they say. A part that is ``joined`` is lit together with the one before it.
    """

    start: int
    end: int
    spoken: str
    phonemes: str = ""
    joined: bool = False


Rule = Callable[[str], Iterator[list[Part]]]
"""Yields what belongs together as one list of adjacent parts."""


def as_one(rule: Rule) -> Rule:
    """Return a rule whose parts are lit together."""

    def joining(text: str) -> Iterator[list[Part]]:
        for first, *others in rule(text):
            yield [first, *(replace(part, joined=True) for part in others)]

    return joining


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def right_behind(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that is found in what stands before, where one of the words ends it."""
    return re.compile(rf"(?<!\w)(?:{any_of(words)})\s\Z", re.IGNORECASE)


BEFORE = rf"(?<![^\s(\[\"'“‘«¿¡])(?<![{JOINING_DASHES}]\s)"
"""What may stand before a number or its sign: nothing, white space, an opening mark. Anything else
could belong to the number ("·5", "10-20-30"), and so could a dash with a space ("- 5").
"""
NOTHING_MORE = rf"(?![\w/%°]|\s?[{FRACTIONS}]|\s?[{DASHES}]\s?[\d{FRACTIONS}]|[{JOINING_DASHES}]\S)"
"""What must not stand behind a number that is said by itself: what would make another of it."""
DASH = rf"\s?[{DASHES}]\s?"


class Numbers:
    """Patterns of numbers that cannot be read two ways: no zero is missing or too many."""

    def __init__(self, rules: Rules) -> None:
        thousands, decimal = re.escape(rules.thousands), re.escape(rules.decimal)
        whole = rf"(?:[1-9][0-9]{{0,2}}(?:{thousands}[0-9]{{3}})+|0|[1-9][0-9]*)"
        # Nothing that goes on as a number may stand behind it, in whatever digits. Seven digits
        # without a separator are no number that somebody could follow.
        self.next = rf"(?![0-9]{{7}}){whole}(?:{decimal}[0-9]*[1-9])?(?![{thousands}{decimal}]?\d)"
        if rules.written_number:
            self.next = rules.written_number
        self.first = rf"{BEFORE}{self.next}"
        # A unit behind it was looked at with it before.
        names = (name for unit in rules.units for name in (*unit.symbols, unit.one, unit.many))
        units = any_of({*names, *rules.doubts.units})
        self.nothing_more = rf"{NOTHING_MORE}(?!\s?-?(?i:{units})(?!\w))"
        self._rules = rules
        self._dialled = frozenset(rules.digit_by_digit)

    def rises(self, low: str, high: str) -> bool:
        """Whether two numbers with a dash between them are a range, and no telephone number."""
        if self._dialled.intersection((low, high)) or (len(low), len(high)) == (3, 4):
            return False
        return self.value(low) < self.value(high)

    def value(self, number: str) -> Fraction:
        """Return the value of a plain number as it is written."""
        return worth(self._rules, number)

    def pattern(self, name: str) -> str:
        """Return a pattern for one value, in groups that begin with ``name``.

        A value is a number, a fraction ("1/2", "½") or a number with a fraction ("1½", "2 1/2",
        "2-1/2"). Read it with :class:`Value`.
        """
        fraction = any_of(self._rules.fractions)
        # With a hyphen it cannot be a range: that would fall.
        gap = rf"[ \u00a0\u202f](?={fraction})|-(?=[1-9]/)|(?=[{FRACTIONS}])"
        return (
            rf"(?P<{name}>(?:(?P<{name}_whole>[1-9][0-9]?)(?P<{name}_gap>{gap}))?"
            rf"(?P<{name}_fraction>{fraction})(?![\d/]|[.,]\d)|(?P<{name}_number>{self.next}))"
        )


class Value:
    """One value that :meth:`Numbers.pattern` found."""

    def __init__(self, rules: Rules, match: re.Match[str], name: str) -> None:
        self._rules, self._match, self._name = rules, match, name
        self.written = match[name]
        self.number = match[f"{name}_number"] or ""
        self.whole = match[f"{name}_whole"] or ""
        self.fraction = match[f"{name}_fraction"] or ""

    @property
    def amount(self) -> Fraction:
        """What it is worth."""
        if self.number:
            return worth(self._rules, self.number)
        return Fraction(self.whole or "0") + fraction_of(self.fraction)

    @property
    def is_one(self) -> bool:
        """Whether what it counts has its name for one: "1 milligram", "one half milligram"."""
        return self.amount == 1 or (bool(self.fraction) and self.amount < 1)

    def parts(self, gender: str = "") -> list[Part]:
        """Return what is said for it, counting something of that gender."""
        match, name, rules = self._match, self._name, self._rules
        if self.number:
            said = rules.number(self.number, gender)
            return [Part(*match.span(f"{name}_number"), said)]
        said = rules.fractions[self.fraction]
        fraction = match.span(f"{name}_fraction")
        if not self.whole:
            return [Part(*fraction, said)]
        whole = Part(*match.span(f"{name}_whole"), rules.number(self.whole, gender))
        gap = match.span(f"{name}_gap")
        joined = f" {rules.plus_fraction} "
        if gap[0] == gap[1]:
            return [whole, Part(*fraction, f"{joined}{said}")]
        return [whole, Part(*gap, joined), Part(*fraction, said)]


def worth(rules: Rules, number: str) -> Fraction:
    """Return the value of a plain number as it is written."""
    if rules.value is not None:
        return Fraction(rules.value(number))
    return Fraction(number.replace(rules.thousands, "").replace(rules.decimal, "."))


def fraction_of(written: str) -> Fraction:
    """Return the value of "1/2" or "½"."""
    if "/" in written:
        return Fraction(written)
    return Fraction(unicodedata.numeric(written)).limit_denominator(10)
