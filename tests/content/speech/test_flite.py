"""A second real engine, found through a real entry point: CMU Flite with the voice slt."""

from __future__ import annotations

import io
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from content.speech.engine import (
    Engine,
    EngineUnavailable,
    SpeechError,
    Voice,
    engine_version,
    probe,
    voice_for,
)
from content.speech.engines import BUILT_IN, EngineError, opener
from content.speech.spoken_form import spoken_form
from content.speech.words import words_of, written_words

PLUGIN = Path(__file__).resolve().parents[3] / "plugins" / "flite"
FLITE = Voice(name="slt", language="en", rate=125, gain=1.0, engine="flite", words="none")
TEXT = "Ask your doctor before you change anything."


def install(folder: Path, monkeypatch, group: dict[str, str], name: str = "plainvoice-flite"):
    """Make a distribution of entry points only, and let this process and its workers find it."""
    info = folder / f"{name.replace('-', '_')}-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
    lines = [f"{left} = {right}" for left, right in group.items()]
    (info / "entry_points.txt").write_text("\n".join(["[plainvoice.engines]", *lines, ""]))
    paths = [str(folder), str(PLUGIN)]
    monkeypatch.setenv("PYTHONPATH", ":".join(paths))
    for path in paths:
        monkeypatch.syspath_prepend(path)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch) -> None:
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text())["project"]
    install(tmp_path, monkeypatch, project["entry-points"]["plainvoice.engines"])


def form(text: str):
    return spoken_form(text, "en")


def test_an_engine_that_is_not_installed_is_not_there() -> None:
    with pytest.raises(EngineUnavailable, match="no engine 'flite'"):
        probe(FLITE)


def test_an_installed_engine_speaks_in_the_worker_with_its_own_voice(installed) -> None:
    with Engine(FLITE, workers=1) as engine:
        sounds = list(engine.speak_all([form(TEXT), form("Stop!"), form(TEXT)]))
    assert [sound.words for sound in sounds] == [[], [], []]
    assert sounds[0].duration_ms == sounds[2].duration_ms > 1500 > sounds[1].duration_ms
    samples, rate = soundfile.read(io.BytesIO(sounds[0].opus))
    assert np.flatnonzero(np.abs(samples) > 0.01)[0] < rate * 0.1
    assert np.abs(samples).max() < 1
    assert engine_version(FLITE).startswith("flite-2")


def test_a_slower_rate_is_slower(installed) -> None:
    lasts = []
    for rate in (100, 200):
        with Engine(replace(FLITE, rate=rate), workers=1) as engine:
            lasts.append(engine.speak(form(TEXT)).duration_ms)
    assert 1.7 < lasts[0] / lasts[1] < 2.2


def test_its_word_times_are_found_in_the_sound(installed) -> None:
    aligned = replace(FLITE, words="aligned")
    text = "Ask your doctor, or call 988, before you stop."
    with Engine(aligned, workers=1) as engine:
        sound = engine.speak(form(text))
    timed = written_words(form(text), sound.words)
    assert [(offset, length) for _, _, offset, length in timed] == words_of(text)
    starts = [start for start, _, _, _ in timed]
    assert starts == sorted(set(starts))
    assert starts[0] < 100 and starts[-1] > sound.duration_ms * 0.7
    # The pause at the comma is before "or" and lights nothing for long.
    assert all(50 < end - start < 2500 for start, end, _, _ in timed)
    assert "aligned by pocketsphinx" in engine_version(aligned)


def test_only_english_can_be_aligned() -> None:
    with pytest.raises(EngineUnavailable, match="'es' cannot be aligned"):
        probe(replace(voice_for("es"), words="aligned"))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": "anna"}, "no voice 'anna'. There are: .*slt"),
        ({"rate": 301}, "rate 301 is not between"),
        ({"options": (("command", "/no/flite"),)}, "apt-get install flite"),
        ({"words": "engine"}, "tells no word times"),
    ],
)
def test_what_it_cannot_do_is_said_before_it_speaks(installed, changed: dict, why: str) -> None:
    with pytest.raises(EngineUnavailable, match=why):
        probe(replace(FLITE, **changed))


def test_what_it_would_leave_out_in_silence_is_refused_and_typography_is_not(installed) -> None:
    with Engine(FLITE, workers=1) as engine:
        assert engine.speak(form("It’s a “café” – for you.")).duration_ms > 1000
        with pytest.raises(SpeechError, match="flite cannot say æ"):
            engine.speak(form("An encyclopædia of health."))


def test_two_packages_cannot_have_one_name_and_none_takes_ours(tmp_path: Path, monkeypatch) -> None:
    install(tmp_path, monkeypatch, {"flite": "plainvoice_flite:Flite", "espeak-ng": "nowhere:it"})
    other = tmp_path / "other"
    other.mkdir()
    install(
        other, monkeypatch, {"flite": "elsewhere:Flite", "broken": "no_such_module:it"}, "other"
    )
    with pytest.raises(EngineError, match="Several installed packages"):
        opener("flite")
    with pytest.raises(EngineError, match=r"'broken' cannot be loaded.*no_such_module"):
        opener("broken")
    assert opener("espeak-ng").__module__ in BUILT_IN["espeak-ng"]


@pytest.mark.full
def test_it_installs_with_pip_and_is_found(tmp_path: Path, monkeypatch) -> None:
    # A copy, since a build leaves files beside its sources.
    import shutil
    import subprocess

    source = tmp_path / "source"
    shutil.copytree(PLUGIN, source)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps"]
    subprocess.run([*pip, "--target", str(tmp_path / "site"), str(source)], check=True)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    assert probe(FLITE).startswith("flite-2")
