"""The voices of this site: what is shipped, and over it what ``PLAINVOICE_VOICES`` chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings

from content.speech import engine
from content.speech.engine import Voice

FIELDS: dict[str, tuple[type, ...]] = {
    "engine": (str,),
    "name": (str,),
    "rate": (int,),
    "gain": (int, float),
    "words": (str,),
    "options": (dict,),
}
"""What can be chosen of a voice, each with its types."""
WORDS = ("engine", "aligned", "none")
MOST_GAIN = 20.0


class BadVoices(ValueError):
    """``PLAINVOICE_VOICES`` is wrong; ``problems`` has a sentence for each mistake."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def voices(*, measured: bool = True) -> dict[str, Voice]:
    """Return the voice of each language. With ``measured`` off a voice may still lack its gain.

    Raises :class:`BadVoices` with every mistake in the setting. Whether an engine has the voice is
    asked by the system check ``content.E011``.
    """
    chosen = dict(engine.VOICES)
    problems: list[str] = []
    setting = settings.PLAINVOICE_VOICES
    if not isinstance(setting, dict):
        raise BadVoices(["PLAINVOICE_VOICES is not a dict of languages."])
    for language, wishes in setting.items():
        found = list(_problems(language, wishes, measured))
        problems += [f"PLAINVOICE_VOICES, {language!r}: {problem}" for problem in found]
        if not found:
            chosen[language] = _merged(language, wishes)
    if problems:
        raise BadVoices(problems)
    return chosen


def voice_for(language: str) -> Voice:
    """Return the voice of a language on this site.

    Raises :class:`content.speech.engine.SpeechError` where there is none, and
    :class:`content.speech.engine.EngineUnavailable` where the setting is wrong, which is no
    sentence's fault.
    """
    try:
        there = voices()
    except BadVoices as error:
        raise engine.EngineUnavailable(str(error)) from error
    return engine.voice_for(language, there)


def _merged(language: str, wishes: dict[str, Any]) -> Voice:
    wishes = dict(wishes)
    shipped = engine.VOICES.get(language)
    if "options" in wishes:
        wishes["options"] = tuple(sorted(wishes["options"].items()))
    if shipped is None or wishes.get("engine", shipped.engine) != shipped.engine:
        return Voice(language=language, **{"rate": 125, "gain": 1.0, **wishes})
    return replace(shipped, **wishes)


def _problems(language: str, wishes: Any, measured: bool) -> list[str]:
    """Return a sentence for each mistake in what is chosen for a language."""
    if not isinstance(wishes, dict):
        return ["that is not a dict."]
    found = [
        f"there is no {name!r}. There are: {', '.join(FIELDS)}."
        for name in wishes
        if name not in FIELDS
    ]
    for name, types in FIELDS.items():
        if name in wishes and (
            not isinstance(wishes[name], types) or isinstance(wishes[name], bool)
        ):
            found.append(f"{name!r} has the wrong type: {wishes[name]!r}.")
    if found:
        return found
    if wishes.get("words", "engine") not in WORDS:
        found.append(f"'words' is {wishes['words']!r}. Set one of {', '.join(WORDS)}.")
    if not 0 < wishes.get("gain", 1) <= MOST_GAIN:
        found.append(f"'gain' is {wishes['gain']}. It is a factor above 0, at most {MOST_GAIN:g}.")
    if not all(isinstance(value, str) for value in wishes.get("options", {}).values()):
        found.append("'options' holds what is no text.")
    if found:
        return found
    shipped = engine.VOICES.get(language)
    if "name" not in wishes and (
        shipped is None or wishes.get("engine", shipped.engine) != shipped.engine
    ):
        return ["'name' is missing: the voice, as its engine calls it."]
    if measured and "gain" not in wishes and _sounds_otherwise(_merged(language, wishes), shipped):
        return [
            "'gain' is missing: every voice has its own loudness. "
            f"manage.py measure_voice {language} prints it."
        ]
    return []


def _sounds_otherwise(voice: Voice, shipped: Voice | None) -> bool:
    """Return whether the gain of the shipped voice says nothing about a chosen one."""
    return shipped is None or (voice.engine, voice.name, voice.options) != (
        shipped.engine,
        shipped.name,
        shipped.options,
    )
