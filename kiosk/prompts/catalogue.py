"""The catalogue: what is written of each prompt in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from django.conf import settings

from kiosk.prompts.shapes import LETTERS, PROMPTS, SEARCH, Shape

LANGUAGES = ("en", "es")
"""The languages that the catalogue has, each complete."""

Words = str | dict[str, str]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A prompt with its slots filled: what is shown, and as a whole what is said."""

    prompt: str
    text: str
    family: str


def language_of(wanted: str) -> str:
    """Return the language whose words a page of a language has: its own, else English."""
    return wanted if wanted in LANGUAGES else "en"


def offered() -> list[str]:
    """Return the languages of the catalogue that this installation offers, the kiosk's own first."""
    wanted = [settings.PLAINVOICE_LANGUAGE, *settings.PLAINVOICE_LANGUAGES]
    return list(dict.fromkeys(language_of(one) for one in wanted))


def words(language: str, prompt: str, **values: object) -> str:
    """Return a prompt's words with its slots filled.

    Raises :class:`KeyError` for a prompt that there is not, or a slot without a value.
    """
    shape = PROMPTS[prompt]
    given: Words = _module(language).TEXTS[prompt]
    if isinstance(given, dict):
        first = str(values[shape.slots[0]])
        given = given[first if shape.choice else "one" if first == "1" else "other"]
    return given.format(**values)


def day(language: str, iso: str) -> str:
    """Return an ISO date as people say it: "24 November 2026"."""
    found = date.fromisoformat(iso)
    module = _module(language)
    return str(
        module.DAY.format(day=found.day, month=module.MONTHS[found.month - 1], year=found.year)
    )


def joined(language: str, names: list[str]) -> str:
    """Return a list in words: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{_module(language).AND}{names[-1]}"


def reviewer(language: str) -> str:
    """Return what a reviewer is called who gave neither name nor profession."""
    return str(_module(language).REVIEWER)


def profession(language: str, written: str) -> str:
    """Return a profession in the words of a language, as it is written where it has none."""
    roles: dict[str, str] = _module(language).ROLES
    return roles.get(written, written)


def is_content(prompt: str) -> bool:
    """Whether a prompt's words are content's alone: in the page's language, whatever the catalogue's."""
    return prompt == "topic"


@cache
def expansions(language: str) -> tuple[Expansion, ...]:
    """Return every bounded prompt that is heard, with every value of its slots, in order."""
    return tuple(_expansions(language))


def _expansions(language: str) -> Iterator[Expansion]:
    for prompt, shape in PROMPTS.items():
        if shape.heard and shape.bounded:
            for values in _values(language, prompt, shape):
                filled = dict(zip(shape.slots, values, strict=True))
                yield Expansion(prompt, words(language, prompt, **filled), shape.family)


def letters(language: str) -> tuple[str, ...]:
    """Return the letters that words of a language are typed with, in its alphabet's order."""
    return tuple(_module(language).ALPHABET)


def typed(language: str) -> tuple[str, ...]:
    """Return the same letters in the rows in which the language's keyboards have them."""
    return tuple(_module(language).TYPED)


def _values(language: str, prompt: str, shape: Shape) -> tuple[tuple[str, ...], ...]:
    if prompt != "letter":
        return shape.values
    return tuple((letter,) for letter in (*LETTERS, *_module(language).LETTERS))


@cache
def for_scripts(language: str, *, searching: bool = False) -> dict[str, Any]:
    """Return the words that scripts fill, by prompt: they are in every page, those of the search in
    its own alone.
    """
    texts = _module(language).TEXTS
    return {
        prompt: texts[prompt]
        for prompt, shape in PROMPTS.items()
        if shape.script and (searching or shape.family != SEARCH)
    }


def _module(language: str) -> ModuleType:
    return import_module(f"kiosk.prompts.{language_of(language)}")
