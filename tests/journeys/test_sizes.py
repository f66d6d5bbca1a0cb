"""Sizes are physical: what each screen measures on panels from 10 to 24 inches, however it is looked at."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import SAMPLE, Installation, Watched, until

Open = Callable[..., Watched]

PANELS = {
    # mm a pixel: the pixels of the panel in landscape, and the distance that its installer states.
    0.170: ((1280, 800), 450),
    0.180: ((1920, 1080), 570),
    0.277: ((1920, 1080), 600),
}
TURNED = ["landscape", "portrait"]
SIZES = [1, 2, 3, 4]
THEMES = ["plain", "dark", "light", "soft"]
SCREENS = ["", "t/medicines/", SAMPLE[1:], "urgent/", "closing/", "search/", "settings/", "help/"]
CAPS = {1: (3.5, 4.2), 2: (4.8, 5.6), 3: (6.4, 7.1), 4: (8.5, 9.0)}
CAP_OF_EM = 0.668
"""The height of a capital of Atkinson Hyperlegible Next, from the font's own tables (OS/2 sCapHeight)."""

MEASURE = """() => {
  const seen = (one) => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length;
  const words = (one) => one.textContent.trim().replace(/\\s+/g, ' ');
  const box = (one) => { const r = one.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const main = document.getElementById('main');
  const within = (rect, [left, top, right, bottom]) => rect.left >= left - 1.5 && rect.top >= top - 1.5
    && rect.right <= right + 1.5 && rect.bottom <= bottom + 1.5;
  const texts = [];
  const outside = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !seen(parent) || parent.closest('script')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width && rect.height);
    const paged = parent.closest('.paged');
    const shown = paged ? rects.filter((rect) => rect.right > box(paged)[0] + 2 && rect.left < box(paged)[2] - 2) : rects;
    if (!shown.length) continue;
    texts.push([parseFloat(getComputedStyle(parent).fontSize), words(parent).slice(0, 40),
      Boolean(parent.closest('.paged p, .paged li') && !parent.closest('.sample, .facts, .promise'))]);
    const holder = parent.closest('.position') ? document.body : parent.closest('.key, .chip, .tile') ?? paged ?? parent.closest('main, footer, header') ?? document.body;
    const limits = holder === document.body ? [0, 0, innerWidth, innerHeight] : box(holder);
    // Glyphs stand in from the edges of their line: a line may reach over by a fraction of its leading.
    const slack = parseFloat(getComputedStyle(parent).fontSize) * 0.3;
    const reach = [limits[0], limits[1] - slack, limits[2], limits[3] + slack];
    if (!shown.every((rect) => within(rect, reach))) outside.push(words(parent).slice(0, 40));
    const [left, top, right, bottom] = box(main);
    if (!paged && main.contains(parent) && !shown.every((rect) => within(rect, [left, top - slack, right, bottom + slack]))) outside.push(words(parent).slice(0, 40));
  }
  const targets = [...document.querySelectorAll('a[href], button')].filter(seen)
    .filter((one) => !one.closest('.word')).map((one) => [words(one), ...box(one)]);
  const paged = document.querySelector('.paged');
  const line = paged && parseFloat(getComputedStyle(paged).lineHeight);
  const over = ['.bar', '.dock', '#main'].map((name) => document.querySelector(name))
    .filter((one) => one.scrollHeight > one.clientHeight + 1.5 || one.scrollWidth > one.clientWidth + 1.5)
    .map((one) => one.className || one.id);
  const help = [...document.querySelectorAll('.chip')].find((one) => one.pathname?.endsWith('/help/'));
  return {
    texts, outside, targets, over,
    across: document.documentElement.scrollWidth - innerWidth,
    down: document.documentElement.scrollHeight - innerHeight,
    lines: paged ? paged.clientHeight / line : null,
    leading: paged ? line / parseFloat(getComputedStyle(paged).fontSize) : null,
    choices: [...document.querySelectorAll('.tile, .urgent-door')].filter(seen).length,
    staff: seen(document.querySelector('.staff')),
    urgent: [...document.querySelectorAll('a')].filter(seen).filter((one) => one.pathname.endsWith('/urgent/')).length,
    finish: [...document.querySelectorAll('[data-do="finish"], [data-leads="closing"]')].filter(seen).length,
    help: help && seen(help) ? box(help) : null,
    layout: document.documentElement.dataset.layout,
    size: document.documentElement.dataset.size, theme: document.documentElement.dataset.theme,
  };
}"""


