"""Engines: each is the same small interface, and what cannot be used says why before it speaks."""

from __future__ import annotations

import ctypes.util
import sys
from dataclasses import replace

import pytest

from content.speech.engine import (
    Engine,
    EngineUnavailable,
    SpeechError,
    Voice,
    engine_version,
    key_of,
    probe,
    recipe,
    voice_for,
)
from content.speech.spoken_form import spoken_form
from content.speech.words import words_of, written_words

VOICE = voice_for("en")
TEXT = "Ask your doctor before you stop."

# A driver behind pyttsx3's own interface that really writes a file, as nsss and sapi5 do: here it
# is espeak-ng's command that speaks.
COMMAND_DRIVER = """
import subprocess, sys, types
from pyttsx3.voice import Voice

class Driver:
    def __init__(self, proxy):
        self._proxy, self._voice, self._rate = proxy, "en-us", 200
    def destroy(self): pass
    def startLoop(self):
        self._looping = True
        while self._looping:
            self._proxy.setBusy(False)
    def endLoop(self): self._looping = False
    def stop(self): pass
    def save_to_file(self, text, filename):
        if "arsenic" in text:
            return
        if "curare" in text:
            text = text[:4]
        command = ["espeak-ng", "-v", self._voice, "-s", str(self._rate), "-w", filename, text]
        subprocess.run(command, check=True)
        print("noise of a driver")
    def getProperty(self, name):
        return [Voice("en-us", "Anna"), Voice("en-gb", "Bob")]
    def setProperty(self, name, value):
        setattr(self, "_" + name, value)

driver = types.ModuleType("pyttsx3.drivers.command")
driver.buildDriver = Driver
sys.modules[driver.__name__] = driver
from content.speech import worker
worker.main()
"""
STOCK = Voice(
    name="Anna",
    language="en",
    rate=125,
    gain=1.0,
    engine="pyttsx3",
    words="none",
    options=(("driver", "command"),),
)


def form(text: str):
    return spoken_form(text, "en")


@pytest.fixture(scope="module")
def stock():
    with Engine(STOCK, command=(sys.executable, "-c", COMMAND_DRIVER), workers=1) as engine:
        yield engine


def test_the_espeak_ng_of_the_system_speaks_with_word_times() -> None:
    voice = replace(VOICE, engine="espeak-ng-system")
    with Engine(voice, workers=1) as engine:
        sound = engine.speak(form(TEXT))
    timed = written_words(form(TEXT), sound.words)
    assert [(offset, length) for _, _, offset, length in timed] == words_of(TEXT)
    assert all(start < end for start, end, _, _ in timed)
    assert engine_version(voice).startswith("espeak-ng 1.")
    assert engine_version(voice) != engine_version(VOICE)


def test_the_espeak_ng_of_the_system_can_be_given_by_its_path() -> None:
    library = ctypes.util.find_library("espeak-ng")
    assert library
    voice = replace(VOICE, engine="espeak-ng-system", options=(("library", library),))
    assert probe(voice).startswith("espeak-ng 1.")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"engine": "espeak"}, "no engine 'espeak'.*espeak-ng, espeak-ng-system"),
        ({"name": "tlh"}, "no voice 'tlh'"),
        ({"rate": 79}, "rate 79 is not between 80 and 450"),
        ({"rate": 451}, "rate 451 is not between 80 and 450"),
        ({"options": (("speed", "1"),)}, "no option 'speed'"),
        (
            {"engine": "espeak-ng-system", "options": (("library", "/no/lib.so"),)},
            "/no/lib.so cannot be used",
        ),
        (
            {"engine": "espeak-ng-system", "options": (("library", "libc.so.6"),)},
            "libc.so.6 cannot be used",
        ),
        ({"engine": "pyttsx3"}, "Name the driver"),
        ({"engine": "pyttsx3", "options": (("driver", "espeak"),)}, "writes no file"),
        ({"engine": "pyttsx3", "options": (("driver", "avspeech"),)}, "no save_to_file"),
        ({"engine": "pyttsx3", "options": (("driver", "dummy"),)}, "no sound"),
        ({"engine": "pyttsx3", "options": (("driver", "sapi5"),)}, "does not start here"),
    ],
)
def test_what_cannot_be_used_says_why_and_is_no_sentences_fault(changed: dict, why: str) -> None:
    with pytest.raises(EngineUnavailable, match=why):
        probe(replace(VOICE, **changed))


def test_without_an_espeak_ng_of_the_system_the_remedy_is_named(monkeypatch) -> None:
    from content.speech.engines import EngineError, espeak_ng

    monkeypatch.setattr(espeak_ng.ctypes.util, "find_library", lambda name: None)
    with pytest.raises(EngineError, match="apt-get install libespeak-ng1"):
        espeak_ng.of_the_system({})


def test_a_driver_of_pyttsx3_speaks_whole_sentences_without_word_times(stock: Engine) -> None:
    sound = stock.speak(form(TEXT))
    assert sound.words == []
    with Engine(VOICE, workers=1) as reference:
        assert abs(reference.speak(form(TEXT)).duration_ms - sound.duration_ms) < 200


def test_a_driver_that_writes_no_file_or_half_of_it_is_an_error(stock: Engine) -> None:
    with pytest.raises(SpeechError, match="wrote no file"):
        stock.speak(form("Eat arsenic."))
    with pytest.raises(SpeechError, match="too short for all of it"):
        stock.speak(form("Take curare, and then ask your doctor before you stop taking it."))
    assert stock.speak(form(TEXT)).duration_ms > 1000


def test_a_driver_is_not_used_for_word_times_that_it_does_not_tell() -> None:
    command = (sys.executable, "-c", COMMAND_DRIVER)
    with (
        Engine(replace(STOCK, words="engine"), command=command) as engine,
        pytest.raises(EngineUnavailable, match="tells no word times"),
    ):
        engine.speak(form(TEXT))


def test_a_word_with_phonemes_only_is_refused_to_an_engine_that_reads_letters(
    stock: Engine,
) -> None:
    with pytest.raises(SpeechError, match=r'has "clonazepam" in phonemes.*sounds like'):
        stock.speak(form("Ask before you stop clonazepam."))
    assert stock.speak(form("An MAOI is a medicine.")).duration_ms > 1000


def test_engine_version_options_and_words_are_in_the_key_of_a_clip() -> None:
    keys = {
        key_of(recipe(form(TEXT), voice))
        for voice in (
            VOICE,
            replace(VOICE, engine="espeak-ng-system"),
            replace(VOICE, engine="espeak-ng-system", words="none"),
            replace(VOICE, engine="espeak-ng-system", options=(("library", "libespeak-ng.so.1"),)),
        )
    }
    assert len(keys) == 4


def test_every_shipped_voice_is_there() -> None:
    from content.speech.engine import VOICES

    assert {language: probe(voice) for language, voice in VOICES.items()} == {
        language: engine_version(voice) for language, voice in VOICES.items()
    }
