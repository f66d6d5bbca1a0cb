"""The rules, read from ``requirements/*.toml``: a file a group, a row a rule."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "requirements"

PROOFS = {"A": "in a browser", "P": "in Python", "H": "by hand"}
"""How a rule can be proved; a row may name several."""


@dataclass(frozen=True)
class HandCheck:
    """What a person must look at in an installed kiosk: a rule's id, the matter, what to do."""

    id: str
    what: str
    how: str


@dataclass(frozen=True)
class Requirement:
    """One rule: its clauses, how it can be proved, how it is met, and what is left to do."""

    id: str
    rule: str
    sources: tuple[str, ...]
    proof: str
    met: str
    by_hand: HandCheck | None = None
    later: str = ""
    """Why it is left for later; empty where it is not."""

    @property
    def only_by_hand(self) -> bool:
        """Whether no test can prove it."""
        return self.proof == "H"


@dataclass(frozen=True)
class Group:
    """Rules of one matter, under its title."""

    title: str
    requirements: tuple[Requirement, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Return the groups in their order. Raises ``ValueError`` naming the row that is not whole."""
    files = sorted(FOLDER.glob("*.toml"), key=lambda file: int(file.name.partition("-")[0]))
    read = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return tuple(Group(one["title"], tuple(map(_row, one["requirement"]))) for one in read)


def requirements() -> dict[str, Requirement]:
    """Return every rule by its id, in the order of the groups."""
    return {one.id: one for group in groups() for one in group.requirements}


def hand_checks() -> list[HandCheck]:
    """Return what a person must look at, in the order of the rules."""
    return [one.by_hand for one in requirements().values() if one.by_hand]


def _row(row: Mapping[str, Any]) -> Requirement:
    try:
        by_hand = row.get("by_hand")
        made = Requirement(
            **{key: row[key] for key in ("id", "rule", "proof", "met")},
            sources=tuple(row["sources"]),
            by_hand=HandCheck(row["id"], by_hand["what"], by_hand["how"]) if by_hand else None,
            later=row.get("later", ""),
        )
    except KeyError as missing:
        raise ValueError(f"{row.get('id', row)} has no {missing}.") from missing
    if not made.proof or set(made.proof) - set(PROOFS):
        raise ValueError(f"{made.id} is proved by {made.proof!r}, which is not of {list(PROOFS)}.")
    if "H" in made.proof and not (made.by_hand or made.later):
        raise ValueError(f"{made.id} is proved by hand and does not say how.")
    return made
