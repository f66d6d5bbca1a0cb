"""Rules of the accessibility specification that hold on every public screen, looked at in one walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import SAMPLE, Installation, Watched, until

Open = Callable[..., Watched]
SCREENS = ["/", "/t/medicines/", SAMPLE, "/urgent/", "/closing/", "/a/nothing-here/"]
MORE = ["/search/", "/settings/", "/help/", "/es/", "/es/urgent/", "/es/closing/"]
"""Looked at where they are published."""
SCRIPTS = Path(__file__).resolve().parents[2] / "kiosk" / "static" / "kiosk" / "js"
UPRIGHT = {"width": 1080, "height": 1920}

FACTS = """() => {
  const seen = (one) => one.checkVisibility() && one.getClientRects().length > 0;
  const words = (one) => (one.innerText ?? '').trim().replace(/\\s+/g, ' ');
  const all = (which) => [...document.querySelectorAll(which)].filter(seen);
  return {
    language: document.documentElement.lang,
    title: document.title,
    headings: all('h1').length,
    fields: [...document.querySelectorAll('input, textarea, select, [contenteditable]')]
      .map((one) => [one.type ?? one.tagName, one.autocomplete ?? '', one.name ?? '']),
    controls: all('a[href], button, summary').map((one) => ({
      words: words(one),
      label: one.getAttribute('aria-label'),
      signs: [...one.querySelectorAll('svg, img')].length,
      hidden: [...one.querySelectorAll('svg, img')]
        .every((sign) => sign.getAttribute('aria-hidden') === 'true' || sign.alt === ''),
    })),
    choices: all('main .tile').length,
    media: document.querySelectorAll('video, canvas, iframe, object, embed, marquee').length,
    viewport: document.querySelector('meta[name=viewport]').content,
    desk: all('.staff').map(words),
    deskVoiced: all('.staff [data-prompt]').length,
    finish: all('[data-do="finish"], a[href$="/closing/"]').length,
    sounding: [...document.querySelectorAll('audio')].filter((one) => !one.paused).length,
  };
}"""
SOUNDING = "[...document.querySelectorAll('audio')].filter(one => !one.paused).map(one => one.id)"
STATE = """() => JSON.stringify([location.href, {...document.documentElement.dataset},
  sessionStorage.getItem('visit'), document.getElementById('status').textContent,
  document.getElementById('position')?.textContent, document.querySelectorAll('[open]').length,
  [...document.querySelectorAll('audio')].some(one => !one.paused)])"""


@pytest.fixture(scope="module")
def facts(browser: Browser, installation: Installation) -> Iterator[dict[str, dict]]:
    """What stands on each screen, by its address."""
    context = browser.new_context(base_url=installation.url, viewport=UPRIGHT)
    page = context.new_page()
    found = {}
    for address in SCREENS + MORE:
        answer = page.goto(address)
        if answer is None or (address in MORE and not answer.ok):
            continue
        until(page, "document.documentElement.classList.contains('ready')")
        found[address] = page.evaluate(FACTS)
    context.close()
    yield found


@pytest.fixture
def page(watched: Open) -> Page:
    return watched(viewport=UPRIGHT).page()


def test_every_sign_has_its_words_beside_it_and_is_no_second_name_TXT_9_SPK_4_COG_9(
    facts: dict[str, dict],
) -> None:
    for address, one in facts.items():
        assert one["controls"] or address == "/", address
        for control in one["controls"]:
            assert control["words"], (address, control)
            assert control["hidden"], (address, control)
            # A name of its own would have to hold the words that are seen.
            assert control["words"] in (control["label"] or control["words"]), (address, control)


def test_nothing_personal_and_nothing_hidden_is_typed_on_any_screen_SPK_12(
    facts: dict[str, dict],
) -> None:
    for address, one in facts.items():
        for kind, autocomplete, name in one["fields"]:
            assert kind in ("search", "text"), (address, name)
            assert autocomplete in ("", "off"), (address, name)


def test_there_is_no_film_and_no_other_document_on_any_screen_SPK_5(
    facts: dict[str, dict],
) -> None:
    assert {address: one["media"] for address, one in facts.items() if one["media"]} == {}


def test_no_screen_sounds_by_itself_in_a_silent_visit_SPK_8(facts: dict[str, dict]) -> None:
    assert {address: one["sounding"] for address, one in facts.items() if one["sounding"]} == {}


def test_no_screen_forbids_zoom_TCH_4(facts: dict[str, dict]) -> None:
    for address, one in facts.items():
        assert "user-scalable" not in one["viewport"], address
        assert "maximum-scale" not in one["viewport"], address


def test_every_screen_has_one_heading_and_seven_choices_at_most_COG_8(
    facts: dict[str, dict],
) -> None:
    for address, one in facts.items():
        assert one["headings"] == 1, address
        assert one["title"], address
        assert one["choices"] <= 7, address


def test_a_person_is_offered_on_every_screen_shown_and_said_DOC_3(facts: dict[str, dict]) -> None:
    for address, one in facts.items():
        assert len(one["desk"]) == one["deskVoiced"] == 1, address
    assert facts["/"]["desk"] == ["You can also ask at the desk."]


def test_what_is_on_several_screens_stands_in_one_order_under_one_name_COG_7(
    facts: dict[str, dict],
) -> None:
    for (here, one), (there, other) in combinations(facts.items(), 2):
        if one["language"] != other["language"]:
            continue
        names = [control["words"] for control in one["controls"]]
        others = [control["words"] for control in other["controls"]]
        common = [name for name in names if others.count(name) == names.count(name) == 1]
        assert common == [name for name in others if name in common], (here, there)


def test_finish_stands_on_every_screen_and_ends_the_visit_at_once_TIM_6(
    facts: dict[str, dict], page: Page
) -> None:
    lacking = [address for address, one in facts.items() if not one["finish"]]
    # Nothing is there to end on the start screen of a visit that has not begun.
    assert [address for address in lacking if address not in ("/", "/es/")] == []
    page.goto("/t/medicines/")
    page.locator('[data-do="size"]').locator("visible=true").first.click()
    page.locator('[data-do="finish"], a[href$="/closing/"]').locator("visible=true").first.click()
    if "/closing/" in page.url:
        page.locator('[data-do="finish"]').locator("visible=true").first.click()
    page.wait_for_url(lambda address: "/t/" not in address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")
    assert page.evaluate("document.documentElement.dataset.size") == "3"


def test_a_touch_acts_where_it_is_lifted_and_not_where_it_slid_off_TCH_2(watched: Open) -> None:
    page = watched(has_touch=True, viewport=UPRIGHT).page()
    page.goto(SAMPLE)
    until(page, "document.documentElement.classList.contains('ready')")
    box = page.locator('[data-do="size"]').locator("visible=true").first.bounding_box()
    on = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    off = {"x": on["x"], "y": on["y"] + box["height"] * 3}
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: dict) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    def size() -> str:
        return page.evaluate("document.documentElement.dataset.size")

    before = size()
    send("touchStart", on)
    send("touchMove", off)
    send("touchEnd")
    # It went down elsewhere and slid on to the key: that is no touch of it either.
    send("touchStart", off)
    send("touchMove", on)
    send("touchEnd")
    send("touchStart", on)
    page.wait_for_timeout(100)
    assert size() == before
    send("touchEnd")
    until(page, "before => document.documentElement.dataset.size !== before", before)


def test_no_script_asks_for_gestures_a_camera_a_microphone_or_a_place_TCH_3_SPK_14_PRV_5(
    page: Page,
) -> None:
    unwanted = (
        *("gesture", "touchmove", "touchstart", ".touches", "devicemotion"),
        *("getUserMedia", "SpeechRecognition", "geolocation", "navigator.credentials"),
    )
    for script in SCRIPTS.rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert [word for word in unwanted if word in text] == [], script.name
    # And none could: the browser refuses them to every page.
    for address in ("/", SAMPLE):
        answer = page.goto(address)
        policy = answer.headers["permissions-policy"].split(", ")
        assert {"camera=()", "microphone=()", "geolocation=()"} <= set(policy)


def test_letters_digits_and_signs_do_nothing_outside_a_field_KEY_7(page: Page) -> None:
    for address in ("/", SAMPLE, "/closing/"):
        page.goto(address)
        until(page, "document.documentElement.classList.contains('ready')")
        before = page.evaluate(STATE)
        # Without the signs of loudness, which a key profile may have and an operator may change.
        for sign in "abcdefghijklmnopqrstuvwxyzRPML0123456789,.;:/?!'[]()<>*#":
            page.keyboard.press(sign)
        assert page.evaluate(STATE) == before


def test_the_focus_is_seen_where_the_pointer_is_hidden_OPS_9(page: Page) -> None:
    page.goto(SAMPLE)
    page.evaluate("document.documentElement.style.cursor = 'none'")
    page.mouse.move(540, 900)
    page.mouse.click(540, 5)
    for _ in range(3):
        page.keyboard.press("Tab")
        width, kind = page.evaluate(
            "(s => [parseFloat(s.outlineWidth), s.outlineStyle])"
            "(getComputedStyle(document.activeElement))"
        )
        assert width >= 4
        assert kind != "none"


def test_one_voice_at_a_time_whatever_is_pressed_SPK_8(page: Page) -> None:
    page.goto(SAMPLE)
    page.locator('[data-do="play"]').locator("visible=true").first.click()
    until(page, f"{SOUNDING}.length === 1")
    for name in ("louder", "next", "size", "again", "page-on", "faster"):
        key = page.locator(f'[data-do="{name}"]').locator("visible=true")
        if key.count():
            key.first.click()
            for _ in range(4):
                assert len(page.evaluate(SOUNDING)) <= 1, name
                page.wait_for_timeout(30)


def test_what_was_chosen_goes_with_the_visitor_and_is_not_asked_again_COG_14(page: Page) -> None:
    page.goto(SAMPLE)
    for name in ("size", "faster", "louder"):
        key = page.locator(f'[data-do="{name}"]')
        key.first.evaluate("one => one.click()")
    page.goto("/settings/")
    page.locator('[data-do="theme-more"]').click()
    kept = "['size', 'theme', 'rate', 'volume'].map(k => JSON.parse(sessionStorage.visit)[k])"
    chosen = page.evaluate(kept)
    assert chosen == [4, "dark", 1.25, 7]
    for address in ("/t/medicines/", "/urgent/", "/"):
        page.goto(address)
        assert page.evaluate(kept) == chosen
        assert page.evaluate("document.documentElement.dataset.size") == "4"
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_what_is_not_there_is_named_told_of_and_leads_on_COG_13(page: Page) -> None:
    page.goto("/a/nothing-here/")
    main = page.locator("#main")
    expect(main.get_by_role("heading", level=1)).to_have_text("This is not here any more")
    assert len(main.locator("p").locator("visible=true").all_text_contents()) >= 1
    page.locator("a.key").locator("visible=true").first.click()
    page.wait_for_url(lambda address: "/a/" not in address)
