"""Which prompts there are, and which values their slots take. The words are one module a language.

A prompt is one sentence, or the words of one key. Every expansion is voiced as a whole, so every
slot has a bound, and every bound a reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.prompts import guide

Values = tuple[str, ...]

FEW_PAGES = 8
"""Texts of so many pages are told from longer ones, whose prompts are in a file of their own: most
visits need the short one alone, a tenth as heavy."""
MOST_PAGES = 16
"""Up to this many pages a text says "Page 2 of 4" as one sentence: every pair is a clip, and 16
pages are 136 of them. The shipped sample (489 words) has 6 pages at the usual size on a 24-inch
panel and 15 on a 10-inch one of 1280 by 800."""
MOST_PAGES_ALONE = 99
"""A longer text says the same in two parts, "Page 31" and "of 44", up to here. Beyond, the page is
shown and not said."""
SIZES = tuple(map(str, range(1, 5)))
THEMES = ("plain", "dark", "light", "soft")
RATES = ("0.5", "0.75", "1", "1.25", "1.5", "1.75", "2")
PAUSES = ("longer", "longest")
SPACINGS = 3
"""How many steps there are of the space between lines, and of that between letters."""
VOLUMES = tuple(map(str, range(1, 11)))
WARNING_SECONDS = 45
"""How long the question "Are you still there?" waits (TIM-3)."""
KEY_ACTIONS = (
    "up",
    "down",
    "select",
    "back",
    "next",
    "help",
    "quieter",
    "louder",
    "slower",
    "faster",
    "pause",
    "repeat",
    "where",
    "audio",
    "language",
    "curtain",
    "move",
    "urgent",
    "finish",
)
"""What a key can mean (docs/audio-mode.md): "what is this key" names each."""
MOST_CHOICES = 12
"""A screen has at most seven choices (COG-8); settings may have a few more."""
MOST_ITEMS = 24
"""The keys of one part of a screen are at most so many; "item 3 of 9" is said in two parts."""
LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = tuple("0123456789")
FOUND = tuple(map(str, range(1, 25)))
"""How many articles a search shows: four screens. Whoever found more is asked for more letters."""

WORDS, NAMES, PAGES, SECONDS = "words", "names", "pages", "seconds"
GUIDE, SEARCH, LONG, LETTER = "guide", "search", "long", "letters"
FAMILIES = (WORDS, NAMES, PAGES, SECONDS, GUIDE, SEARCH, LONG, LETTER)
"""What is published in a file of its own: the first with all that every screen needs, the others
are fetched by the screens that need them. The name of a language is by itself, since the screens of
the others need nothing else of it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What all languages have in common of a prompt.

    ``slots`` are its placeholders, and ``values`` each expansion's values for them, in that order.
    With ``choice`` the words of a language are a table by the value of the first slot, with
    ``plural`` one by "one" and "other" (1 is one; right for English and Spanish). ``script`` says
    that scripts fill it; ``heard`` is off for what only assistive technology gets (names of groups,
    titles of windows); ``later`` is on for what waits for a screen that uses it. A prompt without
    ``bounded`` takes what content gives, and each filling is voiced when it appears.
    """

    slots: tuple[str, ...] = ()
    values: tuple[Values, ...] = ((),)
    choice: bool = False
    plural: bool = False
    script: bool = False
    heard: bool = True
    later: bool = False
    bounded: bool = True
    family: str = WORDS


def _each(values: Iterable[str]) -> tuple[Values, ...]:
    return tuple((value,) for value in values)


def _numbers(most: int) -> Iterable[str]:
    return map(str, range(1, most + 1))


def _pages(fewest: int, most: int) -> tuple[Values, ...]:
    return tuple(
        (str(page), str(pages)) for pages in range(fewest, most + 1) for page in range(1, pages + 1)
    )


def _content(*slots: str, plural: bool = False) -> Shape:
    return Shape(slots, (), plural=plural, bounded=False)


_PLAIN = Shape()
_UNHEARD = Shape(heard=False)
_SCRIPT = Shape(script=True)
_GUIDE = Shape(family=GUIDE)
_SEARCHING = Shape(family=SEARCH)
_SEARCHED = Shape(script=True, family=SEARCH)

PROMPTS: dict[str, Shape] = {
    # Every screen
    "mark": _PLAIN,
    "urgent-help": _PLAIN,
    "size": _PLAIN,
    "colours": _PLAIN,
    "staff": _PLAIN,
    "ask-desk": _SCRIPT,
    "banner": _UNHEARD,
    # Every screen: languages, more controls
    "more": _PLAIN,
    "close-more": _PLAIN,
    "own-name": Shape(family=NAMES),
    "languages-key": _PLAIN,
    "title-languages": _UNHEARD,
    "languages-title": _PLAIN,
    "title-not-translated": _UNHEARD,
    "not-translated": _PLAIN,
    "not-translated-then": _PLAIN,
    # The keys
    "listen": _PLAIN,
    "read-screen": _PLAIN,
    "hear-it": _PLAIN,
    "pause": _PLAIN,
    "back-one": _PLAIN,
    "skip-one": _PLAIN,
    "again": _PLAIN,
    "slower": _PLAIN,
    "faster": _PLAIN,
    "quieter": _PLAIN,
    "louder": _PLAIN,
    "go-on": _PLAIN,
    "slowly": _PLAIN,
    "one-at-a-time": _PLAIN,
    "page-back": _PLAIN,
    "page-on": _PLAIN,
    "articles-key": _PLAIN,
    "all-topics": _PLAIN,
    "another-topic": _PLAIN,
    "back-to-article": _PLAIN,
    "finish": _PLAIN,
    "listen-group": _UNHEARD,
    "ear-group": _UNHEARD,
    "held-word": _UNHEARD,
    "voice-group": _UNHEARD,
    # Settings
    "settings-key": _PLAIN,
    "settings-title": _PLAIN,
    "back-key": _PLAIN,
    "smaller": _PLAIN,
    "larger": _PLAIN,
    "theme-back": _PLAIN,
    "theme-on": _PLAIN,
    "line": _PLAIN,
    "line-less": _PLAIN,
    "line-more": _PLAIN,
    "letters": _PLAIN,
    "letters-less": _PLAIN,
    "letters-more": _PLAIN,
    "speed": _PLAIN,
    "pausing": _PLAIN,
    "pausing-less": _PLAIN,
    "pausing-more": _PLAIN,
    "loudness": _PLAIN,
    "set-reach": _PLAIN,
    "set-reach-off": _PLAIN,
    "set-reach-on": _PLAIN,
    "set-curtain": _PLAIN,
    "set-curtain-off": _PLAIN,
    "set-curtain-on": _PLAIN,
    "set-audio": _PLAIN,
    "set-audio-off": _PLAIN,
    "set-audio-on": _PLAIN,
    "everything": _PLAIN,
    "reset": _PLAIN,
    "step-of": Shape(
        ("step", "steps"),
        tuple(
            (str(step), str(steps))
            for steps in (SPACINGS, len(SIZES), len(VOLUMES))
            for step in range(1, steps + 1)
        ),
        script=True,
    ),
    "pauses-usual": _SCRIPT,
    "setting-on": _SCRIPT,
    "setting-off": _SCRIPT,
    "reset-done": _SCRIPT,
    # Help
    "help-key": _PLAIN,
    **dict.fromkeys(guide.PROMPTS, _GUIDE),
    # Home and topics
    "title-home": _UNHEARD,
    "home-title": _PLAIN,
    "home-touch": _PLAIN,
    "home-read": _PLAIN,
    "home-empty": _PLAIN,
    "home-kept": _PLAIN,
    "home-idle": _PLAIN,
    "urgent-door": _PLAIN,
    "topic": _content("name"),
    "articles": _content("count", plural=True),
    # Search
    "search-key": _PLAIN,
    "search-title": _SEARCHING,
    "search-hint": _SEARCHED,
    "search-spelling": _SEARCHED,
    "search-letters": _UNHEARD,
    "search-space": _SEARCHED,
    "search-delete": _SEARCHED,
    "search-clear": _SEARCHED,
    "search-show": _SEARCHED,
    "search-change": _SEARCHING,
    "search-results": _UNHEARD,
    "search-found": Shape(("count",), _each(FOUND), plural=True, script=True, family=SEARCH),
    "search-many": Shape(("count",), _each(FOUND[-1:]), script=True, family=SEARCH),
    "search-many-then": _SEARCHED,
    "search-near": _SEARCHED,
    "search-near-found": Shape(("count",), _each(FOUND), plural=True, script=True, family=SEARCH),
    "search-none": _SEARCHED,
    "search-none-then": _SEARCHED,
    "search-empty": _SEARCHED,
    "search-empty-then": _SEARCHED,
    "search-short": _SEARCHED,
    "search-short-then": _SEARCHED,
    "search-failed": _SEARCHED,
    # An article
    "listen-to-article": _PLAIN,
    "notice": _UNHEARD,
    "important": _UNHEARD,
    "reviewed": _content("who", "day"),
    "review-due": _content("day"),
    "not-reviewed": _PLAIN,
    "sample-not-reviewed": _PLAIN,
    # The closing screen, and what is gone
    "closing-kept": _PLAIN,
    "closing-clears": _PLAIN,
    "title-gone": _UNHEARD,
    "gone-title": _PLAIN,
    "gone-why": _PLAIN,
    # Are you still there?
    "still-there": _PLAIN,
    "still-touch": _PLAIN,
    "still-seconds": Shape(
        ("seconds",),
        _each(map(str, range(WARNING_SECONDS + 1))),
        plural=True,
        script=True,
        family=SECONDS,
    ),
    "stay": _PLAIN,
    # Audio mode
    "am-on": _SCRIPT,
    "am-off": _SCRIPT,
    "am-keys": _SCRIPT,
    "am-keys-two": _SCRIPT,
    "am-article": _SCRIPT,
    "am-article-two": _SCRIPT,
    "am-choices": Shape(("count",), _each(_numbers(MOST_CHOICES)), plural=True, script=True),
    "am-choices-two": Shape(("count",), _each(_numbers(MOST_CHOICES)), plural=True, script=True),
    "am-look": _SCRIPT,
    "am-look-two": _SCRIPT,
    "am-after": _SCRIPT,
    "am-after-two": _SCRIPT,
    "am-text": _SCRIPT,
    "am-paused": _SCRIPT,
    "am-not-here": _SCRIPT,
    "am-is-on": _SCRIPT,
    "am-is-off": _SCRIPT,
    "am-is-chosen": _SCRIPT,
    "am-is-open": _SCRIPT,
    "am-is-closed": _SCRIPT,
    "am-start": _SCRIPT,
    "am-end": _SCRIPT,
    "am-item": Shape(("item",), _each(_numbers(MOST_ITEMS)), script=True),
    "am-of": Shape(("items",), _each(_numbers(MOST_ITEMS)), script=True),
    "am-what": _SCRIPT,
    "am-key": Shape(("action",), _each(KEY_ACTIONS), choice=True, script=True),
    "am-no-key": _SCRIPT,
    "am-go-on": _SCRIPT,
    "am-words": _SCRIPT,
    "am-words-two": _SCRIPT,
    "words": _PLAIN,
    "curtain-on": _SCRIPT,
    "curtain-how": _SCRIPT,
    "curtain-off": _SCRIPT,
    "speaker-ask": _PLAIN,
    "speaker-near": _PLAIN,
    "speaker-yes": _PLAIN,
    "speaker-no": _PLAIN,
    # Answers
    "page-of": Shape(("page", "pages"), _pages(1, FEW_PAGES), script=True, family=PAGES),
    "page-of-many": Shape(
        ("page", "pages"), _pages(FEW_PAGES + 1, MOST_PAGES), script=True, family=LONG
    ),
    "page-alone": Shape(
        ("page",), _each(map(str, range(1, MOST_PAGES_ALONE + 1))), script=True, family=LONG
    ),
    "of-pages": Shape(
        ("pages",),
        _each(map(str, range(MOST_PAGES + 1, MOST_PAGES_ALONE + 1))),
        script=True,
        family=LONG,
    ),
    "size-is": Shape(("size",), _each(SIZES), script=True),
    "theme": Shape(("theme",), _each(THEMES), choice=True, script=True),
    "rate": Shape(("rate",), _each(RATES), choice=True, script=True),
    "pauses": Shape(("pauses",), _each(PAUSES), choice=True, script=True),
    "single-on": _SCRIPT,
    "single-off": _SCRIPT,
    "volume": Shape(("volume",), _each(VOLUMES), script=True),
    "volume-most": _SCRIPT,
    "volume-least": _SCRIPT,
    "voice-failed": _SCRIPT,
    "voice-failed-then": _SCRIPT,
    # For the keyboard of a search
    "letter": Shape(("letter",), _each(LETTERS), script=True, family=LETTER),
    "digit": Shape(("digit",), _each(DIGITS), script=True, family=LETTER),
}
