"""Two people at the same moment: one clear outcome each, and never two decisions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
Found = dict[str, list[dict[str, Any]]]


def tried(data: Path, rounds: int) -> Found:
    done = subprocess.run(
        [sys.executable, "-m", "tests.decisions.at_once", str(rounds)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "kiosk.settings.test",
            "PLAINVOICE_DATA": str(data),
        },
        text=True,
        check=True,
    )
    found: Found = defaultdict(list)
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            one = json.loads(line)
            found[one.pop("way")].append(one)
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return tried(tmp_path_factory.mktemp("at-once"), 1)


def hold(found: Found) -> None:
    for one in found["two_approve"]:
        assert one == {"found": ["done", "state"], "decisions": ["approve"]}
    for one in found["one_approves_one_returns"]:
        assert one["found"] == ["done", "state"]
        assert one["decisions"] == (["approve"] if one["public"] else ["return"])
    for one in found["two_save"]:
        assert one == {"found": ["done", "version"], "version": 2}
    for one in found["one_saves_one_submits"]:
        assert one["bound"] is True
        assert one["found"] in (["done", "state"], ["done", "version"])
    for one in found["a_double_click"]:
        assert one == {"found": ["302", "302"], "decisions": ["approve"]}
    for one in found["a_stale_form"]:
        assert one == {"found": ["409"], "decisions": []}
    for one in found["two_sign_off"]:
        assert one == {"found": ["done", "done"], "decisions": ["approve", "endorse"]}
    for one in found["two_withdraw"]:
        assert one == {"found": ["done", "state"], "decisions": ["approve", "withdraw"]}
    for one in found["all_off_while_one_approves"]:
        assert one["public"] == 0
        assert one["kept"] == one["approved"]
        assert one["found"] == sorted(
            ["done", "suspended", "done" if one["approved"] else "suspended"]
        )


def test_two_people_at_the_same_moment_get_one_clear_outcome_each(found):
    assert len(found) == 9
    hold(found)


@pytest.mark.full
def test_they_do_so_again_and_again(tmp_path):
    hold(tried(tmp_path, 30))
