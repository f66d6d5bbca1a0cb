"""A run of the tests leaves how each went that carries a rule, and nothing is claimed beyond it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.conformance.requirements import requirements
from kiosk.conformance.results import Result, load, save, still_there, together
from kiosk.conformance.status import status_of

ROOT = Path(__file__).resolve().parents[3]
FILE = '''"""Proves OPS-9."""
import pytest

@pytest.mark.parametrize("way", ["KEY-5", "dark"])
def test_some_fail_TXT_1(way):
    assert way != "dark"

@pytest.mark.parametrize("way", [1, 2])
def test_some_are_skipped_TXT_2(way):
    if way == 1: pytest.skip("not here")

def test_all_are_skipped_TXT_3():
    pytest.skip("not here")

@pytest.mark.xfail
def test_expected_to_fail_TXT_4():
    assert False

@pytest.fixture
def broken():
    yield
    raise RuntimeError

def test_torn_down_badly_TXT_5(broken): ...
'''


def run(folder: Path, results: Path, *arguments: str) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *("-p", "tests.results", "--rootdir", str(folder), "--conformance", str(results)),
            *arguments,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_run_in_several_processes_keeps_each_tests_outcome_and_a_later_one_adds_to_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "test_x.py").write_text(FILE)
    (tmp_path / "test_y.py").write_text("def test_other_KEY_1(): ...\ndef test_none(): ...\n")
    results = tmp_path / "results.json"
    run(tmp_path, results, "-p", "xdist.plugin", "-n", "1", "test_x.py")
    assert {
        name.partition("::")[2]: (one.ids, one.outcome, one.runs)
        for name, one in load(results).items()
    } == {
        "test_some_fail_TXT_1": (("TXT-1", "KEY-5", "OPS-9"), "failed", 2),
        "test_some_are_skipped_TXT_2": (("TXT-2", "OPS-9"), "passed", 1),
        "test_all_are_skipped_TXT_3": (("TXT-3", "OPS-9"), "skipped", 0),
        "test_expected_to_fail_TXT_4": (("TXT-4", "OPS-9"), "skipped", 0),
        "test_torn_down_badly_TXT_5": (("TXT-5", "OPS-9"), "failed", 1),
    }
    run(tmp_path, results, "test_y.py")
    assert len(load(results)) == 6
    assert load(results)["test_y.py::test_other_KEY_1"].ids == ("KEY-1",)


def test_results_are_written_the_same_and_read_back(tmp_path: Path) -> None:
    one = {"b": Result(("KEY-1",), "passed", 1, "2026-11-27"), "a": Result((), "failed", 2, "x")}
    save(tmp_path / "one.json", one)
    save(tmp_path / "two.json", dict(reversed(one.items())))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert load(tmp_path / "one.json") == one


@pytest.mark.parametrize("text", ["", "[]", '{"tests": 3}', '{"tests": {"a": {"ids": []}}}'])
def test_what_holds_no_results_is_said_to(tmp_path: Path, text: str) -> None:
    (tmp_path / "file").write_text(text)
    with pytest.raises(ValueError, match="holds no results"):
        load(tmp_path / "file")


def test_one_failed_run_fails_and_runs_that_were_skipped_say_nothing() -> None:
    assert together("passed", "failed", "skipped") == "failed"
    assert together("skipped", "passed") == "passed"
    assert together() == "skipped"


def result(outcome: str) -> Result:
    return Result(("KEY-1",), outcome, 1, "2026-11-27")


@pytest.mark.parametrize(
    ("rule", "outcomes", "status"),
    [
        ("KEY-1", [], "not tested"),
        ("KEY-1", ["skipped"], "not tested"),
        ("KEY-1", ["passed", "skipped"], "passed"),
        ("KEY-1", ["passed", "failed"], "failed"),
        ("KEY-10", [], "by hand"),
        ("OPS-1", ["passed"], "later"),
        ("OPS-1", ["failed"], "failed"),
    ],
    # A parameter that begins with a rule would be taken for a proof of it.
    ids=lambda value: f"of {value}",
)
def test_a_status_is_never_better_than_its_results(
    rule: str, outcomes: list[str], status: str
) -> None:
    tests = {str(number): result(outcome) for number, outcome in enumerate(outcomes)}
    assert status_of(requirements()[rule], tests) == status


def test_what_a_test_said_that_is_gone_counts_no_more() -> None:
    both = {"a::test_b": result("passed"), "a::test_c": result("passed")}
    assert still_there(both, {"a::test_c"}) == {"a::test_c": both["a::test_c"]}
