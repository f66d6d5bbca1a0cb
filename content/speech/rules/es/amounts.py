"""Spanish amounts: numbers with what they count, in words that agree with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from content.speech.matching.base import (
    BEFORE,
    DASHES,
    FRACTIONS,
    JOINING_DASHES,
    Part,
    Rule,
    any_of,
    as_one,
)
from content.speech.matching.measures import FURTHEST
from content.speech.rules import Rules, Unit
from content.speech.rules.es.nouns import BEHIND, LABELS, NOUNS, words
from content.speech.rules.es.numbers import (
    WRITTEN,
    Form,
    agrees,
    of_millions,
    said,
    value,
)

START = (
    # "2 500 mg" and "1, 5 mg" could be one number or two.
    rf"{BEFORE}(?<!\d\s)(?<!\b\d,\s)(?<!\b\d\d,\s)(?<!\b\d\d\d,\s)"
)
FIRST = rf"{BEFORE}(?<!\d\s)"
_DASH = rf"\s?[{DASHES}]\s?"
_BETWEEN = rf"{_DASH}|\s(?:a|o|u|y|ni|hasta|de cada)\s"
SERIES = (
    rf"(?:[1-9][0-9]?(?:,\s[1-9][0-9]?){{1,3}}(?:{_BETWEEN}){WRITTEN}"
    rf"|{WRITTEN}(?:(?:{_BETWEEN}){WRITTEN}){{0,2}})"
)
"""Numbers that count the same: "1, 2 o 3", "0.5 a 1", "1 de cada 10"."""
_PIECE = re.compile(rf"(?P<number>{WRITTEN})|(?P<dash>{_DASH})|(?P<other>[^0-9]+)")
_NOTHING_MORE = (
    rf"(?![\w/%°º]|\s?[{FRACTIONS}]|\s?[{DASHES}]\s?[\d{FRACTIONS}]|[{JOINING_DASHES}]\S|\s\d|:\d)"
)
_WORD_BEHIND = re.compile(r"\s([a-záéíóúüñ][^\W\d_]*)")
_TWO_NAMES = re.compile(r"[^\W\d_]{4,}\s?[/+-]\s?[^\W\d_]{4,}\s(?:de\s)?\Z")
"""The names of two medicines in one, before their strengths."""
_FEMININE_BEFORE = re.compile(r"(?<!\w)(?:las?|unas?)\s\Z", re.IGNORECASE)
_AT_THE = re.compile(r"(?<!\w)(?:a|de|hacia|desde|hasta)\slas\s\Z", re.IGNORECASE)
_LABEL_BEFORE = re.compile(
    rf"(?<!\w)(?:{any_of(LABELS)})s?\s\Z|(?<!\w)(?:años?|de|del|desde|en|hasta)\s\Z", re.IGNORECASE
)
_PER = {
    **{word: word for word in words("día dosis hora mes minuto semana toma año")},
    **{word: word for word in words("cápsula comprimido gota parche tableta")},
    "m²": "metro cuadrado",
    "m2": "metro cuadrado",
}


def amounts(rules: Rules) -> Rule:
    """Numbers with a unit or a noun: "<2 mg", "0.5–1 mg", "1 o 2 tabletas", "5 mg/kg"."""
    by_symbol = {symbol: unit for unit in rules.units for symbol in unit.symbols}
    symbols = any_of(by_symbol)
    pers = any_of((*by_symbol, *_PER))
    pattern = re.compile(
        rf"(?P<sign>(?:{BEFORE}(?:{any_of(rules.comparisons)})\s?)|{START})(?P<series>{SERIES})"
        rf"(?:(?P<gap>\s?)(?P<unit>{symbols})"
        rf"(?P<pers>(?:/(?:{pers}|[1-9][0-9]{{0,2}}\s?(?:{symbols})(?!\w)))*)(?![\w/²])"
        rf"|(?P<of>\s)(?P<noun>(?i:{any_of(NOUNS)}))(?!\w))"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            unit = by_symbol[match["unit"]] if match["unit"] else None
            form = _form(unit, match["noun"])
            numbers = _series(match, "series", form, rules)
            if numbers is None or (unit and _of_two_medicines(match, unit, by_symbol)):
                continue
            parts = [*_sign(match, rules), *numbers]
            last = re.split(r"[^0-9.,\u00a0\u2009\u202f]", match["series"])[-1].strip()
            of = " de" if of_millions(last) else ""
            if unit is None:
                if of:
                    parts.append(Part(*match.span("of"), f"{of} "))
                yield parts
                continue
            name = unit.one if value(last) == 1 else unit.many
            if match["gap"]:
                parts.append(Part(*match.span("gap"), f"{of} "))
                parts.append(Part(*match.span("unit"), name))
            else:
                parts.append(Part(*match.span("unit"), f"{of} {name}"))
            parts += per(match, by_symbol)
            yield parts

    return as_one(rule)


def _of_two_medicines(match: re.Match[str], unit: Unit, by_symbol: dict[str, Unit]) -> bool:
    """Whether two strengths may be those of two medicines in one: "5-325 mg", "50 mg/12.5 mg"."""
    if not unit.strength:
        return False
    for counted in re.finditer(r"/[0-9]+\s?([^/\d]+)", match["pers"] or ""):
        if by_symbol[counted[1]].strength:
            return True
    if not re.search(rf"[{DASHES}]", match["series"]):
        return False
    low, high = (value(one) for one in re.split(rf"\s?[{DASHES}]\s?", match["series"])[-2:])
    named = _TWO_NAMES.search(match.string[: match.start()])
    return bool(named) or (low > 0 and high > FURTHEST * low)


def _form(unit: Unit | None, noun: str | None) -> Form:
    if unit is not None:
        if "%" in unit.symbols:
            return "uno"
        return "una" if unit.gender else "un"
    return NOUNS[(noun or "").casefold()]


def per(match: re.Match[str], by_symbol: dict[str, Unit]) -> Iterator[Part]:
    """Yield what stands behind the slashes: "mg/kg/día", "mg/8 h", "mg/5 mL"."""
    for one in re.finditer(r"/([^/]+)", match["pers"] or ""):
        start, end = match.start("pers") + one.start(), match.start("pers") + one.end()
        counted = re.fullmatch(r"([0-9]+)(\s?)(\D+)", one[1])
        if counted:
            unit = by_symbol[counted[3]]
            form: Form = "una" if unit.gender else "un"
            name = unit.one if counted[1] == "1" else unit.many
            # "Every 8 hours", but "in each 5 millilitres".
            each = " cada " if counted[3] == "h" else " por cada "
            yield Part(start, start + 1, each)
            yield Part(start + 1, end, f"{said(counted[1], form)} {name}")
            continue
        yield Part(start, start + 1, " por ")
        known = by_symbol.get(one[1])
        yield Part(start + 1, end, known.one if known else _PER[one[1]])


def _sign(match: re.Match[str], rules: Rules) -> list[Part]:
    sign = match["sign"]
    return [Part(*match.span("sign"), f"{rules.comparisons[sign.strip()]} ")] if sign else []


def _series(match: re.Match[str], group: str, form: Form, rules: Rules) -> list[Part] | None:
    """Return the numbers of a series and the dashes between them; None where they do not rise."""
    start = match.start(group)
    pieces = list(_PIECE.finditer(match[group]))
    numbers = [piece["number"] for piece in pieces if piece["number"]]
    if len(numbers) > 1 and set(rules.digit_by_digit).intersection(numbers):
        return None
    if sum(bool(piece["dash"]) for piece in pieces) > 1:
        return None
    # "A las 8 y 20" is a time of the day, or two.
    if re.search(r"\sy\s", match[group]) and _AT_THE.search(match.string[:start]):
        return None
    parts: list[Part] = []
    for index, piece in enumerate(pieces):
        span = start + piece.start(), start + piece.end()
        if piece["dash"]:
            low, high = pieces[index - 1]["number"], pieces[index + 1]["number"]
            if not rises(low, high):
                return None
            between = re.search(r"(?<!\w)(?i:entre)\s\Z", match.string[: match.start(group)])
            parts.append(Part(*span, " y " if between else f" {rules.to} "))
        elif piece["number"]:
            # Before another number it stands by itself: "uno o dos", "una o dos".
            alone: Form = "una" if form == "una" else "uno"
            parts.append(
                Part(*span, said(piece["number"], form if span[1] == match.end(group) else alone))
            )
    return parts


def rises(low: str, high: str) -> bool:
    """Whether two numbers with a dash between them are a range, and no telephone number."""
    return (len(low), len(high)) != (3, 4) and value(low) < value(high)


def numbers(rules: Rules) -> Rule:
    """A number or a range by itself: "65+", "3-5 vasos", "en 2016"."""
    pattern = re.compile(
        rf"(?P<sign>(?:{BEFORE}(?:{any_of(rules.comparisons)})\s?)|{FIRST})"
        rf"(?P<series>{WRITTEN}(?:{_DASH}{WRITTEN})?)(?P<more>\+)?{_NOTHING_MORE}(?!\+)"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            if not set(rules.digit_by_digit).isdisjoint(re.findall("[0-9]+", match["series"])):
                continue
            if text[match.end() : match.end() + 1] in _MARKS and not _closes(text, match.end()):
                continue
            before = text[: match.start()]
            form: Form = "una" if _FEMININE_BEFORE.search(before) else "uno"
            joined = re.match(r"\sy\s[0-9]", text[match.end() :])
            if joined and _AT_THE.search(before):
                continue
            # "A las 8.45" is a time of the day.
            if form == "una" and re.search("[.,]", match["series"]):
                continue
            if form == "uno" and _depends(match, before, text[match.end() :]):
                continue
            parts = _series(match, "series", form, rules)
            if parts is None:
                continue
            more = [Part(*match.span("more"), " o más")] if match["more"] else []
            yield [*_sign(match, rules), *parts, *more]

    return as_one(rule)


_MARKS = {'"': '"', "'": "'", "”": "“", "’": "‘", "″": "", "′": ""}
"""Marks that stand for feet, inches or minutes where no quotation ends, with what opens one."""


def _closes(text: str, index: int) -> bool:
    """Whether a mark ends a quotation."""
    mark = text[index]
    mate = _MARKS[mark]
    if mate == mark:
        return text.count(mark, 0, index) % 2 == 1
    return bool(mate) and text.rfind(mate, 0, index) > text.rfind(mark, 0, index)


def _depends(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether the words of a number depend on a noun whose gender is not known."""
    last = re.split(rf"[{DASHES}]", match["series"])[-1].strip()
    word = _WORD_BEHIND.match(behind)
    if not word or word[1].casefold() in BEHIND or not agrees(last) or match["more"]:
        return False
    return not _LABEL_BEFORE.search(before)


