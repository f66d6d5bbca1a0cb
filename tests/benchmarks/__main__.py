"""Measure and print: ``python -m tests.benchmarks [--visits N] voicing serving screen``."""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module


def main() -> int:
    """Print every figure of what was asked for; return 1 when one missed its target."""
    missed = False
    with tempfile.TemporaryDirectory(prefix="plainvoice-bench-data-") as data:
        os.environ["PLAINVOICE_DATA"] = data
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
        for name in sys.argv[1:]:
            print(f"\n== {name}")
            for figure in import_module(f"tests.benchmarks.{name}").figures():
                print(figure)
                missed |= not figure.reached
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
