"""Forms that a review found said wrongly are blocked; plain ones are still let through."""

from __future__ import annotations

import pytest

from content.speech.spoken_form import spoken_form


@pytest.mark.parametrize(
    "written",
    [
        "Take ·5 mg",
        "0·5 mg",
        "Take 5０ mg.",
        "1٢ mg",
        "HIV- people",
        "A- blood",
        "change of – 5 kg",
        "741-741",
        "222-1222",
        "1-800-GET-HELP",
        "10-20-30 mg",
        "5 ug",
        "250 mgs",
        "5'10 tall",
        "iv fluids",
        "Take no. 5",
        "1:10 dilution",
        "1:1000",
        "QD",
        "8002738255",
        "741 741",
    ],
)
def test_a_form_that_the_voice_would_say_wrongly_is_never_let_through(written: str) -> None:
    """Each was let through once, and said so that a dose, a sign or a number to call was lost."""
    found = spoken_form(written, "en").unresolved
    assert found
    assert all(piece.reason for piece in found)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("5,000 units", "5,000 units"),
        ("1,500 people", "1,500 people"),
        ("COPD", "C O P D"),
        ("MAOI", "M A O I"),
        ("mg per kg", "milligrams per kilogram"),
        ("short- and long-term", "short- and long-term"),
        ("at 7:30 a.m.", "at 7:30 a.m."),
        ("COVID-19 and B12", "COVID-19 and B12"),
        ("24-hour", "24-hour"),
        ("the 1990s", "the 1990s"),
        ("65+", "65+"),
        ("He is 5.", "He is 5."),
        ("“5”", "“5”"),
        ("IV fluids", "I V fluids"),
        ("hepatitis A and B", "hepatitis A and B"),
        ("In 2016, 30 people", "In 2016, 30 people"),
        ("9 out of 10 people", "9 out of 10 people"),
    ],
)
def test_plain_numbers_names_and_initialisms_are_let_through(written: str, said: str) -> None:
    form = spoken_form(written, "en")
    assert form.text == said
    assert form.unresolved == ()


def test_the_letter_a_of_an_initialism_is_said_as_a_letter_and_not_as_the_article() -> None:
    assert "eI" in spoken_form("MAOI", "en").engine_text
    assert "eI" in spoken_form("hepatitis A and B", "en").engine_text
