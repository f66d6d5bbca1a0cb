"""The worker process: ``python -m content.speech.worker``. One sentence in, one sound out.

It may be killed at any moment; its engine starts another. Frames come on standard input and leave
on what was standard output, which is then closed to everybody else, so that nothing a library
prints can get between them.
"""

from __future__ import annotations

import os
import sys
from typing import Any, BinaryIO

from content.speech import wire
from content.speech.driver import init
from content.speech.espeak import Utterance, espeak


def main() -> None:
    """Answer frames until the input ends."""
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, outgoing)


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answer frames until ``incoming`` ends. The first frame out says that the engine is there."""
    speaker = Speaker()
    _send(outgoing, {"ready": True, "version": espeak().version})
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
    """pyttsx3 over our driver, one text at a time."""

    def __init__(self) -> None:
        self._engine = init()
        self._rendered: list[Utterance] = []
        self._errors: list[Exception] = []
        self._engine.connect("finished-rendering", self._keep)
        self._engine.connect("error", self._fail)

    def _keep(self, *, utterance: Utterance, **_: Any) -> None:
        self._rendered.append(utterance)

    def _fail(self, *, exception: Exception, **_: Any) -> None:
        self._errors.append(exception)

    def speak(self, text: str, voice: str, rate: int) -> Utterance:
        """Return a text as sound, or raise what pyttsx3 would only have notified."""
        self._rendered.clear()
        self._errors.clear()
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)
        self._engine.say(text)
        self._engine.runAndWait()
        if self._errors:
            raise self._errors[0]
        if len(self._rendered) != 1 or not self._rendered[0].pcm:
            raise RuntimeError("nothing was said")
        return self._rendered[0]

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return the finished sound, or the phonemes, that a request asks for."""
        if "phonemes" in request:
            espeak().set_voice(request["voice"])
            return {"phonemes": [espeak().phonemes(text) for text in request["phonemes"]]}, b""
        utterance = self.speak(request["text"], request["voice"], request["rate"])
        # Late, because numpy and the encoder take longer to load than a sentence to say.
        from content.speech.sound import finish

        words = [tuple(word) for word in request["words"]]
        sound = finish(utterance, words, request["gain"], encoded=request["encode"])
        header = {
            "duration_ms": sound.duration_ms,
            "words": sound.words,
            "opus": len(sound.opus),
        }
        return header, sound.opus + sound.wav


if __name__ == "__main__":
    main()
