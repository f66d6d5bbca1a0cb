"""Nobody approves how a word is said that they changed: tried from every side."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, connection, transaction

from content import reconcile
from content.actions import (
    NotPermitted,
    RetirePronunciation,
    StartRevision,
    WithdrawArticle,
)
from content.models import LexiconChange, RenditionPronunciation, Review, Revision
from tests import factories
from tests.factories import approve, in_review, pronounce, review_row, reviewed, staff

pytestmark = pytest.mark.django_db

BODY = "Zolpidem helps. Drink water."


def again(revision: Revision) -> Revision:
    return Revision.objects.select_related("article").get(pk=revision.pk)


def revoiced(revision: Revision) -> Revision:
    list(reconcile.revoice_what_changed())
    return again(revision)


def refused(revision: Revision, actor: User) -> str:
    with pytest.raises(NotPermitted) as caught:
        approve(again(revision), actor)
    assert caught.value.rule == "four_eyes"
    return caught.value.message


@pytest.fixture
def lead() -> User:
    """Somebody who may change the lexicon and may review: the role alone stops nothing."""
    return staff("lead", "lead")


@pytest.fixture
def waiting(lead: User) -> Revision:
    """A revision in review whose text the lead never touched, but one of whose words they did."""
    pronounce("zolpidem", "zoll pih dem", actor=lead)
    return in_review(body=BODY)


def test_who_changed_a_word_cannot_approve_the_text_it_stands_in(
    waiting: Revision, lead: User
) -> None:
    assert refused(waiting, lead).startswith("You changed how “zolpidem” is said")
    approve(again(waiting), staff("reviewer"))


def test_a_superuser_is_no_exception() -> None:
    boss = staff("lead", "boss", is_superuser=True)
    pronounce("zolpidem", "zoll pih dem", actor=boss)
    refused(in_review(body=BODY), boss)


def test_who_changed_a_word_that_does_not_stand_in_it_may_approve(lead: User) -> None:
    pronounce("valium", "vally um", actor=lead)
    approve(in_review(body=BODY), lead)


def test_a_change_that_another_replaced_still_counts(waiting: Revision, lead: User) -> None:
    pronounce("zolpidem", "zol pee dem", actor=staff("author", "author"))
    refused(revoiced(waiting), lead)


def test_a_change_that_was_taken_back_still_counts_and_so_does_taking_back(
    waiting: Revision, lead: User
) -> None:
    other = staff("lead", "another")
    RetirePronunciation(actor=other, language="en", grapheme="zolpidem").execute()
    revision = revoiced(waiting)
    refused(revision, lead)
    refused(revision, other)


def test_the_new_voice_of_a_public_article_is_approved_by_somebody_else(lead: User) -> None:
    public = again(factories.approved(body=BODY))
    pronounce("zolpidem", "zoll pih dem", actor=lead)
    revision = revoiced(public)
    refused(revision, lead)
    with pytest.raises(IntegrityError, match="how a word is said"), transaction.atomic():
        review_row(revision, lead).save()
    approve(revision, staff("reviewer"))


def test_after_an_approval_that_stands_the_change_is_nobodys_any_more(
    waiting: Revision, lead: User
) -> None:
    approve(waiting, staff("reviewer"))
    second = StartRevision(
        again(waiting).article, actor=staff("author"), body="Zolpidem is a medicine."
    ).execute()
    approve(reviewed(second), lead)


def test_an_approval_that_was_withdrawn_approves_no_pronunciation(
    waiting: Revision, lead: User
) -> None:
    approve(waiting, staff("reviewer"))
    article = again(waiting).article
    article.refresh_from_db()
    WithdrawArticle(article, actor=staff("reviewer"), reason="unsafe", comment="Harmful.").execute()
    second = reviewed(
        StartRevision(article, actor=staff("author"), body="Zolpidem is a medicine.").execute()
    )
    refused(second, lead)
    with pytest.raises(IntegrityError, match="how a word is said"), transaction.atomic():
        review_row(second, lead).save()


def test_an_approval_of_another_article_with_the_word_approves_it_there_only(
    waiting: Revision, lead: User
) -> None:
    approve(waiting, staff("reviewer"))
    refused(in_review("Another", BODY), lead)


def test_a_change_of_its_case_is_a_change_of_the_same_word(lead: User) -> None:
    pronounce("zolpidem", "zoll pih dem", actor=lead)
    pronounce("Zolpidem", "zol pee dem", actor=staff("author", "author"))
    refused(in_review(body="ZOLPIDEM’S effect."), lead)


@pytest.mark.parametrize("in_bulk", [False, True])
def test_the_database_refuses_an_approval_by_who_changed_a_word(
    waiting: Revision, lead: User, in_bulk: bool
) -> None:
    row = review_row(waiting, lead)
    with pytest.raises(IntegrityError, match="how a word is said"), transaction.atomic():
        if in_bulk:
            Review.objects.bulk_create([row])
        else:
            row.save()


def test_nobody_stops_having_changed_a_word(waiting: Revision, lead: User) -> None:
    other = staff("author", "author")
    for statement in (
        lambda: LexiconChange.objects.update(changed_by=other),
        lambda: LexiconChange.objects.all().delete(),
        lambda: RenditionPronunciation.objects.all().delete(),
        lambda: RenditionPronunciation.objects.update(change=LexiconChange.objects.last()),
        lambda: _sql("UPDATE content_lexiconchange SET changed_by_id = %s", other.pk),
        lambda: _sql("DELETE FROM content_renditionpronunciation WHERE id > %s", 0),
        lambda: _sql(
            "INSERT OR REPLACE INTO content_lexiconchange (id, language, grapheme, alias, phonemes,"
            " note, retired, changed_by_id, changed_at) SELECT id, language, grapheme, alias,"
            " phonemes, note, retired, %s, changed_at FROM content_lexiconchange",
            other.pk,
        ),
        lambda: _sql(
            "INSERT OR REPLACE INTO content_renditionpronunciation (id, rendition_id, change_id)"
            " SELECT id + %s, rendition_id, change_id FROM content_renditionpronunciation",
            100,
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()
    refused(waiting, lead)


def _sql(statement: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_the_public_pointer_does_not_move_to_a_new_voice_by_itself(lead: User) -> None:
    public = again(factories.approved(body=BODY))
    pronounce("zolpidem", "zoll pih dem", actor=lead)
    revision = revoiced(public)
    with pytest.raises(IntegrityError, match="approved"), transaction.atomic():
        type(revision.article).objects.filter(pk=revision.article_id).update(
            public_rendition=revision.rendition
        )


def test_a_new_voice_is_not_approved_for_a_revision_that_is_not_public_any_more() -> None:
    public = again(factories.approved(body=BODY))
    pronounce("zolpidem", "zoll pih dem")
    revision = revoiced(public)
    WithdrawArticle(
        revision.article, actor=staff("reviewer"), reason="unsafe", comment="Harmful."
    ).execute()
    with pytest.raises(IntegrityError, match="newest rendition"), transaction.atomic():
        review_row(again(revision), staff("reviewer")).save()
