"""What the public gets is one pointer, and the database lets it point at approved texts only."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from content.actions import StartRevision, WithdrawArticle
from content.models import Article
from tests import factories

pytestmark = pytest.mark.django_db


def point(article: Article, rendition) -> None:
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(public_rendition=rendition)


def test_nothing_is_public_before_its_approval() -> None:
    revision = factories.in_review()
    assert not Article.objects.published().exists()
    with pytest.raises(DatabaseError):
        point(revision.article, revision.rendition)


def test_the_rendition_of_another_article_is_refused() -> None:
    one, two = factories.approved("One"), factories.approved("Two")
    with pytest.raises(DatabaseError):
        point(one.article, two.rendition)


def test_a_withdrawn_text_never_becomes_public_again() -> None:
    revision = factories.approved()
    article = Article.objects.get(pk=revision.article_id)
    WithdrawArticle(
        article, actor=factories.staff("reviewer"), reason="unsafe", comment="x"
    ).execute()
    assert not Article.objects.published().exists()
    with pytest.raises(DatabaseError):
        point(article, revision.rendition)


def test_a_new_article_is_not_born_public() -> None:
    revision = factories.approved()
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.create(slug="stolen", language="en", public_rendition=revision.rendition)


def test_an_edit_changes_nothing_of_what_is_public() -> None:
    first = factories.approved()
    again = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    article = Article.objects.get(pk=first.article_id)
    assert article.public_rendition == first.rendition
    again = factories.reviewed(again)
    article.refresh_from_db()
    assert article.public_rendition == first.rendition
    factories.approve(again)
    article.refresh_from_db()
    assert article.public_rendition == again.rendition


def test_one_revision_is_open_at_a_time() -> None:
    from content.actions import Conflict

    revision = factories.draft()
    with pytest.raises(Conflict) as caught:
        StartRevision(revision.article, actor=factories.staff("author")).execute()
    assert caught.value.rule == "open_revision"
