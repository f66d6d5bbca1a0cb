"""Voices chosen in the settings: merged over what is shipped, and wrong ones are named at the start."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from content import voices, voicing
from content.actions import SubmitRevision, VoiceRevision
from content.composition import sentences_of
from content.models import Clip, RevisionState
from content.speech.engine import VOICES, EngineUnavailable, SpeechError, Voice
from tests import factories


def problems() -> list[tuple[str, str]]:
    return [
        (found.id, found.msg)
        for found in run_checks()
        if found.id in ("content.E010", "content.E011")
    ]


def test_without_a_choice_the_shipped_voices_are_used() -> None:
    assert voices.voices() == VOICES
    assert problems() == []


def test_what_is_chosen_goes_over_what_is_shipped(settings: Settings) -> None:
    settings.PLAINVOICE_VOICES = {
        "en": {"rate": 110},
        "pt": {"engine": "espeak-ng-system", "name": "pt-br", "gain": 1.3, "words": "none"},
    }
    shipped = VOICES["en"]
    assert voices.voice_for("en") == Voice(shipped.name, "en", rate=110, gain=shipped.gain)
    assert voices.voice_for("pt") == Voice(
        "pt-br", "pt", rate=125, gain=1.3, engine="espeak-ng-system", words="none"
    )
    assert voices.voice_for("es") == VOICES["es"]
    with pytest.raises(SpeechError, match="'tlh'"):
        voices.voice_for("tlh")
    assert problems() == []


@pytest.mark.parametrize(
    ("chosen", "code", "why"),
    [
        ([], "content.E010", "not a dict of languages"),
        ({"en": "en-gb"}, "content.E010", "'en': that is not a dict"),
        ({"en": {"speed": 1}}, "content.E010", "no 'speed'"),
        ({"en": {"rate": "fast"}}, "content.E010", "'rate' has the wrong type"),
        ({"en": {"gain": True}}, "content.E010", "'gain' has the wrong type"),
        ({"en": {"gain": 0}}, "content.E010", "a factor above 0"),
        ({"en": {"words": "all"}}, "content.E010", "one of engine, aligned, none"),
        ({"en": {"options": {"library": 1}}}, "content.E010", "no text"),
        ({"en": {"name": "en-gb-x-rp"}}, "content.E010", "manage.py measure_voice en"),
        ({"en": {"engine": "espeak-ng-system"}}, "content.E010", "'name' is missing"),
        ({"fr": {"gain": 1.0}}, "content.E010", "'fr': 'name' is missing"),
        ({"en": {"name": "tlh", "gain": 1.0}}, "content.E011", "no voice 'tlh'"),
        ({"en": {"rate": 451}}, "content.E011", "rate 451 is not between 80 and 450"),
        (
            {"en": {"engine": "parrot", "name": "polly", "gain": 1.0}},
            "content.E011",
            "no engine 'parrot'",
        ),
        (
            {"en": {"engine": "pyttsx3", "name": "en", "gain": 1, "options": {"driver": "espeak"}}},
            "content.E011",
            "driver 'espeak' of pyttsx3 is not used",
        ),
    ],
)
def test_a_wrong_choice_is_named_before_anything_starts(
    settings: Settings, chosen: object, code: str, why: str
) -> None:
    settings.PLAINVOICE_VOICES = chosen
    ((found, message),) = problems()
    assert found == code
    assert why in message


def test_a_wrong_choice_is_no_sentences_fault(settings: Settings) -> None:
    settings.PLAINVOICE_VOICES = {"en": {"speed": 1}}
    with pytest.raises(EngineUnavailable, match="no 'speed'"):
        voices.voice_for("en")


def submitted(body: str):
    revision = factories.draft(body=body)
    return SubmitRevision(revision, actor=factories.staff("author", "author")).execute()


@pytest.mark.django_db
def test_another_voice_makes_new_clips_and_leaves_the_old_ones(settings: Settings) -> None:
    first = VoiceRevision(submitted("Sleep helps you heal.")).execute()
    before = set(Clip.objects.values_list("pk", "digest"))
    settings.PLAINVOICE_VOICES = {"en": {"rate": 150}}
    again = voicing.render(first)
    assert not {pk for pk, _ in before} & set(again.clip_ids)
    assert before < set(Clip.objects.values_list("pk", "digest"))


@pytest.mark.django_db
def test_a_voice_without_word_times_makes_renditions_whose_sentences_have_none(
    settings: Settings,
) -> None:
    settings.PLAINVOICE_VOICES = {"en": {"words": "none"}}
    revision = VoiceRevision(submitted("Sleep helps you heal. Eat well.")).execute()
    assert revision.state == RevisionState.IN_REVIEW
    clips = [sentence["clip"] for sentence in sentences_of(revision.rendition.reading)]
    assert len(clips) >= 2
    assert all(clip["words"] == [] and clip["duration_ms"] > 300 for clip in clips)


def measured(*arguments: str) -> str:
    out = io.StringIO()
    call_command("measure_voice", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_a_voice_is_measured_over_a_text_and_its_gain_told(
    settings: Settings, tmp_path: Path
) -> None:
    text = tmp_path / "text.md"
    text.write_text("Ask your doctor before you change anything. Write it down. " * 3)
    settings.PLAINVOICE_VOICES = {"en": {"name": "en-gb-x-rp"}}
    lines = dict(line.split(None, 1) for line in measured("en", "--text", str(text)).splitlines())
    assert lines["Voice"] == "espeak-ng, en-gb-x-rp, 125 words a minute"
    loudness = float(lines["Loudness"].split()[0])
    gain = float(lines["Set"].split()[1])
    assert gain == pytest.approx(10 ** ((-19 - loudness) / 20), rel=0.02)


def test_a_voice_that_cannot_be_measured_says_why(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        measured("en", "--text", str(tmp_path / "none.md"))
    with pytest.raises(CommandError, match="'tlh'"):
        measured("tlh")
    settings.PLAINVOICE_VOICES = {"en": {"name": "tlh"}}
    with pytest.raises(CommandError, match="no voice 'tlh'"):
        measured("en")
