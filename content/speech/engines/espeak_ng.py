"""espeak-ng, the one that pip brings and the one of the system, through our pyttsx3 driver."""

from __future__ import annotations

import ctypes.util
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from content.speech.driver import init
from content.speech.engines import EngineError, Speak, Utterance, refuse_options
from content.speech.espeak import RATE_LIMITS, Espeak, EspeakError, espeak

LIBRARY = "espeak-ng"


def bundled(options: Mapping[str, Any]) -> EspeakNg:
    """Return the espeak-ng of the package ``espeakng-loader``, which needs no system package."""
    refuse_options(options)
    return EspeakNg(espeak(), bundled_version())


def bundled_version() -> str:
    """Return the version of the bundled espeak-ng without loading it."""
    return f"espeakng-loader {version('espeakng-loader')}"


def of_the_system(options: Mapping[str, Any]) -> EspeakNg:
    """Return an espeak-ng that is installed, found by itself or by the option ``library``.

    ``data`` is the folder that holds ``espeak-ng-data``, where the library has not its own.
    """
    refuse_options(options, "library", "data")
    library = options.get("library") or ctypes.util.find_library(LIBRARY)
    if not library:
        raise EngineError(
            "The system has no espeak-ng. Install it (Debian: apt-get install libespeak-ng1), or "
            'give its path: "options": {"library": "/path/to/libespeak-ng.so.1"}.'
        )
    try:
        found = Espeak(str(library), options.get("data"))
    except (OSError, AttributeError, EspeakError) as error:
        raise EngineError(f"The espeak-ng {library} cannot be used: {error}.") from error
    # "1.51  Data at: /usr/lib/...": where its data is, is no matter of sound.
    return EspeakNg(found, f"espeak-ng {found.version.split()[0]}")


class EspeakNg:
    """pyttsx3 over our driver: word times, phonemes."""

    words = True
    phonemes = True

    def __init__(self, library: Espeak, its_version: str) -> None:
        self.version = its_version
        self._library = library
        self._engine = init(library)
        self._rendered: list[Utterance] = []
        self._errors: list[Exception] = []
        self._engine.connect("finished-rendering", self._keep)
        self._engine.connect("error", self._fail)

    def _keep(self, *, utterance: Utterance, **_: Any) -> None:
        self._rendered.append(utterance)

    def _fail(self, *, exception: Exception, **_: Any) -> None:
        self._errors.append(exception)

    def open(self, voice: str, rate: int) -> Speak:
        """Return how to speak with a voice of espeak-ng: its language, name or identifier."""
        low, high = RATE_LIMITS
        if not low <= rate <= high:
            raise EngineError(f"The rate {rate} is not between {low} and {high} words a minute.")
        try:
            self._library.set_voice(voice)
        except EspeakError as error:
            near = sorted(
                language
                for _, _, languages in self._library.voices()
                for language in languages
                if language[:2] == voice[:2].lower()
            )
            raise EngineError(
                f"{error}. Near it: {', '.join(near) or 'nothing'}. Not every one of its folder "
                'can be given by its language: then give the name, as "gmw/en".'
            ) from error

        def speak(text: str) -> Utterance:
            return self._say(text, voice, rate)

        return speak

    def trace(self, text: str) -> str:
        """Return the phonemes of a text in espeak-ng's symbols, with the voice that is open."""
        return self._library.phonemes(text)

    def _say(self, text: str, voice: str, rate: int) -> Utterance:
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
