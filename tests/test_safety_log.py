"""The hazard log names tests that exist, and every hazard has a control and what is left of it."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
LOG = (TESTS.parent / "docs" / "safety.md").read_text()
SEVERITIES = ("Minor", "Significant", "Considerable", "Major", "Catastrophic")
LIKELIHOODS = ("very low", "low", "medium", "high", "very high")


def hazards() -> dict[str, str]:
    parts = re.split(r"^### (H\d+ .*)$", LOG, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_test_that_the_hazard_log_names_exists():
    there = {
        name
        for file in TESTS.rglob("test_*.py")
        for name in re.findall(r"^ *(?:async )?def (test_\w+)", file.read_text(), re.MULTILINE)
    }
    named = set(re.findall(r"`(test_\w+)`", LOG))
    assert len(named) > 20
    assert named - there == set()


def test_every_hazard_is_rated_controlled_tested_and_says_what_is_left():
    assert len(hazards()) >= 10
    for title, text in hazards().items():
        assert text.strip().startswith(SEVERITIES), title
        assert re.search(r"^- ", text, re.MULTILINE), title
        assert re.search(r"^Tests: `test_", text, re.MULTILINE), title
        left = re.search(r"^Left: ([a-z ]+)", text, re.MULTILINE)
        assert left is not None, title
        assert left[1].startswith(LIKELIHOODS), title
