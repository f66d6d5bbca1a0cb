"""Doses read back from the words that are said, and from nothing else.

A number in digits is what the engine says as a cardinal number: it is read as one.
"""

from __future__ import annotations

import re
from fractions import Fraction

from tests.content.speech.doses.languages import Language
from tests.content.speech.doses.meaning import Meaning


class Unreadable(ValueError):
    """What is said is no dose, or a dose and more numbers."""


def read(language: Language, said: str) -> Meaning:
    """Return the one dose of a spoken sentence; raise :class:`Unreadable` for none or more."""
    return _Reader(language, said).only()


class _Reader:
    def __init__(self, language: Language, said: str) -> None:
        self.language = language
        # Marks at the ends of words mean nothing to the ear, but a sign within one would.
        said = re.sub(r"(?<=\d)-(?=[a-z])", " ", said)
        self.words = [word for raw in said.split() if (word := raw.strip("().,;:!?"))]
        self.at = 0

    def only(self) -> Meaning:
        found: list[Meaning] = []
        while self.at < len(self.words):
            start = self.at
            meaning = self.dose()
            if meaning is None:
                if self.words[start] not in self.language.skipped and re.search(
                    r"\d|[<>≤≥±%°/½¼¾⅓⅔–−]", self.words[start]
                ):
                    raise Unreadable(f"{self.words[start]!r} is left over")
                self.at = start + 1
            else:
                found.append(meaning)
        if len(found) != 1:
            raise Unreadable(f"{len(found)} doses in {' '.join(self.words)!r}")
        return found[0]

    def dose(self) -> Meaning | None:
        start = self.at
        comparison = ""
        for key, phrase in self.language.comparisons.values():
            if self.phrase(phrase):
                comparison = key
                break
        low = self.value()
        if low is None:
            self.at = start
            return None
        low_unit, joint, high = "", "", None
        unit = self.unit()
        if self.phrase(self.language.to_said):
            joint = "to"
        elif any(
            key == "±" and self.phrase(phrase) for key, phrase in self.language.comparisons.values()
        ):
            joint = "±"
        if joint:
            high = self.value()
            low_unit, unit = unit or "", self.unit()
        if (joint and high is None) or unit is None:
            raise Unreadable(f"no dose at {' '.join(self.words[start:])!r}")
        per = []
        while any(self.phrase(word) for word in self.language.per_said):
            count = self.value()
            of = self.unit()
            if of is None:
                raise Unreadable(f"per what? {' '.join(self.words[start:])!r}")
            per.append((Fraction(1) if count is None else count, of))
        return Meaning(comparison, low, low_unit, joint, high, unit, tuple(per))

    def phrase(self, phrase: str) -> bool:
        words = phrase.split()
        if self.words[self.at : self.at + len(words)] == words:
            self.at += len(words)
            return True
        return False

    def unit(self) -> str | None:
        named = [(name, key) for key, (_, names) in self.language.units.items() for name in names]
        for name, key in sorted(named, key=lambda one: -len(one[0].split())):
            if self.phrase(name):
                return key
        return None

    def value(self) -> Fraction | None:
        fraction = self.fraction()
        if fraction is not None:
            return fraction
        number = self.digits()
        if number is None:
            number = self.number_words()
        if number is None:
            return None
        start = self.at
        if self.phrase(self.language.and_said):
            fraction = self.fraction()
            if fraction is not None:
                return number + fraction
            self.at = start
        return number

    def fraction(self) -> Fraction | None:
        for value, (_, phrases) in self.language.fractions.items():
            if any(self.phrase(phrase) for phrase in phrases):
                return value
        return None

    def digits(self) -> Fraction | None:
        word = self.words[self.at] if self.at < len(self.words) else ""
        thousands, decimal = re.escape(self.language.thousands), re.escape(self.language.decimal)
        if not re.fullmatch(rf"\d+(?:{thousands}\d{{3}})*(?:{decimal}\d+)?", word):
            return None
        self.at += 1
        plain = word.replace(self.language.thousands, "").replace(self.language.decimal, ".")
        return Fraction(plain)

    def number_words(self) -> Fraction | None:
        """Read "two thousand fifty point two five"."""
        start, total, current = self.at, 0, 0
        while self.at < len(self.words):
            word = self.words[self.at]
            if word in self.language.numbers:
                current += self.language.numbers[word]
            elif word in self.language.multipliers and self.at > start:
                factor = self.language.multipliers[word]
                current = max(current, 1) * factor
                if factor >= 1000:
                    total, current = total + current, 0
            else:
                break
            self.at += 1
        if self.at == start:
            return None
        value = Fraction(total + current)
        if any(self.phrase(word) for word in self.language.point_said):
            place = Fraction(1, 10)
            while self.at < len(self.words) and self.words[self.at] in self.language.numbers:
                value += self.language.numbers[self.words[self.at]] * place
                place /= 10
                self.at += 1
        return value
