"""What script/bench says of a figure follows from what it measured."""

from __future__ import annotations

import pytest

from tests.benchmarks.measuring import Figure, in_turn, nearest_rank, ratios


@pytest.mark.parametrize(
    ("figure", "reached"),
    [
        (Figure("", [1.0, 1.2, 9.0], most=1.25), True),
        (Figure("", [1.0, 1.3, 1.3], most=1.25), False),
        (Figure("", [2.9, 3.0, 9.0], least=3), True),
        (Figure("", [9.0, 2.9, 2.9], least=3), False),
        (Figure("", [5.0]), True),
    ],
)
def test_a_figure_is_held_to_its_target_by_its_median(figure: Figure, reached: bool) -> None:
    assert figure.reached is reached
    assert ("MISSED" in str(figure)) is not reached


def test_works_are_timed_in_turn_after_a_warm_up() -> None:
    done: list[str] = []
    times = in_turn(2, lambda: done.append("a"), lambda: done.append("b"))
    assert done == ["a", "b"] * 3
    assert [len(one) for one in times] == [2, 2]


def test_neighbours_are_compared_with_each_other() -> None:
    assert ratios([2.0, 9.0], [1.0, 3.0]) == [2.0, 3.0]


def test_the_nearest_rank_is_a_value_that_was_measured() -> None:
    values = [float(value) for value in range(40, 0, -1)]
    assert nearest_rank(values, 0.95) == 38
    assert nearest_rank([7.0], 0.95) == 7
