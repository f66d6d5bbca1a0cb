"""Words that are said otherwise: the lexicon's, initialisms, Roman numerals, signs for words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.speech.matching.base import DASHES, Part, Rule, any_of, right_behind
from content.speech.rules import Entry, Rules


def lexicon(rules: Rules) -> Rule:
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
            known = entries.get(match["word"].casefold(), [])
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
        self._after = right_behind(entry.after) if entry.after else None
        self._before = re.compile(rf"\s(?:{any_of(entry.before)})(?!\w)") if entry.before else None

    def fits(self, match: re.Match[str]) -> bool:
        if self.exact and match["word"] != self.entry.grapheme:
            return False
        if self._after and not self._after.search(match.string[: match.start()]):
            return False
        return not self._before or bool(self._before.match(match.string, match.end()))


ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
    "XIII": 13,
}
"""As far as medicine counts with them: the factors of clotting are thirteen."""


def roman(rules: Rules) -> Rule:
    """Roman numerals behind a counted word: "stage IV", "types I and II", "stages I–III"."""
    counted = "|".join(f"{word}s?" for word in rules.doubts.counted)
    numeral = any_of(ROMAN)
    between = rf"\s?[{DASHES}]\s?|,\s|,?\s(?:{any_of(rules.doubts.suspended)})\s"
    pattern = re.compile(
        rf"(?<!\w)(?i:{counted})\s(?P<all>(?:{numeral})[abcABC]?(?:(?:{between})(?:{numeral})[abcABC]?)*)"
        rf"(?![\w/'’]|[{DASHES}])"
    )
    one = re.compile(rf"(?=\Z|[.,;:)]|\s(?:{any_of(rules.roman_one_before)})(?!\w))")
    piece = re.compile(rf"(?P<numeral>{numeral})(?P<letter>[abcABC]?)|(?P<dash>\s?[{DASHES}]\s?)")

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            # "The stage I reached": behind a word that is counted, "I" may still be who speaks.
            if re.search(r"(?<!\w)I\Z", match["all"]) and not one.match(text, match.end()):
                continue
            for found in piece.finditer(text, *match.span("all")):
                if found["dash"]:
                    yield [Part(*found.span(), f" {rules.to} ")]
                elif text[found.start() - 1] in f" {DASHES}\u00a0":
                    said = str(ROMAN[found["numeral"]])
                    letter = found["letter"].upper()
                    yield [Part(*found.span(), f"{said} {letter}" if letter else said)]

    return rule


def initialisms(rules: Rules) -> Rule:
    """Capitals that can only be an initialism, letter by letter."""
    pattern = re.compile(
        # Behind a number they may be a unit.
        rf"(?<![{DASHES}\w.&/])(?<!\d\s)(?P<word>{rules.unknown_initialism})(?![{DASHES}\w&/]|\.\w)"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        avoided = {*rules.doubts.avoid, *rules.doubts.units, *rules.doubts.known}
        avoided |= {symbol.upper() for unit in rules.units for symbol in unit.symbols}
        for match in pattern.finditer(text):
            if match["word"] not in avoided:
                entry = rules.letters(match["word"])
                yield [Part(*match.span("word"), entry.alias, entry.phonemes)]

    return rule


def symbols(rules: Rules) -> Rule:
    """Signs between spaces that stand for a word."""
    pattern = re.compile(rf"(?<=\s)(?:{any_of(rules.symbols)})(?=\s)")

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            yield [Part(*match.span(), rules.symbols[match.group()])]

    return rule
