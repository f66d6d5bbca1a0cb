"""``manage.py read_aloud``: an article on the machine's loudspeaker, or in a sound file."""

from __future__ import annotations

import signal
import sys
import threading
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content.aloud import files
from content.aloud.loudspeaker import PLAYERS, Loudspeaker, NoSound, commands
from content.aloud.script import NotReadable, Piece, Script, script_of
from content.aloud.terminal import Page

GAP_MS = 500
"""A pause from which on the terminal leaves a line."""
INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""


class Command(BaseCommand):
    help = (
        "Speak a public article, word by word in the terminal. Ctrl-C goes on to the closing "
        "advice; Ctrl-C again ends at once."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the article's address")
        either = parser.add_mutually_exclusive_group()
        either.add_argument(
            "--to",
            type=Path,
            metavar="FILE",
            help="write a sound file instead; its name ends in .wav, .flac, .opus or .mp3",
        )
        either.add_argument(
            "--player",
            metavar="PROGRAM",
            help=f"{', '.join(one.name for one in PLAYERS)}, or a command that plays a WAV file",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["to"] is not None:
                files.ending_of(options["to"])
                self._write(script_of(options["slug"]), options["to"])
                return
            self._speak(script_of(options["slug"]), commands(options["player"]))
        except (NotReadable, files.NotWritable, NoSound) as error:
            raise CommandError(str(error), returncode=1) from error

    def _write(self, script: Script, path: Path) -> None:
        seconds = files.write(script, path) // 1000
        self.stdout.write(f"{path}: {script.title}, {seconds // 60} min {seconds % 60} s.")

    def _speak(self, script: Script, players: Sequence[Sequence[str]]) -> None:
        page = Page(self.stdout)
        interrupted = False
        before: int | None = None
        try:
            with Loudspeaker(players) as loudspeaker:
                try:
                    for piece in script.article:
                        _say(piece, page, loudspeaker)
                except KeyboardInterrupt:
                    interrupted = True
                    page.end()
                    page.gap()
                before = page.begun
                for piece in script.advice:
                    _say(piece, page, loudspeaker)
        except KeyboardInterrupt:
            interrupted = True
        finally:
            # Whatever happens, nobody is left without it.
            with undisturbed():
                page.end()
                for piece in script.advice[page.begun - before if before is not None else 0 :]:
                    page.begin(piece.text)
        if interrupted:
            sys.exit(INTERRUPTED)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let no Ctrl-C in: only the main thread is ever sent one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _say(piece: Piece, page: Page, loudspeaker: Loudspeaker) -> None:
    """Play a clip, its words marked as they are said, and keep the silence behind it."""
    wav = piece.wav()
    page.begin(piece.text, [(offset, length) for _, offset, length in piece.words])
    starts = [start for start, _, _ in piece.words]
    loudspeaker.play(wav, piece.duration_ms, starts, page.mark)
    page.end()
    if piece.pause_ms >= GAP_MS:
        page.gap()
    sleep(piece.pause_ms / 1000)
