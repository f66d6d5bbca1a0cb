"""How far a rule is proved. Never further than by its results."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kiosk.conformance.requirements import Requirement, requirements
from kiosk.conformance.results import FAILED, PASSED, Results, of_rule

FAILS, PASSES, UNTESTED, BY_HAND, LATER = (
    "failed",
    "passed",
    "not tested",
    "by hand",
    "later",
)


@dataclass(frozen=True)
class Row:
    """A rule with its status and the tests that it rests on."""

    requirement: Requirement
    status: str
    tests: Results


def status_of(requirement: Requirement, tests: Results) -> str:
    """Return the status: one failed test fails the rule, and none that passed leaves it unclaimed."""
    outcomes = [one.outcome for one in tests.values()]
    if FAILED in outcomes:
        return FAILS
    if requirement.later:
        return LATER
    if PASSED in outcomes:
        return PASSES
    return BY_HAND if requirement.only_by_hand else UNTESTED


def rows(results: Results) -> dict[str, Row]:
    """Return every rule's row by its id."""
    made = {}
    for rule, requirement in requirements().items():
        tests = of_rule(results, rule)
        made[rule] = Row(requirement, status_of(requirement, tests), tests)
    return made


def count(of: dict[str, Row]) -> Counter[str]:
    """Return how many rows have each status."""
    return Counter(row.status for row in of.values())
