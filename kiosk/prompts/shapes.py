"""Which prompts there are, and which values their slots take. The words are one module a language.

A prompt is one sentence, or the words of one key. Every expansion is voiced as a whole, so every
slot has a bound, and every bound a reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
VOLUMES = tuple(map(str, range(1, 11)))
WARNING_SECONDS = 45
"""How long the question "Are you still there?" waits (TIM-3)."""
LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = tuple("0123456789")

WORDS, NAMES, PAGES, SECONDS, LONG, LETTER = (
    "words",
    "names",
    "pages",
    "seconds",
    "long",
    "letters",
)
FAMILIES = (WORDS, NAMES, PAGES, SECONDS, LONG, LETTER)
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


def _pages(fewest: int, most: int) -> tuple[Values, ...]:
    return tuple(
        (str(page), str(pages)) for pages in range(fewest, most + 1) for page in range(1, pages + 1)
    )


def _content(*slots: str, plural: bool = False) -> Shape:
    return Shape(slots, (), plural=plural, bounded=False)


_PLAIN = Shape()
_UNHEARD = Shape(heard=False)
_SCRIPT = Shape(script=True)

PROMPTS: dict[str, Shape] = {
    # Every screen
    "mark": _PLAIN,
    "urgent-help": _PLAIN,
    "size": _PLAIN,
    "colours": _PLAIN,
    "staff": _PLAIN,
    "ask-desk": _PLAIN,
    "banner": _UNHEARD,
    # Every screen: languages, more controls (pieces: languages, layout)
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
    # Help
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
    "letter": Shape(("letter",), _each(LETTERS), later=True, family=LETTER),
    "digit": Shape(("digit",), _each(DIGITS), later=True, family=LETTER),
}
