"""Audio mode: how it begins, what each screen says, headphones, the curtain, volume and time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.blind import Blind, sit_down, texts_of
from tests.journeys.conftest import SAMPLE, Installation, Watched, choose, product, until
from tests.journeys.test_spoken_screens import clips

__all__ = ["clips"]

Open = Callable[..., Watched]
PORTRAIT = {"width": 1080, "height": 1920}
ADVICE = "Always ask a health care professional what is right for you."
SCREENS = [
    *("/", "/t/medicines/", "/urgent/", "/closing/", "/a/nothing-here/"),
    *("/search/", "/settings/", "/help/"),
]


def screens(*quick: str) -> list[object]:
    """Return every screen as a parameter; the others than these run with ``--full``."""
    return product(lambda address: address in quick, [*SCREENS, SAMPLE])


ALL_PAUSED = "[...document.querySelectorAll('audio')].every(one => one.paused)"
ON = "document.documentElement.hasAttribute('data-audio')"
MARKED = "([...(CSS.highlights.get('sentence') ?? [])][0]?.toString() ?? '')"
# What is announced is marked as a whole, its sentence has the focus.
TOGETHER = f"""() => {{ const marked = {MARKED};
  // A field has its words beside it.
  const {{ labels, textContent }} = document.activeElement;
  const focused = labels?.[0]?.textContent || textContent;
  return document.activeElement !== document.body && marked.length > 0 &&
    (focused.includes(marked) || marked.includes(focused)); }}"""

PARTS = """(at => [at, ...at.querySelectorAll('*')].filter(one =>
  one.matches('.sentence, [data-prompt]') && one.checkVisibility())
  .map(one => one.textContent.trim()))(document.activeElement)"""
FIRST = """[...document.querySelectorAll('main .sentence[id], main [data-prompt]')].find(
  one => one.checkVisibility()).textContent.trim()"""


@pytest.fixture(scope="session")
def texts(installation: Installation, clips: dict) -> dict[str, str]:
    return texts_of(installation)


def visits(watched: Open, texts: dict[str, str], address: str = "/", **visit: object) -> Blind:
    """Somebody in audio mode on a screen, with an EZ Access pad."""
    visitor = sit_down(watched(viewport=PORTRAIT, has_touch=True), texts, "ez-access")
    choose(visitor.page, audio=True, spoke=True, told="text", **visit)
    visitor.page.goto(address)
    visitor.hears_something()
    return visitor


def shown_in_order(page: Page) -> list[str]:
    """Return the text of the accessibility tree: the text of the screen, then its keys, the bar last."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    parts: dict[str, list[str]] = {"": [], "contentinfo": [], "banner": []}

    def walk(node: dict, part: str) -> None:
        role = node.get("role", {}).get("value", "")
        if role in ("status", "ListMarker"):
            return
        if role == "StaticText" and not node["ignored"]:
            parts[part].append(node["name"]["value"].strip())
            return
        part = role if role in parts else part
        for child in node.get("childIds", []):
            if child in by_id:
                walk(by_id[child], part)

    walk(nodes[0], "")
    return [text for part in parts.values() for text in part if text]


