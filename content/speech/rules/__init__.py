"""What each language's rules are: data, one module a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry, in the terms of W3C PLS 1.0.

    ``alias`` is what is said instead, in letters; ``phonemes`` how, in espeak-ng's own symbols.
    An alias shows in the spoken form; phonemes leave its letters as they are written.
    """

    grapheme: str
    alias: str = ""
    phonemes: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its symbols, and its name for one and for many."""

    symbols: tuple[str, ...]
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's rules. Every word of them is said, so every word of them is reviewed."""

    lexicon: tuple[Entry, ...]
    units: tuple[Unit, ...]
    digits: tuple[str, ...]
    digit_by_digit: tuple[str, ...]
    comparisons: dict[str, str]
    fractions: dict[str, str]
    symbols: dict[str, str]
    to: str
    per: str
    over: str
    decimal: str
    thousands: str


class NoRules(ValueError):
    """A language that has no rules; the message names it."""


@cache
def rules_for(language: str) -> Rules:
    """Return a language's rules; raise :class:`NoRules` where it has none."""
    if language not in ("en",):
        raise NoRules(f"There are no rules for saying {language!r}.")
    rules: Rules = import_module(f"content.speech.rules.{language}").RULES
    return rules
