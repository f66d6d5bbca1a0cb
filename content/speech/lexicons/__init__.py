"""The lexicons that Plainvoice ships: a PLS 1.0 file a language, each entry with its source."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from content.speech import pls
from content.speech.rules import Entry

FOLDER = Path(__file__).resolve().parent


@cache
def shipped(language: str) -> tuple[pls.Lexeme, ...]:
    """Return what is shipped for a language, nothing where there is no file.

    Raises :class:`ValueError` for a file that is not whole: it is part of the software.
    """
    path = FOLDER / f"{language}.pls"
    if not path.is_file():
        return ()
    lexicon = pls.read(path.read_bytes())
    if lexicon.problems or lexicon.language != language:
        raise ValueError(f"{path.name}: {'; '.join(map(str, lexicon.problems)) or 'language'}")
    return lexicon.lexemes


def entries(language: str) -> tuple[Entry, ...]:
    """Return the shipped entries of a language, in the order of their file."""
    return tuple(lexeme.entry for lexeme in shipped(language))