def pairwise(*axes: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Return combinations in which any two values of any two axes meet, far fewer than all."""
    every = list(itertools.product(*axes))
    numbers = range(len(every[0]))

    def pairs(one: tuple[Any, ...]) -> set[tuple[Any, ...]]:
        return {(a, one[a], b, one[b]) for a, b in combinations(numbers, 2)}

    missing = set().union(*(pairs(one) for one in every))
    chosen = []
    while missing:
        best = max(every, key=lambda one: len(pairs(one) & missing))
        chosen.append(best)
        missing -= pairs(best)
    return chosen


def look(  # noqa: PLR0917 - the axes of the product
    page: Page, address: str, mm: float, turned: str, size: int, theme: str, **more: Any
) -> dict:
    """Return what a screen measures on a panel, as a visitor sees it with these choices."""
    (wide, high), distance = PANELS[mm]
    if turned == "portrait":
        wide, high = high, wide
    page.set_viewport_size({"width": wide, "height": high})
    device = {"version": 1, "pxPerMm": 1 / mm, "distanceMm": distance}
    visit = {"size": size, "theme": theme}
    for name, value in more.items():
        (device if name.endswith("Mm") else visit)[name] = value
    # From a page without scripts: none keeps anything of its own after this.
    page.goto("/healthz")
    page.evaluate(
        """([device, visit]) => { localStorage.setItem('device', JSON.stringify(device));
          sessionStorage.setItem('visit', JSON.stringify(
            {...JSON.parse(sessionStorage.getItem('visit') ?? '{}'), advice: false, article: '', place: null, ...visit})); }""",
        [device, visit],
    )
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    found = page.evaluate(MEASURE)
    assert (found["size"], found["theme"]) == (str(size), theme), (
        address,
        found["size"],
        found["theme"],
    )
    return found


def wrong(found: dict, address: str, mm: float, size: int) -> list[str]:
    """Return what of a screen is smaller, nearer, or less than the specification asks."""
    distance = PANELS[mm][1]
    bad = []
    for pixels, text, body in found["texts"]:
        cap = pixels * mm * CAP_OF_EM
        low, high = CAPS[size]
        if cap < (3.5 if size == 1 else 4.8) - 0.05:
            bad.append(f"TXT-2 {text!r} {cap:.1f} mm")
        if size == 4 and cap < distance * 0.01222 - 0.05:
            bad.append(f"TXT-1 {text!r} {cap:.1f} mm")
        if body and cap < low * 0.8:
            bad.append(f"TXT-4 {text!r} {cap:.1f} mm")
        if body and cap > high * 1.3:
            bad.append(f"TXT-4 {text!r} {cap:.1f} mm")
    for name, left, top, right, bottom in found["targets"]:
        if min(right - left, bottom - top) * mm < 12.7 - 0.1:
            bad.append(f"TCH-1 {name!r} {(right - left) * mm:.1f} x {(bottom - top) * mm:.1f} mm")
    for one, other in combinations(found["targets"], 2):
        across = max(one[1], other[1]) - min(one[3], other[3])
        down = max(one[2], other[2]) - min(one[4], other[4])
        if max(across, down) * mm < 2.54 - 0.1:
            bad.append(f"TCH-1 {one[0]!r} and {other[0]!r} {max(across, down) * mm:.1f} mm apart")
    bad += [f"TXT-5 cut: {text!r}" for text in found["outside"]]
    bad += [f"TXT-5 more than it holds: {name}" for name in found["over"]]
    if found["across"] > 0 or found["down"] > 0:
        bad.append(f"TXT-8 scrolls {found['across']}, {found['down']}")
    if found["leading"] and found["leading"] < 1.5 - 0.01:
        bad.append(f"TXT-7 lines {found['leading']:.2f}")
    if found["choices"] > 7:
        bad.append(f"COG-8 {found['choices']} choices")
    if not found["staff"]:
        bad.append("DOC-3 no staff route")
    if not found["urgent"] and "urgent/" not in address:
        bad.append("no urgent help")
    if not found["finish"]:
        bad.append("TIM-6 no finish")
    if not found["help"]:
        bad.append("COG-6 no help")
    return bad


COMBINATIONS = pairwise(PANELS, TURNED, SIZES, THEMES, SCREENS)


def homes(installation: Installation) -> list[str]:
    """Return where the languages begin that the installation offers."""
    return ["/", *(["/es/"] if (installation.data / "publication" / "es").is_dir() else [])]


def all_wrong(page: Page, home: str, chosen: list[tuple[Any, ...]]) -> dict[str, list[str]]:
    found = {}
    for mm, turned, size, theme, screen in chosen:
        address = f"/{screen}" if screen == SAMPLE[1:] else f"{home}{screen}"
        measured = look(page, address, mm, turned, size, theme)
        if bad := wrong(measured, address, mm, size):
            found[f"{address} {mm} {turned} {size} {theme} {measured['layout']}"] = bad
    return found


def test_every_screen_keeps_its_measures_on_every_panel_TXT_1_TXT_2_TXT_4_TXT_5_TXT_7_TXT_8_TXT_11_TCH_1_COG_6_COG_8_TIM_6(
    watched: Open, installation: Installation
) -> None:
    page = watched().page()
    page.goto("/")
    for number, home in enumerate(homes(installation)):
        # Each language takes every other combination.
        chosen = COMBINATIONS[number :: len(homes(installation))]
        assert all_wrong(page, home, chosen) == {}


@pytest.mark.full
@pytest.mark.parametrize("mm", PANELS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_screen_keeps_its_measures_in_every_combination_TXT_1_TXT_2_TXT_4_TXT_5_TXT_8_TCH_1(
    watched: Open, installation: Installation, mm: float, theme: str
) -> None:
    page = watched().page()
    page.goto("/")
    every = list(itertools.product([mm], TURNED, SIZES, [theme], SCREENS))
    for home in homes(installation):
        assert all_wrong(page, home, every) == {}


def test_a_small_screen_shows_six_lines_at_the_largest_size_TXT_8(watched: Open) -> None:
    page = watched().page()
    page.goto("/")
    found = look(page, SAMPLE, 0.170, "landscape", 4, "plain")
    assert found["layout"] == "side"
    assert found["lines"] >= 6
    # What has no room is in the sheet: the very keys of the page, which go back to their places.
    hidden = "[...document.querySelectorAll('.dock [data-more]')].filter(one => one.checkVisibility()).length"
    assert page.evaluate(hidden) == 0
    keys = page.evaluate("document.querySelectorAll('[data-do], .chip').length")
    page.locator(".more-key").click()
    opened = page.evaluate(MEASURE)
    sheet = page.evaluate(
        """() => { const box = document.getElementById('more').getBoundingClientRect();
          return [...document.querySelectorAll('#more button, #more a')].filter(one => one.checkVisibility())
            .map(one => { const r = one.getBoundingClientRect();
              return [one.textContent.trim(), r.left, r.top, r.right, r.bottom,
                r.left >= box.left && r.right <= box.right && r.top >= box.top && r.bottom <= Math.min(box.bottom, innerHeight)]; }); }"""
    )
    assert {"Slower", "Louder", "Text size", "Settings", "Again", "Close"} <= {
        one[0] for one in sheet
    }
    assert [one[0] for one in sheet if not one[5]] == []
    assert [one for one in sheet if min(one[3] - one[1], one[4] - one[2]) * 0.170 < 12.6] == []
    assert opened["across"] <= 0
    page.locator('#more [data-do="louder"]').click()
    assert page.evaluate("JSON.parse(sessionStorage.getItem('visit')).volume") == 7
    page.keyboard.press("Escape")
    until(page, "document.querySelectorAll('#more .sheet > *').length === 0")
    assert page.evaluate("document.querySelectorAll('[data-do], .chip').length") == keys


@pytest.mark.parametrize(
    ("turned", "bottom"),
    [("portrait", 700), ("landscape", 900), pytest.param("portrait", 400, marks=pytest.mark.full)],
)
def test_within_reach_everything_that_is_operated_stands_from_800_to_1100_mm_RCH_1(
    watched: Open, turned: str, bottom: int
) -> None:
    page = watched().page()
    page.goto("/")
    for address in ("/", SAMPLE, "/settings/"):
        found = look(page, address, 0.277, turned, 3, "plain", bottomMm=bottom, reach=True)
        high = page.evaluate("innerHeight")
        heights = [
            (name, bottom + (high - low) * 0.277, bottom + (high - top) * 0.277)
            for name, _, top, _, low in found["targets"]
        ]
        assert [one for one in heights if one[1] < 799 or one[2] > 1101] == []
        assert wrong(found, address, 0.277, 3) == []


def test_spaces_between_lines_and_letters_grow_and_nothing_is_cut_TXT_7(watched: Open) -> None:
    page = watched().page()
    page.goto("/")
    for screen in ("", SAMPLE[1:], "settings/", "closing/"):
        found = look(page, f"/{screen}", 0.277, "portrait", 3, "plain", line=3, letters=3)
        assert wrong(found, f"/{screen}", 0.277, 3) == []
        if found["leading"]:
            assert found["leading"] >= 2 - 0.01
    assert page.evaluate("parseFloat(getComputedStyle(document.body).letterSpacing) > 0")


def test_the_usual_size_is_large_enough_for_the_distance_TXT_1(watched: Open) -> None:
    page = watched().page()
    page.goto("/")
    for distance, size in ((400, "3"), (570, "3"), (680, "4")):
        page.evaluate(
            "mm => { sessionStorage.clear(); localStorage.setItem('device',"
            " JSON.stringify({version: 1, pxPerMm: 3.61, distanceMm: mm})); }",
            distance,
        )
        page.goto("/closing/")
        page.evaluate("sessionStorage.clear()")
        page.goto("/")
        assert page.evaluate("document.documentElement.dataset.size") == size


ARABIC = (
    "يمكن أن يساعد هذا الدواء بعض الناس على الشعور بقلق أقل. اسأل طبيبك أو الصيدلي قبل أن تبدأ به."
)


def test_a_language_from_the_right_turns_the_layout_round_TXT_11(watched: Open) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.goto("/")
    look(page, SAMPLE, 0.277, "portrait", 4, "plain")
    page.evaluate(
        """text => { document.documentElement.lang = 'ar'; document.documentElement.dir = 'rtl';
          document.querySelectorAll('#text .sentence').forEach(one => { one.textContent = text; });
          dispatchEvent(new Event('resize')); }""",
        ARABIC,
    )
    page.wait_for_timeout(200)
    count = int(page.locator("#position").inner_text().split()[-1])
    assert count > 3
    for number in range(1, count + 1):
        shown = page.evaluate(
            """() => { const box = document.getElementById('text').getBoundingClientRect();
              const seen = [...document.querySelectorAll('#text .sentence')].filter((one) =>
                [...one.getClientRects()].some((r) => r.right > box.left + 2 && r.left < box.right - 2));
              const cut = seen.filter((one) => [...one.getClientRects()].some((r) =>
                (r.left < box.left - 2 && r.right > box.left + 2) || (r.right > box.right + 2 && r.left < box.right - 2)));
              return [seen.length, cut.length]; }"""
        )
        assert shown[0] > 0 and shown[1] == 0, number
        if number < count:
            page.locator('[data-do="page-on"]').click()
    # The key that leads on stands at the left, and its arrow points there.
    back, on = (page.locator(f'[data-do="page-{way}"]').bounding_box() for way in ("back", "on"))
    assert back and on and on["x"] < back["x"]
    assert page.evaluate(
        "getComputedStyle(document.querySelector('[data-do=\"page-on\"] svg')).transform"
    ) == ("matrix(-1, 0, 0, 1, 0, 0)")
