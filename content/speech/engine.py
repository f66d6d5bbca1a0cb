"""pyttsx3 in a worker process of its own: one sentence in, one clip out.

The worker can hang or die (espeak-ng is C, and shared state). Then it is replaced, and the
sentence tried again; a sentence that fails twice is named, and the ones after it still work.
"""

from __future__ import annotations

import hashlib
import json
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from content.speech import wire

if TYPE_CHECKING:
    from types import TracebackType

    from content.speech.sound import Sound
    from content.speech.spoken_form import SpokenForm

ROOT = Path(__file__).resolve().parent.parent.parent
WORKER = (sys.executable, "-m", "content.speech.worker")
TIMEOUT = 30.0
"""Seconds a sentence may take: a long one of 500 words takes under two on a slow machine."""
START_TIMEOUT = 60.0
WORKERS = min(2, os.cpu_count() or 1)
"""Processes an engine speaks with. More would leave nothing for the visitors of a small machine."""
SENTENCES_A_WORKER = 4
"""Fewer than this are not worth the start of another process."""
PIPELINE = 1
"""Raise this when the way from a spoken form to a clip changes, so that new clips are made."""


class SpeechError(Exception):
    """A sentence cannot be voiced; the message names it and says why."""


class EngineUnavailable(OSError):
    """The engine does not start at all: no sentence's fault, so what waits goes on waiting."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice and how it is used. ``rate`` is in words a minute, ``gain`` a plain factor.

    One gain a voice, measured once over long text, since loudness meters fail on short clips.
    """

    name: str
    language: str
    rate: int
    gain: float


VOICES = {
    # 125 words a minute: the default speed of VVSG 2.0 7.1-K (SPK-17). Over the 151 seconds of the
    # sample article the voice has -20.7 dBFS RMS and one highest peak of -1.1 dBFS (measured
    # 2026-11-24); the gain leaves room for what resampling adds to that peak.
    "en": Voice(name="en-us", language="en", rate=125, gain=0.95),
    # Spanish as it is spoken in America, without the "th" of Spain.
    "es": Voice(name="es-419", language="es", rate=125, gain=0.95),
}


def voice_for(language: str) -> Voice:
    """Return the voice of a language; raise :class:`SpeechError` where there is none."""
    try:
        return VOICES[language]
    except KeyError:
        raise SpeechError(f"There is no voice for the language {language!r}.") from None


def recipe(form: SpokenForm, voice: Voice) -> dict[str, Any]:
    """Return everything that decides how a spoken form sounds, JSON-able."""
    return {
        "pipeline": PIPELINE,
        "spoken": form.text,
        "engine_text": form.engine_text,
        "voice": asdict(voice),
        "espeak": version("espeakng-loader"),
        "encoder": f"soundfile {version('soundfile')}",
    }


