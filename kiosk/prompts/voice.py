"""The interface's voice: prompts as clips, made by the same way as an article's sentences.

Only the shipped rules apply. The site's own lexicon does not, so that no entry which nobody has
heard in this place changes what the interface says.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from content.models import Clip
from content.speech import clips
from content.speech.engine import SpeechError, Voice, key_of, recipe
from content.speech.rules import NoRules
from content.speech.spoken_form import SpokenForm, spoken_form
from content.speech.words import written_words
from content.voices import voice_for

logger = logging.getLogger(__name__)

_refused: set[str] = set()
"""Keys of what this process could not have voiced: it is tried again by the next one."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of a text, and the key of its clip."""

    form: SpokenForm
    key: str

    @property
    def resolved(self) -> bool:
        """Whether the rules say without doubt how it is said."""
        return not self.form.unresolved


def voice_of(language: str) -> Voice | None:
    """Return the voice of a language, or None where it has none or no rules: its screens are mute.

    Raises :class:`content.speech.engine.EngineUnavailable` where the site's choice is wrong.
    """
    try:
        voice = voice_for(language)
        spoken_form("", language)
    except (SpeechError, NoRules):
        return None
    return voice


def saying(text: str, language: str, voice: Voice) -> Saying:
    """Return what is said of a prompt.

    Raises :class:`content.speech.engine.EngineUnavailable` where an engine does not even tell its
    version.
    """
    return _saying(text, language, voice)


@cache
def _saying(text: str, language: str, voice: Voice) -> Saying:
    form = spoken_form(text, language)
    return Saying(form, key_of(recipe(form, voice)))


def said(texts: Iterable[str], language: str) -> dict[str, dict[str, Any]]:
    """Return each text that has its clip already, in the form of a rendition's sentence.

    What has none is left out: it is shown, and silent. Nothing is voiced here. Raises as
    :func:`saying` does.
    """
    voice = voice_of(language)
    if voice is None:
        return {}
    sayings = {text: saying(text, language, voice) for text in texts}
    keys = [one.key for one in sayings.values() if one.resolved]
    stored = {clip.key: clip for clip in Clip.objects.filter(key__in=keys)}
    return {
        text: _sentence(one.form, stored[one.key])
        for text, one in sayings.items()
        if one.key in stored and one.resolved
    }


def silent(texts: Iterable[str], language: str) -> list[str]:
    """Return the texts that could be voiced and are not yet."""
    voice = voice_of(language)
    if voice is None:
        return []
    sayings = {text: saying(text, language, voice) for text in texts}
    wanted = {
        one.key: text
        for text, one in sayings.items()
        if one.resolved and one.key not in _refused and one.form.text.strip()
    }
    stored = set(Clip.objects.filter(key__in=list(wanted)).values_list("key", flat=True))
    return [text for key, text in wanted.items() if key not in stored]


def make(texts: Iterable[str], language: str) -> int:
    """Voice what has no clip yet and return how many texts have one now that had none.

    Takes as long as the speaking does: never in a visitor's request, never in a transaction.
    Raises :class:`content.speech.engine.EngineUnavailable` where the engine does not start.
    """
    wanted = silent(texts, language)
    voice = voice_of(language)
    if not wanted or voice is None:
        return 0
    sayings = [saying(text, language, voice) for text in wanted]
    try:
        clips.voiced([one.form for one in sayings], voice)
    except SpeechError:
        for one in sayings:
            try:
                clips.voiced([one.form], voice)
            except SpeechError as error:
                logger.error("A prompt stays silent: %s", error)
                _refused.add(one.key)
    return len(said(wanted, language))


def _sentence(form: SpokenForm, clip: Clip) -> dict[str, Any]:
    words = [(start, end, offset, length) for start, end, offset, length in clip.words]
    return {
        "text": form.written,
        "emphasis": [],
        "spoken": form.text,
        "clip": {
            "digest": clip.digest,
            "wav_digest": clip.wav_digest,
            "duration_ms": clip.duration_ms,
            "words": written_words(form, words) if words else [],
        },
    }
