"""What the help tells: complete, in plain short sentences, by the names that the keys have."""

from __future__ import annotations

import re

import pytest

from kiosk.prompts import catalogue, guide
from kiosk.publication.addresses import SCREENS

MOST_WORDS = 20

# Where the help tells of each thing that is there for people who see, hear, read or move otherwise.
FEATURES = {
    "larger text": "guide-size",
    "colours and spaces": "guide-looks",
    "keys within reach": "guide-reach",
    "touches of a tremor": "guide-tremble",
    "text in pages": "guide-pages",
    "reading aloud": "guide-article-listen",
    "the sentence and word that are said": "guide-marks",
    "again, and slowly": "guide-again",
    "one sentence at a time": "guide-single",
    "speed and volume": "guide-speed",
    "a word alone, and its meaning": "guide-word",
    "audio mode": "guide-audio-what",
    "how audio mode starts": "guide-audio-start",
    "the keypad": "guide-audio-keys",
    "what a key does": "guide-audio-help",
    "two switches": "guide-audio-two",
    "the cover": "guide-audio-cover",
    "headphones out": "guide-audio-out",
    "search that forgives spelling": "guide-finding-search",
    "languages": "guide-finding-language",
    "urgent help": "guide-finding-urgent",
    "time to answer": "guide-time-more",
    "privacy": "home-kept",
    "ending at once": "guide-time-finish",
}

# The keys that sentences of the help name.
NAMED = {
    "guide-home-listen": ("read-screen",),
    "guide-topic-more": ("page-on",),
    "guide-article-listen": ("listen",),
    "guide-article-finish": ("finish",),
    "guide-pages": ("page-on", "page-back"),
    "guide-size": ("size",),
    "guide-looks": ("settings-key",),
    "guide-reach": ("settings-key",),
    "guide-again": ("again", "slowly"),
    "guide-single": ("one-at-a-time",),
    "guide-speed": ("slower", "faster", "quieter", "louder"),
    "guide-audio-cover": ("settings-key",),
    "guide-closing-back": ("back-to-article",),
    "guide-gone-on": ("all-topics",),
    "guide-settings-back": ("back-key",),
    "guide-try-hear": ("hear-it",),
    "guide-try-turn": ("page-on",),
    "guide-time-finish": ("finish",),
}

TOLD = {one for _, texts in guide.WHOLE for one in texts}


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_no_sentence_of_the_help_has_more_than_20_words_COG_2(language: str) -> None:
    for prompt in guide.PROMPTS:
        for sentence in re.split(r"[.?!](?:\s|$)", catalogue.words(language, prompt)):
            assert len(sentence.split()) <= MOST_WORDS, prompt


def test_the_help_tells_of_every_kind_of_screen_COG_6() -> None:
    # Help about help would lead nowhere; what says a thing or two about languages needs none.
    assert {*SCREENS, "topic", "article", "gone"} - {"help", "languages", "not-translated"} == set(
        guide.HERE
    )
    assert all(0 < len(told) <= 7 for told in guide.HERE.values())


def test_the_help_tells_of_everything_that_is_there_for_access_DOC_2() -> None:
    assert set(FEATURES.values()) <= TOLD


def test_the_help_names_the_desk_as_another_way_DOC_3() -> None:
    assert "staff" in TOLD


def test_the_help_says_when_a_visit_ends_by_itself_and_how_it_goes_on_TIM_5() -> None:
    assert {"guide-time-limit", "guide-time-voice", "guide-time-more"} <= TOLD
    assert "two minutes" in catalogue.words("en", "guide-time-limit")
    assert "five minutes" in catalogue.words("en", "guide-time-voice")
    assert "45 seconds" in catalogue.words("en", "guide-time-more")


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_the_help_calls_keys_by_the_words_that_are_on_them_COG_7(language: str) -> None:
    for prompt, keys in NAMED.items():
        told = catalogue.words(language, prompt)
        for key in keys:
            assert catalogue.words(language, key) in told, (prompt, key)
