"""How the tests of this folder start the scripts."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

Run = Callable[..., subprocess.CompletedProcess[str]]


def plain_environment(**more: str) -> dict[str, str]:
    """The environment of somebody who has just opened a terminal."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PLAINVOICE_", "DJANGO_", "PYTEST_")) and name != "PORT"
    }
    return {**kept, **more}
