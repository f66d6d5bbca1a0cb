"""A language's rules at work: which pieces of a written text are said otherwise, and how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from content.speech.rules import Entry, Rules, Unit, rules_for

DASHES = "-‐‑–—−"
JOINING_DASHES = DASHES.replace("—", "")
"""Those that make one thing of what they join. An em dash sets apart what stands behind it."""
FRACTIONS = "½¼¾⅓⅔"


@dataclass(frozen=True, slots=True)
class Part:
    """What a rule makes of ``[start, end)`` of the written text.

    With ``phonemes`` the engine is given those, a word of them for each word of ``spoken``, which
    is what they say.
    """

    start: int
    end: int
    spoken: str
    phonemes: str = ""


Rule = Callable[[str], Iterator[list[Part]]]
"""Yields what belongs together as one list of adjacent parts."""


def parts_of(text: str, language: str, entries: tuple[Entry, ...] = ()) -> list[Part]:
    """Return what the rules change, in order, without overlap. An earlier rule goes first.

    ``entries`` are a site's own, which go before the language's.
    Raises :class:`content.speech.rules.NoRules` for a language that has none.
    """
    taken: list[Part] = []
    covered = bytearray(len(text))
    for rule in _rules_of(language, entries):
        for found in rule(text):
            start, end = found[0].start, found[-1].end
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken += found
    return sorted(taken, key=lambda part: part.start)


@lru_cache(maxsize=16)
def _rules_of(language: str, entries: tuple[Entry, ...] = ()) -> tuple[Rule, ...]:
    rules = rules_for(language)
    if entries:
        rules = replace(rules, lexicon=(*entries, *rules.lexicon))
    if rules.own:
        return (
            _phone_numbers(rules),
            *(make(rules) for make in rules.own),
            _lexicon(rules),
            _lone_units(rules),
            _symbols(rules),
        )
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


BEFORE = rf"(?<![^\s(\[\"'“‘«¿¡])(?<![{JOINING_DASHES}]\s)"
"""What may stand before a number or its sign: nothing, white space, an opening mark. Anything else
could belong to the number ("·5", "10-20-30"), and so could a dash with a space ("- 5").
"""


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
        self._thousands, self._decimal = rules.thousands, rules.decimal
        self._dialled = frozenset(rules.digit_by_digit)

    def rises(self, low: str, high: str) -> bool:
        """Whether two numbers with a dash between them are a range, and no telephone number."""
        if self._dialled.intersection((low, high)) or (len(low), len(high)) == (3, 4):
            return False
        return self._value(low) < self._value(high)

    def _value(self, number: str) -> Decimal:
        return Decimal(number.replace(self._thousands, "").replace(self._decimal, "."))


_DASH = rf"\s?[{DASHES}]\s?"
_NOTHING_MORE = (
    rf"(?![\w/%°]|\s?[{FRACTIONS}]|\s?[{DASHES}]\s?[\d{FRACTIONS}]|[{JOINING_DASHES}]\S)"
)
"""What must not stand behind a number that is said by itself: what would make another of it."""


def _phone_numbers(rules: Rules) -> Rule:
    """Groups of digits as they are dialled: "1-800-273-8255", "(555) 010-9999"."""
    pattern = re.compile(
        rf"{BEFORE}(?P<area>(?:\+?1[-. ])?(?:\([0-9]{{3}}\)|[0-9]{{3}}(?=[-. ])))(?P<dash1>[-. ]?)"
        rf"(?P<office>[0-9]{{3}})(?P<dash2>[-. ])(?P<line>[0-9]{{4}}){_NOTHING_MORE}(?!\.?\d)"
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
        rf"{BEFORE}(?P<high>[0-9]{{2,3}})(?P<slash>/)(?P<low>[0-9]{{2,3}})"
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
    numbers = Numbers(rules)
    by_symbol = {symbol: unit for unit in rules.units for symbol in unit.symbols}
    symbols = any_of(by_symbol)
    pattern = re.compile(
        rf"{BEFORE}(?P<sign>(?:{any_of(rules.comparisons)})\s?)?(?P<low>{numbers.next})"
        rf"(?:(?P<dash>{_DASH}| {rules.to} )(?P<high>{numbers.next}))?"
        rf"(?P<gap>\s?|-)(?P<unit>{symbols})"
        rf"(?:/(?P<per>{symbols}|[a-z]{{3,}}))?(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            dashed = match["high"] and match["dash"].strip() in DASHES
            if dashed and not numbers.rises(match["low"], match["high"]):
                continue
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
    entries: dict[str, list[_Known]] = {}
    for entry in rules.lexicon:
        entries.setdefault(entry.grapheme.casefold(), []).append(_Known(entry))
    for known in entries.values():
        # "US" is its initialism, whatever somebody says of "us".
        known.sort(key=lambda one: not one.exact)
    pattern = re.compile(
        # Of a number with a dash behind phonemes espeak-ng makes "minus".
        rf"(?<!\w)(?P<word>{any_of(entries)})(?P<possessive>['’]s)?(?!\w|[{DASHES}]\d)",
        re.IGNORECASE,
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            known = entries[match["word"].casefold()]
            entry = next((one.entry for one in known if one.fits(match)), None)
            if entry is None:
                continue
            if not entry.phonemes:
                yield [Part(*match.span("word"), entry.alias)]
                continue
            *first, last = entry.phonemes.split()
            if match["possessive"]:
                last = rules.possessive(last)
            said = (entry.alias or match["word"]) + (match["possessive"] or "")
            yield [Part(*match.span(), said, " ".join((*first, last)))]

    return rule


class _Known:
    """An entry of the lexicon, and where it holds."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.exact = bool(entry.after or entry.before)
        self.exact |= sum(letter.isupper() for letter in entry.grapheme) > 1
        self._after = _right_behind(entry.after) if entry.after else None
        self._before = re.compile(rf"\s(?:{any_of(entry.before)})(?!\w)") if entry.before else None

    def fits(self, match: re.Match[str]) -> bool:
        if self.exact and match["word"] != self.entry.grapheme:
            return False
        if self._after and not self._after.search(match.string[: match.start()]):
            return False
        return not self._before or bool(self._before.match(match.string, match.end()))


