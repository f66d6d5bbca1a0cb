"""Long text is turned like pages: to its end at every size, and without losing the place."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import ONCE_MS, SAMPLE, Watched, choose, product, until

Open = Callable[..., Watched]
SCREENS = [(1080, 1920), (1920, 1080), (1280, 800)]
SHOWN = """one => { const box = document.getElementById('text').getBoundingClientRect();
  const rects = [...one.getClientRects()];
  return rects.some(rect => rect.left >= box.left - 2 && rect.right <= box.right + 2); }"""


LAID_OUT = """document.fonts.ready.then(() => new Promise(
  done => requestAnimationFrame(() => requestAnimationFrame(done))))"""
TURN = f"""all => {{ const on = document.querySelector('[data-do="page-on"]');
  return {{ seen: all.filter({SHOWN}).map(one => one.id),
    position: document.getElementById('position')?.textContent,
    last: on.getAttribute('aria-disabled') === 'true' || !on.checkVisibility() }}; }}"""


def opened(
    watched: Open, screen: tuple[int, int], size: int = 3, address: str = SAMPLE, **chosen: object
) -> Page:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
    # For ``counts_again``.
    page.clock.install()
    page.goto("/closing/")
    choose(page, size=size, **chosen)
    page.goto(address)
    page.evaluate(LAID_OUT)
    return page


def opened_on_each(watched: Open, size: int, address: str) -> Iterator[Page]:
    """Yield the page as every screen shows it that opens it."""
    page = opened(watched, SCREENS[0], size, address)
    yield page
    for width, height in SCREENS[1:]:
        page.set_viewport_size({"width": width, "height": height})
        # A visitor who comes back stands where they were: another place is forgotten first.
        page.goto("/healthz")
        choose(page, place=None)
        page.goto(address)
        page.evaluate(LAID_OUT)
        yield page


def counts_again(page: Page) -> None:
    """Let the page's clock go on until the same key counts again (TCH-5)."""
    page.clock.run_for(ONCE_MS)


@pytest.mark.parametrize(
    ("address", "size"),
    product(
        lambda address, size: size == 4 or (address == SAMPLE and size != 2),
        [SAMPLE, "/closing/", "/urgent/"],
        [1, 2, 3, 4],
    ),
)
def test_turning_pages_leads_to_every_sentence_and_to_the_closing_advice_TXT_8(
    watched: Open, size: int, address: str
) -> None:
    for page in opened_on_each(watched, size, address):
        sentences = page.locator("#text .sentence")
        on = page.locator('[data-do="page-on"]')
        seen: set[str] = set()
        for turn in range(60):
            now = sentences.evaluate_all(TURN)
            seen |= set(now["seen"])
            if now["position"] is not None:
                assert now["position"].startswith(f"Page {turn + 1} of")
            if now["last"]:
                break
            on.click()
        assert seen == set(sentences.evaluate_all("all => all.map(one => one.id)"))
        # The closing screen may end with what it promises, behind the advice.
        assert address == "/closing/" or sentences.last.evaluate(SHOWN)
        # The key that was pressed last keeps the focus, although it leads no further.
        assert turn == 0 or not page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize(
    ("address", "size"),
    product(lambda _, size: size == 4, [SAMPLE, "/urgent/", "/t/medicines/"], [3, 4]),
)
def test_nothing_stands_on_anything_else_in_the_bar(watched: Open, size: int, address: str) -> None:
    for page in opened_on_each(watched, size, address):
        over = page.evaluate(
            """() => { const texts = [...document.querySelectorAll('.crumb span')]
                .filter(one => one.checkVisibility() && one.textContent);
              const keys = [...document.querySelectorAll('.bar a, .bar button, .bar .mark')]
                .filter(one => one.checkVisibility());
              const over = [];
              for (const text of texts) for (const key of keys) {
                const a = text.getBoundingClientRect(), b = key.getBoundingClientRect();
                if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
                  over.push([text.textContent, key.textContent.trim()]);
              }
              return over; }"""
        )
        assert over == []


def test_whom_to_call_is_on_the_first_page_of_urgent_help_COG_12(watched: Open) -> None:
    for page in opened_on_each(watched, 3, "/urgent/"):
        assert page.locator("#text h1 .sentence").evaluate(SHOWN)
        assert page.get_by_text("call 911", exact=False).first.evaluate(SHOWN)


def test_the_place_is_kept_through_every_text_size_and_back(watched: Open) -> None:
    page = opened(watched, (1080, 1920))
    for _ in range(2):
        page.locator('[data-do="page-on"]').click()
    place = page.locator("#text .sentence").evaluate_all(f"all => all.find({SHOWN}).id")
    for _ in range(4):
        page.locator('[data-do="size"]').click()
        counts_again(page)
        page.evaluate(LAID_OUT)
        assert page.locator(f"#{place}").evaluate(SHOWN)


