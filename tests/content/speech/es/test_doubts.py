"""What could be said or heard wrongly in Spanish blocks, with a remedy; what is plain does not."""

from __future__ import annotations

import re

import pytest

from content.speech.spoken_form import spoken_form
from tests.content.speech.test_doubts import DOUBTFUL as DOUBTFUL_IN_ENGLISH

DOUBTFUL = [
    # (written, a piece that is told, words of its remedy)
    # Thousands to one reader, decimals to another.
    ("1.000 mg", "1.000 mg", "thousands or as decimals"),
    ("1,000 mg", "1,000 mg", "thousands or as decimals"),
    ("1.500 mg", "1.500 mg", "thousands or as decimals"),
    ("1,125 mg", "1,125 mg", "thousands or as decimals"),
    ("12.500 personas", "12.500", "thousands or as decimals"),
    ("2 500 mg", "2 500 mg", "one number or as two"),
    ("10 000 personas", "10 000", "one number or as two"),
    ("Tome 1, 5 mg.", "mg", "decimal comma"),
    ("1.2.3", "1.2.3", ""),
    ("1,00,000", "1,00,000", ""),
    # Numbers that are not written whole.
    (".5 mg", ".5 mg", "one way"),
    (",5 mg", ",5 mg", "one way"),
    ("5.0 mg", "5.0 mg", "one way"),
    ("2,50 tabletas", "2,50", ""),
    ("05 mg", "05 mg", "one way"),
    ("0·5 mg", "·", "point"),
    ("5０ mg", "5０", ""),
    # What the ear would join.
    ("30 y 5 mg", "30", "30 mg y 5 mg"),
    ("entre 20 y 5 gotas", "20", "heard as one number"),
    ("las 10 y una", "10", "heard as one number"),
    ("a las 8 y 20 h", "8", "y las"),
    ("a las 8:30 y 9:15", "8:30", "y las"),
    # Two numbers, ranges that are none, chains.
    ("10-20-30 mg", "10-20-30 mg", "one way"),
    ("10–5 mg", "10–5 mg", ""),
    ("5 mg-10 mg", "-", '"a"'),
    ("uno-dos tabletas", "uno-dos", '"a"'),
    ("lunes-viernes", "lunes-viernes", '"a"'),
    ("lunes–viernes", "–", '"a"'),
    ("741-741", "741-741", "each digit"),
    ("8002738255", "8002738255", "each digit"),
    ("-5 mg", "-", '"menos"'),
    ("Tome - 5 mg", "-", "menos"),
    ("2 x 5 mg", "x", "veces"),
    ("3x al día", "3x", "veces"),
    ("5 × 3", "×", "veces"),
    ("~5", "~5", "unos"),
    ("$5", "$5", "dólares"),
    ("edad<18", "edad<18", "menos de"),
    # The strengths of two medicines in one.
    ("5-325 mg", "5-325 mg", "each medicine"),
    ("100 mg/25 mg", "25 mg", ""),
    ("levodopa/carbidopa 100/25 mg", "100/25 mg", "each medicine"),
    ("sulfametoxazol-trimetoprima 80–160 mg", "mg", ""),
    ("insulina 70/30", "70/30", ""),
    # Gender that is not known.
    ("21 perros", "21", "veintiún perros"),
    ("1 silla", "1", "una silla"),
    ("200 sillas", "200", "una silla"),
    # Fractions.
    ("1/2", "1/2", "media tableta"),
    ("½ mg", "½", "media tableta"),
    ("1 1/2 tabletas", "1 1/2", "una tableta y media"),
    ("1½ tabletas", "1½", "una tableta y media"),
    ("7/8", "7/8", "media tableta"),
    # Days and times.
    ("3/4/2020", "3/4/2020", ""),
    ("08/31/2016", "08/31/2016", ""),
    ("31/02/2020", "31/02/2020", ""),
    ("1:10", "1:10", "1 de cada 10"),
    ("10:00", "10:00", "a. m."),
    ("a las 8.45", "8.45", ""),
    ("120/80", "120/80", "120 sobre 80"),
    # Degrees and ordinals.
    ("37°", "37°", "grados Celsius"),
    ("37º", "37º", "grados Celsius"),
    ("2ro", "2ro", ""),
    # Units.
    ("5 cc", "cc", ""),
    ("5 U", "U", "unidades"),
    ("10 uds", "uds", ""),
    ("15 gts", "gts", ""),
    ("5 gr", "gr", ""),
    ("10 mgs", "mgs", "in full"),
    ("5 MG", "MG", ""),
    ("5 Kg", "Kg", ""),
    ("2 tabs", "tabs", ""),
    ("1 cda", "1 cda", ""),
    ("5 IU", "IU", ""),
    ("5 s", "s", ""),
    ("5 m", "m", ""),
    # Abbreviations.
    *((f"Tome {short} ahora", short, "al día") for short in ("QD", "qd", "q.d.")),
    ("Tome 1 QID.", "QID", "cuatro veces"),
    ("Tome 1 SOS.", "SOS", "necesario"),
    ("antibióticos IV", "IV", "intravenosa"),
    ("5 mg i.m.", "i.m.", "intramuscular"),
    ("5 mg s.c.", "s.c.", "subcutánea"),
    ("gotas OD", "OD", "ojo"),
    ("máx. 4 tabletas", "máx.", "como máximo"),
    ("mín. 4 tabletas", "mín.", "como mínimo"),
    ("no. 5", "no.", "número"),
    ("q6h", "q6h", "cada 6 horas"),
    ("1 c/u", "c/u", "cada uno"),
    ("tome stat", "stat", "de inmediato"),
    # Capitals and words for both genders.
    ("el VEGF", "VEGF", "in full"),
    ("Felipe II", "II", ""),
    ("el/la médico", "el/la", "both words"),
    ("enfermo(a)", "(a)", "both words"),
    ("enfermos/as", "/as", "both words"),
    ("amig@s", "@", "both words"),
    ("I&D", "&", '"y"'),
    ("a" * 61, "a" * 61, "60"),
]


