"""What a key can mean, and the key profiles that are shipped."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "static" / "kiosk" / "keys"

ACTIONS = {
    "up": "Up, the item before",
    "down": "Down, the next item",
    "select": "Select",
    "back": "Back a page",
    "next": "Next page",
    "help": "Help",
    "quieter": "Quieter",
    "louder": "Louder",
    "slower": "Slower",
    "faster": "Faster",
    "pause": "Pause and go on",
    "repeat": "Repeat the sentence",
    "where": "Where am I",
    "audio": "Audio mode on and off",
    "language": "Language",
    "curtain": "Privacy curtain",
    "urgent": "Urgent help",
    "finish": "Finish the visit",
    "move": "Move on to the next item",
    "headphones-in": "Headphones put in",
    "headphones-out": "Headphones pulled out",
}
"""Every action of a key profile, as it is said to who installs."""

NEEDED = ("up", "down", "select", "back", "next", "help", "quieter", "louder")
"""What a keypad is asked for first; all others may follow."""
TWO_SWITCHES = ("move", "select")

NAMES = {
    "keyboard": ("Keyboard", "Arrow keys, Enter, Page up and down, F1 for help."),
    "ez-access": ("EZ Access keypad", "F17 to F24, as these keypads send them."),
    "audionav": ("AudioNav keypad", "Arrow keys and Enter, F17 and F23 to F24."),
    "two-switch": ("Two switches", "One moves on, one selects."),
    "remote": ("Remote control", "The keys of a remote control for a television."),
}


def problem(profile: Any) -> str:
    """Return what is wrong with a key profile; empty where nothing is."""
    if not isinstance(profile, dict) or profile.get("version") != 1:
        return "It is no key profile of version 1."
    keys = profile.get("keys")
    if not isinstance(keys, dict) or not keys:
        return "It has no keys."
    for key, action in keys.items():
        if action not in ACTIONS:
            return f"{key} means {action!r}, which is nothing that a key can mean."
    return ""


@cache
def shipped() -> list[dict[str, Any]]:
    """Return the profiles of the folder that can be used, each with its ``title`` and ``about``."""
    found = []
    for file in sorted(FOLDER.glob("*.json")):
        profile = json.loads(file.read_text(encoding="utf-8"))
        if not problem(profile):
            title, about = NAMES.get(file.stem, (file.stem, ""))
            found.append({"title": title, "about": about, "profile": profile})
    return found
