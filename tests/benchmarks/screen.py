"""What a visitor waits for, in a real browser."""

from __future__ import annotations

import gzip
import urllib.request
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.benchmarks.browser import UPRIGHT, started
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
    with served() as url, started() as browser:
        page = browser.new_context(viewport=UPRIGHT).new_page()
        waits = [_first_sound(page, url) for _ in range(TAPS)]
        yield Figure(
            f"tap to first sound, p95 of {TAPS}", [nearest_rank(waits, 0.95)], " ms", most=100
        )
        document = gzip.compress(urllib.request.urlopen(url + SAMPLE, timeout=10).read())
        yield Figure("the next article's page, gzipped", [len(document) / 1000], " kB", most=15)


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
