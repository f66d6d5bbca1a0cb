"""The machine's loudspeaker, through whatever program that plays WAV files is installed."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE_S = 10.0
"""How much longer than its clip a player may take before it counts as stuck."""


class NoSound(Exception):
    """Nothing can be heard; the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Player:
    """A program that plays the WAV file named behind its arguments and ends when that is heard."""

    name: str
    arguments: tuple[str, ...] = ()
    platform: str = "linux"
    program: str = ""
    """What is started, where that is not the name."""

    def command(self) -> list[str] | None:
        """Return how it is started, or None where it is not installed."""
        found = shutil.which(self.program or self.name)
        return [found, *self.arguments] if found else None


PLAYERS = (
    Player("pw-play"),
    Player("paplay"),
    Player("aplay", ("--quiet",)),
    Player("ffplay", ("-nodisp", "-autoexit", "-loglevel", "error")),
    Player("play", ("-q",)),
    Player("afplay", platform="darwin"),
    Player(
        "winsound",
        (
            "-I",
            "-S",
            "-c",
            "import sys, winsound; winsound.PlaySound(sys.argv[1], winsound.SND_FILENAME)",
        ),
        platform="win32",
        program=sys.executable,
    ),
)
"""By what is preferred: PipeWire, PulseAudio, ALSA, FFmpeg, SoX; macOS; Windows."""


def commands(chosen: str | None = None, platform: str = sys.platform) -> list[list[str]]:
    """Return how sound may be played here, best first.

    ``chosen`` is a name of :data:`PLAYERS` or a command line to which the file's name is added.
    Raises :class:`NoSound` where there is none.
    """
    if chosen is not None:
        command = next((one.command() for one in PLAYERS if one.name == chosen), None)
        if command is None:
            words = shlex.split(chosen)
            found = shutil.which(words[0]) if words else None
            if found is None:
                raise NoSound(f"The player {chosen!r} is not installed here.")
            command = [found, *words[1:]]
        return [command]
    here = [one for one in PLAYERS if one.platform == platform]
    found_here = [command for one in here if (command := one.command())]
    if not found_here:
        names = ", ".join(one.name for one in here) or "none is known for this system"
        raise NoSound(
            f"No program that plays sound was found ({names}). Install one (on Debian: apt-get "
            "install alsa-utils), name one with --player, or write a file with --to."
        )
    return found_here


class Loudspeaker:
    """Plays one clip after the other. Use it as a context manager.

    Until a clip has been heard, each player of ``commands`` is tried in turn: an installed one may
    have no sound server or device to play on.
    """

    def __init__(self, commands: Sequence[Sequence[str]]) -> None:
        self._commands = [list(command) for command in commands]
        self._folder = tempfile.TemporaryDirectory(prefix="plainvoice-aloud-")
        self._heard = False

    def __enter__(self) -> Loudspeaker:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def play(
        self,
        wav: bytes,
        duration_ms: int,
        moments_ms: Sequence[int],
        reached: Callable[[int], None],
    ) -> None:
        """Play a clip to its end, calling ``reached(index)`` at each of its moments, in order.

        Raises :class:`NoSound` where it cannot be played. Whatever interrupts it, silence follows.
        """
        file = Path(self._folder.name) / "clip.wav"
        file.write_bytes(wav)
        problem = ""
        while self._commands:
            problem = self._try(self._commands[0], file, duration_ms, moments_ms, reached)
            if not problem:
                self._heard = True
                return
            if self._heard:
                break
            self._commands.pop(0)
        raise NoSound(
            f"No sound can be played here. {problem} Look at the loudspeaker and the sound "
            "settings, name another player with --player, or write a file with --to."
        )

    def _try(
        self,
        command: Sequence[str],
        file: Path,
        duration_ms: int,
        moments_ms: Sequence[int],
        reached: Callable[[int], None],
    ) -> str:
        """Play with one player; return what went wrong, or nothing."""
        name = Path(command[0]).name
        with tempfile.TemporaryFile() as errors:
            try:
                process = subprocess.Popen(
                    [*command, str(file)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                    **_apart(),
                )
            except OSError as error:
                return f"{name} does not start: {error.strerror}."
            began = time.monotonic()
            told = 0
            try:
                for moment in moments_ms:
                    if not _ends_by(process, began + moment / 1000):
                        reached(told)
                        told += 1
                if not _ends_by(process, began + duration_ms / 1000 + PATIENCE_S):
                    return f"{name} is stuck."
            finally:
                _end(process)
            if process.returncode:
                errors.seek(0)
                said = " ".join(errors.read().decode(errors="replace").split())
                return f"{name} says: {said or f'exit status {process.returncode}'}."
        # What is heard is heard whole: a player that keeps no time of its own was quicker.
        for index in range(told, len(moments_ms)):
            reached(index)
        return ""


def _apart() -> dict[str, Any]:
    """Return what keeps Ctrl-C in the terminal from the player: it is for us alone to end it."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _ends_by(process: subprocess.Popen[bytes], deadline: float) -> bool:
    try:
        process.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
