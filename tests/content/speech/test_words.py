"""Every written word is lit once, in order, while it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.speech.spoken_form import SPOKEN_WORD, SpokenForm, spoken_form
from content.speech.words import lit_units, words_of, written_words

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
    # "for example" and "this"
    assert lit("e.g. this") == [("e.g", 0, 100), ("this", 100, 140)]


@pytest.mark.parametrize(
    ("written", "dose"),
    [
        ("Take 0.5–1 mg now.", "0.5–1 mg"),
        ("Take (<2 mg) now.", "<2 mg"),
        ("Take ≥3 mg/kg/day now.", "≥3 mg/kg/day"),
        ("Take 5 mg–10 mg now.", "5 mg–10 mg"),
        ("Take 250 mg/5 mL, now.", "250 mg/5 mL"),
        ("Take 2 1/2 tablets now.", "2 1/2 tablets"),
        ("Take a 5-mg tablet now.", "5-mg"),
        ("Take 10 units now.", "10 units"),
        ("Kept at −5 °C now.", "−5 °C"),
        ("Below 120/80 mm Hg now.", "120/80 mm Hg"),
        ("At age<18 years now.", "age<18 years"),
        ("Take it q4–6 hrs now.", "q4–6 hrs"),
        ("Take it 3x a day now.", "3x"),
    ],
)
def test_a_dose_is_lit_as_one_unit_for_as_long_as_it_is_said(written: str, dose: str) -> None:
    units = lit(written)
    (index,) = [index for index, (text, _, _) in enumerate(units) if text == dose]
    _, start, end = units[index]
    assert units[index - 1][2] == start < end == units[index + 1][1]


def test_two_doses_are_lit_one_after_the_other() -> None:
    assert [text for text, _, _ in lit("5 mg, 5 mg or 1 mL")] == ["5 mg", "5 mg", "or", "1 mL"]


def test_digits_said_one_by_one_light_their_number() -> None:
    assert lit("Call 911!") == [("Call", 0, 40), ("911", 40, 150)]


def test_the_groups_of_a_telephone_number_light_one_after_the_other() -> None:
    (area, area_start, area_end), (number, start, end) = lit("(555) 010-9999")
    assert (area, number) == ("555", "010-9999")
    assert area_start == 0 < area_end == start < end


def test_two_words_said_as_one_share_its_time() -> None:
    (et, et_start, et_end), (al, al_start, al_end) = lit("Smith et al.")[1:]
    assert (et, al) == ("et", "al")
    assert et_start < et_end <= al_start < al_end


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
    assert [(offset, length) for _, _, offset, length in found] == lit_units(form)
    clip_ends = times[-1][1] if times else 0
    before = 0
    for start, end, _, _ in found:
        assert before <= start <= end <= clip_ends
        before = start


@given(SENTENCES)
def test_every_written_word_is_in_one_unit_and_no_unit_holds_more_than_words(written: str) -> None:
    form = spoken_form(written, "en")
    words = words_of(written)
    held = []
    end = 0
    for offset, length in lit_units(form):
        assert end <= offset
        inside = [one for one in words if offset <= one[0] and sum(one) <= offset + length]
        assert inside
        assert sum(inside[-1]) == offset + length
        held += inside
        end = offset + length
    assert held == words


@given(SENTENCES)
def test_a_word_has_no_time_only_where_the_sentence_is_not_allowed_to_be_said(
    written: str,
) -> None:
    form = spoken_form(written, "en")
    if not form.unresolved:
        for start, end, offset, length in written_words(form, timed(form)):
            assert start < end, written[offset : offset + length]