def test_the_sentence_that_is_marked_stays_on_the_screen_when_the_size_changes(
    watched: Open,
) -> None:
    page = opened(watched, (1080, 1920))
    while not page.locator("#s30").evaluate(SHOWN):
        page.locator('[data-do="page-on"]').click()
    page.locator("#s30").click()
    until(page, "!document.getElementById('voice').paused")
    counts_again(page)
    page.locator('[data-do="play"]').click()
    for _ in range(4):
        page.locator('[data-do="size"]').click()
        counts_again(page)
        page.evaluate(LAID_OUT)
        assert page.locator("#s30").evaluate(SHOWN)


def test_who_has_turned_pages_while_it_speaks_keeps_their_own_place_when_the_size_changes(
    watched: Open,
) -> None:
    page = opened(watched, (1080, 1920), rate=2)
    page.locator("#s1").click()
    for _ in range(3):
        page.locator('[data-do="page-on"]').click()
    place = page.locator("#text .sentence").evaluate_all(f"all => all.find({SHOWN}).id")
    # Until it says the next sentence, on the first page.
    until(
        page,
        "([...(CSS.highlights.get('sentence') ?? [])][0]?.toString() ?? '').startsWith('Always')",
    )
    page.locator('[data-do="size"]').click()
    page.evaluate(LAID_OUT)
    assert page.locator(f"#{place}").evaluate(SHOWN)


@pytest.mark.parametrize(
    ("size", "counts"),
    [
        (3, [6]),
        (4, [1, 3, 7, 15]),
        pytest.param(3, [1, 2, 3, 7, 15], marks=pytest.mark.full),
        pytest.param(4, [2, 6], marks=pytest.mark.full),
    ],
)
def test_a_list_of_any_length_fits_and_every_entry_is_reached_COG_8(
    watched: Open, size: int, counts: list[int]
) -> None:
    page = watched().page()
    # For ``counts_again``.
    page.clock.install()
    page.goto("/closing/")
    choose(page, size=size)
    count = 0

    def longer(route: object) -> None:
        answer = route.fetch()
        html = answer.text()
        start, end = html.index("<li>"), html.index("</li>") + len("</li>")
        entries = "".join(
            html[start:end].replace("Medicines", f"Topic number {number}")
            for number in range(count)
        )
        route.fulfill(response=answer, body=html[:start] + entries + html[end:])

    page.route(lambda url: url.endswith("/"), longer)
    for (width, height), count in itertools.product(SCREENS, counts):
        page.set_viewport_size({"width": width, "height": height})
        page.goto("/healthz")
        choose(page, place=None)
        page.goto("/")
        page.evaluate(LAID_OUT)
        seen: list[str] = []
        for _ in range(count + 1):
            over = page.evaluate(
                "(() => { const m = document.getElementById('main');"
                " return [m.scrollHeight - m.clientHeight, m.scrollWidth - m.clientWidth]; })()"
            )
            assert over[0] <= 1, over
            assert over[1] <= 0, over
            tiles = page.locator(".tile strong").locator("visible=true").all_text_contents()
            assert 1 <= len(tiles) <= 6
            seen += tiles
            on = page.locator('[data-do="list-on"]')
            if on.is_hidden() or on.get_attribute("aria-disabled") == "true":
                break
            on.click()
            counts_again(page)
        assert seen == [f"Topic number {number}" for number in range(count)]
    page.unroute_all()


def test_a_word_longer_than_the_line_is_broken_and_not_cut_off_TXT_5(watched: Open) -> None:
    page = watched().page()
    word = "pneumonoultramicroscopicsilicovolcanoconiosis" * 2

    def with_a_long_word(route: object) -> None:
        answer = route.fetch()
        body = (
            answer.text()
            .replace("Clonazepam and depression", word)
            .replace("Klonopin is a brand name.", word)
        )
        route.fulfill(response=answer, body=body)

    page.route("**/a/**/", with_a_long_word)
    page.route("**/t/**/", with_a_long_word)
    for address, (width, height) in itertools.product((SAMPLE, "/t/medicines/"), SCREENS):
        page.set_viewport_size({"width": width, "height": height})
        # A visitor who comes back stands where they were: another place is forgotten first.
        page.goto("/healthz")
        choose(page, place=None)
        page.goto(address)
        page.evaluate(LAID_OUT)
        wide = page.evaluate(
            """word => { const wide = [];
              for (const one of document.querySelectorAll('h1, p, li, strong, .crumb span')) {
                if (one.textContent.includes(word) && one.scrollWidth > one.clientWidth + 1
                    && getComputedStyle(one).display !== 'inline') wide.push(one.tagName);
              }
              return wide; }""",
            word,
        )
        assert wide == []
    page.unroute_all()
