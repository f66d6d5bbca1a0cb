"""Set up what is measured, and measure it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from debian import CHROMIUM, have
from installation import PYTHON, ROOT, CannotGoOn, main_with_errors, say, set_up, start, wait

NODE = {"node": "nodejs", "npm": "npm"}
NEEDS = {
    "voicing": {"espeak-ng": "espeak-ng", "opusenc": "opus-tools"},
    "serving": {"wrk": "wrk"},
    "screen": CHROMIUM,
    "kiosk": CHROMIUM,
    "visits": CHROMIUM,
    "lighthouse": CHROMIUM | NODE,
}
LIGHTHOUSE = "12.8.2"
TOOLS = ROOT / "data" / "tools"
VISITS = "--visits="


def main() -> int:
    """Set up, measure what the arguments name, and return 1 when a target was missed."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PLAINVOICE_")
    }
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    chosen = []
    for argument in sys.argv[1:]:
        if argument.startswith(VISITS) and argument.removeprefix(VISITS).isdecimal():
            environment["VISITS"] = argument.removeprefix(VISITS)
        elif argument in NEEDS:
            chosen.append(argument)
        else:
            raise CannotGoOn(
                f"There is no measurement {argument!r}: script/bench [--visits=N] {' '.join(NEEDS)}"
            )
    chosen = chosen or list(NEEDS)
    set_up("tests/requirements.txt")
    for name in chosen:
        have(NEEDS[name], "The measurements need")
    if "lighthouse" in chosen:
        environment["LIGHTHOUSE"] = str(lighthouse())
    return wait(start([PYTHON, "-m", "tests.benchmarks", *chosen], environment))


def lighthouse() -> Path:
    """Return the program, installed by npm where it is not: it is no package of Python's."""
    folder = TOOLS / f"lighthouse-{LIGHTHOUSE}"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.is_file():
        say(f"Installing Lighthouse {LIGHTHOUSE} ...")
        folder.mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm") or "npm"
        quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
        install: list[str | Path] = [
            npm,
            "install",
            *quiet,
            "--prefix",
            folder,
            f"lighthouse@{LIGHTHOUSE}",
        ]
        if wait(start(install)) or not program.is_file():
            raise CannotGoOn(
                "Lighthouse could not be installed (above: what npm said). Its measurement needs "
                "the network once; the others do not: script/bench screen kiosk visits"
            )
    return program


if __name__ == "__main__":
    main_with_errors(main)
