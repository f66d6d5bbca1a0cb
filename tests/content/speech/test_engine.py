"""The engine: a worker that hangs or dies is replaced, and a bad sentence is named."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from content.speech.engine import (
    Engine,
    EngineUnavailable,
    SpeechError,
    key_of,
    recipe,
    voice_for,
)
from content.speech.spoken_form import SpokenForm, spoken_form
from content.speech.words import lit_units, written_words

VOICE = voice_for("en")


def form(text: str) -> SpokenForm:
    return spoken_form(text, "en")


# A worker that does what the real one does, and dies or hangs at a word.
POISONED = """
import os, sys, time
from content.speech import worker
answer = worker.Speaker.answer
def poisoned(self, request):
    if "arsenic" in request["text"]:
        os._exit(1)
    if "treacle" in request["text"]:
        time.sleep(600)
    return answer(self, request)
worker.Speaker.answer = poisoned
worker.main()
"""


@pytest.fixture(scope="module")
def engine():
    with Engine(VOICE, workers=1) as engine:
        yield engine


def test_a_sentence_becomes_opus_wav_and_times(engine: Engine) -> None:
    sound = engine.speak(form("Ask your doctor."))
    for data, kind in ((sound.opus, "OGG"), (sound.wav, "WAV")):
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            assert file.format == kind
            assert file.samplerate in (24_000, 48_000)
            assert abs(len(file) * 1000 / file.samplerate - sound.duration_ms) < 60
    assert [(offset, length) for _, _, offset, length in sound.words] == [(0, 3), (4, 4), (9, 7)]
    starts = [start for start, _, _, _ in sound.words]
    assert starts == sorted(starts)
    assert all(start < end <= sound.duration_ms for start, end, _, _ in sound.words)


def test_a_tap_answers_at_once_less_than_100_ms_of_silence_lead_in(engine: Engine) -> None:
    sound = engine.speak(form("Ask your doctor."))
    samples, rate = soundfile.read(io.BytesIO(sound.opus))
    assert np.flatnonzero(np.abs(samples) > 0.01)[0] < rate * 0.1


def test_no_sample_is_clipped(engine: Engine) -> None:
    for text in ("Stop!", "Never stop without your prescriber.", "Clonazepam and depression"):
        samples, _ = soundfile.read(io.BytesIO(engine.speak(form(text)).wav))
        assert np.abs(samples).max() < 0.99


@pytest.mark.parametrize(
    "text",
    [
        "Take (clonazepam) now.",
        "Take “clonazepam” now.",
        'Take "clonazepam" now.',
        "(Klonopin)",
        "[clonazepam",
        "Take clonazepam, clonazepam. Clonazepam: (clonazepam)!",
    ],
)
def test_a_word_of_the_lexicon_is_said_whatever_stands_beside_it(engine: Engine, text: str) -> None:
    # Straight behind a bracket or quotation mark espeak-ng drops [[phonemes]] without a sound.
    sound = engine.speak(form(text))
    times = {
        text[offset : offset + length].lower(): end - start
        for start, end, offset, length in written_words(form(text), sound.words)
    }
    assert min(span for word, span in times.items() if len(word) > 6) > 400


def test_a_word_that_the_voice_leaves_out_is_an_error_and_not_a_gap() -> None:
    dropped = SpokenForm(
        written="Take (clonazepam) now.",
        text="Take (clonazepam) now.",
        engine_text="Take ([[kloUn'azI#p,am]]) now.",
        spans=(),
        engine_words=((0, 4, 0, 4), (5, 12, 5, 25), (18, 4, 26, 30)),
        unresolved=(),
    )
    with Engine(VOICE, workers=1) as engine, pytest.raises(SpeechError, match="leaves out word 2"):
        engine.speak(dropped)


def test_a_killed_worker_is_replaced(engine: Engine) -> None:
    engine.speak(form("One."))
    (before,) = engine.pids
    os.kill(before, signal.SIGKILL)
    assert engine.speak(form("Two.")).duration_ms > 200
    assert engine.pids != [before]


def test_a_worker_that_hangs_is_replaced_and_the_sentence_tried_again() -> None:
    with Engine(VOICE, timeout=3, workers=1) as engine:
        engine.speak(form("One."))
        (before,) = engine.pids
        os.kill(before, signal.SIGSTOP)
        assert engine.speak(form("Two.")).duration_ms > 200
        assert engine.pids != [before]


def test_a_worker_killed_in_the_middle_of_a_sentence_is_replaced() -> None:
    long = form("Ask your doctor about it, and ask again, and then again. " * 20)
    with Engine(VOICE, workers=1) as engine:
        engine.speak(form("One."))
        (before,) = engine.pids
        killer = threading.Timer(0.02, os.kill, (before, signal.SIGKILL))
        killer.start()
        assert engine.speak(long).duration_ms > 60_000
        killer.join()
        assert engine.pids != [before]


@pytest.mark.parametrize(("word", "why"), [("arsenic", "broke off"), ("treacle", "not answer")])
def test_a_sentence_that_fails_twice_is_named_and_the_next_one_works(
    tmp_path: Path, word: str, why: str
) -> None:
    command = (sys.executable, "-c", POISONED)
    with Engine(VOICE, timeout=2, command=command, workers=1) as engine:
        assert engine.speak(form("Good."))
        with pytest.raises(SpeechError, match=rf'"Eat {word}\." cannot be voiced: .*{why}'):
            engine.speak(form(f"Eat {word}."))
        assert engine.speak(form("Good again."))


def test_a_worker_that_cannot_start_is_no_sentences_fault() -> None:
    command = (sys.executable, "-c", "raise SystemExit(3)")
    with Engine(VOICE, command=command) as engine, pytest.raises(EngineUnavailable):
        engine.speak(form("Good."))


def test_an_unknown_language_has_no_voice() -> None:
    with pytest.raises(SpeechError, match="'tlh'"):
        voice_for("tlh")


def test_many_sentences_come_back_in_order_from_several_workers() -> None:
    texts = [f"Number {number} of the sentences." for number in range(30)]
    with Engine(VOICE, workers=2) as engine:
        alone = [sound.duration_ms for sound in map(engine.speak, map(form, texts[:3]))]
        together = list(engine.speak_all(form(text) for text in texts))
        assert len(engine.pids) == 2
    assert len(together) == 30
    for first, second in zip(alone, together, strict=False):
        assert abs(first - second.duration_ms) < 30


def test_a_bad_sentence_among_many_is_named_after_the_ones_before_it_came_back() -> None:
    texts = ["Good."] * 9 + ["Eat arsenic."] + ["Good."] * 9
    command = (sys.executable, "-c", POISONED)
    came = []
    with (
        Engine(VOICE, command=command, workers=2) as engine,
        pytest.raises(SpeechError, match="arsenic"),
    ):
        came.extend(engine.speak_all(form(text) for text in texts))
        pytest.fail("it went on")
    assert came == [] or len(came) <= 9


def test_no_worker_is_left_behind() -> None:
    with Engine(VOICE, workers=2) as engine:
        list(engine.speak_all(form(f"Number {number}.") for number in range(9)))
        pids = engine.pids
    deadline = time.monotonic() + 5
    for pid in pids:
        while time.monotonic() < deadline:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                break
        else:
            pytest.fail("a worker runs on")


def test_the_key_of_a_clip_is_made_of_everything_that_makes_its_sound() -> None:
    base = key_of(recipe(form("Ask."), VOICE))
    from dataclasses import replace

    assert key_of(recipe(form("Ask."), VOICE)) == base
    for other in (
        recipe(form("Ask!"), VOICE),
        recipe(form("Ask."), replace(VOICE, rate=150)),
        recipe(form("Ask."), replace(VOICE, gain=0.5)),
        recipe(form("Ask."), replace(VOICE, name="en-gb")),
    ):
        assert key_of(other) != base


def test_every_written_word_of_a_hard_sentence_has_a_time(engine: Engine) -> None:
    text = "It’s “well” known: take 0.5–1 mg (clonazepam) of a kind, or call 911 – at once."
    spoken = form(text)
    timed = written_words(spoken, engine.speak(spoken).words)
    assert [(offset, length) for _, _, offset, length in timed] == lit_units(spoken)
    assert all(start < end for start, end, _, _ in timed)
