"""The difference tells every change, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.admin.difference import difference

TEXTS = st.lists(st.text(alphabet="ab .", max_size=6), max_size=12).map("\n".join)


def told(lines, kinds):
    return ["".join(p.text for p in line.pieces if p.kind in kinds) for line in lines]


def test_the_same_text_has_no_difference():
    assert difference("a\nb\n", "a\nb") == []


def test_changed_words_are_told_within_its_line():
    (line,) = difference("Take one tablet.", "Take two tablets.")
    assert [(p.kind, p.text) for p in line.pieces] == [
        ("same", "Take "),
        ("del", "one tablet."),
        ("ins", "two tablets."),
    ]


def test_a_blank_line_that_parts_a_paragraph_is_told():
    lines = difference("Rest.\nWalk.", "Rest.\n\nWalk.")
    assert [(p.kind, p.text) for line in lines for p in line.pieces] == [
        ("same", "Rest."),
        ("ins", ""),
        ("same", "Walk."),
    ]


def test_unchanged_lines_far_from_a_change_are_counted_instead():
    old = "\n".join(f"line {n}" for n in range(20))
    lines = difference(old, old.replace("line 10", "line ten"))
    assert [line.skipped for line in lines if line.skipped] == [9, 8]


@given(TEXTS, TEXTS)
def test_old_and_new_words_are_all_in_what_is_told(old, new):
    lines = difference(old, new)
    if not lines:
        assert old.splitlines() == new.splitlines()
        return
    skipped = sum(line.skipped for line in lines)
    for text, kinds in ((old, ("same", "del")), (new, ("same", "ins"))):
        shown = "".join("".join(told(lines, kinds)).split())
        whole = "".join(text.split())
        assert len(shown) <= len(whole)
        if not skipped:
            assert shown == whole


def test_very_long_texts_are_compared_coarsely_and_still_told_whole():
    old = "\n".join(f"old {n}" for n in range(3000))
    new = "\n".join(f"new {n}" for n in range(3000))
    lines = difference(old, new)
    assert told(lines, ("del",))[0] == "old 0"
    assert told(lines, ("ins",))[-1] == "new 2999"
