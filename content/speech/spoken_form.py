"""What is written -> what is said, with a map between the two that leaves out no character.

The engine reads "0.5–1 mg" as "zero point five one em gee" and "911" as "nine hundred eleven". So
the spoken form is ours: lexicon words, units, ranges, comparisons, crisis numbers. What no rule
covers and could be said wrongly is *unresolved*: it blocks submission and is shown to the author.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from content.speech.rules import Rules, Unit, rules_for


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the map, in code points: ``[start, end)`` of the spoken and the written text."""

    spoken_start: int
    spoken_end: int
    written_start: int
    written_end: int


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A piece of the written text that no rule says how to say, and what to do about it."""

    offset: int
    length: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SpokenForm:
    """What is said of a written sentence.

    ``spans`` follow each other without gap or overlap over both ``written`` and ``text``.
    ``engine_text`` is ``text`` with phonemes where the lexicon has them, and ``engine_words`` are
    the spoken words as ``(offset, length, engine_start, engine_end)``: offset and length in
    ``text``, the rest in ``engine_text``.
    """

    written: str
    text: str
    engine_text: str
    spans: tuple[Span, ...]
    engine_words: tuple[tuple[int, int, int, int], ...]
    unresolved: tuple[Unresolved, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What a rule makes of ``[start, end)`` of the written text."""

    start: int
    end: int
    spoken: str
    phonemes: str = ""


_Rule = Callable[[str], Iterator[list[_Part]]]


def spoken_form(text: str, language: str) -> SpokenForm:
    """Return what is said of one sentence.

    Raises :class:`content.speech.rules.NoRules` for a language that has none.
    """
    rules = rules_for(language)
    parts = _parts(text, rules)
    return _assemble(text, parts, rules)


def _parts(text: str, rules: Rules) -> list[_Part]:
    """Return what the rules change, in order, without overlap. An earlier rule goes first."""
    taken: list[_Part] = []
    covered = bytearray(len(text))
    for rule in _compiled(rules_key(rules)):
        for found in rule(text):
            start, end = found[0].start, found[-1].end
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken += found
    return sorted(taken, key=lambda part: part.start)


def rules_key(rules: Rules) -> int:
    """Return what the compiled rules are kept by: a language's rules are made once."""
    _KNOWN[id(rules)] = rules
    return id(rules)


_KNOWN: dict[int, Rules] = {}


@cache
def _compiled(key: int) -> tuple[_Rule, ...]:
    rules = _KNOWN[key]
    return (
        _phone_numbers(rules),
        _measures(rules),
        _lexicon(rules),
        _fractions(rules),
        _ranges_and_comparisons(rules),
        _digit_by_digit(rules),
        _lone_units(rules),
        _symbols(rules),
    )


def _number(rules: Rules) -> str:
    """A number that cannot be read two ways: no leading or trailing zero is missing or extra."""
    thousands, decimal = re.escape(rules.thousands), re.escape(rules.decimal)
    whole = rf"(?:[1-9]\d{{0,2}}(?:{thousands}\d{{3}})+|0|[1-9]\d*)"
    # Nothing that goes on as a number may stand before or behind it.
    before = rf"(?<![\w{thousands}{decimal}/])"
    return rf"{before}{whole}(?:{decimal}\d*[1-9])?(?![{thousands}{decimal}]?\d)"


_DASH = r"\s?[-‐‑–—−]\s?"


def _phone_numbers(rules: Rules) -> _Rule:
    """Groups of digits as they are dialled: "1-800-273-8255", "(555) 010-9999"."""
    pattern = re.compile(
        r"(?<![\w-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])"
    )

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in pattern.finditer(text):
            digits = [rules.digits[int(d)] for d in match.group() if d.isdigit()]
            cut = len(digits) - 7 if len(digits) > 7 else 3
            groups = [digits[:cut], digits[cut : cut + 3], digits[cut + 3 :]]
            said = ", ".join(" ".join(group) for group in groups if group)
            yield [_Part(match.start(), match.end(), said)]

    return rule


