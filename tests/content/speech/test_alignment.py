"""Forced alignment: the judge of the word times, tried on recordings whose truth is known."""

import sys
import tomllib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from content.speech import alignment
from content.speech.alignment import AlignerMissing, align
from content.speech.engine import VOICES, Engine
from content.speech.pronouncing import arpabet
from content.speech.sound import SAMPLE_RATE
from content.speech.spoken_form import spoken_form

PAUSE = np.zeros(SAMPLE_RATE // 2, dtype=np.float32)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(VOICES["en"], workers=1) as one:
        yield one


def said(engine: Engine, text: str) -> np.ndarray[Any, Any]:
    (sound,) = engine.speak_all([spoken_form(text, "en")], encode=False)
    return np.frombuffer(sound.wav, dtype="<i2").astype(np.float32) / 32767


def apart(engine: Engine, *pieces: str) -> tuple[np.ndarray[Any, Any], list[float]]:
    """Return pieces said one after the other with pauses, and when each is first heard."""
    sounds, onsets, at = [PAUSE], [], len(PAUSE)
    for piece in pieces:
        sound = said(engine, piece)
        onsets.append((at + int(np.flatnonzero(np.abs(sound) > 0.004)[0])) / SAMPLE_RATE)
        sounds += [sound, PAUSE]
        at += len(sound) + len(PAUSE)
    return np.concatenate(sounds), onsets


def test_words_are_found_where_they_were_put(engine: Engine) -> None:
    pieces = ["Doctors", "talk", "anxiety", "clonazepam", "2016", "FDA"]
    recording, onsets = apart(engine, *pieces)
    found = align(recording, SAMPLE_RATE, pieces)
    for piece, onset, span in zip(pieces, onsets, found, strict=True):
        assert span is not None, piece
        assert abs(span[0] - onset) < 0.06, (piece, span[0], onset)
        assert span[0] < span[1] < len(recording) / SAMPLE_RATE


def test_whole_numbers_and_floats_are_the_same_recording(engine: Engine) -> None:
    whole = (said(engine, "Call your doctor today.") * 32767).astype(np.int16)
    words = ["Call", "your", "doctor", "today."]
    found = align(whole, SAMPLE_RATE, words)
    assert None not in found
    assert align(whole / 32768, SAMPLE_RATE, words) == found


def test_no_recording_changes_what_is_found_in_the_next(engine: Engine) -> None:
    recording, other = said(engine, "Rest helps."), said(engine, "Ask your nurse about it.")
    first = align(recording, SAMPLE_RATE, ["Rest", "helps."])
    align(other * 0.05, SAMPLE_RATE, ["Ask", "your", "nurse", "about", "it."])
    assert align(recording, SAMPLE_RATE, ["Rest", "helps."]) == first


def test_the_last_word_of_a_long_sentence_is_not_lost(engine: Engine) -> None:
    text = "It may be considered when anxiety comes together with depression."
    found = align(said(engine, text), SAMPLE_RATE, text.split())
    assert len(found) == 10
    assert None not in found


def test_a_word_that_nobody_can_pronounce_is_none_and_the_others_are_found(engine: Engine) -> None:
    found = align(said(engine, "Rest helps."), SAMPLE_RATE, ["Rest", "–", "", "helps."])
    assert [span is None for span in found] == [False, True, True, False]


@pytest.mark.parametrize("seconds", [0, 0.1, 3])
def test_in_silence_no_word_is_found(seconds: float) -> None:
    silence = np.zeros(int(SAMPLE_RATE * seconds), dtype=np.float32)
    assert align(silence, SAMPLE_RATE, ["nothing", "was", "said"]) == [None, None, None]


def test_no_words_have_no_times() -> None:
    assert align(np.zeros(SAMPLE_RATE), SAMPLE_RATE, []) == []


@pytest.mark.parametrize(
    ("word", "phonemes"),
    [
        ("clonazepam", "K L AA N EY Z P AE M"),
        ("31", "TH ER D IY W AH N"),
        ("FDA", "EH F D IY EY"),
        ("button", "B AH T AH N"),
        ("opioids", "OW P IH OY D Z"),
        ("…", None),
    ],
)
def test_words_outside_the_dictionary_are_pronounced_as_espeak_says_them(
    word: str, phonemes: str | None
) -> None:
    assert arpabet(word) == phonemes


def test_without_pocketsphinx_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    alignment._decoder.cache_clear()
    monkeypatch.setitem(sys.modules, "pocketsphinx", None)
    with pytest.raises(AlignerMissing, match=r"pip install pocketsphinx==\d"):
        align(np.zeros(SAMPLE_RATE), SAMPLE_RATE, ["word"])


def test_what_it_says_to_install_is_what_the_project_pins(pytestconfig: pytest.Config) -> None:
    project = tomllib.loads((pytestconfig.rootpath / "pyproject.toml").read_text())["project"]
    assert project["optional-dependencies"]["alignment"] == [alignment.REQUIREMENT]
    pinned = (pytestconfig.rootpath / "tests/requirements.txt").read_text().splitlines()
    assert alignment.REQUIREMENT in pinned