_FRACTIONS: dict[str, Callable[[Form], str]] = {
    **dict.fromkeys(("1/2", "½"), lambda form: "media" if form == "una" else "medio"),
    **dict.fromkeys(("1/3", "⅓"), lambda _form: "un tercio de"),
    **dict.fromkeys(("2/3", "⅔"), lambda _form: "dos tercios de"),
    **dict.fromkeys(("1/4", "¼"), lambda _form: "un cuarto de"),
    **dict.fromkeys(("3/4", "¾"), lambda _form: "tres cuartos de"),
}


def fractions(_rules: Rules) -> Rule:
    """ "1/2 tableta", "3/4 de taza"; by itself a fraction may be a day."""
    pattern = re.compile(
        rf"{FIRST}(?P<fraction>{any_of(_FRACTIONS)})(?P<gap>\s(?:de\s)?)"
        rf"(?P<noun>(?i:{any_of(NOUNS)}))(?!\w)"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            name = _FRACTIONS[match["fraction"]](NOUNS[match["noun"].casefold()])
            has_of = match["gap"] != " " and match["gap"].strip() == "de"
            if has_of and not name.endswith(" de"):
                # "La mitad de la tableta", or "media tableta".
                continue
            yield [Part(*match.span("fraction"), name.removesuffix(" de") if has_of else name)]

    return as_one(rule)


def blood_pressure(rules: Rules) -> Rule:
    """ "120/80 mm Hg", "presión de 120/80"."""
    units = {symbol: unit for unit in rules.units for symbol in unit.symbols if "Hg" in symbol}
    before = re.compile(
        r"(?<!\w)(?i:presión|tensión)(?:\sarterial)?(?:\s(?:de|en|es|era|es\sde|fue\sde))?\s\Z"
    )
    pattern = re.compile(
        rf"{FIRST}(?P<high>[1-9][0-9]{{1,2}})(?P<slash>/)(?P<low>[1-9][0-9]{{1,2}})"
        rf"(?:(?P<gap>\s?)(?P<unit>{any_of(units)}))?(?![\w/]|[.,]\d|\sy\s\d|\s?[{DASHES}]\s?\d)"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            if not match["unit"] and not before.search(text[: match.start()]):
                continue
            parts = [
                Part(*match.span("high"), said(match["high"])),
                Part(*match.span("slash"), f" {rules.over} "),
                Part(*match.span("low"), said(match["low"], "un" if match["unit"] else "uno")),
            ]
            if match["unit"]:
                gap = Part(*match.span("gap"), " ") if match["gap"] else None
                name = units[match["unit"]].many
                parts += [gap] if gap else []
                parts.append(Part(*match.span("unit"), name if gap else f" {name}"))
            yield parts

    return as_one(rule)
