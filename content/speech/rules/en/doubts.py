"""What English doubts are looked for with, beside what the rules know."""

from __future__ import annotations

from content.speech.rules import Doubts
from content.speech.rules.en.letters import words

_WORD = "(?=[a-z]{3})[a-z]*[aeiouy][a-z]*"
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = words(
    "January February March April May June July August September October November December"
)
_CLOCK = "(?:[1-9]|1[0-9]|2[0-3]):(?!00)[0-5][0-9]"

_SKIN = 'write "under the skin"'
_EYES = 'write "right eye", "left eye" or "both eyes"'
_UNIT = "write the unit in full"

DOUBTS = Doubts(
    # Each was listened to through the phonemes of espeak-ng 1.52, and what is not here is not said.
    plain=(
        r"{number}\+?",
        # "1st", "22nd", "113th".
        r"(?:[1-9][0-9]*)?(?<!1)(?:1st|2nd|3rd)",
        r"[1-9][0-9]*(?:[04-9]|1[1-3])th|(?:[4-9]|1[1-3])th",
        # "2nd-line", "21st-century".
        rf"(?:[1-9][0-9]*)?(?<!1)(?:1st|2nd|3rd|[4-9]th)-{_WORD}",
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
    dial=words("call dial fax helpline hotline lifeline number phone ring telephone text TTY"),
    dial_between=(
        *words("and at call fax for free hotline helpline line now number on or phone text"),
        *words("telephone the them then to toll-free today us"),
        *_ONES,
    ),
    known=frozenset(
        words(
            "ACE AIDS COVID CPAP DO FODMAP FODMAPs GERD HELP HIPAA HOME LASIK MERS NO NOT NSAID"
            " NSAIDs REM SARS SIDS STOP VAERS"
        )
    ),
    # What the Institute for Safe Medication Practices lists as mistaken for something else (List of
    # Error-Prone Abbreviations, Symbols, and Dose Designations, in the reprint of
    # https://find.gale.com/nrcx/Toolbox/1401872069-00026-a.htm, read 25 November 2026), and what
    # has two meanings that its place does not tell. The voice could say one of them; the visitor
    # who reads along, or takes a photograph, is left with the letters.
    avoid={
        **dict.fromkeys(("QD", "Q.D.", "qd", "q.d.", "q1d"), 'write "once a day"'),
        **dict.fromkeys(("QOD", "Q.O.D.", "qod", "q.o.d."), 'write "every other day"'),
        **dict.fromkeys(("TIW", "tiw", "t.i.w."), 'write "three times a week"'),
        **dict.fromkeys(("BIW", "biw", "b.i.w."), 'write "two times a week"'),
        **dict.fromkeys(("HS", "hs", "qhs", "QHS", "h.s.", "q.h.s."), 'write "at bedtime"'),
        **dict.fromkeys(("qn", "qpm", "qPM", "QPM"), 'write "every evening"'),
        **dict.fromkeys(("qam", "qAM", "QAM"), 'write "every morning"'),
        **dict.fromkeys(("SC", "SQ", "subq", "subQ", "SubQ", "sub-q", "s.c."), _SKIN),
        **dict.fromkeys(("OD", "OS", "OU", "o.d.", "o.s.", "o.u."), _EYES),
        **dict.fromkeys(("AS", "AU"), 'write "left ear" or "both ears"'),
        **dict.fromkeys(("DC", "D/C", "d/c"), 'write "stop" or "discharge"'),
        **dict.fromkeys(("UD", "u.d."), 'write "as directed"'),
        **dict.fromkeys(("BT", "SS", "ss"), "write it in full"),
        **dict.fromkeys(("CC", "MM", "GR", "GTT", "MGS", "MCGS", "KGS", "LBS"), _UNIT),
        **dict.fromkeys(("IN", "IJ"), 'write "into the nose", or "by injection"'),
        # "Bid" is a word too.
        "bid": 'write "two times a day"',
        **dict.fromkeys(("iv", "Iv", "i.v.", "I.V."), 'write "into a vein"'),
        **dict.fromkeys(("IM", "i.m.", "I.M."), 'write "into a muscle"'),
        **dict.fromkeys(
            ("ii", "iii", "vi", "vii", "viii", "ix", "xi", "xii"), "write the number in digits"
        ),
        **dict.fromkeys(("Rx", "rx", "RX"), 'write "prescription"'),
        **dict.fromkeys(("Dx", "Tx", "Hx", "Sx", "Fx"), "write it in full"),
        "IV": 'write "into a vein", or the number in digits, as in "stage 4"',
    },
    # "No." may be an answer.
    before_number={"q": 'write "every"', "no.": 'write "number"', "No.": 'write "number"'},
    in_rows=(
        (*_ONES, *_TEENS, *_TENS),
        (*_DAYS, *(day[:3] for day in _DAYS)),
        (*MONTHS, *(month[:3] for month in MONTHS)),
    ),
    tens=_TENS,
    counted=words(
        "appendix bipolar category chapter class collagen factor grade group level part phase"
        " schedule stage step type volume"
    ),
    consonants="b-df-hj-np-tv-xz",
    no_vowel=("hmm", "nth", "pm", "psst", "shh"),
    units=(
        *words("mU U cc gtt gtts ft h d m ug meq Gy Fr mi in."),
        *words("yo cap caps amp amps deg gal qt pt"),
    ),
    suspended=("and", "or", "to"),
    signs=dict.fromkeys("ºª", 'write "degrees", or the word in full'),
)
