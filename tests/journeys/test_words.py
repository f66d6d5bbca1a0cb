"""Every word of an imported text: once, in order, in page, API and speech, and with a time."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.journeys.conftest import ARTICLE, Installation, Watched
from tests.journeys.test_whole_journey import sentences_of

Open = Callable[..., Watched]
WORD = re.compile(r"\w[\w.’'–-]*\w|\w")


def words(text: str) -> list[str]:
    return WORD.findall(text)


WRITTEN = words(ARTICLE.replace(":", ""))


def own_sentences(article: dict) -> list[dict]:
    return [one for key, one in sentences_of(article).items() if re.fullmatch(r"s\d+", key)]


def in_order(article: dict) -> list[dict]:
    return sorted(own_sentences(article), key=lambda one: int(one["id"][1:]))


def test_every_word_stands_once_and_in_order_in_the_api(
    installation: Installation, approved_article: dict
) -> None:
    article = installation.get_json("/api/v1/articles/sleeping-well/")
    assert [word for one in in_order(article) for word in words(one["text"])] == WRITTEN


def test_every_word_stands_once_and_in_order_on_the_page(
    approved_article: dict, watched: Callable[..., Watched]
) -> None:
    page = watched().page()
    page.goto("/a/sleeping-well/")
    texts = page.locator('.sentence[id^="s"]').evaluate_all(
        "all => all.filter(one => /^s\\d+$/.test(one.id)).map(one => one.textContent)"
    )
    assert [word for text in texts for word in words(text)] == WRITTEN


def test_every_written_word_has_a_time_of_its_own_and_they_ascend(
    installation: Installation, approved_article: dict
) -> None:
    article = installation.get_json("/api/v1/articles/sleeping-well/")
    for one in in_order(article):
        timed = [
            one["text"][offset : offset + length] for _, _, offset, length in one["clip"]["words"]
        ]
        assert words(" ".join(timed)) == words(one["text"])
        starts = [start for start, _, _, _ in one["clip"]["words"]]
        assert starts == sorted(starts)
        assert all(
            start < end <= one["clip"]["duration_ms"] for start, end, _, _ in one["clip"]["words"]
        )


def test_the_spoken_form_says_every_word_that_no_rule_changes_and_says_the_others_in_full(
    installation: Installation, approved_article: dict
) -> None:
    article = installation.get_json("/api/v1/articles/sleeping-well/")
    spoken = " ".join(one["spoken"] for one in in_order(article))
    assert "Take 0.5 to 1 milligrams of melatonin" in spoken
    assert "Call nine one one if" in spoken
    assert "gabba is a messenger" in spoken
    changed = {"0.5–1", "mg", "911", "GABA"}
    kept = [word for word in WRITTEN if word not in changed]
    said = iter(words(spoken))
    assert all(word in said for word in kept)
