"""Many visits in one browser: whether anything of them stays in its memory, or goes wrong."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from tests.benchmarks.bare import BarePage
from tests.benchmarks.browser import UPRIGHT, started
from tests.benchmarks.measuring import Figure
from tests.benchmarks.service import served

VISITS = int(os.environ.get("VISITS", "1000"))
COMPARED_WITH = 100
SAMPLES = 7
"""A process's memory goes up and down with what the browser does beside: the median counts."""


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
        page = BarePage(browser, **UPRIGHT)
        early = min(COMPARED_WITH, max(SAMPLES, VISITS // 2))
        before, after = (_held_after(page, url, count) for count in (early, VISITS - early))
        said = f"after {VISITS} visits, of that after {early}"
        yield Figure(f"scripts' memory {said}", [after.heap / before.heap], "x", most=1.05)
        yield Figure(f"process memory {said}", [after.process / before.process], "x", most=1.05)
        yield Figure(f"elements {said}", [after.nodes / before.nodes], "x", most=1.05)
        yield Figure(f"listeners {said}", [after.listeners / before.listeners], "x", most=1.05)
        yield Figure("errors in the console", [len(page.errors)], most=0)
        for error in page.errors[:5]:
            print(error)


def _held_after(page: BarePage, url: str, count: int) -> Memory:
    """Return the median of what is held after each of the last of ``count`` visits."""
    found = []
    for number in range(count):
        visit(page, url)
        if number >= count - SAMPLES:
            found.append(memory(page))
        elif number % 100 == 99:
            print(f"  {number + 1} visits")
    return Memory(
        *(int(statistics.median(values)) for values in zip(*map(astuple, found), strict=True))
    )


def visit(page: BarePage, url: str) -> None:
    """Come, find an article, hear its beginning, finish, and end the visit."""
    page.evaluate(f"location.href = '{url}/'")
    page.arrive("/")
    _press(page, ".tile")
    page.arrive("/t/")
    _press(page, ".tile")
    page.arrive("/a/")
    _press(page, '[data-do="play"]')
    page.until("document.getElementById('voice').currentTime > 0.1")
    _press(page, "a[href$='/closing/']")
    page.arrive("/closing/")
    _press(page, '[data-do="finish"]')
    page.arrive("/")


def memory(page: BarePage) -> Memory:
    """Return what is held on the start screen, after a forced collection."""
    held = page.metrics()
    return Memory(
        int(held["JSHeapUsedSize"]),
        int(held["Nodes"]),
        int(held["JSEventListeners"]),
        page.process_bytes(),
    )


def _press(page: BarePage, which: str) -> None:
    page.evaluate(f"document.querySelector({which!r}).click()")
