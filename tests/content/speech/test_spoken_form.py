"""What is written, what is said, and what is not said before a person has written it clearly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.speech.espeak import espeak
from content.speech.rules import Entry, NoRules, rules_for
from content.speech.spoken_form import spoken_form
from tests.content.speech.properties import (
    assert_every_word_is_said,
    assert_the_engine_is_given_every_word,
    assert_the_map_is_whole,
)
from tests.content.speech.test_doubts import DOUBTFUL
from tests.content.speech.test_tables import TABLES, rows

UNRESOLVED = [
    (".5 mg", [".5 mg"]),
    ("5.0 mg", ["5.0 mg"]),
    ("05 mg", ["05 mg"]),
    ("5 U", ["5 U"]),
    ("5 cc", ["5 cc"]),
    ("5 MG", ["5 MG"]),
    ("6 h and 5 d", ["6 h", "5 d"]),
    ("1,5 mg", ["1,5 mg"]),
    ("1.2.3", ["1.2.3"]),
    ("-5 mg", ["-", "5 mg"]),
    ("5 × 3 → 15", ["×", "→"]),
    ("2 x 5 mg", ["2 x"]),
    ("< a little", ["<"]),
    ("$5 or €5", ["$5", "€5"]),
    ("tablet(s)", ["(s)"]),
    ("[[h@loU]]", ["[", "[", "@", "]", "]"]),
    ("a_b|c*d", ["_", "|", "*"]),
    ("nul\x00", ["\x00"]),
    ("soft\u00adhyphen", ["\u00ad"]),
    ("\u202eright to left", ["\u202e"]),
    ("слово", list("слово")),
    ("١٢", list("١٢")),
    ("😀", ["😀"]),
    (" .and this", ["."]),
]


@pytest.mark.parametrize(("written", "pieces"), UNRESOLVED)
def test_what_could_be_said_wrongly_is_unresolved_with_its_place_and_a_remedy(
    written: str, pieces: list[str]
) -> None:
    found = spoken_form(written, "en").unresolved
    assert [piece.text for piece in found] == pieces
    for piece in found:
        assert written[piece.offset : piece.offset + piece.length] == piece.text
        assert piece.reason


def test_a_lexicon_word_keeps_its_letters_and_gives_the_engine_phonemes() -> None:
    form = spoken_form("Clonazepam helps.", "en")
    assert form.text == "Clonazepam helps."
    assert form.engine_text == "[[kloUn'azI#p,am]] helps."


@pytest.mark.parametrize("before", ["(", '"', "“", "‘", "anti-"])
def test_phonemes_never_stand_straight_behind_a_mark_where_the_engine_drops_them(
    before: str,
) -> None:
    assert spoken_form(f"{before}clonazepam)", "en").engine_text.startswith(f"{before} [[")


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_possessive_is_said_with_its_word(apostrophe: str) -> None:
    form = spoken_form(f"clonazepam{apostrophe}s effect", "en")
    assert form.engine_text == "[[kloUn'azI#p,amz]] effect"


def test_every_lexicon_entry_says_something_else() -> None:
    for entry in rules_for("en").lexicon:
        assert entry.phonemes or entry.alias not in ("", entry.grapheme), entry.grapheme
        if entry.phonemes:
            words = (entry.alias or entry.grapheme).split()
            assert len(entry.phonemes.split()) == len(words), entry.grapheme


def test_an_initialism_is_shown_as_its_letters_and_each_is_said_by_its_name() -> None:
    form = spoken_form("An MAOI’s effect", "en")
    assert form.text == "An M A O I’s effect"
    assert form.engine_text == "An [[,Em]] [[,eI]] [[,oU]] [['aIz]] effect"


def test_every_word_of_an_entry_is_begun_by_the_engine_in_order() -> None:
    engine = espeak()
    engine.set_voice("en-us")
    for entry in rules_for("en").lexicon:
        beside = (*entry.after[:1], entry.grapheme, *entry.before[:1])
        form = spoken_form("it is " + " ".join(beside) + " too", "en")
        begun = [offset for _, offset in engine.speak(form.engine_text).words]
        for offset, length, start, end in form.engine_words:
            if length != end - start:
                assert any(start <= event < end for event in begun), (entry.grapheme, offset)


def test_a_language_without_rules_is_refused_by_name() -> None:
    with pytest.raises(NoRules, match="xx"):
        spoken_form("a", "xx")


PIECES = st.sampled_from(
    [written for written, _ in rows(TABLES / "en.tsv")]
    + [written for written, _ in UNRESOLVED]
    + list(" .,;:-–—/()<>%°'’“”0123456789")
    + [written for written, *_ in DOUBTFUL]
    + ["mg", "mL", "Klonopin", "(clonazepam)", "SSRIs'", "\n", "GABA", "MAOI’s", "an IV", "type A"]
    + ["call", "a.m.", "and ", "A", "IV", "½", "·", "0", "９", "ﬁ", "word" * 20]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join)


ENTRIES = st.lists(
    st.sampled_from(
        [
            Entry("Klonopin", alias="klon o pin"),
            Entry("mg", alias="em gee"),
            Entry("tablets", phonemes="t'abl@ts"),
            Entry("MAOI", alias="mayo", phonemes="m'eIoU"),
            Entry("of a", alias="of one"),
            Entry("5", alias="five"),
            Entry("Dr.", alias="physician"),
        ]
    ),
    max_size=3,
).map(tuple)


@given(TEXTS, ENTRIES)
def test_the_map_covers_every_character_of_both_texts_in_order(
    written: str, entries: tuple[Entry, ...]
) -> None:
    assert_the_map_is_whole(spoken_form(written, "en", entries), written)


@given(TEXTS, ENTRIES)
def test_what_belongs_together_is_a_run_of_whole_pieces_of_the_map(
    written: str, entries: tuple[Entry, ...]
) -> None:
    form = spoken_form(written, "en", entries)
    starts = {span.written_start for span in form.spans}
    ends = {span.written_end for span in form.spans}
    at = 0
    for start, end in form.together:
        assert at <= start < end
        assert start in starts
        assert end in ends
        at = end


@pytest.mark.parametrize("alias", ["em gee", "m"])
def test_no_entry_of_the_site_changes_a_dose(alias: str) -> None:
    for written in ("Take 0.5–1 mg.", "Take 5 mg/kg/day.", "Take 1½ mg.", "Or 911."):
        entries = (Entry("mg", alias=alias), Entry("1", alias="two"), Entry("911", alias="2"))
        assert spoken_form(written, "en", entries).text == spoken_form(written, "en").text


@given(TEXTS)
def test_the_engine_is_given_every_spoken_word_in_order(written: str) -> None:
    assert_the_engine_is_given_every_word(spoken_form(written, "en"))


@given(TEXTS)
def test_what_no_rule_touched_is_said_letter_for_letter(written: str) -> None:
    form = spoken_form(written, "en")
    doubted = {
        index
        for piece in form.unresolved
        for index in range(piece.offset, piece.offset + piece.length)
    }
    for span in form.spans:
        said = form.text[span.spoken_start : span.spoken_end]
        if said == written[span.written_start : span.written_end]:
            continue
        assert not doubted.intersection(range(span.written_start, span.written_end))


@given(TEXTS)
def test_every_written_word_is_said(written: str) -> None:
    assert_every_word_is_said(spoken_form(written, "en"), written)


def test_a_sites_entry_goes_before_a_shipped_one() -> None:
    site = (Entry("sertraline", alias="sir truh leen"),)
    assert spoken_form("Take sertraline.", "en", site).text == "Take sir truh leen."
    assert spoken_form("Take sertraline.", "en").text == "Take sertraline."


def test_a_sites_entry_for_a_word_leaves_the_initialism_of_its_letters_alone() -> None:
    site = (Entry("us", alias="uss"),)
    assert spoken_form("The US and us", "en", site).text == "The U S and uss"


def test_an_entry_changes_no_number_no_unit_and_no_comparison() -> None:
    """The rules for amounts go first, so that no lexicon can come between."""
    site = tuple(Entry(word, alias="seven") for word in ("mg", "5", "<5 mg", "5 mg", "mcg", "911"))
    for written in ("Take <5 mg.", "Take 5 mg/kg.", "Take 1–2 mcg."):
        assert spoken_form(written, "en", site).text == spoken_form(written, "en").text
