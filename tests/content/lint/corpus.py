"""The sentences that say how good the checks are: what must be found, and what must be left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from content.lint import Finding, check
from content.reading import read

FOLDER = Path(__file__).parent / "sentences"
TODAY = date(2026, 11, 27)
AREAS = sorted(path.stem for path in FOLDER.glob("*.tsv"))


def sentences(area: str) -> list[tuple[str, str]]:
    """Return what must be found ("ok": nothing of the area) with each sentence of an area."""
    lines = (FOLDER / f"{area}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t", 1)) for line in lines if line]  # type: ignore[misc]


def findings(area: str, sentence: str) -> list[Finding]:
    """Return what the checks of an area say of a sentence in a text that has nothing else to tell."""
    concern, language = area.split(".")
    title, heading = {"en": ("Health", "Sources"), "es": ("Salud", "Fuentes")}[language]
    body = f"Words.\n\n## {heading}\n\n- {sentence}\n" if concern == "links" else plain(sentence)
    reading = read(title, body, language).to_json()
    return [
        finding
        for finding in check(reading, language, kind="notice", today=TODAY)
        if finding.rule.startswith(concern)
    ]


def plain(sentence: str) -> str:
    """Return a sentence as Markdown that reads as the same characters."""
    return "".join(
        f"\\{character}" if character in "<>*_&[]" else character for character in sentence
    )


def measured(area: str) -> tuple[int, int, int, int]:
    """Return how many sentences were left alone of how many that must be, and found of how many."""
    alone = right = found = wrong = 0
    for rule, sentence in sentences(area):
        rules = {finding.rule for finding in findings(area, sentence)}
        if rule == "ok":
            right += 1
            alone += not rules
        else:
            wrong += 1
            found += rule in rules
    return alone, right, found, wrong
