"""Markdown: the title is taken out, the rest passes as it is."""

import pytest

from content.importers.base import Unusable
from content.importers.markdown import draft_of


@pytest.mark.parametrize(
    "text",
    [
        "# A title\n\nText.\n",
        "\n\n# A title #\nText.",
        "## A title\n\nText.",
        "A title\n=======\n\nText.",
        "A title\n---\nText.",
        "A title\n\nText.\n\n",
        "A title\nText.",
    ],
)
def test_the_first_heading_or_else_the_first_line_is_the_title(text: str) -> None:
    draft = draft_of(text)
    assert (draft.title, draft.body) == ("A title", "Text.\n")


def test_the_rest_passes_as_it_is() -> None:
    body = "Text with *emphasis*.\n\n## Part\n\n- one\n- two\n\n> Careful.\n"
    assert draft_of(f"# A title\n\n{body}").body == body


def test_a_later_heading_stays_where_it_is() -> None:
    assert draft_of("First line\n\n## Part\n\nText.").body == "## Part\n\nText.\n"


def test_a_title_is_plain_words() -> None:
    assert draft_of("# About *Klonopin* \\& **GABA**\n\nText.").title == "About Klonopin & GABA"


@pytest.mark.parametrize("title", ["[a](https://example.org)", "![a](b.png)", "`a`", "<b>a</b>"])
def test_other_markup_in_a_title_is_refused(title: str) -> None:
    with pytest.raises(Unusable, match="plain words"):
        draft_of(f"# {title}\n\nText.")


def test_settings_of_a_program_before_the_text_are_refused() -> None:
    with pytest.raises(Unusable, match="block of settings"):
        draft_of("---\ntitle: A title\n---\n\nText.")


@pytest.mark.parametrize(
    ("text", "line"),
    [("# T\n\nA.\n\nB.\n", 5), ("\n\nT\n===\n\n\nA.\n\nB.", 9), ("T\nA.\n\nB.", 4)],
)
def test_a_problem_is_told_with_the_line_of_the_file_and_how_it_begins(
    text: str, line: int
) -> None:
    draft = draft_of(text)
    assert draft.in_file(3, "what is wrong.") == f"Line {line} (“B.”): what is wrong."
    assert draft_of(f"T\n\n{'word ' * 20}").in_file(1, "x") == f"Line 3 (“{'word ' * 7}word…”): x"
