"""pyttsx3's own drivers for macOS and Windows: they write a file, and tell no usable word times.

Not run by us on those systems: what is tested is this code over a driver that has the same
interface. What each driver does was read in pyttsx3 2.99 (2026-11-25).
"""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pyttsx3.engine import Engine

from content.speech.engines import EngineError, Speak, Utterance, refuse_options

REFUSED = {
    "espeak": (
        "it writes no file on the first save_to_file, loses the word times, ends a process with "
        "long text, and prints. Use the engine espeak-ng, or espeak-ng-system"
    ),
    "avspeech": "in pyttsx3 2.99 it has no save_to_file. Use nsss",
    "dummy": "it makes no sound",
    "plainvoice": "that one is ours. Use the engine espeak-ng",
}
"""Drivers that are not used, and why."""
RATE_LIMITS = (80, 400)
"""Words a minute: within what both systems take."""


class Stock:
    """A driver of pyttsx3 through ``save_to_file``. The option ``driver`` names it."""

    words = False
    phonemes = False

    def __init__(self, options: Mapping[str, Any]) -> None:
        refuse_options(options, "driver")
        driver = options.get("driver")
        if not driver:
            raise EngineError(
                'Name the driver of pyttsx3: "options": {"driver": "nsss"} on macOS, "sapi5" on '
                "Windows."
            )
        if why := REFUSED.get(driver):
            raise EngineError(f"The driver {driver!r} of pyttsx3 is not used: {why}.")
        self._driver = str(driver)
        try:
            self._fresh()
        except Exception as error:
            raise EngineError(
                f"The driver {driver!r} of pyttsx3 does not start here: "
                f"{type(error).__name__}: {error}"
            ) from error
        # The voices change with the system, which tells no version of theirs.
        self.version = f"pyttsx3 {version('pyttsx3')} {driver}, {platform.platform()}"

    def _fresh(self) -> Engine:
        """Return an engine that has not run yet: from its second run on, pyttsx3 works its queue
        off before its loop begins, which then has nothing left that would end it.
        """
        return Engine(self._driver)

    def open(self, voice: str, rate: int) -> Speak:
        """Return how to speak with a voice, named by the system's identifier or its name."""
        low, high = RATE_LIMITS
        if not low <= rate <= high:
            raise EngineError(f"The rate {rate} is not between {low} and {high} words a minute.")
        there = self._fresh().getProperty("voices")
        found = [one.id for one in there if voice in (one.id, one.name)]
        if not found:
            names = ", ".join(sorted(str(one.name) for one in there)) or "none"
            raise EngineError(f"There is no voice {voice!r}. There are: {names}.")

        def speak(text: str) -> Utterance:
            return self._save(text, found[0], rate)

        return speak

    def _save(self, text: str, voice: str, rate: int) -> Utterance:
        errors: list[Exception] = []
        engine = self._fresh()
        engine.connect("error", lambda exception, **_: errors.append(exception))
        with tempfile.TemporaryDirectory(prefix="plainvoice-") as folder:
            # macOS writes AIFF whatever the ending says; the bytes are asked, not the name.
            file = Path(folder, "said.wav")
            engine.setProperty("voice", voice)
            engine.setProperty("rate", rate)
            engine.save_to_file(text, str(file))
            engine.runAndWait()
            if errors:
                raise errors[0]
            if not file.is_file():
                raise RuntimeError("the driver wrote no file")
            return read_sound(file)


def read_sound(file: Path) -> Utterance:
    """Return a sound file as an utterance of its first channel, without word times."""
    import soundfile

    samples, rate = soundfile.read(str(file), dtype="int16", always_2d=True)
    if not len(samples):
        raise RuntimeError("nothing was said")
    return Utterance(int(rate), bytearray(samples[:, 0].astype("<i2").tobytes()))
