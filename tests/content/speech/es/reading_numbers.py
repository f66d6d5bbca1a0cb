"""A parser of spoken Spanish numbers, written apart from the rules that say them.

It knows the words and how they follow each other, nothing of how digits are written.
"""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = {
    **{"cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5},
    **{"seis": 6, "siete": 7, "ocho": 8, "nueve": 9},
}
_UP_TO_29 = {
    **{"diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15},
    **{"dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20},
    **{"veintiún": 21, "veintiuno": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23},
    **{"veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27},
    **{"veintiocho": 28, "veintinueve": 29},
}
_TENS = {
    **{"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60},
    **{"setenta": 70, "ochenta": 80, "noventa": 90},
}
_HUNDREDS = {
    f"{stem}{ending}s": hundreds
    for stem, hundreds in (
        *(("doscient", 200), ("trescient", 300), ("cuatrocient", 400), ("quinient", 500)),
        *(("seiscient", 600), ("setecient", 700), ("ochocient", 800), ("novecient", 900)),
    )
    for ending in "oa"
} | {"cien": 100, "ciento": 100}


def numbers_in(text: str) -> list[Decimal]:
    """Return every number that is heard in a text, in order.

    As an ear does, it takes all that can belong together for one number: "treinta y cinco" is 35,
    whatever was meant.
    """
    words = re.findall(r"\w+|[^\w\s]", text.casefold())
    found = []
    at = 0
    while at < len(words):
        worth, after = _number(words, at)
        if after > at:
            found.append(worth)
        at = max(after, at + 1)
    return found


def _number(words: list[str], at: int) -> tuple[Decimal, int]:
    start = at
    total = 0
    group, at = _below_1000(words, at)
    if at < len(words) and words[at] in ("millón", "millones"):
        total += (group if group is not None else 1) * 1_000_000
        group, at = _below_1000(words, at + 1)
    if at < len(words) and words[at] == "mil":
        total += (group if group is not None else 1) * 1000
        group, at = _below_1000(words, at + 1)
    if at == start:
        return Decimal(0), at
    total += group or 0
    if at + 1 < len(words) and words[at] in ("punto", "coma") and words[at + 1] in _ONES:
        digits = ""
        at += 1
        while at < len(words) and words[at] in _ONES:
            digits += str(_ONES[words[at]])
            at += 1
        return Decimal(f"{total}.{digits}"), at
    return Decimal(total), at


def _below_1000(words: list[str], at: int) -> tuple[int | None, int]:
    total: int | None = None
    if at < len(words) and words[at] in _HUNDREDS:
        total = _HUNDREDS[words[at]]
        at += 1
    if at < len(words) and words[at] in _TENS:
        total = (total or 0) + _TENS[words[at]]
        at += 1
        if at + 1 < len(words) and words[at] == "y" and _ONES.get(words[at + 1], 0) > 0:
            total += _ONES[words[at + 1]]
            at += 2
        return total, at
    for known in (_UP_TO_29, _ONES):
        if at < len(words) and words[at] in known:
            spoken = known[words[at]]
            # "Veinte y cinco" is heard as 25.
            joins = spoken in (10, 20) and words[at + 1 : at + 2] == ["y"]
            if joins and _ONES.get("".join(words[at + 2 : at + 3]), 0) > 0:
                return (total or 0) + spoken + _ONES[words[at + 2]], at + 3
            return (total or 0) + spoken, at + 1
    return total, at
