"""No dose loses or changes a number between what is written and what is said."""

from __future__ import annotations

import pytest

from content.speech.spoken_form import spoken_form
from tests.content.speech.doses.generator import doses
from tests.content.speech.doses.languages import LANGUAGES, Language
from tests.content.speech.doses.meaning import Meaning
from tests.content.speech.doses.parser import Unreadable, read

RESOLVED = 0.9
"""The least share that must be said: what blocked every dose would change none either."""

languages = pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)


def check(language: Language, seed: int, count: int) -> None:
    resolved = 0
    for written, meaning in doses(language, seed, count):
        form = spoken_form(written, language.code)
        if form.unresolved:
            continue
        resolved += 1
        try:
            heard: Meaning | Unreadable = read(language, form.text)
        except Unreadable as error:
            heard = error
        assert heard == meaning, (written, form.text)
    assert resolved >= RESOLVED * count, f"{resolved} of {count} were said"


@languages
def test_a_generated_dose_is_said_with_its_numbers_or_not_at_all(language: Language) -> None:
    check(language, seed=1, count=1500)


@pytest.mark.full
@languages
def test_a_hundred_thousand_generated_doses_are_said_with_their_numbers(
    language: Language,
) -> None:
    check(language, seed=20261125, count=100_000)
