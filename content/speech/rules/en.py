"""How English medical text is said."""

from __future__ import annotations

from content.speech.rules import Entry, Rules, Unit

RULES = Rules(
    lexicon=(
        # Pronunciations: US dictionaries of the generic and brand names; each was checked by a
        # round trip through espeak-ng, which truncates a word at a symbol that it does not know.
        Entry("Klonopin", phonemes="kl'0n@p,In"),
        Entry("clonazepam", phonemes="kloUn'azI#p,am"),
        Entry("GABA", alias="gabba"),
        Entry("gamma-aminobutyric", phonemes="g,am@a#m,i:noUbju:t'IrIk"),
        Entry("benzodiazepine", phonemes="b,EnzoUdaI'azI#p,i:n"),
        Entry("benzodiazepines", phonemes="b,EnzoUdaI'azI#p,i:nz"),
        Entry("antidepressant", phonemes=",antIdI#pr'Es@nt"),
        Entry("antidepressants", phonemes=",antIdI#pr'Es@nts"),
        Entry("sertraline", phonemes="s'3:tr@l,i:n"),
        Entry("zolpidem", phonemes="z'0lpI#d,Em"),
        Entry("SSRI", alias="S S R I"),
        Entry("SSRIs", alias="S S R eyes"),
        Entry("SNRI", alias="S N R I"),
        Entry("SNRIs", alias="S N R eyes"),
        Entry("OTC", alias="O T C"),
        Entry("FDA", alias="F D A"),
        Entry("and/or", alias="and or"),
    ),
    units=(
        Unit(("mg",), "milligram", "milligrams"),
        Unit(("mcg", "µg", "μg"), "microgram", "micrograms"),
        Unit(("kg",), "kilogram", "kilograms"),
        Unit(("g",), "gram", "grams"),
        Unit(("mL", "ml"), "milliliter", "milliliters"),
        Unit(("L",), "liter", "liters"),
        Unit(("dL", "dl"), "deciliter", "deciliters"),
        Unit(("mmol",), "millimole", "millimoles"),
        Unit(("IU",), "international unit", "international units"),
        Unit(("mm Hg", "mmHg"), "millimeter of mercury", "millimeters of mercury"),
        Unit(("mm",), "millimeter", "millimeters"),
        Unit(("cm",), "centimeter", "centimeters"),
        Unit(("°C",), "degree Celsius", "degrees Celsius"),
        Unit(("°F",), "degree Fahrenheit", "degrees Fahrenheit"),
        Unit(("hrs", "hr"), "hour", "hours"),
        Unit(("mins", "min"), "minute", "minutes"),
        Unit(("%",), "percent", "percent"),
    ),
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    # Emergency and crisis lines of the United States (911; 988, https://988lifeline.org,
    # looked up 2026-11-24): said as a number of hundreds, nobody would dial them.
    digit_by_digit=("911", "988"),
    comparisons={
        "<": "less than",
        ">": "more than",
        "≤": "at most",
        "≥": "at least",
        "±": "plus or minus",
    },
    fractions={"1/2": "one half", "½": "one half", "1/4": "one quarter", "¼": "one quarter"},
    symbols={"&": "and"},
    to="to",
    per="per",
    decimal=".",
    thousands=",",
)
