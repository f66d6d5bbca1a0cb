"""A table for each language: what is written, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.speech.spoken_form import spoken_form

TABLES = Path(__file__).parent / "tables"


def rows(path: Path) -> list[tuple[str, str]]:
    """Return a table's rows. A line that begins with two number signs is a heading."""
    found = []
    for line in path.read_text().splitlines():
        if line and not line.startswith("## "):
            written, said = line.split("\t")
            found.append((written, said))
    return found


EVERY = [
    pytest.param(path.stem, written, said, id=f"{path.stem}: {written}")
    for path in sorted(TABLES.glob("*.tsv"))
    for written, said in rows(path)
]


@pytest.mark.parametrize(("language", "written", "said"), EVERY)
def test_a_written_form_is_said_as_its_table_says(language: str, written: str, said: str) -> None:
    form = spoken_form(written, language)
    assert [(one.text, one.reason) for one in form.unresolved] == []
    assert form.text == said


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_table_has_no_form_twice_and_enough_of_them(path: Path) -> None:
    written = [one for one, _ in rows(path)]
    assert len(written) == len(set(written))
    assert len(written) >= 200
