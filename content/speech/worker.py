"""The worker process: ``python -m content.speech.worker VOICE``. One sentence in, one sound out.

``VOICE`` is the JSON of :func:`content.speech.engine.asked`. The process may be killed at any
moment; its engine starts another. Frames come on standard input and leave on what was standard
output, which is then closed to everybody else, so that nothing a library prints can get between.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from content.speech import wire
from content.speech.engines import EngineError, Utterance, opener


def main() -> None:
    """Answer frames until the input ends."""
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, outgoing, json.loads(sys.argv[1]))


def serve(incoming: BinaryIO, outgoing: BinaryIO, voice: dict[str, Any]) -> None:
    """Answer frames until ``incoming`` ends. The first frame out says if the voice is there."""
    try:
        speaker = Speaker(voice)
    except EngineError as error:
        _send(outgoing, {"ready": False, "error": str(error)})
        return
    _send(outgoing, {"ready": True, "version": speaker.version, "phonemes": speaker.phonemes})
    while True:
        try:
            request, _ = wire.receive(incoming.read)
        except wire.Broken:
            return
        try:
            header, body = speaker.answer(request)
        except Exception as error:
            _send(outgoing, {"error": f"{type(error).__name__}: {error}"})
        else:
            _send(outgoing, header, body)


def _send(outgoing: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    outgoing.write(wire.pack(header, body))
    outgoing.flush()


class Speaker:
    """A voice of an engine, one text at a time."""

    def __init__(self, voice: dict[str, Any]) -> None:
        engine = opener(voice["engine"])(voice["options"])
        self._words: str = voice["words"]
        self._gain: float = voice["gain"]
        self._rate: int = voice["rate"]
        if self._words == "engine" and not engine.words:
            raise EngineError(
                f"The engine {voice['engine']!r} tells no word times. Set the voice's "
                '"words" to "none" (whole sentences are marked) or "aligned".'
            )
        self._speak = engine.open(voice["name"], voice["rate"])
        self._trace: Callable[[str], str] | None = getattr(engine, "trace", None)
        self.phonemes = engine.phonemes
        self.version = engine.version
        if self._words == "aligned":
            self.version += f", aligned by {_aligner(voice['language'])}"

    def _phonemes_of(self, text: str) -> str:
        if self._trace is None:
            raise EngineError("This engine does not tell phonemes.")
        return self._trace(text)

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return the finished sound, or the phonemes, that a request asks for."""
        if "phonemes" in request:
            return {"phonemes": [self._phonemes_of(text) for text in request["phonemes"]]}, b""
        utterance = self._speak(request["text"])
        # Late, because numpy and the encoder take longer to load than a sentence to say.
        from content.speech import sound

        words = [tuple(word) for word in request["words"]]
        if self._words != "engine":
            sound.check_long_enough(utterance, request["text"], self._rate)
        if self._words == "aligned":
            _align(utterance, request["text"], words)
        elif self._words == "none":
            words = []
        finished = sound.finish(utterance, words, self._gain, encoded=request["encode"])
        header = {
            "duration_ms": finished.duration_ms,
            "words": finished.words,
            "phonemes": finished.phonemes,
            "opus": len(finished.opus),
        }
        return header, finished.opus + finished.wav


def _aligner(language: str) -> str:
    """Return the aligner's version; raise :class:`EngineError` where it cannot do a language."""
    from content.speech.alignment import LANGUAGES, AlignerMissing, aligner_version

    if language not in LANGUAGES:
        raise EngineError(
            f'The words of {language!r} cannot be aligned. Set the voice\'s "words" to "none".'
        )
    try:
        return aligner_version()
    except AlignerMissing as error:
        raise EngineError(str(error)) from error


def _align(utterance: Utterance, text: str, words: list[tuple[int, ...]]) -> None:
    """Give an utterance the word times that its engine does not tell.

    Raises where the aligner cannot follow: then it is not sure that all of the words were said.
    """
    import numpy as np

    from content.speech.alignment import align

    samples = np.frombuffer(bytes(utterance.pcm), dtype="<i2")
    spoken = [text[start:end] for _, _, start, end in words]
    times = align(samples, utterance.sample_rate, spoken)
    utterance.words = [
        (round(time[0] * utterance.sample_rate), word[2])
        for time, word in zip(times, words, strict=True)
        if time is not None
    ]
    if spoken and not utterance.words:
        raise RuntimeError("the words were not found in what the voice said")


if __name__ == "__main__":
    main()
