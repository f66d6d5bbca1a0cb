"""The site's lexicon as PLS 1.0 files: given out, and taken in word by word through the action."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings

from content import lexicon
from content.actions.base import Refused, require
from content.actions.lexicon import ChangePronunciation, tracer
from content.speech import pls
from content.speech.lexicons import shipped
from content.speech.rules import Entry

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(slots=True)
class Report:
    """What became of a file: words that came in, were there already, and could not come in."""

    taken: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def give_out(language: str, *, with_shipped: bool = False) -> bytes:
    """Return the words in force of a language as PLS 1.0; with the shipped ones that they leave."""
    lexemes = {
        lexicon.key_of(change.grapheme): pls.Lexeme(
            Entry(change.grapheme, change.alias, change.phonemes), change.note
        )
        for change in lexicon.in_force(language)
    }
    if with_shipped:
        for lexeme in shipped(language):
            lexemes.setdefault(lexicon.key_of(lexeme.entry.grapheme), lexeme)
    return pls.write(language, [lexemes[key] for key in sorted(lexemes)])


def take_in(data: bytes, *, actor: User) -> Report:
    """Take the words of a PLS 1.0 file, each by :class:`ChangePronunciation`; name each that fails.

    What cannot come in keeps nothing else out. Raises :class:`content.speech.pls.NotPls` for a file
    of which nothing can be used, and :class:`Refused` for a person who may not.
    """
    require(actor, "content.add_lexiconchange", "changing how words are said")
    report = Report()
    found = pls.read(data)
    report.failed += [str(problem) for problem in found.problems]
    if found.language not in settings.PLAINVOICE_LANGUAGES:
        offered = ", ".join(settings.PLAINVOICE_LANGUAGES)
        raise pls.NotPls(
            1, f'its language is "{found.language}", and this kiosk offers: {offered}.'
        )
    with tracer(found.language) as engine:
        for lexeme in found.lexemes:
            entry = lexeme.entry
            action = ChangePronunciation(
                actor=actor,
                language=found.language,
                grapheme=entry.grapheme,
                alias=entry.alias,
                phonemes=entry.phonemes,
                note=lexeme.source,
                trace=engine.phonemes,
            )
            try:
                action.execute()
            except Refused as refused:
                if refused.rule == "same":
                    report.same.append(entry.grapheme)
                else:
                    problem = pls.Problem(lexeme.line, entry.grapheme, refused.message)
                    report.failed.append(str(problem))
            else:
                report.taken.append(entry.grapheme)
    return report
