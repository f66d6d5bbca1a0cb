"""Six tasks without sight: each to its end with keys and ears alone, in each key profile.

Of the page a test knows what was said, and nothing else (tests/journeys/blind.py).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.blind import PROFILES, Blind, sit_down, texts_of
from tests.journeys.conftest import Installation, Watched, product
from tests.journeys.test_spoken_screens import clips

__all__ = ["clips"]

Open = Callable[..., Watched]
ADVICE = "Always consult a health care professional"


@pytest.fixture(scope="session")
def texts(installation: Installation, clips: dict) -> dict[str, str]:
    return texts_of(installation)


def starts(visitor: Blind) -> None:
    """Press any key of the pad, as somebody does who knows nothing of this machine."""
    visitor.press("move" if visitor.profile == "two-switch" else "down")
    visitor.hears("Audio mode is on")


def opens_the_article(visitor: Blind) -> None:
    visitor.chooses("Medicines")
    visitor.hears("Medicines")
    visitor.chooses("Clonazepam and depression")
    visitor.hears("This is read to you now")


def finds_the_article_and_hears_it_to_the_advice(visitor: Blind) -> None:
    opens_the_article(visitor)
    if visitor.profile == "two-switch":
        visitor.chooses("Finish")
    else:
        visitor.goes_to(r"Page (\d) of \1", by="next")
        visitor.goes_to(ADVICE)
        # It was read from there on: the end of it leads to the closing screen.
    visitor.hears("Before you go")
    visitor.hears(ADVICE, seconds=30)


def turns_a_page_and_hears_a_sentence_again(visitor: Blind) -> None:
    opens_the_article(visitor)
    if visitor.profile == "two-switch":
        visitor.chooses("Page on")
        visitor.hears("Page 2 of")
        visitor.chooses("Again$")
        visitor.hears_something()
        return
    visitor.press("next")
    visitor.hears("Page 2 of")
    visitor.press("down")
    sentence = visitor.hears_something()
    if "repeat" in PROFILES[visitor.profile]:
        visitor.press("repeat")
    else:
        visitor.goes_to("^Back one", by="next")
        visitor.chooses("^Again$")
    visitor.hears_something()
    if "repeat" in PROFILES[visitor.profile]:
        visitor.hears(sentence[:20])


def changes_speed_and_volume(visitor: Blind) -> None:
    for name, key, said in (
        ("louder", "Louder", "Volume 7 of 10"),
        ("slower", "Slower", "times the usual speed"),
    ):
        if name in PROFILES[visitor.profile]:
            visitor.press(name)
        else:
            visitor.chooses(f"^{key}$")
        visitor.hears(said)


def gets_urgent_help(visitor: Blind) -> None:
    opens_the_article(visitor)
    if "urgent" in PROFILES[visitor.profile]:
        visitor.press("urgent")
    elif visitor.profile == "two-switch":
        visitor.chooses("Urgent help")
    else:
        # One key back from the beginning, wherever one is.
        visitor.chooses("Urgent help", by="back")
    visitor.hears("You need help at once", seconds=30)


def makes_the_text_larger(visitor: Blind) -> None:
    if visitor.profile != "two-switch":
        visitor.press("back")
        visitor.hears_something()
    visitor.chooses("Text size")
    visitor.hears("Text size 4 of 4")


def asks_what_a_key_does_and_where_one_is(visitor: Blind) -> None:
    if "help" in PROFILES[visitor.profile]:
        visitor.press("help")
        visitor.hears("Press a key to hear what it does")
        visitor.press("next")
        visitor.hears("^Next. Goes on a page")
        visitor.press("down")
        visitor.hears("^Medicines")
    if "where" in PROFILES[visitor.profile]:
        visitor.press("where")
        visitor.hears("What would you like to know about")
        visitor.hears("^Item 1$")
    visitor.goes_to("You can also ask at the desk")


def finishes(visitor: Blind) -> None:
    opens_the_article(visitor)
    if "finish" in PROFILES[visitor.profile]:
        visitor.press("finish")
    elif visitor.profile == "two-switch":
        visitor.chooses("^Finish")
    else:
        visitor.goes_to("^Page back", by="back")
        visitor.chooses("^Finish")
    visitor.hears("Before you go", seconds=30)
    visitor.chooses("^Finish")
    # The visit is over: the next visitor finds a silent start screen, and begins anew.
    visitor.page.wait_for_url(lambda url: "/closing/" not in url)
    starts(visitor)


TASKS = (
    finds_the_article_and_hears_it_to_the_advice,
    turns_a_page_and_hears_a_sentence_again,
    changes_speed_and_volume,
    gets_urgent_help,
    makes_the_text_larger,
    asks_what_a_key_does_and_where_one_is,
    finishes,
)
ONE_EACH = {
    "keyboard": asks_what_a_key_does_and_where_one_is,
    "audionav": changes_speed_and_volume,
    "two-switch": changes_speed_and_volume,
    "remote": makes_the_text_larger,
}


def quick(profile: str, task: Callable[[Blind], None]) -> bool:
    if profile == "ez-access":
        # What the other pads do anyway is left to them.
        return task not in ONE_EACH.values()
    return ONE_EACH[profile] is task


@pytest.mark.parametrize(("profile", "task"), product(quick, PROFILES, TASKS))
def test_without_sight_a_visitor_SPK_1_AUD_1_KEY_1_KEY_9_SPK_14(
    watched: Open, texts: dict[str, str], profile: str, task: Callable[[Blind], None]
) -> None:
    visitor = sit_down(watched(viewport={"width": 1080, "height": 1920}), texts, profile)
    starts(visitor)
    task(visitor)
