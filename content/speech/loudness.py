"""How loud speech is, after ITU-R BS.1770-5 and EBU R 128: integrated loudness and true peak.

Sources, read 2026-11-25: https://www.itu.int/rec/R-REC-BS.1770, annexes 1 and 2, and
https://tech.ebu.ch/docs/r/r128.pdf. For one channel; a whole recording at once.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import soxr

TARGET = -19.0
"""LUFS of a voice in one channel. As loud as -16 in two, which AES TD1008 has for speech."""
RATE = 48_000
"""Hz, for which annex 1 gives its filters."""
HEAD = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
LOW_END = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
"""Numerators and denominators: the head, some +4 dB above 2 kHz, and nothing below some 40 Hz."""
BLOCK_S, STEP_S = 0.4, 0.1
"""Seconds of a block and from one to the next: three quarters overlap."""
ABSOLUTE_GATE = -70.0
RELATIVE_GATE = -10.0
OFFSET = -0.691
"""dB: what makes a sine of 997 Hz at full scale in one channel -3.01 LUFS."""
OVERSAMPLED = 192_000
"""Hz, at least, in which a true peak is looked for: four times 48 kHz, as in annex 2."""

Samples = np.ndarray[Any, np.dtype[np.floating[Any]]]


class TooShort(ValueError):
    """A recording without one whole block of sound to measure."""


def integrated(samples: Samples, rate: int) -> float:
    """Return the gated loudness of one channel (1 is full scale) in LUFS.

    Raises :class:`TooShort` below 400 ms, and for silence, which has no loudness.
    """
    sound = np.asarray(samples, dtype=np.float64)
    power = np.square(k_weighted(soxr.resample(sound, rate, RATE, quality="VHQ")))
    block, step = round(BLOCK_S * RATE), round(STEP_S * RATE)
    total = np.concatenate([[0.0], np.cumsum(power)])
    starts = np.arange(0, len(power) - block + 1, step)
    means = (total[starts + block] - total[starts]) / block
    means = means[means > _power(ABSOLUTE_GATE)]
    if not len(means):
        raise TooShort("there are not 400 ms of sound to measure")
    means = means[means > means.mean() * 10 ** (RELATIVE_GATE / 10)]
    return OFFSET + 10 * math.log10(means.mean())


def true_peak(samples: Samples, rate: int) -> float:
    """Return the highest peak, between the samples too, in dBTP."""
    times = -(-OVERSAMPLED // rate)
    # So that what a filter makes of the edges is in it.
    padded = np.pad(np.asarray(samples, dtype=np.float64), 64)
    peak = max(
        float(np.abs(soxr.resample(padded, rate, rate * times, quality="HQ")).max()),
        float(np.abs(padded).max()),
    )
    return 20 * math.log10(peak) if peak else -math.inf


def k_weighted(samples: Samples) -> Samples:
    """Return samples at 48 kHz through the two filters of annex 1.

    In the frequency domain, exactly: a loop over the samples would take minutes in Python.
    """
    count = len(samples)
    # Room for what rings on, which would else come back at the beginning.
    size = 1 << (count + RATE).bit_length()
    turns = np.exp(-1j * np.pi * np.arange(size // 2 + 1) / (size // 2))
    spectrum = np.fft.rfft(samples, size)
    for upper, lower in (HEAD, LOW_END):
        spectrum *= np.polyval(upper[::-1], turns) / np.polyval(lower[::-1], turns)
    return np.fft.irfft(spectrum, size)[:count]


def _power(loudness: float) -> float:
    return float(10 ** ((loudness - OFFSET) / 10))
