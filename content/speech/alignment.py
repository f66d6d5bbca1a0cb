"""Where each word of a recording stands, found out from the sound alone (forced alignment).

pocketsphinx is the judge: it hears no word times of ours. It is an optional dependency, and its
model is of English only, at steps of 10 ms.
"""

from __future__ import annotations

import re
import threading
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import numpy as np
import soxr

from content.speech.pronouncing import arpabet

if TYPE_CHECKING:
    from collections.abc import Sequence

REQUIREMENT = "pocketsphinx==5.1.1"
"""The same as in pyproject.toml, in the group ``alignment``."""
LANGUAGES = ("en",)
"""The languages that pocketsphinx carries a model of."""
RATE = 16_000
"""Hz, of the model."""
FRAME = 0.01
"""Seconds a step of the model."""
PAD = 0.2
"""Seconds of near silence before and after, for the model's search to begin and end in."""
NOISE = 1e-4
"""Amplitude (of 1) of the noise added: the model knows no digital silence."""
SEARCH = {
    # The one path that passes through all words, with nothing pruned: the default beams lose the
    # last word of a long sentence, and "bestpath" reads a lattice that may lack it.
    "beam": 1e-100,
    "wbeam": 1e-100,
    "pbeam": 1e-100,
    "maxhmmpf": -1,
    "bestpath": False,
    # Levelled over each recording by itself.
    "cmn": "batch",
}

_OUTSIDE = re.compile(r"^[^\w]+|[^\w]+$")
_VARIANT = re.compile(r"\(\d+\)$")
_lock = threading.Lock()


class AlignerMissing(Exception):
    """pocketsphinx is not installed; the message says how to have it."""


def can_measure(language: str) -> bool:
    """Whether the aligner has a model of a language."""
    return language in LANGUAGES


def aligner_version() -> str:
    """Return the aligner's name and version; raise :class:`AlignerMissing` where there is none."""
    _decoder()
    return f"pocketsphinx {version('pocketsphinx')}"


def align(
    samples: np.ndarray[Any, Any], sample_rate: int, words: Sequence[str]
) -> list[tuple[float, float] | None]:
    """Return when each word of an English recording begins and ends, in seconds.

    ``samples`` are mono, floats within 1 or 16-bit integers; ``words`` are all that is said, in
    order, punctuation and case as written. A word is None where the aligner cannot tell: one that
    nobody can pronounce, or every word of a recording that it could not follow to its end.
    Raises :class:`AlignerMissing` where pocketsphinx is not installed.
    """
    decoder = _decoder()
    with _lock:
        entries = [_entry(decoder, word) for word in words]
        known = [entry for entry in entries if entry is not None]
        if not known or not len(samples):
            return [None] * len(words)
        decoder.set_align_text(" ".join(known))
        # What it has learned of the noise: no recording changes what is found in the next.
        decoder.reinit_feat()
        decoder.start_utt()
        decoder.process_raw(_prepared(samples, sample_rate), full_utt=True)
        decoder.end_utt()
        # Only what stands between angles and brackets (silence, noise) is none of our words.
        found = [one for one in decoder.seg() or () if one.word[0] not in "<["]
    if [_VARIANT.sub("", one.word) for one in found] != known:
        return [None] * len(words)
    length = len(samples) / sample_rate
    times = iter(found)
    return [None if entry is None else _span(next(times), length) for entry in entries]


def _span(one: Any, length: float) -> tuple[float, float]:
    """Return a found word's seconds, within the recording."""
    start, end = one.start_frame * FRAME - PAD, (one.end_frame + 1) * FRAME - PAD
    return min(max(0.0, start), length), min(max(0.0, end), length)


@cache
def _decoder() -> Any:
    """Return this process's decoder, loading the model the first time (half a second)."""
    try:
        import pocketsphinx
    except ImportError:
        raise AlignerMissing(
            "Word times are measured with pocketsphinx, which is not installed. "
            f"Install it with: pip install {REQUIREMENT}"
        ) from None
    return pocketsphinx.Decoder(samprate=RATE, lm=None, loglevel="FATAL", **SEARCH)


def _entry(decoder: Any, word: str) -> str | None:
    """Return a word as the decoder's dictionary has it, adding it where it is missing."""
    bare = _OUTSIDE.sub("", word).replace("’", "'")
    shouted = len(bare) > 1 and bare.isupper()
    name = bare if shouted else bare.lower()
    if not name or re.search(r"\s|[<>\[\]()]", name):
        return None
    if decoder.lookup_word(name) is None:
        phonemes = arpabet(bare)
        if phonemes is None:
            return None
        decoder.add_word(name, phonemes, True)
    return name


def _prepared(samples: np.ndarray[Any, Any], sample_rate: int) -> bytes:
    """Return samples as 16-bit sound at the model's rate, with room around it."""
    sound = np.asarray(samples)
    if np.issubdtype(sound.dtype, np.integer):
        sound = sound.astype(np.float32) / 32768.0
    sound = soxr.resample(sound.astype(np.float32), sample_rate, RATE, quality="HQ")
    sound = np.pad(sound, round(PAD * RATE))
    # The same noise each time: the same recording has the same times.
    sound = sound + np.random.default_rng(0).normal(0, NOISE, len(sound))
    return bytes((np.clip(sound, -1.0, 1.0) * 32767).astype("<i2").tobytes())
