"""How English medical text is said."""

from __future__ import annotations

from content.speech.rules import Clock, Dates, Entry, Rules
from content.speech.rules.en.abbreviations import ABBREVIATIONS, DOSING
from content.speech.rules.en.doubts import DOUBTS, MONTHS
from content.speech.rules.en.letters import UNKNOWN, initialisms, spelled, with_s, words
from content.speech.rules.en.units import UNITS


def _date(year: int, month: int, day: int) -> str:
    return f"{MONTHS[month - 1]} {day}, {year}"


def _time(hour: int, minute: int, marked: bool) -> str:
    """ "8:30", which the voice says as two numbers; a full hour has no zeros that it could say."""
    if minute:
        return f"{hour}:{minute:02}"
    if marked:
        return str(hour)
    if hour == 0:
        return "midnight"
    return f"{hour} o'clock" if hour <= 12 else f"{hour} hundred hours"


_FRACTIONS = {
    "one half": "1/2 ½",
    "one third": "1/3 ⅓",
    "two thirds": "2/3 ⅔",
    "one quarter": "1/4 ¼",
    "three quarters": "3/4 ¾",
    "one fifth": "1/5 ⅕",
    "two fifths": "2/5 ⅖",
    "three fifths": "3/5 ⅗",
    "four fifths": "4/5 ⅘",
    "one sixth": "1/6 ⅙",
    "five sixths": "5/6 ⅚",
    "one eighth": "1/8 ⅛",
    "three eighths": "3/8 ⅜",
    "five eighths": "5/8 ⅝",
    "seven eighths": "7/8 ⅞",
}

RULES = Rules(
    lexicon=(
        # Plain pronunciations stand in lexicons/en.pls: here is what depends on the words beside
        # it, on the names of letters, or on marks.
        *initialisms(),
        Entry("and/or", alias="and or"),
        Entry("Ms.", phonemes="m'Iz"),
    ),
    units=UNITS,
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    # Emergency and crisis lines of the United States (911; 988, https://988lifeline.org; text
    # 741741, https://www.crisistextline.org): said as a number of hundreds, nobody would dial them.
    digit_by_digit=("911", "988", "741741"),
    # Others that people are told to call or text, read on 25 November 2026: 211, 311, 511, 711, 811
    # (https://lasvegassun.com/news/2012/sep/19/three-digit-dialing-goes-well-beyond-911/), 838255
    # (http://veteranscrisisline.net/About/VeteranSuicide.aspx), 88788 (https://ovc.ojp.gov/news/
    # grantee-news/national-domestic-violence-hotline-answers-6-million-contacts), 85258 and 999
    # (https://giveusashout.org/about-us/faq/), 116 123 (https://fullfact.org/health/
    # samaritans-text-number/), 111 (https://www.tewv.nhs.uk/?p=26449); 112 is that of Europe. Each
    # could be a plain number too, so a word like "call" must stand before it.
    called=(
        *words("911 988 741741 741-741 112 999 111 211 311 511 711 811 116123 838255 88788 85258"),
    ),
    called_before=words("""
        and are at by can counselor counselors crisis dispatcher dispatchers first for from helpline
        hotline if immediately in is lifeline Lifeline line now on operator operators or right
        service services straight Suicide suicide text the then to today via when will with without
        any anytime as but call calls center centers chat dispatch number system systems team you
        your
    """),
    counts_before=words("""
        adults adolescents Americans babies calories cases children cities clinics countries days
        deaths doctors families hospitals hours infants members men minutes months nurses of older
        others parents participants patients people percent persons pregnant steps students
        studies teenagers times trials veterans visits volunteers weeks women years young
    """),
    comparisons={
        "<": "less than",
        ">": "more than",
        "≤": "at most",
        "≥": "at least",
        "<=": "at most",
        ">=": "at least",
        "±": "plus or minus",
        "~": "about",
        "≈": "about",
    },
    fractions={key: said for said, keys in _FRACTIONS.items() for key in keys.split()},
    symbols={"&": "and", "=": "equals", "±": "plus or minus"},
    to="to",
    per="per",
    over="over",
    plus_fraction="and",
    # "Amlodipine-benazepril", but not "extended-release".
    two_in_one=(
        r"(?<!\w)[A-Za-z]{5,}(?:[-‐‑–/]|\s(?:and|plus|with)\s)"
        r"(?!acting|coated|dose|release|strength)[a-z]{5,}\s(?:(?:tablets?|capsules?)\s)?"
    ),
    minus="minus",
    plus="plus",
    minus_behind=words("""
        about above around at below between by from is of or over reached reaches score than to
        under until was were
    """),
    number=lambda written, _gender: written,
    roman_one_before=words("""
        and or to through diabetes disease disorder error errors hypersensitivity reaction reactions
        study trial trials
    """),
    numbered={"#": "number"},
    dosing=DOSING,
    dates=Dates(
        months=MONTHS,
        short={
            **{month[:3]: number for number, month in enumerate(MONTHS, 1) if month != "May"},
            "Sept": 9,
        },
        orders=("mdy", "dmy"),
        say=_date,
    ),
    clock=Clock(say=_time),
    abbreviations=ABBREVIATIONS,
    letters=spelled,
    unknown_initialism=UNKNOWN,
    decimal=".",
    thousands=",",
    date_behind=("after", "before", "by", "due", "from", "on", "since", "until"),
    one_behind=("a", "an", "each", "every", "one", "per"),
    possessive=with_s,
    doubts=DOUBTS,
)
