"""What may stand in a device profile. The page asks for the same, from the same table."""

from __future__ import annotations

from datetime import date
from typing import Any

LENGTH = 60
"""Characters of a name, at most."""

BOUNDS: dict[str, dict[str, Any]] = {
    "pxPerMm": {
        "least": 1.5,
        "most": 12,
        "what": "Card",
        "remedy": "Make the drawing as large as the card that lies on it: between 1.5 and 12 pixels a millimetre.",
    },
    "distanceMm": {
        "least": 300,
        "most": 1500,
        "what": "Viewing distance",
        "remedy": "Enter whole millimetres from 300 to 1500.",
    },
    "bottomMm": {
        "least": 0,
        "most": 1600,
        "what": "Height of the lower edge",
        "remedy": "Enter whole millimetres from 0 to 1600.",
    },
    "speaker": {
        "least": 40,
        "most": 110,
        "what": "Loudness of the loudspeaker",
        "remedy": "Enter what the meter reads, 40 to 110 dB, or leave it empty.",
    },
    "headset": {
        "least": 40,
        "most": 110,
        "what": "Loudness of the headset",
        "remedy": "Enter what the meter reads, 40 to 110 dB, or leave it empty.",
    },
}
NAMED = {
    "name": ("Name of the screen", "Enter where it stands, as in: Front hall."),
    "calibratedBy": ("Your name", "Enter who calibrates it: the record needs it."),
}


class Malformed(ValueError):
    """``errors``: what is wrong with each field and what to do, by its name."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


def checked(given: Any) -> dict[str, Any]:
    """Return a profile with nothing in it but what the contract has.

    Raises :class:`Malformed`, which names every field that is wrong.
    """
    if not isinstance(given, dict):
        raise Malformed({"profile": "What came is no profile. Load the page again."})
    errors = {}
    profile: dict[str, Any] = {"version": 1}
    for field, (what, remedy) in NAMED.items():
        value = given.get(field)
        text = " ".join(value.split()) if isinstance(value, str) else ""
        if not text or len(text) > LENGTH:
            errors[field] = f"{what}: {remedy} {LENGTH} characters at most."
        profile[field] = text
    for field in ("pxPerMm", "distanceMm", "bottomMm"):
        value = given.get(field)
        if not _within(field, value) and not (value is None and field == "bottomMm"):
            errors[field] = _said(field)
        profile[field] = value
    profile["reach"] = given.get("reach") is True
    loudness = given.get("loudness") or {}
    profile["loudness"] = {}
    for route in ("speaker", "headset"):
        record = loudness.get(route) if isinstance(loudness, dict) else None
        if record is None:
            continue
        if not (isinstance(record, dict) and _within(route, record.get("maxDb"))):
            errors[route] = _said(route)
        elif not (_is_day(record.get("on")) and isinstance(record.get("by"), str)):
            errors[route] = (
                f"{BOUNDS[route]['what']}: measure it again, its date or person is lost."
            )
        else:
            profile["loudness"][route] = {
                "maxDb": record["maxDb"],
                "on": record["on"],
                "by": record["by"][:LENGTH],
            }
    if errors:
        raise Malformed(errors)
    return profile


def _within(field: str, value: Any) -> bool:
    bounds = BOUNDS[field]
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return bool(bounds["least"] <= value <= bounds["most"])


def _said(field: str) -> str:
    return f"{BOUNDS[field]['what']}: {BOUNDS[field]['remedy']}"


def _is_day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False
