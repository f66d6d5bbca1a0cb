"""``manage.py read_aloud``: the approved clips, in the page's order, and the advice at the end."""

from __future__ import annotations

import os
import pty
import re
import shutil
import sys
import time
import warnings
from collections.abc import Iterator
from io import StringIO

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from content import pacing
from content.aloud.script import Script, script_of
from content.composition import compose
from content.management.commands import read_aloud
from content.models import Article
from content.speech import clips
from tests import factories
from tests.content.aloud.articles import SLUG, published, sounds
from tests.content.aloud.conftest import Device

ADVICE = [
    "Before you go",
    "Always consult a health care professional about the approach that is right for you.",
]
CTRL_C = b"\x03"
MARK = re.compile("\x1b\\[1;4m(.*?)\x1b\\[22;24m")
ESCAPE = re.compile("\x1b\\[[0-9;]*[a-zA-Z]")
needs_aplay = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("aplay"), reason="ALSA's player is not here"
)


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("read_aloud", *arguments, stdout=out)
    return out.getvalue()


def in_terminal(*arguments: str, keys: dict[str, bytes] | None = None) -> tuple[str, int]:
    """Run the command in a terminal of its own; return what that showed and the exit status.

    ``keys`` are pressed once their text is seen. The child has a copy of the test's database.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child, terminal = pty.fork()
    if child == 0:
        status = 70
        try:
            with open(1, "w", closefd=False) as out:
                call_command("read_aloud", *arguments, stdout=out)
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        finally:
            os._exit(status)
    shown = b""
    waiting = dict(keys or {})
    try:
        while part := os.read(terminal, 65536):
            shown += part
            for text in [text for text in waiting if text.encode() in shown]:
                os.write(terminal, waiting.pop(text))
    except OSError:
        pass  # Linux says that the other side is gone in this way.
    os.close(terminal)
    _, wait_status = os.waitpid(child, 0)
    assert not waiting
    return shown.decode().replace("\r", ""), os.waitstatus_to_exitcode(wait_status)


def plain(shown: str) -> str:
    """What a terminal showed as one line, without its marks and breaks."""
    return " ".join(ESCAPE.sub("", shown).split())


@pytest.mark.django_db
class ReadTests(TestCase):
    """One article for all of these, since its voice takes a second."""

    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = published()

    @pytest.fixture(autouse=True)
    def environment(self, device: Device, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        self.device = device
        self.monkeypatch = monkeypatch
        self.pauses: list[float] = []

        def quicker(seconds: float) -> None:
            self.pauses.append(seconds)
            time.sleep(seconds / 5)

        monkeypatch.setattr(read_aloud, "sleep", quicker)
        yield

    def script(self) -> Script:
        return script_of(SLUG)

    @needs_aplay
    def test_it_says_what_the_page_says_with_its_pauses_and_the_advice_last(self) -> None:
        rendition = self.article.public_rendition
        assert rendition is not None
        said = pacing.of_page(compose(self.article, rendition))
        lines = [line for line in printed(SLUG, "--player", "aplay").splitlines() if line]
        # Plain lines: this is no terminal.
        assert lines == [one.piece["text"] for one in said]
        assert self.pauses == [one.pause_ms / 1000 for one in said]
        assert lines[0] == "Rest"
        assert lines.index("Do you need help now?") < lines.index("Sleep helps you heal.")
        assert lines.index("Warning:") + 1 == lines.index("Ask before you stop.")
        assert lines[-2:] == ADVICE
        assert np.array_equal(self.device.heard, sounds(self.script().whole))

    @needs_aplay
    def test_in_a_terminal_each_word_is_marked_in_its_turn(self) -> None:
        shown, status = in_terminal(SLUG, "--player", "aplay")
        assert status == 0
        assert MARK.findall(shown) == [
            piece.text[offset : offset + length]
            for piece in self.script().whole
            for _, offset, length in piece.words
        ]
        assert "dark" in MARK.findall(shown)
        assert MARK.search(shown.splitlines()[-1]) is None
        assert np.array_equal(self.device.heard, sounds(self.script().whole))

    @needs_aplay
    def test_ctrl_c_ends_the_article_and_the_advice_is_said(self) -> None:
        keys = {"Do you need help now?": CTRL_C}
        shown, status = in_terminal(SLUG, "--player", "aplay", keys=keys)
        assert status == read_aloud.INTERRUPTED
        words = plain(shown)
        assert "A dark room helps." not in words
        assert words.endswith(ADVICE[-1])
        advice = sounds(self.script().advice)
        assert np.array_equal(self.device.heard[-len(advice) :], advice)
        assert len(self.device.heard) < len(sounds(self.script().whole))

    @needs_aplay
    def test_ctrl_c_again_ends_at_once_and_the_advice_is_still_shown(self) -> None:
        keys = {"Do you need help now?": CTRL_C, "Before you go": CTRL_C}
        shown, status = in_terminal(SLUG, "--player", "aplay", keys=keys)
        assert status == read_aloud.INTERRUPTED
        assert plain(shown).endswith(ADVICE[-1])
        last = sounds(self.script().advice[-1:])
        assert not np.array_equal(self.device.heard[-len(last) :], last)

    def test_without_sound_the_advice_is_still_shown_and_the_error_says_what_helps(self) -> None:
        out = StringIO()
        with pytest.raises(CommandError, match="name another player with --player") as refused:
            call_command("read_aloud", SLUG, "--player", "false", stdout=out)
        assert refused.value.returncode == 1
        assert out.getvalue().splitlines()[-2:] == ADVICE

    @needs_aplay
    def test_without_a_sound_device_the_error_is_the_players_own(self) -> None:
        self.device.configuration.write_text(
            "</usr/share/alsa/alsa.conf>\npcm.!default { type hw; card 31 }\n"
        )
        with pytest.raises(CommandError, match=r"played here\. aplay says: .*open"):
            printed(SLUG, "--player", "aplay")

    def test_what_is_not_public_is_refused(self) -> None:
        factories.draft("Not public", "It is a draft.")
        notice = factories.notice().slug
        for slug in ("nothing-of-that-name", "not-public", notice):
            for arguments in ((slug, "--player", "true"), (slug, "--to", "never.wav")):
                with pytest.raises(CommandError, match=f"with the address {slug}") as refused:
                    printed(*arguments)
                assert refused.value.returncode == 1

    def test_a_clip_that_is_gone_is_named_before_anything_is_said(self) -> None:
        last = self.script().article[-1]
        stored = last.wav()
        clips.path(last.wav_digest, "wav").unlink()
        out = StringIO()
        try:
            with pytest.raises(CommandError, match=f"The clip {last.wav_digest}.wav is gone"):
                call_command("read_aloud", SLUG, "--player", "true", stdout=out)
        finally:
            clips.write(stored, "wav")
        assert out.getvalue() == ""

    def test_a_player_and_a_file_are_not_asked_for_together(self) -> None:
        with pytest.raises(CommandError, match="not allowed with"):
            printed(SLUG, "--player", "true", "--to", "never.wav")
