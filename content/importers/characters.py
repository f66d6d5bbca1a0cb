"""Signs that deceive: what the eye cannot see, or takes for another letter.

A text that shows "not" and says something else, or a medicine with a letter that no search finds,
is refused with the sign named, in every format. See Unicode Technical Standard 39, "Unicode
security mechanisms", https://www.unicode.org/reports/tr39/, and Technical Report 36.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from content.importers.base import HELD, Unusable

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5\u180b\u180c\u180d\u180e")
_JOINERS = "\u200c\u200d"
_ASIDE = frozenset(
    (
        *("LATIN", "MICRO", "FEMININE", "MASCULINE", "MODIFIER", "CJK", "IDEOGRAPHIC", "HIRAGANA"),
        *("KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "THAI", "LAO", "KHMER", "MYANMAR"),
    )
)
"""Scripts (as the names of letters begin) that stand beside Latin letters without looking like
them. All others are refused within a word of Latin letters."""
_GREEK_SIGNS = frozenset("αβγδζηθκλμπσφψωΓΔΘΛΞΠΣΦΨΩ")
"""Greek letters that science writes beside capitals: "TNFα", "IFNγ"."""
_MICRO_UNIT = re.compile("μ(?:g|l|L|m|mol|M|s|A|V|U|Sv|Gy)")
_LOOKS_LATIN = frozenset("асеорхуіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ")
_WORD = re.compile(r"[^\W\d_]+")
_ASCII = re.compile(r"[\t\n -~]*")


def check(text: str, where: Callable[[int], str]) -> None:
    """Raise :class:`Unusable` for the first sign that deceives.

    ``where(line)`` gives what stands at a line of the text (1 is the first) in words: "line 5".
    """
    latin = sum("a" <= c.lower() <= "z" for c in text)
    letters = sum(c.isalpha() for c in text)
    for number, line in enumerate(text.split("\n"), start=1):
        if _ASCII.fullmatch(line):
            continue
        if found := _unseen(line) or _mixed(line, latin_text=latin * 4 > letters * 3):
            raise Unusable(f"{where(number)} holds {found}")


def visible(words: str) -> str:
    """Return how words begin, on one line, with every sign that cannot be seen as U+XXXX."""
    words = " ".join(words.split())
    words = words if len(words) <= HELD else f"{words[:HELD].rstrip()}…"
    return "".join(
        f"[U+{ord(c):04X}]" if unicodedata.category(c)[0] == "C" or c in _BLANK else c
        for c in words
    )


def _unseen(line: str) -> str:
    """Return what of a line cannot be seen and why that is refused, or nothing."""
    for at, sign in enumerate(line):
        if sign > "~" and (why := _why_not(sign, joins=_joins(line, at))):
            what, remedy = why
            return f"{what} (U+{ord(sign):04X}). {remedy}"
    return ""


def _why_not(sign: str, *, joins: bool) -> tuple[str, str] | None:
    """Return what a sign is that nobody sees, and the remedy; None where it can be seen."""
    category = unicodedata.category(sign)
    of_category = {
        "Co": ("a sign of private use, which only one font knows", "Write it in words."),
        "Cs": ("half a character, a surrogate", "Write it again."),
        "Cn": ("a sign that stands for no letter", "Write the letter again."),
    }
    if sign in _BIDI:
        what = "a sign that turns the direction of writing, so that words show in another order"
        return what, "Remove it."
    if 0xE0000 <= ord(sign) <= 0xE01EF:
        return "a tag that nobody sees", "Remove it."
    if sign == "\ufffd":
        return "a sign that stands for a lost letter", "Write the letter again."
    if (category == "Cf" and not joins) or sign in _BLANK:
        return "a sign that nobody sees", "Remove it."
    return of_category.get(category)


def _joins(line: str, at: int) -> bool:
    """Whether a joiner stands where scripts and emoji need it, not in a word of Latin letters."""
    around = line[max(0, at - 1) : at] + line[at + 1 : at + 2]
    return line[at] in _JOINERS and len(around) == 2 and not any(c < "\u0250" for c in around)


def _mixed(line: str, *, latin_text: bool) -> str:
    """Return which letter of a line looks like another, or nothing."""
    for word in _WORD.findall(line):
        foreign = [c for c in word if c > "~" and c.isalpha() and _script(c) not in _ASIDE]
        if not foreign:
            continue
        if len(foreign) == len(word):
            strange = latin_text and len(word) > 1 and all(c in _LOOKS_LATIN for c in word)
            if not strange and _script(word[0]) not in ("FULLWIDTH", "MATHEMATICAL"):
                continue
        elif _MICRO_UNIT.fullmatch(word):
            continue
        rest = [c for c in word if c not in foreign]
        if rest and all(c in _GREEK_SIGNS for c in foreign) and all(c.isupper() for c in rest):
            continue
        sign = foreign[0]
        name = unicodedata.name(sign, "a letter of another script").lower()
        return (
            f"the word “{word}”, in which a letter is not the one it looks like "
            f"(U+{ord(sign):04X}, {name}). Type the word again."
        )
    return ""


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0]
