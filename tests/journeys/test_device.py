"""At an installed screen: calibrated with a card, a keypad learned, and the screen measuring itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SAMPLE, Installation, Watched, until
from tests.journeys.test_accessibility import violations

Open = Callable[..., Watched]
SCREENS = [(1280, 800), (1080, 1920), (1920, 1080)]
STRICT = {"rules": {"color-contrast-enhanced": {"enabled": True}}}


@pytest.fixture(scope="module")
def pin(installation: Installation) -> str:
    return installation.manage("staff_pin").stdout.split()[-1]


def enter(page: Page, pin: str, address: str) -> None:
    page.goto(address)
    for digit in pin:
        page.get_by_role("button", name=digit, exact=True).click()
    page.get_by_role("button", name="Open").click()
    page.wait_for_url(f"**{address}")


def press(page: Page, *keys: str) -> None:
    """Press keys as a keypad sends them; the driver has no names for most of them."""
    cdp = page.context.new_cdp_session(page)
    for key in keys:
        event = {"key": key, "code": key, "windowsVirtualKeyCode": 111 + int(key[1:])}
        cdp.send("Input.dispatchKeyEvent", {"type": "keyDown", **event})
        # Held: it counts once all the same.
        cdp.send("Input.dispatchKeyEvent", {"type": "keyDown", "autoRepeat": True, **event})
        cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})


def device(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('device')") or "{}")


def fits(page: Page) -> None:
    """At each screen everything is large enough for fingers, and nothing is wider than the screen."""
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        small = page.evaluate(
            """() => { const mm = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
              const small = [...document.querySelectorAll('main button, .feet button, main a[href], .top a, .top button')]
                .filter(one => one.checkVisibility()).map(one => [one.textContent.trim(), one.getBoundingClientRect()])
                .filter(([, box]) => Math.min(box.width, box.height) < 12.7 * mm - 0.5).map(([text]) => text);
              const over = document.documentElement.scrollWidth - innerWidth;
              return over > 0 ? [...small, `${over} px too wide`] : small; }"""
        )
        assert small == [], (width, height)
    page.set_viewport_size({"width": 1280, "height": 800})


def test_the_printed_pin_of_the_first_start_is_shown_where_passwords_are(
    installation: Installation,
) -> None:
    assert re.search(r"^\s+PIN\s+\d{6}$", "\n".join(installation.printed), re.M)


def test_a_screen_is_calibrated_by_touch_with_a_card_and_the_profile_is_kept_AUD_11(
    watched: Open, pin: str
) -> None:
    context = watched(viewport={"width": 1280, "height": 800})
    page = context.page()
    page.goto("/device/")
    assert violations(page, STRICT) == []
    fits(page)
    enter(page, pin, "/device/")
    page.get_by_role("button", name="Calibrate").click()
    on = page.get_by_role("button", name="Next", exact=True)
    on.click()
    expect(page.get_by_role("alert")).to_contain_text("Name of the screen: Enter where it stands")
    page.locator("#name").click()
    for letter in "Hall":
        page.locator(".letters .key", has_text=re.compile(f"^{letter}$", re.I)).first.click()
    page.get_by_role("button", name="Next field").click()
    page.keyboard.type("A. Smith")
    expect(page.locator("#name")).to_have_value("Hall")
    assert violations(page, STRICT) == []
    fits(page)
    on.click()
    # A card that is 460 pixels wide on this screen: dragged near, then a pixel at a time.
    card = page.locator("#card")
    box = card.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] - 8, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + 455 - 8, box["y"] + 50)
    page.mouse.up()
    while card.bounding_box()["width"] < 459.5:
        page.get_by_role("button", name="Larger", exact=True).click()
    fits(page)
    on.click()
    scale = 460 / 85.6
    assert page.locator("#ruler").bounding_box()["width"] == pytest.approx(100 * scale, abs=0.6)
    on.click()
    page.locator("#distanceMm").fill("299")
    on.click()
    expect(page.get_by_role("alert")).to_contain_text(
        "Viewing distance: Enter whole millimetres from 300"
    )
    page.locator("#distanceMm").fill("590")
    page.get_by_role("button", name="10 mm more").click()
    expect(page.locator("#distance-says")).to_contain_text("capitals must be 7.3 mm high")
    fits(page)
    on.click()
    page.locator("#bottomMm").fill("900")
    # The picture is 800 / 5.374 = 149 mm high: all of it from 900 to 1049 mm.
    expect(page.locator("#height-says")).to_contain_text("100 % lies from 800 to 1100 mm")
    # The PIN's time runs out on the way: what was typed is there when it has been entered again.
    page.context.clear_cookies()
    page.reload()
    enter(page, pin, "/device/")
    expect(page.locator("#bottomMm")).to_have_value("900")
    on.click()
    page.locator("#speaker").fill("85")
    fits(page)
    on.click()
    on.click()
    page.get_by_text("Always").click()
    on.click()
    assert violations(page, STRICT) == []
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#standing")).to_contain_text("Saved for this screen, with record")
    kept = device(page)
    assert kept["pxPerMm"] == pytest.approx(scale, abs=0.006)
    assert (kept["version"], kept["name"], kept["calibratedBy"]) == (1, "Hall", "A. Smith")
    assert (kept["distanceMm"], kept["bottomMm"], kept["reach"]) == (600, 900, True)
    assert kept["loudness"]["speaker"] == {
        "maxDb": 85,
        "on": kept["calibratedOn"],
        "by": "A. Smith",
    }
    page.get_by_role("link", name="Earlier calibrations").click()
    page.get_by_role("link", name=re.compile("Hall")).first.click()
    expect(page.get_by_text("85 dB, on")).to_be_visible()
    assert violations(page, STRICT) == []
    page.goto("/device/")
    page.get_by_role("button", name="Clear this screen").click()
    page.get_by_role("button", name="Clear", exact=True).click()
    page.wait_for_load_state()
    assert device(page) == {}
    page.get_by_role("button", name="Done").click()
    page.wait_for_url("**/")
    assert [one["name"] for one in page.context.cookies()] == []
    assert context.errors == []


def test_the_test_sound_is_as_loud_as_speech_and_stops_when_one_goes_on_AUD_11(
    watched: Open, pin: str
) -> None:
    page = watched().page()
    enter(page, pin, "/device/")
    source = page.evaluate("document.querySelector('script[type=module][src*=calibration]').src")
    found = page.evaluate(
        """async source => { const text = await (await fetch(source)).text();
          const sound = await import(new URL(text.match(/\\.\\/sound[^"]*\\.js/)[0], source));
          const buffer = await sound.noise();
          const samples = buffer.getChannelData(0);
          const lufs = await sound.loudnessOf(samples);
          await sound.start();
          const on = sound.isPlaying();
          sound.stop();
          return {lufs, peak: samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0), on, off: !sound.isPlaying()}; }""",
        source,
    )
    assert found["lufs"] == pytest.approx(-19, abs=0.1)
    assert found["peak"] <= 1 and found["on"] and found["off"]


def test_a_keypad_is_learned_by_pressing_its_keys_once_KEY_7_KEY_9(
    watched: Open, pin: str, tmp_path: Path
) -> None:
    context = watched(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    page = context.page()
    enter(page, pin, "/device/keys/")
    assert violations(page, STRICT) == []
    fits(page)
    page.get_by_role("button", name="Learn two switches").click()
    expect(page.get_by_role("heading")).to_contain_text("Move on")
    press(page, "F13")
    expect(page.get_by_role("heading")).to_contain_text("Select")
    press(page, "F13")
    expect(page.locator("#asked-says")).to_contain_text("F13 is used already")
    page.keyboard.press("x")
    expect(page.locator("#asked-says")).to_contain_text("WCAG 2.1.4")
    page.keyboard.press("Shift")
    expect(page.locator("#asked-says")).to_contain_text("together with other keys")
    assert violations(page, STRICT) == []
    press(page, "F14")
    press(page, "F14")
    expect(page.locator("#tried")).to_have_text("F14 means: Select")
    press(page, "F20")
    expect(page.locator("#tried")).to_have_text("F20 means nothing")
    page.get_by_role("button", name="Save for this screen").click()
    assert device(page)["keys"] == {
        "version": 1, "name": "learned", "keys": {"F13": "move", "F14": "select"},
        "ignoreRepeat": True, "twiceMs": 500,
    }  # fmt: skip
    page.get_by_role("button", name="Learn a keypad").click()
    press(page, "F18", "F19", "F20")
    for _ in range(5):
        page.get_by_role("button", name="Skip this one").click()
    page.get_by_role("button", name="That is all").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "keypad.json"
    download.value.save_as(file)
    saved = json.loads(file.read_text())
    assert saved["keys"] == {"F18": "up", "F19": "down", "F20": "select"}
    page.get_by_role("button", name="Choose again").click()
    for text, why in (
        ("{", "It is no JSON"),
        (json.dumps({**saved, "keys": {"F18": "explode"}}), 'means "explode"'),
        (json.dumps({**saved, "keys": {"a": "select", "b": "down"}}), "is a letter"),
        (json.dumps({**saved, "keys": {"F18": "up"}}), 'No key means "select"'),
    ):
        bad = tmp_path / "bad.json"
        bad.write_text(text)
        page.locator("#file").set_input_files(bad)
        expect(page.locator("#file-says")).to_contain_text(why)
    page.locator("#file").set_input_files(file)
    page.get_by_role("button", name="Save for this screen").click()
    assert device(page)["keys"] == saved
    page.get_by_role("button", name="EZ Access keypad").first.click()
    press(page, "F17")
    expect(page.locator("#tried")).to_have_text("F17 means: Help")
    assert context.errors == []


CAPS = """() => { const pen = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(document.querySelector('#text p .sentence'));
  pen.font = `${style.fontWeight} 1000px ${style.fontFamily}`;
  return pen.measureText('H').actualBoundingBoxAscent / 1000 * parseFloat(style.fontSize); }"""


def test_the_selfcheck_measures_the_real_screens_and_keeps_what_it_found(
    watched: Open, pin: str
) -> None:
    context = watched(viewport={"width": 1080, "height": 1920})
    page = context.page()
    profile = {
        "version": 1, "name": "Hall", "pxPerMm": 3.61, "distanceMm": 600, "bottomMm": 700,
        "loudness": {"speaker": {"maxDb": 85, "on": "2026-11-27", "by": "A. Smith"}},
    }  # fmt: skip
    page.goto(SAMPLE)
    page.evaluate("profile => localStorage.setItem('device', JSON.stringify(profile))", profile)
    page.reload()
    # The same figures, found here by other means: what the selfcheck says must be them.
    caps = {}
    for size in "1234":
        page.evaluate("size => document.documentElement.dataset.size = size", size)
        caps[size] = page.evaluate(CAPS) / 3.61
    enter(page, pin, "/selfcheck/")
    assert violations(page, STRICT) == []
    fits(page)
    page.set_viewport_size({"width": 1080, "height": 1920})
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("alert")).to_contain_text("Your name")
    page.locator("#by").fill("A. Smith")
    page.get_by_role("button", name="Start").click()
    until(page, "document.getElementById('measuring').hidden", seconds=90)
    expect(page.locator("#trouble")).to_be_hidden()
    expect(page.locator("#kept")).to_contain_text("Kept on the server as record")
    rows = page.evaluate(
        """[...document.querySelectorAll('#results tbody tr')].map(row =>
          [...row.cells].map(cell => cell.textContent))"""
    )
    found: dict[str, list[list[str]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    for (size, mm), row in zip(caps.items(), found["TXT-4"], strict=True):
        assert row[1].endswith(f"size {size}")
        assert float(row[2].split()[0]) == pytest.approx(mm, abs=0.02)
        assert row[4] == "pass"
    most = found["TXT-1"][1]
    assert f"{180 * caps['4'] / (3.14159265 * 600):.2f} degrees" in most[2] and most[4] == "pass"
    assert "here 7.33 mm" in most[3]
    measured = [row for row in rows if row[4] != "by hand"]
    for rule in ("TCH-1", "TXT-5", "SPK-8", "TIM-7", "AUD-7"):
        assert {row[4] for row in measured if row[0] == rule} == {"pass"}, found[rule]
    # How soon is the machine's matter here; that it falls silent is not.
    for rule in ("SPK-16", "SPK-6", "AUD-4"):
        assert re.fullmatch(r"[0-9, ]+ ms", found[rule][0][2]), found[rule]
    # A gain of 1 was measured at 85 dB: the figures follow from the gains alone.
    assert found["AUD-7"][0][2] == "85.0 dB"
    assert [row[4] for row in found["AUD-8"]] == ["pass", "not measured"]
    assert "Not claimed" in found["AUD-8"][1][2]
    assert found["RCH-2"][0][4] == "by hand"
    record = page.locator("#kept").text_content()
    page.goto(f"/selfcheck/records/{re.search(r'[0-9]+', record)[0]}/")
    kept = page.locator("#results tbody tr")
    assert kept.count() == len(rows)
    assert violations(page, STRICT) == []
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert context.errors == []
