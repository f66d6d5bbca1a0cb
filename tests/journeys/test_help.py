"""The help: about the screen one came from, about the whole kiosk, and something to try."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kiosk.prompts import catalogue, guide
from tests.journeys.conftest import SAMPLE, Installation, Watched, choose, until

Open = Callable[..., Watched]
VISIBLE = """part => [...document.querySelectorAll(`${part} [data-prompt]`)]
  .filter(one => one.checkVisibility() && one.getClientRects().length)
  .map(one => one.textContent.trim())"""
LIT = "([...(CSS.highlights.get('sentence') ?? [])][0]?.toString() ?? '')"
ASIDE = "(v => Boolean(v) && !v.paused)(document.getElementById('voice-aside'))"


@pytest.fixture(scope="session")
def guided(installation: Installation) -> dict[str, list]:
    """What the help says, by what is written, once it has its voice."""
    deadline = time.monotonic() + 240
    while True:
        said = installation.get_json("/prompts/en.guide.json")["clips"]
        if said:
            return said
        assert time.monotonic() < deadline
        time.sleep(0.5)


def press(page: Page, name: str) -> None:
    page.locator(f'[data-do="{name}"]').first.click()


def told(*prompts: str) -> list[str]:
    return [catalogue.words("en", one) for one in prompts]


def test_help_has_three_layers_each_said_and_none_is_a_trap_COG_6_DOC_2_DOC_3_TIM_5(
    watched: Open, guided: dict[str, list]
) -> None:
    opened = watched(viewport={"width": 1080, "height": 1920})
    page = opened.page()
    # Every kind of screen has its own help, chosen by where one came from.
    for address, kind in (("/", "home"), ("/t/medicines/", "topic"), ("/urgent/", "urgent")):
        page.goto(address)
        page.goto("/help/")
        assert page.evaluate(VISIBLE, "#text") == told("guide-here", *guide.HERE[kind])
    page.goto(SAMPLE)
    choose(page, spoke=True)
    page.goto("/help/")
    expect(page.locator("#banner")).to_be_visible()
    assert page.evaluate(VISIBLE, "#text") == told("guide-here", *guide.HERE["article"])
    page.locator("h1").first.click()

    # The whole kiosk: every sentence is on a page of its text and has a clip.
    press(page, "layer-whole")
    expect(page.locator('[data-do="layer-whole"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-do="layer-here"]')).to_have_attribute("aria-pressed", "false")
    until(page, f"{LIT} === 'How this kiosk works'")
    everything = [one for heading, texts in guide.WHOLE for one in (heading, *texts)]
    shown = page.evaluate(VISIBLE, "#text")
    assert shown == told("guide-whole", *everything)
    assert [text for text in shown if text not in guided] == told("home-kept", "staff")
    # Read from its beginning, it turns its pages itself.
    press(page, "play")
    until(page, "document.body.classList.contains('speaking')")
    first, pages = page.locator("#position").text_content().removeprefix("Page ").split(" of ")
    assert first == "1" and pages > "1"
    while page.evaluate(LIT) != shown[-1]:
        press(page, "next")
    expect(page.locator("#position")).to_have_text(f"Page {pages} of {pages}")

    # Something to try: it hears, turns a page, and makes the text larger; every way out stays open.
    press(page, "layer-try")
    assert page.evaluate("document.getElementById('voice').paused")
    press(page, "try-hear")
    until(page, f"{ASIDE} && {LIT} === 'This is a sentence to practise with.'")
    press(page, "page-on")
    expect(page.locator("#position")).to_contain_text("Page 2")
    page.locator('#text [data-do="size-more"]').click()
    expect(page.locator("html")).to_have_attribute("data-size", "4")
    expect(page.locator("#status")).to_have_text("Text size 4 of 4")
    expect(page.get_by_role("heading", name="You have turned the page.")).to_be_in_viewport()
    for name in ("Back", "All topics", "Finish", "Urgent help"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.get_by_text("You can also ask at the desk.").last).to_be_visible()
    page.get_by_role("link", name="Back", exact=True).click()
    page.wait_for_url(f"**{SAMPLE}")

    # From the settings, help leads back to the settings, and they to the article.
    page.goto("/settings/")
    page.goto("/help/")
    assert page.evaluate(VISIBLE, "#text") == told("guide-here", *guide.HERE["settings"])
    for address in ("/settings/", SAMPLE):
        page.get_by_role("link", name="Back", exact=True).click()
        page.wait_for_url(f"**{address}")
    assert opened.errors == []
