"""Long text is turned like pages: to its end at every size, and without losing the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import SAMPLE, Watched, choose, product

Open = Callable[..., Watched]
SCREENS = [(1080, 1920), (1920, 1080), (1280, 800)]
SHOWN = """one => { const box = document.getElementById('text').getBoundingClientRect();
  const rects = [...one.getClientRects()];
  return rects.some(rect => rect.left >= box.left - 2 && rect.right <= box.right + 2); }"""


def opened(watched: Open, screen: tuple[int, int], size: int = 3, address: str = SAMPLE) -> Page:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
    page.goto("/closing/")
    choose(page, size=size)
    page.goto(address)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(100)
    return page


@pytest.mark.parametrize(
    ("address", "size", "screen"),
    product(
        lambda address, size, _: size == 4 or (address == SAMPLE and size != 2),
        [SAMPLE, "/closing/", "/urgent/"],
        [1, 2, 3, 4],
        SCREENS,
    ),
)
def test_turning_pages_leads_to_every_sentence_and_to_the_closing_advice_TXT_8(
    watched: Open, screen: tuple[int, int], size: int, address: str
) -> None:
    page = opened(watched, screen, size, address)
    sentences = page.locator("#text .sentence")
    seen: set[str] = set()
    for turn in range(60):
        seen |= set(sentences.evaluate_all(f"all => all.filter({SHOWN}).map(one => one.id)"))
        position = page.locator("#position")
        if position.count():
            assert position.text_content().startswith(f"Page {turn + 1} of")
        on = page.locator('[data-do="page-on"]')
        if on.get_attribute("aria-disabled") == "true" or on.is_hidden():
            break
        on.click()
    assert seen == set(sentences.evaluate_all("all => all.map(one => one.id)"))
    # The closing screen may end with what it promises, behind the advice.
    assert address == "/closing/" or sentences.last.evaluate(SHOWN)
    # The key that was pressed last keeps the focus, although it leads no further.
    assert turn == 0 or not page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize(
    ("address", "size", "screen"),
    product(lambda _, size, __: size == 4, [SAMPLE, "/urgent/", "/t/medicines/"], [3, 4], SCREENS),
)
def test_nothing_stands_on_anything_else_in_the_bar(
    watched: Open, screen: tuple[int, int], size: int, address: str
) -> None:
    page = opened(watched, screen, size, address)
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


@pytest.mark.parametrize("screen", SCREENS)
def test_whom_to_call_is_on_the_first_page_of_urgent_help_COG_12(
    watched: Open, screen: tuple[int, int]
) -> None:
    page = opened(watched, screen, 3, "/urgent/")
    assert page.locator("#text h1 .sentence").evaluate(SHOWN)
    assert page.get_by_text("call 911", exact=False).first.evaluate(SHOWN)


def test_the_place_is_kept_through_every_text_size_and_back(watched: Open) -> None:
    page = opened(watched, (1080, 1920))
    for _ in range(2):
        page.locator('[data-do="page-on"]').click()
    place = page.locator("#text .sentence").evaluate_all(f"all => all.find({SHOWN}).id")
    for _ in range(4):
        page.locator('[data-do="size"]').click()
        page.wait_for_timeout(600)
        assert page.locator(f"#{place}").evaluate(SHOWN)


def test_the_sentence_that_is_marked_stays_on_the_screen_when_the_size_changes(
    watched: Open,
) -> None:
    page = opened(watched, (1080, 1920))
    while not page.locator("#s30").evaluate(SHOWN):
        page.locator('[data-do="page-on"]').click()
    page.locator("#s30").click()
    page.wait_for_timeout(700)
    page.locator('[data-do="play"]').click()
    for _ in range(4):
        page.locator('[data-do="size"]').click()
        page.wait_for_timeout(600)
        assert page.locator("#s30").evaluate(SHOWN)


def test_who_has_turned_pages_while_it_speaks_keeps_their_own_place_when_the_size_changes(
    watched: Open,
) -> None:
    page = opened(watched, (1080, 1920))
    page.locator("#s1").click()
    for _ in range(3):
        page.locator('[data-do="page-on"]').click()
    place = page.locator("#text .sentence").evaluate_all(f"all => all.find({SHOWN}).id")
    # Until it says the next sentence, on the first page.
    page.wait_for_timeout(3500)
    page.locator('[data-do="size"]').click()
    page.wait_for_timeout(200)
    assert page.locator(f"#{place}").evaluate(SHOWN)


@pytest.mark.parametrize(
    ("count", "size", "screen"),
    product(
        lambda count, size, _: count in ((1, 3, 7, 15) if size == 4 else (6,)),
        [1, 2, 3, 6, 7, 15],
        [3, 4],
        SCREENS,
    ),
)
def test_a_list_of_any_length_fits_and_every_entry_is_reached_COG_8(
    watched: Open, screen: tuple[int, int], size: int, count: int
) -> None:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
    page.goto("/closing/")
    choose(page, size=size)

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
    page.goto("/")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(100)
    page.unroute_all()
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
        page.wait_for_timeout(550)
    assert seen == [f"Topic number {number}" for number in range(count)]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_word_longer_than_the_line_is_broken_and_not_cut_off_TXT_5(
    watched: Open, screen: tuple[int, int]
) -> None:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
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
    for address in (SAMPLE, "/t/medicines/"):
        page.goto(address)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(100)
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
