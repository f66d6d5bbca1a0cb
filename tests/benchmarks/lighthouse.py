"""Lighthouse's accessibility category on every public screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.browser import UPRIGHT
from tests.benchmarks.measuring import Figure
from tests.benchmarks.service import screens, served


def figures() -> Iterator[Figure]:
    """Yield the score of each screen; what lowers it is printed."""
    program = Path(os.environ["LIGHTHOUSE"])
    with served() as url:
        for address in screens(url):
            score, faults = score_of(program, url + address)
            for fault in faults:
                print(f"  {address}: {fault}")
            yield Figure(f"Lighthouse, accessibility of {address}", [score], least=100)


def score_of(program: Path, address: str) -> tuple[float, list[str]]:
    """Return the score, 0 to 100, and what lowers it. Raises ``RuntimeError`` where there is none."""
    done = subprocess.run(
        [
            *(program, address, "--only-categories=accessibility", "--output=json", "--quiet"),
            *("--form-factor=desktop", "--screenEmulation.mobile=false"),
            f"--screenEmulation.width={UPRIGHT['width']}",
            f"--screenEmulation.height={UPRIGHT['height']}",
            "--screenEmulation.deviceScaleFactor=1",
            # The screen that says that something is gone is a screen too.
            "--ignore-status-code",
            "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
        ],
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or "chromium"},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    try:
        said = json.loads(done.stdout)
        score = said["categories"]["accessibility"]["score"] * 100
    except (ValueError, KeyError, TypeError) as error:
        raise RuntimeError(f"Lighthouse gave no score for {address}:\n{done.stderr}") from error
    faults = [
        f"{name}: {one['title']}"
        for name, one in said["audits"].items()
        if one["score"] is not None and one["score"] < 1
    ]
    return round(score, 1), faults
