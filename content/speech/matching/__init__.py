"""A language's rules at work: which pieces of a written text are said otherwise, and how."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from content.speech.matching import abbreviations, dates, measures, numbers, phones, words
from content.speech.matching.base import (
    BEFORE,
    DASHES,
    FRACTIONS,
    JOINING_DASHES,
    Numbers,
    Part,
    Rule,
    any_of,
    as_one,
)
from content.speech.rules import Entry, rules_for

__all__ = [
    "BEFORE",
    "DASHES",
    "FRACTIONS",
    "JOINING_DASHES",
    "Numbers",
    "Part",
    "Rule",
    "any_of",
    "as_one",
    "parts_of",
]


def parts_of(text: str, language: str, entries: tuple[Entry, ...] = ()) -> list[Part]:
    """Return what the rules change, in order, without overlap. An earlier rule goes first.

    ``entries`` are a site's own, which go before the language's.
    Raises :class:`content.speech.rules.NoRules` for a language that has none.
    """
    taken: list[Part] = []
    covered = bytearray(len(text))
    before, behind = _rules_of(language)
    for rule in (*before, _lexicon_of(language, entries), *behind):
        for found in rule(text):
            start, end = found[0].start, found[-1].end
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken += found
    return sorted(taken, key=lambda part: part.start)


@lru_cache(maxsize=16)
def _lexicon_of(language: str, entries: tuple[Entry, ...]) -> Rule:
    rules = rules_for(language)
    return words.lexicon(replace(rules, lexicon=(*entries, *rules.lexicon)))


@cache
def _rules_of(language: str) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return the rules that go before the lexicon and those that go behind it.

    What is a number, an amount or a date goes before it: no entry changes those.
    """
    rules = rules_for(language)
    if rules.own:
        return (
            (phones.telephones(rules), *(make(rules) for make in rules.own)),
            (
                abbreviations.abbreviations(rules),
                measures.lone_units(rules),
                words.initialisms(rules),
                words.symbols(rules),
            ),
        )
    before = (
        phones.telephones(rules),
        phones.called(rules),
        *((dates.numeric(rules.dates), dates.months(rules.dates)) if rules.dates else ()),
        *((dates.times(rules, rules.clock),) if rules.clock else ()),
        as_one(abbreviations.dosing(rules)),
        as_one(abbreviations.multiples(rules)),
        as_one(measures.blood_pressure(rules)),
        as_one(measures.measures(rules)),
        measures.suspended(rules),
        phones.digit_by_digit(rules),
        # "24/7" is no fraction.
        abbreviations.abbreviations(rules),
        as_one(numbers.amounts(rules)),
        numbers.numbered(rules),
    )
    return before, (
        words.roman(rules),
        numbers.rows(rules),
        measures.lone_units(rules),
        words.initialisms(rules),
        words.symbols(rules),
    )
