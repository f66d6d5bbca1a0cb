"""How Spanish medical text is said, for readers in the United States and Latin America."""

from __future__ import annotations

from content.speech.rules import Entry, Rules
from content.speech.rules.es import amounts, marks, moments
from content.speech.rules.es.abbreviations import ABBREVIATIONS, ALIASES
from content.speech.rules.es.doubts import DOUBTS
from content.speech.rules.es.letters import SPELLED, UNKNOWN, WORDS, spelled
from content.speech.rules.es.nouns import NOUNS
from content.speech.rules.es.numbers import DIGITS, WRITTEN, said, value
from content.speech.rules.es.units import UNITS

_VIH = spelled("VIH").phonemes
RULES = Rules(
    lexicon=(
        *map(spelled, SPELLED),
        # espeak-ng takes "SARS" for an abbreviation of "su alteza real".
        *(Entry(word, alias=word.lower()) for word in (*WORDS, "SARS")),
        Entry("SARS-CoV-2", alias="sars cov dos"),
        Entry("VIH-1", alias="V I H uno", phonemes=f"{_VIH} 'uno"),
        Entry("VIH-2", alias="V I H dos", phonemes=f"{_VIH} d'os"),
        Entry("CO2", alias="C O dos", phonemes="s,e ,o d'os"),
        *ALIASES,
    ),
    units=UNITS,
    digits=DIGITS,
    # The United States' lines for emergencies and crises, in Spanish too (988lifeline.org), and
    # that of Mexico, Argentina and others for emergencies.
    digit_by_digit=("911", "988", "741741"),
    comparisons={
        "<": "menos de",
        ">": "más de",
        "≤": "como máximo",
        "≥": "al menos",
        "±": "más menos",
    },
    fractions={
        **dict.fromkeys(("1/2", "½"), "medio"),
        **dict.fromkeys(("1/3", "⅓"), "un tercio"),
        **dict.fromkeys(("2/3", "⅔"), "dos tercios"),
        **dict.fromkeys(("1/4", "¼"), "un cuarto"),
        **dict.fromkeys(("3/4", "¾"), "tres cuartos"),
    },
    symbols={"&": "y"},
    to="a",
    per="por",
    over="sobre",
    plus_fraction="y",
    minus="menos",
    plus="más",
    number=lambda written, gender: said(written, "una" if gender else "uno"),
    counts_before=tuple(NOUNS),
    abbreviations=ABBREVIATIONS,
    letters=spelled,
    unknown_initialism=UNKNOWN,
    decimal=".",
    thousands=",",
    date_behind=(),
    one_behind=("cada", "el", "por", "un", "una"),
    possessive=lambda phonemes: phonemes,
    written_number=WRITTEN,
    value=value,
    own=(
        marks.to_call,
        moments.days,
        moments.times,
        marks.every,
        amounts.blood_pressure,
        amounts.amounts,
        amounts.fractions,
        marks.ordinals,
        marks.roman,
        amounts.numbers,
    ),
    doubts=DOUBTS,
)
