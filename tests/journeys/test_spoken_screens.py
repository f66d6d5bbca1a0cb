"""What is seen on a screen is in what the screen says, and what is answered is said (promise 3)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import (
    ONCE_MS,
    SAMPLE,
    Installation,
    Watched,
    choose,
    interface_clips,
    product,
    until,
)

Open = Callable[..., Watched]
SCREENS = [
    "/",
    "/t/medicines/",
    SAMPLE,
    "/urgent/",
    "/closing/",
    "/search/",
    "/settings/",
    "/help/",
    "/a/nothing-here/",
]
READ = ["/", "/t/medicines/", "/urgent/", "/settings/", "/help/", "/a/nothing-here/"]
"""Screens with a key that reads them."""

SILENT = """texts => {
  const clips = new Set(texts);
  const data = JSON.parse(document.getElementById('data').textContent);
  const known = new Set([...data.sentences, ...(data.titles ?? [])].map(one => one.id));
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement;
    if (!node.data.trim() || !at.checkVisibility() || !at.getClientRects().length) continue;
    const sentence = at.closest('.sentence[id]');
    const prompt = at.closest('[data-prompt]');
    if (sentence && known.has(sentence.id)) continue;
    if (sentence?.id === 'banner-text' && node.data === data.closing.text) continue;
    if (prompt && clips.has(prompt.textContent.trim())) continue;
    found.push(node.data.trim());
  }
  return found; }"""
VISIBLE = """part => [...document.querySelectorAll('.sentence[id], [data-prompt]')]
  .filter(one => one.closest(part) && one.checkVisibility() && one.getClientRects().length)
  .map(one => one.textContent.trim()).filter(Boolean)"""
LIT = "([...(CSS.highlights.get('sentence') ?? [])][0]?.toString() ?? '')"


@pytest.fixture(scope="session")
def clips(installation: Installation) -> dict[str, list]:
    """What the interface says, by what is written, once the worker has voiced all of it."""
    return interface_clips(installation)


@pytest.fixture
def page(watched: Open, clips: dict) -> Page:
    return watched(viewport={"width": 1080, "height": 1920}).page()


def press(page: Page, name: str) -> None:
    page.locator(f'[data-do="{name}"]').click()


def listen(page: Page) -> None:
    press(page, "play")
    until(page, "document.getElementById('voice').currentTime > 0.1")


def pause(page: Page) -> None:
    page.wait_for_timeout(ONCE_MS)
    press(page, "play")
    until(page, "document.getElementById('voice').paused")


def answered(page: Page, clips: dict, text: str) -> None:
    """Wait until the voice beside the text says this."""
    until(
        page,
        "digest => { const v = document.getElementById('voice-aside');"
        " return v && !v.paused && v.currentSrc.includes(digest); }",
        clips[text][0],
    )


def quiet(page: Page) -> bool:
    return page.evaluate("[...document.querySelectorAll('audio')].every(one => one.paused)")


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        # The most pages, the fewest words on each.
        ((1280, 800), 4),
        pytest.param((1080, 1920), 3, marks=pytest.mark.full),
        pytest.param((1920, 1080), 1, marks=pytest.mark.full),
    ],
)
@pytest.mark.parametrize("address", SCREENS)
def test_every_visible_word_of_every_screen_is_in_what_it_says_SPK_2_SPK_3(
    watched: Open, clips: dict, address: str, screen: tuple[int, int], size: int
) -> None:
    page = watched(viewport={"width": screen[0], "height": screen[1]}).page()
    page.goto("/")
    choose(page, size=size, spoke=True, advice=True, article="another")
    page.goto(address)
    page.evaluate("document.fonts.ready")
    assert page.evaluate(SILENT, list(clips)) == []
    # Nothing is reached by scrolling, the advice of an article before it included (TXT-8).
    assert (
        page.evaluate("(m => m.scrollHeight - m.clientHeight)(document.getElementById('main'))")
        <= 1
    )
    # Nothing is exempt.
    assert page.locator("[data-no-speech]").count() == 0
    on = page.locator('[data-do="page-on"]')
    while on.count() and on.is_visible() and on.get_attribute("aria-disabled") is None:
        on.click()
        assert page.evaluate(SILENT, list(clips)) == []


def test_every_answer_that_is_shown_can_be_said_SPK_2(page: Page, clips: dict) -> None:
    page.goto(SAMPLE)
    shown = page.evaluate(
        """() => {
          const press = (name) => {
            document.querySelector(`[data-do="${name}"]`).click();
            return document.getElementById('status').textContent; };
          const often = (name, times) => Array.from({length: times}, () => press(name));
          // In turn: twice the same would count once (TCH-5). The colours are in the settings.
          const looks = Array.from({length: 4}, () => [press('size'), press('louder'), press('quieter')]);
          return [...looks.flat(), ...often('slower', 6), ...often('faster', 9),
            ...often('quieter', 7), ...often('louder', 11)]; }"""
    )
    assert page.evaluate(SILENT, list(clips)) == []
    assert [text for text in shown if text not in clips] == []
    # Four sizes, seven speeds, two lengths of pauses, ten volumes and the two ends.
    assert len(set(shown)) == 25


def test_the_question_whether_somebody_is_there_is_said_with_its_time_TIM_3(
    page: Page, clips: dict
) -> None:
    page.clock.install()
    page.goto("/")
    choose(page, spoke=True)
    page.goto(SAMPLE)
    page.clock.run_for(301_000)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert page.evaluate(SILENT, list(clips)) == []
    page.clock.run_for(1000)
    answered(page, clips, "Are you still there?")
    assert page.evaluate(LIT) == "Are you still there?"
    page.clock.run_for(23_000)
    answered(page, clips, "It clears itself in 20 seconds.")
    assert page.evaluate(SILENT, list(clips)) == []
    # The touch that answers also ends the voice (SPK-6).
    page.keyboard.press("ArrowDown")
    expect(dialog).to_be_hidden()
    assert quiet(page)


def test_the_question_is_not_said_where_the_visit_was_silent(page: Page) -> None:
    page.clock.install()
    page.goto(SAMPLE)
    page.clock.run_for(121_000)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.clock.run_for(1000)
    page.wait_for_timeout(300)
    assert quiet(page)


@pytest.mark.parametrize(
    "address", product(lambda one: one in {"/", "/settings/", "/a/nothing-here/"}, READ)
)
def test_a_key_reads_the_screen_in_its_order_and_marks_what_is_said_SPK_2_SPK_9_COG_11(
    page: Page, address: str
) -> None:
    page.goto(address)
    press(page, "play")
    until(page, "document.body.classList.contains('speaking')")
    visible = page.evaluate(VISIBLE, "body")
    if address == "/urgent/":
        # Whom to call comes first (COG-12).
        bar = page.evaluate(VISIBLE, ".bar")
        visible = visible[len(bar) :] + bar
    said = []
    while page.evaluate("document.body.classList.contains('speaking')"):
        said.append(page.evaluate(LIT))
        press(page, "next")
    assert said == visible
    assert len(said) > 10
    assert "Pause" in said


def test_titles_and_summaries_are_said_with_the_clips_that_were_approved(
    page: Page, installation: Installation
) -> None:
    article = installation.get_json("/api/v1/articles/clonazepam-and-depression/")
    page.goto("/t/medicines/")
    titles = page.evaluate("JSON.parse(document.getElementById('data').textContent).titles")
    assert [one["url"] for one in titles] == [
        article["title"]["clip"]["url"],
        article["summary"]["clip"]["url"],
    ]


def test_a_list_that_is_turned_is_not_read_on(page: Page, clips: dict) -> None:
    def longer(route: Route) -> None:
        text = route.fetch().text()
        item = re.search(r"<li><a class=\"tile\".*?</li>", text, re.S)
        assert item is not None
        route.fulfill(body=text.replace(item.group(), item.group() * 9), content_type="text/html")

    page.route("**/t/medicines/", longer)
    page.goto("/t/medicines/")
    press(page, "play")
    until(page, "document.body.classList.contains('speaking')")
    press(page, "list-on")
    answered(page, clips, "Page 2 of 2")
    assert page.evaluate("document.getElementById('voice').paused")
    # What is read then is what is on the screen then.
    page.wait_for_timeout(ONCE_MS)
    press(page, "play")
    until(page, f"{LIT} === 'Plainvoice'")
    page.unroute("**/t/medicines/")


def test_answers_are_said_only_where_the_visit_uses_speech_COG_10(page: Page, clips: dict) -> None:
    page.goto(SAMPLE)
    for name in ("louder", "faster", "size", "page-on"):
        press(page, name)
        page.wait_for_timeout(100)
        assert quiet(page)
    listen(page)
    pause(page)
    for name, text in (
        ("louder", "Volume 8 of 10"),
        ("faster", "One and a half times the usual speed"),
        ("size", "Text size 1 of 4"),
    ):
        press(page, name)
        answered(page, clips, text)
        expect(page.locator("#status")).to_have_text(text)
    press(page, "page-on")
    shown = page.locator("#position").text_content()
    assert shown.startswith("Page ")
    answered(page, clips, shown)


def test_an_answer_has_the_volume_and_the_speed_that_it_tells_of(page: Page, clips: dict) -> None:
    page.goto("/")
    choose(page, spoke=True)
    page.goto(SAMPLE)
    press(page, "louder")
    answered(page, clips, "Volume 7 of 10")
    press(page, "faster")
    answered(page, clips, "One and a quarter times the usual speed")
    assert page.evaluate(
        "(v => [v.volume, v.playbackRate])(document.getElementById('voice-aside'))"
    ) == [pytest.approx(0.7), 1.25]


def test_an_answer_ends_with_the_next_touch_or_key_SPK_6(page: Page, clips: dict) -> None:
    page.goto("/")
    choose(page, spoke=True)
    page.goto(SAMPLE)
    press(page, "louder")
    answered(page, clips, "Volume 7 of 10")
    page.keyboard.press("ArrowDown")
    assert quiet(page)
    press(page, "louder")
    answered(page, clips, "Volume 8 of 10")
    page.mouse.move(500, 700)
    page.mouse.down()
    assert quiet(page)


def test_no_answer_talks_over_the_reading_SPK_8(page: Page) -> None:
    page.goto(SAMPLE)
    listen(page)
    for name in ("louder", "slower", "page-on", "size"):
        press(page, name)
        page.wait_for_timeout(150)
        assert page.evaluate(
            "[...document.querySelectorAll('audio')].filter(one => !one.paused).map(one => one.id)"
        ) in ([], ["voice"])
    expect(page.locator("#status")).to_have_text("Text size 4 of 4")


def test_the_closing_screen_says_its_promise_too(page: Page, clips: dict) -> None:
    page.goto("/closing/")
    press(page, "play")
    until(page, "document.body.classList.contains('speaking')")
    said = [page.evaluate(LIT)]
    last = "This screen clears itself in a moment."
    voice = "document.getElementById('voice')"
    while said[-1] != last:
        # As if each had been heard to its end: this screen has no key that skips.
        page.evaluate(f"{voice}.dispatchEvent(new Event('ended'))")
        until(page, f"text => {LIT} !== text", said[-1])
        said.append(page.evaluate(LIT))
    assert said == page.evaluate(VISIBLE, "#main")


def test_what_is_gone_says_so_behind_the_advice_where_the_visit_uses_speech_SPK_11_COG_13(
    page: Page, clips: dict
) -> None:
    page.goto("/a/nothing-here/")
    page.wait_for_timeout(300)
    assert quiet(page)
    choose(page, spoke=True)
    page.goto("/a/nothing-here/")
    answered(page, clips, "This is not here any more")
    choose(page, advice=True, article="another")
    page.goto("/a/nothing-here/")
    until(page, "document.getElementById('voice-aside')?.currentTime > 0.1")
    assert page.evaluate(LIT).startswith("Always ask")
    page.evaluate("document.getElementById('voice-aside').dispatchEvent(new Event('ended'))")
    answered(page, clips, "This is not here any more")


def test_the_advice_goes_on_while_the_volume_is_changed_TIM_9(page: Page) -> None:
    page.goto("/")
    choose(page, spoke=True, advice=True, article="another")
    page.goto("/t/medicines/")
    until(page, "document.getElementById('voice-aside')?.currentTime > 0.1")
    press(page, "louder")
    page.wait_for_timeout(200)
    assert page.evaluate(LIT).startswith("Always ask")
    assert not quiet(page)
    assert page.evaluate("document.getElementById('voice-aside').volume") == pytest.approx(0.7)


def test_a_voice_that_fails_is_said_so_by_the_interfaces_own_SPK_11(
    page: Page, clips: dict
) -> None:
    digest = page.request.get("/api/v1/articles/clonazepam-and-depression/").json()["title"]["clip"]
    page.route(f"**{digest['url']}", lambda route: route.fulfill(status=404))
    page.goto(SAMPLE)
    press(page, "play")
    answered(page, clips, "The voice is not there just now.")
    expect(page.locator("#status")).to_have_text(
        "The voice is not there just now. You can read on, or ask at the desk."
    )
    page.unroute(f"**{digest['url']}")


def test_without_its_prompts_a_screen_is_silent_and_of_use(watched: Open, clips: dict) -> None:
    opened = watched(viewport={"width": 1080, "height": 1920})
    page = opened.page()
    page.route("**/prompts/**", lambda route: route.abort())
    page.goto("/")
    choose(page, spoke=True)
    page.goto(SAMPLE)
    press(page, "louder")
    expect(page.locator("#status")).to_have_text("Volume 7 of 10")
    assert quiet(page)
    page.goto("/")
    # What has clips of its own is still read.
    press(page, "play")
    until(page, f"{LIT} === 'If you think of harming yourself'")
    page.unroute("**/prompts/**")


def test_the_prompts_come_once_a_page_and_only_where_the_visit_uses_speech(
    watched: Open, clips: dict
) -> None:
    opened = watched(viewport={"width": 1080, "height": 1920})
    page = opened.page()

    def fetched() -> list[str]:
        return [url.rpartition("/")[2] for url in opened.requests if "/prompts/" in url]

    page.goto("/")
    page.goto(SAMPLE)
    press(page, "louder")
    press(page, "page-on")
    assert fetched() == []
    listen(page)
    pause(page)
    for _ in range(3):
        press(page, "louder")
        press(page, "page-on")
    answered(page, clips, page.locator("#position").text_content())
    assert sorted(fetched()) == ["en.json", "en.pages.json"]
