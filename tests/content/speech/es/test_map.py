"""The map from what is said to what is written holds for any Spanish text, however it is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.speech.spoken_form import SPOKEN_WORD, spoken_form
from content.speech.words import words_of
from tests.content.speech.es.test_doubts import DOUBTFUL
from tests.content.speech.test_tables import TABLES, rows

SAID = rows(TABLES / "es.tsv")
PIECES = st.sampled_from(
    [written for written, _ in SAID]
    + [written for written, *_ in DOUBTFUL]
    + list(" .,;:-–—/()<>%°ºª'’“”«»¿¡0123456789\u202f\u00a0")
    + [" y ", " a ", "las ", "c/", " de ", "mg", " tabletas", "VIH", "a. m.", " h", "½", "siglo X"]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join)


@given(TEXTS)
def test_the_map_covers_every_character_of_both_texts_in_order(written: str) -> None:
    form = spoken_form(written, "es")
    spoken_at = written_at = 0
    for span in form.spans:
        assert (span.spoken_start, span.written_start) == (spoken_at, written_at)
        assert span.spoken_end >= span.spoken_start
        assert span.written_end > span.written_start
        spoken_at, written_at = span.spoken_end, span.written_end
    assert (spoken_at, written_at) == (len(form.text), len(written))


@given(TEXTS)
def test_the_engine_is_given_every_spoken_word_in_order(written: str) -> None:
    form = spoken_form(written, "es")
    found = [(match.start(), len(match.group())) for match in SPOKEN_WORD.finditer(form.text)]
    assert [(offset, length) for offset, length, _, _ in form.engine_words] == found
    at = 0
    for offset, length, start, end in form.engine_words:
        assert at <= start < end <= len(form.engine_text)
        at = end
        if "[[" not in form.engine_text[start:end]:
            assert form.engine_text[start:end] == form.text[offset : offset + length]


@given(TEXTS)
def test_every_written_word_is_said_and_what_is_doubted_is_left_as_it_is(written: str) -> None:
    form = spoken_form(written, "es")
    for offset, length in words_of(written):
        assert any(
            span.spoken_start < span.spoken_end
            for span in form.spans
            if span.written_start < offset + length and span.written_end > offset
        )
    for piece in form.unresolved:
        assert written[piece.offset : piece.offset + piece.length] == piece.text
        for span in form.spans:
            if span.written_start < piece.offset + piece.length and span.written_end > piece.offset:
                said = form.text[span.spoken_start : span.spoken_end]
                assert said == written[span.written_start : span.written_end]
