"""What can speak: one small interface, three engines of our own, and a place for others.

An engine lives in the worker process (:mod:`content.speech.worker`) and nowhere else. Others come
as installed distributions with an entry point of the group ``plainvoice.engines``; docs/speech.md
says how to write one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Protocol, cast

GROUP = "plainvoice.engines"
"""The group of the entry points of other engines. Each names an :data:`Opener`."""
DEFAULT = "espeak-ng"
BUILT_IN = {
    DEFAULT: "content.speech.engines.espeak_ng:bundled",
    "espeak-ng-system": "content.speech.engines.espeak_ng:of_the_system",
    "pyttsx3": "content.speech.engines.stock:Stock",
}
"""Name -> where it is. An entry point cannot take one of these names."""


@dataclass(slots=True)
class Utterance:
    """What came out: 16-bit mono PCM, and ``(sample, offset)`` of each word that was begun.

    ``offset`` is a 0-based code point of the text. How long a word is, an engine is not asked: our
    own count is the authority (espeak-ng's is wrong beside quotes, in numbers, at apostrophes).
    ``phonemes`` are what was really said, in the International Phonetic Alphabet, a space between
    words; empty where an engine does not tell.
    """

    sample_rate: int
    pcm: bytearray = field(default_factory=bytearray)
    words: list[tuple[int, int]] = field(default_factory=list)
    phonemes: str = ""


class EngineError(Exception):
    """An engine or a voice that cannot be used as it is set; the message says why."""


Speak = Callable[[str], Utterance]
"""Say a text, or raise: never return half of it. Called from one thread, one text at a time."""


class SpeechEngine(Protocol):
    """What an engine is, in a worker process of its own, used from one thread."""

    @property
    def version(self) -> str:
        """What decides how it sounds, besides the voice. Another version makes new clips."""

    @property
    def words(self) -> bool:
        """Whether its utterances tell when each word begins."""

    @property
    def phonemes(self) -> bool:
        """Whether it reads ``[[...]]`` as phonemes in espeak-ng's symbols."""

    def open(self, voice: str, rate: int) -> Speak:
        """Return how to speak with a voice at a rate in words a minute.

        Raises :class:`EngineError` for a voice that it has not, and a rate that it cannot keep.
        """


Opener = Callable[[Mapping[str, Any]], SpeechEngine]
"""Called with the voice's ``options`` from the settings; raises :class:`EngineError`."""


def opener(name: str) -> Opener:
    """Return what makes an engine; raise :class:`EngineError` where there is none of the name."""
    if where := BUILT_IN.get(name):
        module, _, attribute = where.partition(":")
        return cast("Opener", getattr(import_module(module), attribute))
    others = entry_points(group=GROUP)
    named = [point for point in others if point.name == name]
    if not named:
        known = ", ".join(sorted({*BUILT_IN, *(point.name for point in others)}))
        raise EngineError(f"There is no engine {name!r}. There are: {known}.")
    if len({point.value for point in named}) > 1:
        raise EngineError(f"Several installed packages call their engine {name!r}.")
    try:
        return cast("Opener", named[0].load())
    except Exception as error:
        raise EngineError(
            f"The engine {name!r} cannot be loaded: {type(error).__name__}: {error}"
        ) from error


def refuse_options(options: Mapping[str, Any], *known: str) -> None:
    """Raise :class:`EngineError` for an option that an engine does not know."""
    if unknown := sorted(set(options) - set(known)):
        raise EngineError(f"There is no option {', '.join(map(repr, unknown))} of this engine.")
