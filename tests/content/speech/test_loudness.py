"""Loudness after BS.1770, and a limiter that leaves alone what is not too loud."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile

from content import starter
from content.reading import read
from content.speech.engine import Engine, voice_for
from content.speech.limiter import CEILING, limited
from content.speech.loudness import TARGET, TooShort, integrated, true_peak
from content.speech.sound import SAMPLE_RATE
from content.speech.spoken_form import spoken_form

TEXTS = (
    "Stop!",
    "Ask your doctor before you change anything.",
    "Never stop clonazepam all at once: that can be dangerous.",
    "Call 911, or go to the nearest emergency department.",
    "Benzodiazepines can make you sleepy, and so can alcohol and opioids.",
    "Take it with water, at the same time each day, with food or without.",
    "Your pharmacist can tell you what else not to take.",
    "Tell them about all other medicines, herbs and vitamins that you take.",
)
ROUNDING_DB = 0.05


def sine(frequency: float, rate: int, seconds: float, level: float, phase: float = 0.0):
    at = np.arange(round(rate * seconds)) / rate
    return level * np.sin(2 * np.pi * frequency * at + phase)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 48_000])
def test_a_sine_of_997_hz_at_full_scale_is_minus_3_01_lufs(rate: int) -> None:
    # BS.1770-5, annex 1: "the level will be -3.01 LKFS".
    assert integrated(sine(997, rate, 10, 1.0), rate) == pytest.approx(-3.01, abs=0.01)


def test_quiet_stretches_do_not_count() -> None:
    # The signals of EBU Tech 3341, minimum requirements 3 and 5, whose two channels are one here
    # and 3.01 dB louder, a fifth as long: -36/-23/-36 and -26/-20/-26 dBFS are -23 LUFS.
    def of(*parts: tuple[float, float]) -> float:
        channel = [sine(1000, 48_000, seconds, 10 ** (level / 20)) for level, seconds in parts]
        return integrated(np.concatenate(channel) * 2**0.5, 48_000)

    assert of((-36, 2), (-23, 12), (-36, 2)) == pytest.approx(-23, abs=0.1)
    assert of((-72, 2), (-36, 2), (-23, 12), (-36, 2), (-72, 2)) == pytest.approx(-23, abs=0.1)
    assert of((-26, 4), (-20, 4.02), (-26, 4)) == pytest.approx(-23, abs=0.1)


def test_what_is_too_short_or_silent_has_no_loudness() -> None:
    for samples in (sine(997, 48_000, 0.39, 1.0), np.zeros(48_000)):
        with pytest.raises(TooShort):
            integrated(samples, 48_000)


def test_a_peak_between_two_samples_is_seen() -> None:
    # Each sample of it is 3 dB below what the wave reaches between them.
    samples = sine(6000, 24_000, 1, 1.0, np.pi / 4)
    assert np.abs(samples).max() == pytest.approx(2**-0.5)
    assert true_peak(samples, 24_000) == pytest.approx(0, abs=0.3)


def test_what_is_not_too_loud_is_left_bit_for_bit() -> None:
    samples = sine(440, SAMPLE_RATE, 1, CEILING * 0.99).astype(np.float32)
    assert limited(samples) is samples


def test_a_peak_is_turned_down_for_a_moment_and_the_rest_is_left() -> None:
    samples = sine(440, SAMPLE_RATE, 1, 0.5).astype(np.float32)
    samples[12_000:12_050] *= 3
    after = limited(samples)
    assert np.abs(after).max() <= CEILING
    changed = np.flatnonzero(after != samples)
    assert changed[0] > 12_000 - 240 and changed[-1] < 12_050 + 240
    # Turned down smoothly: no step that would be heard as a click.
    loud = changed[np.abs(samples[changed]) > 0.1]
    steps = np.diff(after[loud] / samples[loud])[np.diff(loud) == 1]
    assert len(steps) > 100
    assert np.abs(steps).max() < 0.01


@pytest.mark.parametrize("at", [0, 3, SAMPLE_RATE - 4])
def test_a_peak_at_the_very_edge_is_turned_down_too(at: int) -> None:
    samples = np.full(SAMPLE_RATE, 0.01, dtype=np.float32)
    samples[at : at + 4] = 1.5
    after = limited(samples)
    assert len(after) == len(samples)
    assert np.abs(after).max() <= CEILING


def decoded(data: bytes):
    samples, rate = soundfile.read(io.BytesIO(data), dtype="float64")
    return samples, rate


def check(sounds: list) -> None:
    for sound in sounds:
        wav, rate = decoded(sound.wav)
        assert true_peak(wav, rate) <= 20 * np.log10(CEILING) + ROUNDING_DB
        opus, opus_rate = decoded(sound.opus)
        # What the encoder adds to a peak must not reach full scale either.
        assert true_peak(opus, opus_rate) < 0
        for samples, per_second in ((wav, rate), (opus, opus_rate)):
            assert np.flatnonzero(np.abs(samples) > 0.01)[0] < per_second * 0.1


def test_real_clips_do_not_clip_begin_at_once_and_are_as_loud_as_the_standard_asks() -> None:
    with Engine(voice_for("en")) as engine:
        sounds = list(engine.speak_all(spoken_form(text, "en") for text in TEXTS))
    check(sounds)
    whole = np.concatenate([decoded(sound.wav)[0] for sound in sounds])
    assert integrated(whole, SAMPLE_RATE) == pytest.approx(TARGET, abs=1)


@pytest.mark.full
@pytest.mark.parametrize("language", sorted({one.language for one in starter.TEXTS}))
def test_all_that_is_shipped_is_even_and_does_not_clip(language: str) -> None:
    forms = []
    for shipped in starter.TEXTS:
        if shipped.language == language:
            draft = starter.draft_of(shipped)
            reading = read(draft.title, draft.body, language)
            forms += [spoken_form(one.text, language) for one in reading.sentences()]
    with Engine(voice_for(language)) as engine:
        sounds = list(engine.speak_all(forms))
    check(sounds)
    samples = [decoded(sound.wav)[0] for sound in sounds]
    assert integrated(np.concatenate(samples), SAMPLE_RATE) == pytest.approx(TARGET, abs=0.3)
    long = [integrated(one, SAMPLE_RATE) for one in samples if len(one) > 2 * SAMPLE_RATE]
    assert max(long) - min(long) < 5
    assert np.std(long) < 1.5
