"""From a revision's words to a rendition's: read, made speakable, spoken, timed, digested."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content import announcements, lexicon, terms
from content.canonical import canonical_json
from content.composition import sentences_of
from content.images import store as images
from content.images.markup import Picture
from content.models import Article, ArticleKind, Clip
from content.reading import MarkupError, Reading, Sentence, canonical, read
from content.speech import clips
from content.speech.engine import Voice, key_of, recipe
from content.speech.rules import Entry
from content.speech.spoken_form import SpokenForm, spoken_form
from content.speech.words import written_words
from content.voices import voice_for

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
    pictures: frozenset[str] = frozenset()
    """The digests of the pictures that it shows."""


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
        # What stands in other texts, and on a screen with whom to call, has no room for a picture.
        find=None if revision.article.is_notice else stored_picture,
    )


def stored_picture(name: str) -> Picture | None:
    """Return the stored picture of a name as a text shows it, None where there is none."""
    image = images.find(name)
    return Picture(image.digest, image.form, image.width, image.height) if image else None


def text_digest_of(revision: Revision) -> str:
    """Return the SHA-256 (hex) of all that is shown of a revision: its words, the names of its
    notices and, where it shows any, the whole digests of its pictures.

    Raises :class:`content.reading.MarkupError` for a text that cannot be shown.
    """
    text = canonical(revision.title, revision.body, revision.article.language)
    shown = [text, revision.notices]
    if pictures := [picture.digest for picture in reading_of(revision).pictures()]:
        shown.append(pictures)
    return hashlib.sha256(canonical_json(shown)).hexdigest()


@dataclass(frozen=True, slots=True)
class Script:
    """What a text would be said as now, before anything is spoken.

    ``whole`` is the reading's JSON with the announcements that belong to it, and ``announced`` are
    the forms of these, in order.
    """

    reading: Reading
    whole: dict[str, Any]
    sentences: tuple[Sentence, ...]
    forms: tuple[SpokenForm, ...]
    announced: tuple[SpokenForm, ...]

    @property
    def voice(self) -> Voice:
        """The voice of its language."""
        return voice_for(self.reading.language)

    def problems(self) -> list[str]:
        """Return a sentence for everything that no rule says how to say.

        What an author cannot change is not doubted: announcements are data, and tested as such.
        """
        return [problem for form in self.forms for problem in _problems(form)]


UNANNOUNCED = (ArticleKind.URGENT, ArticleKind.TERM)
"""Whom to call is said without a delay (COG-12), and a term in the middle of something else."""


def script_of(
    reading: Reading,
    kind: str = ArticleKind.ARTICLE,
    entries: tuple[Entry, ...] | None = None,
) -> Script:
    """Return how a text would be said with these entries: without any, those in force now.

    Announcements are said by the shipped rules alone.
    """
    if entries is None:
        entries = lexicon.entries(reading.language)
    language = reading.language
    whole = reading.to_json()
    if kind not in UNANNOUNCED:
        announcements.announce(whole, language, parts=kind == ArticleKind.ARTICLE)
    sentences = tuple(reading.sentences())
    return Script(
        reading,
        whole,
        sentences,
        tuple(spoken_form(one.text, language, entries) for one in sentences),
        tuple(spoken_form(one["text"], language) for one in announcements.of(whole)),
    )


def says(rendition: Rendition, script: Script) -> bool:
    """Whether a rendition is what speaking a script would make: the same words, said the same way.

    Clips are kept for ever under what made them, so the same recipe is the same clip.
    """
    stored = sentences_of(rendition.reading)
    announced = announcements.of(rendition.reading)
    if [(one["id"], one["text"], one["spoken"]) for one in stored] != [
        (sentence.id, sentence.text, form.text)
        for sentence, form in zip(script.sentences, script.forms, strict=True)
    ] or [one["text"] for one in announced] != [form.written for form in script.announced]:
        return False
    keys = [key_of(recipe(form, script.voice)) for form in (*script.forms, *script.announced)]
    digests = dict(Clip.objects.filter(key__in=set(keys)).values_list("key", "digest"))
    said = [one["clip"]["digest"] for one in (*stored, *announced)]
    return said == [digests.get(key) for key in keys]


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


def not_a_term(revision: Revision, reading: Reading) -> list[str]:
    """Return a sentence for everything that keeps a glossary term's text from being one."""
    article = revision.article
    if not article.is_term:
        return []
    found = terms.problems(reading)
    others = Article.objects.public_terms(article.language).exclude(pk=article.pk)
    for other in others.select_related("public_rendition"):
        assert other.public_rendition is not None  # noqa: S101 - public_terms() says so
        theirs = {terms.normal(word) for word in terms.words_of(other.public_rendition.reading)}
        found += [
            f'"{word}" is explained already, by the term "{other.public_rendition.title}".'
            for word in terms.words_of(reading.to_json())
            if terms.normal(word) in theirs
        ]
    return found


def findings(revision: Revision) -> list[str]:
    """Return all that stands between a draft and its submission, one sentence each."""
    try:
        reading = reading_of(revision)
    except MarkupError as error:
        return [str(problem) for problem in error.problems]
    return too_long(reading) or [*not_a_term(revision, reading), *unresolved(reading)]


def render(revision: Revision) -> Rendered:
    """Return a revision with its voice. Takes as long as the speaking does; keeps every clip.

    Raises :class:`Unsayable` or :class:`content.speech.engine.SpeechError`, each naming the
    sentence.
    """
    script = script_of(reading_of(revision), revision.article.kind)
    if problems := script.problems():
        raise Unsayable(" ".join(problems))
    reading, whole = script.reading, script.whole
    forms = (*script.forms, *script.announced)
    voiced = clips.voiced(forms, script.voice)
    said = [_said(form, clip) for form, clip in zip(forms, voiced, strict=True)]
    spoken = {one.id: added for one, added in zip(script.sentences, said, strict=False)}
    for sentence_json in sentences_of(whole):
        sentence_json.update(spoken[sentence_json["id"]])
    for announcement, added in zip(
        announcements.of(whole), said[len(script.sentences) :], strict=True
    ):
        # Its words are not on the page, so none of them is lit.
        clip = {**added["clip"], "words": []}
        announcement.update(spoken=added["spoken"], clip=clip)
    return Rendered(
        title=reading.title.text,
        summary=reading.summary.text if reading.summary else "",
        reading=whole,
        speech_digest=hashlib.sha256(canonical_json(whole)).hexdigest(),
        clip_ids=sorted({clip.pk for clip in voiced}),
        pictures=frozenset(picture.digest for picture in reading.pictures()),
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
