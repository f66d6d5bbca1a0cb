"""What was submitted, voiced, decided or logged is never changed and never deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from content.actions import Conflict, EditDraft, StartRevision, SubmitRevision
from content.models import (
    AuditEvent,
    Clip,
    Hearing,
    Rendition,
    RenditionClip,
    Review,
    Revision,
    RevisionState,
)
from tests import factories

pytestmark = pytest.mark.django_db


def refused(statement: Callable[[], object]) -> None:
    with pytest.raises((DatabaseError, ProtectedError)), transaction.atomic():
        statement()


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"body": "Another."},
        {"notices": ["x"]},
        {"note": "Another"},
        {"urgent_because": "Another"},
        {"text_digest": "0" * 64},
        {"version": 9},
    ],
)
def test_the_words_of_a_submitted_revision_are_frozen(change: dict) -> None:
    revision = factories.in_review()
    refused(lambda: Revision.objects.filter(pk=revision.pk).update(**change))
    for name, value in change.items():
        setattr(revision, name, value)
    refused(revision.save)
    refused(lambda: Revision.objects.bulk_update([revision], list(change)))


def test_the_action_says_why_a_submitted_text_cannot_be_edited() -> None:
    revision = factories.in_review()
    with pytest.raises(Conflict, match="cannot change any more"):
        EditDraft(
            revision, actor=factories.staff("author", "author"), version=1, title="T", body="B"
        ).execute()


def test_a_returned_revision_stays_as_it_was_and_a_new_one_begins_from_it() -> None:
    revision = factories.in_review(body="The first words.")
    from content.actions import ReturnRevision

    ReturnRevision(
        revision, actor=factories.staff("reviewer"), reason="unclear", comment="How?"
    ).execute()
    revision.refresh_from_db()
    refused(lambda: Revision.objects.filter(pk=revision.pk).update(body="Changed."))
    new = StartRevision(revision.article, actor=factories.staff("author")).execute()
    assert new.body == "The first words."
    assert new.number == revision.number + 1


@pytest.mark.parametrize("state", [s for s in RevisionState.values if s != "voicing"])
def test_a_draft_goes_nowhere_but_to_voicing(state: str) -> None:
    revision = factories.draft()
    if state == RevisionState.DRAFT:
        return
    refused(
        lambda: Revision.objects.filter(pk=revision.pk).update(state=state, text_digest="0" * 64)
    )


def test_an_approved_revision_moves_no_more() -> None:
    revision = factories.approved()
    for state in RevisionState.values:
        if state != RevisionState.APPROVED:
            refused(lambda state=state: Revision.objects.filter(pk=revision.pk).update(state=state))


def test_a_revision_is_born_a_draft() -> None:
    draft = factories.draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.create(
            article=draft.article,
            number=2,
            title="T",
            body="B",
            state=RevisionState.APPROVED,
            text_digest="0" * 64,
            edited_by=draft.edited_by,
        )


def test_renditions_clips_decisions_and_events_are_neither_changed_nor_deleted() -> None:
    revision = factories.approved()
    digest = revision.rendition.clips.first().digest
    Hearing.objects.create(
        rendition=revision.rendition, digest=digest, user=factories.staff("reviewer")
    )
    changes: list[tuple[type, dict]] = [
        (Hearing, {"digest": "0" * 64}),
        (Rendition, {"reading": {}}),
        (Clip, {"digest": "0" * 64}),
        (RenditionClip, {"clip": None}),
        (Review, {"comment": "Never said."}),
        (AuditEvent, {"action": "nothing"}),
    ]
    for model, change in changes:
        assert model.objects.exists()
        refused(lambda model=model, change=change: model.objects.update(**change))
        refused(lambda model=model: model.objects.all().delete())
        refused(lambda model=model: model.objects.first().delete())


def test_no_revision_is_deleted() -> None:
    revision = factories.draft()
    refused(lambda: Revision.objects.filter(pk=revision.pk).delete())


def test_an_article_keeps_its_address_language_kind_and_whether_it_is_the_sample() -> None:
    article = factories.draft().article
    for change in (
        {"slug": "other"},
        {"language": "es"},
        {"kind": "closing", "key": "x"},
        {"sample": True},
    ):
        refused(lambda change=change: type(article).objects.filter(pk=article.pk).update(**change))


def test_a_rendition_of_other_words_is_refused() -> None:
    revision = factories.in_review()
    own = revision.rendition
    with pytest.raises(IntegrityError), transaction.atomic():
        Rendition.objects.create(
            revision=revision,
            number=2,
            language="en",
            title="T",
            reading={},
            text_digest="0" * 64,
            speech_digest=own.speech_digest,
            software="x",
        )


def test_two_people_who_write_the_same_draft_lose_nothing() -> None:
    revision = factories.draft()
    actor = factories.staff("author", "author")
    EditDraft(revision, actor=actor, version=1, title="T", body="First.").execute()
    with pytest.raises(Conflict) as caught:
        EditDraft(revision, actor=actor, version=1, title="T", body="Second.").execute()
    assert caught.value.rule == "version"
    revision.refresh_from_db()
    assert revision.body == "First."


def test_a_text_that_changed_since_it_was_read_is_not_submitted() -> None:
    revision = factories.draft()
    actor = factories.staff("author", "author")
    EditDraft(revision, actor=actor, version=1, title="T", body="First.").execute()
    revision.refresh_from_db()
    with pytest.raises(Conflict):
        SubmitRevision(revision, actor=actor, version=1).execute()


HAVE_A_KEY = {"content_revision", "content_rendition", "content_clip", "content_review"}


@pytest.mark.parametrize("asked_of_triggers", [True, False])
@pytest.mark.parametrize(
    "table",
    [
        "content_revision",
        "content_revisioneditor",
        "content_rendition",
        "content_renditionclip",
        "content_clip",
        "content_review",
        "content_auditevent",
    ],
)
def test_no_row_takes_the_place_of_another(table: str, asked_of_triggers: bool) -> None:
    factories.approved()
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers={'ON' if asked_of_triggers else 'OFF'}")
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        before = cursor.fetchall()
        names = [column[0] for column in cursor.description]
        others = ", ".join(name for name in names if name != "id")
        # By its id, and by what else there may be only one of.
        for columns in (", ".join(names), *([others] if table in HAVE_A_KEY else [])):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(
                    f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}"
                )
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        assert cursor.fetchall() == before
        cursor.execute("PRAGMA recursive_triggers=ON")
