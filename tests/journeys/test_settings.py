"""The settings: applied at once, shown and said, taken back, and left for the very place before."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import ONCE_MS, SAMPLE, Installation, Watched, until

Open = Callable[..., Watched]
ADVICE = "Always ask a health care professional what is right for you."
VISIT = "JSON.parse(sessionStorage.getItem('visit'))"
SAID = """() => { const voice = document.getElementById('voice-aside');
  return voice && !voice.paused
    ? ([...(CSS.highlights.get('sentence') ?? [])][0]?.toString() ?? '') : ''; }"""
FIRST = """() => { const box = document.getElementById('text').getBoundingClientRect();
  return [...document.querySelectorAll('#text .sentence')].find(one =>
    [...one.getClientRects()].some(r => r.right > box.left + 2 && r.left < box.right)).id; }"""
PLACED = """id => { const box = document.getElementById('text').getBoundingClientRect();
  return [...document.getElementById(id).getClientRects()]
    .some(r => r.right > box.left + 2 && r.left < box.right); }"""


@pytest.fixture(scope="session")
def voiced(installation: Installation) -> None:
    """The words of the settings and of the help have their voice."""
    deadline = time.monotonic() + 240
    while not {"prompts/en.json", "prompts/en.guide.json"} <= {
        f"prompts/{name}"
        for name in installation.get_json("/manifest.json")["prompts"]
        if installation.get_json(f"/prompts/{name}")["clips"]
    }:
        assert time.monotonic() < deadline
        time.sleep(0.5)


def value(page: Page, setting: str) -> str:
    return page.locator(f'[data-setting="{setting}"] .setting-value').text_content() or ""


def reveal(page: Page, setting: str) -> None:
    row = page.locator(f'[data-setting="{setting}"]')
    while not row.is_visible():
        page.locator('[data-do="list-on"]').click()
        page.wait_for_timeout(ONCE_MS)


def test_settings_count_at_once_are_said_and_lead_back_to_the_very_place_KEY_8_COG_10_TIM_8_TXT_4(
    watched: Open, voiced: None
) -> None:
    opened = watched(viewport={"width": 1080, "height": 1920})
    page = opened.page()
    page.goto(SAMPLE)
    page.evaluate("document.fonts.ready")
    # Heard up to a sentence, then turned on by hand: two places to come back to.
    page.evaluate("document.getElementById('s4').click()")
    until(page, "document.getElementById('voice').currentTime > 0.1")
    page.locator('[data-do="play"]').click()
    for _ in range(2):
        page.locator('[data-do="page-on"]').click()
        page.wait_for_timeout(550)
    first = page.evaluate(FIRST)
    heard = page.evaluate("[...(CSS.highlights.get('sentence') ?? [])][0].toString()")

    page.goto("/settings/")
    # It is a way out of the article too: the advice is shown and said.
    expect(page.locator("#banner")).to_have_text(ADVICE)
    until(page, f"({SAID})() === '{ADVICE}'")
    page.locator("h1").click()
    page.evaluate("document.getElementById('voice-aside').dispatchEvent(new Event('ended'))")
    assert page.locator("[data-setting]").locator("visible=true").count() <= 7

    root = page.locator("html")
    for setting, key, shown, attribute in (
        ("size", "size-more", "4 of 4", ("data-size", "4")),
        ("theme", "theme-more", "White on black", ("data-theme", "dark")),
        ("line", "line-more", "2 of 3", ("data-line", "2")),
        ("letters", "letters-more", "2 of 3", ("data-letters", "2")),
        ("rate", "rate-less", "Three quarters of the usual speed", None),
        ("pauses", "pauses-more", "Longer pauses", None),
        ("volume", "louder", "7 of 10", None),
        ("reach", "reach-on", "On", None),
    ):
        reveal(page, setting)
        page.locator(f'[data-setting="{setting}"] [data-do="{key}"]').click()
        assert value(page, setting) == shown
        # It stays under the eye, whatever else fits beside it now.
        expect(page.locator(f'[data-setting="{setting}"]')).to_be_visible()
        if attribute:
            expect(root).to_have_attribute(*attribute)
        if key != "louder":
            until(page, f"text => ({SAID})() === text", shown)
    # Beyond the end nothing happens, and it says where one is.
    reveal(page, "reach")
    pressed = page.locator('[data-setting="reach"] [aria-pressed="true"]')
    expect(pressed).to_have_text("Keys lower down")
    kept = page.evaluate(VISIT)
    assert (kept["size"], kept["line"], kept["letters"], kept["reach"]) == (4, 2, 2, True)
    assert (kept["rate"], kept["pauses"], kept["volume"]) == (0.75, 2, 7)

    # Back to the article: its page, though the text is larger, and its sentence.
    page.get_by_role("link", name="Back", exact=True).click()
    page.wait_for_url(f"**{SAMPLE}")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.dataset.size") == "4"
    assert page.evaluate(PLACED, first)
    assert page.evaluate("[...(CSS.highlights.get('sentence') ?? [])][0].toString()") == heard
    assert page.evaluate("document.getElementById('voice').paused")

    # As it was at the start, with the place kept.
    page.goto("/settings/")
    # Large as it is now, one row after the other.
    while page.locator('[data-do="reset"]').is_hidden():
        page.locator('[data-do="list-on"]').click()
    page.locator('[data-do="reset"]').click()
    expect(page.locator("#status")).to_have_text("Everything is as it was at the start.")
    expect(root).to_have_attribute("data-size", "3")
    expect(root).to_have_attribute("data-theme", "plain")
    kept = page.evaluate(VISIT)
    for setting, usual in (
        ("line", 1),
        ("rate", 1),
        ("pauses", 1),
        ("volume", 6),
        ("reach", False),
    ):
        assert kept[setting] == usual
    assert (kept["spoke"], kept["article"]) == (True, SAMPLE.split("/")[2])
    page.get_by_role("link", name="Back", exact=True).click()
    page.wait_for_url(f"**{SAMPLE}")
    page.evaluate("document.fonts.ready")
    assert page.evaluate(PLACED, first)
    assert opened.errors == []
