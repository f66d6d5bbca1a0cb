"""Visits leave nothing in the browser's memory; a thousand are measured by ``script/bench visits``."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.benchmarks.visits import memory, visit, watch
from tests.journeys.conftest import Watched


@pytest.mark.full
def test_twenty_visits_leave_no_element_no_listener_and_no_error(
    browser: Browser, watched: type[Watched]
) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    errors = watch(page)
    found = []
    for _ in range(2):
        for _ in range(10):
            visit(page)
        found.append(memory(browser, page))
    assert errors == []
    assert found[1].nodes <= found[0].nodes
    assert found[1].listeners <= found[0].listeners
