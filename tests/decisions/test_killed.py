"""Whoever decides is killed at a random moment: nothing is half public, and reconcile agrees."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261127


def worker(data: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.decisions.work", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "kiosk.settings.test",
            "PLAINVOICE_DATA": str(data),
        },
        text=True,
    )


def found_until_ready(process: subprocess.Popen[str]) -> list[str]:
    """Return what a worker found wrong when it began."""
    assert process.stdout is not None
    wrong = []
    for line in process.stdout:
        if line == "ready\n":
            return wrong
        wrong.append(line.strip())
    raise AssertionError(f"the worker ended before it was ready: {wrong}")


def killed(data: Path, times: int) -> Counter[str]:
    """Kill so many workers, each of which first looked at what the one before left behind."""
    chance = random.Random(SEED)
    done: Counter[str] = Counter()
    with worker(data, "prepare") as first:
        first.communicate()
    assert first.returncode == 0
    for number in range(times):
        process = worker(data, f"{SEED}-{number}")
        try:
            assert found_until_ready(process) == []
            time.sleep(chance.uniform(0.0, 1.0))
        finally:
            process.kill()
            said, _ = process.communicate()
        done.update(line.split()[1] for line in said.splitlines() if line.startswith("did"))
    with worker(data, "look") as last:
        assert found_until_ready(last) == []
    assert last.returncode == 0
    return done


def test_a_kill_leaves_nothing_half_public(tmp_path):
    killed(tmp_path, 3)


@pytest.mark.full
def test_two_hundred_kills_leave_nothing_half_public(tmp_path):
    done = killed(tmp_path, 200)
    for work in ("submit", "voice", "approve", "withdraw", "revise", "suspend"):
        assert done[work] > 20, done
