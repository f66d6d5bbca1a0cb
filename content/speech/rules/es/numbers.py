"""Spanish numbers: which are written so that they can be read in one way only, and their words.

espeak-ng is given no digits where a rule took them: of "1 mg", "21 gotas" and "200 tabletas" it
says "uno miligramo", "veintiuno gotas" and "doscientos tabletas", of "21000" "veintiuno mil", and
of "0.125" "cero mil ciento veinticinco" (measured with 1.52, voice ``es-419``).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

Form = Literal["uno", "un", "una"]
"""How a number that ends in one stands: by itself, before a masculine noun, or feminine."""

DIGITS = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
_BELOW_30 = (
    *DIGITS,
    *("diez", "once", "doce", "trece", "catorce", "quince"),
    *("dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós"),
    *("veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho"),
    "veintinueve",
)
_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    *("ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos"),
    *("setecientos", "ochocientos", "novecientos"),
)
_ONE = {
    1: {"uno": "uno", "un": "un", "una": "una"},
    21: {"uno": "veintiuno", "un": "veintiún", "una": "veintiuna"},
}

NAMES = (
    *_BELOW_30,
    *_TENS,
    *(name for one in _ONE.values() for name in one.values()),
    *_HUNDREDS,
    *(name.replace("ientos", "ientas") for name in _HUNDREDS),
    *("cien", "mil"),
)
"""Words of which numbers are made."""
THIN = "\u00a0\u2009\u202f"
"""Spaces that do not end a line or are thin: between groups of three digits they part thousands. A
plain one may part two numbers ("2 500 mg": two of 500?).
"""

JOINING = rf"\sy\s(?:[1-9](?![0-9])|(?:una?|{'|'.join(DIGITS[1:])})(?!\w))"
"""What makes one number to the ear with the tens before it: "30 y 5", "20 y una"."""
_GROUPED = r"[1-9][0-9]{0,2}"
_DECIMALS = "[0-9]*[1-9]"
WRITTEN = (
    "(?:"
    + "|".join(
        (
            # Thousands apart from decimals: by a thin space, or by the other of the two marks.
            rf"{_GROUPED}(?:[{THIN}][0-9]{{3}}){{1,2}}(?:[.,]{_DECIMALS})?",
            rf"{_GROUPED}(?:,[0-9]{{3}}){{1,2}}\.{_DECIMALS}",
            rf"{_GROUPED}(?:\.[0-9]{{3}}){{1,2}},{_DECIMALS}",
            # Twice the same mark is no decimal one.
            rf"{_GROUPED}(?:(?:,[0-9]{{3}}){{2}}|(?:\.[0-9]{{3}}){{2}})",
            # "1.125" and "1,125" are thousands to one reader and decimals to another.
            rf"(?!{_GROUPED}[.,][0-9]{{3}}(?![0-9]))(?:0|[1-9][0-9]{{0,5}})[.,]{_DECIMALS}",
            r"0|[1-9][0-9]{0,5}",
        )
    )
    + rf")(?![{THIN}.,]?[0-9])(?!(?<=[1-9]0){JOINING})"
)
"""A number that can be read in one way only, as a pattern without groups."""


def value(written: str) -> Decimal:
    """Return what a number of the pattern :data:`WRITTEN` is worth."""
    whole, _, decimals = _split(written)
    return Decimal(f"{whole}.{decimals or 0}")


def said(written: str, form: Form = "uno") -> str:
    """Return the words of a number of the pattern :data:`WRITTEN`.

    Decimals are said one by one and the mark as it is written: who hears "cero punto veinticinco"
    may take it for more than "cero punto cinco".
    """
    whole, mark, decimals = _split(written)
    if not decimals:
        return cardinal(whole, form)
    names = (DIGITS[int(digit)] for digit in decimals)
    return " ".join((cardinal(whole), "coma" if mark == "," else "punto", *names))


def cardinal(number: int, form: Form = "uno") -> str:
    """Return the words of a whole number below 1,000,000,000."""
    millions, rest = divmod(number, 1_000_000)
    thousands, units = divmod(rest, 1000)
    words = []
    if millions:
        words.append("un millón" if millions == 1 else f"{cardinal(millions, 'un')} millones")
    if thousands == 1:
        words.append("mil")
    elif thousands:
        # "Doscientas mil tabletas", but "veintiún mil tabletas".
        words.append(f"{_below_1000(thousands, 'un', feminine=form == 'una')} mil")
    if units or not words:
        words.append(_below_1000(units, form, feminine=form == "una"))
    return " ".join(words)


def agrees(written: str) -> bool:
    """Whether a number has other words beside another noun."""
    return len({said(written, "uno"), said(written, "un"), said(written, "una")}) > 1


def of_millions(written: str) -> bool:
    """Whether "de" stands between a number and what it counts: "un millón de unidades"."""
    worth = value(written)
    return bool(worth) and worth % 1_000_000 == 0


def _below_1000(number: int, form: Form, *, feminine: bool) -> str:
    if number == 100:
        return "cien"
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        name = _HUNDREDS[hundreds - 1]
        words.append(re.sub("os$", "as", name) if feminine else name)
    if rest or not hundreds:
        words.append(_below_100(rest, form))
    return " ".join(words)


def _below_100(number: int, form: Form) -> str:
    if number in _ONE:
        return _ONE[number][form]
    if number < 30:
        return _BELOW_30[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 3] + (f" y {_below_100(ones, form)}" if ones else "")


def _split(written: str) -> tuple[int, str, str]:
    """Return the whole part, the decimal mark ("" where there is none), and the decimals."""
    marks = [sign for sign in written if sign in ".,"]
    grouped = len(marks) > 1 and len(set(marks)) == 1
    if not marks or grouped:
        return int(re.sub("[^0-9]", "", written)), "", ""
    whole, _, decimals = written.rpartition(marks[-1])
    return int(re.sub("[^0-9]", "", whole)), marks[-1], decimals
