"""What is doubtful in Spanish, and what to write instead."""

from __future__ import annotations

from content.speech.matching import any_of
from content.speech.rules import Doubts
from content.speech.rules.es import moments
from content.speech.rules.es.letters import WORDS
from content.speech.rules.es.nouns import words
from content.speech.rules.es.numbers import JOINING, NAMES, THIN
from content.speech.rules.es.units import UNITS

_WORD = "(?=[a-záéíóúüñ]{3})[a-zñ]*[aeiouáéíóúü][a-záéíóúüñ]*"
_CAPITALS = "A-ZÁÉÍÓÚÜÑ"

_AVOID = {
    # Abbreviations that medication safety bodies list as error-prone: see docs/speech.md.
    **dict.fromkeys(("QD", "qd", "q.d."), 'write "una vez al día"'),
    **dict.fromkeys(("QOD", "qod", "q.o.d."), 'write "cada dos días"'),
    **dict.fromkeys(("SOS", "s.o.s."), 'write "si es necesario", or "emergencia"'),
    **dict.fromkeys(("PO", "po", "p.o."), 'write "por vía oral"'),
    **dict.fromkeys(("QID", "qid", "q.i.d."), 'write "cuatro veces al día"'),
    **dict.fromkeys(("HS", "h.s.", "qhs"), 'write "al acostarse"'),
    **dict.fromkeys(("iv",), 'write "por vía intravenosa"'),
    **dict.fromkeys(("im",), 'write "por vía intramuscular"'),
    **dict.fromkeys(("SC", "sc", "s.c.", "S.C."), 'write "por vía subcutánea"'),
    **dict.fromkeys(("SL", "sl", "s.l.", "S.L."), 'write "debajo de la lengua"'),
    **dict.fromkeys(("AD", "OD", "OI", "OS", "AO", "OU"), 'write "ojo" or "oído", and which'),
    **dict.fromkeys(("máx.", "Máx.", "max.", "Max."), 'write "como máximo"'),
    **dict.fromkeys(("mín.", "Mín.", "min.", "Min."), 'write "como mínimo", or "minutos"'),
    **dict.fromkeys(("ext.", "Ext."), 'write "extensión"'),
    **dict.fromkeys(("stat", "Stat", "STAT"), 'write "de inmediato"'),
}
"""Each with what to write instead."""

_DAYS = words("lunes martes miércoles jueves viernes sábado domingo")

