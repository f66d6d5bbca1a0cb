"""The standards' own criteria, read from ``criteria.toml``, and the rules that answer each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.conformance.requirements import requirements

_FILE = Path(__file__).resolve().parent / "criteria.toml"


@dataclass(frozen=True)
class Criterion:
    """A criterion of a standard: its number, our rules that answer it, or why it has no object."""

    number: str
    rules: tuple[str, ...]
    no_object: str = ""
    note: str = ""


@dataclass(frozen=True)
class Chapter:
    """A chapter of the report, by the name that OpenACR has for it."""

    id: str
    standard: str
    component: str
    may_stay_open: bool
    """Whether a criterion may be reported as not evaluated: in WCAG AAA alone."""
    criteria: tuple[Criterion, ...]


@cache
def report() -> dict[str, Any]:
    """Return the parts of the report that are the same each time: title, product, catalog ..."""
    return {key: value for key, value in _read().items() if key != "chapter"}


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return the chapters in the order of the report."""
    return tuple(_chapter(one) for one in _read()["chapter"])


def _chapter(one: dict[str, Any]) -> Chapter:
    more, no_object = one.get("rules", {}), one.get("no_object", {})
    notes = one.get("notes", {})
    for number in {*more, *no_object, *notes} - set(one["numbers"]):
        raise ValueError(f"{one['id']} has no criterion {number}.")
    return Chapter(
        one["id"],
        one["standard"],
        one["component"],
        one.get("may_stay_open", False),
        tuple(
            Criterion(
                number,
                tuple(
                    rule
                    for rule, row in requirements().items()
                    if f"{one['standard']} {number}" in row.sources or rule in more.get(number, ())
                ),
                no_object.get(number, ""),
                notes.get(number, ""),
            )
            for number in one["numbers"]
        ),
    )


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
