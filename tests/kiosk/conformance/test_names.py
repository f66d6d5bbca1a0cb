"""Which rules a test proves is read from its name alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.conformance.names import ids_in, ids_of_file, named_below
from kiosk.conformance.requirements import requirements
from kiosk.conformance.results import load
from kiosk.management.commands.conformance import RESULTS

TESTS = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("test_nothing_is_cut_off_TXT_5_TXT_8", ["TXT-5", "TXT-8"]),
        ("test_it_asks_TIM_1_to_TIM_4", ["TIM-1", "TIM-2", "TIM-3", "TIM-4"]),
        ("test_it_asks_TIM_1_to_3_KEY_8", ["TIM-1", "TIM-2", "TIM-3", "KEY-8"]),
        ("test_the_rule[SPK-13]", ["SPK-13"]),
        ("test_the_rule_KEY_2[SPK-1-dark]", ["KEY-2", "SPK-1"]),
        ("test_the_rule[test_a_KEY_1]", []),
        ("test_the_rule[dark-SPK-1]", []),
        ("test_twice_OPS_10_OPS_10", ["OPS-10"]),
        ("test_a_key_1_and_SPK", []),
        ("test_a_CRTXT_1", []),
    ],
)
def test_a_name_carries_its_rules_and_ranges_of_them(name: str, ids: list[str]) -> None:
    assert ids_in(name) == ids


def test_a_file_can_say_what_all_its_tests_prove_and_mentions_are_no_claims() -> None:
    assert ids_of_file("How keys act (KEY-9).\n\nProves KEY-1, KEY-3 to KEY-4.\n") == [
        "KEY-1",
        "KEY-3",
        "KEY-4",
    ]
    assert ids_of_file("What KEY-1 asks.") == []
    assert ids_of_file(None) == []


def test_tests_are_found_by_reading_and_those_of_classes_too(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "deep"
    folder.mkdir(parents=True)
    (folder / "test_one.py").write_text(
        "import nothing_here\n"
        "def test_a_KEY_1(): ...\nasync def test_b(): ...\ndef helper(): ...\n"
        "class TestKeys:\n    def test_c(self): ...\n"
    )
    (folder / "conftest.py").write_text("def test_d(): ...\n")
    assert named_below(tmp_path / "tests") == {
        "tests/deep/test_one.py::test_a_KEY_1",
        "tests/deep/test_one.py::test_b",
        "tests/deep/test_one.py::TestKeys::test_c",
    }


def test_no_name_carries_a_rule_that_there_is_not() -> None:
    named = {(test, rule) for test in named_below(TESTS) for rule in ids_in(test)}
    assert len(named) > 40
    assert [(test, rule) for test, rule in named if rule not in requirements()] == []


def test_no_test_of_the_reports_themselves_is_taken_for_a_proof() -> None:
    own = [test for test in load(RESULTS) if test.startswith("tests/kiosk/conformance/")]
    assert {test.partition("::")[0].rpartition("/")[2] for test in own} == {"test_documents.py"}
