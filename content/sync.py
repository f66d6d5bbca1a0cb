"""How well the word times of a rendition fit its sound, by a judge that has not seen them.

Measured are the stored bytes that the public hears: a word's error is how far its start lies from
where forced alignment finds its sound. A rendition's own sentences are measured, once each; the
notices of its page are articles with renditions and figures of their own. Announcements light no
word, so there is nothing to measure in them.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile

import content as software
from content.composition import sentences_of
from content.models import SyncMeasurement
from content.speech import clips
from content.speech.alignment import align, aligner_version, can_measure
from content.speech.spoken_form import SPOKEN_WORD, Span, SpokenForm
from content.speech.words import words_of, written_words

if TYPE_CHECKING:
    from content.models import Rendition

MEDIAN_TARGET_MS = 15
P95_TARGET_MS = 80
"""What the word times shall keep to, the aligner's own error included."""


@dataclass(frozen=True, slots=True)
class WordError:
    """A compared word. ``error_ms`` is our start less the aligner's: positive is lit too late."""

    sentence: str
    word: str
    start_ms: int
    error_ms: int


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A word that could not be compared, and why."""

    sentence: str
    word: str
    why: str


@dataclass(frozen=True, slots=True)
class Sync:
    """What comparing a rendition's words has found."""

    errors: tuple[WordError, ...]
    not_compared: tuple[NotCompared, ...]

    @property
    def figures(self) -> tuple[int, int, int]:
        """Median, 95th percentile and largest of the errors, in whole ms; some word is needed."""
        sizes = [abs(one.error_ms) for one in self.errors]
        median, p95, worst = np.percentile(sizes, [50, 95, 100])
        return round(float(median)), round(float(p95)), round(float(worst))


def why_not(rendition: Rendition) -> str | None:
    """Return why a rendition's word times cannot be measured, or None where they can."""
    if not can_measure(rendition.language):
        return f"the aligner has no model of the language {rendition.language}"
    recipes = rendition.clips.values_list("recipe", flat=True)
    sources = {recipe["voice"].get("words", "engine") for recipe in recipes}
    if "aligned" in sources:
        return "the aligner itself found its word times"
    if "none" in sources:
        return "its voice tells no word times"
    return None


def measure(rendition: Rendition) -> Sync:
    """Compare every word of a rendition's own sentences.

    Raises :class:`content.speech.clips.Damaged` for a clip that is not the one that was stored,
    :class:`content.speech.alignment.AlignerMissing` where there is no aligner.
    """
    errors: list[WordError] = []
    not_compared: list[NotCompared] = []
    for sentence in {
        one["clip"]["digest"]: one for one in sentences_of(rendition.reading)
    }.values():
        text, timed = sentence["text"], sentence["clip"]["words"]
        found = _found(sentence)
        if isinstance(found, str):
            not_compared += [NotCompared(text, text[o : o + n], found) for _, _, o, n in timed]
            continue
        at = {(offset, length): start for start, _, offset, length in timed}
        for start, _, offset, length in found:
            word = text[offset : offset + length]
            if (ours := at.get((offset, length))) is None:
                not_compared.append(NotCompared(text, word, "it has no time"))
            else:
                errors.append(WordError(text, word, ours, ours - start))
    return Sync(tuple(errors), tuple(not_compared))


def untimed(rendition: Rendition) -> list[str]:
    """Return the words of a rendition's own sentences that have no time, alone or in a dose."""
    return [
        sentence["text"][offset : offset + length]
        for sentence in sentences_of(rendition.reading)
        for offset, length in words_of(sentence["text"])
        if not any(
            word[2] <= offset and offset + length <= word[2] + word[3] and 0 <= word[0] < word[1]
            for word in sentence["clip"]["words"]
        )
    ]


def keep(rendition: Rendition, sync: Sync) -> SyncMeasurement:
    """Keep a measurement that compared some word."""
    median_ms, p95_ms, worst_ms = sync.figures
    return SyncMeasurement.objects.create(
        rendition=rendition,
        median_ms=median_ms,
        p95_ms=p95_ms,
        worst_ms=worst_ms,
        words=len(sync.errors),
        not_compared=len(sync.not_compared),
        aligner=aligner_version(),
        software=software.__version__,
    )


def _found(sentence: dict[str, Any]) -> Sequence[list[int]] | str:
    """Return where the aligner finds each written word, as in a clip's words, or why it does not.

    It finds spoken words; from them to the written ones leads the same map that our times take.
    """
    spoken = sentence["spoken"]
    words = [(one.start(), one.end() - one.start()) for one in SPOKEN_WORD.finditer(spoken)]
    data = clips.read(sentence["clip"]["wav_digest"], "wav")
    samples, rate = soundfile.read(io.BytesIO(data), dtype="float32")
    aligned = align(samples, rate, [spoken[o : o + n] for o, n in words])
    times = []
    for (offset, length), span in zip(words, aligned, strict=True):
        if span is None:
            return "the aligner could not follow its sentence"
        start, end = (round(moment * 1000) for moment in span)
        times.append((start, end, offset, length))
    spans = tuple(Span(so, so + sn, wo, wo + wn) for so, sn, wo, wn in sentence["map"])
    lit = tuple((offset, offset + length) for _, _, offset, length in sentence["clip"]["words"])
    return written_words(SpokenForm(sentence["text"], spoken, "", spans, (), (), lit), times)
