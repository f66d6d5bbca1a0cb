"""What a page is made of: never without its notices and the closing advice."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from content import composition
from content.actions import Conflict, Invalid, StartRevision, WithdrawArticle
from content.models import Article, ArticleKind
from tests import factories

pytestmark = pytest.mark.django_db


def composed(revision) -> dict:
    article = Article.objects.get(pk=revision.article_id)
    return composition.compose(article, article.public_rendition)


def test_the_closing_advice_is_on_every_page_and_last() -> None:
    page = composed(factories.approved())
    assert list(page)[-1] == "closing_advice"
    assert page["short_advice"]["text"].startswith("Ask a health care professional")
    last = page["closing_advice"]["blocks"][-1]["sentences"][-1]["text"]
    assert last.startswith("Always consult a health care professional")


def test_urgent_help_comes_before_safety_whatever_the_author_chose() -> None:
    factories.notice(ArticleKind.SAFETY, "careful", "Careful", "Do not stop suddenly.")
    factories.notice()
    page = composed(factories.approved(notices=["careful", "urgent-help"]))
    assert [notice["kind"] for notice in page["notices"]] == ["urgent", "safety"]


def test_the_closing_advice_cannot_be_withdrawn_while_something_is_public() -> None:
    revision = factories.approved()
    closing = factories.closing_advice()
    with pytest.raises(Conflict) as caught:
        WithdrawArticle(
            closing, actor=factories.staff("reviewer"), reason="other", comment="x"
        ).execute()
    assert caught.value.rule == "notice_in_use"
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=closing.pk).update(public_rendition=None)
    article = Article.objects.get(pk=revision.article_id)
    WithdrawArticle(
        article, actor=factories.staff("reviewer"), reason="other", comment="x"
    ).execute()
    closing.refresh_from_db()
    WithdrawArticle(
        closing, actor=factories.staff("reviewer"), reason="other", comment="x"
    ).execute()


def test_a_notice_in_use_cannot_be_withdrawn() -> None:
    notice = factories.notice()
    factories.approved(notices=[notice.key])
    with pytest.raises(Conflict, match="1 public article includes"):
        WithdrawArticle(
            notice, actor=factories.staff("reviewer"), reason="other", comment="x"
        ).execute()


def test_a_notice_that_is_not_public_makes_a_page_impossible() -> None:
    factories.notice(public=False)
    revision = factories.in_review(notices=["urgent-help"])
    with pytest.raises(composition.NotComposable, match="urgent-help"):
        composition.compose(revision.article, revision.rendition, preview=True)


def test_authors_choose_among_urgent_and_safety_notices_only() -> None:
    factories.closing_advice()
    for keys in (["closing-advice"], ["nothing"], ["urgent-help", "urgent-help"]):
        factories.notice()
        with pytest.raises(Invalid):
            factories.draft(notices=keys)


def test_the_notices_are_part_of_what_is_approved() -> None:
    from content import voicing

    notice = factories.notice()
    bare = factories.draft("One", "The same text.")
    warned = factories.draft("One", "The same text.", notices=[notice.key])
    assert voicing.text_digest_of(bare) != voicing.text_digest_of(warned)


def test_a_notices_old_wording_stays_until_the_new_one_is_approved() -> None:
    notice = factories.notice(body="Old words.")
    revision = factories.approved(notices=[notice.key])
    new = StartRevision(notice, actor=factories.staff("author"), body="New words.").execute()
    new = factories.reviewed(new)

    def words() -> str:
        return composed(revision)["notices"][0]["blocks"][0]["sentences"][0]["text"]

    assert words() == "Old words."
    factories.approve(new, factories.staff("reviewer"))
    assert words() == "New words."
