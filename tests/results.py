"""Keeps how each test went that carries rules of the accessibility specification in its name.

``--conformance FILE`` (or the environment's ``PLAINVOICE_CONFORMANCE``) adds this run to the file:
tests that ran replace what was known of them, the others stay. Works under pytest-xdist, where the
process that hands the tests out does the writing.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kiosk.conformance.names import ids_in, ids_of_file
from kiosk.conformance.results import FAILED, PASSED, SKIPPED, Result, load, save, together


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--conformance",
        metavar="FILE",
        default=os.environ.get("PLAINVOICE_CONFORMANCE"),
        help="add to FILE how the tests of accessibility rules went",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Marker(), "conformance-ids")
    file = config.getoption("--conformance")
    if file and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(Path(file)), "conformance-recorder")


class Marker:
    """Writes a test's rules into its report, which travels from xdist's workers."""

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item):
        outcome = yield
        module = getattr(item, "module", None)
        ids = [*ids_in(item.name), *ids_of_file(getattr(module, "__doc__", None))]
        outcome.get_result().rules = list(dict.fromkeys(ids))


class Recorder:
    """Gathers the reports of one run."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.ids: dict[str, dict[str, None]] = {}
        self.outcomes: dict[str, dict[str, str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        rules = getattr(report, "rules", [])
        if not rules:
            return
        # xdist adds the group of a test to its name.
        whole = report.nodeid.partition("@")[0] if "]@" in report.nodeid else report.nodeid
        name = whole.partition("[")[0]
        self.ids.setdefault(name, {}).update(dict.fromkeys(rules))
        # A test that was expected to fail proves nothing, whichever way it went.
        outcome = FAILED if report.failed else SKIPPED if report.skipped else PASSED
        if hasattr(report, "wasxfail"):
            outcome = SKIPPED
        if report.when == "call" or outcome != PASSED:
            runs = self.outcomes.setdefault(name, {})
            runs[whole] = together(runs.get(whole, SKIPPED), outcome)

    def pytest_sessionfinish(self) -> None:
        known = dict(load(self.file)) if self.file.is_file() else {}
        today = date.today().isoformat()
        for name, runs in self.outcomes.items():
            ran = sum(outcome != SKIPPED for outcome in runs.values())
            known[name] = Result(tuple(self.ids[name]), together(*runs.values()), ran, today)
        save(self.file, known)
