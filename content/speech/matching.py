"""A language's rules at work: which pieces of a written text are said otherwise, and how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from content.speech.rules import Rules, Unit, rules_for

DASHES = "-‐‑–—−"


@dataclass(frozen=True, slots=True)
class Part:
    """What a rule makes of ``[start, end)`` of the written text.

    With ``phonemes`` the engine is given those, and ``spoken`` is what they say.
    """

    start: int
    end: int
    spoken: str
    phonemes: str = ""


Rule = Callable[[str], Iterator[list[Part]]]
"""Yields what belongs together as one list of adjacent parts."""


def parts_of(text: str, language: str) -> list[Part]:
    """Return what the rules change, in order, without overlap. An earlier rule goes first.

    Raises :class:`content.speech.rules.NoRules` for a language that has none.
    """
    taken: list[Part] = []
    covered = bytearray(len(text))
    for rule in _rules_of(language):
        for found in rule(text):
            start, end = found[0].start, found[-1].end
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken += found
    return sorted(taken, key=lambda part: part.start)


@cache
def _rules_of(language: str) -> tuple[Rule, ...]:
    rules = rules_for(language)
    return (
        _phone_numbers(rules),
        _blood_pressure(rules),
        _measures(rules),
        _lexicon(rules),
        _fractions(rules),
        _ranges(rules),
        _comparisons(rules),
        _digit_by_digit(rules),
        _lone_units(rules),
        _symbols(rules),
    )


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


class _Numbers:
    """Patterns of numbers that cannot be read two ways: no zero is missing or too many."""

    def __init__(self, rules: Rules) -> None:
        thousands, decimal = re.escape(rules.thousands), re.escape(rules.decimal)
        whole = rf"(?:[1-9]\d{{0,2}}(?:{thousands}\d{{3}})+|0|[1-9]\d*)"
        # Nothing that goes on as a number may stand behind it, or before the first.
        self.next = rf"{whole}(?:{decimal}\d*[1-9])?(?![{thousands}{decimal}]?\d)"
        self.first = rf"(?<![\w{thousands}{decimal}/]){self.next}"


_DASH = rf"\s?[{DASHES}]\s?"
_NOTHING_NUMERIC_BEHIND = rf"(?![\w/%°]|[{DASHES}]\d)"


def _phone_numbers(rules: Rules) -> Rule:
    """Groups of digits as they are dialled: "1-800-273-8255", "(555) 010-9999"."""
    pattern = re.compile(
        r"(?<![\w-])(?P<area>(?:\+?1[-. ])?(?:\(\d{3}\)|\d{3}(?=[-. ])))(?P<dash1>[-. ]?)"
        r"(?P<office>\d{3})(?P<dash2>[-. ])(?P<line>\d{4})(?![\w-])"
    )

    def digits(text: str) -> str:
        return " ".join(rules.digits[int(digit)] for digit in text if digit.isdigit())

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            # "(555)010-9999" has nothing between its groups that could be a pause.
            pause = "" if match["dash1"] else ", "
            parts = [
                Part(*match.span("area"), digits(match["area"]) + pause),
                Part(*match.span("dash1"), ", "),
                Part(*match.span("office"), digits(match["office"])),
                Part(*match.span("dash2"), ", "),
                Part(*match.span("line"), digits(match["line"])),
            ]
            yield [part for part in parts if part.start < part.end]

    return rule


def _blood_pressure(rules: Rules) -> Rule:
    """ "120/80 mm Hg"."""
    units = {symbol: unit for unit in rules.units for symbol in unit.symbols if "Hg" in symbol}
    pattern = re.compile(
        r"(?<![\w/.,])(?P<high>\d{2,3})(?P<slash>/)(?P<low>\d{2,3})"
        rf"(?P<gap>\s?)(?P<unit>{any_of(units)})(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            yield [
                Part(*match.span("high"), match["high"]),
                Part(*match.span("slash"), f" {rules.over} "),
                Part(*match.span("low"), match["low"]),
                *_unit(match, units[match["unit"]].many),
            ]

    return rule


def _measures(rules: Rules) -> Rule:
    """A number or a range with its unit, compared or not: "<2 mg", "0.5–1 mg", "5 mg/kg"."""
    numbers = _Numbers(rules)
    by_symbol = {symbol: unit for unit in rules.units for symbol in unit.symbols}
    symbols = any_of(by_symbol)
    pattern = re.compile(
        rf"(?P<sign>(?:{any_of(rules.comparisons)})\s?)?"
        rf"(?P<low>{numbers.first})"
        rf"(?:(?P<dash>{_DASH}| {rules.to} )(?P<high>{numbers.next}))?"
        rf"(?P<gap>\s?|-)(?P<unit>{symbols})"
        rf"(?:/(?P<per>{symbols}|[a-z]{{3,}}))?(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            parts = []
            if match["sign"]:
                said = rules.comparisons[match["sign"].strip()]
                parts.append(Part(*match.span("sign"), f"{said} "))
            parts.append(Part(*match.span("low"), match["low"]))
            if match["high"]:
                parts.append(Part(*match.span("dash"), f" {rules.to} "))
                parts.append(Part(*match.span("high"), match["high"]))
            unit = by_symbol[match["unit"]]
            only_one = match["low"] == "1" and not match["high"]
            # "A 5-mg tablet" is a tablet of 5 milligrams.
            name = unit.one if only_one or match["gap"] == "-" else unit.many
            parts += _unit(match, name)
            parts += _per(match, rules, by_symbol)
            yield parts

    return rule


def _unit(match: re.Match[str], name: str) -> list[Part]:
    """Return the parts of a unit. "5mg" is one written word: no gap is there to be a part."""
    if match["gap"]:
        return [Part(*match.span("gap"), " "), Part(*match.span("unit"), name)]
    return [Part(*match.span("unit"), f" {name}")]


def _per(match: re.Match[str], rules: Rules, by_symbol: dict[str, Unit]) -> list[Part]:
    if not match["per"]:
        return []
    start, end = match.span("per")
    unit = by_symbol.get(match["per"])
    return [
        Part(start - 1, start, f" {rules.per} "),
        Part(start, end, unit.one if unit else match["per"]),
    ]


def _lexicon(rules: Rules) -> Rule:
    """Words that the lexicon knows, longest first, in any case but that of an abbreviation."""
    entries = {entry.grapheme.casefold(): entry for entry in rules.lexicon}
    pattern = re.compile(
        rf"(?<!\w)(?P<word>{any_of(entries)})(?P<possessive>['’]s)?(?!\w)", re.IGNORECASE
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            entry = entries[match["word"].casefold()]
            capitals = sum(letter.isupper() for letter in entry.grapheme)
            if capitals > 1 and match["word"] != entry.grapheme:
                continue
            if not entry.phonemes:
                yield [Part(*match.span("word"), entry.alias)]
            elif match["possessive"]:
                yield [Part(*match.span(), match.group(), _possessive(entry.phonemes))]
            else:
                yield [Part(*match.span(), match.group(), entry.phonemes)]

    return rule


def _possessive(phonemes: str) -> str:
    """Return phonemes with English 's: left in letters behind them, it is said "ess"."""
    if phonemes.endswith(("s", "z", "S", "Z")):
        return phonemes + "I#z"
    return phonemes + ("s" if phonemes.endswith(("p", "t", "k", "f", "T")) else "z")


