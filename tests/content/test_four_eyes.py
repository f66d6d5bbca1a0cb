"""Nobody approves what they wrote or edited since the last approval: tried from every side."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, connection, transaction

from content import composition
from content.actions import (
    ApproveRevision,
    EditDraft,
    NotPermitted,
    ReturnRevision,
    StartRevision,
    WithdrawArticle,
)
from content.models import Review, Revision, RevisionEditor, RevisionState
from tests import factories

pytestmark = pytest.mark.django_db


def approval(revision: Revision, actor: User) -> ApproveRevision:
    rendition = revision.rendition
    assert rendition is not None
    return ApproveRevision(
        revision,
        actor=actor,
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        heard=composition.must_hear(rendition),
    )


def refused(revision: Revision, actor: User) -> str:
    with pytest.raises(NotPermitted) as caught:
        approval(revision, actor).execute()
    return caught.value.rule


@pytest.fixture
def lead() -> User:
    """Somebody who may write and may review: the role alone stops nothing."""
    return factories.staff("lead", "lead")


def test_a_writer_cannot_approve_their_own_text(lead: User) -> None:
    assert refused(factories.in_review(author=lead), lead) == "four_eyes"


def test_a_superuser_is_no_exception() -> None:
    boss = factories.staff("lead", "boss", is_superuser=True)
    assert refused(factories.in_review(author=boss), boss) == "four_eyes"


def test_somebody_else_approves_it(lead: User) -> None:
    revision = factories.in_review(author=lead)
    approval(revision, factories.staff("reviewer")).execute()
    revision.refresh_from_db()
    assert revision.state == RevisionState.APPROVED


def test_whoever_edited_the_draft_once_cannot_approve_it_although_another_edited_last(
    lead: User,
) -> None:
    revision = factories.draft()
    EditDraft(revision, actor=lead, version=1, title="Sleep", body="Lead was here.").execute()
    revision.refresh_from_db()
    author = revision.edited_by
    EditDraft(
        revision,
        actor=factories.staff("author", "author"),
        version=2,
        title="Sleep",
        body="Author was here.",
    ).execute()
    revision.refresh_from_db()
    assert revision.edited_by != lead == author
    factories.closing_advice()
    assert refused(factories.reviewed(revision), lead) == "four_eyes"


def test_the_editor_of_a_returned_revision_cannot_approve_the_next_one(lead: User) -> None:
    first = factories.in_review(author=lead)
    ReturnRevision(
        first, actor=factories.staff("reviewer"), reason="unclear", comment="A comma."
    ).execute()
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Sleep, helps you heal."
    ).execute()
    second = factories.reviewed(second)
    assert refused(second, lead) == "four_eyes"
    approval(second, factories.staff("reviewer")).execute()


def test_after_an_approval_the_count_begins_anew(lead: User) -> None:
    first = factories.in_review(author=lead)
    approval(first, factories.staff("reviewer")).execute()
    second = StartRevision(
        first.article, actor=factories.staff("author"), body="Quite another text."
    ).execute()
    approval(factories.reviewed(second), lead).execute()


def test_who_only_began_a_revision_is_an_editor_of_it(lead: User) -> None:
    first = factories.approved()
    begun = StartRevision(first.article, actor=lead).execute()
    assert lead.pk in RevisionEditor.objects.filter(revision=begun).values_list("user", flat=True)
    assert refused(factories.reviewed(begun), lead) == "four_eyes"


def test_the_database_refuses_a_review_row_by_an_editor(lead: User) -> None:
    revision = factories.in_review(author=lead)
    with pytest.raises(IntegrityError, match="nobody approves"), transaction.atomic():
        factories.review_row(revision, lead).save()


def test_the_database_refuses_it_in_bulk_too(lead: User) -> None:
    revision = factories.in_review(author=lead)
    with pytest.raises(IntegrityError, match="nobody approves"), transaction.atomic():
        Review.objects.bulk_create([factories.review_row(revision, lead)])


def test_an_edit_by_update_is_credited_by_the_database(lead: User) -> None:
    revision = factories.draft()
    Revision.objects.filter(pk=revision.pk).update(body="Changed behind the back.", edited_by=lead)
    revision.refresh_from_db()
    factories.closing_advice()
    assert refused(factories.reviewed(revision), lead) == "four_eyes"


def test_nobody_stops_being_an_editor(lead: User) -> None:
    revision = factories.in_review(author=lead)
    for statement in (
        lambda: RevisionEditor.objects.filter(user=lead).delete(),
        lambda: RevisionEditor.objects.filter(user=lead).update(user=factories.staff("author")),
        lambda: Revision.objects.filter(pk=revision.pk).update(edited_by=factories.staff("author")),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()
    assert refused(revision, lead) == "four_eyes"


def test_no_update_makes_a_revision_approved_or_public(lead: User) -> None:
    revision = factories.in_review(author=lead)
    for statement in (
        lambda: Revision.objects.filter(pk=revision.pk).update(state=RevisionState.APPROVED),
        lambda: (
            type(revision.article)
            .objects.filter(pk=revision.article_id)
            .update(public_rendition=revision.rendition)
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()


def test_raw_sql_is_refused_as_well(lead: User) -> None:
    revision = factories.in_review(author=lead)
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE content_article SET public_rendition_id = %s WHERE id = %s",
            [revision.rendition.pk, revision.article_id],
        )


def test_an_approval_that_was_withdrawn_makes_nobody_a_stranger_to_the_text(lead: User) -> None:
    """Else a writer could approve their own words once somebody had approved and withdrawn them."""
    first = factories.approved(author=lead)
    article = first.article
    article.refresh_from_db()
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="unsafe", comment="Harmful."
    ).execute()
    other = factories.staff("lead", "another")
    again = factories.reviewed(StartRevision(article, actor=other).execute())
    assert again.body == first.body
    assert refused(again, lead) == "four_eyes"
    with pytest.raises(IntegrityError, match="edited"), transaction.atomic():
        factories.review_row(again, lead).save()
