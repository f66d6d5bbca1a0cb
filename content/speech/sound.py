"""From what an engine rendered to a stored clip: trimmed, timed, at one loudness, encoded."""

from __future__ import annotations

import io
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile
import soxr

from content.speech.limiter import limited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.speech.engines import Utterance

SAMPLE_RATE = 24_000
"""Hz. Opus takes 8, 12, 16, 24 or 48 kHz; speech from 22.05 kHz loses nothing at 24."""
QUIET = 0.004
"""The amplitude (of 1) below which nothing is heard."""
LEAD_MS = 20
TAIL_MS = 120
"""Silence kept around the speech: word times stay right, and taps answer at once."""
HOLD_MS = 250
"""How long a word stays lit before a pause, after its own sound has ended."""
LETTERS_A_WORD = 5
HASTE = 2.5
"""How much faster than its rate a voice may say a sentence, at most."""
NEVER_MERGED = 8
"""A word of so many letters is never joined with its neighbour by espeak-ng."""
OPUS_LEVEL = 0.8
"""libsndfile's measure of compression: 57 kbit/s for speech. Below some 55 kbit/s Opus changes to
its hybrid mode, which takes 2.6 times as long (measured 2026-11-24 with libsndfile 1.2.2)."""
BLOCK = 24_000
"""Samples a write: libsndfile's Opus can crash on a whole long array."""

Samples = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Sound:
    """A sentence as sound. ``words`` are ``(start_ms, end_ms, offset, length)``, one for each
    word of the spoken text, in order, starts ascending; none where no engine tells them.
    ``phonemes`` are what was said, in the International Phonetic Alphabet, where the engine tells.
    """

    opus: bytes
    wav: bytes
    duration_ms: int
    words: list[tuple[int, int, int, int]]
    phonemes: str = ""


