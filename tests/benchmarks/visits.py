"""Many visits in one browser: whether anything of them stays in its memory, or goes wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks.browser import UPRIGHT, started, wait_for
from tests.benchmarks.measuring import Figure
from tests.benchmarks.service import served

VISITS = int(os.environ.get("VISITS", "1000"))
COMPARED_WITH = 100


@dataclass(frozen=True)
class Memory:
    """What the browser holds after everything that can be thrown away was."""

    heap: int
    """Bytes that scripts hold."""
    nodes: int
    listeners: int
    process: int
    """Bytes of the processes that show pages."""


def figures() -> Iterator[Figure]:
    """Yield how the memory after all visits compares with that after the hundredth."""
    with served() as url, started() as browser:
        page = browser.new_context(viewport=UPRIGHT, base_url=url).new_page()
        errors = watch(page)
        early = min(COMPARED_WITH, max(1, VISITS // 2))
        for _ in range(early):
            visit(page)
        before = memory(browser, page)
        for _ in range(VISITS - early):
            visit(page)
        after = memory(browser, page)
        said = f"after {VISITS} visits, of that after {early}"
        yield Figure(f"scripts' memory {said}", [after.heap / before.heap], "x", most=1.05)
        yield Figure(f"process memory {said}", [after.process / before.process], "x", most=1.05)
        yield Figure(f"elements in the page {said}", [after.nodes / before.nodes], "x", most=1.05)
        yield Figure("errors in the console", [len(errors)], most=0)
        for error in errors[:5]:
            print(error)


def watch(page: Page) -> list[str]:
    """Return a list that every error of the page will be added to."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    return errors


def visit(page: Page) -> None:
    """Come, find an article, hear its beginning, finish, and end the visit."""
    page.goto("/")
    page.locator(".tile").first.click()
    page.wait_for_url("**/t/**")
    page.locator(".tile").first.click()
    page.wait_for_url("**/a/**")
    page.locator('[data-do="play"]').first.click()
    wait_for(page, "document.getElementById('voice').currentTime > 0.1")
    page.locator("a[href$='/closing/']").locator("visible=true").first.click()
    page.wait_for_url("**/closing/")
    page.locator('[data-do="finish"]').locator("visible=true").first.click()
    page.wait_for_url(lambda address: "/closing/" not in address)


def memory(browser: Browser, page: Page) -> Memory:
    """Return what is held on the start screen, after a forced collection."""
    page.goto("/")
    page.wait_for_load_state("networkidle")
    session = page.context.new_cdp_session(page)
    whole = browser.new_browser_cdp_session()
    session.send("Performance.enable")
    whole.send("Memory.simulatePressureNotification", {"level": "critical"})
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
        page.wait_for_timeout(300)
    held = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    shown = [
        one["id"]
        for one in whole.send("SystemInfo.getProcessInfo")["processInfo"]
        if one["type"] == "renderer"
    ]
    session.detach()
    whole.detach()
    return Memory(
        int(held["JSHeapUsedSize"]),
        int(held["Nodes"]),
        int(held["JSEventListeners"]),
        sum(map(_resident, shown)),
    )


def _resident(process: int) -> int:
    """Return the bytes of memory that a process holds for itself and its share of what is shared."""
    try:
        said = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except FileNotFoundError:
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", said, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0
