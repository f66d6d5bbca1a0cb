"""The rules are whole, and each criterion of the standards that they cite is in the report."""

from __future__ import annotations

import re
from collections import Counter

from kiosk.conformance.criteria import chapters, report
from kiosk.conformance.names import AREAS
from kiosk.conformance.requirements import groups, hand_checks, requirements

LAST = {
    "SPK": 17,
    "AUD": 12,
    "TXT": 11,
    "TCH": 8,
    "KEY": 11,
    "TIM": 10,
    "PRV": 5,
    "COG": 14,
    "RCH": 4,
    "DOC": 3,
    "OPS": 10,
}


def test_every_rule_of_the_specification_stands_once_in_its_order() -> None:
    read = [one.id for group in groups() for one in group.requirements]
    assert read == [f"{area}-{number}" for area in AREAS for number in range(1, LAST[area] + 1)]
    assert len(requirements()) == 105


def test_what_is_left_for_later_and_what_is_only_by_hand_are_marked_so() -> None:
    later = [one.id for one in requirements().values() if one.later]
    assert later == ["SPK-15", "OPS-1", "OPS-2", "OPS-4", "OPS-6", "OPS-7", "OPS-8"]
    by_hand = [one.id for one in requirements().values() if one.only_by_hand and not one.later]
    assert by_hand == (
        [
            "AUD-2",
            "AUD-3",
            "AUD-7",
            "AUD-12",
            "TCH-8",
            "KEY-10",
            "KEY-11",
            "RCH-2",
            "RCH-3",
            "RCH-4",
            "OPS-3",
        ]
    )


def test_every_rule_says_in_sentences_what_is_asked_and_how_it_is_met() -> None:
    for one in requirements().values():
        assert one.rule.endswith((".", ")")), one.id
        assert one.met.endswith("."), one.id
        assert one.sources, one.id
    for check in hand_checks():
        assert check.how.endswith("."), check.id
        assert not check.what.endswith("."), check.id


def test_each_criterion_of_wcag_508_and_chapter_5_that_a_rule_cites_is_in_the_report() -> None:
    reported = {
        f"{chapter.standard} {one.number}" for chapter in chapters() for one in chapter.criteria
    }
    asked = re.compile(r"WCAG |508 |EN (4|5|8)\.")
    # Headings of clauses and clauses that no report lists.
    unlisted = {"508 402.1", "508 402.2", "508 407.3", "508 602.2", "508 602.3"}
    cited = {source for one in requirements().values() for source in one.sources}
    assert {one for one in cited if asked.match(one)} - unlisted - reported == set()


def test_the_report_has_every_criterion_of_wcag_2_2_once() -> None:
    of = {chapter.id: chapter for chapter in chapters()}
    counts = [len(of[f"success_criteria_level_{level}"].criteria) for level in ("a", "aa", "aaa")]
    # 4.1.1 is obsolete and still listed.
    assert counts == [32, 24, 31]
    numbers = Counter(one.number for chapter in chapters() for one in chapter.criteria)
    assert max(numbers.values()) == 1


def test_what_is_not_reported_is_listed_with_the_reason_and_what_has_no_object_has_no_rule() -> (
    None
):
    assert all(why.endswith(".") for why in report()["skipped"].values())
    assert set(report()["skipped"]).isdisjoint(chapter.id for chapter in chapters())
    for chapter in chapters():
        for one in chapter.criteria:
            assert not (one.no_object and one.rules), (chapter.id, one.number)
            assert set(one.rules) <= set(requirements())