def _measures(rules: Rules) -> _Rule:
    """A number or a range with its unit, compared or not: "<2 mg", "0.5–1 mg", "5 mg/kg"."""
    number = _number(rules)
    plain = number.replace("(?<![\\w,\\./])", "")
    by_symbol = {symbol: unit for unit in rules.units for symbol in unit.symbols}
    symbols = "|".join(re.escape(symbol) for symbol in sorted(by_symbol, key=len, reverse=True))
    comparisons = "".join(re.escape(sign) for sign in rules.comparisons)
    per = _per_pattern(rules, symbols)
    pattern = re.compile(
        rf"(?P<sign>[{comparisons}]\s?)?(?P<low>{number})(?:(?P<dash>{_DASH}| {rules.to} )"
        rf"(?P<high>{plain}))?(?P<gap>\s?|-)(?P<unit>{symbols})(?:/(?P<per>{per}))?(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in pattern.finditer(text):
            unit = by_symbol[match["unit"]]
            many = not (
                (match["low"] == "1" and match["high"] is None and match["sign"] is None)
                or match["gap"] == "-"
            )
            parts = []
            if match["sign"]:
                said = rules.comparisons[match["sign"].strip()]
                parts.append(_Part(*match.span("sign"), f"{said} "))
            parts.append(_Part(*match.span("low"), match["low"]))
            if match["high"]:
                parts.append(_Part(*match.span("dash"), f" {rules.to} "))
                parts.append(_Part(*match.span("high"), match["high"]))
            parts += _unit_parts(match, unit, many=many, rules=rules, by_symbol=by_symbol)
            yield parts

    return rule


def _per_pattern(rules: Rules, symbols: str) -> str:
    return rf"{symbols}|[a-z]{{3,}}"


def _unit_parts(
    match: re.Match[str], unit: Unit, *, many: bool, rules: Rules, by_symbol: dict[str, Unit]
) -> list[_Part]:
    """Return the parts of a unit, with the gap before it and what it is per."""
    name = unit.many if many else unit.one
    start, end = match.span("unit")
    parts = []
    if match["gap"]:
        parts.append(_Part(*match.span("gap"), " "))
        parts.append(_Part(start, end, name))
    else:
        # "5mg" is one written word: its number is said with its unit.
        parts.append(_Part(start, end, f" {name}"))
    if match["per"]:
        per_start, per_end = match.span("per")
        below = by_symbol.get(match["per"])
        parts.append(_Part(per_start - 1, per_start, f" {rules.per} "))
        parts.append(_Part(per_start, per_end, below.one if below else match["per"]))
    return parts


def _lexicon(rules: Rules) -> _Rule:
    """Words that the lexicon knows, longest first, in any case but that of an abbreviation."""
    entries = {entry.grapheme.casefold(): entry for entry in rules.lexicon}
    exact = {e.grapheme for e in rules.lexicon if e.grapheme.isupper() or e.grapheme[:-1].isupper()}
    words = "|".join(re.escape(word) for word in sorted(entries, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in pattern.finditer(text):
            entry = entries[match.group().casefold()]
            if entry.grapheme in exact and match.group() != entry.grapheme:
                continue
            yield [_Part(*match.span(), entry.alias or match.group(), entry.phonemes)]

    return rule


def _fractions(rules: Rules) -> _Rule:
    written = "|".join(re.escape(fraction) for fraction in rules.fractions)
    pattern = re.compile(rf"(?<![\w/.,-])(?<!\d )(?:{written})(?![\w/]|[.,]\d)")

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in pattern.finditer(text):
            yield [_Part(*match.span(), rules.fractions[match.group()])]

    return rule


def _ranges_and_comparisons(rules: Rules) -> _Rule:
    """Numbers without a unit that we know: "1–2 weeks", "≥3 days"."""
    number = _number(rules)
    plain = number.replace("(?<![\\w,\\./])", "")
    comparisons = "".join(re.escape(sign) for sign in rules.comparisons)
    behind = r"(?![\w/%°-]|[-‐‑–—−]\d)"
    ranges = re.compile(rf"(?<![-‐‑–—−])(?P<low>{number})(?P<dash>{_DASH})(?P<high>{plain}){behind}")
    compared = re.compile(rf"(?P<sign>[{comparisons}]\s?)(?P<low>{number}){behind}")

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in ranges.finditer(text):
            yield [
                _Part(*match.span("low"), match["low"]),
                _Part(*match.span("dash"), f" {rules.to} "),
                _Part(*match.span("high"), match["high"]),
            ]
        for match in compared.finditer(text):
            said = rules.comparisons[match["sign"].strip()]
            yield [
                _Part(*match.span("sign"), f"{said} "),
                _Part(*match.span("low"), match["low"]),
            ]

    return rule


def _digit_by_digit(rules: Rules) -> _Rule:
    numbers = "|".join(rules.digit_by_digit)
    pattern = re.compile(rf"(?<![\w.,/+-])(?:{numbers})(?![\w/-]|[.,]\d)")

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in pattern.finditer(text):
            said = " ".join(rules.digits[int(digit)] for digit in match.group())
            yield [_Part(*match.span(), said)]

    return rule


def _lone_units(rules: Rules) -> _Rule:
    """A unit without a number, where its symbol can be nothing else: "in mg", "mg/kg"."""
    by_symbol = {
        symbol: unit for unit in rules.units for symbol in unit.symbols if symbol in _UNMISTAKABLE
    }
    symbols = "|".join(re.escape(symbol) for symbol in sorted(by_symbol, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w/])(?<!\d )(?<!\d-)(?P<gap>)(?P<unit>{symbols})(?:/(?P<per>{symbols}))?(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in pattern.finditer(text):
            parts = [_Part(*match.span("unit"), by_symbol[match["unit"]].many)]
            if match["per"]:
                start, end = match.span("per")
                parts.append(_Part(start - 1, start, f" {rules.per} "))
                parts.append(_Part(start, end, by_symbol[match["per"]].one))
            yield parts

    return rule


_UNMISTAKABLE = {"mg", "mcg", "µg", "μg", "kg", "mL", "dL", "mmol", "IU"}


def _symbols(rules: Rules) -> _Rule:
    written = "|".join(re.escape(symbol) for symbol in rules.symbols)
    pattern = re.compile(rf"(?<=\s)(?:{written})(?=\s)")

    def rule(text: str) -> Iterator[list[_Part]]:
        for match in pattern.finditer(text):
            yield [_Part(*match.span(), rules.symbols[match.group()])]

    return rule


def _assemble(text: str, parts: list[_Part], rules: Rules) -> SpokenForm:
    """Join what the rules changed and what they left, and keep the map."""
    spoken: list[str] = []
    engine: list[str] = []
    spans: list[Span] = []
    pieces: list[tuple[int, int, int, int]] = []
    spoken_at = engine_at = written_at = 0

    def add(end: int, said: str, engine_said: str) -> None:
        nonlocal spoken_at, engine_at, written_at
        spans.append(Span(spoken_at, spoken_at + len(said), written_at, end))
        pieces.append((spoken_at, len(said), engine_at, len(engine_said)))
        spoken.append(said)
        engine.append(engine_said)
        spoken_at, engine_at, written_at = spoken_at + len(said), engine_at + len(engine_said), end

    for part in parts:
        if part.start > written_at:
            untouched = text[written_at : part.start]
            add(part.start, untouched, untouched)
        add(part.end, part.spoken, _for_engine(part, "".join(engine[-1:])))
    if written_at < len(text):
        add(len(text), text[written_at:], text[written_at:])
    whole = "".join(spoken)
    return SpokenForm(
        written=text,
        text=whole,
        engine_text="".join(engine),
        spans=tuple(spans),
        engine_words=tuple(_engine_words(whole, pieces)),
        unresolved=tuple(_unresolved(text, parts, rules)),
    )


def _for_engine(part: _Part, before: str) -> str:
    """Return what the engine is given for a part.

    Straight behind a bracket or a quotation mark espeak-ng drops a word of phonemes without a
    sound (measured with 1.52: ``([[...]])`` is silence), so a space goes between them.
    """
    if not part.phonemes:
        return part.spoken
    gap = " " if before and not before[-1].isspace() else ""
    return f"{gap}[[{part.phonemes}]]"


SPOKEN_WORD = re.compile(r"\S*\w\S*")
"""A word is what stands between spaces and holds a letter or a digit."""


def _engine_words(
    text: str, pieces: list[tuple[int, int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the spoken words, and where the engine's text has them."""

    def engine_position(position: int, *, end: bool) -> int:
        for start, length, engine_start, engine_length in pieces:
            inside = start < position <= start + length if end else (
                start <= position < start + length
            )
            if inside:
                if length == engine_length:
                    return engine_start + position - start
                return engine_start + (engine_length if end else 0)
        return 0

    for match in SPOKEN_WORD.finditer(text):
        start, end = match.span()
        yield (
            start,
            end - start,
            engine_position(start, end=False),
            engine_position(end, end=True),
        )


_LEFT_OVER = {
    "<": "write it in words",
    ">": "write it in words",
    "≤": 'write "at most"',
    "≥": 'write "at least"',
    "±": "write it in words",
    "µ": "write the unit in words",
    "μ": "write the unit in words",
    "/": 'write "or", "and" or "per"',
    "×": 'write "times"',
    "→": "write it in words",
    "°": "write the unit in words",
    "^": "write it in words",
    "~": 'write "about"',
    "[": "leave out the brackets",
    "]": "leave out the brackets",
    "_": "leave it out",
    "|": "leave it out",
    "\\": "leave it out",
    "@": "write it in words",
    "#": 'write "number"',
    "*": "leave it out",
    "=": 'write "is" or "equals"',
}
_NUMERIC = re.compile(r"\d[\d.,]*")


def _unresolved(text: str, parts: list[_Part], rules: Rules) -> Iterator[Unresolved]:
    """Yield what no rule took and the engine would say wrongly, or not at all, in order."""
    free = [True] * len(text)
    for part in parts:
        free[part.start : part.end] = [False] * (part.end - part.start)
    told: set[int] = set()

    def piece(start: int, end: int, reason: str) -> Iterator[Unresolved]:
        if not told.intersection(range(start, end)):
            told.update(range(start, end))
            yield Unresolved(start, end - start, text[start:end], reason)

    found: list[Unresolved] = []
    for pattern, reason in _doubtful(rules):
        for match in pattern.finditer(text):
            if all(free[match.start() : match.end()]):
                found += piece(*match.span(), reason)
    for index, character in enumerate(text):
        if not free[index] or index in told:
            continue
        if (reason := _why_not_said(character)) is not None:
            found += piece(index, index + 1, reason)
    yield from sorted(found, key=lambda item: item.offset)


def _doubtful(rules: Rules) -> list[tuple[re.Pattern[str], str]]:
    """What is numeric and matched no rule although it looks as if it should have."""
    symbols = "|".join(
        re.escape(symbol)
        for unit in rules.units
        for symbol in sorted(unit.symbols, key=len, reverse=True)
    )
    return [
        (re.compile(r"(?<![\w.])[.,]\d+"), "write a zero before the decimal point"),
        (
            re.compile(rf"\d[\d.,]*\s?-?(?:{symbols}|mEq|mU|U|u|cc|gtt|tsp|tbsp|oz|lbs?)(?!\w)"),
            "write this amount so that it can be said in one way only (0.5 mg, 1,000 mL, 5 mg), "
            "or write it in words",
        ),
        (re.compile(r"\d\s?[-‐‑–—−]\s?\d"), 'write "to" between the numbers'),
        (re.compile(r"(?<!\w)[-‐‑–—−]\d"), 'write "minus" or leave out the dash'),
        (re.compile(r"(?<![\d.,])0\d+(?![\d.,]*\w)|\d+[.,]\d*0(?!\d)(?=\s?[a-zµμ%])"),
         "write this number without the extra zero"),
        (re.compile(r"\d+(?:\.\d+){2,}|\d+,\d{1,2}(?!\d)|\d+,\d{4,}"),
         "write this number so that it can be read in one way only"),
    ]


def _why_not_said(character: str) -> str | None:
    """Return why the engine would say a character wrongly or not at all, or None."""
    if (reason := _LEFT_OVER.get(character)) is not None:
        return reason
    category = unicodedata.category(character)
    if category in ("Sm", "So", "Sk", "No", "Nl") and character not in "+™®©":
        return "write it in words"
    if category[0] == "L" and not unicodedata.name(character, "").startswith("LATIN"):
        return "the voice does not speak this script"
    if category in ("Cc", "Cf", "Co", "Cn", "Cs") and character not in "\n\t\u00ad\u200d":
        return "remove this invisible character"
    return None
