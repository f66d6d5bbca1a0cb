"""Stored clips: found by what made them, named by the digests of their bytes, kept for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from content import stored
from content.models.clip import Clip
from content.speech.engine import Engine, key_of, recipe

if TYPE_CHECKING:
    from content.speech.engine import Voice
    from content.speech.sound import Sound
    from content.speech.spoken_form import SpokenForm

FORMATS = ("opus", "wav")
Damaged = stored.Damaged
"""A stored clip's bytes are gone or not those that were approved; the message names it."""


def store() -> Path:
    """Return the folder of the stored clips."""
    return Path(settings.DATA) / "clips"


def path(digest: str, form: str) -> Path:
    """Return where the clip of a digest stands; ``form`` is ``opus`` or ``wav``."""
    if form not in FORMATS:
        raise ValueError(f"no clip can be called {digest}.{form}")
    return stored.place(store(), digest, form, "clip")


def read(digest: str, form: str) -> bytes:
    """Return a clip's bytes; raise :class:`Damaged` unless they are those of the digest."""
    return stored.read(path(digest, form), "clip")


def damaged(kept: Iterable[Clip]) -> Iterator[str]:
    """Yield a sentence for every file of these clips whose bytes are gone or have changed.

    They are never made again: what was approved are those bytes, which a backup holds.
    """
    for clip in kept:
        for digest, form in ((clip.digest, "opus"), (clip.wav_digest, "wav")):
            try:
                read(digest, form)
            except Damaged as error:
                yield str(error)


def write(data: bytes, form: str) -> str:
    """Store bytes and return their digest. What stands there already is left as it is."""
    digest = hashlib.sha256(data).hexdigest()
    stored.write(path(digest, form), data)
    return digest


def voiced(forms: Iterable[SpokenForm], voice: Voice) -> list[Clip]:
    """Return a clip for each spoken form, in order, speaking only what was never spoken before.

    The bytes are on the disk before the row is in the database, so a row always has its bytes.
    Of two that speak the same at once the first stored wins and the other's bytes are dropped.
    Raises :class:`content.speech.engine.SpeechError` for a sentence that cannot be voiced; the
    sentences before it are kept.
    """
    wanted = [(form, recipe(form, voice)) for form in forms]
    keys = [key_of(made_by) for _, made_by in wanted]
    found = {clip.key: clip for clip in Clip.objects.filter(key__in=keys)}
    missing = {
        key: (form, made_by)
        for key, (form, made_by) in zip(keys, wanted, strict=True)
        if key not in found
    }
    if missing:
        with Engine(voice) as engine:
            sounds = engine.speak_all([form for form, _ in missing.values()])
            for (key, (_, made_by)), sound in zip(missing.items(), sounds, strict=True):
                found[key] = _stored(key, made_by, sound)
    return [found[key] for key in keys]


def _stored(key: str, made_by: dict[str, Any], sound: Sound) -> Clip:
    """Return the clip of a key, stored unless another process was first; then drop our bytes."""
    parts = (("digest", sound.opus, "opus"), ("wav_digest", sound.wav, "wav"))
    digests = {name: write(data, form) for name, data, form in parts}
    # One transaction writes at a time, so nobody begins or ends to name these bytes meanwhile, and
    # a process that dies within it has named none.
    with transaction.atomic():
        clip, created = Clip.objects.get_or_create(
            key=key,
            defaults={
                "recipe": made_by,
                **digests,
                "duration_ms": sound.duration_ms,
                "words": [list(word) for word in sound.words],
                "phonemes": sound.phonemes,
            },
        )
        for name, data, form in parts:
            if created or Clip.objects.filter(**{name: digests[name]}).exists():
                # Somebody may have dropped them since they were written above.
                write(data, form)
            else:
                path(digests[name], form).unlink(missing_ok=True)
    return clip


def sweep() -> int:
    """Drop what writers left that died in the middle of a clip: :func:`content.stored.sweep`."""
    return stored.sweep(store())
