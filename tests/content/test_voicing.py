"""Voicing: once, whole, outside any transaction; what was left undone is found again."""

from __future__ import annotations

import sys

import pytest

from content import reconcile, voicing
from content.actions import Invalid, SubmitRevision, VoiceRevision
from content.composition import sentences_of
from content.models import Clip, RevisionState
from content.speech import clips
from content.speech import engine as engine_module
from content.speech.words import words_of
from tests import factories
from tests.content.speech.test_engine import POISONED

pytestmark = pytest.mark.django_db


def submitted(body: str = "Sleep helps you heal. Eat well."):
    revision = factories.draft(body=body)
    return SubmitRevision(revision, actor=factories.staff("author", "author")).execute()


@pytest.fixture
def poisoned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real engine whose real worker dies at a word."""
    real = engine_module.Engine
    command = (sys.executable, "-c", POISONED)
    monkeypatch.setattr(clips, "Engine", lambda voice: real(voice, command=command, timeout=20))


def test_a_submitted_text_is_being_voiced_and_then_in_review() -> None:
    revision = submitted()
    assert revision.state == RevisionState.VOICING
    assert revision.rendition is None
    revision = VoiceRevision(revision).execute()
    assert revision.state == RevisionState.IN_REVIEW
    assert revision.rendition.text_digest == revision.text_digest


def test_voicing_twice_makes_one_rendition() -> None:
    revision = submitted()
    VoiceRevision(revision).execute()
    VoiceRevision(revision).execute()
    assert revision.renditions.count() == 1


def test_every_sentence_has_a_clip_whose_bytes_are_its_digest_and_every_word_a_time() -> None:
    revision = VoiceRevision(submitted("Take 0.5–1 mg (GABA). Call 911 – at once!")).execute()
    for sentence in sentences_of(revision.rendition.reading):
        clip = sentence["clip"]
        assert clips.read(clip["digest"], "opus")
        assert clips.read(clip["wav_digest"], "wav")
        timed = [(offset, length) for _, _, offset, length in clip["words"]]
        assert all(
            sum(offset <= at and at + size <= offset + length for offset, length in timed) == 1
            for at, size in words_of(sentence["text"])
        )
        assert all(start < end <= clip["duration_ms"] for start, end, _, _ in clip["words"])


def test_the_map_from_spoken_to_written_covers_both_without_a_gap() -> None:
    revision = VoiceRevision(submitted("Take 0.5–1 mg (GABA). Call 911 – at once!")).execute()
    for sentence in sentences_of(revision.rendition.reading):
        spoken = written = 0
        for spoken_start, spoken_length, written_start, written_length in sentence["map"]:
            assert (spoken_start, written_start) == (spoken, written)
            spoken, written = spoken + spoken_length, written + written_length
        assert (spoken, written) == (len(sentence["spoken"]), len(sentence["text"]))


def test_a_sentence_that_cannot_be_voiced_sends_the_text_back_with_the_sentence(poisoned) -> None:
    revision = VoiceRevision(submitted("Sleep well. Never eat arsenic.")).execute()
    assert revision.state == RevisionState.RETURNED
    review = revision.reviews.get()
    assert (review.reason, review.reviewer) == ("unvoiceable", None)
    assert '"Never eat arsenic."' in review.comment


def test_what_was_left_undone_is_found_from_the_data_and_finished() -> None:
    revision = submitted()
    said = list(reconcile.voice_what_waits())
    revision.refresh_from_db()
    assert revision.state == RevisionState.IN_REVIEW
    assert len(said) == 1
    assert list(reconcile.voice_what_waits()) == []


def test_an_engine_that_is_not_there_returns_nothing_to_anybody(monkeypatch) -> None:
    real = engine_module.Engine
    command = (sys.executable, "-c", "raise SystemExit(3)")
    monkeypatch.setattr(clips, "Engine", lambda voice: real(voice, command=command))
    revision = submitted("A sentence of its own for this.")
    (said,) = reconcile.voice_what_waits()
    assert "does not start" in said
    revision.refresh_from_db()
    assert revision.state == RevisionState.VOICING


@pytest.mark.usefixtures("own_clips")
def test_damaged_clips_are_named_and_never_made_again() -> None:
    VoiceRevision(submitted("Only this clip is damaged.")).execute()
    clip = Clip.objects.get(recipe__spoken="Only this clip is damaged.")
    file = clips.path(clip.digest, "opus")
    kept = file.read_bytes()
    try:
        file.write_bytes(b"noise")
        assert any(clip.digest in sentence for sentence in reconcile.damaged_clips())
        file.unlink()
        assert any("is gone" in sentence for sentence in reconcile.damaged_clips())
        assert not file.exists()
    finally:
        file.write_bytes(kept)
    assert list(reconcile.damaged_clips()) == []


def test_the_digest_of_a_text_is_of_all_that_is_shown() -> None:
    base = factories.draft("Title", "Text.")
    digest = voicing.text_digest_of(base)
    assert voicing.text_digest_of(factories.draft("Title", "Text.  ")) == digest
    assert voicing.text_digest_of(factories.draft("Title!", "Text.")) != digest
    assert voicing.text_digest_of(factories.draft("Title", "Text!")) != digest


def test_a_text_that_would_keep_all_others_waiting_is_not_submitted() -> None:
    revision = factories.draft(body="One. " * (voicing.MOST_SENTENCES - 1))
    assert voicing.findings(revision) == []
    revision = factories.draft("Too long", body="One. " * voicing.MOST_SENTENCES)
    assert "1001 sentences" in voicing.findings(revision)[0]
    with pytest.raises(Invalid) as refused:
        SubmitRevision(revision, actor=revision.edited_by).execute()
    assert refused.value.rule == "length"
