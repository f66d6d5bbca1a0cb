"""Terms are published with the articles that use their words, and leave them at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from content.actions import StartRevision, WithdrawArticle
from content.models import Article, Clip
from content.speech import clips
from kiosk import publication
from kiosk.publication import fingerprints
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(django_capture_on_commit_callbacks) -> tuple[Article, Article]:
    """An article that uses the word of a term that was approved after it."""
    with django_capture_on_commit_callbacks(execute=True):
        article = factories.approved("Rest", "Sleep helps. So does quiet.").article
    with django_capture_on_commit_callbacks(execute=True):
        term = factories.term("sleep", "Zebras call it rest.")
    return Article.objects.get(pk=article.pk), term


def entry(root: Path, article: Article) -> dict:
    return json.loads((root / "a" / article.slug / "article.json").read_bytes())


def island(root: Path, article: Article) -> str:
    return (root / "a" / article.slug / "index.html").read_text()


def meaning_clips(term: Article) -> list[str]:
    spoken = Clip.objects.get(recipe__spoken="Zebras call it rest.")
    return [f"{spoken.digest}.opus", f"{spoken.wav_digest}.wav"]


def withdraw(article: Article) -> None:
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="incorrect", comment="Wrong."
    ).execute()


def test_an_approved_term_is_put_up_with_the_articles_that_use_its_word(
    shown: tuple[Article, Article], own_publication: Path, client
) -> None:
    article, term = shown
    (told,) = entry(own_publication, article)["terms"]
    assert (told["key"], told["words"]) == ("sleep", ["sleep"])
    (sentence,) = told["sentences"]
    assert sentence["text"] == "Zebras call it rest."
    # The addresses of WAV, which few browsers need, are in the API's answer alone.
    assert sentence["clip"]["wav"] not in island(own_publication, article)
    assert "Zebras" in island(own_publication, article)
    for name in meaning_clips(term):
        file = own_publication / "clips" / name
        assert file.read_bytes() == clips.read(file.stem, file.suffix[1:])
        assert client.get(f"/clips/{name}").status_code == 200
    assert publication.refresh() is False
    # By itself a term is nowhere.
    assert client.get(f"/a/{term.slug}/").status_code == 404
    assert client.get(f"/api/v1/articles/{term.slug}/").status_code == 404
    assert term.slug not in client.get("/api/v1/articles/").content.decode()


def test_a_withdrawn_term_leaves_pages_and_clips_before_the_withdrawal_commits(
    shown: tuple[Article, Article], own_publication: Path
) -> None:
    article, term = shown
    names = meaning_clips(term)
    audio = own_publication / "a" / article.slug / "audio.opus"
    before = audio.read_bytes()
    with transaction.atomic():
        withdraw(term)
        assert entry(own_publication, article)["terms"] == []
        assert "Zebras" not in island(own_publication, article)
        assert not any((own_publication / "clips" / name).exists() for name in names)
    assert publication.refresh() is False
    # Nobody heard it but who asked: the article's one audio file never held it.
    assert audio.read_bytes() == before


def test_a_term_in_review_is_on_no_page(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = factories.approved("Rest", "Sleep helps. So does quiet.").article
        factories.term_in_review("sleep", "Zebras call it rest.")
    publication.publish_all()
    assert entry(own_publication, article)["terms"] == []
    assert not any(b"Zebras" in file.read_bytes() for file in own_publication.rglob("*.*"))


def test_a_reworded_term_leaves_the_articles_that_only_its_old_form_was_in(
    shown: tuple[Article, Article], own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    article, term = shown
    names = meaning_clips(term)
    with django_capture_on_commit_callbacks(execute=True):
        draft = StartRevision(
            term, actor=factories.staff("author", "author"), title="slumber", body="It is rest."
        ).execute()
        factories.approve(factories.reviewed(draft))
    assert entry(own_publication, article)["terms"] == []
    assert not any((own_publication / "clips" / name).exists() for name in names)


def test_what_a_crash_left_between_a_terms_approval_and_its_publication_is_found(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = factories.approved("Rest", "Sleep helps. So does quiet.").article
    with django_capture_on_commit_callbacks(execute=False):
        factories.term("sleep", "Zebras call it rest.")
    # Another term's publication does not hide it.
    with django_capture_on_commit_callbacks(execute=True):
        factories.term("zebra", "A zebra is an animal.")
    assert entry(own_publication, article)["terms"] == []
    assert publication.refresh() is True
    assert [one["key"] for one in entry(own_publication, article)["terms"]] == ["sleep"]
    assert publication.refresh() is False


def test_reconcile_puts_back_a_terms_clip_that_was_lost(
    shown: tuple[Article, Article], own_publication: Path
) -> None:
    lost = own_publication / "clips" / meaning_clips(shown[1])[0]
    lost.unlink()
    call_command("reconcile", verbosity=0)
    assert lost.exists()


def test_the_number_of_queries_does_not_grow_with_the_glossary(
    shown: tuple[Article, Article], django_assert_num_queries
) -> None:
    with django_assert_num_queries(1):
        assert list(fingerprints.of_terms()) == ["term-sleep-en"]
