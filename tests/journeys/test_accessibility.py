"""What machines can prove of the accessibility specification, on every public page."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import SAMPLE, Installation, Watched, choose, product, sign_in

Open = Callable[..., Watched]
AXE = Path(__file__).resolve().parent.parent / "vendor" / "axe-core" / "axe.min.js"
PAGES = [
    "/",
    "/t/medicines/",
    SAMPLE,
    "/urgent/",
    "/closing/",
    "/settings/",
    "/help/",
    "/a/nothing-here/",
]
SCREENS = [(1080, 1920), (1920, 1080), (1280, 800)]
THEMES = ["plain", "dark", "light", "soft"]
MM = 3.61


def violations(page: Page, options: dict | None = None) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("options => axe.run(document, options)", options or {})
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_with_the_strictest_contrast_TXT_6(watched: Open, address: str) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.goto(address)
    strict = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
    assert violations(page, strict) == []


@pytest.mark.parametrize(
    ("theme", "address"),
    # The usual theme is looked at above; of each other theme a screen, and all in the full run.
    product(
        lambda *one: one in {("dark", "/"), ("light", SAMPLE), ("soft", "/closing/")},
        THEMES,
        ["/", SAMPLE, "/closing/", "/settings/", "/help/", "/search/"],
    ),
)
def test_axe_finds_nothing_in_any_theme_TXT_6(watched: Open, theme: str, address: str) -> None:
    page = watched().page()
    page.goto("/")
    choose(page, size=2, theme=theme)
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    assert violations(page) == []


@pytest.mark.parametrize(
    ("address", "screen"),
    # test_sizes.py asks the same of every panel.
    product(lambda *one: one == (PAGES[2], SCREENS[-1]), PAGES, SCREENS),
)
def test_every_control_is_12_7_mm_each_way_and_2_5_mm_from_the_next_TCH_1(
    watched: Open, address: str, screen: tuple[int, int]
) -> None:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
    page.goto(address)
    page.evaluate("document.fonts.ready")
    boxes = page.evaluate(
        """[...document.querySelectorAll('a[href], button')]
          .filter(one => one.checkVisibility() && one.getClientRects().length)
          .map(one => { const r = one.getBoundingClientRect();
            return [one.textContent.trim().replace(/\\s+/g, ' '), r.left, r.top, r.right, r.bottom]; })"""
    )
    assert boxes or address == "/"
    least = 12.7 * MM
    assert [
        box for box in boxes if box[3] - box[1] < least - 0.5 or box[4] - box[2] < least - 0.5
    ] == []
    near = []
    for one, other in combinations(boxes, 2):
        across = max(one[1], other[1]) - min(one[3], other[3])
        down = max(one[2], other[2]) - min(one[4], other[4])
        if max(across, down) < 2.54 * MM - 0.5:
            near.append((one[0], other[0], across, down))
    assert near == []


@pytest.mark.parametrize(
    ("size", "screen"), product(lambda *one: one == (4, SCREENS[0]), [1, 2, 3, 4], SCREENS)
)
def test_nothing_is_cut_off_or_reached_by_scrolling_at_any_size_TXT_5_TXT_8(
    watched: Open, screen: tuple[int, int], size: int
) -> None:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
    page.goto("/")
    choose(page, size=size)
    for address in PAGES:
        page.goto(address)
        page.evaluate("document.fonts.ready")
        over = page.evaluate(
            """() => { const main = document.getElementById('main');
              const cut = [...document.querySelectorAll('.key, .chip, .tile, .urgent-door')]
                .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
                .map(one => one.textContent.trim());
              return {across: document.documentElement.scrollWidth - innerWidth,
                down: main.scrollHeight - main.clientHeight, cut}; }"""
        )
        assert over["across"] <= 0, (address, over)
        assert over["down"] <= 1, (address, over)
        assert over["cut"] == [], (address, over)


@pytest.mark.parametrize(
    ("size", "low", "high"), [(1, 3.5, 4.2), (2, 4.8, 5.6), (3, 6.4, 7.1), (4, 8.5, 9.0)]
)
def test_the_text_has_the_cap_height_of_its_size_in_millimetres_TXT_4(
    watched: Open, size: int, low: float, high: float
) -> None:
    page = watched().page()
    page.goto("/")
    choose(page, size=size)
    page.goto(SAMPLE)
    # The font's own capital H at 1000 px, scaled: a canvas rounds small sizes up.
    cap_mm = page.evaluate(
        f"""async () => {{ await document.fonts.ready;
          const context = document.createElement('canvas').getContext('2d');
          const style = getComputedStyle(document.querySelector('#s4'));
          context.font = '1000px "Atkinson Hyperlegible Next"';
          const ratio = context.measureText('H').actualBoundingBoxAscent / 1000;
          return ratio * parseFloat(style.fontSize) / {MM}; }}"""
    )
    assert low <= cap_mm <= high


def test_lines_are_80_characters_at_most_and_not_justified_TXT_7(watched: Open) -> None:
    page = watched(viewport={"width": 1920, "height": 1080}).page()
    page.goto("/")
    choose(page, size=1)
    page.goto(SAMPLE)
    page.evaluate("document.fonts.ready")
    longest = page.evaluate(
        """() => { let longest = 0;
          for (const block of document.querySelectorAll('#text p, #text li')) {
            const lines = new Map();
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            for (let text = walker.nextNode(); text; text = walker.nextNode()) {
              for (let i = 0; i < text.data.length; i += 1) {
                const range = document.createRange();
                range.setStart(text, i);
                range.setEnd(text, i + 1);
                const box = range.getClientRects()[0];
                if (!box) continue;
                // A paragraph may go on in the next column, at the same height.
                const line = `${Math.floor(box.left / 900)}:${Math.round(box.bottom)}`;
                lines.set(line, (lines.get(line) ?? 0) + 1);
              }
            }
            longest = Math.max(longest, ...lines.values());
          }
          return longest; }"""
    )
    assert longest <= 80
    assert page.evaluate("getComputedStyle(document.querySelector('#s4')).textAlign") != "justify"


def test_every_text_of_an_article_is_in_its_speech_in_the_order_of_the_page_SPK_2(
    watched: Open,
) -> None:
    page = watched().page()
    page.goto(SAMPLE)
    shown = page.locator("#text .sentence").evaluate_all("all => all.map(one => one.id)")
    said = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).sentences"
        ".filter(one => !one.of).map(one => one.id)"
    )
    assert shown == said


def test_the_focus_is_seen_and_goes_through_every_control_KEY_2_KEY_4(watched: Open) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.goto(SAMPLE)
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name, width = page.evaluate(
            "[document.activeElement.textContent.trim().replace(/\\s+/g, ' '),"
            " parseFloat(getComputedStyle(document.activeElement).outlineWidth)]"
        )
        if name and name in seen:
            break
        if name and page.evaluate("document.activeElement !== document.body"):
            seen.append(name)
            assert width >= 4
    assert "Finish" in seen
    assert any("Listen" in name for name in seen)


def test_nothing_moves_by_itself_and_no_page_is_refreshed_TXT_10_TIM_10(watched: Open) -> None:
    page = watched().page()
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.locator("meta[http-equiv=refresh]").count() == 0
        assert page.locator("meta[name=viewport]").get_attribute("content").count("scal") == 1
        assert "user-scalable" not in page.content()


def test_no_error_is_logged_and_the_policy_stops_nothing_of_ours(watched: Open) -> None:
    opened = watched()
    page = opened.page()
    for address in PAGES[:-1]:
        page.goto(address)
        page.wait_for_timeout(150)
    assert opened.errors == [], json.dumps(opened.errors)


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.full)])
def test_axe_finds_nothing_on_the_first_page_of_the_desk_and_in_the_queue(
    installation: Installation, watched: Open, scheme: str
) -> None:
    page = watched(viewport={"width": 1280, "height": 800}, color_scheme=scheme).page()
    sign_in(page, installation, "reviewer")
    page.get_by_text("The same in numbers").first.click()
    assert violations(page) == []
    page.get_by_role("link", name="For you").first.click()
    page.wait_for_url("**/queue/")
    assert violations(page) == []