@pytest.mark.parametrize(("written", "piece", "remedy"), DOUBTFUL)
def test_what_would_be_said_or_heard_wrongly_blocks_with_a_remedy(
    written: str, piece: str, remedy: str
) -> None:
    found = [(one.text, one.reason) for one in spoken_form(written, "es").unresolved]
    assert any(piece == text and remedy in reason for text, reason in found), found


@pytest.mark.parametrize("written", [written for written, *_ in (*DOUBTFUL, *DOUBTFUL_IN_ENGLISH)])
def test_no_remedy_tells_a_writer_of_spanish_to_write_english(written: str) -> None:
    english = {"to", "times", "or", "and", "per", "at most", "less than", "minus", "about", "a.m."}
    for one in spoken_form(written, "es").unresolved:
        quoted = set(re.findall(r'"([^"]+)"', one.reason))
        assert not quoted & english, one.reason


PLAIN = [
    "Tome la pastilla con agua. ¿Tiene dudas? ¡Pregunte!",
    "COVID-19, CIE-10, B12, D3, H1N1, HbA1c, omega-3, O2",
    "El sida, la epoc, un tac",
    "hepatitis A y hepatitis B, vitamina A, grupo O, vitamina E",
    "«Hola», dijo; y “adiós”: así (sí).",
    "Guillain-Barré, Ménière, pingüino, niño",
    "pre- y posoperatorio",
    "un vaso lleno - o medio - al día",
    "Mida su pH.",
]


@pytest.mark.parametrize("written", PLAIN)
def test_what_is_said_as_it_is_written_passes(written: str) -> None:
    form = spoken_form(written, "es")
    assert [(one.text, one.reason) for one in form.unresolved] == []
    assert form.text == written


def test_nothing_in_a_number_that_nobody_thought_of_passes() -> None:
    for between in "!#$%&*+/:;<=>?@\\^_`|~§¶×÷·…‰′″⁄":
        assert spoken_form(f"Tome 5{between}5 tabletas", "es").unresolved, between
