"""Visits leave nothing in the browser's memory; a thousand are measured by ``script/bench visits``."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.benchmarks.bare import BarePage
from tests.benchmarks.visits import memory, visit
from tests.journeys.conftest import Installation


@pytest.mark.full
def test_twenty_visits_leave_no_element_no_listener_and_no_error(
    browser: Browser, installation: Installation
) -> None:
    page = BarePage(browser, 1080, 1920)
    found = []
    for _ in range(2):
        for _ in range(10):
            visit(page, installation.url)
        found.append(memory(page))
    assert page.errors == []
    assert found[1].nodes <= found[0].nodes
    assert found[1].listeners <= found[0].listeners
