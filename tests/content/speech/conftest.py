"""What the tests of speech begin with."""

from __future__ import annotations

import pytest

from content.speech.rules import LANGUAGES
from content.speech.spoken_form import spoken_form


@pytest.fixture(scope="session", autouse=True)
def read_rules() -> None:
    """Read the rules of each language before a test is timed: it takes most of a second."""
    for language in LANGUAGES:
        spoken_form("", language)
