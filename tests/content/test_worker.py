"""The worker: a real process over a real database, killed at any moment."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUBMIT = """
from content.actions import CreateArticle, SubmitRevision
from content.roles import Role, give_role
from django.contrib.auth import get_user_model
user, made = get_user_model().objects.get_or_create(username="author")
give_role(user, Role.AUTHOR)
for number in range({count}):
    # In syllables, since "111" might be a number to call.
    name = "".join("ba be bi bo bu da de di do du".split()[int(one)] for one in str(number))
    SubmitRevision(CreateArticle(actor=user, title=f"Leaflet {{name}}",
        body=f"Sentence {{number}} of many. " * 3 + "It ends.").execute(), actor=user).execute()
"""


class Place:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.environment = {
            **os.environ,
            "PLAINVOICE_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "kiosk.settings.development",
        }

    def manage(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def worker(self, *options: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "manage.py", "worker", "--interval", "0.1", *options],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def states(self) -> dict[str, int]:
        with sqlite3.connect(self.data / "plainvoice.sqlite3", timeout=20) as base:
            found = dict(
                base.execute("SELECT state, COUNT(*) FROM content_revision GROUP BY state")
            )
        base.close()
        return found

    def wait_for(self, **wanted: int) -> None:
        deadline = time.monotonic() + 90
        while self.states() != wanted:
            assert time.monotonic() < deadline, self.states()
            time.sleep(0.05)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path / "data")
    place.manage("migrate", "--verbosity", "0")
    yield place


def end(worker: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> int:
    worker.send_signal(how)
    return worker.wait(30)


def test_the_worker_voices_what_is_submitted_and_ends_when_asked(place: Place) -> None:
    worker = place.worker()
    try:
        place.manage("shell", "--no-imports", "-c", SUBMIT.format(count=2))
        place.wait_for(in_review=2)
        assert end(worker) == 0
    finally:
        if worker.poll() is None:
            end(worker, signal.SIGKILL)


def kill_in_the_middle(place: Place, count: int, kills: int, pause: float) -> None:
    place.manage("shell", "--no-imports", "-c", SUBMIT.format(count=count))
    for number in range(kills):
        worker = place.worker()
        time.sleep(0.5 + (number * pause) % 1.3)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    worker = place.worker()
    try:
        place.wait_for(in_review=count)
    finally:
        end(worker)
    place.manage("collectstatic", "--noinput", "--verbosity", "0")
    said = place.manage("reconcile")
    assert "Restore it from a backup" not in said


def test_what_a_killed_worker_left_is_finished_by_the_next(place: Place) -> None:
    kill_in_the_middle(place, count=4, kills=3, pause=0.4)


@pytest.mark.full
def test_hundreds_of_kills_lose_nothing(place: Place) -> None:
    kill_in_the_middle(place, count=120, kills=100, pause=0.137)


SCHEDULE = """
from datetime import timedelta
from django.utils import timezone
from content.actions import ApproveRevision
from tests import factories
revision = factories.in_review()
ApproveRevision(revision, actor=factories.staff("reviewer"),
    text_digest=revision.rendition.text_digest, speech_digest=revision.rendition.speech_digest,
    publish_at=timezone.now() + timedelta(seconds=8)).execute()
"""


@pytest.mark.full
def test_the_worker_publishes_at_its_time_what_was_approved_for_it(place: Place) -> None:
    place.manage("collectstatic", "--noinput", "--verbosity", "0")
    place.manage("shell", "--no-imports", "-c", SCHEDULE)

    def public() -> int:
        with sqlite3.connect(place.data / "plainvoice.sqlite3", timeout=20) as base:
            (count,) = base.execute(
                "SELECT COUNT(public_rendition_id) FROM content_article WHERE kind = 'article'"
            ).fetchone()
        base.close()
        return int(count)

    assert public() == 0
    worker = place.worker("--reconcile-every", "1")
    try:
        deadline = time.monotonic() + 90
        page = place.data / "publication" / "a" / "sleep-and-rest" / "index.html"
        while not (public() and page.exists()):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert end(worker) == 0
    finally:
        if worker.poll() is None:
            end(worker, signal.SIGKILL)
