"""``manage.py measure_voice``: how loud a language's voice is, and the gain to set."""

from __future__ import annotations

import math
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content import starter
from content.reading import MarkupError, read
from content.speech.engine import Engine, EngineUnavailable, SpeechError, voice_for
from content.speech.spoken_form import SpokenForm, spoken_form
from content.voices import BadVoices, voices

QUIET = 0.25
"""The gain that is measured with: far from the ceiling, so that nothing is turned down."""
ENOUGH_S = 60.0
"""Seconds of speech below which the figure says little about other texts."""


class Command(BaseCommand):
    help = "Measure a language's voice over long text and print the gain that makes it -19 LUFS."
    # A voice that has no gain yet is what this is for.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("language")
        parser.add_argument(
            "--text", type=Path, help="a text to speak (UTF-8); default: all that is shipped"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        import numpy as np

        from content.speech.limiter import CEILING, limited
        from content.speech.loudness import TARGET, TooShort, integrated, true_peak
        from content.speech.sound import SAMPLE_RATE

        language = options["language"]
        try:
            voice = voice_for(language, voices(measured=False))
            clips, left_out = self._spoken(replace(voice, gain=QUIET), options["text"])
        except (SpeechError, EngineUnavailable, BadVoices) as error:
            raise CommandError(str(error)) from error
        if not clips:
            raise CommandError(f"There is nothing to say in {language!r}. Give a text with --text.")
        whole = np.concatenate(clips) / QUIET
        try:
            loudness = integrated(whole, SAMPLE_RATE)
        except TooShort as error:
            raise CommandError(f"The loudness cannot be measured: {error}.") from error
        gain = 10 ** ((TARGET - loudness) / 20)
        turned = [limited(clip / QUIET * np.float32(gain)) for clip in clips]
        touched = sum(
            not np.array_equal(after, before / QUIET * np.float32(gain))
            for before, after in zip(clips, turned, strict=True)
        )
        seconds = len(whole) / SAMPLE_RATE
        peak = true_peak(whole, SAMPLE_RATE)
        say = self.stdout.write
        say(f"Voice        {voice.engine}, {voice.name}, {voice.rate} words a minute")
        say(f"Measured     {len(clips)} sentences, {seconds:.0f} s of speech")
        if left_out:
            say(f"Left out     {left_out} sentences that this voice cannot say")
        say(f"Loudness     {loudness:.1f} LUFS with a gain of 1 (ITU-R BS.1770)")
        say(f"True peak    {peak:.1f} dBTP with a gain of 1")
        say(f"Set gain     {gain:.2f} for {TARGET:g} LUFS")
        say(
            f"With it      {touched} of {len(clips)} clips have peaks above "
            f"{20 * math.log10(CEILING):.0f} dBTP that are turned down; "
            f"{integrated(np.concatenate(turned), SAMPLE_RATE):.1f} LUFS remain"
        )
        if voice.gain != round(gain, 2):
            say(f"It is now    {voice.gain:g}")
        if seconds < ENOUGH_S:
            self.stderr.write(f"That is less than {ENOUGH_S:.0f} s of speech: measure longer text.")

    def _spoken(self, voice: Any, text: Path | None) -> tuple[list[Any], int]:
        """Return every sentence's samples as the voice says them, and how many it cannot say."""
        import numpy as np

        said: list[Any] = []
        left_out = 0
        with Engine(voice) as engine:
            for form in _forms(voice.language, text):
                try:
                    (sound,) = engine.speak_all([form], encode=False)
                except SpeechError as error:
                    if not said and left_out > 10:
                        raise
                    left_out += 1
                    self.stderr.write(str(error))
                    continue
                said.append(np.frombuffer(sound.wav, "<i2").astype(np.float32) / 32767)
        return said, left_out


def _forms(language: str, text: Path | None) -> Iterator[SpokenForm]:
    """Yield what is said of a text, or of all that is shipped in a language."""
    if text is not None:
        try:
            bodies = [("Measured", text.read_text(encoding="utf-8"))]
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{text} cannot be read: {error}") from error
    else:
        drafts = [starter.draft_of(one) for one in starter.TEXTS if one.language == language]
        bodies = [(draft.title, draft.body) for draft in drafts]
    for title, body in bodies:
        try:
            reading = read(title, body, language)
        except MarkupError as error:
            raise CommandError("\n".join(map(str, error.problems))) from error
        for sentence in reading.sentences():
            yield spoken_form(sentence.text, language)
