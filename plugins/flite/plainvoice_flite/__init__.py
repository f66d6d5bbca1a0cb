"""CMU Flite as an engine of Plainvoice, through its command: Debian's package ``flite``.

English, voices compiled in (slt, rms, awb, kal). It takes letters only, and tells no word times.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
import wave
from collections.abc import Mapping
from typing import Any

from content.speech.engines import EngineError, Speak, Utterance, refuse_options

NATURAL = {"awb": 153, "kal": 163, "kal16": 165, "rms": 138, "slt": 149}
"""Words a minute of each voice by itself, over the first 30 sentences that are shipped
(measured 2026-11-25)."""
RATE_LIMITS = (80, 300)
TIMEOUT = 25.0
"""Seconds for one sentence: less than the time after which its worker is given up."""
TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": " - ", "—": " - ", "…": "...", "\u00a0": " "}
)


class Flite:
    """The command ``flite``. The option ``command`` is its path, where it is not found by name."""

    words = False
    phonemes = False

    def __init__(self, options: Mapping[str, Any]) -> None:
        refuse_options(options, "command")
        command = shutil.which(str(options.get("command") or "flite"))
        if command is None:
            raise EngineError("The command flite was not found. Debian: apt-get install flite")
        self._command = command
        # Whose exit status is 1.
        told = self._run("--version", check=False).decode(errors="replace")
        self.version = next(
            (
                line.partition("version:")[2].strip()
                for line in told.splitlines()
                if "version:" in line
            ),
            "flite of an unknown version",
        )

    def open(self, voice: str, rate: int) -> Speak:
        """Return how to speak with a voice that is compiled in, by stretching its own rate."""
        low, high = RATE_LIMITS
        if not low <= rate <= high:
            raise EngineError(f"The rate {rate} is not between {low} and {high} words a minute.")
        # Of a voice that it has not, flite says nothing and takes another.
        there = self._run("-lv").decode(errors="replace").partition(":")[2].split()
        if voice not in there or voice not in NATURAL:
            names = ", ".join(sorted(set(there) & set(NATURAL))) or "none"
            raise EngineError(f"There is no voice {voice!r}. There are: {names}.")
        stretch = f"duration_stretch={NATURAL[voice] / rate:.4f}"

        def speak(text: str) -> Utterance:
            said = in_ascii(text)
            return _heard(
                self._run("-voice", voice, "--setf", stretch, "-t", said, "-o", "/dev/stdout")
            )

        return speak

    def _run(self, *arguments: str, check: bool = True) -> bytes:
        done = subprocess.run(
            [self._command, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            check=check,
        )
        return done.stdout


def in_ascii(text: str) -> str:
    """Return a text as flite can read it; raise :class:`ValueError` for what it would leave out."""
    text = unicodedata.normalize("NFKD", text.translate(TYPOGRAPHY))
    text = "".join(one for one in text if not unicodedata.combining(one))
    if strange := sorted({one for one in text if not " " <= one <= "~" and one != "\n"}):
        raise ValueError(f"flite cannot say {' '.join(strange)}")
    return text


def _heard(wav: bytes) -> Utterance:
    """Return a WAV as an utterance; raise where its length is not what its head says."""
    with wave.open(io.BytesIO(wav)) as file:
        if file.getsampwidth() != 2 or file.getnchannels() != 1:
            raise RuntimeError("flite gave what is not 16-bit mono sound")
        frames = file.readframes(file.getnframes())
        if len(frames) != 2 * file.getnframes():
            raise RuntimeError("flite broke off")
        return Utterance(file.getframerate(), bytearray(frames))
