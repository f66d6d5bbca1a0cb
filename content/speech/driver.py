"""A pyttsx3 driver that keeps each word's exact time.

pyttsx3's stock espeak driver drops the times it is given, writes nothing on the first
``save_to_file``, prints to standard output and joins its buffers quadratically. This one stands
behind the same driver interface, runs espeak-ng synchronously, and hands the sound out::

    engine = init()
    engine.connect("finished-rendering", lambda name, utterance: ...)
    engine.say("Hello.")
    engine.runAndWait()

``started-word`` carries ``location`` (0-based code point), ``length`` (of the word that stands
there, by our own count) and, beyond pyttsx3's own, ``time`` in seconds.
"""

from __future__ import annotations

import re
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pyttsx3
from pyttsx3.voice import Voice

from content.speech.engines import Utterance
from content.speech.espeak import RATE_LIMITS, Espeak, espeak

NAME = "plainvoice"
WORD = re.compile(r"\S+")


def init(library: Espeak | None = None) -> Any:
    """Return a pyttsx3 engine over this driver, with another espeak-ng than the wheel's if given.

    A process uses one of them: pyttsx3 keeps what it made under the driver's name.
    """
    library = library or espeak()
    module = ModuleType(f"pyttsx3.drivers.{NAME}")
    # The name is pyttsx3's: it calls this with its proxy.
    module.buildDriver = lambda proxy: Driver(proxy, library)  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
    return pyttsx3.init(NAME)


class Driver:
    """espeak-ng as pyttsx3 expects a driver to be."""

    def __init__(self, proxy: Any, library: Espeak) -> None:
        self._proxy = proxy
        self._espeak = library
        self._voice = "en-us"
        self._rate = 125
        self._volume = 1.0
        self._looping = False
        self._ended = False
        self._stopped = False

    def destroy(self) -> None:
        """End: the library itself stays loaded for as long as the process lives."""

    def startLoop(self) -> None:
        """Run what is queued. Every command is done when it returns, so nothing is waited for.

        From its second ``runAndWait`` on, pyttsx3 works the queue off before it starts the loop,
        the command to end the loop included.
        """
        self._looping = not self._ended
        while self._looping:
            self._proxy.setBusy(False)
        self._ended = False

    def endLoop(self) -> None:
        """Leave the loop, or do not begin it."""
        self._looping = False
        self._ended = True

    def iterate(self) -> Iterator[None]:
        """Run what is queued, for a caller with a loop of its own."""
        self._proxy.setBusy(False)
        yield

    def stop(self) -> None:
        """Drop what has not been handed out yet."""
        self._stopped = True

    def say(self, text: str) -> None:
        """Speak into memory and hand the sound out as ``finished-rendering``."""
        self._notifying(text, None)

    def save_to_file(self, text: str, filename: str) -> None:
        """Speak into a WAV file; an error is raised to whoever listens to ``error``."""
        self._notifying(text, filename)

    def _notifying(self, text: str, filename: str | None) -> None:
        self._proxy.setBusy(True)
        self._stopped = False
        completed = False
        try:
            self._proxy.notify("started-utterance")
            utterance = self._speak(text)
            self._tell_words(text, utterance)
            if filename is not None:
                write_wav(filename, utterance)
            self._proxy.notify("finished-rendering", utterance=utterance)
            completed = not self._stopped
        finally:
            self._proxy.notify("finished-utterance", completed=completed)
            self._proxy.setBusy(False)

    def _speak(self, text: str) -> Utterance:
        self._espeak.set_voice(self._voice)
        self._espeak.set_rate(self._rate)
        self._espeak.set_volume(round(self._volume * 100))
        return self._espeak.speak(text)

    def _tell_words(self, text: str, utterance: Utterance) -> None:
        for sample, offset in utterance.words:
            found = WORD.match(text, offset)
            self._proxy.notify(
                "started-word",
                location=offset,
                length=len(found.group()) if found else 0,
                time=sample / utterance.sample_rate,
            )

    def getProperty(self, name: str) -> Any:
        """Return a property; raise :class:`KeyError` for one that there is not."""
        if name == "voices":
            return [
                Voice(identifier, name=name, languages=languages)
                for identifier, name, languages in self._espeak.voices()
            ]
        return {"voice": self._voice, "rate": self._rate, "volume": self._volume}[name]

    def setProperty(self, name: str, value: Any) -> None:
        """Set a property. An unknown voice raises, where the stock driver says nothing."""
        if name == "voice":
            self._espeak.set_voice(str(value))
            self._voice = str(value)
        elif name == "rate":
            low, high = RATE_LIMITS
            self._rate = min(max(int(value), low), high)
        elif name == "volume":
            self._volume = min(max(float(value), 0.0), 1.0)
        else:
            raise KeyError(f"unknown property {name}")


def write_wav(filename: str, utterance: Utterance) -> None:
    """Write an utterance as 16-bit mono WAV."""
    with Path(filename).open("wb") as file, wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(utterance.sample_rate)
        wav.writeframes(bytes(utterance.pcm))