def finish(
    utterance: Utterance,
    words: Sequence[tuple[int, int, int, int]],
    gain: float,
    *,
    encoded: bool = True,
) -> Sound:
    """Return a clip of an utterance.

    ``words`` are the spoken words as ``(offset, length, engine_start, engine_end)``: where each
    stands in the spoken text, and where in the text that the engine was given. With ``encoded``
    off ``opus`` is empty and ``wav`` holds bare 16-bit samples: all but the encoders' work.
    """
    _check_all_said(utterance, words)
    raw = np.frombuffer(bytes(utterance.pcm), dtype="<i2").astype(np.float32) / 32768.0
    rate = utterance.sample_rate
    first, last = _heard(raw)
    begin = max(0, first - rate * LEAD_MS // 1000)
    end = last + rate * TAIL_MS // 1000
    raw = np.pad(raw, (0, max(0, end - len(raw))))
    times = [
        ((start - begin) * 1000 / rate, (stop - begin) * 1000 / rate)
        for start, stop in _word_times(raw, rate, utterance.words, words, (first, last))
    ]
    samples = limited(soxr.resample(raw[begin:end] * gain, rate, SAMPLE_RATE, quality="HQ"))
    duration_ms = len(samples) * 1000 // SAMPLE_RATE
    timed = []
    for (start, stop), (offset, length, _, _) in zip(times, words, strict=True):
        start_ms = min(max(0, round(start)), duration_ms)
        timed.append((start_ms, min(max(start_ms, round(stop)), duration_ms), offset, length))
    phonemes = " ".join(utterance.phonemes.split())
    if not encoded:
        bare = (samples * 32767).astype("<i2").tobytes()
        return Sound(b"", bare, duration_ms, timed, phonemes)
    return Sound(encode(samples, "opus"), encode(samples, "wav"), duration_ms, timed, phonemes)


class NotSaid(ValueError):
    """The engine left something out; the message says what is known of it."""


def check_long_enough(utterance: Utterance, text: str, rate: int) -> None:
    """Raise :class:`NotSaid` for what cannot be all of a text: of an engine without word times.

    Letters are counted, since numbers take longer than their digits and nothing takes less.
    """
    seconds = len(utterance.pcm) / 2 / utterance.sample_rate
    letters = sum(map(str.isalnum, text))
    if seconds < letters / LETTERS_A_WORD * 60 / rate / HASTE:
        raise NotSaid(f"the voice says it in {seconds:.1f} s, which is too short for all of it")


def _check_all_said(utterance: Utterance, words: Sequence[tuple[int, int, int, int]]) -> None:
    """Raise :class:`NotSaid` unless every word that cannot be merged with another was begun.

    espeak-ng joins small words ("of a", "has been"). A long one, or one given as phonemes, without
    an event of its own is one that it dropped, and a dropped word can change a meaning.
    """
    begun = sorted(offset for _, offset in utterance.words)
    for number, (_, length, start, end) in enumerate(words):
        alone = length >= NEVER_MERGED or length != end - start
        index = bisect_left(begun, start)
        if alone and (index == len(begun) or begun[index] >= end):
            raise NotSaid(f"the voice leaves out word {number + 1}")


def encode(samples: Samples, form: str) -> bytes:
    """Return samples at :data:`SAMPLE_RATE` as Ogg Opus or 16-bit WAV."""
    container, subtype = {"opus": ("OGG", "OPUS"), "wav": ("WAV", "PCM_16")}[form]
    buffer = io.BytesIO()
    level = OPUS_LEVEL if form == "opus" else None
    with soundfile.SoundFile(
        buffer,
        "w",
        samplerate=SAMPLE_RATE,
        channels=1,
        format=container,
        subtype=subtype,
        compression_level=level,
    ) as file:
        for start in range(0, len(samples), BLOCK):
            file.write(samples[start : start + BLOCK])
    return buffer.getvalue()


def _heard(samples: Samples) -> tuple[int, int]:
    """Return where the first sound begins and the last one ends, in samples."""
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    if not len(loud):
        raise ValueError("the engine rendered only silence")
    return int(loud[0]), int(loud[-1]) + 1


def _word_times(
    samples: Samples,
    rate: int,
    events: Sequence[tuple[int, int]],
    words: Sequence[tuple[int, int, int, int]],
    heard: tuple[int, int],
) -> list[tuple[int, int]]:
    """Return start and end of every word in samples; nothing where no words are asked for.

    A word that the engine merged with its neighbour ("of a") has no event of its own; it gets its
    share, by letters, of the sound between the neighbours that have one, pauses left out.
    """
    if not words:
        return []
    starts: list[int | None] = []
    index = 0
    for _, _, engine_start, engine_end in words:
        while index < len(events) and events[index][1] < engine_start:
            index += 1
        found = None
        if index < len(events) and events[index][1] < engine_end:
            found = max(heard[0], events[index][0])
        starts.append(found)
    filled = _fill(samples, starts, [word[1] for word in words], heard)
    ends = [*filled[1:], heard[1]]
    hold = rate * HOLD_MS // 1000
    return [
        (start, min(stop, _sound_end(samples, start, stop) + hold))
        for start, stop in zip(filled, ends, strict=True)
    ]


def _sound_end(samples: Samples, start: int, stop: int) -> int:
    """Return where the last sound between two samples ends; ``start`` where there is none."""
    loud = np.flatnonzero(np.abs(samples[start:stop]) > QUIET)
    return start + int(loud[-1]) + 1 if len(loud) else start


def _fill(
    samples: Samples, starts: list[int | None], lengths: list[int], heard: tuple[int, int]
) -> list[int]:
    """Return starts without gaps, ascending: what is missing is shared out by letters."""
    filled: list[int] = []
    index = 0
    while index < len(starts):
        known = starts[index]
        if known is not None:
            filled.append(max(known, filled[-1] if filled else 0))
            index += 1
            continue
        after = index
        while after < len(starts) and starts[after] is None:
            after += 1
        # The gap's words share the time with the word before it, which swallowed them.
        base = len(filled) - 1 if filled else 0
        begin = filled[-1] if filled else heard[0]
        end = starts[after] if after < len(starts) else heard[1]
        end = _sound_end(samples, begin, max(begin, end if end is not None else heard[1]))
        sharing = lengths[base:after] if filled else lengths[0:after]
        passed = sharing[0] if filled else 0
        total = sum(sharing) or 1
        for length in sharing[1:] if filled else sharing:
            filled.append(begin + (end - begin) * passed // total)
            passed += length
        index = after
    return filled
