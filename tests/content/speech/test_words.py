"""Every written word is lit once, in order, while it is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.speech.spoken_form import SPOKEN_WORD, SpokenForm, spoken_form
from content.speech.words import words_of, written_words

LETTER_MS = 10
Times = list[tuple[int, int, int, int]]


def timed(form: SpokenForm) -> Times:
    """Return times as if each letter of the spoken words took ten milliseconds."""
    times = []
    at = 0
    for match in SPOKEN_WORD.finditer(form.text):
        length = len(match.group())
        times.append((at, at + length * LETTER_MS, match.start(), length))
        at += length * LETTER_MS
    return times


def lit(written: str) -> list[tuple[str, int, int]]:
    form = spoken_form(written, "en")
    return [
        (written[offset : offset + length], start, end)
        for start, end, offset, length in written_words(form, timed(form))
    ]


def test_words_are_what_stands_between_spaces_without_marks_around_it() -> None:
    written = "“It’s gamma-aminobutyric” (5 mg, 0.5–1), <2 or 50% — that’s 37°!"
    assert [written[offset : offset + length] for offset, length in words_of(written)] == [
        *("It’s", "gamma-aminobutyric", "5", "mg", "0.5–1"),
        *("<2", "or", "50%", "that’s", "37°"),
    ]


def test_a_plain_word_lasts_as_long_as_it_is_said() -> None:
    assert lit("Sleep well.") == [("Sleep", 0, 50), ("well", 50, 100)]


def test_a_written_word_lasts_for_all_that_is_said_for_it() -> None:
    # "at least" / "3" and "milligrams per kilogram"
    assert lit("≥3 mg/kg") == [("≥3", 0, 80), ("mg/kg", 80, 290)]


def test_a_range_is_lit_as_one_word() -> None:
    assert lit("0.5–1 mg") == [("0.5–1", 0, 60), ("mg", 60, 160)]


def test_digits_said_one_by_one_light_their_number() -> None:
    assert lit("Call 911!") == [("Call", 0, 40), ("911", 40, 150)]


def test_the_groups_of_a_telephone_number_light_one_after_the_other() -> None:
    (area, area_start, area_end), (number, start, end) = lit("(555) 010-9999")
    assert (area, number) == ("555", "010-9999")
    assert area_start == 0 < area_end == start < end


def test_two_words_said_as_one_share_its_time() -> None:
    (mm, mm_start, mm_end), (hg, hg_start, hg_end) = lit("5 mm Hg")[1:]
    assert (mm, hg) == ("mm", "Hg")
    assert mm_start < mm_end <= hg_start < hg_end


def test_marks_around_a_word_take_none_of_its_time() -> None:
    assert lit("(clonazepam),") == [("clonazepam", 0, 130)]


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Klonopin",
            "(clonazepam)",
            "GABA",
            "SSRIs'",
            "0.5–1",
            "<2",
            "mg/kg",
            "120/80",
            "mm",
            "Hg",
            "911",
            "(555)",
            "010-9999",
            "1",
            "–",
            "2",
            "weeks,",
            "and/or",
            "5mg",
            "50%",
            "“quoted”",
            "it’s",
            "—",
            "…",
            "a",
            "I",
            "Dr.",
            "98.6°F",
            "1/2",
            "±",
            "≥3",
            "5-mg",
            "x",
            "/",
            ".5",
            "B12",
        ]
    )
    | st.text(max_size=6),
    max_size=25,
).map(" ".join)


@given(SENTENCES)
def test_every_written_word_is_lit_once_in_order_while_the_clip_lasts(written: str) -> None:
    form = spoken_form(written, "en")
    times = timed(form)
    found = written_words(form, times)
    assert [(offset, length) for _, _, offset, length in found] == words_of(written)
    clip_ends = times[-1][1] if times else 0
    before = 0
    for start, end, _, _ in found:
        assert before <= start <= end <= clip_ends
        before = start


@given(SENTENCES)
def test_a_word_has_no_time_only_where_the_sentence_is_not_allowed_to_be_said(
    written: str,
) -> None:
    form = spoken_form(written, "en")
    if not form.unresolved:
        for start, end, offset, length in written_words(form, timed(form)):
            assert start < end, written[offset : offset + length]
