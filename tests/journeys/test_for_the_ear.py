"""Slower, again, one at a time, a word by itself, and what is announced: in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import ONCE_MS, SAMPLE, Watched, choose, until
from tests.journeys.test_accessibility import violations
from tests.journeys.test_listening import press, said, voice, wait_speaking

Open = Callable[..., Watched]
WAITS = """window.waits = [];
const real = setTimeout;
window.setTimeout = (act, ms, ...rest) => { window.waits.push(ms); return real(act, ms, ...rest); };
"""
SAYS = """url => { const voice = document.getElementById('voice');
  return !voice.paused && voice.currentSrc.endsWith(url); }"""
MIDDLE_OF = """([id, word]) => { const element = document.getElementById(id);
  const range = document.createRange();
  const at = element.firstChild.data.indexOf(word);
  range.setStart(element.firstChild, at);
  range.setEnd(element.firstChild, at + word.length);
  const box = range.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2]; }"""
ADVICE = "closing-advice-2"


@pytest.fixture
def page(watched: Open) -> Page:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.goto(SAMPLE)
    return page


def items(page: Page) -> list[dict]:
    return json.loads(page.locator("#data").text_content())["sentences"]


def times(row: list[int]) -> list[tuple[int, int, int]]:
    """Return when each word of an item begins and ends, and its offset."""
    found, ms, at = [], 0, 0
    for index in range(0, len(row), 4):
        wait, long, gap, length = row[index : index + 4]
        found.append((ms + wait, ms + wait + long, at + gap))
        ms, at = ms + wait + long, at + gap + length
    return found


def status(page: Page, text: str) -> None:
    expect(
        page.locator("#status").filter(has_text=re.compile(f"^{re.escape(text)}$"))
    ).to_be_visible()


def test_slower_first_lengthens_the_pauses_and_then_stretches_SPK_17(watched: Open) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.add_init_script(WAITS)
    page.goto(SAMPLE)
    for way, steps in (
        (
            "slower",
            [
                ("Longer pauses", 1),
                ("Longest pauses", 1),
                ("Three quarters of the usual speed", 0.75),
            ],
        ),
        ("faster", [("Longest pauses", 1), ("Longer pauses", 1)]),
    ):
        for words, rate in steps:
            press(page, way)
            status(page, words)
            assert voice(page, "playbackRate") == rate
    first, second = items(page)[:2]
    page.evaluate("waits.length = 0")
    page.locator(f"#{first['id']}").click()
    until(page, SAYS, second["url"])
    assert 2 * first["pause"] in page.evaluate("waits")
    press(page, "faster")
    status(page, "Usual speed")
    page.reload()
    assert voice(page, "playbackRate") == 1


def test_again_slowly_says_this_sentence_half_as_fast_and_the_next_as_usual_SPK_7(
    page: Page,
) -> None:
    choose(page, rate=2)
    page.reload()
    page.locator("#s1").click()
    wait_speaking(page, 0.8)
    press(page, "slowly")
    assert float(voice(page, "currentTime")) < 0.8
    wait_speaking(page)
    assert (said(page), voice(page, "playbackRate")) == ("Clonazepam and depression", 1)
    until(page, SAYS, items(page)[1]["url"])
    assert voice(page, "playbackRate") == 2
    press(page, "slowly")
    press(page, "again")
    assert voice(page, "playbackRate") == 2
    choose(page, rate=0.75)
    page.reload()
    press(page, "slowly")
    # It never gets slower than the slowest speed there is.
    assert voice(page, "playbackRate") == 0.5


def test_one_sentence_at_a_time_waits_behind_each_and_goes_on_with_one_press(page: Page) -> None:
    choose(page, rate=2)
    page.reload()
    key = page.get_by_role("button", name="One at a time")
    key.click()
    status(page, "One sentence at a time")
    expect(key).to_have_attribute("aria-pressed", "true")
    page.locator("#s1").click()
    go_on = page.get_by_role("button", name="Go on")
    expect(go_on).to_be_visible(timeout=20_000)
    # What has been said is still the sentence that Again repeats.
    assert (said(page), voice(page, "paused")) == ("Clonazepam and depression", True)
    press(page, "again")
    wait_speaking(page)
    assert said(page) == "Clonazepam and depression"
    expect(go_on).to_be_visible(timeout=20_000)
    go_on.click()
    wait_speaking(page)
    assert said(page).startswith("Always ask")
    page.goto("/urgent/")
    expect(key).to_have_attribute("aria-pressed", "true")
    key.click()
    status(page, "Reads on by itself")
    expect(key).to_have_attribute("aria-pressed", "false")


def test_what_is_announced_is_said_in_order_shown_and_no_sentence_by_itself_SPK_13(
    page: Page,
) -> None:
    choose(page, single=True)
    page.reload()
    listed = items(page)
    texts = [one["text"] for one in listed if "of" in one]
    assert texts[:3] == ["Warning:", "Part 1 of 8.", "List of 2 points."]
    at = next(index for index, one in enumerate(listed) if one.get("text") == "List of 2 points.")
    before, announcement, point = listed[at - 1 : at + 2]
    assert announcement["of"] == point["id"]
    while page.locator(f"#{before['id']}").bounding_box()["x"] > 1080:
        press(page, "page-on")
    page.locator(f"#{before['id']}").click()
    page.get_by_role("button", name="Go on").click(timeout=20_000)
    until(page, SAYS, announcement["url"])
    caption = page.locator("#caption")
    expect(caption).to_have_text("List of 2 points.")
    expect(caption).to_be_visible()
    assert "".join(said(page).split()) == "anxietydisordersseizures"
    # An announcement and what it announces are one: nobody has to press between them.
    until(page, SAYS, point["url"])
    expect(caption).to_be_hidden()
    expect(page.get_by_role("button", name="Go on")).to_be_visible(timeout=20_000)
    press(page, "previous")
    until(page, SAYS, point["url"])
    page.wait_for_timeout(ONCE_MS)
    press(page, "previous")
    until(page, SAYS, before["url"])


def with_term(page: Page) -> dict:
    """Have the page carry a term of the glossary, whose meaning is said by a clip of its own."""
    meaning = {**items(page)[3], "id": "term-1", "text": "Somebody who is trained to help."}

    def carry(route: Route) -> None:
        body = route.fetch().text()
        term = {"words": ["Health care professional"], "sentences": [meaning]}
        route.fulfill(
            body=body.replace('"terms": [', f'"terms": [{json.dumps(term)}, ', 1),
            content_type="text/html; charset=utf-8",
        )

    page.route(f"**{SAMPLE}", carry)
    page.reload()
    page.unroute(f"**{SAMPLE}")
    return meaning


def test_a_word_that_is_held_is_said_alone_slowly_with_its_meaning(page: Page) -> None:
    meaning = with_term(page)
    advice = items(page)[1]
    panel = page.locator("#word")
    press(page, "play")
    wait_speaking(page, 0.2)
    page.evaluate(
        """window.heard = []; for (const type of ['play', 'pause']) document.getElementById('voice-word')
          .addEventListener(type, ({target}) => heard.push([type, target.currentTime * 1000,
            target.playbackRate, target.preservesPitch]))"""
    )
    page.mouse.move(*page.evaluate(MIDDLE_OF, [ADVICE, "care"]))
    page.mouse.down()
    expect(panel).to_be_visible()
    # What was being read has stopped; nothing else is read when the finger goes up.
    assert voice(page, "paused") is True
    page.mouse.up()
    expect(panel.locator(".held")).to_have_text("health care professional")
    expect(panel.locator(".meaning")).to_have_text(meaning["text"])
    assert violations(page) == []
    until(
        page,
        "url => { const one = document.getElementById('voice-meaning');"
        " return Boolean(one) && !one.paused && one.currentSrc.endsWith(url); }",
        meaning["url"],
    )
    (begun, began, rate, pitch), (ended, end, *_) = page.evaluate("heard")
    words = {advice_word(offset): (start, stop) for start, stop, offset in times(advice["words"])}
    assert (begun, ended, rate, pitch) == ("play", "pause", 0.5, True)
    assert abs(began - words["health"][0]) < 30
    assert words["professional"][0] < end < words["what"][1]
    assert voice(page, "paused") is True
    page.mouse.click(540, 1000)
    expect(panel).to_be_hidden()
    # The touch that closes it reads nothing either.
    page.wait_for_timeout(100)
    assert page.evaluate("[...document.querySelectorAll('audio')].every(one => one.paused)")


def advice_word(offset: int) -> str:
    text = "Always ask a health care professional what is right for you."
    return re.match(r"\w+", text[offset:])[0]


def test_a_held_word_closes_by_itself_and_a_touch_that_moves_or_is_short_holds_none_TCH_6(
    watched: Open,
) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}, has_touch=True).page()
    page.clock.install()
    page.goto(SAMPLE)
    page.evaluate(
        "window.menus = []; addEventListener('contextmenu', event =>"
        " setTimeout(() => menus.push(event.defaultPrevented)))"
    )
    panel = page.locator("#word")
    x, y = page.evaluate(MIDDLE_OF, [ADVICE, "professional"])
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": left, "y": top} for left, top in places]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    finger("touchStart", (x, y))
    finger("touchMove", (x + 60, y))
    page.clock.run_for(700)
    finger("touchEnd")
    expect(panel).to_be_hidden()
    finger("touchStart", (x, y))
    page.clock.run_for(700)
    expect(panel).to_be_visible()
    finger("touchEnd")
    assert page.evaluate("getSelection().toString()") == ""
    until(page, "document.getElementById('voice-word').currentTime > 0")
    page.clock.run_for(2000)
    until(page, "document.getElementById('voice-word').paused", seconds=10)
    expect(panel).to_be_visible()
    page.clock.run_for(20_000)
    expect(panel).to_be_hidden()
    assert all(page.evaluate("menus"))


def test_a_browser_without_opus_is_given_wav(watched: Open) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.add_init_script("HTMLMediaElement.prototype.canPlayType = () => '';")
    page.goto(SAMPLE)
    until(page, "document.getElementById('voice').currentSrc.endsWith('.wav')")
    press(page, "play")
    wait_speaking(page, 0.1)
