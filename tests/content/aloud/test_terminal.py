"""Words that are marked as they are said, drawn over their own sentence."""

from __future__ import annotations

import io
import os
import re

import pytest

from content.aloud import terminal
from content.aloud.terminal import Page
from content.speech.words import words_of


class Screen(io.StringIO):
    """A terminal of a size that keeps what is written to it."""

    def __init__(self, width: int = 20, height: int = 10) -> None:
        super().__init__()
        self.size = os.terminal_size((width, height))

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 99

    def lines(self) -> list[str]:
        """What is seen once all that was written has been drawn."""
        rows = [""]
        at = 0
        for piece in re.split(r"(\x1b\[\d+A|\x1b\[K|\r|\n)", self.getvalue()):
            if up := re.fullmatch(r"\x1b\[(\d+)A", piece):
                at -= int(up[1])
                assert at >= 0, "it was drawn over what stands above"
            elif piece == "\n":
                at += 1
                rows += [""] * (at + 1 - len(rows))
            elif piece == "\r":
                rows[at] = ""
            elif piece != "\x1b[K":
                rows[at] += piece
        return rows[:-1] if not rows[-1] else rows


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("TERM", "xterm")
    made = Screen()
    monkeypatch.setattr(terminal.os, "get_terminal_size", lambda _: made.size)
    return made


TEXT = "Rest is good for you, well and truly."


def test_one_word_at_a_time_is_marked_and_none_at_the_end(screen: Screen) -> None:
    page = Page(screen)
    words = words_of(TEXT)
    page.begin("Above.")
    page.begin(TEXT, words)
    plain = ["Above.", "Rest is good for", "you, well and", "truly."]
    assert screen.lines() == plain
    for index, (offset, length) in enumerate(words):
        page.mark(index)
        word = TEXT[offset : offset + length]
        drawn = "\n".join(screen.lines())
        assert re.findall("\x1b\\[1;4m(.*?)\x1b\\[22;24m", drawn) == [word]
        assert re.sub("\x1b\\[[0-9;]*m", "", drawn).splitlines() == plain
    page.end()
    assert screen.lines() == plain


def test_a_word_longer_than_a_line_is_marked_on_each_of_its_lines(screen: Screen) -> None:
    word = "gamma-aminobutyric-acid-and-more"
    page = Page(screen)
    page.begin(word, [(0, len(word))])
    page.mark(0)
    marked = re.findall("\x1b\\[1;4m(.*?)\x1b\\[22;24m", "\n".join(screen.lines()))
    assert "".join(marked) == word
    assert len(marked) == 2


def test_a_sentence_taller_than_the_terminal_is_shown_without_marks(screen: Screen) -> None:
    screen.size = os.terminal_size((20, 3))
    page = Page(screen)
    page.begin(TEXT, words_of(TEXT))
    page.mark(0)
    page.end()
    assert "\x1b" not in screen.getvalue()
    assert screen.lines() == ["Rest is good for", "you, well and", "truly."]


def test_a_terminal_that_cannot_draw_gets_plain_lines(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    page = Page(screen)
    page.begin(TEXT, words_of(TEXT))
    page.mark(0)
    page.end()
    assert screen.getvalue() == TEXT + "\n"


def test_what_is_shown_is_counted() -> None:
    page = Page(io.StringIO())
    page.begin("One.")
    page.begin("Two.")
    assert page.begun == 2
