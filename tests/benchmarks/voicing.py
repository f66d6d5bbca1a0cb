"""Voicing the sample against ``espeak-ng -w``, stock pyttsx3 and the reference Opus encoder."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

import django

from tests.benchmarks.measuring import Figure, in_turn, ratios

STOCK = """
import os, sys, pyttsx3
engine = pyttsx3.init("espeak")
engine.setProperty("rate", 125)
# The one way to get a file every time: its runAndWait ends before the file is written.
engine.connect("finished-utterance", lambda name=None, completed=None: os._exit(0))
engine.save_to_file(open(sys.argv[1]).read(), sys.argv[2])
engine.startLoop()
"""
ROUNDS = 7
KBIT = 57
"""What our own clips have, for like with like."""


def figures() -> Iterator[Figure]:
    """Yield what is measured of the voice."""
    django.setup()
    from content.speech.engine import Engine, voice_for
    from content.speech.sound import SAMPLE_RATE

    forms = _forms()
    voice = voice_for("en")

    def ours(*, encode: bool, workers: int = 2) -> list[object]:
        # From a cold start, as a worker meets an article: processes and libraries included.
        with Engine(voice, workers=workers) as engine:
            return list(engine.speak_all(forms, encode=encode))

    with tempfile.TemporaryDirectory(prefix="plainvoice-bench-") as folder:
        text, raw = Path(folder, "text.txt"), Path(folder, "clips.wav")
        text.write_text("\n\n".join(form.engine_text for form in forms), encoding="utf-8")
        plain = Path(folder, "plain.txt")
        plain.write_text("\n\n".join(form.text for form in forms), encoding="utf-8")
        with wave.open(str(raw), "wb") as file:
            file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
            for sound in ours(encode=False):
                file.writeframes(sound.wav)
            seconds = file.getnframes() / SAMPLE_RATE
        print(f"The sample with its notices: {len(forms)} sentences, {seconds:.0f} s of speech.")

        def espeak() -> None:
            command = ["espeak-ng", "-v", voice.name, "-s", str(voice.rate)]
            _run([*command, "-f", str(text), "-w", f"{folder}/espeak.wav"])

        def stock() -> None:
            _run([sys.executable, "-c", STOCK, str(plain), f"{folder}/stock.wav"])

        def opusenc() -> None:
            _run(["opusenc", "--quiet", "--bitrate", str(KBIT), str(raw), f"{folder}/clips.opus"])

        voiced, command, other = in_turn(ROUNDS, lambda: ours(encode=False), espeak, stock)
        yield Figure(
            "voicing before encoding, times espeak-ng -w", ratios(voiced, command), "x", most=1.25
        )
        yield Figure(
            "stock pyttsx3, times voicing before encoding", ratios(other, voiced), "x", least=3
        )
        whole, reference = in_turn(3, lambda: ours(encode=True), opusenc)
        yield Figure(
            "voicing with encoding, times opusenc alone", ratios(whole, reference), "x", most=1.5
        )
        (alone,) = in_turn(2, lambda: ours(encode=True, workers=1))
        yield Figure(
            "voicing with encoding in one process, times real time",
            [seconds / taken for taken in alone],
            "x",
            least=25,
        )


def _forms() -> list[object]:
    """Return what is said of all that is shipped, sentence by sentence."""
    from content import starter
    from content.reading import read
    from content.speech.spoken_form import spoken_form

    found = []
    for shipped in (one for one in starter.TEXTS if one.language == "en"):
        draft = starter.draft_of(shipped)
        reading = read(draft.title, draft.body, shipped.language)
        found += [spoken_form(one.text, shipped.language) for one in reading.sentences()]
    return found


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
