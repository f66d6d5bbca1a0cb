"""The conformance table and the installer's list, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.conformance.requirements import PROOFS, groups, hand_checks
from kiosk.conformance.results import FAILED, Results
from kiosk.conformance.status import BY_HAND, FAILS, LATER, PASSES, UNTESTED, Row, count

_HEAD = """# Accessibility: what is asked, how it is met, what proves it

Written by `manage.py conformance` from the rules in `kiosk/conformance/requirements/` and the results of the tests that
carry their ids; edit those, not this page ([how](conformance.md)). Clauses are those of EN 301 549 V3.2.1 (EN), Section 508 (508),
WCAG 2.2, ADA 2010 section 707, 14 CFR 382.57(c) (DOT) and VVSG 2.0 under short names; "ours" is a rule of this project.

- **passed**: every test with this id that ran passed, and at least one did.
- **failed**: at least one did not.
- **not tested**: no test with this id has passed. Nothing is claimed.
- **by hand**: no test can prove it; a person checks it on the installed kiosk, by the [installer's list](installers-list.md).
- **later**: not built yet.
"""

_LIST_HEAD = """# The installer's list

What no test can prove: check it on each kiosk when it is installed, and whenever it is moved or a part of it is changed.
Take a tape measure, a sound level meter, a spring balance, a headset and a neck loop. Keep the filled-in list.
The viewing distance that text is made for is the one that you enter on the calibration page; 570 mm unless told.

| | what | how | result, date, name |
|---|---|---|---|
"""


def table(rows: dict[str, Row]) -> str:
    """Return ``docs/accessibility.md``."""
    counted = count(rows)
    said = ", ".join(
        f"{counted[status]} {status}"
        for status in (PASSES, FAILS, UNTESTED, BY_HAND, LATER)
        if counted[status]
    )
    days = sorted({one.on for row in rows.values() for one in row.tests.values()})
    ran = f"Results from {_span(days)}." if days else "No results."
    parts = [_HEAD, f"\n{len(rows)} rules: {said}. {ran}\n"]
    for group in groups():
        parts.append(
            f"\n## {group.title}\n\n| id | what is asked, how it is met | clauses | status | proved by |"
        )
        parts.append("\n|---|---|---|---|---|\n")
        parts += [_line(rows[one.id]) for one in group.requirements]
    return "".join(parts)


def installers_list() -> str:
    """Return ``docs/installers-list.md``: one page, a row a check, with room for the result."""
    lines = [f"| {one.id} | {_cell(one.what)} | {_cell(one.how)} | |\n" for one in hand_checks()]
    return _LIST_HEAD + "".join(lines)


def _line(row: Row) -> str:
    one = row.requirement
    asked = f"{one.rule}<br>{one.met}" if one.met else one.rule
    status = f"later: {one.later}" if row.status == LATER else row.status
    cells = (one.id, asked, ", ".join(one.sources), status, "<br>".join(_proof(row)))
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _proof(row: Row) -> Iterable[str]:
    yield from _by_file(row.tests)
    if row.requirement.by_hand:
        yield f"By hand: {row.requirement.by_hand.what}."
    elif not row.tests:
        yield f"To be proved {' and '.join(PROOFS[one] for one in row.requirement.proof)}."


def _by_file(tests: Results) -> Iterable[str]:
    files: dict[str, list[str]] = {}
    for name, result in sorted(tests.items()):
        file, _, test = name.partition("::")
        mark = " (failed)" if result.outcome == FAILED else ""
        files.setdefault(file, []).append(f"`{test}`{mark}")
    for file, names in files.items():
        yield f"`{file}`: {', '.join(names)}"


def _span(days: list[str]) -> str:
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
