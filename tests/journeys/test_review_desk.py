"""A whole review by keyboard alone, in a real browser, and words that survive what happens to them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Installation, Watched, sign_in, submitted, until
from tests.journeys.test_accessibility import violations

Open = Callable[..., Watched]
ARTICLE = """Walking a little

A short walk every day helps.

Take 5 mg less salt a day. Wear shoes that fit.
"""


@pytest.fixture(scope="module")
def walking(
    installation: Installation, approved_notices: None, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The review page of an article that was submitted and waits for a reviewer."""
    file = tmp_path_factory.mktemp("files") / "walking-a-little.txt"
    return f"/admin/content/revision/{submitted(installation, file, ARTICLE)}/change/"


@pytest.fixture(scope="module")
def undecided(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The review page of an article that nobody decides."""
    file = tmp_path_factory.mktemp("files") / "resting-a-little.txt"
    text = "Resting a little\n\nA short rest every day helps.\n"
    return f"/admin/content/revision/{submitted(installation, file, text)}/change/"


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


def test_a_reviewer_works_through_a_revision_by_keyboard_alone(
    installation: Installation, watched: Open, walking: str
) -> None:
    page = watched(viewport={"width": 1280, "height": 800}).page()
    sign_in(page, installation, "reviewer")
    page.goto(walking)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    press = page.keyboard.press

    press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    assert violations(page) == []
    press("Escape")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()

    press("4")
    assert focused(page) == "listen"
    press("j")
    press("j")
    press("k")
    assert focused(page) == "row-s1"
    press("m")
    expect(page.locator("#missing-heard")).to_have_text("1 of 1 heard", timeout=30_000)

    # A comment, typed by one who does not trust the machine: it survives a reload.
    press("j")
    press("c")
    assert focused(page) == "comment-text"
    assert page.locator("#comment-sentence").input_value() == "s2"
    page.keyboard.type("ajar? cr 123")
    assert focused(page) == "comment-text"
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_text("Your unsaved words from")).to_be_visible()
    assert page.locator("#comment-text").input_value() == ""
    page.get_by_role("button", name="Put them back").focus()
    press("Enter")
    assert page.locator("#comment-text").input_value() == "ajar? cr 123"
    assert page.locator("#comment-sentence").input_value() == "s2"
    assert focused(page) == "comment-text"
    press("Tab")
    press("Enter")
    expect(page.get_by_text("Your comment is kept.")).to_be_visible()
    expect(page.get_by_text("Your unsaved words")).to_have_count(0)
    expect(page.locator("#approve")).to_be_disabled()
    expect(page.locator("#cannot-approve")).to_contain_text("ajar? cr 123")

    # Where nothing can be approved, the key leads to what says why.
    press("a")
    assert focused(page) == "decide"
    press("3")
    page.get_by_role("button", name="Resolve").focus()
    press("Enter")
    expect(page.get_by_text("Resolved by reviewer")).to_be_visible()
    page.wait_for_load_state()
    press("2")
    assert focused(page) == "checks"
    for answer in page.get_by_role("textbox", name="Why it may stand").all():
        answer.focus()
        page.keyboard.type("The walk is an example, and no dose.")
    expect(page.locator("#missing-nothing")).to_be_visible()
    page.locator("#decide").focus()
    press("r")
    assert focused(page) == "id_reason"
    page.locator("#decide").focus()
    press("a")
    assert focused(page) == "approve"
    press("Enter")
    expect(page.get_by_text("Approved: “Walking a little” is on the kiosk now.")).to_be_visible()


def test_single_keys_can_be_switched_off_on_this_device(
    installation: Installation, watched: Open, undecided: str
) -> None:
    page = watched(viewport={"width": 1280, "height": 800}).page()
    sign_in(page, installation, "reviewer")
    page.goto(undecided)
    page.get_by_role("button", name="Keyboard").click()
    page.get_by_label("Single keys work on this device").uncheck()
    page.keyboard.press("Escape")
    for _ in range(2):
        page.keyboard.press("3")
        page.keyboard.press("?")
        assert focused(page) != "comments"
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
        page.reload()


def test_words_survive_a_lost_session_and_never_take_the_place_of_newer_ones(
    installation: Installation, watched: Open, undecided: str
) -> None:
    desk = watched(viewport={"width": 1280, "height": 800})
    page = desk.page()
    sign_in(page, installation, "author")
    page.goto(undecided)
    page.get_by_label("Your comment").fill("Written before the session ended.")
    desk.context.clear_cookies(name=re.compile("session"))
    page.get_by_role("button", name="Comment", exact=True).click()
    page.wait_for_load_state()
    page.get_by_label("Username").fill("author")
    page.get_by_label("Password").fill(installation.passwords["author"])
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Your comment").fill("Newer words.")
    page.get_by_role("button", name="Put them back").click()
    assert page.get_by_label("Your comment").input_value() == ("Written before the session ended.")
    expect(page.get_by_text("Newer words.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Throw away").click()
    until(page, "document.querySelectorAll('.desk-kept').length === 0")
    page.get_by_label("Your comment").fill("")
    assert (
        page.evaluate("Object.keys(sessionStorage).filter(k => k.startsWith('desk-kept')).length")
        == 0
    )
