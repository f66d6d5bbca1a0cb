"""The site's lexicon as the voice uses it: which entries are in force, and where their words stand."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.db.models import Max, QuerySet

from content import __version__
from content.models import Decision, LexiconChange, Rendition, RenditionPronunciation, Review
from content.speech import engine
from content.speech.rules import Entry
from content.speech.spoken_form import spoken_form
from content.voices import voice_for

APOSTROPHES = ("'", "’")


def tidy(words: str) -> str:
    """Return words in one form: composed letters, and one space between them."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def key_of(grapheme: str) -> str:
    """Return what is the same for two spellings of one word.

    An abbreviation (more than one capital) holds in the case of its letters only, so "US" is
    another word than "us"; "Prozac" and "prozac" are one.
    """
    one = tidy(grapheme).replace("’", "'")
    return one if sum(letter.isupper() for letter in one) > 1 else one.casefold()


def history(language: str, grapheme: str) -> list[LexiconChange]:
    """Return the changes of one word, newest first, each with who made it."""
    word = key_of(grapheme)
    # The database cannot compare letters with accents in any case, so only the spellings are read.
    spelled = LexiconChange.objects.filter(language=language).values_list("pk", "grapheme")
    found = [pk for pk, other in spelled if key_of(other) == word]
    changes = LexiconChange.objects.filter(pk__in=found).select_related("changed_by")
    return list(changes.order_by("-pk"))


def newest(language: str) -> list[LexiconChange]:
    """Return the newest change of each word of a language, retired ones too, by word."""
    by_word = {
        key_of(change.grapheme): change
        for change in LexiconChange.objects.filter(language=language)
        .select_related("changed_by")
        .order_by("pk")
    }
    return [by_word[word] for word in sorted(by_word)]


def in_force(language: str) -> list[LexiconChange]:
    """Return the change that says how each word of a language is said now, by word."""
    return [change for change in newest(language) if not change.retired]


def entries(language: str) -> tuple[Entry, ...]:
    """Return the site's entries of a language, which go before the shipped ones.

    A word with an apostrophe has an entry for each way in which that is written.
    """
    return entries_of(in_force(language))


def entries_of(changes: Iterable[LexiconChange]) -> tuple[Entry, ...]:
    """Return the entries that some changes make."""
    return tuple(
        Entry(grapheme, alias=change.alias, phonemes=change.phonemes)
        for change in changes
        for grapheme in _spellings(change.grapheme)
    )


def _spellings(grapheme: str) -> list[str]:
    if not any(mark in grapheme for mark in APOSTROPHES):
        return [grapheme]
    plain = grapheme.replace("’", "'")
    return [plain, plain.replace("'", "’")]


def touching(language: str, texts: Iterable[str]) -> list[LexiconChange]:
    """Return every change, in force or not, whose word stands in one of these texts."""
    whole = "\n".join(texts)
    return [
        change
        for change in LexiconChange.objects.filter(language=language).order_by("pk")
        if stands_in(change.grapheme, whole)
    ]


def unapproved(rendition: Rendition, *, before_its_own: bool = False) -> QuerySet[LexiconChange]:
    """Return the changes behind a rendition that no approval of its article, still standing, saw.

    Who made one of them may not approve it. With ``before_its_own``: that no approval saw before
    that of this very rendition, so that who could not have approved it is known afterwards, too. The
    trigger ``review_four_voices`` joins the same rows.
    """
    approvals = Review.objects.filter(
        revision__article=rendition.revision.article_id, decision=Decision.APPROVE
    ).exclude(revision__reviews__decision=Decision.WITHDRAW)
    own = rendition.reviews.filter(decision=Decision.APPROVE).first() if before_its_own else None
    if own is not None:
        approvals = approvals.filter(pk__lt=own.pk)
    approved = RenditionPronunciation.objects.filter(rendition__in=approvals.values("rendition"))
    return LexiconChange.objects.filter(renditions__rendition=rendition).exclude(
        pk__in=approved.values("change")
    )


def stands_in(grapheme: str, text: str) -> bool:
    """Whether a word stands in a text, in whatever case and beside whatever marks.

    At least wherever :mod:`content.speech.matching` would say it by the lexicon.
    """
    return _finder(grapheme).search(text) is not None


@cache
def _finder(grapheme: str) -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in _spellings(grapheme))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def fingerprint(language: str) -> str:
    """Return the SHA-256 (hex) of all that decides how texts of a language are said, cheaply.

    That is the site's lexicon, the rules and the shipped lexicon, the voice, and the software that
    speaks. Raises what :func:`content.voices.voice_for` and
    :func:`content.speech.spoken_form.spoken_form` raise for a language that is not spoken.
    """
    last = LexiconChange.objects.filter(language=language).aggregate(last=Max("pk"))["last"]
    made_by = engine.recipe(spoken_form("", language), voice_for(language))
    facts = (language, last, engine.key_of(made_by), _software())
    return hashlib.sha256(repr(facts).encode()).hexdigest()


@cache
def _software() -> tuple[str, ...]:
    folder = Path(__file__).resolve().parent
    files = [folder / name for name in ("announcements.py", "reading.py", "voicing.py")]
    files += sorted((folder / "speech").rglob("*.py")) + sorted((folder / "speech").rglob("*.pls"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return (
        __version__,
        version("sentencex"),
        digest.hexdigest(),
    )
