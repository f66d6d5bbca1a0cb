"""What the specification asks of the documents."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[3] / "docs"


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_installation_guide_states_the_viewing_distance_TXT_3() -> None:
    for name in ("operating.md", "installers-list.md"):
        assert re.search(
            r"viewing distance.{0,80}570 mm|570 mm.{0,80}viewing distance", text(name), re.S
        )


def test_the_installation_guide_tells_of_reach_sight_and_floor_DOC_1() -> None:
    lines = dict(re.findall(r"^\| (RCH-\d) \| (.*) \|$", text("installers-list.md"), re.M))
    for rule, figures in {
        "RCH-1": ("380", "1220", "800 to 1100"),
        "RCH-2": ("1015",),
        "RCH-3": ("760 by 1220", "685", "635"),
    }.items():
        for figure in figures:
            assert figure in lines[rule], rule
    assert "installers-list.md" in text("operating.md")
