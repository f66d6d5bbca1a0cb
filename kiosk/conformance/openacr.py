"""The same results as an Open Accessibility Conformance Report (https://github.com/GSA/openacr).

A criterion is never reported better than the rows of the rules that answer it.
"""

from __future__ import annotations

from typing import Any

import yaml

from kiosk.conformance.criteria import Chapter, Criterion, chapters, report
from kiosk.conformance.status import BY_HAND, PASSES, Row

SUPPORTS = "supports"
PARTLY = "partially-supports"
NOT = "does-not-support"
NO_OBJECT = "not-applicable"
OPEN = "not-evaluated"


def level_of(criterion: Criterion, chapter: Chapter, rows: dict[str, Row]) -> tuple[str, str]:
    """Return a criterion's level, by the name that OpenACR has for it, and the remarks."""
    answering = [rows[rule] for rule in criterion.rules]
    note = f"{criterion.note} " if criterion.note else ""
    if criterion.no_object:
        return NO_OBJECT, criterion.no_object
    if not answering:
        said = "No rule of this project covers it, so nothing is claimed."
        return (OPEN if chapter.may_stay_open else NOT), note + said
    passed = [row for row in answering if row.status == PASSES]
    left = [row for row in answering if row.status != PASSES]
    remarks = [*(f"{row.requirement.id}: {row.requirement.met}" for row in passed)]
    remarks += [
        f"By hand on each kiosk, {row.requirement.id}: {row.requirement.by_hand.what}."
        for row in answering
        if row.requirement.by_hand
    ]
    remarks += [
        f"Not claimed, {row.requirement.id}: {row.status}." for row in left if row.status != BY_HAND
    ]
    said = note + " ".join(remarks)
    if not left:
        return SUPPORTS, said
    if passed:
        return PARTLY, said
    if all(row.status == BY_HAND for row in left):
        return NO_OBJECT, f"{note}Plainvoice is software; who installs the kiosk meets it. {said}"
    return (OPEN if chapter.may_stay_open else NOT), said


def document(rows: dict[str, Row]) -> str:
    """Return the report as YAML. Its date is that of the newest result."""
    days = [one.on for row in rows.values() for one in row.tests.values()]
    head = dict(report())
    skipped = head.pop("skipped")
    whole: dict[str, Any] = {
        **head,
        "report_date": max(days, default=""),
        "chapters": {one.id: _chapter(one, rows) for one in chapters()}
        | {name: {"disabled": True, "notes": why} for name, why in skipped.items()},
    }
    return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=120)


def _chapter(chapter: Chapter, rows: dict[str, Row]) -> dict[str, Any]:
    criteria = []
    for one in chapter.criteria:
        level, notes = level_of(one, chapter, rows)
        adherence = {"level": level, "notes": notes}
        criteria.append(
            {"num": one.number, "components": [{"name": chapter.component, "adherence": adherence}]}
        )
    return {"criteria": criteria}
