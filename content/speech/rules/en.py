"""How English medical text is said."""

from __future__ import annotations

from collections.abc import Iterator

from content.speech.rules import Doubts, Entry, Rules, Unit

LETTERS = {
    "A": "'eI",
    "B": "b'i:",
    "C": "s'i:",
    "D": "d'i:",
    "E": "'i:",
    "F": "'Ef",
    "G": "dZ'i:",
    "H": "'eItS",
    "I": "'aI",
    "J": "dZ'eI",
    "K": "k'eI",
    "L": "'El",
    "M": "'Em",
    "N": "'En",
    "O": "'oU",
    "P": "p'i:",
    "Q": "kj'u:",
    "R": "'A@",
    "S": "'Es",
    "T": "t'i:",
    "U": "j'u:",
    "V": "v'i:",
    "W": "d'Vb@lju:",
    "X": "'Eks",
    "Y": "w'aI",
    "Z": "z'i:",
}
"""The names of the letters as espeak-ng says them, stressed. Written "A" it may say the article."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def with_s(phonemes: str) -> str:
    """Return phonemes with English 's: left in letters behind them, it is said "ess"."""
    if phonemes.endswith(("s", "z", "S", "Z")):
        return phonemes + "I#z"
    return phonemes + ("s" if phonemes.endswith(("p", "t", "k", "f", "T")) else "z")


