"""Spanish ordinals, Roman numerals, numbers to call, and how often a dose is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from content.speech.rules import Rules
from content.speech.rules.es.letters import LETTERS
from content.speech.rules.es.nouns import NOUNS, many, words
from content.speech.rules.es.numbers import DIGITS, Form, cardinal, said
from content.speech.rules.es.units import UNITS

_ORDINALS = (
    *("primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo"),
    *("noveno", "décimo", "undécimo", "duodécimo", "decimotercero", "decimocuarto"),
    *("decimoquinto", "decimosexto", "decimoséptimo", "decimoctavo", "decimonoveno", "vigésimo"),
)
_ENDINGS = dict(enumerate("rdrtttmvnm", 1))
"""What goes before "o" and "a" in "1ro", "2da", "7mo"."""


def ordinals(_rules: Rules) -> Rule:
    """ "1.º", "2.ª", "3.er", "7mo". Without a dot "º" may be a degree."""
    pattern = re.compile(
        rf"{BEFORE}(?P<number>[1-9]|1[0-9]|20)"
        r"(?P<ending>\.º|\.?ª|\.?er|[rdtmvn][oa])(?![\wºª/]|\.\d)"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            number, ending = int(match["number"]), match["ending"]
            name = _ORDINALS[number - 1]
            if ending.endswith("er"):
                if number not in (1, 3, 13):
                    continue
                name = name[:-1]
            elif ending[0] in "rdtmvn" and _ENDINGS.get(number) != ending[0]:
                continue
            if ending[-1] in "ªa":
                name = f"{name[:-1]}a"
            yield [Part(*match.span(), name)]

    return rule


_COUNTED = words("""
    bipolar capítulo categoría clase estadio etapa factor fase grado nivel parte título tomo tipo
    volumen
""")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def roman(_rules: Rules) -> Rule:
    """ "estadio IV", "tipos I y II", "estadio IIIB", "etapa 3b", "siglo XXI"."""
    numeral = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})[A-Ca-c]?"
    pattern = re.compile(
        rf"(?<!\w)(?P<what>(?i:(?:{any_of(_COUNTED)})(?:e?s)?|siglos?))\s(?P<all>{numeral}"
        rf"(?:(?:,\s|\s(?:y|o|a|u)\s|\s?[{DASHES}]\s?){numeral}(?!\w))*|[1-9][A-Ca-c])"
        rf"(?![\w/]|\s?[{DASHES}]\s?\w)"
    )
    piece = re.compile(
        rf"(?P<number>[IVX]+|[1-9])(?P<letter>[A-Ca-c]?)|(?P<dash>\s?[{DASHES}]\s?)|\D"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            century = match["what"].casefold().startswith("siglo")
            for found in piece.finditer(text, *match.span("all")):
                if found["dash"]:
                    yield [Part(*found.span(), " a ")]
                if not found["number"]:
                    continue
                written = found["number"]
                number = int(written) if written.isdigit() else _roman(written)
                name = _ORDINALS[number - 1] if century and number <= 10 else cardinal(number)
                parts = [Part(*found.span("number"), name)]
                if found["letter"]:
                    letter = found["letter"].upper()
                    parts.append(Part(*found.span("letter"), f" {letter}", LETTERS[letter]))
                yield parts

    return rule


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(
        -worth if worth < max(values[index:]) else worth for index, worth in enumerate(values)
    )


_DIAL = (
    r"(?:ll[aá]m|marc|marqu|disc|telefon|tel[eé]fono|n[uú]mero|mensaje|texto|env[ií]|escrib|fax"
    r"|l[ií]nea|whatsapp)\w*"
)
_DIAL_BETWEEN = words("""
    a ahora al ayuda con crisis de del el emergencia emergencias en gratis gratuita gratuito hoy la
    línea local mensaje mismo nacional número o palabra para por marque llame escriba envíe se sin
    costo también teléfono texto un una usted y ya
""")
_TO_CALL = re.compile(
    rf"(?<!\w)(?i:{_DIAL})(?:[,:]?\s(?:(?i:{any_of(_DIAL_BETWEEN)})|[A-ZÁÉÍÓÚÑ]+|[0-9]{{3,6}}"
    rf"|[\"“«][A-Za-zÁÉÍÓÚÑáéíóúñ]+[\"”»]))*[,:]?\s[(\"“«]?\Z|(?<!\w)(?i:emergencias?):\s\Z"
)
_BY_DIGITS = (
    rf"(?![.,:'’]\d|\+|[\w/%°º]|\s?[{FRACTIONS}]|\s?[{DASHES}]\s?[\d{FRACTIONS}]"
    rf"|[{JOINING_DASHES}]\S|\s\d)"
)


_COUNTED_BEHIND = re.compile(
    rf"\s(?:{any_of(noun for noun in NOUNS if noun.endswith('s'))})(?!\w)"
    rf"|\s?(?:{any_of(symbol for unit in UNITS for symbol in unit.symbols)})(?!\w)"
)


def to_call(rules: Rules) -> Rule:
    """Digit by digit: "911", "9-1-1", and what a word like "llame" stands before."""
    known = any_of((*rules.digit_by_digit, *("-".join(one) for one in rules.digit_by_digit)))
    pattern = re.compile(
        rf"{BEFORE}(?<!\d\s)(?:(?P<known>{known})|(?P<number>[0-9]{{3,6}})){_BY_DIGITS}"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            to_call = _TO_CALL.search(text[: match.start()])
            if not to_call and (match["number"] or _COUNTED_BEHIND.match(text, match.end())):
                continue
            digits = (DIGITS[int(digit)] for digit in match.group() if digit.isdigit())
            yield [Part(*match.span(), " ".join(digits))]

    return rule


_SPANS = {
    "hora": ("horas", "hora", "hrs", "hr", "hs", "h"),
    "día": ("días", "día"),
    "minuto": ("minutos", "minuto", "min"),
    "semana": ("semanas", "semana"),
    "mes": ("meses", "mes"),
}


def every(rules: Rules) -> Rule:
    """ "c/8 h", "c/4-6 h", "c/día"."""
    names = {written: name for name, forms in _SPANS.items() for written in forms}
    pattern = re.compile(
        rf"(?<!\w)(?P<every>[cC]/\s?)(?:(?P<low>[1-9][0-9]?)(?:(?P<dash>\s?[{DASHES}]\s?)"
        rf"(?P<high>[1-9][0-9]?))?(?P<gap>\s?))?(?P<unit>{any_of(names)})(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            name = names[match["unit"]]
            parts = [Part(*match.span("every"), "Cada " if match["every"][0] == "C" else "cada ")]
            if not match["low"]:
                yield [*parts, Part(*match.span("unit"), name)]
                continue
            if match["high"] and int(match["low"]) >= int(match["high"]):
                continue
            form = NOUNS[name]
            alone: Form = "una" if form == "una" else "uno"
            if match["high"] or match["low"] != "1":
                name = many(name)
            parts.append(
                Part(*match.span("low"), said(match["low"], alone if match["high"] else form))
            )
            if match["high"]:
                parts.append(Part(*match.span("dash"), f" {rules.to} "))
                parts.append(Part(*match.span("high"), said(match["high"], form)))
            if match["gap"]:
                parts += [Part(*match.span("gap"), " "), Part(*match.span("unit"), name)]
            else:
                parts.append(Part(*match.span("unit"), f" {name}"))
            yield parts

    return as_one(rule)
