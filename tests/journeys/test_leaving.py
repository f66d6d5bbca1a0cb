"""Every way out of an article carries the advice, and nothing of a visit is left behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import ONCE_MS, SAMPLE, Installation, Watched, choose, until

Open = Callable[..., Watched]
ADVICE = "Always ask a health care professional what is right for you."


@pytest.fixture
def page(watched: Open) -> Page:
    return watched().page()


def listen(page: Page) -> None:
    page.get_by_role("button", name="Listen").click()
    until(page, "document.getElementById('voice').currentTime > 0.2")


def speaking(page: Page) -> str:
    """The address of what a hidden voice is saying now."""
    return page.evaluate(
        "[...document.querySelectorAll('audio')].find(one => !one.paused)?.currentSrc ?? ''"
    )


def test_finish_leads_to_the_closing_screen_which_speaks_where_the_visit_used_speech(
    page: Page,
) -> None:
    page.goto(SAMPLE)
    listen(page)
    page.get_by_role("link", name="Finish").click()
    page.wait_for_url("**/closing/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Before you go")
    until(page, "document.getElementById('voice').currentTime > 0.2")


def test_the_closing_screen_is_silent_where_the_visit_was(page: Page) -> None:
    page.goto(SAMPLE)
    page.get_by_role("link", name="Finish").click()
    page.wait_for_url("**/closing/")
    page.wait_for_timeout(800)
    assert speaking(page) == ""
    page.get_by_role("button", name="Hear it").click()
    until(page, "document.getElementById('voice').currentTime > 0.2")


@pytest.mark.parametrize("way", ["Articles", "Plainvoice"])
def test_any_other_way_out_carries_the_advice_as_a_banner_on_the_next_screen(
    page: Page, way: str
) -> None:
    page.goto(SAMPLE)
    page.get_by_role("link", name=way, exact=True).click()
    page.wait_for_url(lambda url: "/a/" not in url)
    expect(page.locator("#banner")).to_have_text(ADVICE)
    assert speaking(page) == ""
    page.reload()
    expect(page.locator("#banner")).to_be_hidden()


def test_the_browsers_way_back_carries_the_advice_too(page: Page) -> None:
    page.goto("/")
    page.goto(SAMPLE)
    page.go_back()
    expect(page.locator("#banner")).to_have_text(ADVICE)


def test_the_banner_is_spoken_where_the_visit_used_speech(page: Page) -> None:
    page.goto(SAMPLE)
    listen(page)
    page.get_by_role("link", name="Articles", exact=True).click()
    expect(page.locator("#banner")).to_have_text(ADVICE)
    until(
        page,
        "[...document.querySelectorAll('audio')].some(one => !one.paused && one.currentTime > 0.2)",
    )
    assert "/clips/" in speaking(page)


def test_finishing_the_visit_resets_everything_of_it_TIM_7(page: Page) -> None:
    page.goto(SAMPLE)
    listen(page)
    for name in ("faster", "louder", "size"):
        page.locator(f'[data-do="{name}"]').click()
    assert page.evaluate("document.documentElement.dataset.size") == "4"
    page.get_by_role("link", name="Finish").click()
    page.wait_for_url("**/closing/")
    page.locator('[data-do="finish"]').click()
    page.wait_for_url(lambda url: url.endswith("/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")
    left = page.evaluate("JSON.parse(sessionStorage.getItem('visit'))")
    assert {key: left[key] for key in ("size", "theme", "rate", "volume", "spoke", "article")} == {
        "size": 3,
        "theme": "plain",
        "rate": 1,
        "volume": 6,
        "spoke": False,
        "article": "",
    }
    assert page.evaluate("localStorage.length") == 0
    assert page.context.cookies() == []


def test_after_a_visit_the_way_back_leads_into_no_article_of_it_OPS_10(page: Page) -> None:
    page.goto("/")
    page.goto(SAMPLE)
    page.get_by_role("link", name="Finish").click()
    page.wait_for_url("**/closing/")
    page.locator('[data-do="finish"]').click()
    page.wait_for_url(lambda url: "/closing/" not in url)
    page.wait_for_load_state()
    page.evaluate("history.back()")
    page.wait_for_timeout(800)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")


def idle(page: Page, seconds: int) -> None:
    page.clock.run_for(seconds * 1000)


def test_after_two_minutes_it_asks_and_after_45_more_seconds_it_closes_TIM_1_TIM_3(
    page: Page,
) -> None:
    page.clock.install()
    page.goto(SAMPLE)
    idle(page, 119)
    expect(page.get_by_role("dialog")).to_be_hidden()
    idle(page, 2)
    expect(page.get_by_role("dialog", name="Are you still there?")).to_be_visible()
    idle(page, 40)
    expect(page.get_by_role("dialog")).to_be_visible()
    idle(page, 6)
    page.wait_for_url("**/closing/")
    idle(page, 31)
    expect(page.get_by_role("dialog", name="Are you still there?")).to_be_visible()
    idle(page, 46)
    page.wait_for_url(lambda url: "/closing/" not in url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")


def test_any_touch_or_key_extends_as_often_as_wanted_and_presses_nothing_TIM_3_TIM_4(
    page: Page,
) -> None:
    page.clock.install()
    page.goto(SAMPLE)
    for turn in range(12):
        idle(page, 121)
        expect(page.get_by_role("dialog")).to_be_visible()
        if turn % 2:
            page.keyboard.press("ArrowDown")
        else:
            # Right where the key "Finish" is, under the question.
            box = page.get_by_role("link", name="Finish").bounding_box()
            page.mouse.click(box["x"] + 5, box["y"] + 5)
        expect(page.get_by_role("dialog")).to_be_hidden()
        assert page.url.endswith(SAMPLE)
        idle(page, 1)


def test_a_visit_that_used_speech_is_asked_after_five_minutes_TIM_1(page: Page) -> None:
    page.clock.install()
    page.goto(SAMPLE)
    page.get_by_role("button", name="Listen").click()
    until(page, "!document.getElementById('voice').paused")
    page.wait_for_timeout(ONCE_MS)
    page.get_by_role("button", name="Pause").click()
    idle(page, 290)
    expect(page.get_by_role("dialog")).to_be_hidden()
    idle(page, 12)
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_clock_does_not_run_while_it_speaks_TIM_2(page: Page) -> None:
    page.clock.install()
    page.goto(SAMPLE)
    page.get_by_role("button", name="Listen").click()
    until(page, "!document.getElementById('voice').paused")
    idle(page, 400)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_an_untouched_start_screen_asks_nothing(page: Page) -> None:
    page.clock.install()
    page.goto("/")
    idle(page, 600)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_long_press_shows_no_menu_TCH_6(page: Page) -> None:
    page.goto(SAMPLE)
    assert page.evaluate(
        "!document.getElementById('s1').dispatchEvent("
        "new MouseEvent('contextmenu', {bubbles: true, cancelable: true}))"
    )


def test_the_page_of_a_visit_that_has_ended_writes_nothing_into_the_next_TIM_7(
    page: Page, installation: Installation
) -> None:
    page.goto("/closing/")
    choose(page, size=4, article="clonazepam-and-depression")
    page.goto("/closing/")
    page.route(
        lambda url: url == f"{installation.url}/",
        lambda route: (page.wait_for_timeout(900), route.continue_()),
    )
    # The keys of the old page are pressed while the start screen is still on its way.
    page.evaluate(
        """() => { document.querySelector('[data-do="finish"]').click();
          setTimeout(() => document.querySelector('[data-do="size"]').click(), 200); }"""
    )
    page.wait_for_url(lambda url: "/closing/" not in url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")
    left = page.evaluate("JSON.parse(sessionStorage.getItem('visit'))")
    assert (left["size"], left["theme"], left["article"]) == (3, "plain", "")


@pytest.mark.parametrize("held_ms", [100, 1500])
def test_the_touch_that_answers_presses_nothing_however_long_it_is_held_TIM_4_TCH_7(
    watched: Open, held_ms: int
) -> None:
    page = watched(has_touch=True, viewport={"width": 1080, "height": 1920}).page()
    page.clock.install()
    page.goto(SAMPLE)
    box = page.get_by_role("link", name="Finish").bounding_box()
    point = {"x": box["x"] + 20, "y": box["y"] + 20}
    idle(page, 121)
    expect(page.get_by_role("dialog")).to_be_visible()
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    page.clock.run_for(held_ms)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_timeout(400)
    assert page.url.endswith(SAMPLE)
    # And the next one presses again.
    page.clock.run_for(1000)
    page.touchscreen.tap(point["x"], point["y"])
    page.wait_for_url("**/closing/")


def test_setting_the_clock_of_the_machine_ends_no_visit(page: Page) -> None:
    page.clock.install()
    page.goto(SAMPLE)
    idle(page, 5)
    page.clock.set_system_time("2040-01-01T00:00:00")
    idle(page, 5)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_on_the_screen_of_urgent_help_the_advice_comes_below_and_after_COG_12(page: Page) -> None:
    page.goto(SAMPLE)
    listen(page)
    page.get_by_role("link", name="Urgent help").click()
    page.wait_for_url("**/urgent/")
    banner = page.locator("#banner")
    expect(banner).to_have_text(ADVICE)
    assert banner.bounding_box()["y"] > page.locator(".plate").bounding_box()["y"]
    page.wait_for_timeout(700)
    assert speaking(page) == ""
    page.get_by_role("link", name="All topics").click()
    expect(page.locator("#banner")).to_have_text(ADVICE)
    until(page, "[...document.querySelectorAll('audio')].some(one => !one.paused)")


def test_the_advice_stays_owed_where_the_closing_screen_does_not_come(page: Page) -> None:
    page.goto(SAMPLE)
    page.route("**/closing/", lambda route: route.abort())
    page.get_by_role("link", name="Finish").click()
    page.wait_for_timeout(500)
    page.unroute("**/closing/")
    page.goto("/")
    expect(page.locator("#banner")).to_have_text(ADVICE)


def test_urgent_help_is_one_touch_away_on_every_screen(page: Page) -> None:
    for address in ("/", "/t/medicines/", SAMPLE, "/closing/", "/a/nothing-here/"):
        page.goto(address)
        assert page.locator("a[href='/urgent/']").locator("visible=true").count() == 1, address