def _fractions(rules: Rules) -> Rule:
    pattern = re.compile(rf"(?<![\w/.,-])(?<!\d )(?:{any_of(rules.fractions)})(?![\w/-]|[.,]\d)")

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            yield [Part(*match.span(), rules.fractions[match.group()])]

    return rule


def _ranges(rules: Rules) -> Rule:
    """Two numbers, whatever they count: "1–2 weeks"."""
    numbers = _Numbers(rules)
    pattern = re.compile(
        rf"(?<![{DASHES}])(?P<low>{numbers.first})(?P<dash>{_DASH})"
        rf"(?P<high>{numbers.next}){_NOTHING_NUMERIC_BEHIND}"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            yield [
                Part(*match.span("low"), match["low"]),
                Part(*match.span("dash"), f" {rules.to} "),
                Part(*match.span("high"), match["high"]),
            ]

    return rule


def _comparisons(rules: Rules) -> Rule:
    """A compared number, whatever it counts: "≥3 days"."""
    pattern = re.compile(
        rf"(?P<sign>(?:{any_of(rules.comparisons)})\s?)(?P<number>{_Numbers(rules).next})"
        rf"{_NOTHING_NUMERIC_BEHIND}"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            said = rules.comparisons[match["sign"].strip()]
            yield [
                Part(*match.span("sign"), f"{said} "),
                Part(*match.span("number"), match["number"]),
            ]

    return rule


def _digit_by_digit(rules: Rules) -> Rule:
    """ "911", and "9-1-1"."""
    numbers = "|".join("-?".join(number) for number in rules.digit_by_digit)
    pattern = re.compile(rf"(?<![\w.,/+-])(?:{numbers})(?![\w/-]|[.,]\d)")

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            digits = [rules.digits[int(digit)] for digit in match.group() if digit.isdigit()]
            yield [Part(*match.span(), " ".join(digits))]

    return rule


def _lone_units(rules: Rules) -> Rule:
    """A unit without a number, where its symbol can be nothing else: "in mg", "mg/kg"."""
    by_symbol = {
        symbol: unit for unit in rules.units for symbol in unit.symbols if symbol in _UNMISTAKABLE
    }
    symbols = any_of(by_symbol)
    pattern = re.compile(
        rf"(?<![\w/½¼¾⅓⅔-])(?<![\d½¼¾⅓⅔]\s)(?P<unit>{symbols})(?:/(?P<per>{symbols}))?(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            name = by_symbol[match["unit"]].many
            yield [Part(*match.span("unit"), name), *_per(match, rules, by_symbol)]

    return rule


_UNMISTAKABLE = {"mg", "mcg", "µg", "μg", "kg", "mL", "dL", "mmol", "IU"}


def _symbols(rules: Rules) -> Rule:
    pattern = re.compile(rf"(?<=\s)(?:{any_of(rules.symbols)})(?=\s)")

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            yield [Part(*match.span(), rules.symbols[match.group()])]

    return rule
