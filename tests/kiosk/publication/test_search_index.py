"""What is searched is what is published, article by article, and nothing of what was taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from content.actions import SuspendEverything, WithdrawArticle
from content.models import Article
from kiosk import publication
from kiosk.publication import fingerprints, publish, search_index
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(django_capture_on_commit_callbacks) -> Article:
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved(
            "Árbol and asthma", "Breathe the fresh air. Take 2 puffs, not 20, of B6 as told."
        )
    return Article.objects.get(pk=revision.article_id)


def index(root: Path, language: str = "en") -> list[dict]:
    whole = json.loads((root / "search" / f"{language}.json").read_bytes())
    assert whole["language"] == language
    return whole["articles"]


def withdraw(article: Article) -> None:
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="incorrect", comment="Wrong."
    ).execute()


def test_what_is_published_is_found_by_title_and_words_and_is_said_by_its_own_clip_SPK_2(
    article: Article, own_publication: Path, client
) -> None:
    (one,) = index(own_publication)
    entry = json.loads((own_publication / "a" / article.slug / "article.json").read_bytes())
    assert one["slug"] == article.slug
    assert one["title"]["text"] == entry["title"]["text"]
    assert one["title"]["url"] == entry["title"]["clip"]["url"]
    assert one["title"]["id"] == f"{article.slug}-title"
    words = one["text"].split()
    # Each once, folded, without what is too short to be looked for.
    assert words == sorted(set(words))
    assert {"breathe", "fresh", "air", "b6", "20"} <= set(words)
    assert "of" not in words
    assert json.loads(client.get("/search/en.json").whole)["articles"] == [one]
    assert client.get("/search/").status_code == 200
    manifest = json.loads((own_publication / "manifest.json").read_bytes())
    assert set(manifest["search"]) == {file.name for file in search_index.files(own_publication)}


def test_only_what_is_approved_is_searched(
    article: Article, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        factories.in_review("Hidden zebra", "Nobody finds this zebra.")
    publication.publish_all()
    assert [one["slug"] for one in index(own_publication)] == [article.slug]


def test_what_is_withdrawn_is_not_searched_any_more_before_that_commits(
    article: Article, own_publication: Path
) -> None:
    before = json.loads((own_publication / "manifest.json").read_bytes())["search"]
    with transaction.atomic():
        withdraw(article)
        assert index(own_publication) == []
        now = json.loads((own_publication / "manifest.json").read_bytes())["search"]
        assert now["en.json"] != before["en.json"]
    assert not (own_publication / "a" / article.slug / search_index.ENTRY).exists()


def test_a_suspension_leaves_nothing_to_search(article: Article, own_publication: Path) -> None:
    SuspendEverything(
        actor=factories.staff("lead"), reason="incorrect", comment="A doubt."
    ).execute()
    assert index(own_publication) == []


def test_a_word_that_is_explained_is_searched_with_the_articles_that_use_it(
    article: Article, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        term = factories.term("air", "What you breathe.")
    assert index(own_publication)[0]["terms"] == ["air"]
    withdraw(Article.objects.get(pk=term.pk))
    assert index(own_publication)[0]["terms"] == []


def test_an_unreviewed_sample_is_searched_in_a_demonstration_alone(
    article: Article, own_publication: Path, settings, monkeypatch
) -> None:
    monkeypatch.setattr(fingerprints, "of", lambda articles: {})
    settings.PLAINVOICE_DEMONSTRATION = False
    publication.publish_all()
    assert index(own_publication) == []


def test_what_a_crash_left_and_what_was_damaged_is_put_right(
    article: Article, own_publication: Path
) -> None:
    whole = (own_publication / "search" / "en.json").read_bytes()
    (own_publication / "search" / "en.json").unlink()
    (own_publication / "search" / "xx.json").write_text("{}")
    (own_publication / "a" / article.slug / search_index.ENTRY).write_text("{")
    call_command("reconcile", verbosity=0)
    assert (own_publication / "search" / "en.json").read_bytes() == whole
    assert not (own_publication / "search" / "xx.json").exists()
    # A decision whose publication never came is found by its article's fingerprint.
    (own_publication / "a" / article.slug / "manifest.json").unlink()
    (own_publication / "a" / article.slug / search_index.ENTRY).unlink()
    assert publication.refresh()
    assert [one["slug"] for one in index(own_publication)] == [article.slug]


def test_many_articles_are_searched_without_the_words_of_their_texts(
    article: Article, own_publication: Path, monkeypatch
) -> None:
    entry = own_publication / "a" / article.slug / search_index.ENTRY
    # An article of the shipped sample's length weighs 2.4 kB; this one is short.
    assert len(entry.read_bytes()) < 1500
    monkeypatch.setattr(search_index, "MOST_WITH_TEXT", 0)
    with publish.locked() as root:
        search_index.put_up(root, "en")
    (one,) = index(own_publication)
    assert "text" not in one
    assert one["title"]["text"] == "Árbol and asthma"