def _right_behind(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that is found in what stands before, where one of the words ends it."""
    return re.compile(rf"(?<!\w)(?:{any_of(words)})\s\Z", re.IGNORECASE)


def _fractions(rules: Rules) -> Rule:
    pattern = re.compile(
        rf"{BEFORE}(?<!\d\s)(?:{any_of(rules.fractions)})(?![.,]\d){_NOTHING_MORE}"
    )

    dated = _right_behind(rules.date_behind)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            # "On 3/4" is a day.
            if "/" not in match.group() or not dated.search(text[: match.start()]):
                yield [Part(*match.span(), rules.fractions[match.group()])]

    return rule


def _ranges(rules: Rules) -> Rule:
    """Two numbers, whatever they count: "1–2 weeks"."""
    numbers = Numbers(rules)
    pattern = re.compile(
        rf"(?P<low>{numbers.first})(?P<dash>{_DASH})(?P<high>{numbers.next}){_NOTHING_MORE}"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            if not numbers.rises(match["low"], match["high"]):
                continue
            yield [
                Part(*match.span("low"), match["low"]),
                Part(*match.span("dash"), f" {rules.to} "),
                Part(*match.span("high"), match["high"]),
            ]

    return rule


def _comparisons(rules: Rules) -> Rule:
    """A compared number, whatever it counts: "≥3 days"."""
    pattern = re.compile(
        rf"{BEFORE}(?P<sign>(?:{any_of(rules.comparisons)})\s?)"
        rf"(?P<number>{Numbers(rules).next}){_NOTHING_MORE}"
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
    # Dashes between all digits or none: "9-11" may be a range.
    numbers = any_of((*rules.digit_by_digit, *("-".join(one) for one in rules.digit_by_digit)))
    pattern = re.compile(rf"{BEFORE}(?:{numbers})(?![.,:'’]\d|\+){_NOTHING_MORE}")

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
        rf"(?<![{JOINING_DASHES}\w/{FRACTIONS}])(?<![\d{FRACTIONS}]\s)(?<!\d[.,]\s)"
        rf"(?P<unit>{symbols})"
        rf"(?:/(?P<per>{symbols}))?(?![\w/])"
    )
    one_behind = _right_behind(rules.one_behind)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            unit = by_symbol[match["unit"]]
            name = unit.one if one_behind.search(text[: match.start()]) else unit.many
            yield [Part(*match.span("unit"), name), *_per(match, rules, by_symbol)]

    return rule


_UNMISTAKABLE = {"mg", "mcg", "µg", "μg", "kg", "mL", "dL", "mmol", "IU", "UI"}


def _symbols(rules: Rules) -> Rule:
    pattern = re.compile(rf"(?<=\s)(?:{any_of(rules.symbols)})(?=\s)")

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            yield [Part(*match.span(), rules.symbols[match.group()])]

    return rule
