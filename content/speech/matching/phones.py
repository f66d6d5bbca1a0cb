"""Numbers that somebody is to call: said digit by digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.speech.matching.base import BEFORE, NOTHING_MORE, Part, Rule, any_of
from content.speech.rules import Rules

_ALONE = rf"(?![.,:'’]\d|\+){NOTHING_MORE}"


def _digits(rules: Rules, text: str) -> str:
    plus = [rules.plus] if text.startswith("+") else []
    return " ".join(plus + [rules.digits[int(digit)] for digit in text if digit.isdigit()])


def telephones(rules: Rules) -> Rule:
    """Groups of digits as they are dialled: "1-800-273-8255", "(555) 010-9999"."""
    pattern = re.compile(
        rf"{BEFORE}(?P<area>(?:\+?1[-. ])?(?:\([0-9]{{3}}\)|[0-9]{{3}}(?=[-. ])))(?P<dash1>[-. ]?)"
        rf"(?P<office>[0-9]{{3}})(?P<dash2>[-. ])(?P<line>[0-9]{{4}}){NOTHING_MORE}(?!\.?\d)"
    )
    abroad = re.compile(
        rf"{BEFORE}(?P<number>\+[1-9][0-9]{{0,2}}(?:[-. ]\(?[0-9]{{2,5}}\)?){{2,5}}"
        rf"|0[0-9]{{2,4}}(?:[- ][0-9]{{2,4}}){{2,4}}){NOTHING_MORE}(?![.,]?\d|\s\d)"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            # "(555)010-9999" has nothing between its groups that could be a pause.
            pause = "" if match["dash1"] else ", "
            parts = [
                Part(*match.span("area"), _digits(rules, match["area"]) + pause),
                Part(*match.span("dash1"), ", "),
                Part(*match.span("office"), _digits(rules, match["office"])),
                Part(*match.span("dash2"), ", "),
                Part(*match.span("line"), _digits(rules, match["line"])),
            ]
            yield [part for part in parts if part.start < part.end]
        for match in abroad.finditer(text):
            yield list(_groups(rules, match))

    return rule


def called(rules: Rules) -> Rule:
    """Numbers behind a word like "call": "112", "116 123", "13 11 14", "555-0199"."""
    short = any_of(rules.called)
    pattern = re.compile(
        rf"{BEFORE}(?P<number>{short}|(?=[0-9 -]{{6,14}}(?![0-9 -]*[0-9]))[0-9]{{2,4}}(?:[- ][0-9]{{2,4}}){{1,3}})"
        rf"{_ALONE}(?!\s\d)"
    )
    behind = dial_words(rules)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            counted = _next_word(text, match.end()) in rules.counts_before
            if behind.search(text[: match.start()]) and not counted:
                yield list(_groups(rules, match))

    return rule


def dial_words(rules: Rules) -> re.Pattern[str]:
    """Return a pattern that is found in what stands before a number that is to be dialled."""
    doubts = rules.doubts
    between = rf"(?:,?\s(?:{any_of(doubts.dial_between)}|[A-Z]+|[\"“][A-Z]+[\"”]|[0-9]+))*"
    return re.compile(rf"(?<!\w)(?i:{any_of(doubts.dial)})(?:s|ed|ing)?{between}[,:]?\s[(\"“]?\Z")


def _groups(rules: Rules, match: re.Match[str]) -> Iterator[Part]:
    """Yield the groups of a number, each a part, with a pause for what stands between them."""
    start = match.start("number")
    for piece in re.finditer(r"(?P<digits>\+?[0-9]+)|[^0-9+]+", match["number"]):
        span = (start + piece.start(), start + piece.end())
        if piece["digits"]:
            yield Part(*span, _digits(rules, piece["digits"]))
        else:
            yield Part(*span, ", ")


def _next_word(text: str, position: int) -> str:
    found = re.compile(r"\s(\w+)").match(text, position)
    return found[1] if found else ""


def digit_by_digit(rules: Rules) -> Rule:
    """ "911", and "9-1-1", where nothing behind it is counted by it."""
    # Dashes between all digits or none: "9-11" may be a range.
    numbers = any_of((*rules.digit_by_digit, *("-".join(one) for one in rules.digit_by_digit)))
    pattern = re.compile(rf"{BEFORE}(?:{numbers}){_ALONE}")
    behind = dial_words(rules)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            word = _next_word(text, match.end())
            fits = (
                not word
                or word in rules.called_before
                or "-" in match.group()
                or (word not in rules.counts_before and behind.search(text[: match.start()]))
            )
            if fits:
                yield [Part(*match.span(), _digits(rules, match.group()))]

    return rule
