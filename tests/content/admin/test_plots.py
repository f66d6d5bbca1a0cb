"""Plots: the numbers as a picture that says them, and nothing that the policy forbids."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from content.admin.plots import BOTTOM, HEIGHT, TOP, Bar, Plot

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*values: int, label: str = "day") -> ET.Element:
    plot = Plot("p", "Waiting", "Day", tuple(Bar(f"{label} {n}", v) for n, v in enumerate(values)))
    return ET.fromstring(plot.svg)


def test_every_number_that_is_not_0_is_said_in_the_title() -> None:
    image = drawn(3, 0, 7)
    assert image.get("role") == "img"
    title = image.find("title")
    assert title is not None
    assert image.get("aria-labelledby") == title.get("id")
    assert title.text == "Waiting. day 0 3, day 2 7."
    empty = drawn(0, 0).find("title")
    assert empty is not None
    assert empty.text == "Waiting. Nothing."


def test_bars_are_as_high_as_their_numbers_and_stay_within_the_picture() -> None:
    bars = drawn(10, 5, 0, 100_000).findall("rect")
    heights = [float(bar.get("height", "")) for bar in bars]
    assert heights[3] == HEIGHT - TOP - BOTTOM
    assert heights[2] == 0
    # However little it is of the whole, it is seen.
    assert heights[0] == heights[1] == 2
    for bar in bars:
        assert float(bar.get("y", "")) + float(bar.get("height", "")) <= HEIGHT - BOTTOM + 0.1


def test_many_bars_carry_the_label_of_some_and_the_number_of_the_tallest() -> None:
    image = drawn(*range(27))
    assert [text.text for text in image.findall("text")] == ["26"]
    short = Plot(
        "p", "Due", "Month", tuple(Bar(f"m{n}", 0, "now" if n == 3 else "") for n in range(20))
    )
    assert [text.text for text in ET.fromstring(short.svg).findall("text")] == ["now"]


def test_words_are_escaped_and_nothing_is_styled_in_the_page() -> None:
    plot = Plot("p", "<b>Due</b>", "Month", (Bar('"><script>', 1),))
    assert "<script>" not in plot.svg
    assert "<b>" not in plot.svg
    assert "style" not in plot.svg


def test_nothing_at_all_is_drawn_without_an_error() -> None:
    assert ET.fromstring(Plot("p", "Due", "Month", ()).svg).findall("rect") == []
