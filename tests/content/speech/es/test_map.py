"""The map from what is said to what is written holds for any Spanish text, however it is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.speech.spoken_form import spoken_form
from tests.content.speech.es.test_doubts import DOUBTFUL
from tests.content.speech.properties import (
    assert_every_word_is_said,
    assert_the_engine_is_given_every_word,
    assert_the_map_is_whole,
)
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
    assert_the_map_is_whole(spoken_form(written, "es"), written)


@given(TEXTS)
def test_the_engine_is_given_every_spoken_word_in_order(written: str) -> None:
    assert_the_engine_is_given_every_word(spoken_form(written, "es"))


@given(TEXTS)
def test_every_written_word_is_said_and_what_is_doubted_is_left_as_it_is(written: str) -> None:
    form = spoken_form(written, "es")
    assert_every_word_is_said(form, written)
    for piece in form.unresolved:
        assert written[piece.offset : piece.offset + piece.length] == piece.text
        for span in form.spans:
            if span.written_start < piece.offset + piece.length and span.written_end > piece.offset:
                said = form.text[span.spoken_start : span.spoken_end]
                assert said == written[span.written_start : span.written_end]
