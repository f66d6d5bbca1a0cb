"""The reports say what the rules and the results say, and the committed ones are theirs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from kiosk.conformance import criteria, openacr, page
from kiosk.conformance.names import named_below
from kiosk.conformance.requirements import hand_checks, requirements
from kiosk.conformance.results import Result, load, save
from kiosk.conformance.status import rows
from kiosk.management.commands.conformance import RESULTS, documents

ROOT = Path(__file__).resolve().parents[3]
LEVELS = {"supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"}


def everything(outcome: str) -> dict[str, Result]:
    """Results in which every rule that a test can prove has one."""
    return {
        f"tests/test_x.py::test_{number}": Result((rule,), outcome, 1, "2026-11-27")
        for number, (rule, one) in enumerate(requirements().items())
        if not one.only_by_hand
    }


def levels(results: dict[str, Result]) -> dict[str, dict[str, str]]:
    whole = yaml.safe_load(openacr.document(rows(results)))
    return {
        chapter: {
            one["num"]: one["components"][0]["adherence"]["level"] for one in body["criteria"]
        }
        for chapter, body in whole["chapters"].items()
        if "criteria" in body
    }


def test_the_committed_reports_are_those_of_the_rules_and_of_tests_that_are_there() -> None:
    results = load(RESULTS)
    gone = set(results) - named_below(ROOT / "tests")
    assert gone == set(), "run manage.py conformance: these tests are gone"
    for name, text in documents(results).items():
        committed = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert committed == text, f"run manage.py conformance: docs/{name} is not up to date"


def test_each_rule_has_a_line_with_its_clauses_and_its_tests() -> None:
    results = {"tests/test_x.py::test_keys_KEY_1": Result(("KEY-1",), "passed", 2, "2026-11-27")}
    lines = {
        line.split(" | ")[0].removeprefix("| "): line
        for line in page.table(rows(results)).splitlines()
        if re.match(r"\| [A-Z]{3}-", line)
    }
    assert list(lines) == list(requirements())
    assert "| passed | `tests/test_x.py`: `test_keys_KEY_1` |" in lines["KEY-1"]
    assert "WCAG 2.1.1, WCAG 2.1.3, EN 5.9, 508 407.3" in lines["KEY-1"]
    assert "| not tested | To be proved in a browser. |" in lines["KEY-2"]
    assert "| by hand | By hand: Digits. |" in lines["KEY-10"]
    assert "| later: comes with the kiosk machine |" in lines["OPS-2"]
    assert all(line.count(" | ") == 4 for line in lines.values())


def test_the_installers_list_is_one_page_with_every_check_by_hand() -> None:
    text = page.installers_list()
    assert re.findall(r"^\| ([A-Z]{3}-\d+) \|", text, re.M) == [one.id for one in hand_checks()]
    assert len(text.splitlines()) < 40


def test_the_report_has_the_form_of_openacr() -> None:
    whole = yaml.safe_load(openacr.document(rows(everything("passed"))))
    assert {"title", "product", "author", "vendor", "report_date", "catalog"} <= set(whole)
    assert whole["report_date"] == "2026-11-27"
    for chapter in whole["chapters"].values():
        assert chapter.get("disabled") or chapter["criteria"]
        for one in chapter.get("criteria", ()):
            assert isinstance(one["num"], str)
            adherence = one["components"][0]["adherence"]
            assert adherence["level"] in LEVELS
            assert adherence["notes"]


def test_without_results_nothing_is_supported() -> None:
    for chapter, of in levels({}).items():
        assert "supports" not in of.values(), chapter
        assert "partially-supports" not in of.values(), chapter


def test_one_failed_rule_lowers_every_criterion_that_it_answers() -> None:
    best = everything("passed")
    before = levels(best)
    assert before["success_criteria_level_a"]["2.1.1"] == "supports"
    assert before["en_301_549_generic_requirements"]["5.1.3.1"] == "supports"
    name = next(name for name, one in best.items() if one.ids == ("SPK-1",))
    after = levels({**best, name: Result(("SPK-1",), "failed", 1, "2026-11-27")})
    for chapter in criteria.chapters():
        for one in chapter.criteria:
            lower = after[chapter.id][one.number] != before[chapter.id][one.number]
            assert lower == ("SPK-1" in one.rules), (chapter.id, one.number)


def test_only_a_criterion_of_level_aaa_is_left_unevaluated() -> None:
    for chapter, of in levels({}).items():
        assert ("not-evaluated" in of.values()) == chapter.endswith("_aaa")


def test_the_command_writes_all_of_them_and_drops_what_tests_said_that_are_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = "tests/kiosk/conformance/test_reports.py::test_the_report_has_the_form_of_openacr"
    file = tmp_path / "run.json"
    save(
        file,
        {
            here: Result(("KEY-1",), "passed", 1, "2026-11-27"),
            "tests/test_gone.py::test_gone": Result(("KEY-2",), "passed", 1, "2026-11-27"),
        },
    )
    call_command("conformance", results=file, to=tmp_path / "docs")
    written = {one.name for one in (tmp_path / "docs").iterdir()}
    assert written == {RESULTS.name, "accessibility.md", "installers-list.md", "openacr.yaml"}
    assert list(load(tmp_path / "docs" / RESULTS.name)) == [here]
    assert "105 rules: " in capsys.readouterr().out
    with pytest.raises(CommandError, match="holds no results"):
        call_command("conformance", results=tmp_path / "docs" / "openacr.yaml")
    with pytest.raises(CommandError, match="No such file"):
        call_command("conformance", results=tmp_path / "none.json")