def spelled(word: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> Entry:
    """Return the entry of a word that is said as the names of its capitals; ``s`` makes many.

    The last letter has the stress, as in "M A O I".
    """
    letters = word.removesuffix("s")
    names = [LETTERS[letter].replace("'", ",") for letter in letters[:-1]]
    names.append(LETTERS[letters[-1]])
    if letters == word:
        return Entry(word, " ".join(letters), " ".join(names), after, before)
    names[-1] = with_s(names[-1])
    return Entry(word, " ".join(letters) + "s", " ".join(names), after, before)


# Some of these espeak-ng says as words ("COPD", "IVF", "MAOI"), some as letters in one sentence and
# not in the next ("GPs", "IDs"; measured with 1.52), so all are given as letters.
_SPELLED = _words("""
    AA ADHD AED ALS AM BMI BP BPA CAD CBD CBT CDC CKD COPD CT DBT DNA DSM DVT ECG ECT ED EEG EKG
    EMDR EMT ENT ER FDA GFR GI GLP GP HDL HIV HPV HRT IBD IBS ICD ICU ID INR IUD IVF LDL LSD MAOI
    MD MI MRI MRSA MS NHS OB OCD OK OTC PC PCOS PCR PDF PE PID PM PMS PSA PTSD RN RNA RSV SNRI SPF
    SSRI STD STI TB THC TIA TMS TV UK US USA UTI UV VA WHO
""")
_SPELLED_MANY = _words("""
    AEDs CTs ECGs EEGs EKGs EMTs ERs GPs HIVs ICUs IDs IUDs MAOIs MDs MRIs OTCs PCs PDFs RNs SNRIs
    SSRIs STDs STIs TIAs TVs UTIs
""")


def _initialisms() -> Iterator[Entry]:
    yield from map(spelled, _SPELLED + _SPELLED_MANY)
    # By itself it is as often a Roman four: "stage IV".
    yield spelled("IV", after=("an", "by"))
    yield spelled("IV", before=("antibiotics", "drip", "fluids", "line"))
    # As a word of its own a capital A may be the article.
    a = ("group", "groups", "hepatitis", "influenza", "type", "types", "vitamin", "vitamins")
    yield Entry("A", "A", LETTERS["A"], after=a)
    yield Entry("CO2", "C O two", "s,i: ,oU t'u:")


_WORD = "(?=[a-z]{3})[a-z]*[aeiouy][a-z]*"
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = _words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = _words(
    "January February March April May June July August September October November December"
)
_CLOCK = "(?:[1-9]|1[0-9]|2[0-3]):(?!00)[0-5][0-9]"

_DOUBTS = Doubts(
    # Each was listened to through the phonemes of espeak-ng 1.52, and what is not here is not said.
    plain=(
        r"{number}\+?",
        # "1st", "22nd", "113th".
        r"(?:[1-9][0-9]*)?(?<!1)(?:1st|2nd|3rd)",
        r"[1-9][0-9]*(?:[04-9]|1[1-3])th|(?:[4-9]|1[1-3])th",
        # "24-hour", "3-year-old".
        rf"{{number}}(?:-{_WORD})+",
        # "1990s", "40s".
        r"(?:1[0-9]|20)[0-9]0s|[2-9]0s",
        # "omega-3", and at the start of a sentence.
        rf"(?:{_WORD}|[A-Z](?=[a-z]{{2}})[a-z]*[aeiouy][a-z]*)-[0-9]{{1,2}}",
        # "B12", "T4", "H1N1", "A1C". Not "Q6H" and "X3", which are ways of dosing, and not what may
        # be a slip for a number: "I0", "O5".
        r"(?!Q[0-9]+[A-Z])(?:[A-HJ-NP-WYZ][0-9]{1,3}){1,2}(?:[A-Z]|c)?",
        r"O2|SpO2|HbA1c|G6PD|CYP[0-9][A-Z][0-9]{1,2}|SPF[0-9]{1,2}|CD[0-9]",
        # Others are said as words ("ICD-10").
        r"(?:[A-Z]|COVID|DSM|GLP|HIV|HPV)-[0-9]{1,2}|SARS-CoV-2",
        # "8am", "8:30am".
        rf"(?:[1-9]|1[0-2]|{_CLOCK})(?:am|pm|AM|PM)",
    ),
    clock=_CLOCK,
    clock_before=("after", "and", "at", "before", "between", "by", "from", "till", "to", "until"),
    clock_behind=r"\s?(?:am|pm|AM|PM|[ap]\.m\.|o['’]clock)(?!\w)",
    dial=_words("call dial fax helpline hotline number phone ring telephone text"),
    dial_between=(
        *_words("and at call fax for free hotline helpline line now number on or phone text"),
        *_words("telephone the them then to toll-free today us"),
        *_ONES,
    ),
    known=frozenset(
        _words("AIDS COVID CPAP DO GERD HELP HOME MERS NO NOT NSAID NSAIDs SARS SIDS STOP")
    ),
    # The Institute for Safe Medication Practices: List of Error-Prone Abbreviations.
    avoid={
        **dict.fromkeys(("QD", "qd", "q.d."), 'write "once a day"'),
        **dict.fromkeys(("QOD", "qod", "q.o.d."), 'write "every other day"'),
        **dict.fromkeys(("BID", "b.i.d."), 'write "two times a day"'),
        **dict.fromkeys(("TID", "tid", "t.i.d."), 'write "three times a day"'),
        **dict.fromkeys(("QID", "qid", "q.i.d."), 'write "four times a day"'),
        **dict.fromkeys(("PRN", "prn", "p.r.n."), 'write "when it is needed"'),
        **dict.fromkeys(("PO", "po", "p.o."), 'write "by mouth"'),
        **dict.fromkeys(("HS", "qhs", "h.s.", "q.h.s."), 'write "at bedtime"'),
        **dict.fromkeys(("iv", "Iv", "i.v.", "I.V."), 'write "into a vein"'),
        **dict.fromkeys(("IM", "i.m.", "I.M."), 'write "into a muscle"'),
        **dict.fromkeys(("approx.", "Approx."), 'write "about"'),
        **dict.fromkeys(("ca.", "Ca."), 'write "about"'),
        **dict.fromkeys(("max.", "Max."), 'write "at most"'),
        **dict.fromkeys(("min.", "Min."), 'write "at least", or "minutes"'),
        **dict.fromkeys(("ext.", "Ext."), 'write "extension"'),
        "IV": 'write "into a vein", or the number in digits, as in "stage 4"',
    },
    before_number={"q": 'write "every"', "no.": 'write "number"', "No.": 'write "number"'},
    in_rows=(
        (*_ONES, *_TEENS, *_TENS),
        (*_DAYS, *(day[:3] for day in _DAYS)),
        (*_MONTHS, *(month[:3] for month in _MONTHS)),
    ),
    tens=_TENS,
    counted=_words("bipolar category chapter class factor grade level phase schedule stage type"),
    consonants="b-df-hj-np-tv-xz",
    no_vowel=("hmm", "nth", "pm", "psst", "shh"),
    units=(
        *_words("mU U cc gtt gtts ft mo mos h d m ug mol nmol pmol meq mIU kcal Gy Hz Fr mi in."),
        *_words("yo tab tabs cap caps amp amps deg gal qt pt"),
    ),
    suspended=("and", "or", "to"),
)


RULES = Rules(
    lexicon=(
        # Plain pronunciations stand in lexicons/en.pls: here is what depends on the words beside
        # it, on the names of letters, or on marks.
        # Between others espeak-ng spells it.
        Entry("YES", alias="yes"),
        *_initialisms(),
        Entry("and/or", alias="and or"),
        Entry("e.g.", alias="for example"),
        Entry("i.e.", alias="that is"),
        Entry("vs.", alias="versus"),
        Entry("Dr.", alias="Doctor"),
        Entry("Ms.", phonemes="m'Iz"),
    ),
    units=(
        Unit(("mg",), "milligram", "milligrams"),
        Unit(("mcg", "µg", "μg"), "microgram", "micrograms"),
        Unit(("ng",), "nanogram", "nanograms"),
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
        Unit(("mEq",), "milliequivalent", "milliequivalents"),
        Unit(("tsp",), "teaspoon", "teaspoons"),
        Unit(("tbsp",), "tablespoon", "tablespoons"),
        Unit(("oz",), "ounce", "ounces"),
        Unit(("lb", "lbs"), "pound", "pounds"),
        Unit(("hrs", "hr"), "hour", "hours"),
        Unit(("mins", "min"), "minute", "minutes"),
        Unit(("secs", "sec"), "second", "seconds"),
        Unit(("wks", "wk"), "week", "weeks"),
        Unit(("yrs", "yr"), "year", "years"),
        Unit(("%",), "percent", "percent"),
    ),
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    # Emergency and crisis lines of the United States (911; 988, https://988lifeline.org; text
    # 741741, https://www.crisistextline.org): said as a number of hundreds, nobody would dial them.
    digit_by_digit=("911", "988", "741741"),
    comparisons={
        "<": "less than",
        ">": "more than",
        "≤": "at most",
        "≥": "at least",
        "±": "plus or minus",
    },
    fractions={
        "1/2": "one half",
        "½": "one half",
        "1/3": "one third",
        "⅓": "one third",
        "2/3": "two thirds",
        "⅔": "two thirds",
        "1/4": "one quarter",
        "¼": "one quarter",
        "3/4": "three quarters",
        "¾": "three quarters",
    },
    symbols={"&": "and"},
    to="to",
    per="per",
    over="over",
    decimal=".",
    thousands=",",
    date_behind=("after", "before", "by", "due", "from", "on", "since", "until"),
    one_behind=("a", "an", "each", "every", "one", "per"),
    possessive=with_s,
    doubts=_DOUBTS,
)