_SYMBOLS = [symbol for unit in UNITS for symbol in unit.symbols]
_WITH_UNIT = rf"(?:\s?(?:{any_of(_SYMBOLS)})(?!\w))?"
_MORE = (
    (
        r"(?:(?<=\slas\s)[0-9]+|[0-9]+:[0-9]+)(?=\sy\s[0-9])",
        'the two would be heard as one time: write "y las" between them',
    ),
    (
        rf"[0-9.,]*[1-9]0(?={JOINING})",
        'the two would be heard as one number: write the unit behind both, as in "30 mg y 5 mg"',
    ),
    (r"[0-9]\s?(?P<piece>U)(?!\w)", 'write "unidades"'),
    (
        r"(?<![\w.,])[1-9][0-9]{0,2}[.,][0-9]{3}(?![.,]?[0-9])" + _WITH_UNIT,
        "this can be read as thousands or as decimals: write thousands without a mark, as in 1500, "
        "and at most two decimals, or all in words",
    ),
    (
        rf"(?<![\w.,])[0-9]{{1,3}}[{THIN} ][0-9]{{3}}(?![.,]?[0-9])" + _WITH_UNIT,
        "this can be read as one number or as two: write thousands without a space, as in 1500",
    ),
    (
        rf"(?<![\w.,])[0-9]{{1,3}},\s[0-9]+\s?(?P<piece>{any_of(_SYMBOLS)})(?!\w)",
        'write "y" or "o" between two numbers, and no space behind a decimal comma',
    ),
    (
        r"(?<![\w.,/])(?:[1-9]\s?[½¼¾⅓⅔]|[1-9]\s[1-9]/[1-9])(?!\w)",
        'write it in words, as in "una tableta y media"',
    ),
    (
        r"(?<![\w/])(?:1/[2-9]|[23]/[34]|[½¼¾⅓⅔])(?![\w/])",
        'write it in words, as in "la mitad" or "media tableta"',
    ),
    (
        r"[0-9]+\s?[º°](?!\w|\s?[CF])",
        'write "grados Celsius", or a point for an ordinal, as in "2.º"',
    ),
    (r"(?<=\w)[(/](?:as?|os?|es)\)?(?!\w)", "write both words, or one for all"),
    (r"(?<!\w)(?i:el/la|los/las|un/una)(?!\w)", "write both words, or one for all"),
    (r"(?<!\w)c/[ucd](?!\w)", 'write it in words, as in "cada uno"'),
    (r"(?<=\w)@", "write both words, or one for all"),
)
_SIGNS = {
    **dict.fromkeys("&", 'write "y"'),
    **dict.fromkeys("ºª", "write the word in full"),
}
_REWORDED = {
    'write "1 in 10" or "2 to 1" for a ratio, and "a.m." or "p.m." behind a time of the day': 'write "1 de cada 10" or "2 a 1" for a ratio, and "a. m.", "p. m." or "h" behind a time of '
    "the day",
    'write "to" between the numbers, or each digit as a word': 'write "a" between the numbers, or each digit as a word',
    'write it without zeros, as in "10 a.m."': 'write "a. m.", "p. m." or "h" behind it',
    'write "a.m.", "p.m." or "o\'clock" behind it': 'write "a. m.", "p. m." or "h" behind it',
    'write it in words, as in "120 over 80" or "one half"': 'write it in words, as in "120 sobre 80" or "media tableta"',
    'write "minus" or leave out the dash': 'write "menos" or leave out the dash',
    'write "minus" or "negative", or leave out the dash': 'write "menos" or "negativo", or leave out the dash',
    'write "negative" or "minus", or leave out the dash': 'write "negativo" or "menos", or leave out the dash',
    'write it in words, as in "every 6 hours"': 'write it in words, as in "cada 6 horas"',
    'write "times"': 'write "veces" or "por"',
    'write "at most"': 'write "como máximo"',
    'write "at least"': 'write "al menos"',
    'write "less than"': 'write "menos de"',
    'write "more than"': 'write "más de"',
    'write "less than" or "more than" in words': 'write "menos de" or "más de" in words',
    'write "or", "and" or "per"': 'write "o", "y" or "por"',
    'write "about"': 'write "unos" or "aproximadamente"',
    'write "number"': 'write "número"',
    'write "is" or "equals"': 'write "es" or "es igual a"',
    'write the currency behind the number, as in "5 dollars"': 'write the currency behind the number, as in "5 dólares"',
    'write the number in digits, as in "stage 2"': 'write the number in digits, as in "estadio 2"',
    "write this amount so that it can be said in one way only (0.5 mg, 1,000 mL, 5 mg), or write it "
    "in words": "write this amount so that it can be said in one way only (0.5 mg or 0,5 mg, 1500 mL), or "
    "write it in words",
    "write this number so that it can be said in one way only, or write it in words": "write this number so that it can be said in one way only, or write it in words, as in "
    '"veintiún perros" or "una silla"',
    "write feet, inches or minutes as a word": 'write "pies", "pulgadas" or "minutos" as a word',
}
"""By what they replace: :mod:`content.speech.doubts` has those with examples in English."""

DOUBTS = Doubts(
    # Each was listened to through the phonemes of espeak-ng 1.52, and what is not here is not said.
    plain=(
        rf"(?:{_WORD}|[A-ZÁÉÍÓÚÑ](?=[a-zñ]{{2}})[a-záéíóúñ]*)-[0-9]{{1,2}}",
        r"(?!Q[0-9]+[A-Z])(?:[A-HJ-NP-WYZ][0-9]{1,3}){1,2}(?:[A-Z]|c)?",
        r"O2|SpO2|HbA1c|G6PD|CD[0-9]",
        r"(?:[A-HJ-Z]|COVID|DSM|CIE|GLP)-[0-9]{1,2}",
    ),
    clock=moments.CLOCK,
    clock_before=("la", "las"),
    clock_behind=r"\s?(?:[ap]\.\s?m\.|[ap]m|h)(?!\w)",
    dial=words("llame llamar marque marcar teléfono número envíe escriba"),
    dial_between=words("al el la a número teléfono gratis"),
    known=frozenset(WORDS),
    avoid=_AVOID,
    before_number={"no.": 'write "número"', "No.": 'write "número"', "q": 'write "cada"'},
    in_rows=(NAMES, _DAYS, moments.MONTHS),
    tens=(),
    counted=words(
        "bipolar capítulo categoría clase estadio etapa factor fase grado nivel siglo tipo"
    ),
    consonants="b-df-hj-np-tv-xzñ",
    no_vowel=("hmm", "shh"),
    units=(
        *words("ud uds mU IU cc gt gts gtt gtts gr grs d m s sem ug mol nmol pmol meq"),
        *words("mIU mUI Gy Hz Fr tab tabs cap caps comp cp amp ampollas. cda cdas cdta cdtas"),
        *words("pulg in ft l lt lts qt pt"),
    ),
    suspended=("y", "o", "a", "e"),
    letters="aeouyAEOUY",
    article=False,
    more=_MORE,
    signs=_SIGNS,
    reworded=_REWORDED,
)
