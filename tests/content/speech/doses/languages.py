"""What the generator writes and the parser reads, a table for each language."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Language:
    """How doses are written, and the words in which they are said.

    ``units`` and ``fractions`` go from a key of their own to what is written and what is said for
    it; ``comparisons`` from each sign to its key and words. ``numbers`` are number words, summed
    up; ``multipliers`` multiply what stands before them.
    """

    code: str
    decimal: str
    thousands: str
    units: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    per_units: tuple[str, ...]
    comparisons: dict[str, tuple[str, str]]
    fractions: dict[Fraction, tuple[tuple[str, ...], tuple[str, ...]]]
    to_written: str
    to_said: str
    per_written: str
    per_said: tuple[str, ...]
    and_said: str
    frames: tuple[str, ...]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    point_said: tuple[str, ...]
    numbers_are_words: bool = False
    """Whether number words are read everywhere, since the spoken form may write numbers so."""
    skipped: frozenset[str] = field(default_factory=frozenset)
    """Words of the frames that would be read as numbers ("once" is none, "a" may be)."""


_HALF, _THIRD, _QUARTER = Fraction(1, 2), Fraction(1, 3), Fraction(1, 4)

ENGLISH = Language(
    code="en",
    decimal=".",
    thousands=",",
    units={
        "mg": (("mg",), ("milligram", "milligrams")),
        "mcg": (("mcg", "µg", "μg"), ("microgram", "micrograms")),
        "g": (("g",), ("gram", "grams")),
        "kg": (("kg",), ("kilogram", "kilograms")),
        "mL": (("mL", "ml"), ("milliliter", "milliliters")),
        "L": (("L",), ("liter", "liters")),
        "dL": (("dL",), ("deciliter", "deciliters")),
        "mmol": (("mmol",), ("millimole", "millimoles")),
        "mEq": (("mEq",), ("milliequivalent", "milliequivalents")),
        "IU": (("IU",), ("international unit", "international units")),
        "unit": (("units",), ("unit", "units")),
        "percent": (("%",), ("percent",)),
        "tsp": (("tsp",), ("teaspoon", "teaspoons")),
        "tbsp": (("tbsp",), ("tablespoon", "tablespoons")),
        "tablet": (("tablets",), ("tablet", "tablets")),
        "puff": (("puffs",), ("puff", "puffs")),
        "drop": (("drops",), ("drop", "drops")),
        "hour": (("hr", "hrs", "hours"), ("hour", "hours")),
        "min": (("min", "minutes"), ("minute", "minutes")),
        "week": (("wk", "weeks"), ("week", "weeks")),
        "celsius": (("°C",), ("degree Celsius", "degrees Celsius")),
        "fahrenheit": (("°F",), ("degree Fahrenheit", "degrees Fahrenheit")),
        "mm Hg": (("mm Hg", "mmHg"), ("millimeter of mercury", "millimeters of mercury")),
        "day": (("day",), ("day", "days")),
    },
    per_units=("kg", "day", "mL", "dL", "L", "hour", "min"),
    comparisons={
        "<": ("<", "less than"),
        ">": (">", "more than"),
        "≤": ("≤", "at most"),
        "≥": ("≥", "at least"),
        "±": ("±", "plus or minus"),
    },
    fractions={
        _HALF: (("1/2", "½"), ("one half",)),
        _THIRD: (("1/3", "⅓"), ("one third",)),
        2 * _THIRD: (("2/3", "⅔"), ("two thirds",)),
        _QUARTER: (("1/4", "¼"), ("one quarter",)),
        3 * _QUARTER: (("3/4", "¾"), ("three quarters",)),
    },
    to_written="to",
    to_said="to",
    per_written="per",
    per_said=("per",),
    and_said="and",
    frames=(
        "{}",
        "Take {}.",
        "The usual dose is {} for adults.",
        "Do not take more than once ({}).",
        "Children: {}; adults are told by a doctor.",
        "It was {}, as before.",
    ),
    numbers={
        "zero": 0,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    },
    multipliers={"hundred": 100, "thousand": 1000, "million": 1_000_000},
    point_said=("point",),
)

LANGUAGES = (ENGLISH,)
