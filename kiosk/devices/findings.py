"""What a selfcheck may report, and the checks by hand that stand beside it."""

from __future__ import annotations

from typing import Any

from kiosk.conformance.requirements import hand_checks
from kiosk.devices.profile import LENGTH, Malformed

STATES = ("pass", "fail", "not measured", "by hand")
_ROWS = 200
_TEXT = 600


def checked(given: Any) -> dict[str, Any]:
    """Return ``rows``, ``screen`` and ``by``, each of known shape. Raises :class:`Malformed`."""
    rows = given.get("rows") if isinstance(given, dict) else None
    if not isinstance(rows, list) or not 0 < len(rows) <= _ROWS:
        raise Malformed({"rows": "There are no results. Start the selfcheck again."})
    found = []
    for row in rows:
        cells = {
            key: row.get(key) if isinstance(row, dict) else None
            for key in ("id", "what", "value", "target", "state")
        }
        if not all(isinstance(cell, str) and len(cell) <= _TEXT for cell in cells.values()):
            raise Malformed({"rows": "A result has no known shape. Load the page again."})
        if cells["state"] not in STATES:
            raise Malformed({"rows": f"{cells['id']} has no known result. Load the page again."})
        found.append(cells)
    screen = given.get("screen")
    named = {key: str(given.get(key) or "").strip()[:LENGTH] for key in ("device", "by")}
    return {
        "rows": found,
        "screen": {
            str(key)[:LENGTH]: str(value)[:_TEXT]
            for key, value in list((screen if isinstance(screen, dict) else {}).items())[:20]
        },
        **named,
    }


def by_hand() -> list[dict[str, str]]:
    """Return what a person must check at the screen, as results that nobody has given yet."""
    return [
        {"id": one.id, "what": one.what, "value": "", "target": one.how, "state": "by hand"}
        for one in hand_checks()
    ]
