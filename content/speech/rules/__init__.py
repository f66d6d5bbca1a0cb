"""What each language's rules are: data, one module a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry, in the terms of W3C PLS 1.0.

    ``alias`` is what is said instead, in letters; ``phonemes`` how, in espeak-ng's own symbols. An
    alias shows in the spoken form; phonemes without one leave its letters as they are written.
    With both, each word of the alias has a word of phonemes.

    With ``after`` or ``before`` the entry holds only right behind one of the words ``after``, or
    right before one of the words ``before``, in the case of its letters.
    """

    grapheme: str
    alias: str = ""
    phonemes: str = ""
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its symbols, and its name for one and for many.

    The names are known in the text too, and said there as they are written.
    """

    symbols: tuple[str, ...]
    one: str
    many: str
    behind: tuple[str, ...] = ()
    """Further symbols, which hold only behind "per": the "h" of "mL/h"."""
    alone: bool = False
    """Whether a symbol of it can be nothing else, so that it is said without a number too."""
    signed: bool = False
    """Whether it is counted below zero, so that a dash before its number may be a minus."""
    strength: bool = False
    """Whether the strength of medicines is given in it. Then "5 mg/10 mg" and "5-325 mg" may be two
    medicines in one, and "2 1/2 mg tablets" two of half a milligram."""
    gender: str = ""
    """What :attr:`Rules.number` is told of it."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """What is said for an abbreviation where the text beside it leaves one meaning only.

    ``after`` and ``before`` are patterns of :mod:`re`: of the end of what stands before it, and of
    the beginning of what stands behind it, spaces included. Of several for the same letters the
    first that fits counts; where none fits it is told, with ``remedy``.
    """

    written: tuple[str, ...]
    said: str
    remedy: str
    after: str = ""
    before: str = ""
    ends: bool = False
    """Whether its dot may be that of its sentence, so that it is kept before a capital letter."""


@dataclass(frozen=True, slots=True)
class Dosing:
    """How often: "q6h", "3x a day"."""

    prefixes: tuple[str, ...]
    """What stands before a number and a unit of time: "q"."""
    every: str
    units: dict[str, tuple[str, str]]
    """The units of time behind those, each with its name for one and for many."""
    times_signs: tuple[str, ...]
    """What stands behind a number for "times"."""
    times: str
    times_before: tuple[str, ...]
    """Words behind those signs where nothing else can be meant."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Days of the calendar."""

    months: tuple[str, ...]
    short: dict[str, int]
    """Abbreviations of months, without a dot, each with its number."""
    orders: tuple[str, ...]
    """Every order, of "y", "m" and "d", in which a date of digits may be written here. A date that
    two of them read as two days is not said."""
    say: Callable[[int, int, int], str]
    """From year, month and day to what is said."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Times of the day. The pattern of one is :attr:`Doubts.clock`."""

    say: Callable[[int, int, bool], str]
    """From hour and minute to what is said; the flag tells that "a.m." or the like follows."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a language's doubts are looked for with. Patterns are those of :mod:`re`.

    ``plain`` are the forms with digits that are said as they are written; ``{number}`` in them
    stands for a number that can be read in one way only. ``known`` are the words in capitals that
    the voice says right. ``avoid`` are abbreviations, in the case of their letters, each with what
    to do instead; those in ``before_number`` mean something only there.
    """

    plain: tuple[str, ...]
    clock: str
    """A time of the day."""
    clock_before: tuple[str, ...]
    """Words before a time of the day."""
    clock_behind: str
    """What stands behind a time of the day."""
    dial: tuple[str, ...]
    """Words before a number that is to be dialled."""
    dial_between: tuple[str, ...]
    """Words that may stand between those and the number."""
    known: frozenset[str]
    avoid: dict[str, str]
    before_number: dict[str, str]
    in_rows: tuple[tuple[str, ...], ...]
    """Words of which two with a hyphen between them are from the one to the other."""
    tens: tuple[str, ...]
    """Words of the rows that a hyphen joins to another into one number."""
    counted: tuple[str, ...]
    """Words before a Roman numeral."""
    consonants: str
    """Letters of which alone no word is made, as a class of characters."""
    no_vowel: tuple[str, ...]
    """Words of such letters that are said right."""
    units: tuple[str, ...]
    """Units that have no name here since they are said as letters or mistaken for others."""
    suspended: tuple[str, ...]
    """Words behind the hyphen of a word whose end stands in a later one."""
    letters: str = "aAI"
    """Letters that are a word by themselves."""
    article: bool = True
    """Whether a capital A may be an article, which is said otherwise than the letter."""
    more: tuple[tuple[str, str], ...] = ()
    """Further patterns, each with what to do about what they find."""
    signs: dict[str, str] = field(default_factory=dict)
    """Further signs that the voice says wrongly in this language, each with what to do about it."""
    reworded: dict[str, str] = field(default_factory=dict)
    """What to do about a doubt, with examples in this language for those in English."""


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
    date_behind: tuple[str, ...]
    """Words behind which two numbers with a slash are a day."""
    one_behind: tuple[str, ...]
    """Words behind which a unit has its name for one."""
    possessive: Callable[[str], str]
    """From the phonemes of a word to those of its possessive."""
    doubts: Doubts
    plus: str = "plus"
    """Before the number of another country."""
    plus_fraction: str = "and"
    """Between a number and a fraction: "2 and one half"."""
    two_in_one: str = "(?!)"
    """A pattern of what ends before the strengths of two medicines in one."""
    minus: str = "minus"
    minus_behind: tuple[str, ...] = ()
    """Words behind which a dash at a number is a minus, where its unit goes below zero."""
    number: Callable[[str, str], str] = lambda written, _gender: written
    """From a number as it is written, and the gender of what it counts, to what the engine gets."""
    called: tuple[str, ...] = ()
    """Numbers to call that are said digit by digit where a word like "call" stands before."""
    called_before: tuple[str, ...] = ()
    """Words behind a number of ``digit_by_digit`` where it is the number to call."""
    counts_before: tuple[str, ...] = ()
    """Words behind a number that are counted by it, so that it is none to call."""
    roman_one_before: tuple[str, ...] = ()
    """Words behind "I" where it is the number one."""
    numbered: dict[str, str] = field(default_factory=dict)
    """Signs straight before a number, each with the word for it."""
    dosing: Dosing = Dosing((), "", {}, (), "", ())
    dates: Dates | None = None
    clock: Clock | None = None
    abbreviations: tuple[Abbreviation, ...] = ()
    letters: Callable[[str], Entry] = Entry
    """From an initialism to its entry, letter by letter."""
    unknown_initialism: str = "(?!)"
    """A pattern of capitals that can only be an initialism, whether known or not."""
    written_number: str = ""
    """A number that can be read in one way only, as a pattern without groups, where the marks of
    decimals and thousands do not tell it."""
    value: Callable[[str], Decimal] | None = None
    """From a number of that pattern to what it is worth."""
    own: tuple[Callable[[Rules], Callable[[str], Iterator[list[Any]]]], ...] = ()
    """What makes the rules for numbers where those of other languages do not hold, in their order:
    see :data:`content.speech.matching.Rule`."""


class NoRules(ValueError):
    """A language that has no rules; the message names it."""


LANGUAGES = ("en", "es")
"""Each has a module of its name here."""


@cache
def rules_for(language: str) -> Rules:
    """Return a language's rules; raise :class:`NoRules` where it has none.

    The entries of its shipped lexicon (:mod:`content.speech.lexicons`) go before those of its
    module, which holds what a PLS file cannot express.
    """
    if language not in LANGUAGES:
        raise NoRules(f"There are no rules for saying {language!r}.")
    rules: Rules = import_module(f"content.speech.rules.{language}").RULES
    from content.speech.lexicons import entries  # which has entries of this module

    return replace(rules, lexicon=(*entries(language), *rules.lexicon))
