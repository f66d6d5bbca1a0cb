"""The browser that is measured, started as on a kiosk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

UPRIGHT = {"width": 1080, "height": 1920}
FLAGS = [
    "--autoplay-policy=no-user-gesture-required",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-sandbox",
]


@contextmanager
def started() -> Iterator[Browser]:
    """Start Chromium, and end it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def wait_for(page: Page, expression: str, seconds: float = 20) -> object:
    """Return the first true value of a JavaScript expression. Raises ``RuntimeError`` without one.

    Playwright's own ``wait_for_function`` is forbidden by the page's policy.
    """
    for _ in range(int(seconds * 100)):
        if value := page.evaluate(expression):
            return value
        page.wait_for_timeout(10)
    raise RuntimeError(f"never true: {expression}")
