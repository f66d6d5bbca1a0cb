"""Doses as people write them, each with what it means. The same seed writes the same ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

from tests.content.speech.doses.languages import Language
from tests.content.speech.doses.meaning import Meaning

DASHES = ("-", "–", "–", "–", "−", "‑", " - ", " – ", "– ")
GAPS = (" ", " ", " ", "", "\u00a0", "\u202f")


def doses(language: Language, seed: int, count: int) -> Iterator[tuple[str, Meaning]]:
    """Yield ``count`` sentences, each with the one dose in it."""
    chance = random.Random(seed)
    for _ in range(count):
        written, meaning = _Writer(language, chance).dose()
        yield chance.choice(language.frames).format(written), meaning


class _Writer:
    def __init__(self, language: Language, chance: random.Random) -> None:
        self.language, self.chance = language, chance

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def dose(self) -> tuple[str, Meaning]:
        sign = comparison = ""
        if self.likely(0.2):
            sign = self.chance.choice(list(self.language.comparisons))
            comparison = self.language.comparisons[sign][0]
            sign += self.chance.choice(("", " "))
        low_written, low = self.value()
        unit, unit_written = self.unit()
        gap = "" if unit == "percent" else self.chance.choice(GAPS)
        low_unit = joint = joint_written = high_written = ""
        high = None
        if not sign and self.likely(0.45):
            high_written, high = self.higher(low)
            joint, joint_written = self.joint()
            if self.likely(0.25):
                low_unit = unit
                joint_written = f"{gap}{unit_written}{joint_written}"
        elif self.likely(0.05) and len(unit_written) < 4:
            gap = "-"
        per_written, per = self.per(unit)
        written = (
            f"{sign}{low_written}{joint_written}{high_written}{gap}{unit_written}{per_written}"
        )
        return written, Meaning(comparison, low, low_unit, joint, high, unit, per)

    def joint(self) -> tuple[str, str]:
        if self.likely(0.1):
            return "±", self.chance.choice(("±", " ± "))
        if self.likely(0.3):
            return "to", f" {self.language.to_written} "
        return "to", self.chance.choice(DASHES)

    def unit(self) -> tuple[str, str]:
        key = self.chance.choice(list(self.language.units))
        return key, self.chance.choice(self.language.units[key][0])

    def per(self, unit: str) -> tuple[str, tuple[tuple[Fraction, str], ...]]:
        written, found = "", []
        while self.likely(0.25) and len(found) < 2:
            key = self.chance.choice([one for one in self.language.per_units if one != unit])
            symbol = self.chance.choice(self.language.units[key][0])
            slash = "/" if self.likely(0.8) else f" {self.language.per_written} "
            if not found and self.likely(0.1):
                count = self.chance.choice((2, 5, 10, 100))
                written += f"{slash}{count} {symbol}"
                found.append((Fraction(count), key))
            else:
                written += f"{slash}{symbol}"
                found.append((Fraction(1), key))
        return written, tuple(found)

    def value(self) -> tuple[str, Fraction]:
        if self.likely(0.15):
            return self.fraction()
        kind = self.chance.random()
        if kind < 0.4:
            value = Fraction(self.chance.randint(1, 999))
        elif kind < 0.6:
            value = Fraction(self.chance.randint(1, 99), 100)
        elif kind < 0.8:
            value = Fraction(self.chance.randint(1, 9999), self.chance.choice((10, 100, 1000)))
        else:
            value = Fraction(self.chance.randint(1000, 999_999))
        return self.number(value), value

    def fraction(self) -> tuple[str, Fraction]:
        value = self.chance.choice(list(self.language.fractions))
        written = self.chance.choice(self.language.fractions[value][0])
        if self.likely(0.5):
            return written, value
        whole = self.chance.randint(1, 12)
        gap = self.chance.choice((" ", "-")) if "/" in written else self.chance.choice(("", " "))
        return f"{whole}{gap}{written}", whole + value

    def higher(self, low: Fraction) -> tuple[str, Fraction]:
        """Return a higher value, or once in a while any: a falling range is none."""
        for _ in range(20):
            written, value = self.value()
            if value > low or self.likely(0.02):
                return written, value
        value = low + self.chance.randint(1, 50)
        if value.denominator in (2, 3, 4) and value.denominator != 2:
            value = Fraction(int(value) + 1)
        return self.number(value), value

    def number(self, value: Fraction) -> str:
        """Write a number, once in a while as it should not be: "5.0", ".5", "05"."""
        whole, rest = divmod(value, 1)
        digits = ""
        while rest:
            digit, rest = divmod(rest * 10, 1)
            digits += str(digit)
        written = f"{whole:,}" if whole >= 10_000 or self.likely(0.7) else str(whole)
        written = written.replace(",", self.language.thousands)
        if digits:
            written += self.language.decimal + digits
        if self.likely(0.02):
            wrong = self.chance.randrange(3)
            if wrong == 0 and digits:
                return written + "0"
            if wrong == 1 and written.startswith("0"):
                return written[1:]
            return "0" + written
        return written
