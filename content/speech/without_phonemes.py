"""A spoken form for an engine that reads letters only: aliases stay, bare phonemes are refused."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.speech.spoken_form import SpokenForm

Words = tuple[tuple[int, int, int, int], ...]
"""As in :class:`content.speech.spoken_form.SpokenForm`: ``engine_words``."""


class NeedsPhonemes(ValueError):
    """A word that is right in phonemes only; the message names it and the remedy."""


def without_phonemes(form: SpokenForm) -> tuple[str, Words]:
    """Return what is said in letters, and its words as ``engine_words`` over that text.

    A word with phonemes and no alias raises :class:`NeedsPhonemes`: somebody wrote its phonemes
    since its letters are said wrongly, and an engine's own guess at a medicine's name is none that
    anybody reviewed.
    """
    starts = [span.spoken_start for span in form.spans]
    for offset, length, start, end in form.engine_words:
        if form.engine_text[start:end] == form.text[offset : offset + length]:
            continue
        span = form.spans[bisect_right(starts, offset) - 1]
        written = form.written[span.written_start : span.written_end]
        if form.text[span.spoken_start : span.spoken_end].strip() == written.strip():
            raise NeedsPhonemes(
                f'the lexicon has "{written.strip()}" in phonemes, which this voice cannot read. '
                "Give the lexicon an entry that says in letters what it sounds like."
            )
    words = tuple((at, long, at, at + long) for at, long, _, _ in form.engine_words)
    return form.text, words
