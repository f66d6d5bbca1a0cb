"""What holds of the spoken form of any text in any language."""

from __future__ import annotations

from content.speech.spoken_form import SPOKEN_WORD, SpokenForm
from content.speech.words import words_of


def assert_the_map_is_whole(form: SpokenForm, written: str) -> None:
    """The map covers every character of both texts, in order."""
    spoken_at = written_at = 0
    for span in form.spans:
        assert (span.spoken_start, span.written_start) == (spoken_at, written_at)
        assert span.spoken_end >= span.spoken_start
        assert span.written_end > span.written_start
        spoken_at, written_at = span.spoken_end, span.written_end
    assert (spoken_at, written_at) == (len(form.text), len(written))


def assert_the_engine_is_given_every_word(form: SpokenForm) -> None:
    """The engine's text has every spoken word once, in order."""
    found = [(match.start(), len(match.group())) for match in SPOKEN_WORD.finditer(form.text)]
    assert [(offset, length) for offset, length, _, _ in form.engine_words] == found
    at = 0
    for offset, length, start, end in form.engine_words:
        assert at <= start < end <= len(form.engine_text)
        at = end
        if "[[" not in form.engine_text[start:end]:
            assert form.engine_text[start:end] == form.text[offset : offset + length]


def assert_every_word_is_said(form: SpokenForm, written: str) -> None:
    """Something is said for every written word."""
    for offset, length in words_of(written):
        assert any(
            span.spoken_start < span.spoken_end
            for span in form.spans
            if span.written_start < offset + length and span.written_end > offset
        )
