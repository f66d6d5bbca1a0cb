"""Stored clips: spoken once, kept for ever, and noticed when they are damaged."""

from __future__ import annotations

import hashlib
import os

import pytest

from content.models import Clip
from content.speech import clips
from content.speech.engine import SpeechError, voice_for
from content.speech.sound import Sound
from content.speech.spoken_form import spoken_form

pytestmark = pytest.mark.django_db
VOICE = voice_for("en")


def forms(*texts: str):
    return [spoken_form(text, "en") for text in texts]


def test_a_sentence_is_spoken_once_for_all_articles() -> None:
    first = clips.voiced(forms("Rest well.", "Sleep well.", "Rest well."), VOICE)
    assert first[0] == first[2] != first[1]
    assert Clip.objects.count() == 2
    again = clips.voiced(forms("Sleep well.", "Rest well."), VOICE)
    assert again == [first[1], first[0]]
    assert Clip.objects.count() == 2


def test_a_clip_is_named_by_the_digest_of_its_bytes() -> None:
    (clip,) = clips.voiced(forms("Rest well."), VOICE)
    for digest, form in ((clip.digest, "opus"), (clip.wav_digest, "wav")):
        data = clips.path(digest, form).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
        assert clips.read(digest, form) == data


@pytest.mark.usefixtures("own_clips")
def test_changed_or_lost_bytes_are_named_and_never_served() -> None:
    (clip,) = clips.voiced(forms("A clip that is damaged."), VOICE)
    file = clips.path(clip.digest, "opus")
    kept = file.read_bytes()
    try:
        file.write_bytes(kept[:-1] + b"x")
        with pytest.raises(clips.Damaged, match="has changed"):
            clips.read(clip.digest, "opus")
        file.unlink()
        with pytest.raises(clips.Damaged, match="is gone"):
            clips.read(clip.digest, "opus")
    finally:
        file.write_bytes(kept)


def test_what_is_stored_first_stays() -> None:
    digest = clips.write(b"first", "opus")
    stamp = clips.path(digest, "opus").stat().st_mtime_ns
    assert clips.write(b"first", "opus") == digest
    assert clips.path(digest, "opus").stat().st_mtime_ns == stamp


@pytest.mark.parametrize(
    ("digest", "form"), [("../../x", "opus"), ("a" * 64, "mp3"), ("A" * 64, "opus"), ("", "opus")]
)
def test_no_name_leads_out_of_the_store(digest: str, form: str) -> None:
    with pytest.raises(ValueError, match="no clip"):
        clips.path(digest, form)


def test_the_sentences_before_one_that_cannot_be_voiced_are_kept(monkeypatch) -> None:
    import sys

    from content.speech import engine as engine_module
    from tests.content.speech.test_engine import POISONED

    command = (sys.executable, "-c", POISONED)
    real = engine_module.Engine
    monkeypatch.setattr(
        clips, "Engine", lambda voice: real(voice, command=command, timeout=20, workers=1)
    )
    with pytest.raises(SpeechError, match="arsenic"):
        clips.voiced(forms(*[f"Good {n}." for n in range(9)], "Eat arsenic."), VOICE)
    assert Clip.objects.count() >= 4


@pytest.fixture
def other_sound() -> Sound:
    """Bytes that no other test stores."""
    return Sound(b"opus of the loser", b"wav of the loser", 10, [])


def files_of(sound: Sound) -> list[bool]:
    return [
        clips.path(hashlib.sha256(data).hexdigest(), form).exists()
        for data, form in ((sound.opus, "opus"), (sound.wav, "wav"))
    ]


def test_who_stores_second_leaves_no_bytes_behind(other_sound: Sound) -> None:
    (clip,) = clips.voiced(forms("Spoken by two at once."), VOICE)
    assert clips._stored(clip.key, clip.recipe, other_sound) == clip
    assert files_of(other_sound) == [False, False]
    assert clips.read(clip.digest, "opus")
    assert clips.read(clip.wav_digest, "wav")


def test_bytes_that_any_clip_names_stay(other_sound: Sound) -> None:
    (first,) = clips.voiced(forms("Spoken by two at once."), VOICE)
    clips._stored("another key", first.recipe, other_sound)
    clips._stored(first.key, first.recipe, other_sound)
    assert files_of(other_sound) == [True, True]


@pytest.mark.usefixtures("own_clips")
def test_what_a_dead_writer_left_unfinished_goes_after_a_day_and_nothing_else(
    settings, tmp_path
) -> None:
    settings.DATA = tmp_path
    (clip,) = clips.voiced(forms("Rest well."), VOICE)
    kept = clips.path(clip.digest, "opus")
    old, new = kept.with_name(".new-old"), kept.with_name(".new-new")
    for file in (old, new):
        file.write_bytes(b"half")
    for file in (old, kept):
        os.utime(file, (0, 0))
    assert clips.sweep() == 1
    assert [file.exists() for file in (old, new, kept)] == [False, True, True]
    assert clips.sweep() == 0


@pytest.mark.usefixtures("own_clips")
def test_bytes_that_somebody_dropped_meanwhile_are_written_again_before_they_are_named(
    settings, tmp_path, monkeypatch
) -> None:
    settings.DATA = tmp_path
    real = Clip.objects.get_or_create

    def after_a_drop(**wanted):
        # Whoever was second with the same bytes has dropped them before our transaction began.
        clips.path(wanted["defaults"]["wav_digest"], "wav").unlink()
        return real(**wanted)

    monkeypatch.setattr(Clip.objects, "get_or_create", after_a_drop)
    (clip,) = clips.voiced(forms("Rest well."), VOICE)
    assert clips.read(clip.wav_digest, "wav")
