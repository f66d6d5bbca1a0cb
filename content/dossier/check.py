"""Verifying a dossier from within, with the very program that lies in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.dossier import verify


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a dossier, and the digests of its audit events."""

    problems: list[str]
    events: list[str]


def check(file: Path) -> Checked:
    """Return what the dossier's own program says of it; its own copy of the program is not run."""
    found = verify.verify(str(file))
    return Checked(
        [f"{problem}." for problem in found.problems], [*found.events, *filter(None, [found.head])]
    )
