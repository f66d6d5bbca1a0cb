"""The keys of the voice, each pressed in a real browser with the real clips."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import ONCE_MS, SAMPLE, Watched, until

Open = Callable[..., Watched]


@pytest.fixture
def page(watched: Open) -> Page:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.goto(SAMPLE)
    return page


def voice(page: Page, what: str) -> object:
    return page.evaluate(f"document.getElementById('voice').{what}")


def said(page: Page) -> str:
    return page.evaluate("[...(CSS.highlights.get('sentence') ?? [])][0]?.toString() ?? ''")


def wait_speaking(page: Page, after: float = 0.0) -> None:
    until(
        page,
        "after => { const v = document.getElementById('voice');"
        " return !v.paused && v.currentTime > after; }",
        argument=after,
    )


def press(page: Page, name: str) -> None:
    page.locator(f'[data-do="{name}"]').click()


FIRST_ON_PAGE = """() => {
  const box = document.getElementById('text').getBoundingClientRect();
  return [...document.querySelectorAll('#text .sentence')].find(
    one => one.getClientRects()[0].left >= box.left - 2).textContent; }"""


def test_nothing_is_said_before_somebody_asks(page: Page) -> None:
    page.wait_for_timeout(800)
    assert voice(page, "paused") is True


def test_listen_begins_with_the_title_and_pause_stops_it_where_it_is_SPK_6_SPK_7(
    page: Page,
) -> None:
    press(page, "play")
    wait_speaking(page, 0.3)
    assert said(page) == "Clonazepam and depression"
    page.wait_for_timeout(ONCE_MS)
    press(page, "play")
    assert voice(page, "paused") is True
    stopped = voice(page, "currentTime")
    page.wait_for_timeout(ONCE_MS)
    press(page, "play")
    wait_speaking(page, float(stopped))


def test_one_key_is_play_and_pause_and_says_which_it_is_KEY_8(page: Page) -> None:
    expect(page.get_by_role("button", name="Listen")).to_be_visible()
    press(page, "play")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_role("button", name="Listen")).to_be_hidden()


def test_skip_goes_to_the_next_sentence_and_back_to_the_start_of_this_one_or_the_one_before_SPK_7(
    page: Page,
) -> None:
    page.locator("#s1").click()
    wait_speaking(page)
    press(page, "next")
    wait_speaking(page)
    assert said(page) == "Always ask a health care professional what is right for you."
    wait_speaking(page, 2.1)
    press(page, "previous")
    wait_speaking(page)
    assert said(page).startswith("Always ask")
    assert float(voice(page, "currentTime")) < 2
    press(page, "previous")
    assert said(page) == "Clonazepam and depression"


def test_again_says_this_sentence_from_its_start_SPK_7(page: Page) -> None:
    page.locator("#s1").click()
    wait_speaking(page, 0.8)
    press(page, "again")
    assert float(voice(page, "currentTime")) < 0.8
    wait_speaking(page)
    assert said(page) == "Clonazepam and depression"


def test_speed_goes_from_half_to_twice_in_seven_steps_with_the_pitch_kept_SPK_17(
    page: Page,
) -> None:
    press(page, "play")
    wait_speaking(page, 0.1)
    rates = [voice(page, "playbackRate")]
    for _ in range(6):
        press(page, "faster")
        rates.append(voice(page, "playbackRate"))
    assert rates == [1, 1.25, 1.5, 1.75, 2, 2, 2]
    for _ in range(8):
        press(page, "slower")
    assert voice(page, "playbackRate") == 0.5
    assert voice(page, "preservesPitch") is True
    press(page, "next")
    assert voice(page, "playbackRate") == 0.5


def test_changing_the_speed_does_not_begin_the_sentence_again(page: Page) -> None:
    page.locator("#s2").evaluate("one => one.scrollIntoView()")
    page.locator("#s2").click()
    wait_speaking(page, 0.6)
    before = float(voice(page, "currentTime"))
    press(page, "faster")
    assert float(voice(page, "currentTime")) >= before


def test_volume_goes_in_steps_is_confirmed_and_is_never_silent_AUD_9_AUD_10(page: Page) -> None:
    for _ in range(12):
        press(page, "quieter")
    assert voice(page, "volume") == pytest.approx(0.1)
    expect(page.get_by_role("status").filter(has_text="Quietest volume")).to_be_visible()
    for _ in range(12):
        press(page, "louder")
    assert voice(page, "volume") == 1
    expect(page.get_by_role("status").filter(has_text="Loudest volume")).to_be_visible()


def test_touching_any_sentence_reads_from_there(page: Page) -> None:
    page.locator("#s5").evaluate("one => one.scrollIntoView()")
    page.locator("#s5").click()
    wait_speaking(page)
    assert said(page) == "The medicine is called clonazepam."
    until(
        page,
        "[...(CSS.highlights.get('sentence') ?? [])][0]?.toString() === "
        "'It is prescribed mainly for:'",
    )


def test_the_page_turns_with_the_voice_unless_the_visitor_turns_it(page: Page) -> None:
    position = page.locator("#position")
    assert position.text_content().startswith("Page 1 of")
    press(page, "page-on")
    assert position.text_content().startswith("Page 2 of")
    first = page.evaluate(FIRST_ON_PAGE)
    press(page, "play")
    wait_speaking(page)
    # Asked to read, it reads what it shows.
    assert said(page) == first
    assert position.text_content().startswith("Page 2 of")
    press(page, "page-on")
    press(page, "page-on")
    page.wait_for_timeout(1200)
    assert position.text_content().startswith("Page 4 of")


def test_a_lost_clip_is_said_so_and_the_text_stays(page: Page) -> None:
    page.route("**/clips/**", lambda route: route.fulfill(status=410))
    page.locator("#s5").evaluate("one => one.scrollIntoView()")
    page.locator("#s5").click()
    expect(page.get_by_role("status").filter(has_text="The voice is not there")).to_be_visible()
    expect(page.get_by_role("button", name="Listen")).to_be_visible()
    page.unroute("**/clips/**")


def test_when_no_clip_comes_it_says_so_each_time_and_counts_as_no_speech_TIM_2(
    watched: Open,
) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.route("**/clips/**", lambda route: route.fulfill(status=404))
    page.clock.install()
    page.goto(SAMPLE)
    for _ in range(2):
        press(page, "play")
        expect(page.get_by_role("status").filter(has_text="The voice is not there")).to_be_visible()
        expect(page.get_by_role("button", name="Listen")).to_be_visible()
        page.clock.run_for(5000)
        page.wait_for_timeout(ONCE_MS)
    page.clock.run_for(301_000)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.unroute("**/clips/**")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(ONCE_MS)
    page.clock.run_for(1000)
    press(page, "play")
    wait_speaking(page)


def test_a_clip_that_never_comes_is_not_waited_for_for_ever(watched: Open) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.route("**/clips/**", lambda route: None)
    page.clock.install()
    page.goto(SAMPLE)
    press(page, "play")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.clock.run_for(10_500)
    expect(page.get_by_role("status").filter(has_text="The voice is not there")).to_be_visible()
    # What says so has no clip either, and is given up as well.
    page.clock.run_for(315_000)
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_pause_between_two_sentences_does_not_say_the_first_again(page: Page) -> None:
    for _ in range(4):
        press(page, "slower")
    page.locator("#s1").click()
    until(page, "document.getElementById('voice').ended")
    press(page, "play")
    assert voice(page, "paused") is True
    assert said(page).startswith("Always ask")
    page.wait_for_timeout(ONCE_MS)
    press(page, "play")
    wait_speaking(page)
    assert said(page).startswith("Always ask")


def test_skipping_the_last_sentence_is_its_end(page: Page) -> None:
    last = page.locator("#text .sentence").last
    while page.locator('[data-do="page-on"]').get_attribute("aria-disabled") is None:
        press(page, "page-on")
    last.click()
    wait_speaking(page)
    press(page, "next")
    page.wait_for_url("**/closing/")


def test_two_touches_of_a_trembling_hand_are_one_TCH_5(page: Page) -> None:
    page.locator('[data-do="play"]').click(click_count=2, delay=20)
    wait_speaking(page, 0.2)
    page.locator('[data-do="size"]').click(click_count=2, delay=20)
    assert page.evaluate("document.documentElement.dataset.size") == "4"


def test_a_key_that_is_held_presses_once_KEY_3(page: Page) -> None:
    page.locator('[data-do="page-on"]').focus()
    page.keyboard.down("Enter")
    for _ in range(5):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    assert page.locator("#position").text_content().startswith("Page 2 of")