def key_of(made_by: dict[str, Any]) -> str:
    """Return the SHA-256 (hex) of a recipe in canonical JSON."""
    canonical = json.dumps(made_by, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class Engine:
    """A voice, ready to speak. Use it as a context manager; workers start when they are needed."""

    def __init__(
        self,
        voice: Voice,
        *,
        timeout: float = TIMEOUT,
        command: Sequence[str] = WORKER,
        workers: int = WORKERS,
    ) -> None:
        self.voice = voice
        self._workers = [_Worker(voice, timeout, command) for _ in range(max(1, workers))]

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """The process ids of the workers that run now."""
        return [worker.pid for worker in self._workers if worker.pid is not None]

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.close()

    def speak(self, form: SpokenForm) -> Sound:
        """Return a sentence as sound, or raise :class:`SpeechError` that names it."""
        return self._workers[0].speak(form)

    def phonemes(self, texts: Sequence[str]) -> list[str]:
        """Return what the engine makes of each text, in its own phonemes; none is spoken.

        ``[[...]]`` in a text is read as phonemes. Raises :class:`SpeechError`.
        """
        return self._workers[0].phonemes(texts)

    def speak_all(self, forms: Iterable[SpokenForm], *, encode: bool = True) -> Iterator[Sound]:
        """Yield the sound of each form, in order; a few are done ahead, never all, to spare memory.

        With ``encode`` off: see :func:`content.speech.sound.finish`.
        """
        forms = list(forms)
        workers = self._workers[: max(1, len(forms) // SENTENCES_A_WORKER)]
        idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in workers:
            idle.put(worker)

        def by_whoever_is_idle(form: SpokenForm) -> Sound:
            worker = idle.get()
            try:
                return worker.speak(form, encode=encode)
            finally:
                idle.put(worker)

        with ThreadPoolExecutor(len(workers)) as pool:
            ahead: deque[Future[Sound]] = deque()
            try:
                for form in forms:
                    ahead.append(pool.submit(by_whoever_is_idle, form))
                    if len(ahead) > 4 * len(workers):
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            finally:
                for future in ahead:
                    future.cancel()


class _Worker:
    """One worker process, replaced when it hangs or dies. Used by one thread at a time."""

    def __init__(self, voice: Voice, timeout: float, command: Sequence[str]) -> None:
        self.voice = voice
        self._timeout = timeout
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process id, while there is a process."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """End the process."""
        if (process := self._process) is None:
            return
        self._process = None
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def speak(self, form: SpokenForm, *, encode: bool = True) -> Sound:
        """Return a sentence as sound."""
        from content.speech.sound import Sound

        header, body = self._ask_twice(
            form.written,
            {
                "text": form.engine_text,
                "voice": self.voice.name,
                "rate": self.voice.rate,
                "gain": self.voice.gain,
                "encode": encode,
                "words": form.engine_words,
            },
        )
        opus, wav = body[: header["opus"]], body[header["opus"] :]
        words = [(start, end, offset, length) for start, end, offset, length in header["words"]]
        return Sound(opus, wav, header["duration_ms"], words)

    def phonemes(self, texts: Sequence[str]) -> list[str]:
        """Return the phonemes of each text."""
        request = {"phonemes": list(texts), "voice": self.voice.name}
        header, _ = self._ask_twice(", ".join(texts)[:80], request)
        return [str(one) for one in header["phonemes"]]

    def _ask_twice(self, what: str, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        request = wire.pack(asked)
        why = ""
        for _attempt in range(2):
            self._start()
            try:
                header, body = self._exchange(request, self._timeout)
            except (wire.Broken, OSError) as error:
                hung = isinstance(error, TimeoutError)
                why = "the voice did not answer" if hung else "the voice broke off"
                self.close()
                continue
            if "error" in header:
                raise SpeechError(f'"{what}" cannot be voiced: {header["error"]}')
            return header, body
        raise SpeechError(f'"{what}" cannot be voiced: {why}, twice.')

    def _start(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        self._process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
        try:
            ready, _ = self._exchange(b"", START_TIMEOUT)
        except (wire.Broken, OSError) as error:
            self.close()
            raise EngineUnavailable("The speech engine does not start.") from error
        if not ready.get("ready"):
            self.close()
            raise EngineUnavailable("The speech engine does not start.")

    def _exchange(self, request: bytes, timeout: float) -> tuple[dict[str, Any], bytes]:
        process = self._process
        assert process is not None and process.stdin and process.stdout  # noqa: S101
        if request:
            process.stdin.write(request)
            process.stdin.flush()
        deadline = time.monotonic() + timeout
        descriptor = process.stdout.fileno()
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)

            def read(count: int) -> bytes:
                parts = []
                while count:
                    remaining = deadline - time.monotonic()
                    if remaining <= 0 or not selector.select(remaining):
                        raise TimeoutError
                    part = os.read(descriptor, count)
                    if not part:
                        break
                    parts.append(part)
                    count -= len(part)
                return b"".join(parts)

            return wire.receive(read)
