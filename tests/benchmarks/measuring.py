"""Timing works in turn, and saying how their times compare.

Machines drift and are shared, so nothing is compared across runs: every figure is a ratio of
neighbours, its median is quoted, and the least and the most show how noisy the machine was.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure with its target: ``most`` or ``least``, whichever there is."""

    name: str
    values: Sequence[float]
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def reached(self) -> bool:
        return not (
            (self.most is not None and self.median > self.most)
            or (self.least is not None and self.median < self.least)
        )

    def __str__(self) -> str:
        said = f"{self.name:<56}{self.median:>8.2f}{self.unit:<4}"
        if len(self.values) > 1:
            said += f"({min(self.values):.2f} to {max(self.values):.2f})"
        if self.most is not None:
            said += f"   at most {self.most:g}"
        if self.least is not None:
            said += f"   at least {self.least:g}"
        return said + ("" if self.reached else "   MISSED")


def in_turn(rounds: int, *works: Callable[[], object]) -> list[list[float]]:
    """Return the seconds of each work, run in turn ``rounds`` times after one warm-up."""
    taken: list[list[float]] = [[] for _ in works]
    for number in range(rounds + 1):
        for work, times in zip(works, taken, strict=True):
            began = time.perf_counter()
            work()
            if number:
                times.append(time.perf_counter() - began)
    return taken


def ratios(over: Sequence[float], under: Sequence[float]) -> list[float]:
    """Return the ratio of each pair of neighbours."""
    return [one / other for one, other in zip(over, under, strict=True)]


def nearest_rank(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
