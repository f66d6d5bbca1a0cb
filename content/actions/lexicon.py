"""Saying how a word is said: each change is appended, with who made it, and is in force at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from content import lexicon
from content.actions.base import Conflict, Invalid, record, require
from content.models import LexiconChange
from content.speech import pronunciation
from content.speech.engine import Engine, EngineUnavailable, SpeechError, voice_for
from content.speech.pronunciation import Unfit

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LONGEST_NOTE = 500
Trace = Callable[[Sequence[str]], Sequence[str]]


def tracer(language: str) -> Engine:
    """Return an engine that tells phonemes: the shipped voice's, whatever the site speaks with.

    Phonemes are espeak-ng's, and what sounds like a number sounds so with any voice.
    """
    return Engine(voice_for(language), workers=1)


class _Change:
    """What both changes share. ``seen`` is the newest change that the person was shown, 0 for none;
    without it what others changed meanwhile is not asked for.
    """

    def __init__(
        self, *, actor: User, language: str, grapheme: str, note: str, seen: int | None
    ) -> None:
        self.actor = actor
        self.language = language
        self.grapheme = lexicon.tidy(grapheme)
        self.note = lexicon.tidy(note)
        self.seen = seen

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not change it, whatever they write."""
        require(self.actor, "content.add_lexiconchange", "changing how words are said")
        if self.language not in settings.PLAINVOICE_LANGUAGES:
            offered = ", ".join(settings.PLAINVOICE_LANGUAGES)
            raise Invalid(
                "language", f'This kiosk does not offer "{self.language}". It offers: {offered}.'
            )
        if len(self.note) > LONGEST_NOTE:
            raise Invalid("note", f"A note has at most {LONGEST_NOTE} characters.")

    def _newest(self) -> LexiconChange | None:
        """Return the word's newest change, or raise where it is not the one that was shown."""
        changes = lexicon.history(self.language, self.grapheme)
        newest = changes[0] if changes else None
        if self.seen is not None and (newest.pk if newest else 0) != self.seen:
            who = newest.changed_by.get_username() if newest else "Somebody"
            raise Conflict(
                "version",
                f"{who} changed how this word is said while you were writing. Look at the newest "
                "and decide again.",
            )
        return newest

    def _append(
        self, *, alias: str = "", phonemes: str = "", retired: bool = False
    ) -> LexiconChange:
        change = LexiconChange.objects.create(
            language=self.language,
            grapheme=self.grapheme,
            alias=alias,
            phonemes=phonemes,
            note=self.note,
            retired=retired,
            changed_by=self.actor,
        )
        record(
            "retire_word" if retired else "pronounce",
            actor=self.actor,
            language=self.language,
            word=self.grapheme,
            alias=alias,
            phonemes=phonemes,
            note=self.note,
        )
        transaction.on_commit(partial(_enqueue, self.language))
        return change


class ChangePronunciation(_Change):
    """Say how a word is said: by an alias ("sounds like") or by phonemes, not both."""

    def __init__(
        self,
        *,
        actor: User,
        language: str,
        grapheme: str,
        alias: str = "",
        phonemes: str = "",
        note: str = "",
        seen: int | None = None,
        trace: Trace | None = None,
    ) -> None:
        super().__init__(actor=actor, language=language, grapheme=grapheme, note=note, seen=seen)
        self.alias = lexicon.tidy(alias)
        self.phonemes = " ".join(phonemes.split())
        self._trace = trace
        self._fits = False

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done.

        What the engine makes of it is asked for once, and takes about as long as its start.
        """
        self.check_standing()
        newest = self._newest()
        if newest is not None and (newest.alias, newest.phonemes) == (self.alias, self.phonemes):
            raise Invalid("same", "The word is said like this already. Nothing was changed.")
        if not self.alias and not self.phonemes:
            raise Invalid("alias", "Write what the word sounds like, or its phonemes.")
        if self.alias and self.phonemes:
            raise Invalid(
                "alias", "Give either what the word sounds like or its phonemes, not both."
            )
        if not self._fits:
            self._check_sound()
            self._fits = True

    def _check_sound(self) -> None:
        try:
            pronunciation.check_word(self.grapheme, self.language)
            if self._trace is not None:
                self._check_said(self._trace)
                return
            with tracer(self.language) as engine:
                self._check_said(engine.phonemes)
        except Unfit as unfit:
            raise Invalid(unfit.field, str(unfit)) from unfit
        except SpeechError as error:
            raise Invalid("phonemes" if self.phonemes else "alias", str(error)) from error
        except EngineUnavailable as error:
            raise Conflict(
                "engine", "The voice does not answer, so nobody can hear the word. Try again."
            ) from error

    def _check_said(self, trace: Trace) -> None:
        if self.alias:
            if self.alias.casefold() == self.grapheme.casefold():
                # Where a shipped entry says it otherwise, this is how the engine says it by itself.
                return
            pronunciation.check_alias(self.alias, self.language, trace)
        else:
            pronunciation.check_phonemes(self.phonemes, self.grapheme, self.language, trace)

    def execute(self) -> LexiconChange:
        """Return the change. What it touches is voiced anew by the worker, and waits for review."""
        # The engine is asked before the transaction, which would keep others waiting for it.
        self.check()
        with transaction.atomic():
            self.check()
            return self._append(alias=self.alias, phonemes=self.phonemes)


class RetirePronunciation(_Change):
    """Take a word from the site's lexicon: the shipped one, or the engine, says it again."""

    def __init__(
        self, *, actor: User, language: str, grapheme: str, note: str = "", seen: int | None = None
    ) -> None:
        super().__init__(actor=actor, language=language, grapheme=grapheme, note=note, seen=seen)

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        newest = self._newest()
        if newest is None or newest.retired:
            raise Conflict("state", "The site's lexicon does not have this word.")

    @transaction.atomic
    def execute(self) -> LexiconChange:
        """Return the change, which keeps the word as it was spelled before."""
        self.check()
        newest = self._newest()
        assert newest is not None  # noqa: S101 - check() has refused that
        self.grapheme = newest.grapheme
        return self._append(retired=True)


def _enqueue(language: str) -> None:
    from content.tasks import revoice  # tasks import the actions

    revoice.enqueue(language)
