"""From a revision's words to a rendition's: read, made speakable, spoken, timed, digested."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content import announcements
from content.composition import sentences_of
from content.models import ArticleKind
from content.reading import MarkupError, Reading, canonical, read
from content.speech import clips
from content.speech.spoken_form import SpokenForm, spoken_form
from content.speech.words import written_words
from content.voices import voice_for

if TYPE_CHECKING:
    from content.models import Clip, Revision


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


def unresolved(reading: Reading) -> list[str]:
    """Return a sentence for everything in a text that no rule says how to say."""
    return [
        problem
        for sentence in reading.sentences()
        for problem in _problems(spoken_form(sentence.text, reading.language))
    ]


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
    reading = reading_of(revision)
    sentences = list(reading.sentences())
    whole = reading.to_json()
    kind = revision.article.kind
    # Whom to call is said without a delay (COG-12).
    if kind != ArticleKind.URGENT:
        announcements.announce(whole, reading.language, parts=kind == ArticleKind.ARTICLE)
    announced = announcements.of(whole)
    texts = [*(one.text for one in sentences), *(one["text"] for one in announced)]
    forms = [spoken_form(text, reading.language) for text in texts]
    # What an author cannot change is not doubted: announcements are data, and tested as such.
    problems = [problem for form in forms[: len(sentences)] for problem in _problems(form)]
    if problems:
        raise Unsayable(" ".join(problems))
    voiced = clips.voiced(forms, voice_for(reading.language))
    said = [_said(form, clip) for form, clip in zip(forms, voiced, strict=True)]
    spoken = {one.id: added for one, added in zip(sentences, said, strict=False)}
    for sentence_json in sentences_of(whole):
        sentence_json.update(spoken[sentence_json["id"]])
    for announcement, added in zip(announced, said[len(sentences) :], strict=True):
        # Its words are not on the page, so none of them is lit.
        clip = {**added["clip"], "words": []}
        announcement.update(spoken=added["spoken"], clip=clip)
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
            # None where the engine tells no times: then the whole sentence is marked.
            "words": written_words(form, words) if words else [],
        },
    }


def _problems(form: SpokenForm) -> list[str]:
    return [f'"{piece.text}" in "{form.written}": {piece.reason}' for piece in form.unresolved]
