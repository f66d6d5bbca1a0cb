"""Set up what is measured, and measure it."""

from __future__ import annotations

import os
import sys

from debian import CHROMIUM, have
from installation import PYTHON, ROOT, CannotGoOn, main_with_errors, set_up, start, wait

NEEDS = {
    "voicing": {"espeak-ng": "espeak-ng", "opusenc": "opus-tools"},
    "serving": {"wrk": "wrk"},
    "screen": CHROMIUM,
}


def main() -> int:
    """Set up, measure what the arguments name, and return 1 when a target was missed."""
    chosen = sys.argv[1:] or list(NEEDS)
    if unknown := [name for name in chosen if name not in NEEDS]:
        raise CannotGoOn(f"There is no measurement {unknown[0]!r}: script/bench {' '.join(NEEDS)}")
    set_up("tests/requirements.txt")
    for name in chosen:
        have(NEEDS[name], "The measurements need")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PLAINVOICE_")
    }
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    return wait(start([PYTHON, "-m", "tests.benchmarks", *chosen], environment))


if __name__ == "__main__":
    main_with_errors(main)
