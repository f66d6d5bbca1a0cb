"""What a visitor's touch and key cause, how still the screens stand, and what they weigh."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Page, Response

from tests.benchmarks.browser import UPRIGHT, started, wait_for
from tests.benchmarks.measuring import Figure, nearest_rank
from tests.benchmarks.service import SAMPLE, screens, served

ROUNDS = 20
PANELS = [(1080, 1920), (1920, 1080), (1280, 800)]

# From the key's event, whose time is that of the input, until nothing sounds any more.
STOPPED = """() => {
  window.stopped = null;
  addEventListener('keydown', (event) => {
    const poll = () => {
      if ([...document.querySelectorAll('audio')].every((one) => one.paused)) {
        window.stopped = performance.now() - event.timeStamp;
      } else setTimeout(poll, 1);
    };
    poll();
  }, {capture: true, once: true});
}"""
# From the touch's event to the frame after the first change of the page.
SHOWN = """(name) => {
  window.shown = null;
  let since = null;
  addEventListener('click', (event) => { since = event.timeStamp; }, {capture: true, once: true});
  const seen = new MutationObserver(() => {
    if (since === null) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => { window.shown = performance.now() - since; };
      painted.port2.postMessage(null);
    });
  });
  seen.observe(document, {attributes: true, characterData: true, childList: true, subtree: true});
  const box = [...document.querySelectorAll(`[data-do="${name}"]`)]
    .find((one) => one.checkVisibility() && one.getClientRects().length)?.getBoundingClientRect();
  return box ? [box.left + box.width / 2, box.top + box.height / 2] : null;
}"""
SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 300);
})"""


def figures() -> Iterator[Figure]:
    """Yield what is measured of the kiosk's screens."""
    with served() as url, started() as browser:
        page = browser.new_context(viewport=UPRIGHT).new_page()
        stops = [_stopped(page, url) for _ in range(ROUNDS)]
        yield Figure(
            f"key to silence, p95 of {ROUNDS}", [nearest_rank(stops, 0.95)], " ms", most=200
        )
        for name in ("size", "theme", "louder", "page-on", "play"):
            waits = [_shown(page, url, name) for _ in range(ROUNDS)]
            found = [wait for wait in waits if wait is not None]
            if found:
                yield Figure(
                    f"touch on {name} to its frame, p95 of {ROUNDS}",
                    [nearest_rank(found, 0.95)],
                    " ms",
                    most=100,
                )
        turns = [_next_screen(page, url) for _ in range(ROUNDS)]
        yield Figure(
            f"touch on a tile to the next screen, p95 of {ROUNDS}",
            [nearest_rank(turns, 0.95)],
            " ms",
            most=100,
        )
        for address in screens(url):
            shifts = [_shift(browser, url + address, panel) for panel in PANELS]
            yield Figure(f"layout shift of {address}", [max(shifts)], most=0)
        for address in ("/", SAMPLE):
            yield Figure(
                f"first visit to {address}, gzipped",
                [_weight(browser, url + address) / 1000],
                " kB",
                most=60,
            )


def _stopped(page: Page, url: str) -> float:
    """Return the milliseconds from a key to silence, while an article is read."""
    page.goto(url + SAMPLE)
    page.locator('[data-do="play"]').first.click()
    wait_for(page, "document.getElementById('voice').currentTime > 0.2")
    # The same key again counts only then (TCH-5).
    page.wait_for_timeout(700)
    page.evaluate(STOPPED)
    page.keyboard.press("Enter")
    return float(wait_for(page, "window.stopped"))  # type: ignore[arg-type]


def _shown(page: Page, url: str, name: str) -> float | None:
    """Return the milliseconds from a touch on a key to the frame that shows what it did."""
    page.goto(url + SAMPLE)
    page.wait_for_timeout(200)
    point = page.evaluate(SHOWN, name)
    if point is None:
        return None
    page.mouse.click(*point)
    return float(wait_for(page, "window.shown"))  # type: ignore[arg-type]


def _next_screen(page: Page, url: str) -> float:
    """Return the milliseconds from a touch on a topic to the first paint of its screen."""
    page.goto(url)
    page.wait_for_timeout(200)
    page.evaluate(
        "addEventListener('click', (event) => sessionStorage.setItem("
        "'touched', performance.timeOrigin + event.timeStamp), {capture: true, once: true})"
    )
    page.locator(".tile").first.click()
    page.wait_for_url("**/t/**")
    painted = wait_for(
        page,
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime",
    )
    return float(
        page.evaluate(
            "painted => performance.timeOrigin + painted - sessionStorage.getItem('touched')",
            painted,
        )
    )


def _shift(browser: Browser, address: str, panel: tuple[int, int]) -> float:
    """Return the sum of what a screen's parts move by themselves, in a browser that never saw it."""
    context = browser.new_context(viewport={"width": panel[0], "height": panel[1]})
    page = context.new_page()
    page.goto(address)
    _stands(page)
    moved = float(page.evaluate(SHIFT))
    context.close()
    return moved


def _stands(page: Page) -> None:
    """Wait until a page has its scripts and fonts, and a moment for what comes behind them."""
    wait_for(page, "document.documentElement.classList.contains('ready')")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.wait_for_timeout(500)


def _weight(browser: Browser, address: str) -> int:
    """Return the bytes of all that a first visit fetches, each gzipped; fonts and audio apart."""
    context = browser.new_context(viewport=UPRIGHT)
    page = context.new_page()
    answers: list[Response] = []
    # Playwright marks what listens, which a builtin does not let it.
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    page.goto(address)
    _stands(page)
    weight = 0
    for answer in answers:
        if answer.request.resource_type in ("font", "media") or answer.url.startswith("data:"):
            continue
        try:
            weight += len(gzip.compress(answer.body()))
        except Error as error:
            raise RuntimeError(f"{answer.url} has no body") from error
    context.close()
    return weight
