"""Abbreviations whose meaning their place tells, and the short ways of saying how often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.speech.matching.base import DASH, Numbers, Part, Rule, any_of
from content.speech.rules import Abbreviation, Rules


def dosing(rules: Rules) -> Rule:
    """ "q6h", "q4–6 hrs" """
    numbers = Numbers(rules)
    pattern = re.compile(
        rf"(?<![\w.])(?P<every>{any_of(rules.dosing.prefixes)})(?P<gap1>\s?)(?P<low>{numbers.next})"
        rf"(?:(?P<dash>{DASH})(?P<high>{numbers.next}))?(?P<gap2>[\s.]?)"
        rf"(?P<unit>{any_of(rules.dosing.units)})(?P<dot>\.(?=\s[a-z]))?(?![\w/])"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            if match["high"] and not numbers.rises(match["low"], match["high"]):
                continue
            # "q.d." is not among them, so what stands between the pieces is no dot of its own.
            one = match["low"] == "1" and not match["high"]
            name = rules.dosing.units[match["unit"]][0 if one else 1]
            low = rules.number(match["low"], "")
            parts = [
                Part(*match.span("every"), rules.dosing.every + ("" if match["gap1"] else " "))
            ]
            if match["gap1"]:
                parts.append(Part(*match.span("gap1"), " "))
            parts.append(Part(*match.span("low"), low))
            if match["high"]:
                parts.append(Part(*match.span("dash"), f" {rules.to} "))
                parts.append(Part(*match.span("high"), rules.number(match["high"], "")))
            if match["gap2"]:
                parts.append(Part(*match.span("gap2"), " "))
                parts.append(Part(*match.span("unit"), name))
            else:
                parts.append(Part(*match.span("unit"), f" {name}"))
            if match["dot"]:
                parts.append(Part(*match.span("dot"), ""))
            yield parts

    return rule


def multiples(rules: Rules) -> Rule:
    """ "3x a day", "2–3 × daily" """
    numbers = Numbers(rules)
    pattern = re.compile(
        rf"(?P<low>{numbers.first})(?:(?P<dash>{DASH})(?P<high>{numbers.next}))?(?P<gap>\s?)"
        rf"(?P<sign>{any_of(rules.dosing.times_signs)})"
        rf"(?=\s(?:{any_of(rules.dosing.times_before)})(?!\w))"
    )

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            parts = [Part(*match.span("low"), rules.number(match["low"], ""))]
            if match["high"]:
                if not numbers.rises(match["low"], match["high"]):
                    continue
                parts.append(Part(*match.span("dash"), f" {rules.to} "))
                parts.append(Part(*match.span("high"), rules.number(match["high"], "")))
            times = rules.dosing.times
            if match["gap"]:
                parts.append(Part(*match.span("gap"), " "))
            parts.append(Part(*match.span("sign"), times if match["gap"] else f" {times}"))
            yield parts

    return rule


def abbreviations(rules: Rules) -> Rule:
    """What stands for one thing where it stands: "Dr. Lee", "5 Oak Dr." """
    known: dict[str, list[tuple[re.Pattern[str], re.Pattern[str], Abbreviation]]] = {}
    for one in rules.abbreviations:
        place = (re.compile(rf"(?:{one.after})\Z"), re.compile(one.before), one)
        for written in one.written:
            known.setdefault(written, []).append(place)
    pattern = abbreviated(rules)

    def rule(text: str) -> Iterator[list[Part]]:
        for match in pattern.finditer(text):
            before = text[: match.start()]
            for after, behind, one in known[match.group()]:
                if after.search(before) and behind.match(text, match.end()):
                    if one.said:
                        yield [Part(*match.span(), one.said + _full_stop(match, one))]
                    break

    return rule


def _full_stop(match: re.Match[str], one: Abbreviation) -> str:
    """Return the dot of the sentence where the abbreviation's is that too."""
    rest = match.string[match.end() :].lstrip()
    return (
        "." if one.ends and match.group().endswith(".") and (not rest or rest[0].isupper()) else ""
    )


def abbreviated(rules: Rules) -> re.Pattern[str]:
    """Return a pattern for every abbreviation that is known, wherever it stands."""
    written = any_of(written for one in rules.abbreviations for written in one.written)
    return re.compile(rf"(?<![\w.])(?:{written})(?!(?<=[\w.])\w)")
