"""Numbers that have no unit: ranges, comparisons, fractions, what is below zero, number words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.speech.matching.base import (
    BEFORE,
    DASH,
    DASHES,
    JOINING_DASHES,
    Numbers,
    Part,
    Rule,
    Value,
    any_of,
    right_behind,
)
from content.speech.rules import Rules

MINUS = "−"
"""The minus sign itself, U+2212. Any other dash may be one, or a range, or set something apart."""
PLUS_MINUS = "±"


class Amounts:
    """Patterns of an amount: a value or two, compared or not, and what is said for them."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.numbers = Numbers(rules)
        compared = any_of(rules.comparisons)
        # Straight behind a letter, a sign can only compare: "age<18".
        self.start = (
            rf"(?:{BEFORE}|(?<=[^\W\d_])(?={compared}))(?P<sign>(?:{compared})\s?)?"
            rf"(?P<minus>[{DASHES}](?=\d))?"
        )
        self._behind = right_behind(rules.minus_behind)

    def is_minus(self, match: re.Match[str], *, signed: bool) -> bool:
        """Whether the dash that was found is a minus, and nothing else can be meant."""
        if not match["minus"]:
            return True
        if match["minus"] != MINUS and not signed:
            return False
        before = match.string[: match.start()]
        told = match["sign"] or before.endswith("(") or self._behind.search(before)
        return bool(told) or (not before and match["minus"] == MINUS)

    def sign(self, match: re.Match[str]) -> Iterator[Part]:
        """Yield what is said for the sign and the minus before the value."""
        if match["sign"]:
            before = match.string[match.start() - 1 : match.start()]
            said = f"{self.rules.comparisons[match['sign'].strip()]} "
            yield Part(*match.span("sign"), f" {said}" if before.isalnum() else said)
        if match["minus"]:
            yield Part(*match.span("minus"), f"{self.rules.minus} ")

    def rises(self, match: re.Match[str], low: Value, high: Value) -> bool:
        """Whether what a dash stands between is a range."""
        if low.number and high.number:
            return self.numbers.rises(low.number, high.number) and not match["minus"]
        return low.amount < high.amount and not match["minus"]


def amounts(rules: Rules) -> Rule:
    """What is more than a plain number, whatever it counts: "1–2 weeks", "≥3 days", "1½ tablets"."""
    grammar = Amounts(rules)
    pattern = re.compile(
        rf"{grammar.start}{grammar.numbers.pattern('low')}"
        rf"(?:(?P<joint>{DASH}|\s?{PLUS_MINUS}\s?){grammar.numbers.pattern('high')})?"
        rf"{grammar.numbers.nothing_more}"
    )
    dated = right_behind(rules.date_behind)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            low = Value(rules, match, "low")
            if not any(match[name] for name in ("sign", "minus", "joint", "low_fraction")):
                continue
            # "On 3/4" is a day, and "2 3/4" two numbers if the first belongs to what is before it.
            if "/" in low.fraction and not low.whole and dated.search(text[: match.start()]):
                continue
            if re.search(r"\d\s\Z", text[: match.start()]) or not grammar.is_minus(
                match, signed=False
            ):
                continue
            parts = [*grammar.sign(match), *low.parts()]
            if match["joint"]:
                high = Value(rules, match, "high")
                said = rules.to
                if match["joint"].strip() == PLUS_MINUS:
                    said = rules.comparisons[PLUS_MINUS]
                elif not grammar.rises(match, low, high):
                    continue
                parts += [Part(*match.span("joint"), f" {said} "), *high.parts()]
            yield parts

    return rule


def numbered(rules: Rules) -> Rule:
    """A number with a sign that says what it is: "#5"."""
    numbers = Numbers(rules)
    pattern = re.compile(
        rf"{BEFORE}(?P<sign>{any_of(rules.numbered)})(?P<number>{numbers.next}){numbers.nothing_more}"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            yield [
                Part(*match.span("sign"), f"{rules.numbered[match['sign']]} "),
                Part(*match.span("number"), rules.number(match["number"], "")),
            ]

    return rule


def rows(rules: Rules) -> Rule:
    """From one word of a row to a later one: "one–two", "Monday–Friday", "May–July"."""
    patterns = [
        (
            row,
            re.compile(
                rf"(?<![{DASHES}\w])(?P<low>{any_of(row)})\.?(?P<dash>\s?[{JOINING_DASHES}]\s?)(?P<high>{any_of(row)})"
                rf"(?![{DASHES}\w])",
                re.IGNORECASE,
            ),
        )
        for row in rules.doubts.in_rows
    ]

    def rule(text: str) -> Iterator[list[Part]]:
        for row, pattern in patterns:
            folded = [word.casefold() for word in row]
            for match in pattern.finditer(text):
                low, high = (folded.index(match[name].casefold()) for name in ("low", "high"))
                # "Twenty-one", which is one number, falls.
                if low < high:
                    yield [Part(*match.span("dash"), f" {rules.to} ")]

    return rule
