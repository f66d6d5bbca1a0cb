"""The Reading: what the Markdown subset becomes, and that no word is ever lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from content.reading import MarkupError, Source, canonical, read


def texts(body: str, title: str = "Title") -> list[str]:
    return [sentence.text for sentence in read(title, body, "en").sentences()][1:]


def problems(body: str) -> list[str]:
    with pytest.raises(MarkupError) as caught:
        read("Title", body, "en")
    return [str(problem) for problem in caught.value.problems]


def test_headings_open_sections_and_paragraphs_are_sentences() -> None:
    reading = read("Title", "Hello. World.\n\n## One\n\nAsk. Wait?\n\nGo!\n\n# Two\n\nD.", "en")
    assert reading.title.text == "Title"
    assert [s.heading and s.heading.text for s in reading.sections] == [None, "One", "Two"]
    assert [[one.text for one in block.sentences] for block in reading.sections[1].blocks] == [
        ["Ask.", "Wait?"],
        ["Go!"],
    ]


def test_ids_are_unique_and_begin_with_the_prefix() -> None:
    ids = [s.id for s in read("T", "A. B.\n\n## C\n\n- D\n- E", "en", id_prefix="x-").sentences()]
    assert ids == [f"x-{number}" for number in range(1, len(ids) + 1)]


def test_abbreviations_and_decimals_end_no_sentence() -> None:
    assert texts("Dr. Smith says 0.5 mg. That is e.g. half.") == [
        "Dr. Smith says 0.5 mg.",
        "That is e.g. half.",
    ]


def test_lists_keep_their_numbers_and_items() -> None:
    (section,) = read("T", "- one\n- two\n\n3. three\n4. four", "en").sections
    assert [(b.kind, b.number, b.sentences[0].text) for b in section.blocks] == [
        ("list_item", None, "one"),
        ("list_item", None, "two"),
        ("list_item", 3, "three"),
        ("list_item", 4, "four"),
    ]


def test_a_quoted_paragraph_is_a_warning() -> None:
    (section,) = read("T", "> Never stop.\n> Ask first.\n\nFine.", "en").sections
    assert [(b.kind, [s.text for s in b.sentences]) for b in section.blocks] == [
        ("warning", ["Never stop.", "Ask first."]),
        ("paragraph", ["Fine."]),
    ]


def test_emphasis_is_kept_by_offset_in_the_sentence() -> None:
    reading = read("T", "Go on. Do **not** stop *at once*. ***Ask*** first.", "en")
    found = {
        one.text: [(one.text[o : o + n], kind) for o, n, kind in one.emphasis]
        for one in reading.sentences()
        if one.emphasis
    }
    assert found == {
        "Do not stop at once.": [("not", "strong"), ("at once", "em")],
        "Ask first.": [("Ask", "em"), ("Ask", "strong")],
    }


def test_emphasis_over_two_sentences_is_in_both() -> None:
    one, two = list(read("T", "**Stop. Ask** now.", "en").sentences())[1:]
    assert one.text[one.emphasis[0][0] :][: one.emphasis[0][1]] == "Stop."
    assert two.text[two.emphasis[0][0] :][: two.emphasis[0][1]] == "Ask"


def test_a_lone_sentence_before_the_first_heading_is_the_summary() -> None:
    assert read("T", "In short.\n\n## More\n\nText.", "en").summary.text == "In short."
    assert read("T", "Two. Sentences.\n\n## More\n\nText.", "en").summary is None
    assert read("T", "Only this.", "en").summary is None
    assert read("T", "## More\n\nText.", "en").summary is None
    assert read("T", "In short.\n\nText.", "en").summary.text == "In short."
    assert read("T", "“In short.”\n\nText.", "en").summary.text == "“In short.”"


@pytest.mark.parametrize(
    "body",
    [
        "Do not take it if:\n\n- you smoke",
        "Do not take it.\n\n- Ask first.",
        "Do not take it.\n\n> Ask first.",
        "Do not take it if:\n\n## You smoke\n\nAsk.",
        "Do not take it if you\n\nsmoke.",
    ],
)
def test_what_needs_what_follows_it_is_no_summary(body: str) -> None:
    assert read("T", body, "en").summary is None


def test_lists_of_numbers_and_emphasised_numbers_are_shown() -> None:
    assert texts("Doses:\n\n- 5 drops\n- 6 drops\n\n98. a\n99. b\n\n*5* or **6** mg, 5*x*6") == [
        "Doses:",
        "5 drops",
        "6 drops",
        "a",
        "b",
        "5 or 6 mg, 5x6",
    ]


def test_sources_stand_under_the_last_heading_with_their_links() -> None:
    body = (
        "Text.\n\n## Sources\n\n"
        "- [A title](https://example.org/a), A publisher, Inc., 3 May 2020\n"
        "- A book, A house\n"
    )
    reading = read("T", body, "en")
    assert reading.sources == (
        Source("A title", "A publisher, Inc.", "https://example.org/a", "3 May 2020"),
        Source("A book", "A house", "", ""),
    )
    assert [one.text for one in reading.sentences()][-2:] == [
        "A title, A publisher, Inc., 3 May 2020",
        "A book, A house",
    ]


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("Fine.\n\n    code", 3, "four spaces"),
        ("Fine.\n\n```\ncode\n```", 3, "block of code"),
        ("Take `this`.", 1, "code"),
        ("Fine.\n\n<div>hidden</div>", 3, "HTML"),
        ("Do <b>not</b> stop.", 1, "HTML"),
        ("<!-- do not --> stop.", 1, "HTML"),
        ("A.\n\n![no](x.png)", 3, "picture"),
        ("A.\n\n***\n\nB.", 3, "line across"),
        ("See [here](https://example.org).", 1, "links"),
        ("A.\n\n<https://example.org>", 3, "links"),
        ("- a\n  - b", 2, "list within a list"),
        ("> - a", 1, "paragraphs only"),
        ("## One\n\n## Two\n\nText.", 1, "nothing stands under"),
        ("Text.\n\n##\n\nMore.", 3, "no words"),
        ("Text.\n\n## Sources\n\nA paragraph.", 5, "as a list"),
        # A mark that could be a sign.
        ("> 38.5 °C: go to hospital.", 1, '"more than" in words'),
        ("Go if your fever is\n> 38.5 °C for one day.", 2, '"more than" in words'),
        ("Go if it is\n>-5 °C.", 2, '"more than" in words'),
        ("> ½ tablet", 1, '"more than" in words'),
        ("Call if it is below\n- 5 °C.", 2, '"minus" in words'),
        ("Call if it is below\n+ 5 °C.", 2, '"minus" in words'),
        ("Call if it is below\n1. 5 °C.", 2, '"minus" in words'),
        ("Take 2*3*4 mg.", 1, "within a number"),
        ("It is\n1**0** mg.", 2, "within a number"),
        ("*1*0 mg", 1, "within a number"),
        # Numbers of a list that would silently be others.
        ("1. one\n3. three", 2, "at 2 here, and 3 is written"),
        ("5. five\n5. five", 2, "at 6 here, and 5 is written"),
        ("1) one\n2) two\n3) three\n9) nine", 4, "at 4 here, and 9 is written"),
        ("1. one\n\n2. two\n\n9. nine", 5, "at 3 here, and 9 is written"),
        ("1986. It was new.", 1, "begins with 1986. as in a list"),
        ("In the year\n\n1986) It was new.", 3, "begins with 1986) as in a list"),
    ],
)
def test_what_the_kiosk_cannot_show_is_named_with_its_line(body: str, line: int, what: str) -> None:
    found = problems(body)
    assert any(one.startswith(f"Line {line}:") and what in one for one in found), found


def test_marks_within_one_number_are_told_once() -> None:
    assert len(problems("Take 2*3*4 mg.")) == 1


def test_a_definition_that_would_vanish_stays_as_words() -> None:
    assert texts("Do [not] stop.\n\n[not]: https://example.org") == [
        "Do [not] stop.",
        "[not]: https://example.org",
    ]


def test_a_sentence_nobody_could_follow_is_a_problem() -> None:
    assert "split it" in problems("word " * 400)[0]


def test_the_canonical_form_forgets_only_what_nobody_sees() -> None:
    base = canonical("T", "A.\n\nB.", "en")
    assert canonical(" T ", "A.  \r\n\r\nB.\n\n", "en") == base
    assert canonical("T", "e\u0301", "en") == canonical("T", "é", "en")
    for other in (("U", "A.\n\nB.", "en"), ("T", "A.\nB.", "en"), ("T", "A.\n\nB.", "es")):
        assert canonical(*other) != base


def test_a_megabyte_is_read() -> None:
    body = "Ask your doctor about it.\n" * 30_000
    assert sum(1 for _ in read("T", body, "en").sentences()) == 30_001


WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=9),
    min_size=1,
    max_size=30,
)
GLUE = st.sampled_from(
    [" ", ". ", "! ", "? ", ", ", "\n", "... ", " – ", "; ", '" ', "\u00a0", "’ "]
)


@hypothesis_settings(max_examples=300, deadline=None)
@given(words=WORDS, glue=st.lists(GLUE, min_size=30, max_size=30))
def test_no_word_is_lost_doubled_or_moved(words: list[str], glue: list[str]) -> None:
    body = "x " + "".join(word + between for word, between in zip(words, glue, strict=False))
    try:
        found = " ".join(texts(body))
    except MarkupError:
        return
    import unicodedata

    expected = re.findall(r"\w+", unicodedata.normalize("NFC", body))
    assert re.findall(r"\w+", found) == expected


def test_a_greater_than_sign_at_the_start_of_a_line_is_not_taken_for_a_warning() -> None:
    with pytest.raises(MarkupError, match=r"Line 2: .*more than"):
        read("Fever", "Go to hospital if your fever is\n> 38.5 °C for one day.", "en")
