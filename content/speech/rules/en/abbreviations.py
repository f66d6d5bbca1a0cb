"""English abbreviations, each where its place leaves one meaning, and the Latin of doses."""

from __future__ import annotations

from collections.abc import Iterator

from content.speech.rules import Abbreviation, Dosing
from content.speech.rules.en.letters import SHOUTED, words

_NAME = r"\s[A-Z](?:[a-z'’]|\.)"
_STREET = r"(?<![\w.,])[0-9]+[A-Za-z]?\s(?:[A-Z0-9][\w'’]*\.?\s){1,3}"
_ENDS = r"\Z|[,;:)]|\s[a-z0-9#(]"
_NUMBER = r"\s?[0-9]"
_IN_FULL = "write it in full"


def _streets() -> Iterator[Abbreviation]:
    """Yield what a street's name ends with. Before a name it could begin another: it is told."""
    for short, said, other, remedy in (
        ("Dr.", "Drive", "Doctor", 'write "Doctor" or "Drive"'),
        ("St.", "Street", "Saint", 'write "Saint" or "Street"'),
    ):
        both = (short, short.removesuffix("."))
        yield Abbreviation(both, "", remedy, after=_STREET, before=_NAME)
        yield Abbreviation(both, said, remedy, after=_STREET, before=_ENDS)
        yield Abbreviation(both, other, remedy, before=_NAME)
    for short, said in (
        ("Ave.", "Avenue"),
        ("Blvd.", "Boulevard"),
        ("Hwy.", "Highway"),
        ("Ln.", "Lane"),
        ("Pkwy.", "Parkway"),
        ("Rd.", "Road"),
    ):
        both = (short, short.removesuffix("."))
        yield Abbreviation(both, said, _IN_FULL, after=r"(?<!\w)[A-Z0-9][\w'’]*\s")


_BEFORE_MORE = (
    *words("versus including especially average approximately Approximately Professor Doctors"),
    *words("numbers department Department Junior Senior"),
    *("for example", "For example", "that is", "That is"),
)
"""What goes on behind the dot, though it be with a name."""


def _plain() -> Iterator[Abbreviation]:
    """Yield what means the same wherever it stands."""
    for said, *written in (
        ("two times a day", "b.i.d.", "BID", "B.I.D."),
        ("three times a day", "t.i.d.", "tid", "TID", "T.I.D."),
        ("four times a day", "q.i.d.", "qid", "QID", "Q.I.D."),
        ("as needed", "p.r.n.", "prn", "PRN", "P.R.N."),
        ("by mouth", "p.o.", "po", "PO", "P.O."),
        ("before meals", "a.c."),
        ("after meals", "p.c."),
        ("at once", "STAT", "stat."),
        ("for example", "e.g.", "eg.", "e.g"),
        ("For example", "E.g."),
        ("that is", "i.e.", "i.e"),
        ("That is", "I.e."),
        ("versus", "vs.", "vs"),
        ("et cetera", "etc.", "etc"),
        ("and others", "et al."),
        ("approximately", "approx.", "approx"),
        ("Approximately", "Approx."),
        ("including", "incl."),
        ("especially", "esp."),
        ("average", "avg.", "avg"),
        ("department", "dept."),
        ("Department", "Dept."),
        ("hours", "hrs."),
        ("minutes", "mins."),
        ("weeks", "wks."),
        ("years", "yrs."),
        ("tablets", "tabs."),
        ("numbers", "Nos."),
        ("not applicable", "N/A", "n/a"),
        ("he or she", "he/she"),
        ("him or her", "him/her"),
        ("his or her", "his/her"),
        ("with", "w/"),
        ("without", "w/o"),
        ("Junior", "Jr."),
        ("Senior", "Sr."),
        ("Professor", "Prof."),
        ("Doctors", "Drs."),
        ("versus", "v."),
    ):
        # "V." could be a name's.
        before = r"\s[a-z]" if written == ["v."] else ""
        yield Abbreviation(
            tuple(written), said, _IN_FULL, before=before, ends=said not in _BEFORE_MORE
        )
    for word in SHOUTED:
        yield Abbreviation((word,), word.lower(), "write it in small letters")
    for short, said in zip(
        words("Mon Tue Tues Wed Thu Thurs Fri Sat Sun"),
        words("Monday Tuesday Tuesday Wednesday Thursday Thursday Friday Saturday Sunday"),
        strict=True,
    ):
        remedy = "write the day in full"
        dash = r"\s?[-–−]\s?"
        # Others are words too: "the Sun", "Sat down".
        yield Abbreviation((f"{short}.",), said, remedy, before=r",|\s?[-–−]|\s[A-Z0-9]")
        yield Abbreviation((short,), said, "", before=rf"{dash}[A-Z][a-z]{{2}}")
        yield Abbreviation((f"{short}.", short), said, "", after=rf"[A-Z][a-z]{{2,8}}\.?{dash}")


