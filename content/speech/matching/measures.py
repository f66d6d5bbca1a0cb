"""Numbers with their units: doses, temperatures, blood pressure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.speech.matching.base import (
    BEFORE,
    DASH,
    DASHES,
    FRACTIONS,
    JOINING_DASHES,
    Part,
    Rule,
    Value,
    any_of,
    right_behind,
)
from content.speech.matching.numbers import PLUS_MINUS, Amounts
from content.speech.rules import Rules, Unit

FURTHEST = 20
"""How many times as high the end of a range of doses may be. Further apart are rather the strengths
of two medicines in one: "5-325 mg" of hydrocodone and acetaminophen.
"""
PRESSURE = (range(70, 301), range(40, 201))
"""Of the heart's beat and of its rest, in mm Hg. No day or fraction is written with two such, and no
mixture of insulins ("70/30").
"""


class Units:
    """A language's units by what is written for them."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        symbols = {symbol: unit for unit in rules.units for symbol in unit.symbols}
        self.by_symbol = {
            **{name: unit for unit in rules.units for name in (unit.one, unit.many)},
            **symbols,
        }
        self.behind = {
            **self.by_symbol,
            **{symbol: unit for unit in rules.units for symbol in unit.behind},
        }
        self.symbols = any_of(self.by_symbol)
        number = Amounts(rules).numbers.next
        slash = rf"/\s?(?:{number}\s?)?(?:{any_of(self.behind)}|[a-z]{{3,}})"
        in_words = rf"\s{re.escape(rules.per)}\s(?:{number}\s?)?(?:{any_of(self.behind)})"
        self.chain = rf"(?P<chain>(?:(?:{slash}|{in_words})(?!\w))*)(?!\s?[/⁄])"
        self._link = re.compile(
            rf"(?P<slash>/\s?|\s{re.escape(rules.per)}\s)(?:(?P<count>{number})(?P<gap>\s?))?"
            rf"(?P<per>{any_of(self.behind)}|[a-z]{{3,}})(?!\w)"
        )

    def name(self, written: str, *, one: bool) -> str:
        """Return what is said for a unit. A name is said as it is written."""
        unit = self.by_symbol[written]
        if written in (unit.one, unit.many) and written not in unit.symbols:
            return written
        return unit.one if one else unit.many

    def is_per(self, match: re.Match[str]) -> bool:
        """Whether the slashes are "per" and not between the strengths of two medicines in one."""
        links = self._link.finditer(match.string, *match.span("chain"))
        units = [self.behind.get(link["per"]) for link in links if link["count"]]
        counted = self.by_symbol[match["unit"]]
        return not any(unit is not None and (unit.strength or unit is counted) for unit in units)

    def per(self, match: re.Match[str]) -> Iterator[Part]:
        """Yield the parts of "/kg/day" or "/5 mL"."""
        for link in self._link.finditer(match.string, *match.span("chain")):
            yield Part(*link.span("slash"), f" {self.rules.per} ")
            unit = self.behind.get(link["per"])
            many = bool(link["count"]) and link["count"] != "1"
            said = (unit.many if many else unit.one) if unit else link["per"]
            if link["count"]:
                gender = unit.gender if unit else ""
                yield Part(*link.span("count"), self.rules.number(link["count"], gender))
            if link["gap"]:
                yield Part(*link.span("gap"), " ")
            elif link["count"]:
                said = f" {said}"
            yield Part(*link.span("per"), said)


def blood_pressure(rules: Rules) -> Rule:
    """ "120/80 mm Hg", "<130/80", "130–139/80–89"."""
    units = {symbol: unit for unit in rules.units for symbol in unit.symbols if "Hg" in symbol}
    both = rf"(?P<{{0}}>[0-9]{{{{2,3}}}})(?:(?P<{{0}}_dash>{DASH})(?P<{{0}}_up>[0-9]{{{{2,3}}}}))?"
    compared = any_of(rules.comparisons)
    pattern = re.compile(
        rf"{BEFORE}(?P<sign>(?:{compared})\s?)?{both.format('high')}(?P<slash>/){both.format('low')}"
        rf"(?:(?P<gap>\s?)(?P<unit>{any_of(units)})(?![\w/])|{Amounts(rules).numbers.nothing_more}(?![.,]?\d))"
    )

    def plausible(match: re.Match[str]) -> bool:
        beat, rest = PRESSURE
        high, low = int(match["high"]), int(match["low"])
        usual = high in beat and low in rest and high <= 3 * low
        return high > low and (bool(match["unit"]) or usual)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            if not plausible(match) or any(
                match[f"{name}_up"] and int(match[name]) >= int(match[f"{name}_up"])
                for name in ("high", "low")
            ):
                continue
            parts = []
            if match["sign"]:
                said = rules.comparisons[match["sign"].strip()]
                parts.append(Part(*match.span("sign"), f"{said} "))
            for name in ("high", "low"):
                parts.append(Part(*match.span(name), rules.number(match[name], "")))
                if match[f"{name}_up"]:
                    parts.append(Part(*match.span(f"{name}_dash"), f" {rules.to} "))
                    up = rules.number(match[f"{name}_up"], "")
                    parts.append(Part(*match.span(f"{name}_up"), up))
                if name == "high":
                    parts.append(Part(*match.span("slash"), f" {rules.over} "))
            if match["unit"]:
                if match["gap"]:
                    parts.append(Part(*match.span("gap"), " "))
                said = units[match["unit"]].many
                parts.append(Part(*match.span("unit"), said if match["gap"] else f" {said}"))
            yield parts

    return rule