@pytest.mark.parametrize("address", screens("/", "/urgent/"))
def test_what_is_seen_is_said_in_order_going_down_SPK_2_SPK_9_SPK_1(
    watched: Open, texts: dict[str, str], address: str
) -> None:
    visitor = visits(watched, texts, address)
    page = visitor.page
    for _ in range(20):
        visitor.press("up")
        if visitor.hears_something() == "The beginning.":
            break
    start = len(visitor.heard)
    first = page.evaluate(FIRST)
    for turn in range(150):
        visitor.press("down")
        if visitor.hears_something() == "The end.":
            break
        if turn % 4 == 0:
            until(page, TOGETHER)
        # All of a stop: its parts come one after the other.
        for part in page.evaluate(PARTS):
            visitor.hears(f"^{re.escape(part)}$")
    spoken = words(" ".join([first, *visitor.heard[start:]]))
    left = iter(spoken)
    for text in shown_in_order(page):
        if re.fullmatch(r"Page \d+ of \d+", text):
            # It has changed on the way, and was said as it was then.
            continue
        for word in words(text):
            assert any(word == one for one in left), f"{text!r} is not said in its place"


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_a_long_press_that_trembles_begins_audio_mode_AUD_1_SPK_16(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT, has_touch=True), texts, "ez-access")
    page = visitor.page
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        touch.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
        )

    # On a control it is a touch like any other, and a short one begins nothing.
    box = page.locator(".tile").first.bounding_box()
    send("touchStart", (box["x"] + 20, box["y"] + 20))
    page.wait_for_timeout(1200)
    send("touchCancel")
    send("touchStart", (500, 200))
    page.wait_for_timeout(300)
    send("touchEnd")
    page.wait_for_timeout(900)
    assert not page.evaluate(ON)
    send("touchStart", (500, 200))
    for step in range(6):
        page.wait_for_timeout(180)
        send("touchMove", (500 + 9 * (-1) ** step, 200 + 3 * step))
    until(page, ON)
    send("touchEnd")
    visitor.hears("Audio mode is on")
    # Letting go does not end the welcome, and the screen stays as it is (PRV-1).
    visitor.hears("Press down to go on")
    expect(page.locator("h1")).to_be_visible()


