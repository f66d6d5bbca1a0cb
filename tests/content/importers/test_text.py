"""Plain text: every word comes in once, in order, and nothing in it is taken for markup."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.importers.text import draft_of
from content.reading import read

WORD = st.text("abcxyz", min_size=1, max_size=4)
PUNCTUATION = st.text("*_`[]<>&#\\~|!-+=.:();/\"'$%^{} 19", max_size=3)
TOKEN = st.tuples(PUNCTUATION, WORD, PUNCTUATION).map("".join)
START = st.sampled_from(
    ["", "- ", "* ", "1. ", "2) ", "12. ", "> ", "# ", "    ", "\t", "+ ", "• ", "== ", "&amp;"]
)
END = st.sampled_from(["", ":", "\\", "  "])
WORDLESS = st.sampled_from(["", "---", "===", "--", "=", "***", "- - -", "```", "~~~"])
LINE = st.one_of(
    WORDLESS,
    st.tuples(START, st.lists(TOKEN, min_size=1, max_size=5).map(" ".join), END).map("".join),
)


def words(text: str) -> list[str]:
    return re.findall("[a-z]+", text)


def said(text: str) -> str:
    draft = draft_of(text)
    return "\n".join(sentence.text for sentence in read(draft.title, draft.body, "en").sentences())


def headings(text: str) -> list[str]:
    draft = draft_of(text)
    sections = read(draft.title, draft.body, "en").sections
    return [section.heading.text for section in sections if section.heading]


@settings(deadline=None, max_examples=300)
@given(st.tuples(TOKEN, st.lists(LINE, min_size=1, max_size=12), WORD))
def test_every_word_appears_once_and_in_order(parts: tuple[str, list[str], str]) -> None:
    title, lines, last = parts
    text = "\n".join(["title " + title, "", *lines, "", "the end of it is " + last])
    assert words(said(text)) == words(text)


@pytest.mark.parametrize(
    "line",
    [
        "5 * 3 * 2 and *stars* and _under_ __scores__",
        "a [link](https://example.org) and ![picture](x.png)",
        "<b>bold</b> <!-- not hidden --> AT&amp;T &copy;",
        "`code` and ``more``",
        "C:\\folder\\",
        "# no heading",
        "> no quote",
        "+ no list",
        "1986. A year opens this sentence.",
        "~~~ no fence",
        "    no code block",
    ],
)
def test_what_means_something_in_markdown_is_read_as_it_stands(line: str) -> None:
    assert said(f"Title\n\nBefore it.\n\n{line}\n").split() == f"Title Before it. {line}".split()


def test_the_first_line_with_words_is_the_title() -> None:
    draft = draft_of("\n\n  A title \nThe text.")
    assert (draft.title, draft.body) == ("A title", "The text.\n")


def test_a_title_loses_its_underline() -> None:
    assert draft_of("A title\n=======\n\nThe text.") == draft_of("A title\n\nThe text.")


def test_a_short_line_with_a_colon_that_stands_alone_opens_a_section() -> None:
    text = "Title\n\nIntro.\n\nSide effects:\n\nTired.\n\nHelp:\nAsk.\n"
    assert headings(text) == ["Side effects", "Help"]


def test_a_line_with_a_colon_right_below_the_title_opens_a_section() -> None:
    assert headings("Title\nSide effects:\nTired.") == ["Side effects"]


def test_a_line_with_a_colon_inside_a_paragraph_stays_in_it() -> None:
    assert headings("Title\n\nYou may notice\nthese things:\nall of them.") == []


def test_a_long_line_with_a_colon_is_a_sentence() -> None:
    assert headings(f"Title\n\n{'many words ' * 8}:\n\nText.") == []


def test_a_line_with_a_colon_at_the_very_end_is_kept_as_text() -> None:
    assert said("Title\n\nText.\n\nTo be continued:\n").endswith("To be continued:")


def test_of_two_headings_in_a_row_the_first_is_kept_as_text() -> None:
    text = "Title\n\nPart one:\n\nSide effects:\n\nTired.\n"
    assert headings(text) == ["Side effects"]
    assert "Part one:" in said(text)


@pytest.mark.parametrize("rule", ["===", "------------"])
def test_an_underlined_line_opens_a_section(rule: str) -> None:
    assert headings(f"Title\n\nIntro.\n\nSide effects\n{rule}\nTired.") == ["Side effects"]


def test_a_heading_keeps_its_hash_sign() -> None:
    assert headings("Title\n\nVitamin #\n=========\n\nText.") == ["Vitamin #"]


def test_lists_stay_lists_and_keep_their_numbers() -> None:
    body = draft_of("Title\n\nBring:\n\n* your list\n• your card\n\n3. wait\n4) go in\n").body
    assert body.split("\n\n") == ["## Bring", "- your list\n- your card", "3. wait\n4. go in\n"]


def test_every_number_of_a_list_is_the_one_that_was_written() -> None:
    draft = draft_of("Title\n\n1. one\n2. two\n\n7. seven\n\n3. three\n1. one\n1. one\n")
    blocks = read(draft.title, draft.body, "en").sections[0].blocks
    assert [block.number for block in blocks] == [1, 2, 7, 3, 1, 1]


def test_a_number_that_begins_a_wrapped_line_is_no_list() -> None:
    assert "since 12. May" in said("Title\n\nWe are here since\n12. May of that year.").replace(
        "\n", " "
    )


def test_wrapped_lines_are_one_paragraph() -> None:
    assert "one sentence over two lines." in said("Title\n\nThis is one sentence\nover two lines.")


@pytest.mark.parametrize("line", ["- 5 °C outside.", "• 5 mg", "- −5 °C", "* ½ tablet"])
def test_a_dash_before_a_number_goes_on_a_sentence_and_makes_no_list(line: str) -> None:
    text = f"Title\n\nStay in if it is below\n{line}\nor colder."
    assert said(text).split() == f"Title Stay in if it is below {line} or colder.".split()
    for before in ("Bring:\n", "Bring this.\n\n", "- your card\n"):
        draft = draft_of(f"Title\n\nNow.\n\n{before}{line}")
        section = read(draft.title, draft.body, "en").sections[-1]
        assert section.blocks[-1].kind == "list_item"


def test_every_line_of_the_body_knows_its_line_of_the_file() -> None:
    text = "\nTitle\n\n\nIntro.\nAlso.\n\nBring:\n- a\n- b\n\n***\n\nEnd\n===\nBye."
    draft = draft_of(text)
    lines = draft.body.removesuffix("\n").split("\n")
    assert len(draft.lines) == len(lines)
    source = text.split("\n")
    for number, line in zip(draft.lines, lines, strict=True):
        assert line.removeprefix("## ") in source[number - 1]