def measures(rules: Rules) -> Rule:
    """A value or a range with its unit, compared or not: "<2 mg", "0.5–1 mg", "5 mg/kg/day"."""
    grammar = Amounts(rules)
    units = Units(rules)
    to = rf"\s{re.escape(rules.to)}\s"
    low_unit = (
        rf"(?:(?P<first_gap>\s?)(?P<first_unit>{units.symbols})(?={DASH}|{to}|\s?{PLUS_MINUS}))?"
    )
    pattern = re.compile(
        rf"{grammar.start}{grammar.numbers.pattern('low')}{low_unit}"
        rf"(?:(?P<joint>-?{to}|{DASH}|\s?{PLUS_MINUS}\s?){grammar.numbers.pattern('high')})?"
        rf"(?P<gap>\s?|-)(?P<unit>{units.symbols}){units.chain}(?![\w/])"
        # The dot of "5 oz. of" would be a pause.
        rf"(?P<dot>\.(?=\s[a-z]))?"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            parts = list(_measure(match, grammar, units))
            if parts:
                yield parts

    return rule


def _measure(match: re.Match[str], grammar: Amounts, units: Units) -> Iterator[Part]:
    """Yield the parts of a measure, or none where it could be read in two ways."""
    rules = grammar.rules
    unit = units.by_symbol[match["unit"]]
    low = Value(rules, match, "low")
    high = Value(rules, match, "high") if match["high"] else None
    first = units.by_symbol[match["first_unit"]] if match["first_unit"] else unit
    joint = (match["joint"] or "").strip()
    if high and joint in DASHES and not _is_range(match, (low, high), (first, unit), rules):
        return
    if (match["first_unit"] and not high) or not grammar.is_minus(match, signed=unit.signed):
        return
    # "2 1/2 mg tablets" may be two of half a milligram.
    spaced = any(match[f"{name}_gap"] for name in ("low", "high"))
    if (spaced and unit.strength) or not units.is_per(match):
        return
    yield from grammar.sign(match)
    yield from low.parts(first.gender)
    if match["first_unit"]:
        yield from _unit(match, "first_", units.name(match["first_unit"], one=low.is_one))
    if high:
        said = rules.comparisons[PLUS_MINUS] if joint == PLUS_MINUS else rules.to
        yield Part(*match.span("joint"), f" {said} ")
        yield from high.parts(unit.gender)
    # "A 5-mg tablet" is a tablet of 5 milligrams.
    last = high or low
    one = last.is_one and bool(not high or match["first_unit"] or last.fraction)
    yield from _unit(match, "", units.name(match["unit"], one=one or match["gap"] == "-"))
    yield from units.per(match)
    if match["dot"]:
        yield Part(*match.span("dot"), "")


def _is_range(
    match: re.Match[str], values: tuple[Value, Value], units: tuple[Unit, Unit], rules: Rules
) -> bool:
    """Whether a dash stands for "to". Between two units it does not: "1 mg-20 mcg" are two."""
    low, high = (value.amount for value in values)
    # "20°–25°C" is written with half a unit.
    same = units[0] is units[1] or units[1].one.startswith(units[0].one)
    if match["minus"] or low >= high or not same:
        return False
    if not units[1].strength:
        return True
    before = match.string[: match.start()]
    return (low == 0 or high <= FURTHEST * low) and not re.search(
        rf"(?:{rules.two_in_one})\Z", before
    )


def _unit(match: re.Match[str], prefix: str, name: str) -> list[Part]:
    """Return the parts of a unit. "5mg" is one written word: no gap is there to be a part."""
    if match[f"{prefix}gap"]:
        # "A 3-year-old" is written so; of "5-mg" the hyphen is no more than a space.
        counted = match["high_number"] or (not match["high"] and match["low_number"])
        hyphen = match[f"{prefix}gap"] == "-" and counted and name == match[f"{prefix}unit"]
        gap = Part(*match.span(f"{prefix}gap"), "-" if hyphen else " ")
        return [gap, Part(*match.span(f"{prefix}unit"), name)]
    return [Part(*match.span(f"{prefix}unit"), f" {name}")]


def suspended(rules: Rules) -> Rule:
    """The hyphen of "2- to 3-day", which belongs to the word behind the second number."""
    number = Amounts(rules).numbers
    words = any_of(rules.doubts.suspended)
    pattern = re.compile(
        rf"(?P<number>{number.first})(?P<hyphen>-)(?=,?\s(?:{words})\s(?:{number.next})-[a-z]{{2}})"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            said = rules.number(match["number"], "")
            yield [Part(*match.span("number"), said), Part(*match.span("hyphen"), "")]

    return rule


def lone_units(rules: Rules) -> Rule:
    """A unit without a number, where its symbol can be nothing else: "in mg", "mg/kg"."""
    units = Units(rules)
    symbols = any_of(symbol for unit in rules.units if unit.alone for symbol in unit.symbols)
    pattern = re.compile(
        rf"(?<![{JOINING_DASHES}\w/{FRACTIONS}])(?<![\d{FRACTIONS}]\s)(?<!\d[.,+]\s)(?<!\d[+])(?<!\d\s[+]\s)"
        rf"(?P<unit>{symbols}){units.chain}(?![\w/])"
    )
    one_behind = right_behind(rules.one_behind)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            one = bool(one_behind.search(text[: match.start()]))
            yield [Part(*match.span("unit"), units.name(match["unit"], one=one)), *units.per(match)]

    return rule
