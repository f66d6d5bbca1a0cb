"""What a dose means, whoever wrote or said it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Meaning:
    """A dose. Units are keys of a language's table.

    ``joint`` is "to" or "±" between ``low`` and ``high``. ``low_unit`` is the unit of ``low`` where
    it has one of its own. ``per`` are pairs of how many (1 where nothing is said) and of what.
    """

    comparison: str
    low: Fraction
    low_unit: str
    joint: str
    high: Fraction | None
    unit: str
    per: tuple[tuple[Fraction, str], ...]
