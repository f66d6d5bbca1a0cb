"""Set the tests up and run everything that says whether Plainvoice is right."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from debian import CHROMIUM, ENGINES, have
from installation import ROOT, VENV, main_with_errors, say, set_up, start, wait

BIN = VENV / "bin"
RESULTS = ROOT / "data" / "conformance.json"
"""How the tests of accessibility rules went, for ``manage.py conformance``."""
ALSA = {"aplay": "alsa-utils"}
"""Plays into a device that is a file: no sound card is needed."""


def main() -> int:
    """Set up, run, and return 0 when all of it passed."""
    arguments = sys.argv[1:]
    full = "--full" in arguments
    arguments = [argument for argument in arguments if argument != "--full"]
    set_up("tests/requirements.txt")
    environment = {
        name: value
        for name, value in os.environ.items()
        # What somebody serves with is not what is tested.
        if name not in ("DJANGO_SETTINGS_MODULE", "PYTHONPATH", "PORT")
        and not name.startswith("PLAINVOICE_")
    }
    if arguments:
        if any("journeys" in argument for argument in arguments):
            have(CHROMIUM, "The journeys need the browser")
        if any("speech" in argument for argument in arguments):
            have(ENGINES, "The tests of the voice need")
        chosen = [] if full or "-m" in arguments else ["-m", "not full"]
        if any("aloud" in argument for argument in arguments):
            have_a_player()
        os.chdir(ROOT)
        # Becomes pytest, so that its debugger has the terminal.
        python = str(BIN / "python")
        os.execve(python, [python, "-m", "pytest", *chosen, *arguments], environment)
    have(CHROMIUM, "The journeys need the browser")
    have(ENGINES, "The tests of the voice need")
    return run_all(full, environment)


def run_all(full: bool, environment: Mapping[str, str]) -> int:
    """Run every step, also after one that failed, and return 1 when any did."""
    have_a_player()
    chosen = [] if full else ["-m", "not full"]
    pytest: list[str | Path] = [BIN / "python", "-m", "pytest", "-q", *chosen]
    # A file stays with one process: its tests share what they set up.
    pytest += ["-n", "auto", "--dist", "loadfile"]
    # Both runs of this time add to it, and nothing of an earlier one stays.
    RESULTS.unlink(missing_ok=True)
    pytest += [f"--conformance={RESULTS}"]
    processes = (os.cpu_count() or 2) * 3 // 2
    # In the order that tests/journeys/conftest.py gives them: what takes long begins first.
    journeys = ["-n", str(processes), "--no-loadscope-reorder"]
    manage: list[str | Path] = [BIN / "python", "manage.py"]
    with tempfile.TemporaryDirectory(prefix="plainvoice-check-") as data:
        production = {
            **environment,
            "DJANGO_SETTINGS_MODULE": "kiosk.settings.production",
            "PLAINVOICE_DATA": data,
            "PLAINVOICE_HOSTS": "kiosk.example.org",
            "PLAINVOICE_SECRET_KEY": secrets.token_urlsafe(64),
        }
        strict = ["--deploy", "--fail-level", "WARNING"]
        steps: list[tuple[str, list[str | Path], Mapping[str, str]]] = [
            ("Style", [BIN / "ruff", "check"], environment),
            ("Format", [BIN / "ruff", "format", "--check"], environment),
            ("Types", [BIN / "mypy", "content", "kiosk", "script/lib"], environment),
            ("Migrations", [*manage, "makemigrations", "--check", "--dry-run"], production),
            ("Production settings", [*manage, "check", *strict], production),
            ("Tests", [*pytest, "--ignore", "tests/journeys"], environment),
            # A third process, since a journey waits most of its time: for speech, for a browser.
            ("Journeys", [*pytest, *journeys, "tests/journeys"], environment),
        ]
        if (ROOT / "templates").is_dir():
            steps.insert(3, ("Templates", [BIN / "djlint", "--lint", "templates"], environment))
        failed = []
        for name, command, where in steps:
            say(f"\n== {name}")
            began = time.monotonic()
            status = run(command, where)
            if status:
                failed.append(name)
            say(f"== {name}: {'failed' if status else 'passed'}, {time.monotonic() - began:.0f} s")
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.")
    return 1 if failed else 0


def have_a_player() -> None:
    """Have the program that reading aloud is tested with; elsewhere those tests are skipped."""
    if sys.platform == "linux":
        have(ALSA, "Reading aloud is tested with the player")


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> int:
    """Run a command that prints for the person, and return its exit status."""
    return wait(start(command, environment))


if __name__ == "__main__":
    main_with_errors(main)
