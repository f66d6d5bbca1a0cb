"""Spanish days and times of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from content.speech.matching.base import BEFORE, DASHES, JOINING_DASHES, Part, Rule, any_of
from content.speech.rules import Rules
from content.speech.rules.es.numbers import cardinal

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
    *("septiembre", "octubre", "noviembre", "diciembre"),
)
CLOCK = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_HALVES = {"a": "a eme", "p": "pe eme"}
_HALF = r"(?:[ap]\.\s?m\.|[AP]\.\s?M\.|[ap]m|[AP]M)"
_HOURS = "(?:hrs|hr|hs|h)"
_ONE = (
    # "A las 8:30 y 9" would be heard as 39 minutes past eight.
    rf"(?:{CLOCK}(?![\d:/]|[.,]\d|\sy\s\d)(?:\s?(?:{_HALF}|{_HOURS})(?![\w/]))?"
    rf"|(?:[1-9]|1[0-2])\s?{_HALF}(?![\w/]))"
)
_IN_HOURS = re.compile(r"\shoras?(?!\w)")
_PIECE = re.compile(
    rf"(?P<hour>[0-9]{{1,2}})(?::(?P<minutes>[0-9]{{2}}))?"
    rf"(?:(?P<gap>\s?)(?:(?P<half>{_HALF})|(?P<hours>{_HOURS}))(?![\w/]))?"
)


def days(_rules: Rules) -> Rule:
    """ "1.º de agosto", "31/08/2016", "2016-08-31": the day goes first, or the year."""
    first = re.compile(rf"{BEFORE}(?P<day>1(?:\.º|º|ro)?)(?=\sde\s(?i:{any_of(MONTHS)})(?!\w))")
    numeric = re.compile(
        rf"{BEFORE}(?:(?P<day>[0-9]{{1,2}})(?P<mark>[/-])(?P<month>[0-9]{{1,2}})(?P=mark)"
        r"(?P<year>(?:19|20)[0-9]{2})"
        r"|(?P<iso_year>(?:19|20)[0-9]{2})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2}))"
        rf"(?![\w/]|[.,:]\d|\sy\s\d|[{JOINING_DASHES}]\S|\s?[{DASHES}]\s?\d)"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in first.finditer(text):
            # As it is said in America; in Spain it is "uno de agosto".
            yield [Part(*match.span("day"), "primero")]
        for match in numeric.finditer(text):
            day = _day(match)
            if day is not None:
                yield [Part(*match.span(), say_day(day.year, day.month, day.day))]

    return rule


def say_day(year: int, month: int, day: int) -> str:
    """Return what is said for a day."""
    number = "primero" if day == 1 else cardinal(day)
    return f"{number} de {MONTHS[month - 1]} de {cardinal(year)}"


def _day(match: re.Match[str]) -> date | None:
    """Return the day that digits name, or None where they name none, or two of them."""
    try:
        if match["iso_year"]:
            return date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        day, month = int(match["day"]), int(match["month"])
        # In the United States "03/04/2020" is the fourth of March.
        if day <= 12 and day != month:
            return None
        return date(int(match["year"]), month, day)
    except ValueError:
        return None


def times(_rules: Rules) -> Rule:
    """ "a las 8:30 a. m.", "de 8:00 a 17:30 h", "8 p. m."."""
    pattern = re.compile(rf"{BEFORE}{_ONE}(?:\s(?:a|y|o|hasta)\s(?:las?\s)?{_ONE})*")
    before = re.compile(r"(?<!\w)las?\s\Z", re.IGNORECASE)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            pieces = list(_PIECE.finditer(text, *match.span()))
            # What nothing tells to be a time may be a ratio: "1:10".
            told = any(piece["half"] or piece["hours"] for piece in pieces)
            told = told or bool(_IN_HOURS.match(text, match.end()))
            # "De 9:00 a 13:00" can be no ratio.
            told = told or (len(pieces) > 1 and any(one["minutes"] == "00" for one in pieces))
            if told or before.search(text[: match.start()]):
                for piece in pieces:
                    yield list(_time(piece))

    return rule


def say_time(hour: int, minutes: int) -> str:
    """Return what is said for a time of the day. The hours are feminine: "la una"."""
    said = cardinal(hour, "una")
    if not minutes:
        return said
    return f"{said} {'cero ' if minutes < 10 else ''}{cardinal(minutes)}"


def _time(match: re.Match[str]) -> Iterator[Part]:
    hour, minutes = int(match["hour"]), int(match["minutes"] or 0)
    end = match.end("minutes") if match["minutes"] else match.end("hour")
    yield Part(match.start(), end, say_time(hour, minutes))
    if match["half"] or match["hours"]:
        tail = "half" if match["half"] else "hours"
        hours = "hora" if (hour, minutes) == (1, 0) else "horas"
        name = _HALVES[match["half"][0].casefold()] if match["half"] else hours
        if match["gap"]:
            yield Part(*match.span("gap"), " ")
            yield Part(*match.span(tail), name)
        else:
            yield Part(*match.span(tail), f" {name}")