def test_speech_stops_with_a_key_before_the_next_begins_and_one_speaks_SPK_6_SPK_8(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = visits(watched, texts, SAMPLE)
    page = visitor.page
    page.evaluate(
        """() => { window.order = [];
          const play = HTMLMediaElement.prototype.play;
          HTMLMediaElement.prototype.play = function () {
            order.push(['play', [...document.querySelectorAll('audio')].filter(
              one => one !== this && !one.paused).length]);
            return play.call(this); };
          addEventListener('keydown', () => order.push(['key',
            [...document.querySelectorAll('audio')].filter(one => !one.paused).length])); }"""
    )
    for name in ("down", "louder", "select", "down", "next", "up", "help", "down"):
        until(page, f"!({ALL_PAUSED})")
        visitor.press(name)
        visitor.hears_something()
    order = page.evaluate("order")
    # Whatever begins is alone, and what a key begins has begun by the time it is dealt with, or nothing has.
    assert [count for what, count in order if what == "play"] == [0] * (len(order) - 8)
    assert max(count for _, count in order) <= 1
    assert len([what for what, _ in order if what == "key"]) == 8


def test_an_article_reads_itself_stops_goes_on_and_answers_between_SPK_7_AUD_6_AUD_10(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = visits(watched, texts, SAMPLE)
    page = visitor.page
    visitor.hears("^Clonazepam and depression")
    visitor.hears("^Always ask")
    visitor.press("select")
    visitor.hears("^Stopped")
    until(page, ALL_PAUSED)
    visitor.press("select")
    visitor.hears("^Always ask|^Sample")
    # A change of the voice is confirmed, and the reading goes on by itself, however often it is pressed.
    visitor.press("louder", "louder")
    visitor.hears("Volume 8 of 10")
    visitor.hears("^Always ask|^Sample|^If you think")
    for said in ("Volume 9 of 10", "Volume 10 of 10", "Loudest volume"):
        visitor.press("louder")
        visitor.hears(said)
    visitor.press("down")
    sentence = visitor.hears_something()
    visitor.press("select")
    visitor.hears("^Stopped")
    visitor.press("up", "down")
    visitor.hears(re.escape(sentence))


SILENT = """() => { window.began = 0;
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { window.began += 1; return play.call(this); };
  window.AudioContext = class { constructor() { window.began += 1; } }; }"""


@pytest.mark.parametrize("address", screens("/t/medicines/", SAMPLE))
def test_headphones_out_is_silence_until_somebody_chooses_the_loudspeaker_AUD_4_AUD_5(
    watched: Open, texts: dict[str, str], address: str
) -> None:
    visitor = visits(watched, texts, address)
    page = visitor.page
    visitor.press("down")
    visitor.key("F15")
    visitor.hears("Audio mode is on")
    assert page.evaluate("JSON.parse(sessionStorage.getItem('visit')).route") == "headphones"
    expect(page.locator("main")).to_be_visible()
    page.evaluate(SILENT)
    visitor.key("F16")
    assert page.evaluate(ALL_PAUSED)
    if address != "/closing/":
        expect(page.locator("#banner")).to_have_text(ADVICE)
    # Nothing that is done with keys is heard, and nothing goes on by itself.
    for key in ("F19", "F24", "F17", "F19", "F18", "F22"):
        visitor.key(key)
    page.wait_for_timeout(400)
    assert page.evaluate("window.began") == 0
    if address not in ("/urgent/", SAMPLE):
        return
    page.locator('[data-do="play"]').click()
    question = page.get_by_role("dialog", name="Read aloud through the loudspeaker?")
    expect(question).to_contain_text("People near you can hear it.")
    assert page.evaluate("window.began") == 0
    expect(question.get_by_role("button", name="Stay silent")).to_be_focused()
    question.get_by_role("button", name="Stay silent").click()
    page.locator("#text .sentence").first.click()
    question.get_by_role("button", name="Read aloud").click()
    until(page, f"!({ALL_PAUSED})")
    expect(question).to_be_hidden()


def test_on_the_way_out_nothing_is_said_after_headphones_were_pulled_out_AUD_4(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = visits(watched, texts, SAMPLE)
    page = visitor.page
    visitor.key("F15")
    visitor.hears("Audio mode is on")
    visitor.key("F16")
    for address in ("/closing/", "/t/medicines/", "/a/nothing-here/"):
        page.goto(address)
        page.wait_for_timeout(250)
        assert page.evaluate("window.heard") == []
    # In again, and it speaks.
    visitor.fresh = len(visitor.heard)
    visitor.key("F15")
    visitor.hears("Audio mode is on")


def test_the_curtain_covers_by_choice_is_spoken_and_ends_with_the_visit_PRV_2_PRV_1_KEY_8(
    watched: Open, texts: dict[str, str]
) -> None:
    opened = watched(viewport=PORTRAIT, has_touch=True)
    visitor = sit_down(opened, texts, "ez-access")
    page = visitor.page
    page.evaluate(
        """localStorage.setItem('device', JSON.stringify({version: 1, keys: {version: 1,
          keys: {F13: 'curtain', F14: 'audio', F19: 'down', F20: 'select'}}}))"""
    )
    page.reload()
    cover = page.locator("#curtain")
    visitor.key("F14")
    visitor.hears("Audio mode is on")
    expect(cover).to_be_hidden()
    visitor.key("F13")
    visitor.hears("^The screen is covered")
    expect(cover).to_be_visible()
    assert page.evaluate("document.elementFromPoint(500, 900).closest('#curtain') !== null")
    # Keys and speech go on, on the next screen too.
    visitor.goes_to("^Medicines")
    visitor.press("select")
    page.wait_for_url("**/t/medicines/")
    visitor.hears("^Medicines")
    expect(cover).to_be_visible()
    page.mouse.move(500, 900)
    page.mouse.down()
    page.wait_for_timeout(1200)
    expect(cover).to_be_hidden()
    page.mouse.up()
    visitor.hears("can be seen again")
    visitor.key("F13")
    visitor.hears("^The screen is covered")
    page.goto("/closing/")
    visitor.hears_something()
    visitor.goes_to("^Finish")
    visitor.press("select")
    page.wait_for_url(lambda url: "/closing/" not in url)
    expect(cover).to_be_hidden()
    # Off is said and seen, and then it is off (KEY-8).
    visitor.key("F14")
    visitor.hears("Audio mode is on")
    page.wait_for_timeout(600)
    visitor.key("F14")
    visitor.hears("Audio mode is off")
    expect(page.locator("#status")).to_have_text("Audio mode is off.")
    until(page, f"!({ON})")


def test_measured_levels_are_decibels_six_to_65_and_four_above_AUD_8_AUD_9_AUD_11(
    watched: Open, texts: dict[str, str]
) -> None:
    page = watched(viewport=PORTRAIT).page()
    page.goto("/")
    module = page.evaluate(
        "performance.getEntriesByType('resource').map(one => one.name)"
        ".find(one => /volume[.\\w]*\\.js/.test(one))"
    )
    gains = "async ([module, way]) => { const {gainOf, decibelsOf} = await import(module);"
    gains += (
        " return [...Array(10).keys()].map(n => [decibelsOf(n + 1, way), gainOf(n + 1, way)]); }"
    )
    # Without a record nothing is claimed.
    assert page.evaluate(gains, [module, "speaker"]) == [
        [None, pytest.approx((level + 1) / 10)] for level in range(10)
    ]
    page.evaluate(
        """localStorage.setItem('device', JSON.stringify({version: 1, loudness:
          {speaker: {maxDb: 85}, headset: {maxDb: 100}}}))"""
    )
    page.reload()
    for way, least, most in (("speaker", 45, 85), ("headphones", 20, 100)):
        rows = page.evaluate(gains, [module, way])
        loud = [row[0] for row in rows]
        assert (loud[0], loud[5], loud[9]) == (least, 65, most)
        steps = [b - a for a, b in itertools.pairwise(loud)]
        assert all(0 < step <= 10 for step in steps)
        for level, gain in rows:
            assert gain == pytest.approx(10 ** ((level - most) / 20))
    assert page.evaluate("JSON.parse(sessionStorage.getItem('visit')).volume") == 6


def test_the_question_waits_five_minutes_not_while_it_speaks_and_any_key_answers_TIM_1_TIM_2_TIM_3_AUD_4(
    watched: Open, texts: dict[str, str]
) -> None:
    visitor = sit_down(watched(viewport=PORTRAIT), texts, "ez-access")
    page = visitor.page
    choose(page, audio=True, spoke=True, told="text")
    page.clock.install()
    page.goto("/t/medicines/")
    visitor.hears("^Medicines")
    until(page, ALL_PAUSED)
    page.clock.run_for(10_000)
    until(page, ALL_PAUSED)
    page.clock.run_for(280_000)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.clock.run_for(30_000)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.clock.run_for(1000)
    visitor.hears("Are you still there")
    focus = page.evaluate("document.activeElement.textContent")
    visitor.press("down")
    expect(page.get_by_role("dialog")).to_be_hidden()
    # It moves nothing, and is answered (COG-10).
    visitor.hears("You can go on")
    assert page.url.endswith("/t/medicines/")
    assert focus
    # Headphones that are pulled out while it asks: silence, no chime either (AUD-4).
    until(page, ALL_PAUSED)
    page.clock.run_for(301_000)
    page.clock.run_for(1000)
    visitor.hears("Are you still there")
    page.evaluate(SILENT)
    visitor.key("F16")
    page.clock.run_for(340_000)
    assert page.evaluate(ALL_PAUSED)
    assert page.evaluate("window.began") == 0


def test_where_am_i_says_the_screen_the_page_and_the_item_COG_7_COG_11(
    watched: Open, texts: dict[str, str]
) -> None:
    opened = watched(viewport=PORTRAIT)
    visitor = sit_down(opened, texts, "keyboard")
    page = visitor.page
    choose(page, audio=True, spoke=True, told="text")
    page.goto(SAMPLE)
    visitor.hears("^Clonazepam and depression")
    visitor.press("next", "next", "next")
    visitor.hears("^Page 4 of")
    visitor.press("pause")
    visitor.hears("^Stopped")
    visitor.press("where")
    visitor.hears("^Clonazepam and depression")
    visitor.hears("^Page 4 of")
    visitor.press("back")
    visitor.hears("^Page 3 of")
    visitor.goes_to("^Back one", by="next")
    visitor.press("where")
    visitor.hears("^Item 1$")
    visitor.hears(r"^of \d+ in all$")
