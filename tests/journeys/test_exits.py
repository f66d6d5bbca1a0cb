"""Every way out of an article shows the advice, and says it where the visit used speech; and the end
of a visit leaves nothing of it behind.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import ONCE_MS, SAMPLE, Watched, choose, until

Open = Callable[..., Watched]
ADVICE = "Always ask a health care professional what is right for you."
QUIET = "[...document.querySelectorAll('audio')].every(one => one.paused)"
SPEAKING = """() => [...document.querySelectorAll('audio')]
  .some(one => !one.paused && one.currentTime > 0.05)"""
LIT = "([...(CSS.highlights.get('sentence') ?? [])][0]?.toString() ?? '')"


def press(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def open_gone(page: Page) -> None:
    """The article is taken back while it is open, and asked for once more."""
    page.route(
        f"**{SAMPLE}",
        lambda route: route.fulfill(
            status=410, body=page.request.get("/a/nothing-here/").text(), content_type="text/html"
        ),
    )
    page.reload()
    page.unroute(f"**{SAMPLE}")


WAYS: dict[str, Callable[[Page], object]] = {
    "home": lambda page: press(page, "Plainvoice"),
    "articles": lambda page: press(page, "Articles"),
    "back": lambda page: page.go_back(),
    "urgent": lambda page: press(page, "Urgent help"),
    "settings": lambda page: page.goto("/settings/"),
    "help": lambda page: page.goto("/help/"),
    "search": lambda page: page.goto("/search/"),
    "another article": lambda page: page.goto("/a/nothing-here/"),
    "withdrawn": open_gone,
}


def test_every_way_out_of_an_article_shows_the_advice_and_says_it_where_speech_was_used(
    watched: Open,
) -> None:
    page = watched().page()
    for spoke, ways in ((True, WAYS), (False, ("settings", "help", "search"))):
        for way in ways:
            page.goto("/")
            choose(page, spoke=spoke, advice=False)
            page.goto(SAMPLE)
            WAYS[way](page)
            expect(page.locator("#banner"), way).to_have_text(ADVICE)
            expect(page.locator("#banner")).to_be_visible()
            if way == "urgent":
                # Whom to call comes first (COG-12); the advice is still owed to the ear.
                assert page.evaluate(QUIET)
                press(page, "Back")
                page.wait_for_url(f"**{SAMPLE}")
            elif spoke:
                until(page, f"({SPEAKING})() && {LIT} === {ADVICE!r}")
            else:
                assert page.evaluate(QUIET), way


def test_finishing_and_going_away_lead_through_the_closing_screen_TIM_6(watched: Open) -> None:
    opened = watched(viewport={"width": 1080, "height": 1920})
    page = opened.page()
    page.clock.install()

    def article() -> None:
        page.goto("/")
        choose(page, spoke=True, article="", advice=False)
        page.goto(SAMPLE)

    def closed() -> None:
        page.wait_for_url("**/closing/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Before you go")
        until(page, SPEAKING)

    article()
    press(page, "Finish")
    closed()
    # The way back goes on where one was.
    press(page, "Back to the article")
    page.wait_for_url(f"**{SAMPLE}")
    page.clock.run_for(301_000)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.clock.run_for(46_000)
    closed()
    # Where the advice has not been said yet, Finish does not go round it.
    article()
    press(page, "Urgent help")
    page.wait_for_url("**/urgent/")
    page.evaluate(
        "document.querySelector('.dock').insertAdjacentHTML('beforeend',"
        " '<button type=button data-do=finish id=probe></button>')"
    )
    page.evaluate("document.getElementById('probe').click()")
    closed()


def test_finish_ends_the_visit_at_once_and_nothing_of_it_is_left_TIM_6_TIM_7_OPS_10(
    watched: Open,
) -> None:
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    for address in (
        "/",
        "/t/medicines/",
        "/urgent/",
        "/a/nothing-here/",
        "/search/",
        "/settings/",
        "/help/",
    ):
        page.goto("/")
        page.evaluate(
            "localStorage.setItem('device', '{}'); localStorage.setItem('left', 'behind')"
        )
        page.goto("/t/medicines/")
        choose(page, spoke=True, size=4, theme="dark", line=3, curtain=True, volume=9)
        page.goto(address)
        page.evaluate(
            "document.querySelectorAll('input').forEach(one => (one.value = 'of somebody'))"
        )
        finish = page.locator('[data-do="finish"]')
        if not finish.count():
            continue
        page.wait_for_timeout(ONCE_MS)
        # The curtain, which is a visitor's choice too, lies over it.
        finish.first.dispatch_event("click")
        page.wait_for_url(lambda url: url.endswith("/") and url.count("/") == 3)
        expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")
        left = page.evaluate("({...sessionStorage})")
        assert list(left) == ["visit"], address
        visit = page.evaluate("JSON.parse(sessionStorage.getItem('visit'))")
        assert visit.pop("id")
        assert (visit["size"], visit["theme"], visit["line"], visit["curtain"]) == (
            3,
            "plain",
            1,
            False,
        )
        assert (visit["volume"], visit["spoke"], visit["place"], visit["advice"]) == (
            6,
            False,
            None,
            False,
        )
        assert page.evaluate("Object.keys(localStorage)") == ["device"]
        assert page.evaluate(QUIET)
        assert page.evaluate("[...document.querySelectorAll('input')].every(one => !one.value)")
    page.evaluate("history.back()")
    page.wait_for_timeout(500)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")
