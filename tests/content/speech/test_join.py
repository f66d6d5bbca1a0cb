"""One file of several clips: the very same packets."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile

from content.speech.engine import Engine, voice_for
from content.speech.join import NotJoinable, join_opus, join_wav, read_opus
from content.speech.sound import Sound
from content.speech.spoken_form import spoken_form


@pytest.fixture(scope="module")
def sounds() -> list[Sound]:
    with Engine(voice_for("en")) as engine:
        texts = ("Ask your doctor.", "Never stop suddenly, since that can harm you.", "Rest.")
        return list(engine.speak_all(spoken_form(text, "en") for text in texts))


def test_the_packets_of_every_clip_stand_in_it_unchanged_and_in_order(sounds) -> None:
    joined, _ = join_opus([sound.opus for sound in sounds], [300, 300, 300])
    packets = list(read_opus(joined).packets)
    at = 0
    for sound in sounds:
        own = list(read_opus(sound.opus).packets)
        begin = next(
            index for index in range(at, len(packets)) if packets[index : index + len(own)] == own
        )
        at = begin + len(own)


def test_it_decodes_to_all_of_them_with_the_pauses(sounds) -> None:
    joined, duration_ms = join_opus([sound.opus for sound in sounds], [300, 500, 0])
    samples, rate = soundfile.read(io.BytesIO(joined))
    assert abs(len(samples) * 1000 / rate - duration_ms) < 2
    least = sum(sound.duration_ms for sound in sounds) + 800
    assert least <= duration_ms + 1 < least + 150
    loud = np.abs(samples) > 0.02
    gaps = np.diff(np.flatnonzero(loud))
    assert (gaps > rate * 0.35).sum() == 2


def test_equal_clips_give_equal_files(sounds) -> None:
    data = [sound.opus for sound in sounds]
    assert join_opus(data, [300] * 3) == join_opus(data, [300] * 3)


def test_a_damaged_clip_is_refused(sounds) -> None:
    broken = bytearray(sounds[0].opus)
    broken[len(broken) // 2] ^= 0xFF
    with pytest.raises(NotJoinable):
        join_opus([bytes(broken), sounds[1].opus], [300])
    with pytest.raises(NotJoinable):
        join_opus([b"no Ogg at all"], [0])
    with pytest.raises(NotJoinable):
        join_opus([], [])


def test_wav_is_joined_exactly(sounds) -> None:
    joined, rate = soundfile.read(
        io.BytesIO(join_wav([sound.wav for sound in sounds], [100, 100, 0])), dtype="int16"
    )
    parts = [soundfile.read(io.BytesIO(sound.wav), dtype="int16")[0] for sound in sounds]
    quiet = np.zeros(rate // 10, dtype="int16")
    assert np.array_equal(joined, np.concatenate([parts[0], quiet, parts[1], quiet, parts[2]]))
