"""Doubts about words: abbreviations, capitals, and what is too long to be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from content.speech.doubts.written import Found, Written
from content.speech.matching import any_of
from content.speech.matching.abbreviations import abbreviated
from content.speech.rules import rules_for

LONGEST = 60
"""In characters: espeak-ng drops the end of a longer word (measured with 1.52)."""


def of_language(written: Written, language: str) -> Iterator[Found]:
    """Yield what is doubtful in this language only."""
    return written.matches(_of_language(language))


@cache
def _of_language(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    more = rules_for(language).doubts.more
    return tuple((re.compile(pattern), reason) for pattern, reason in more)


def doubtful(written: Written, language: str) -> Iterator[Found]:
    """Yield the words that the voice would spell, cut off, or take for others."""
    for match in re.finditer(rf"\S{{{LONGEST + 1},}}", written.text):
        for start, end in written.free_runs(*match.span()):
            yield start, end, f"split this word: the voice says {LONGEST} characters of it at most"
    yield from _abbreviated(written, language)
    yield from written.matches(_avoided(language))
    yield from written.matches(_unspoken(language))


def _abbreviated(written: Written, language: str) -> Iterator[Found]:
    """Yield the abbreviations that no rule took, since their place leaves more than one meaning."""
    pattern, remedies = _abbreviations(language)
    for match in pattern.finditer(written.text):
        if (remedy := remedies[match.group()]) and written.is_free(*match.span()):
            yield *match.span(), remedy


@cache
def _abbreviations(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    rules = rules_for(language)
    remedies: dict[str, str] = {}
    for one in rules.abbreviations:
        for short in one.written:
            remedies[short] = remedies.get(short) or one.remedy
    return abbreviated(rules), remedies


@cache
def _avoided(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the abbreviations that have a remedy of their own."""
    doubts = rules_for(language).doubts
    return (
        *(
            (re.compile(rf"(?<![\w.]){re.escape(short)}(?!\w)"), reason)
            for short, reason in doubts.avoid.items()
        ),
        *(
            (re.compile(rf"(?<!\w){re.escape(short)}(?=\s[0-9]|(?<=\.)[0-9])"), reason)
            for short, reason in doubts.before_number.items()
        ),
    )


@cache
def _unspoken(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = rules_for(language)
    doubts = rules.doubts
    counted = "|".join(f"{word}s?" for word in doubts.counted)
    one = any_of(rules.one_behind)
    return tuple(
        (re.compile(pattern), reason)
        for pattern, reason in (
            (
                rf"(?<!\w)(?i:{counted})\s(?P<piece>[IVX]+[ab]?)(?!\w)",
                'write the number in digits, as in "stage 2"',
            ),
            (
                rf"(?<!\w)(?!(?:{any_of(doubts.known)})(?!\w))"
                r"(?:[A-Z]{2,6}s?(?!\w|-[0-9])|[A-Z]{2,}[a-z]{2,})",
                "write it in full, or in small letters if it is a word",
            ),
            (
                r"(?!)"
                if not doubts.article
                else r"(?<=[\w,;] )A(?![\w'’.-])|(?<![\w&])A(?=[+&/–—]|\s[^\w\s(“‘\"'«])",
                'write "a" in small letters, or "the letter A" in words',
            ),
            # "q.4.h.", "y.o.", but not the times of the day.
            (r"(?<![\w.])(?![ap]\.m\.)(?:[a-z]\.){2,}", "write it in words"),
            (
                rf"(?<![\w'’])(?!(?:{any_of(doubts.no_vowel)})(?!\w))"
                rf"[{doubts.consonants}]{{2,5}}(?![\w'’])",
                "write it in words",
            ),
            # A unit of one letter that no number stands before.
            (rf"(?<!\w)(?:{one}|in)\s(?P<piece>[gLl])(?![\w'’-])", "write the unit in words"),
        )
    )
