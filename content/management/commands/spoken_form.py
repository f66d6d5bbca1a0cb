"""``manage.py spoken_form TEXT``: what would be said, and what nobody may say before it is clear."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from content.lexicon import entries
from content.reading import sentences_in
from content.speech.rules import LANGUAGES, Entry
from content.speech.spoken_form import spoken_form

UNKNOWN_LANGUAGE = 2
"""The exit status, so that a script can tell a mistake in its call from a text that is unclear."""


class Command(BaseCommand):
    help = (
        "Print what would be said for a text, a sentence a line. What is unresolved is named on "
        "standard error, and the exit status is 1."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", metavar="TEXT", help="the text, or - for standard input")
        parser.add_argument("--language", default=settings.PLAINVOICE_LANGUAGE)

    def handle(self, *args: Any, **options: Any) -> None:
        language = options["language"]
        if language not in LANGUAGES:
            raise CommandError(
                f"There are no rules for saying the language {language!r}. "
                f"There are some for: {', '.join(LANGUAGES)}.",
                returncode=UNKNOWN_LANGUAGE,
            )
        text = sys.stdin.read() if options["text"] == "-" else options["text"]
        site = self._site_entries(language)
        unresolved = 0
        for sentence in sentences_in(text, language):
            form = spoken_form(sentence, language, site)
            self.stdout.write(form.text)
            for piece in form.unresolved:
                unresolved += 1
                self.stderr.write(f'"{piece.text}" in "{sentence}": {piece.reason}')
        if unresolved:
            raise CommandError(f"Unresolved: {unresolved}. This would not be said.", returncode=1)

    def _site_entries(self, language: str) -> tuple[Entry, ...]:
        """Return the site's own pronunciations; none, said so, where there is no database yet."""
        try:
            return entries(language)
        except DatabaseError:
            self.stderr.write("There is no database yet, so only the shipped lexicon is used.")
            return ()
