"""Days of the calendar and times of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from content.speech.matching.base import BEFORE, DASH, DASHES, Part, Rule, any_of
from content.speech.rules import Clock, Dates, Rules

_BEHIND = rf"(?![{DASHES}\w/]|[.,:]\d)"


def numeric(dates: Dates) -> Rule:
    """A date of digits that can be read as one day only: "2026-11-25", "11/25/2026"."""
    iso = re.compile(rf"{BEFORE}(?P<y>[12][0-9]{{3}})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}}){_BEHIND}")
    other = re.compile(
        rf"{BEFORE}(?P<one>[0-9]{{1,2}})(?P<sign>[/-])(?P<two>[0-9]{{1,2}})(?P=sign)"
        rf"(?P<y>[12][0-9]{{3}}){_BEHIND}"
    )

    def readings(match: re.Match[str]) -> set[date]:
        found = set()
        for order in dates.orders:
            first, second = (order.replace("y", "").index(part) for part in "md")
            pair = (int(match["one"]), int(match["two"]))
            found.add(_day(int(match["y"]), pair[first], pair[second]))
        return {day for day in found if day is not None}

    def rule(text: str) -> Iterator[list[Part]]:
        for match in iso.finditer(text):
            day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
            if day is not None:
                yield [Part(*match.span(), dates.say(day.year, day.month, day.day))]
        for match in other.finditer(text):
            days = readings(match)
            if len(days) == 1:
                (day,) = days
                yield [Part(*match.span(), dates.say(day.year, day.month, day.day))]

    return rule


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months(dates: Dates) -> Rule:
    """The abbreviation of a month beside a number: "Nov. 25, 2026", "25 Nov 2026"."""
    short = any_of(dates.short)
    pattern = re.compile(
        rf"(?<![{DASHES}\w./])(?P<month>{short})(?:\.(?=,?\s?[0-9])|(?=,?\s[0-9]))"
        rf"|(?<=[0-9]\s)(?P<behind>{short})(?:\.(?=,?\s)|(?!\w))"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            number = dates.short[match["month"] or match["behind"]]
            yield [Part(*match.span(), dates.months[number - 1])]

    return rule


def _marker(match: re.Match[str], rules: Rules) -> Iterator[Part]:
    """Yield what is said for "a.m." or "AM" between two times; capitals are names of letters."""
    marker = match["low_marker"] or ""
    start, end = match.span("low_marker")
    gap = len(marker) - len(marker.lstrip())
    if gap:
        yield Part(start, start + gap, " ")
    if marker.strip().isupper():
        entry = rules.letters(marker.strip())
        yield Part(start + gap, end, f"{'' if gap else ' '}{entry.alias}", entry.phonemes)
    elif marker:
        yield Part(start + gap, end, marker[gap:])


def times(rules: Rules, clock: Clock) -> Rule:
    """Full hours, hours with a zero before them, and from one time to another.

    A time like "8:30 a.m." is said right as it is written, where its place tells that it is one.
    """
    doubts = rules.doubts
    hours = "(?:2[0-3]|1[0-9]|0?[0-9])"
    marker = doubts.clock_behind
    moment = rf"(?P<{{0}}>{hours})(?::(?P<{{0}}_minutes>[0-5][0-9]))?"
    pattern = re.compile(
        rf"{BEFORE}{moment.format('low')}(?P<low_marker>{marker})?"
        rf"(?P<dash>{DASH})(?P<high>{hours})(?::(?P<high_minutes>[0-5][0-9]))?(?P<marker>{marker})?"
        r"(?![\w:/%°]|[.,]\d)"
    )
    single = re.compile(
        rf"{BEFORE}(?P<low>{hours}):(?P<low_minutes>[0-5][0-9])(?P<marker>{marker})?"
        r"(?![\w:/%°]|[.,]\d)"
    )
    told = re.compile(rf"(?<!\w)(?:{any_of(doubts.clock_before)})\s[(\"“]?\Z", re.IGNORECASE)

    def said(match: re.Match[str], name: str, *, marked: bool) -> Part | None:
        """Return the part of a time, or None where there is no such time."""
        hour, minute = int(match[name]), int(match[f"{name}_minutes"] or 0)
        if marked and not 1 <= hour <= 12:
            return None
        start, end = match.span(name)[0], match.span(name)[1]
        if match[f"{name}_minutes"]:
            end = match.span(f"{name}_minutes")[1]
        return Part(start, end, clock.say(hour, minute, marked))

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            marked = bool(match["marker"])
            by_colon = bool(match["low_minutes"] and match["high_minutes"])
            if not marked and not (by_colon and told.search(text[: match.start()])):
                continue
            low = said(match, "low", marked=marked)
            high = said(match, "high", marked=marked)
            if low and high:
                dash = Part(*match.span("dash"), f" {rules.to} ")
                yield [low, *_marker(match, rules), dash, high]
        for match in single.finditer(text):
            marked = bool(match["marker"])
            if marked or told.search(text[: match.start()]):
                part = said(match, "low", marked=marked)
                if part is not None:
                    yield [part]

    return rule
