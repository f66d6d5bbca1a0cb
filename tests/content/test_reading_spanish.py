"""A Spanish text is read like any other: its sentences stay whole, its numbers too."""

from __future__ import annotations

import pytest

from content.reading import MarkupError, Source, read


def sentences(body: str, language: str = "es") -> list[str]:
    return [one.text for one in read("Título", body, language).sentences()][1:]


@pytest.mark.parametrize(
    "whole",
    [
        "Vea al Dr. Pérez o a la Dra. Gómez hoy.",
        "Coma fruta, p. ej. una manzana.",
        "Tómelo a las 8:30 a. m. con agua.",
        "Tómelo a las 9 p. m. con comida, etc., y descanse.",
        "Vea el n.º 5 de la lista.",
        "Vea la núm. 5 y la pág. 7.",
        "Cuesta aprox. 5 dólares.",
        "Tome 1 tableta v.o. dos veces al día.",
        "Vive en EE. UU. desde hace años.",
        "El 1.º de mayo y la 2.ª dosis del 3.er día.",
        "¿Cómo está? preguntó ella.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(whole: str) -> None:
    assert sentences(f"Descanse bien. {whole} ¿Tiene dudas? ¡Pregunte!")[-3] == whole


def test_sentences_end_where_they_end() -> None:
    text = (
        "Tome la pastilla. ¿La olvidó? ¡No tome dos! Son las 8 p. m. Llame al Dr. Ruiz. 5 es poco."
    )
    assert sentences(text) == [
        "Tome la pastilla.",
        "¿La olvidó?",
        "¡No tome dos!",
        "Son las 8 p. m.",
        "Llame al Dr. Ruiz.",
        "5 es poco.",
    ]


@pytest.mark.parametrize("last", ["Descanse bien.", "Diga que no.", "Tome 5 mg.", "Espere 5 min."])
def test_a_word_that_could_be_an_abbreviation_ends_a_sentence(last: str) -> None:
    assert sentences(f"Sí. {last} ¿Tiene dudas? {last} Llame.") == [
        "Sí.",
        last,
        "¿Tiene dudas?",
        last,
        "Llame.",
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_the_space_that_parts_thousands_is_kept_and_others_are_not(space: str) -> None:
    assert sentences(f"Son 10{space}000{space}mg.") == [f"Son 10{space}000 mg."]


def test_fuentes_holds_the_sources() -> None:
    body = (
        "Texto.\n\n## Fuentes\n\n"
        "- [Dormir](https://medlineplus.gov/spanish/), MedlinePlus, 31 de agosto de 2016"
    )
    assert read("Título", body, "es").sources == (
        Source("Dormir", "MedlinePlus", "https://medlineplus.gov/spanish/", "31 de agosto de 2016"),
    )


def test_a_link_elsewhere_is_told_with_the_name_of_the_spanish_heading() -> None:
    with pytest.raises(MarkupError, match='"Fuentes"'):
        read("Título", "Vea [esto](https://a.example/).", "es")


def test_a_sentence_in_english_goes_on_behind_small_letters_too() -> None:
    text = "Take it at 8:30 a.m. with water. Then rest."
    assert sentences(text, "en") == ["Take it at 8:30 a.m. with water.", "Then rest."]
