"""What the last runs of the tests said, rule by rule.

The file is JSON: ``{"tests": {"tests/x.py::test_y": {"ids": [...], "outcome": "passed", "runs": 3,
"on": "2026-11-27"}}}``. Outcomes are those of :data:`OUTCOMES`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

SKIPPED, PASSED, FAILED = OUTCOMES = ("skipped", "passed", "failed")
"""From the weakest to the strongest: a run that was skipped says nothing, one that failed all."""


@dataclass(frozen=True)
class Result:
    """How a test went: the rules it carries, all its runs together, how many there were, the day."""

    ids: tuple[str, ...]
    outcome: str
    runs: int
    on: str


Results = Mapping[str, Result]
"""By test, as ``file::name``."""


def together(*outcomes: str) -> str:
    """Return what several outcomes say together: failed where one failed, skipped where all were."""
    return max(outcomes, key=OUTCOMES.index, default=SKIPPED)


def load(file: Path) -> Results:
    """Return what a file holds. Raises ``ValueError`` where it holds something else."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))["tests"]
        results = {
            name: Result(tuple(row["ids"]), row["outcome"], int(row["runs"]), row["on"])
            for name, row in rows.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{file} holds no results of tests.") from error
    if any(one.outcome not in OUTCOMES for one in results.values()):
        raise ValueError(f"{file} holds an outcome that is none.")
    return results


def save(file: Path, results: Results) -> None:
    """Write results, whole or not at all, the same bytes for the same results."""
    rows = {name: asdict(results[name]) for name in sorted(results)}
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    file.parent.mkdir(parents=True, exist_ok=True)
    beside.write_text(json.dumps({"tests": rows}, indent=1) + "\n", encoding="utf-8")
    beside.replace(file)


def still_there(results: Results, tests: Container[str]) -> Results:
    """Leave out what tests said that are not there any more: nothing is claimed by them."""
    return {name: one for name, one in results.items() if name in tests}


def of_rule(results: Results, rule: str) -> Results:
    """Return the results of the tests that carry a rule's id."""
    return {name: one for name, one in results.items() if rule in one.ids}
