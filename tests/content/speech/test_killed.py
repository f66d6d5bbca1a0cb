"""Many processes voice the same sentences while they and their workers are killed at random."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import wave
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from content.speech.engine import Engine, voice_for
from content.speech.join import OPUS_RATE, read_opus
from content.speech.spoken_form import spoken_form

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = {**os.environ, "DJANGO_SETTINGS_MODULE": "kiosk.settings.test"}
SENTENCES = [
    f"{first} {last}"
    for first in ("Ask your doctor", "Tell your nurse", "Call your pharmacist", "Write it down")
    for last in (
        "before you change anything.",
        "when you feel sleepy.",
        "if it does not help within 2 weeks.",
        "about 0.5 mg tablets, and about all that you take besides.",
        "at once.",
    )
]
APPROVED = 3
"""How many of the sentences are in the store from the beginning."""
NOTICE_MS = 60
"""How much two renderings of a sentence differ at most; a lost word takes longer."""

# Voices one batch after another into the real store and says which it has done.
VOICER = """
import json, sys
import django
django.setup()
from django.db import connection
from content.models import Clip
from content.speech import clips
from content.speech.engine import EngineUnavailable, SpeechError
from content.speech.spoken_form import spoken_form
from content.voices import voice_for

if "--new" in sys.argv:
    with connection.schema_editor() as editor:
        editor.create_model(Clip)
for number, texts in json.loads(sys.argv[1]):
    try:
        clips.voiced([spoken_form(text, "en") for text in texts], voice_for("en"))
    except (SpeechError, EngineUnavailable):
        continue
    print(number, flush=True)
"""


@dataclass
class Voicers:
    """Processes that voice, and what became of them."""

    data: Path
    processes: int
    left: dict[int, list[str]]
    killed_workers: int = 0
    killed_voicers: int = 0
    running: list[tuple[subprocess.Popen[str], Path]] = field(default_factory=list)

    def start(self, batches: list[tuple[int, list[str]]], *more: str) -> subprocess.Popen[str]:
        said = self.data / f"said-{time.monotonic_ns()}"
        with said.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-c", VOICER, json.dumps(batches), *more],
                cwd=ROOT,
                stdout=out,
                env={**ENVIRONMENT, "PLAINVOICE_DATA": str(self.data)},
                text=True,
            )
        self.running.append((process, said))
        return process

    def collect(self) -> None:
        """Take note of what the ended ones have done."""
        for process, said in list(self.running):
            if process.poll() is not None:
                self.running.remove((process, said))
                assert process.returncode in (0, -signal.SIGKILL)
                for line in said.read_text().split("\n")[:-1]:
                    self.left.pop(int(line), None)

    def run(self, chance: random.Random, kills: int) -> None:
        """Voice all that is left, killing at random as often as told; then without."""
        deadline = time.monotonic() + 600
        while self.left or self.running:
            assert time.monotonic() < deadline
            self.collect()
            if not self.running and self.left:
                waiting = sorted(self.left.items())
                chance.shuffle(waiting)
                shares = [waiting[n :: self.processes] for n in range(self.processes)]
                for share in filter(None, shares):
                    self.start(share)
            time.sleep(chance.uniform(0.01, 0.1))
            if self.killed_workers + self.killed_voicers < kills:
                self.kill(chance)

    def kill(self, chance: random.Random) -> None:
        """Kill a worker of ours, or more seldom whoever uses it."""
        voicers = [process.pid for process, _ in self.running if process.poll() is None]
        workers = [worker for voicer in voicers for worker in children(voicer)]
        if workers and (self.killed_workers < 4 * self.killed_voicers + 4 or not voicers):
            self.killed_workers += end(chance.choice(workers))
        elif workers:
            self.killed_voicers += end(chance.choice(voicers))


def children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:
            continue
    return found


def end(pid: int) -> int:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return 0
    return 1


def stored(data: Path) -> dict[Path, tuple[bytes, int]]:
    """Return every file of the store with its bytes and the time of its last change."""
    return {
        file: (file.read_bytes(), file.stat().st_mtime_ns) for file in (data / "clips").glob("*/*")
    }


def check(data: Path, sentences: list[str], killed_voicers: int) -> None:
    with sqlite3.connect(data / "plainvoice.sqlite3") as connection:
        rows = connection.execute(
            "SELECT key, recipe, digest, wav_digest, duration_ms, words FROM content_clip"
        ).fetchall()
    connection.close()
    spoken = [json.loads(row[1])["spoken"] for row in rows]
    assert sorted(spoken) == sorted({spoken_form(text, "en").text for text in sentences})
    forms = [spoken_form(text, "en") for text in sentences]
    with Engine(voice_for("en")) as engine:
        right = dict(zip([one.text for one in forms], engine.speak_all(forms), strict=True))
    named = set()
    for (_, _, digest, wav_digest, duration_ms, words), text in zip(rows, spoken, strict=True):
        opus = data / "clips" / digest[:2] / f"{digest}.opus"
        wav = data / "clips" / wav_digest[:2] / f"{wav_digest}.wav"
        named |= {opus, wav}
        assert hashlib.sha256(opus.read_bytes()).hexdigest() == digest
        assert hashlib.sha256(wav.read_bytes()).hexdigest() == wav_digest
        clip = read_opus(opus.read_bytes())
        lasts = (clip.samples - clip.pre_skip) * 1000 / OPUS_RATE
        with wave.open(str(wav)) as file:
            assert file.getnframes() * 1000 // file.getframerate() == duration_ms
            assert len(file.readframes(file.getnframes())) == 2 * file.getnframes()
        assert abs(lasts - duration_ms) < NOTICE_MS
        assert abs(right[text].duration_ms - duration_ms) < NOTICE_MS
        assert [word[2:] for word in json.loads(words)] == [
            [offset, length] for _, _, offset, length in right[text].words
        ]
    # A process that dies between its bytes and their row leaves those bytes, and no more.
    assert len(stored(data).keys() - named) <= 2 * killed_voicers


def voice_while_killing(
    data: Path, *, sentences: list[str], voicings: int, processes: int, kills: int
) -> Voicers:
    chance = random.Random()
    first = Voicers(data, 1, {0: sentences[:APPROVED]})
    first.start([(0, sentences[:APPROVED])], "--new").wait(timeout=60)
    first.collect()
    assert not first.left
    approved = stored(data)
    assert len(approved) == 2 * APPROVED
    # Every sentence is in some voicing, and most are in several.
    batches = {
        number: [sentences[number % len(sentences)], *chance.sample(sentences, 2)]
        for number in range(voicings)
    }
    batches[0] = sentences
    voicers = Voicers(data, processes, batches)
    try:
        voicers.run(chance, kills)
    finally:
        for process, _ in voicers.running:
            process.kill()
            process.wait()
    check(data, sentences, voicers.killed_voicers)
    after = stored(data)
    assert {file: after.get(file) for file in approved} == approved
    return voicers


def test_a_dozen_voicings_with_processes_killed_are_right_and_stored_once(tmp_path: Path) -> None:
    voicers = voice_while_killing(
        tmp_path, sentences=SENTENCES[:6], voicings=12, processes=2, kills=4
    )
    assert voicers.killed_workers > 1


@pytest.mark.full
def test_two_hundred_voicings_with_processes_killed_are_right_and_stored_once(
    tmp_path: Path,
) -> None:
    voicers = voice_while_killing(
        tmp_path, sentences=SENTENCES, voicings=200, processes=10, kills=120
    )
    assert voicers.killed_workers > 50
    assert voicers.killed_voicers > 10
