"""What no rule says how to say, and the voice would say wrongly or not at all.

It blocks submission and is shown to the author, each piece with what to do about it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from content.speech.matching import DASHES, Part, any_of
from content.speech.rules import Rules, rules_for


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A piece of the written text, in code points, and what to do about it."""

    offset: int
    length: int
    text: str
    reason: str


def unresolved(text: str, parts: Sequence[Part], language: str) -> Iterator[Unresolved]:
    """Yield, in order, what is doubtful in a text of which the rules took ``parts``."""
    free = bytearray(b"\x01" * len(text))
    for part in parts:
        free[part.start : part.end] = bytes(part.end - part.start)
    found: list[Unresolved] = []

    def tell(start: int, end: int, reason: str) -> None:
        found.append(Unresolved(start, end - start, text[start:end], reason))
        # Nothing is told twice.
        free[start:end] = bytes(end - start)

    for pattern, reason in _patterns(language):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not all(free[start:end]) and "piece" in pattern.groupindex:
                start, end = match.span("piece")
            if all(free[start:end]):
                tell(start, end, reason)
    for index, character in enumerate(text):
        why = _why_not_said(character)
        if free[index] and why is not None:
            tell(index, index + 1, why)
    yield from sorted(found, key=lambda item: item.offset)


_OTHER_UNITS = "mU|U|cc|gtts?|ft|mos?|h"
"""Units that are said as letters, or mistaken for others (ISMP's list of error-prone symbols)."""


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what looks as if a rule should have matched. The group ``piece`` is what is told of
    where a rule took the rest.
    """
    rules = rules_for(language)
    units = any_of(symbol for unit in rules.units for symbol in unit.symbols)
    in_one_way = "so that it can be said in one way only"
    return tuple(
        (re.compile(pattern), reason)
        for pattern, reason in (
            (r"(?<![\w.])[.,]\d+", "write a zero before the decimal point"),
            (
                rf"\d[\d.,]*\s?-?(?P<piece>(?i:{units}|{_OTHER_UNITS})|[dm])(?!\w)",
                f"write this amount {in_one_way} ({_examples(rules)}), or write it in words",
            ),
            (
                rf"[½¼¾⅓⅔]\s?-?(?P<piece>(?i:{units}|{_OTHER_UNITS}))(?!\w)",
                "write the unit in words",
            ),
            (r"\d{1,2}:00(?!\d)", 'write it without zeros, as in "10 a.m."'),
            (
                rf"(?:\d+|{units})(?:\s?(?P<piece>[{DASHES}])\s?\d+)+",
                f'write "{rules.to}" between the numbers',
            ),
            (rf"(?<!\w)(?P<piece>[{DASHES}])\d", 'write "minus" or leave out the dash'),
            (
                r"\d+(?:\s?(?P<piece>/)\s?\d+)+",
                'write it in words, as in "120 over 80" or "one half"',
            ),
            (r"\d+\s?(?P<piece>[xX])(?!\w)", 'write "times"'),
            (r"(?<!\w)(?P<piece>[xX])\s?\d+", 'write "times"'),
            (
                r"(?<![\d.,:])0\d+(?![\d.,]*\w)|\d+[.,]\d*0(?!\d)(?=\s?[a-zµμ%])",
                "write this number without the extra zero",
            ),
            (r"\d+(?:\.\d+){2,}|\d+,\d{1,2}(?!\d)|\d+,\d{4,}", f"write this number {in_one_way}"),
            (r"(?<=\w)\(e?s\)", "write one or many, not both"),
            (r"(?<!\S)[.:!?](?=\w|\s)", "put this mark behind a word"),
        )
    )


def _examples(rules: Rules) -> str:
    return f"0{rules.decimal}5 mg, 1{rules.thousands}000 mL, 5 mg"


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


def _why_not_said(character: str) -> str | None:
    """Return why the voice would say a character wrongly or not at all, or None."""
    if character in _SAID:
        return None
    if (reason := _INSTEAD.get(character)) is not None:
        return reason
    category = unicodedata.category(character)
    if character.isspace() or (category == "Nd" and character.isascii()):
        return None
    if category[0] == "L" and unicodedata.name(character, "").startswith("LATIN"):
        return None
    return _OF_KIND.get(category[0], "write it in words")


_OF_KIND = {
    "L": "the voice does not speak this script",
    "M": "write this letter without the loose accent",
    "C": "remove this invisible character",
    "Z": "remove this invisible character",
}
