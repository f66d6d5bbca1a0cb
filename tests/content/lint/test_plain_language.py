"""What the checks say of how easy a text is: they advise, and stop nobody."""

from __future__ import annotations

import pytest

from content.lint import check
from content.reading import read
from tests.content.lint import corpus

SOURCES = {
    "en": "\n\n## Sources\n\n- [A page](https://example.org/a), Somebody, 2025\n",
    "es": "\n\n## Fuentes\n\n- [Una página](https://example.org/a), Alguien, 2025\n",
}
HARD = (
    "Administration of antihypertensive pharmacotherapy necessitates continuous observation. "
    "Contraindications include cardiovascular abnormalities, respiratory insufficiency, and "
    "hypersensitivity."
)


def found(body: str, language: str = "en") -> dict[str, str]:
    reading = read("Health", body + SOURCES[language], language).to_json()
    return {one.rule: str(one.level) for one in check(reading, language, today=corpus.TODAY)}


def test_a_text_above_the_reading_age_is_told_so_and_may_stand_COG_1() -> None:
    assert found(HARD)["readability.lix"] == "advice"
    assert "readability.lix" not in found("Sleep is good. It helps your body to heal.")


def test_a_sentence_of_21_words_a_long_paragraph_and_the_passive_are_told_COG_2() -> None:
    twenty = "Sleep is good for you and for all who live with you at home in the day or night."
    assert "readability.sentence" not in found(twenty.replace(" or night", " there too"))
    assert found(twenty.replace("night", "the long night now"))["readability.sentence"] == "advice"
    assert found(" ".join([twenty] * 4))["readability.paragraph"] == "advice"
    assert "readability.paragraph" not in found(" ".join([twenty] * 3))
    assert found("It was given by the nurse.")["readability.passive"] == "advice"
    assert found("\n\n".join(["Sleep is good for you."] * 60))["structure.no_headings"] == "advice"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Hypertension is common."), ("es", "La hipertensión es común.")],
)
def test_a_word_of_professionals_is_told_with_the_plain_one_COG_3(language: str, text: str) -> None:
    reading = read("Health", text, language).to_json()
    (one,) = [
        one
        for one in check(reading, language, kind="notice", today=corpus.TODAY)
        if one.rule == "readability.plain_words"
    ]
    assert {"en": "high blood pressure", "es": "presión alta"}[language] in one.message


@pytest.mark.parametrize(
    ("language", "vague", "exact"),
    [
        ("en", "You have a good chance of recovery.", "4 out of 5 people recover in a week."),
        ("en", "20% of people feel sick.", "1 in 5 people feel sick."),
        ("es", "Rara vez duele.", "Duele a 1 de cada 100 personas."),
    ],
)
def test_a_vague_number_is_told_and_an_exact_one_is_not_COG_4(
    language: str, vague: str, exact: str
) -> None:
    assert found(vague, language)["readability.vague_number"] == "advice"
    assert "readability.vague_number" not in found(exact, language)


def test_letters_that_are_not_explained_are_told_COG_5() -> None:
    assert found("COPD makes breathing hard.")["readability.abbreviation"] == "advice"
    explained = "Chronic obstructive pulmonary disease (COPD) makes breathing hard."
    assert "readability.abbreviation" not in found(explained)
