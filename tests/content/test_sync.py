"""The word times are compared with the sound itself, and the figures are kept."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.test import TestCase
from django.urls import reverse

from content import starter, sync
from content.composition import sentences_of
from content.management.commands.measure_sync import Command
from content.models import Article, Clip, Rendition, RenditionClip, SyncMeasurement
from content.speech import alignment, clips
from content.speech.sound import SAMPLE_RATE, encode
from tests import factories
from tests.content.stores import own_store

pytestmark = pytest.mark.django_db

LONG = Path(__file__).parent / "long"
SLUG = "rest-and-clonazepam"
WORDS = 23
"""Of the short article, as they are written."""


def told(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command("measure_sync", *arguments, stdout=out, **options)
    return out.getvalue()


def public(title: str, body: str, **fields: Any) -> Article:
    article = factories.approved(title, body, **fields).article
    article.refresh_from_db()
    return article


def rendition_of(article: Article) -> Rendition:
    assert article.public_rendition is not None
    return article.public_rendition


def mutable(article: Article) -> Rendition:
    """Return the public rendition, whose reading a test may spoil: nothing of it is saved."""
    article.refresh_from_db()
    return rendition_of(article)


class PublishedTests(TestCase):
    """One short article for all of these, since its voice takes a second."""

    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = public(
            "Rest and clonazepam",
            "Sleep helps you heal.\n\n## At night\n\nA dark room helps, and so does quiet. "
            "Clonazepam can cause drowsiness for 2–3 hours.",
        )

    def test_every_word_is_timed_and_close_to_its_sound(self) -> None:
        rendition = rendition_of(self.article)
        assert sync.untimed(rendition) == []
        found = sync.measure(rendition)
        assert found.not_compared == ()
        assert len(found.errors) == WORDS
        median_ms, p95_ms, worst_ms = found.figures
        assert median_ms <= sync.MEDIAN_TARGET_MS
        assert p95_ms <= sync.P95_TARGET_MS
        assert p95_ms <= worst_ms

    def test_words_that_are_lit_late_are_found_to_be_late(self) -> None:
        rendition = mutable(self.article)
        before = sync.measure(rendition)
        for sentence in sentences_of(rendition.reading):
            for word in sentence["clip"]["words"]:
                word[0] += 300
        after = sync.measure(rendition)
        assert [one.error_ms - 300 for one in after.errors] == [
            one.error_ms for one in before.errors
        ]
        assert after.figures[0] >= 300 - sync.MEDIAN_TARGET_MS

    def test_a_word_without_a_time_is_named(self) -> None:
        rendition = mutable(self.article)
        rendition.reading["title"]["clip"]["words"].pop()
        assert sync.untimed(rendition) == ["clonazepam"]
        (one,) = sync.measure(rendition).not_compared
        assert (one.word, one.why) == ("clonazepam", "it has no time")

    def test_a_sentence_that_the_aligner_cannot_follow_is_not_compared_and_says_why(self) -> None:
        rendition = mutable(self.article)
        title = rendition.reading["title"]["clip"]
        silence = np.zeros(title["duration_ms"] * SAMPLE_RATE // 1000, dtype=np.float32)
        title["wav_digest"] = clips.write(encode(silence, "wav"), "wav")
        found = sync.measure(rendition)
        assert [one.word for one in found.not_compared] == ["Rest", "and", "clonazepam"]
        assert {one.why for one in found.not_compared} == {
            "the aligner could not follow its sentence"
        }
        assert len(found.errors) == WORDS - 3

    def test_the_command_tells_and_keeps_the_figures_of_everything_public(self) -> None:
        lines = told().splitlines()
        assert [line.partition(":")[0] for line in lines] == ["closing-advice-en", SLUG]
        figures = rf"median \d+ ms, 95 % within \d+ ms, worst \d+ ms\. Compared: {WORDS} words\."
        assert re.fullmatch(f"{SLUG}: {figures}", lines[1])
        kept = rendition_of(self.article).sync_measurements.get()
        assert str(kept) in lines[1]
        assert (kept.words, kept.not_compared) == (WORDS, 0)
        assert re.fullmatch(r"pocketsphinx \d+\.\d+\.\d+", kept.aligner)

    def test_the_command_measures_one_article_and_names_its_worst_words_when_asked(self) -> None:
        printed = told(SLUG, verbosity=2)
        assert len(re.findall(r'^  [+-]\d+ ms: "\S+" in ".+"$', printed, re.M)) == 10
        assert SyncMeasurement.objects.count() == 1

    def test_measuring_again_keeps_both_figures(self) -> None:
        told("closing-advice-en")
        told("closing-advice-en")
        assert SyncMeasurement.objects.count() == 2

    def test_what_is_not_public_is_refused(self) -> None:
        factories.draft("Not public", "It is a draft.")
        for slug in ("nothing-of-that-name", "not-public"):
            with pytest.raises(CommandError, match=f"public has the address {slug}") as refused:
                told(slug)
            assert refused.value.returncode == 1

    def test_what_cannot_be_measured_says_why_and_that_is_no_error(self) -> None:
        rendition = mutable(self.article)
        clip = rendition.clips.first()
        assert clip is not None
        for words, why in (
            ("aligned", "the aligner itself found its word times"),
            ("none", "its voice tells no word times"),
        ):
            voice = {**clip.recipe["voice"], "words": words}
            other = Clip.objects.create(
                key=words.ljust(64, "0"),
                recipe={**clip.recipe, "voice": voice},
                digest=clip.digest,
                wav_digest=clip.wav_digest,
                duration_ms=clip.duration_ms,
                words=clip.words,
            )
            with transaction.atomic():
                RenditionClip.objects.create(rendition=rendition, clip=other)
                assert told(SLUG) == f"{SLUG}: not measured, because {why}.\n"
                assert self.at_the_desk() == f"not measured: {why}"
                transaction.set_rollback(True)
        rendition.language = "es"
        why = "the aligner has no model of the language es"
        out = StringIO()
        Command(stdout=out)._measure(self.article, rendition, 1)
        assert out.getvalue() == f"{SLUG}: not measured, because {why}.\n"
        assert not SyncMeasurement.objects.exists()

    def test_a_damaged_clip_is_named_and_the_others_are_measured(self) -> None:
        digest = rendition_of(self.article).reading["title"]["clip"]["wav_digest"]
        with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
            own_store(Path(folder), patch)
            clips.path(digest, "wav").unlink()
            with pytest.raises(CommandError, match=f"{SLUG}: The clip {digest}.wav is gone"):
                told()
        kept = SyncMeasurement.objects.get()
        assert kept.rendition.revision.article.slug == "closing-advice-en"

    def test_without_the_aligner_the_command_says_what_to_install(self) -> None:
        with pytest.MonkeyPatch.context() as patch:
            alignment._decoder.cache_clear()
            patch.setitem(sys.modules, "pocketsphinx", None)
            with pytest.raises(CommandError, match="pip install pocketsphinx") as refused:
                told()
        assert refused.value.returncode == 1
        assert not SyncMeasurement.objects.exists()

    def test_a_measurement_is_never_changed_deleted_or_replaced(self) -> None:
        kept = self.keep(median_ms=12, p95_ms=44, worst_ms=305)
        rows = SyncMeasurement.objects.filter(pk=kept.pk)
        insert = (
            "INSERT OR REPLACE INTO content_syncmeasurement SELECT * FROM content_syncmeasurement"
        )
        statements: list[Callable[[], object]] = [
            lambda: rows.update(worst_ms=400),
            rows.delete,
            kept.save,
            kept.delete,
            lambda: connection.cursor().execute(insert),
        ]
        for statement in statements:
            with pytest.raises((DatabaseError, ProtectedError)), transaction.atomic():
                statement()

    def test_the_desk_tells_the_newest_figures_of_what_is_public(self) -> None:
        assert self.at_the_desk() == "not measured yet"
        self.keep(median_ms=1, p95_ms=2, worst_ms=3)
        new = self.keep(median_ms=12, p95_ms=44, worst_ms=305)
        day = f"{new.measured_at.day} {new.measured_at:%B %Y}"
        assert self.at_the_desk() == f"median 12 ms, 95 % within 44 ms, worst 305 ms ({day})"

    def at_the_desk(self) -> str:
        self.client.force_login(factories.staff("reviewer", "reviewer"))
        address = reverse("admin:content_article_change", args=[self.article.pk])
        page = self.client.get(address).content.decode()
        found = re.search(r"<dt>Word times</dt><dd>(.*?)</dd>", page, re.S)
        return " ".join(found[1].split()) if found else ""

    def keep(self, **figures: int) -> SyncMeasurement:
        return SyncMeasurement.objects.create(
            rendition=rendition_of(self.article),
            words=9,
            not_compared=0,
            aligner="pocketsphinx",
            software="0",
            **figures,
        )


@pytest.mark.full
@pytest.mark.parametrize("name", ["sample", *sorted(path.name for path in LONG.glob("*.md"))])
def test_long_articles_keep_to_the_aim_with_every_word_timed(name: str) -> None:
    if name == "sample":
        sample = "clonazepam-and-depression.en.md"
        draft = starter.draft_of(next(one for one in starter.TEXTS if one.file == sample))
        title, body = draft.title, draft.body
    else:
        title, body = (
            name.partition(".")[0].replace("-", " ").capitalize(),
            (LONG / name).read_text(),
        )
        assert len(body.split()) >= 600
    rendition = rendition_of(public(title, body))
    assert sync.untimed(rendition) == []
    found = sync.measure(rendition)
    assert found.not_compared == ()
    median_ms, p95_ms, _ = found.figures
    assert median_ms <= 15
    assert p95_ms <= 80
