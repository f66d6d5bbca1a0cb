"""``read_aloud --to``: a sound file of the stored clips, whole or not at all."""

from __future__ import annotations

import stat
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from django.core.management import CommandError, call_command
from django.test import TestCase

from content.aloud import files
from content.aloud.script import Script, script_of
from content.speech import clips
from content.speech.join import read_opus
from content.speech.sound import SAMPLE_RATE
from tests.content.aloud.articles import SLUG, published, sound


def written(path: Path) -> str:
    out = StringIO()
    call_command("read_aloud", SLUG, "--to", str(path), stdout=out)
    return out.getvalue()


def expected(script: Script) -> np.ndarray[Any, Any]:
    parts = []
    for piece in script.whole:
        parts += [sound(piece), np.zeros(piece.pause_ms * SAMPLE_RATE // 1000, dtype=np.int16)]
    return np.concatenate(parts)


@pytest.mark.django_db
class WrittenTests(TestCase):
    """One article for all of these, since its voice takes a second."""

    @classmethod
    def setUpTestData(cls) -> None:
        published()

    @pytest.fixture(autouse=True)
    def environment(self, tmp_path: Path) -> None:
        self.folder = tmp_path
        self.script = script_of(SLUG)

    def test_wav_and_flac_hold_the_stored_samples_the_pauses_and_the_advice_last(self) -> None:
        for name, form in (("a.wav", "WAV"), ("a.flac", "FLAC")):
            printed = written(self.folder / name)
            with soundfile.SoundFile(self.folder / name) as file:
                assert (file.format, file.subtype, file.title) == (form, "PCM_16", "Rest")
                assert file.samplerate == SAMPLE_RATE
                found = file.read(dtype="int16")
            assert np.array_equal(found, expected(self.script))
            seconds = len(found) // SAMPLE_RATE
            assert printed == f"{self.folder / name}: Rest, 0 min {seconds} s.\n"
        advice = sound(self.script.advice[-1])
        assert np.array_equal(found[-len(advice) - self.last_pause() : -self.last_pause()], advice)

    def last_pause(self) -> int:
        return self.script.whole[-1].pause_ms * SAMPLE_RATE // 1000

    def test_opus_holds_the_stored_packets_in_order(self) -> None:
        path = self.folder / "a.opus"
        written(path)
        packets = iter(read_opus(path.read_bytes()).packets)
        for piece in self.script.whole:
            for packet in read_opus(piece.opus()).packets:
                assert packet in packets
        with soundfile.SoundFile(path) as file:
            assert (file.format, file.subtype, file.title) == ("OGG", "OPUS", "Rest")
            assert abs(file.frames / file.samplerate - self.seconds()) < 0.5

    def seconds(self) -> float:
        return len(expected(self.script)) / SAMPLE_RATE

    def test_mp3_says_the_same_to_the_end(self) -> None:
        path = self.folder / "A.MP3"
        written(path)
        with soundfile.SoundFile(path) as file:
            assert (file.format, file.subtype, file.title) == ("MP3", "MPEG_LAYER_III", "Rest")
            found = file.read(dtype="float32")
        wanted = expected(self.script) / 32768
        assert abs(len(found) - len(wanted)) < SAMPLE_RATE / 5
        # MP3 shifts by what its filter needs; within a tenth of a second it is the same sound.
        tenth = SAMPLE_RATE // 10
        count = min(len(found), len(wanted)) // tenth
        loudness = [
            np.sqrt((sound[: count * tenth].reshape(count, tenth) ** 2).mean(axis=1))
            for sound in (found, wanted)
        ]
        assert np.corrcoef(*loudness)[0, 1] > 0.9

    def test_another_ending_is_refused_with_the_four_that_there_are(self) -> None:
        for name in ("a.aac", "a", ".wav", "a.ogg"):
            with pytest.raises(
                CommandError, match=r"must end in \.wav, \.flac, \.opus or \.mp3"
            ) as refused:
                written(self.folder / name)
            assert refused.value.returncode == 1
        assert list(self.folder.glob("*a*")) == []

    def test_a_file_that_is_there_is_replaced_by_a_whole_one(self) -> None:
        path = self.folder / "a.wav"
        path.write_bytes(b"the old one")
        written(path)
        assert len(soundfile.read(path)[0]) == len(expected(self.script))
        assert [one.name for one in self.folder.glob("*a.wav*")] == ["a.wav"]

    def test_a_file_that_is_there_stays_where_the_new_one_does_not_become_whole(self) -> None:
        last = self.script.whole[-1]
        for name, digest, form in (
            ("a.wav", last.wav_digest, "wav"),
            ("a.opus", last.opus_digest, "opus"),
        ):
            path = self.folder / name
            path.write_bytes(b"the old one")
            stored = clips.read(digest, form)
            # It goes while the file is being written: the script had found it whole.
            clips.path(digest, form).unlink()
            try:
                with pytest.raises(clips.Damaged):
                    files.write(self.script, path)
            finally:
                clips.write(stored, form)
            assert path.read_bytes() == b"the old one"
            assert [one.name for one in self.folder.glob(f"*{name}*")] == [name]

    def test_a_new_file_may_be_read_by_whoever_may_read_new_files(self) -> None:
        written(self.folder / "a.opus")
        plain = self.folder / "plain"
        plain.touch()
        modes = [stat.S_IMODE(one.stat().st_mode) for one in (plain, self.folder / "a.opus")]
        assert modes[0] == modes[1]

    def test_where_nothing_can_be_written_it_says_so(self) -> None:
        (self.folder / "b.wav").mkdir()
        with pytest.raises(CommandError, match=r"b\.wav is a folder"):
            written(self.folder / "b.wav")
        with pytest.raises(CommandError, match="No such file or directory"):
            written(self.folder / "nowhere" / "a.opus")
