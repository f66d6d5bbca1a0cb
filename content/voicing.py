"""From a revision's words to a rendition's: read, made speakable, spoken, timed, digested."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content import lexicon
from content.composition import sentences_of
from content.models import Clip
from content.reading import MarkupError, Reading, Sentence, canonical, read
from content.speech import clips
from content.speech.engine import Voice, key_of, recipe, voice_for
from content.speech.rules import Entry
from content.speech.spoken_form import SpokenForm, spoken_form
from content.speech.words import written_words

if TYPE_CHECKING:
    from content.models import Rendition, Revision


MOST_SENTENCES = 1000
"""In an article: about an hour and a half of speech."""


class Unsayable(Exception):
    """A sentence that cannot be said without doubt; the message names it and what in it."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a rendition is made of. ``reading`` is JSON-able."""

    title: str
    summary: str
    reading: dict[str, Any]
    speech_digest: str
    clip_ids: list[int]


def canonical_json(value: Any) -> bytes:
    """Return the one form of a JSON value that digests are taken of (UTF-8)."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def id_prefix(revision: Revision) -> str:
    """Return what the sentence ids of a text begin with, so that a page's ids are unique."""
    return f"{revision.article.key}-" if revision.article.is_notice else "s"


def reading_of(revision: Revision) -> Reading:
    """Return a revision as sections, blocks and sentences.

    Raises :class:`content.reading.MarkupError` with every problem and its line.
    """
    return read(
        revision.title,
        revision.body,
        revision.article.language,
        id_prefix=id_prefix(revision),
    )


def text_digest_of(revision: Revision) -> str:
    """Return the SHA-256 (hex) of all that is shown of a revision, its notices' names included."""
    text = canonical(revision.title, revision.body, revision.article.language)
    return hashlib.sha256(canonical_json([text, revision.notices])).hexdigest()


@dataclass(frozen=True, slots=True)
class Script:
    """What a text would be said as now, before anything is spoken."""

    reading: Reading
    sentences: tuple[Sentence, ...]
    forms: tuple[SpokenForm, ...]

    @property
    def voice(self) -> Voice:
        """The voice of its language."""
        return voice_for(self.reading.language)

    def problems(self) -> list[str]:
        """Return a sentence for everything that no rule says how to say."""
        pairs = zip(self.sentences, self.forms, strict=True)
        return [problem for sentence, form in pairs for problem in _problems(sentence, form)]


def script_of(reading: Reading, entries: tuple[Entry, ...] | None = None) -> Script:
    """Return how a text would be said with these entries: without any, those in force now."""
    if entries is None:
        entries = lexicon.entries(reading.language)
    sentences = tuple(reading.sentences())
    forms = tuple(spoken_form(one.text, reading.language, entries) for one in sentences)
    return Script(reading, sentences, forms)


def says(rendition: Rendition, script: Script) -> bool:
    """Whether a rendition is what speaking a script would make: the same words, said the same way.

    Clips are kept for ever under what made them, so the same recipe is the same clip.
    """
    stored = sentences_of(rendition.reading)
    if [(one["id"], one["text"], one["spoken"]) for one in stored] != [
        (sentence.id, sentence.text, form.text)
        for sentence, form in zip(script.sentences, script.forms, strict=True)
    ]:
        return False
    keys = [key_of(recipe(form, script.voice)) for form in script.forms]
    digests = dict(Clip.objects.filter(key__in=set(keys)).values_list("key", "digest"))
    return [one["clip"]["digest"] for one in stored] == [digests.get(key) for key in keys]


def unresolved(reading: Reading) -> list[str]:
    """Return a sentence for everything in a text that no rule says how to say."""
    return script_of(reading).problems()


def too_long(reading: Reading) -> list[str]:
    """Return a sentence for a text that would keep every other one waiting for its voice."""
    count = sum(1 for _ in reading.sentences())
    if count <= MOST_SENTENCES:
        return []
    return [
        f"The text has {count} sentences, and an article has at most {MOST_SENTENCES}: nobody "
        "listens for hours. Split it into several articles."
    ]


def findings(revision: Revision) -> list[str]:
    """Return all that stands between a draft and its submission, one sentence each."""
    try:
        reading = reading_of(revision)
    except MarkupError as error:
        return [str(problem) for problem in error.problems]
    return too_long(reading) or unresolved(reading)


def render(revision: Revision) -> Rendered:
    """Return a revision with its voice. Takes as long as the speaking does; keeps every clip.

    Raises :class:`Unsayable` or :class:`content.speech.engine.SpeechError`, each naming the
    sentence.
    """
    script = script_of(reading_of(revision))
    if problems := script.problems():
        raise Unsayable(" ".join(problems))
    reading = script.reading
    voiced = clips.voiced(script.forms, script.voice)
    spoken = {
        sentence.id: _said(form, clip)
        for sentence, form, clip in zip(script.sentences, script.forms, voiced, strict=True)
    }
    whole = reading.to_json()
    for sentence_json in sentences_of(whole):
        sentence_json.update(spoken[sentence_json["id"]])
    return Rendered(
        title=reading.title.text,
        summary=reading.summary.text if reading.summary else "",
        reading=whole,
        speech_digest=hashlib.sha256(canonical_json(whole)).hexdigest(),
        clip_ids=sorted({clip.pk for clip in voiced}),
    )


def _said(form: SpokenForm, clip: Clip) -> dict[str, Any]:
    """Return what speaking adds to a sentence's JSON."""
    words = [(start, end, offset, length) for start, end, offset, length in clip.words]
    return {
        "spoken": form.text,
        "map": [
            [
                span.spoken_start,
                span.spoken_end - span.spoken_start,
                span.written_start,
                span.written_end - span.written_start,
            ]
            for span in form.spans
        ],
        "clip": {
            "digest": clip.digest,
            "wav_digest": clip.wav_digest,
            "duration_ms": clip.duration_ms,
            "words": written_words(form, words),
        },
    }


def _problems(sentence: Sentence, form: SpokenForm) -> list[str]:
    return [f'"{piece.text}" in "{sentence.text}": {piece.reason}' for piece in form.unresolved]
