"""espeak-ng's Spanish voice really says what is to be said: measured through its phonemes."""

from __future__ import annotations

import pytest

from content.speech.engine import Engine, voice_for
from content.speech.espeak import espeak
from content.speech.rules import rules_for
from content.speech.rules.es.letters import LETTERS
from content.speech.spoken_form import spoken_form
from content.speech.words import lit_units, written_words
from tests.content.speech.es.phonemes import phonemes, sounds
from tests.content.speech.es.reading_numbers import _HUNDREDS, _ONES, _TENS, _UP_TO_29
from tests.content.speech.test_tables import TABLES, rows

SAID = rows(TABLES / "es.tsv")


@pytest.mark.parametrize("written", [written for written, _ in SAID])
def test_every_word_of_a_spoken_form_is_said_as_it_is_said_alone(written: str) -> None:
    form = spoken_form(written, "es")
    words = [form.engine_text[start:end] for _, _, start, end in form.engine_words]
    assert sounds(form.engine_text) == "".join(map(sounds, words))


def test_no_two_words_for_different_numbers_sound_the_same() -> None:
    worth: dict[str, int] = {}
    for word, value in {**_ONES, **_UP_TO_29, **_TENS, **_HUNDREDS, "mil": 1000}.items():
        assert worth.setdefault(sounds(word), value) == value, word


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        # What the engine makes of the digits themselves: why it is given words.
        ("1 miligramo", "uno miligramo"),
        ("21 gotas", "uno gotas"),
        ("200 tabletas", "entos tabletas"),
        ("21000", "uno mil"),
        ("0.125", "cero mil"),
        ("1-2", "uno dos"),
        ("VIH", "vi"),
    ],
)
def test_the_engine_alone_still_needs_the_rules(written: str, wrong: str) -> None:
    assert sounds(wrong) in sounds(written)
    assert sounds(wrong) not in sounds(spoken_form(written, "es").engine_text)


def test_the_names_of_the_letters_are_told_apart() -> None:
    said = [sounds(f"[[{name}]]") for name in LETTERS.values()]
    assert len(set(said)) == len(LETTERS)


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        *(("H", "hache"), ("J", "jota"), ("Ñ", "eñe"), ("Q", "cu"), ("R", "erre"), ("V", "uve")),
        *(("W", "dobleve"), ("X", "equis"), ("Y", "ye"), ("Z", "zeta"), ("G", "ge"), ("C", "ce")),
    ],
)
def test_a_letter_has_its_spanish_name(letter: str, name: str) -> None:
    assert sounds(f"[[{LETTERS[letter]}]]") == sounds(name)


def test_an_initialism_is_shown_as_its_letters_and_the_last_has_the_stress() -> None:
    form = spoken_form("el VIH y el TEPT", "es")
    assert form.text == "el V I H y el T E P T"
    assert form.engine_text == "el [[,uBe]] [[,i]] [['atSe]] y el [[t,e]] [[,e]] [[p,e]] [[t'e]]"


def test_every_word_of_an_entry_is_begun_by_the_engine_in_order() -> None:
    engine = espeak()
    engine.set_voice(voice_for("es").name)
    for entry in rules_for("es").lexicon:
        form = spoken_form(f"esto es {entry.grapheme} también", "es")
        begun = [offset for _, offset in engine.speak(form.engine_text).words]
        for offset, length, start, end in form.engine_words:
            if length != end - start:
                assert any(start <= event < end for event in begun), (entry.grapheme, offset)


def test_words_in_capitals_are_said_as_words_beside_initialisms_too() -> None:
    for word in rules_for("es").doubts.known:
        assert sounds(word.lower()) in sounds(spoken_form(f"{word} y RM", "es").engine_text), word


def test_the_voice_is_that_of_america() -> None:
    assert "T" not in phonemes("cinco y diez")


def test_sentences_with_doses_become_clips_with_every_written_word_in_time() -> None:
    texts = (
        "Tome 1 tableta de 0.5–1 mg c/8 h.",
        "El 31 de agosto de 2016, 21 de los 200 pacientes con VIH tenían 38.5 °C.",
        "Llame al 911, o envíe HOLA al 741741.",
    )
    with Engine(voice_for("es"), workers=1) as engine:
        for text in texts:
            form = spoken_form(text, "es")
            assert form.unresolved == ()
            sound = engine.speak(form)
            times = written_words(form, sound.words)
            assert [(offset, length) for _, _, offset, length in times] == lit_units(form)
            assert all(0 <= start <= end <= sound.duration_ms for start, end, _, _ in times)
