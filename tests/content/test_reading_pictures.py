"""A picture in a text is a block of its own whose sentences say what it shows."""

from __future__ import annotations

import pytest

from content import announcements, pacing
from content.images.markup import Picture, with_line
from content.reading import MarkupError, read

NAME = "0123456789abcdef"
PICTURE = Picture(NAME * 4, "png", 640, 480)


def find(name: str) -> Picture | None:
    return PICTURE if PICTURE.digest.startswith(name) else None


def problems(body: str) -> list[tuple[int, str]]:
    with pytest.raises(MarkupError) as error:
        read("Title", body, "en", find=find)
    return [(one.line, one.message) for one in error.value.problems]


def test_a_picture_is_a_block_with_its_description_as_sentences() -> None:
    body = f"One.\n\n## A\n\nText.\n\n![A *red* box. It is\nopen.](image:{NAME})\n\nMore."
    reading = read("Title", body, "en", find=find)
    block = reading.sections[0].blocks[1]
    assert (block.kind, block.number, block.picture) == ("image", None, PICTURE)
    assert [one.text for one in block.sentences] == ["A red box.", "It is open."]
    assert block.sentences[0].emphasis == ((2, 3, "em"),)
    assert [one.text for one in reading.sentences()][4:6] == ["A red box.", "It is open."]
    assert block.to_json()["image"]["digest"] == PICTURE.digest
    others = [b.to_json() for b in reading.sections[0].blocks if b.kind != "image"]
    assert not any("image" in other for other in others)
    assert list(reading.pictures()) == [PICTURE]


def test_the_whole_digest_names_a_picture_too() -> None:
    reading = read("T", f"A.\n\n![Box.](image:{PICTURE.digest})", "en", find=find)
    assert list(reading.pictures()) == [PICTURE]


def test_a_picture_below_the_first_sentence_leaves_that_the_summary() -> None:
    reading = read("T", f"In short.\n\n![Box.](image:{NAME})\n\n## A\n\nText.", "en", find=find)
    assert reading.summary is not None
    assert reading.summary.text == "In short."
    assert [block.kind for block in reading.sections[0].blocks] == ["image"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"![](image:{NAME})", "no description"),
        (f"![...](image:{NAME})", "no description"),
        (f"![  ](image:{NAME})", "no description"),
        (f"![box.png](image:{NAME})", "file's name"),
        (f"![A. B. C. D.](image:{NAME})".replace(". ", " one. "), "4 sentences"),
        (f"Look: ![A box.](image:{NAME})", "within a text"),
        (f"![A box.](image:{NAME}) here", "within a text"),
        (f"- ![A box.](image:{NAME})", "within a text"),
        (f"> ![A box.](image:{NAME})", "within a text"),
        (f"![A box.](image:{NAME})\n![A box.](image:{NAME})", "within a text"),
        (f"[![A box.](image:{NAME})](https://example.org/)", "within a text"),
        ("![A box.](image:ffffffffffffffff)", "no stored picture"),
        ("![A box.](image:0123)", "this installation only"),
        ("![A box.](image:0123456789ABCDEF)", "this installation only"),
        ("![A box.](https://example.org/x.png)", "this installation only"),
        ("![A box.](//example.org/x.png)", "this installation only"),
        ("![A box.](x.png)", "this installation only"),
        ("![A box.](data:image/png;base64,AAAA)", "this installation only"),
        ("![A box.](data:text/html,x)", "as ![What"),
        ("![A box.](javascript:alert(1))", "as ![What"),
        ("![A box.][ref]", "as ![What"),
        (f'![A box.](image:{NAME} "title")', "title is not shown"),
        (f"![A `box`.](image:{NAME})", "cannot show code"),
        (f"![A [link](https://example.org/).](image:{NAME})", "links stand under"),
        ("A.\n\n## Sources\n\n" + f"![A box.](image:{NAME})", "sources as a list"),
    ],
)
def test_every_other_way_to_write_a_picture_is_refused_with_its_line(text: str, said: str) -> None:
    found = problems(f"First.\n\n{text}\n\nLast.")
    assert any(said in message for _, message in found), found
    assert all(line >= 3 for line, _ in found)


def test_where_a_kind_of_text_shows_no_picture_it_is_refused() -> None:
    with pytest.raises(MarkupError, match=r"Line 3: .*picture here"):
        read("T", f"A.\n\n![A box.](image:{NAME})", "en")


@pytest.mark.parametrize(("language", "word"), [("en", "Picture."), ("es", "Imagen.")])
def test_it_is_announced_before_its_description_SPK_4(language: str, word: str) -> None:
    reading = read("T", f"Uno.\n\n![Una caja.](image:{NAME})", language, find=find).to_json()
    announcements.announce(reading, language)
    assert [one["text"] for one in announcements.of(reading)] == [word]


def test_there_is_a_pause_around_it() -> None:
    assert pacing.BEFORE_MS["image"] == pacing.AFTER_MS["image"] == 700


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A.\n", "A.\n\nLINE\n"),
        ("A.\n\n## Sources\n\n- B", "A.\n\nLINE\n\n## Sources\n\n- B\n"),
        ("", "LINE\n"),
        ("## Sources of fibre\n\nA.", "## Sources of fibre\n\nA.\n\nLINE\n"),
    ],
)
def test_a_line_is_added_at_the_end_before_the_sources(body: str, expected: str) -> None:
    assert with_line(body, "LINE", "sources") == expected