def _months() -> Iterator[Abbreviation]:
    """Yield the months where no day or year stands beside them, which is what they are said by."""
    for short in words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"):
        yield Abbreviation((f"{short}.",), "", "write the month in full")


ABBREVIATIONS = (
    Abbreviation(("P.O.", "PO"), "P O", _IN_FULL, before=r"\sBox"),
    *_months(),
    *_streets(),
    *_plain(),
    Abbreviation(("max.",), "maximum", 'write "at most"', before=r"\s[a-z0-9]|[,;)]"),
    Abbreviation(("Max.",), "Maximum", 'write "at most"', before=_NUMBER),
    Abbreviation(("min.",), "minimum", 'write "at least", or "minutes"', before=_NUMBER),
    Abbreviation(("Min.",), "Minimum", 'write "at least", or "minutes"', before=_NUMBER),
    Abbreviation(("ca.",), "about", 'write "about"', before=_NUMBER),
    Abbreviation(("Ca.",), "", 'write "about"'),
    Abbreviation(("ext.", "Ext."), "extension", 'write "extension"', before=_NUMBER),
    Abbreviation(("Apt.",), "Apartment", _IN_FULL, before=r"\s[0-9A-Z]"),
    Abbreviation(("Ste.",), "Suite", _IN_FULL, before=r"\s[0-9A-Z]"),
    Abbreviation(("fig.", "Fig."), "figure", _IN_FULL, before=_NUMBER),
    Abbreviation(("vol.", "Vol."), "volume", _IN_FULL, before=_NUMBER),
    Abbreviation(("ch.", "Ch."), "chapter", _IN_FULL, before=_NUMBER),
    Abbreviation(("pp.",), "pages", _IN_FULL, before=_NUMBER),
    Abbreviation(("p.",), "page", _IN_FULL, before=r"\s[0-9]"),
    Abbreviation(("24/7",), "twenty-four seven", "", before=r"(?![/.,–-]?[0-9])"),
    Abbreviation(("20/20",), "twenty twenty", "", before=r"\s(?:eyesight|sight|vision)"),
)

DOSING = Dosing(
    prefixes=("q", "q.", "Q"),
    every="every",
    units={
        **dict.fromkeys(("h", "H", "hr", "hrs"), ("hour", "hours")),
        **dict.fromkeys(("hour",), ("hour", "hour")),
        **dict.fromkeys(("hours",), ("hours", "hours")),
        **dict.fromkeys(("min", "mins", "minutes"), ("minute", "minutes")),
        **dict.fromkeys(("days",), ("days", "days")),
        **dict.fromkeys(("wk", "wks", "weeks"), ("week", "weeks")),
        **dict.fromkeys(("months",), ("month", "months")),
    },
    times_signs=("x", "X", "×"),
    times="times",
    times_before=words("a an as daily each every per the weekly"),
)
