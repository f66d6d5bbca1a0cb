"""Elsewhere than on a kiosk's screen: on paper, on a small or zoomed screen, with a script that fails."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import SAMPLE, Watched, product

Open = Callable[..., Watched]


def test_on_paper_the_whole_article_stands_and_closes_with_the_advice(watched: Open) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.goto(SAMPLE)
    page.evaluate("document.fonts.ready")
    pages = {}
    for script in (True, False):
        paper = watched(java_script_enabled=script).page()
        paper.goto(SAMPLE)
        pages[script] = len(re.findall(rb"/Type\s*/Page[^s]", paper.pdf()))
    assert pages[True] == pages[False] > 1
    page.emulate_media(media="print")
    last = page.locator("#text .sentence").last
    assert last.text_content().startswith("Always consult a health care professional")
    assert last.evaluate("one => one.getBoundingClientRect().height") > 0
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('main, #text, body')].filter(
          one => getComputedStyle(one).overflow !== 'visible').map(one => one.tagName)"""
    )
    assert hidden == []
    assert page.locator(".dock").is_hidden()


@pytest.mark.parametrize(
    ("address", "screen"),
    product(
        lambda address, screen: screen == (320, 256) or address == SAMPLE,
        ["/", "/t/medicines/", SAMPLE, "/urgent/", "/closing/"],
        [(320, 640), (320, 256), (640, 400)],
    ),
)
def test_at_320_pixels_nothing_is_reached_by_scrolling_sideways_TXT_5(
    watched: Open, screen: tuple[int, int], address: str
) -> None:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
    page.goto(address)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.key, .chip, .tile, .sentence')]
          .filter(one => one.checkVisibility())
          .filter(one => { const box = one.getBoundingClientRect();
            return box.left < -1 || box.right > innerWidth + 1; })
          .map(one => one.textContent.trim())"""
    )
    assert cut == []
    # Everything is on the one page that scrolls down.
    assert page.locator(".staff").evaluate(
        "one => one.getBoundingClientRect().bottom + scrollY <= document.body.scrollHeight + 1"
    )


@pytest.mark.parametrize("module", ["player", "paging", "kiosk_text"])
def test_an_article_is_read_and_heard_where_a_script_does_not_come(
    watched: Open, module: str
) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.route(re.compile(rf"/js/{module}\.[0-9a-f]+\.js$"), lambda route: route.abort())
    page.goto(SAMPLE)
    page.wait_for_load_state("load")
    expect(page.locator("audio[controls]")).to_be_visible()
    last = page.locator("#text .sentence").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    assert page.locator("[data-needs-script]").first.is_hidden()
