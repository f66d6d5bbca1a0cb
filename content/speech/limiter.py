"""A look-ahead limiter: what would be louder than the ceiling between two samples too is turned
down for a few milliseconds, and everything else is left bit for bit as it is.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Samples = np.ndarray[Any, np.dtype[np.float32]]

CEILING = 10 ** (-1 / 20)
"""-1 dBTP: the highest true peak of EBU R 128 (2023), https://tech.ebu.ch/docs/r/r128.pdf."""
REACH = 60
"""Samples before and behind a peak over which the gain is lowest; over as many more on both sides
it goes down to that and up again: 5 ms each way at 24 kHz."""
NEAR = 0.7
"""Of the ceiling: between samples that are all below, band-limited speech does not reach it."""
PHASES = 4
"""Points looked at from one sample to the next, as ITU-R BS.1770-5, annex 2, has it."""
TAPS = 24


def _interpolators() -> np.ndarray[Any, np.dtype[np.float32]]:
    """Return the windowed sincs of the points between two samples, one a column."""
    at = np.arange(TAPS) - TAPS // 2 + 1
    columns = []
    for phase in range(1, PHASES):
        offset = at - phase / PHASES
        window = np.cos(np.pi * offset / TAPS) ** 2
        column = np.sinc(offset) * window
        columns.append(column / column.sum())
    return np.stack(columns, axis=1).astype(np.float32)


_BETWEEN = _interpolators()
_WINDOW = np.hanning(2 * REACH + 3)[1:-1]
_WINDOW = (_WINDOW / _WINDOW.sum()).astype(np.float32)


def limited(samples: Samples, ceiling: float = CEILING) -> Samples:
    """Return samples (1 is full scale) whose true peak is at most the ceiling.

    Where no peak is higher the very same array comes back.
    """
    over, wanted = _over(samples, ceiling)
    if not len(over):
        return samples
    turned_down = samples.copy()
    # Peaks whose gains do not reach each other are turned down each by itself.
    cuts = np.flatnonzero(np.diff(over) > 4 * REACH) + 1
    for peaks, gains in zip(np.split(over, cuts), np.split(wanted, cuts), strict=True):
        first = peaks[0] - 2 * REACH
        lowest = np.ones(peaks[-1] - first + 1 + 2 * REACH, dtype=np.float32)
        for peak, gain in zip(peaks - first, gains, strict=True):
            part = lowest[peak - REACH : peak + REACH + 1]
            np.minimum(part, gain, out=part)
        # Every mean over the window is of gains that are low enough for the sample in its middle.
        gain = np.convolve(np.pad(lowest, REACH, constant_values=1), _WINDOW, mode="valid")
        begin, end = max(0, first), min(len(samples), first + len(gain))
        turned_down[begin:end] *= gain[begin - first : end - first]
    return turned_down


def _over(samples: Samples, ceiling: float) -> tuple[Any, Any]:
    """Return where the samples, or what lies between them and the next, pass the ceiling.

    With them what each must be multiplied with.
    """
    near = np.flatnonzero(np.abs(samples) > ceiling * NEAR)
    # A peak lies between a sample that is near and the next, or the one before and it.
    near = np.unique(np.concatenate([near - 1, near]))
    near = near[(near >= 0) & (near < len(samples))]
    if not len(near):
        return near, near
    padded = np.pad(samples, (TAPS // 2 - 1, TAPS // 2))
    around = np.lib.stride_tricks.sliding_window_view(padded, TAPS)[near]
    peaks = np.maximum(np.abs(around @ _BETWEEN).max(axis=1), np.abs(samples[near]))
    high = peaks > ceiling
    # A hair more, for what rounding and the changing gain itself add.
    return near[high], (ceiling * 0.995 / peaks[high]).astype(np.float32)
