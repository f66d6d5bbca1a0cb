"""How a text is built, and what its pictures and sources lack."""

from __future__ import annotations

import pytest

from content.lint import check
from content.reading import read
from tests.content.lint import corpus

SOURCES = "\n\n## Sources\n\n- [A page](https://example.org/a), Somebody, 2025\n"


def rules(title: str, body: str, language: str = "en", **more) -> dict[str, str]:
    reading = read(title, body, language).to_json()
    found = check(reading, language, today=corpus.TODAY, **more)
    return {one.rule: one.level for one in found}


def with_picture(**picture) -> dict[str, str]:
    reading = read("Health", "Words.", "en").to_json()
    reading["sections"][0]["blocks"].append(
        {"kind": "image", "number": None, "sentences": [], **picture}
    )
    return {one.rule: one.level for one in check(reading, "en", today=corpus.TODAY)}


def test_a_text_without_sources_is_told_so_and_more_so_about_a_medicine() -> None:
    assert rules("Sleep", "Words.")["structure.no_sources"] == "advice"
    about = rules("Warfarin", "Words.")
    assert about["structure.medicine_sources"] == "warning"
    assert "structure.no_sources" not in about


@pytest.mark.parametrize(("language", "heading"), [("en", "Sources"), ("es", "Fuentes")])
def test_a_text_with_sources_is_left_alone(language: str, heading: str) -> None:
    body = f"Words.\n\n## {heading}\n\n- [A page](https://example.org/a), Somebody, 2025\n"
    assert rules("Health", body, language) == {}


def test_a_long_text_without_headings_is_told_so() -> None:
    body = "\n\n".join(["Sleep is good for you."] * 40)
    assert rules("Sleep", body)["structure.no_headings"] == "advice"
    parted = "\n\n".join(["Sleep is good for you."] * 20 + ["## More"] + ["It helps."] * 20)
    assert "structure.no_headings" not in rules("Sleep", parted)
    assert "structure.no_headings" not in rules("Sleep", "Sleep is good for you.")


def test_a_list_of_one_is_no_list() -> None:
    assert "structure.lone_item" in rules("Sleep", "It helps:\n\n- with pain" + SOURCES)
    assert rules("Sleep", "It helps:\n\n- with pain\n- with stress" + SOURCES) == {}


def test_a_long_title_is_told_so() -> None:
    assert "structure.title_length" in rules("Sleep " * 12, "Words." + SOURCES)


def test_a_notice_needs_no_headings_and_no_sources() -> None:
    assert rules("Sleep", "Sleep is good for you.\n\n" * 50, kind="safety") == {}


def test_a_picture_without_a_description_blocks() -> None:
    assert with_picture()["structure.no_description"] == "blocker"
    assert with_picture(description=" ")["structure.no_description"] == "blocker"


@pytest.mark.parametrize(
    "picture",
    [
        {"description": "A hand holds an inhaler"},
        {"alt": "A hand holds an inhaler"},
        {"sentences": [{"id": "s9", "text": "A hand holds an inhaler.", "emphasis": []}]},
    ],
)
def test_a_described_picture_is_left_alone(picture: dict) -> None:
    assert not [rule for rule in with_picture(**picture) if "description" in rule]


@pytest.mark.parametrize("words", ["IMG_1234.jpg", "photo.png", "Inhaler"])
def test_a_description_that_says_nothing_needs_an_answer(words: str) -> None:
    sentences = [{"id": "s9", "text": words, "emphasis": []}]
    assert with_picture(sentences=sentences)["structure.description"] == "warning"
