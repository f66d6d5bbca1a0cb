"""What changed between two texts: every sentence is told once on its side, and what moved as moved."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from content.admin import comparing
from content.admin.changes import units
from content.admin.comparing import compare
from content.admin.comparison import Unit
from content.reading import read

KINDS = st.sampled_from(["title", "heading", "paragraph", "list_item", "warning"])
SENTENCES = st.builds(
    Unit,
    text=st.lists(
        st.sampled_from(["take", "one", "two", "mg", "not", "now"]), min_size=1, max_size=4
    ).map(" ".join),
    kind=KINDS,
    number=st.none() | st.integers(1, 3),
    begins=st.booleans(),
)
TEXTS = st.lists(SENTENCES, max_size=14)


def text(*sentences: str) -> list[Unit]:
    return [Unit(sentence) for sentence in sentences]


def told(old: list[Unit], new: list[Unit]) -> list[tuple[str, str]]:
    return [(row.change, row.unit.text) for row in compare(old, new).rows]


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_the_difference_makes_the_new_text_of_the_old_and_loses_and_invents_nothing(old, new):
    rows = compare(old, new).rows
    assert [row.old for row in rows if row.old] == old
    assert [row.new for row in rows if row.new] == new
    for row in rows:
        for side, kinds in ((row.old, ("same", "del")), (row.new, ("same", "ins"))):
            shown = "".join(piece.text for piece in row.pieces if piece.kind in kinds)
            assert shown == (side.text if side else "")


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_what_moved_is_shown_exactly_once_on_each_side(old, new):
    difference = compare(old, new)
    places = [one.place for one in difference.shown() if one.place]
    moves = {place.move for place in places}
    for move in moves:
        away, here = sorted((one for one in places if one.move == move), key=lambda one: one.here)
        assert (away.here, here.here) == (False, True)
        assert [r.unit.text for r in away.rows] == [
            (r.moved_from or r.unit).text for r in here.rows
        ]
    assert sum(len(place.rows) for place in places) == sum(
        bool(row.move) for row in difference.rows
    )


@given(TEXTS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_what_is_left_out_is_counted_and_unchanged(old, new):
    difference = compare(old, new)
    shown = list(difference.shown())
    rows = sum(1 for one in shown if one.row) + sum(
        len(one.place.rows) for one in shown if one.place
    )
    assert rows + sum(one.skipped for one in shown) == len(difference.rows)
    assert difference.is_empty == (
        [(unit.text, unit.shape) for unit in old] == [(unit.text, unit.shape) for unit in new]
    )


def test_a_sentence_that_stands_elsewhere_moved_and_says_from_where():
    old = [Unit("A walk helps.", under="By day"), *text("Rest well.", "Drink water.", "Eat.")]
    new = [*text("Rest well.", "Drink water.", "Eat."), Unit("A walk helps.", under="At night")]
    difference = compare(old, new)
    assert difference.summary == "1 sentence moved."
    away, here = [one.place for one in difference.shown() if one.place]
    assert (away.other, here.other) == ("At night", "By day")


def test_a_paragraph_moves_as_one():
    moved = [Unit("Call first."), Unit("Then go.", begins=False)]
    rest = text("One.", "Two.", "Three.")
    difference = compare([*moved, *rest], [*rest, *moved])
    assert {row.move for row in difference.rows if row.move} == {1}
    assert difference.summary == "2 sentences moved."


def test_the_words_of_a_reworded_sentence_are_compared():
    (row,) = compare(text("Take one tablet now."), text("Take two tablets now.")).rows
    assert [(piece.kind, piece.text) for piece in row.pieces] == [
        ("same", "Take "),
        ("del", "one tablet"),
        ("ins", "two tablets"),
        ("same", " now."),
    ]


def test_a_dose_that_changed_in_a_line_that_moved_is_told_within_its_line():
    old = text("Take 1 mg of it at night.", "Go to bed early.", "Rest.")
    new = text("Go to bed early.", "Rest.", "Take 2 mg of it at night.")
    difference = compare(old, new)
    assert difference.summary == "1 sentence moved and changed."
    (row,) = [row for row in difference.rows if row.moved_from]
    assert [piece.text for piece in row.reworded if piece.kind != "same"] == ["1", "2"]


def test_another_sentence_in_its_place_is_no_rewording():
    assert told(text("Take one tablet."), text("Drink water.")) == [
        ("removed", "Take one tablet."),
        ("added", "Drink water."),
    ]


def test_another_title_is_the_title_changed():
    (row,) = compare([Unit("Rest", "title")], [Unit("Sleep", "title")]).rows
    assert row.change == "changed"


def test_a_warning_that_became_plain_text_is_told_though_its_words_stayed():
    difference = compare([Unit("Call 911.", "warning")], [Unit("Call 911.")])
    assert [row.reshaped for row in difference.rows] == ["was a warning, is plain text now"]
    assert not difference.is_empty


def test_emphasis_and_the_address_of_a_source_are_part_of_the_words():
    body = "Do not drive.\n\n## Sources\n\n- [Sleep](https://example.org/a), NHS, 2026\n"
    other = body.replace("not", "**not**").replace("/a", "/b")
    old, new = (list(units(read("T", one, "en").to_json(), "en")) for one in (body, other))
    changed = [row.unit.text for row in compare(old, new).rows if row.change == "changed"]
    assert changed == ["Do **not** drive.", "Sleep, NHS, 2026 <https://example.org/b>"]


def test_a_huge_text_is_compared_more_coarsely_and_loses_nothing(monkeypatch):
    monkeypatch.setattr(comparing, "LINES_COMPARED", 10)
    monkeypatch.setattr(comparing, "CHARACTERS_COMPARED", 10)
    old = text(*(f"Sentence {n}." for n in range(40)))
    new = [*old[:3], *text("Another."), *old[20:], *old[3:20]]
    rows = compare(old, new).rows
    assert [row.old for row in rows if row.old] == old
    assert [row.new for row in rows if row.new] == new
    assert "changed" not in {row.change for row in rows}
