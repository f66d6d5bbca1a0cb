"""What a visitor waits for, in a real browser."""

from __future__ import annotations

import gzip
import shutil
import urllib.request
from collections.abc import Iterator

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.measuring import Figure, nearest_rank
from tests.benchmarks.service import SAMPLE, served

TAPS = 40
FIRST_SOUND = """() => new Promise(resolve => {
  const voice = document.getElementById('voice');
  const key = document.querySelector('[data-do="play"]');
  let tapped = 0;
  addEventListener('pointerdown', () => { tapped = performance.now(); },
    {capture: true, once: true});
  voice.addEventListener('playing', () => {
    window.waited = performance.now() - tapped;
  }, {once: true});
  window.waited = null;
  const box = key.getBoundingClientRect();
  resolve([box.left + box.width / 2, box.top + box.height / 2]);
})"""


def figures() -> Iterator[Figure]:
    """Yield what is measured at the screen."""
    flags = ["--autoplay-policy=no-user-gesture-required", "--disable-background-networking"]
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[*flags, "--disable-component-update", "--no-first-run", "--no-sandbox"],
        )
        page = browser.new_context(viewport={"width": 1080, "height": 1920}).new_page()
        waits = [_first_sound(page, url) for _ in range(TAPS)]
        yield Figure(
            f"tap to first sound, p95 of {TAPS}", [nearest_rank(waits, 0.95)], " ms", most=100
        )
        first = _weight(page, url)
        yield Figure("first visit to an article, gzipped", [first / 1000], " kB", most=60)
        document = gzip.compress(urllib.request.urlopen(url + SAMPLE, timeout=10).read())
        yield Figure("the next article's page, gzipped", [len(document) / 1000], " kB", most=15)
        browser.close()


def _first_sound(page: Page, url: str) -> float:
    """Return the milliseconds from a tap on Listen to the first sound, the clip in place."""
    page.goto(url + SAMPLE)
    page.wait_for_timeout(300)
    page.mouse.click(*page.evaluate(FIRST_SOUND))
    for _ in range(200):
        waited = page.evaluate("window.waited")
        if waited is not None:
            return float(waited)
        page.wait_for_timeout(10)
    raise RuntimeError("no sound came")


def _weight(page: Page, url: str) -> int:
    """Return the bytes, each file gzipped, that the page needs; fonts and audio apart."""
    page.goto(url + SAMPLE)
    page.wait_for_load_state("networkidle")
    names: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map(one => one.name)"
    )
    wanted = {name for name in names if name.endswith((".css", ".js"))} | {url + SAMPLE}
    return sum(
        len(gzip.compress(urllib.request.urlopen(name, timeout=10).read())) for name in wanted
    )
