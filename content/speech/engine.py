"""A voice in worker processes of its own: one sentence in, one clip out.

A worker can hang or die (espeak-ng is C, and shared state). Then it is replaced, and the
sentence tried again; a sentence that fails twice is named, and the ones after it still work.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from content.speech import wire
from content.speech.engines import DEFAULT
from content.speech.without_phonemes import NeedsPhonemes, without_phonemes

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
PIPELINE = 2
"""Raise this when the way from a spoken form to a clip changes, so that new clips are made."""


class SpeechError(Exception):
    """A sentence cannot be voiced; the message names it and says why."""


class EngineUnavailable(OSError):
    """The engine does not start at all: no sentence's fault, so what waits goes on waiting."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice and how it is used. ``rate`` is in words a minute, ``gain`` a plain factor.

    One gain a voice, measured once over long text, since loudness meters fail on short clips.
    ``words`` tells where word times come from: ``engine``, ``aligned`` (found in the sound), or
    ``none``, and then whole sentences are marked. ``options`` are the engine's own.
    """

    name: str
    language: str
    rate: int
    gain: float
    engine: str = DEFAULT
    words: str = "engine"
    options: tuple[tuple[str, str], ...] = field(default=())


VOICES = {
    # 125 words a minute: the default speed of VVSG 2.0 7.1-K (SPK-17). The gains make -19 LUFS
    # after ITU-R BS.1770 (measured with manage.py measure_voice; docs/speech.md has the figures).
    "en": Voice(name="en-us", language="en", rate=125, gain=1.21),
    # Spanish as it is spoken in America, without the "th" of Spain.
    "es": Voice(name="es-419", language="es", rate=125, gain=1.21),
}
"""The voices that are shipped. What a site has chosen is in :mod:`content.voices`."""


def voice_for(language: str, voices: Mapping[str, Voice] = VOICES) -> Voice:
    """Return the voice of a language; raise :class:`SpeechError` where there is none."""
    try:
        return voices[language]
    except KeyError:
        raise SpeechError(f"There is no voice for the language {language!r}.") from None


def recipe(form: SpokenForm, voice: Voice) -> dict[str, Any]:
    """Return everything that decides how a spoken form sounds, JSON-able.

    Raises :class:`EngineUnavailable` where the voice's engine does not start.
    """
    return {
        "pipeline": PIPELINE,
        "spoken": form.text,
        "engine_text": form.engine_text,
        "voice": {**asdict(voice), "options": dict(voice.options)},
        "engine": engine_version(voice),
        "encoder": f"soundfile {version('soundfile')}",
    }


def engine_version(voice: Voice) -> str:
    """Return the version of a voice's engine, asking a worker the first time in this process."""
    if voice.engine == DEFAULT:
        # Without loading it, so that what was spoken before is found at once.
        return f"espeakng-loader {version('espeakng-loader')}"
    return _told_version(voice)


@cache
def _told_version(voice: Voice) -> str:
    return probe(voice)


def probe(voice: Voice) -> str:
    """Start a worker with a voice and return its engine's version.

    Raises :class:`EngineUnavailable` with the reason where engine or voice cannot be used.
    """
    worker = _Worker(voice, TIMEOUT, WORKER)
    try:
        return str(worker.start()["version"])
    finally:
        worker.close()


def asked(voice: Voice) -> str:
    """Return what a worker is started with (JSON): the voice, its engine and the options."""
    return json.dumps({**asdict(voice), "options": dict(voice.options)})


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
        self._reader = ThreadPoolExecutor(1)
        self._ready: dict[str, Any] = {}

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
        # Its pipe has ended, so nobody waits for it any longer.
        self._reader.shutdown()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def speak(self, form: SpokenForm, *, encode: bool = True) -> Sound:
        """Return a sentence as sound."""
        from content.speech.sound import Sound

        header, body = self._ask_twice(
            form.written, lambda ready: _asking(form, encode=encode, phonemes=ready["phonemes"])
        )
        opus, wav = body[: header["opus"]], body[header["opus"] :]
        words = [(start, end, offset, length) for start, end, offset, length in header["words"]]
        return Sound(opus, wav, header["duration_ms"], words, header["phonemes"])

    def phonemes(self, texts: Sequence[str]) -> list[str]:
        """Return the phonemes of each text."""
        header, _ = self._ask_twice(", ".join(texts)[:80], lambda _: {"phonemes": list(texts)})
        return [str(one) for one in header["phonemes"]]

    def _ask_twice(
        self, what: str, asking: Callable[[dict[str, Any]], dict[str, Any]]
    ) -> tuple[dict[str, Any], bytes]:
        """Return the worker's answer; ``asking`` makes the request of what the worker can do."""
        why = ""
        for _attempt in range(2):
            ready = self.start()
            request = wire.pack(asking(ready))
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

    def start(self) -> dict[str, Any]:
        """Return what the running worker said of itself, having started it where there is none."""
        if self._process is not None and self._process.poll() is None:
            return self._ready
        self.close()
        self._process = subprocess.Popen(
            (*self._command, asked(self.voice)),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="worker")
        try:
            ready, _ = self._exchange(b"", START_TIMEOUT)
        except (wire.Broken, OSError) as error:
            self.close()
            raise EngineUnavailable("The speech engine does not start.") from error
        if not ready.get("ready"):
            self.close()
            why = ready.get("error", "")
            raise EngineUnavailable(f"The speech engine does not start. {why}".strip())
        self._ready = ready
        return ready

    def _exchange(self, request: bytes, timeout: float) -> tuple[dict[str, Any], bytes]:
        process = self._process
        assert process is not None and process.stdin and process.stdout  # noqa: S101
        if request:
            process.stdin.write(request)
            process.stdin.flush()
        # A thread waits, since not every system can wait for a pipe for a limited time.
        answer = self._reader.submit(wire.receive, process.stdout.read)
        return answer.result(timeout)


def _asking(form: SpokenForm, *, encode: bool, phonemes: bool) -> dict[str, Any]:
    """Return what asks for a spoken form, in letters where phonemes are not read."""
    text, words = form.engine_text, form.engine_words
    if not phonemes:
        try:
            text, words = without_phonemes(form)
        except NeedsPhonemes as error:
            raise SpeechError(f'"{form.written}" cannot be voiced: {error}') from None
    return {"text": text, "encode": encode, "words": words}
