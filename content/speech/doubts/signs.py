"""Doubts about signs: what the voice passes over, or says by a name that nobody expects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from content.speech.doubts.written import Found, Written
from content.speech.matching import DASHES, FRACTIONS, JOINING_DASHES, any_of
from content.speech.rules import rules_for

_POINT = 'write a point (".") in a number, or leave this sign out'
_MINUS = 'write "minus" or "negative", or leave out the dash'


def between_words(written: Written, language: str) -> Iterator[Found]:
    """Yield the dashes and dots that the voice passes over though they have a meaning."""
    return written.matches(_between_words(language))


@cache
def _between_words(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = rules_for(language)
    doubts = rules.doubts
    comparisons = any_of(rules.comparisons)
    suspended = any_of(doubts.suspended)
    rows = [any_of(row) for row in doubts.in_rows]
    # A dash within a word is a hyphen, but the voice says "one-two" as two numbers.
    in_a_row = "|".join(
        rf"(?<![\w-])(?!(?:{any_of(doubts.tens)})-)(?:{row})-(?:{row})(?![\w-])" for row in rows
    )
    return tuple(
        (re.compile(pattern), reason)
        for pattern, reason in (
            (r"(?<=[0-9])\s?[·•‚∙⋅]|[·•‚∙⋅](?=\s?[0-9])", _POINT),
            (rf"[‹›»]\s*(?=[0-9{FRACTIONS}])", 'write "less than" or "more than" in words'),
            (
                rf"(?<!\w)(?P<piece>[{JOINING_DASHES}])\s*(?:(?:{comparisons})\s?)?[0-9{FRACTIONS}]",
                _MINUS,
            ),
            (
                r"(?<=[\w.%°)])(?!(?<=[0-9])[–−][0-9])[–−](?=[\w(])",
                f'write "{rules.to}", or a hyphen within a word',
            ),
            (
                rf"(?!(?<=[a-z])[-‐‑]\s(?:{suspended})\s)(?<=[\w.%°)+])[{JOINING_DASHES}]"
                r"(?![\w(\[\"'“‘«¿¡+.]|[^\w\s]*\w)",
                'write "negative" or "minus", or leave out the dash',
            ),
            (rf"(?i:{in_a_row})", f'write "{rules.to}" between the words'),
            (r"(?<=\w)\(e?s\)", "write one or many, not both"),
            (r"(?<!\S)[.:!?](?=\w|\s)", "put this mark behind a word"),
        )
    )


_SAID = frozenset(".,;:!?'\"()‘’‚“”„«»‹›…•·¿¡%&+®™©" + DASHES)
"""The signs that the voice passes over, pauses at, or says by the right name (measured with
espeak-ng 1.52; a sign in none of these is read out by a name that nobody expects).
"""
_INSTEAD = {
    "≤": 'write "at most"',
    "≥": 'write "at least"',
    "<": 'write "less than"',
    ">": 'write "more than"',
    "/": 'write "or", "and" or "per"',
    "×": 'write "times"',
    "~": 'write "about"',
    "#": 'write "number"',
    "=": 'write "is" or "equals"',
    "µ": "write the unit in words",
    "μ": "write the unit in words",
    "°": "write the unit in words",
    "$": 'write the currency behind the number, as in "5 dollars"',
    "[": "leave out the brackets",
    "]": "leave out the brackets",
    "{": "leave out the brackets",
    "}": "leave out the brackets",
    "_": "leave it out",
    "|": "leave it out",
    "\\": "leave it out",
    "*": "leave it out",
    "`": "leave it out",
}
_LIGATURES = range(0xFB00, 0xFB07)
"""LATIN SMALL LIGATURE FF to ST, which the voice leaves out together with their letters."""

_SILENT = frozenset("ıĸŀĿŉſ")
"""Letters of Latin-1 and Latin Extended-A that the voice leaves out or says as others."""


def lone(written: Written, language: str) -> Iterator[Found]:
    """Yield each character that the voice would say wrongly or not at all."""
    signs = rules_for(language).doubts.signs
    for index, character in enumerate(written.text):
        if (why := signs.get(character) or why_not_said(character)) is not None:
            yield index, index + 1, why


def why_not_said(character: str) -> str | None:
    """Return why the voice would say a character wrongly or not at all, or None."""
    if character in _SAID:
        return None
    if (reason := _INSTEAD.get(character)) is not None:
        return reason
    category = unicodedata.category(character)
    if character.isspace() or (category == "Nd" and character.isascii()):
        return None
    if ord(character) in _LIGATURES:
        return "write the letters one by one"
    if category[0] == "L" and character <= "\u017f" and character not in _SILENT:
        return None
    return _OF_KIND.get(category[0], "write it in words")


_OF_KIND = {
    "L": "the voice does not speak this letter",
    "M": "write this letter without the loose accent",
    "C": "remove this invisible character",
    "Z": "remove this invisible character",
}
