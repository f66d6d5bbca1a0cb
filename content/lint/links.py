"""The list of sources: what needs a look. Nothing is fetched, since the desk works without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import SplitResult, urlsplit

from content.lint.data import Rules
from content.lint.findings import Raised
from content.lint.text import Line, Text

MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), 1)
} | {"setiembre": 9}
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WRITTEN = re.compile(r"\b(\d{1,2})(?: de)? ([^\W\d]+)(?: de)? (\d{4})\b")
_AMERICAN = re.compile(r"\b([^\W\d]+) (\d{1,2}), (\d{4})\b")
_MONTH = re.compile(r"\b([^\W\d]+)(?: de)? (\d{4})\b")
_YEAR = re.compile(r"\b(\d{4})\b")


def check(text: Text, rules: Rules, today: date) -> Iterator[Raised]:
    """Yield each source that somebody should look at, with the reason."""
    for source, line in text.sources:
        for code, fields in _address(source["url"]):
            if rule := rules.get(f"links.{code}"):
                yield Raised(rule, line, *_title(source, line), fields)
        yield from _dated(source["date"], line, rules, today)


def _title(source: dict[str, str], line: Line) -> tuple[int, int]:
    """Return where a source's title stands: only a title links."""
    start = line.text.find(source["title"])
    return (start, len(source["title"])) if start >= 0 else (0, len(line.text))


def _address(url: str) -> Iterator[tuple[str, dict[str, object]]]:
    if not url:
        yield "no_address", {}
        return
    try:
        parts = urlsplit(url)
    except ValueError:
        yield "scheme", {"value": url}
        return
    if parts.scheme not in ("http", "https") or not parts.netloc:
        yield "scheme", {"value": url}
        return
    if parts.scheme == "http":
        yield "insecure", {"value": parts.netloc}
    if _is_bare(parts):
        yield "front_page", {"value": parts.netloc}


def _is_bare(parts: SplitResult) -> bool:
    return parts.path.strip("/") == "" and not parts.query and not parts.fragment


def _dated(written: str, line: Line, rules: Rules, today: date) -> Iterator[Raised]:
    if not written:
        if rule := rules.get("links.undated"):
            yield Raised(rule, line, 0, len(line.text))
        return
    day = earliest(written)
    start = max(0, line.text.rfind(written))
    place = (start, min(len(written), len(line.text) - start))
    if day is None:
        return
    if day > today:
        if rule := rules.get("links.future"):
            yield Raised(rule, line, *place, {"value": written})
        return
    old = rules.get("links.old")
    if old and _years_before(today, old.limit) > day:
        yield Raised(old, line, *place, {"value": written, "limit": old.limit})


def earliest(written: str) -> date | None:
    """Return the first day that a date as people write it can mean; None where it is none."""
    if match := _ISO.search(written):
        return _day(*(int(piece) for piece in match.groups()))
    if match := _WRITTEN.search(written):
        return _day(int(match[3]), MONTHS.get(match[2].lower(), 0), int(match[1]))
    if match := _AMERICAN.search(written):
        return _day(int(match[3]), MONTHS.get(match[1].lower(), 0), int(match[2]))
    if (match := _MONTH.search(written)) and match[1].lower() in MONTHS:
        return _day(int(match[2]), MONTHS[match[1].lower()], 1)
    if match := _YEAR.search(written):
        return _day(int(match[1]), 1, 1)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years_before(day: date, years: int) -> date:
    year = max(1, day.year - years)
    return _day(year, day.month, day.day) or date(year, 2, 28)
