"""Keys: profiles as data, which presses count, and what each does to what is heard and focused."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.blind import AGAIN_S, PROFILES, sit_down, texts_of
from tests.journeys.conftest import SAMPLE, Installation, Watched, choose, until
from tests.journeys.test_spoken_screens import clips

__all__ = ["clips"]

Open = Callable[..., Watched]
STATIC = Path(__file__).resolve().parent.parent.parent / "kiosk" / "static" / "kiosk"
ACTIONS = {
    "up",
    "down",
    "select",
    "back",
    "next",
    "help",
    "quieter",
    "louder",
    "slower",
    "faster",
    "pause",
    "repeat",
    "where",
    "audio",
    "language",
    "curtain",
    "move",
    "headphones-in",
    "headphones-out",
    "urgent",
    "finish",
}
PORTRAIT = {"width": 1080, "height": 1920}
FOCUS = "document.activeElement.textContent.trim()"


def shipped() -> dict[str, dict]:
    return {file.stem: json.loads(file.read_text()) for file in (STATIC / "keys").glob("*.json")}


@pytest.fixture(scope="session")
def texts(installation: Installation, clips: dict) -> dict[str, str]:
    return texts_of(installation)


def test_every_shipped_profile_is_complete_and_has_no_printable_letter_KEY_7_KEY_9() -> None:
    found = shipped()
    assert set(found) == {"keyboard", "ez-access", "audionav", "two-switch", "remote"}
    for name, profile in found.items():
        assert (profile["version"], profile["name"], profile["ignoreRepeat"]) == (1, name, True)
        assert profile["twiceMs"] == 500
        assert set(profile["keys"].values()) <= ACTIONS, name
        # A space is no letter, and selects on every keyboard.
        assert [key for key in profile["keys"] if len(key) == 1 and key != " "] == []
        least = (
            {"move", "select"} if name == "two-switch" else {"up", "down", "select", "back", "next"}
        )
        assert least | {"headphones-in", "headphones-out"} <= set(profile["keys"].values()), name
    for name, keys in PROFILES.items():
        for action, key in keys.items():
            assert found[name]["keys"][key] == action


def test_without_any_set_up_a_keyboard_and_an_ez_access_pad_work_KEY_1() -> None:
    source = (STATIC / "js" / "keys.js").read_text()
    table = re.search(r"export const USUAL = (\{.*?\n\});".replace(r"\}", "}"), source, re.S)
    assert table is not None
    said = subprocess.run(
        ["node", "-e", f"const TWICE_MS = 500; console.log(JSON.stringify({table[1]}))"],
        check=True,
        capture_output=True,
        text=True,
    )
    found = shipped()
    assert json.loads(said.stdout)["keys"] == found["keyboard"]["keys"] | found["ez-access"]["keys"]


def test_a_held_or_double_press_counts_once_and_up_and_down_only_move_KEY_3_KEY_6_TCH_5(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT), texts, "ez-access")
    page = visitor.page
    visitor.press("down")
    visitor.hears("Press down to hear")
    visitor.key("F19", held=8)
    visitor.hears("^Medicines")
    # The same key soon again is meant, where people press it in a row.
    visitor.press("down", "up")
    visitor.hears("^Medicines")
    # Select twice within half a second is one touch: it does not open what comes under it.
    address = page.url
    visitor.goes_to("^Español", by="back")
    visitor.goes_to("^Text size")
    visitor.fresh = len(visitor.heard)
    for _ in range(2):
        visitor.key("F20")
    visitor.hears("Text size 4 of 4")
    page.wait_for_timeout(200)
    assert page.locator("html").get_attribute("data-size") == "4"
    # Up and down act on nothing, to the end and beyond it (KEY-6).
    last = ""
    for _ in range(60):
        visitor.press("down")
        visitor.hears_something()
        if visitor.listen()[0] == "The end.":
            break
        before, last = last, visitor.listen()[0]
    assert last == before
    assert page.url == address
    visitor.press("down")
    visitor.hears("The end.")
    for _ in range(60):
        visitor.press("up")
        visitor.hears_something()
        if visitor.listen()[0] == "The beginning.":
            break
    visitor.hears("The beginning.")
    visitor.press("down")
    assert visitor.hears_something() != "The beginning."


def test_what_is_this_key_names_it_and_does_nothing_KEY_5_COG_6(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT), texts, "ez-access")
    page = visitor.page
    visitor.press("help")
    visitor.hears("Press down to hear it|Press down to hear them")
    address, focus = page.url, page.evaluate(FOCUS)
    for name in ("up", "down", "select", "back", "next", "quieter", "louder"):
        visitor.press("help")
        visitor.hears_something()
        visitor.press(name)
        said = visitor.hears_something()
        assert said.lower().startswith(name)
        # It is shown as well, as long as it is said (SPK-13).
        expect(page.locator("#status")).to_have_text(said)
        assert (page.url, page.evaluate(FOCUS)) == (address, focus)
    assert page.evaluate("JSON.parse(sessionStorage.getItem('visit')).volume") == 6
    visitor.press("help")
    visitor.hears_something()
    # Twice: the help pages.
    with page.expect_navigation(url="**/help/"):
        visitor.press("help")


def test_letters_do_nothing_and_a_text_field_keeps_its_own_keys_KEY_7_KEY_2(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT), texts, "keyboard")
    page = visitor.page
    page.keyboard.type("hjkl lmapr 1234567890 -=[],.")
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.dataset.audio ?? null") is None
    visitor.press("down")
    visitor.hears("Press down to hear")
    focus = page.evaluate(FOCUS)
    page.keyboard.type("hjklmapr1234567890-=[],.")
    page.wait_for_timeout(200)
    assert (page.evaluate(FOCUS), page.url.endswith("/")) == (focus, True)
    # Together with another key, a key is the browser's.
    page.keyboard.press("Shift+Control+ArrowDown")
    assert page.evaluate(FOCUS) == focus
    page.evaluate(
        """() => { const field = document.createElement('input');
          field.setAttribute('aria-label', 'Search');
          document.querySelector('main h1').after(field); field.focus(); }"""
    )
    page.keyboard.type("a  b")
    page.keyboard.press("Home")
    page.keyboard.type("x")
    assert page.locator("main input").input_value() == "xa  b"
    visitor.press("down")
    visitor.hears_something()
    assert page.evaluate(FOCUS) != ""


def test_two_switches_go_round_all_that_can_be_chosen_KEY_9_KEY_2(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT), texts, "two-switch")
    visitor.press("move")
    visitor.hears("The first switch moves on")
    visitor.goes_to("^Medicines")
    said = []
    while not said or said[-1] != "Medicines":
        visitor.press("move")
        said.append(visitor.hears_something())
    shown = visitor.page.evaluate(
        "[...document.querySelectorAll('a, button')].filter(one => one.checkVisibility())"
        ".map(one => one.innerText.trim().split('\\n')[0])"
    )
    assert sorted({one for one in shown if one} - set(said)) == []


def test_keys_work_without_speech_where_audio_mode_is_off_and_are_no_trap_KEY_1_KEY_2(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT), texts, "keyboard")
    page = visitor.page
    page.goto(SAMPLE)
    page.keyboard.press("F4")
    expect(page.locator("#status")).to_have_text("Volume 7 of 10")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.wait_for_timeout(200)
    assert visitor.listen() == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/urgent/")
    # In audio mode the tabulator still moves, and what it comes to is said (SPK-9).
    choose(page, audio=True, spoke=True)
    page.reload()
    visitor.hears("You need help at once")
    visitor.fresh = len(visitor.heard)
    page.keyboard.press("Tab")
    visitor.hears_something()
    until(page, "document.activeElement.matches('a, button')")


def test_word_by_word_needs_no_held_touch_KEY_1(watched: Open, texts: dict[str, str]) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT), texts, "ez-access")
    page = visitor.page
    visitor.press("help")
    visitor.hears_something()
    page.goto(SAMPLE)
    visitor.hears("This is read to you now")
    visitor.goes_to("^Again, slowly", by="back")
    visitor.chooses("^Word by word")
    visitor.hears("Down says the next word")
    word = page.locator("#word .held")
    expect(word).to_have_text("Clonazepam", timeout=15_000)
    visitor.press("down")
    expect(word).to_have_text("and")
    visitor.hears("^… Clonazepam and depression")
    visitor.press("up")
    expect(word).to_have_text("Clonazepam")
    visitor.press("select")
    expect(page.locator("#word")).to_be_hidden()
    visitor.hears("^Clonazepam and depression")
    assert page.evaluate("document.getElementById('voice').paused")
    page.wait_for_timeout(1000 * AGAIN_S)
