"""A translation knows what it was written from, is marked when that changes, and may leave with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content import due, reconcile, translations
from content.actions import (
    ConfirmArticle,
    Conflict,
    Invalid,
    NotPermitted,
    StartRevision,
    StartTranslation,
    WithdrawArticle,
)
from content.models import Article, AuditEvent, Departure, Revision, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_languages(settings) -> None:
    settings.PLAINVOICE_LANGUAGES = ["en", "es"]


@pytest.fixture
def topic() -> Topic:
    return Topic.objects.create(slug="sleep", leaves_with_source=True)


@pytest.fixture
def source(topic: Topic) -> Article:
    return again(Article.objects.get(pk=factories.approved(topic=topic).article_id))


def again(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def begin(source: Article, **changes) -> Revision:
    given = {
        "actor": factories.staff("author", "translator"),
        "language": "es",
        "title": "Dormir y descansar",
        "body": "Dormir ayuda a sanar.",
        **changes,
    }
    return StartTranslation(source, **given).execute()


def translated(source: Article, **changes) -> Article:
    """Return a public translation."""
    factories.closing_advice("es")
    revision = factories.reviewed(begin(source, **changes))
    factories.approve(revision)
    return Article.objects.get(pk=revision.article_id)


def change(article: Article, body: str = "Sleep heals, and so does rest.") -> Revision:
    """Approve a new wording."""
    draft = StartRevision(again(article), actor=factories.staff("author"), body=body).execute()
    revision = factories.reviewed(draft)
    factories.approve(revision)
    return Revision.objects.get(pk=revision.pk)


def confirm(article: Article, **changes):
    rendition = due.to_confirm(article)
    return ConfirmArticle(
        article,
        actor=factories.staff("reviewer", "confirmer"),
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        **changes,
    ).execute()


# Begun.


def test_a_translation_is_an_article_of_its_own_written_from_the_public_revision(
    source: Article,
) -> None:
    revision = begin(source)
    article = revision.article
    assert (article.language, article.translation_of, article.topic) == (
        "es",
        source,
        source.topic,
    )
    assert revision.source_revision == source.public_rendition.revision
    assert AuditEvent.objects.get(action="translate").detail["source"] == source.slug


def test_without_words_it_begins_with_those_of_its_source(source: Article) -> None:
    revision = begin(source, title=None, body=None)
    assert revision.body == source.public_rendition.revision.body


def test_a_translation_of_a_translation_is_one_of_the_first(source: Article, settings) -> None:
    spanish = translated(source)
    settings.PLAINVOICE_LANGUAGES = ["en", "es", "de"]
    assert begin(spanish, language="de").article.translation_of == source


def test_there_is_one_text_a_language(source: Article) -> None:
    begin(source)
    for language in ("es", "en"):
        with pytest.raises(Conflict):
            begin(source, language=language)


def test_what_cannot_be_translated_is_refused(source: Article) -> None:
    with pytest.raises(Invalid):
        begin(source, language="de")
    with pytest.raises(NotPermitted):
        begin(source, actor=factories.staff("reviewer"))
    with pytest.raises(Conflict):
        begin(factories.notice())
    with pytest.raises(Conflict):
        begin(factories.in_review("Another").article)
    with pytest.raises(Invalid):
        begin(source, source_revision=factories.approved("Yet another").pk)


def test_the_database_keeps_what_a_revision_was_written_from(source: Article) -> None:
    revision = begin(source)
    other = factories.approved("Another")
    for statement in (
        lambda: Revision.objects.filter(pk=revision.pk).update(source_revision=None),
        lambda: Revision.objects.filter(pk=revision.pk).update(source_revision=other),
        lambda: Article.objects.filter(pk=revision.article_id).update(translation_of=None),
        lambda: Article.objects.filter(pk=revision.article_id).update(translation_of=other.article),
        lambda: Revision.objects.create(
            article=other.article,
            number=2,
            title="x",
            body="x",
            source_revision=source.public_rendition.revision,
            edited_by=factories.staff("author"),
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()


# Outdated.


def test_it_is_outdated_once_its_source_has_a_newer_approved_revision(source: Article) -> None:
    spanish = translated(source)
    assert translations.outdated(spanish) is None
    draft = StartRevision(source, actor=factories.staff("author"), body="Sleep heals.").execute()
    assert translations.outdated(again(spanish)) is None
    draft = factories.reviewed(draft)
    assert translations.outdated(again(spanish)) is None
    factories.approve(draft)
    found = translations.outdated(again(spanish))
    assert found is not None
    assert (found.before.number, found.after.number) == (1, 2)
    assert list(translations.all_outdated(Article.objects.all())) == [spanish]


def test_a_new_revision_written_from_the_newest_is_not_outdated(source: Article) -> None:
    spanish = translated(source)
    newest = change(source)
    revision = StartRevision(
        again(spanish), actor=factories.staff("author"), body="Dormir sana."
    ).execute()
    assert revision.source_revision == newest
    assert translations.outdated(again(spanish), revision) is None
    factories.approve(factories.reviewed(revision))
    assert not translations.all_outdated(Article.objects.all()).exists()
    assert translations.outdated(again(spanish)) is None


def test_one_written_from_an_older_revision_stays_outdated(source: Article) -> None:
    spanish = translated(source)
    first = source.public_rendition.revision
    change(source)
    revision = StartRevision(
        again(spanish),
        actor=factories.staff("author"),
        body="Dormir sana.",
        source_revision=first.pk,
    ).execute()
    factories.approve(factories.reviewed(revision))
    assert translations.outdated(again(spanish)) is not None
    assert translations.all_outdated(Article.objects.all()).count() == 1


def test_a_confirmation_beside_the_newest_source_makes_it_current(source: Article) -> None:
    spanish = translated(source)
    newest = change(source)
    for shown in (None, newest.pk - 1):
        with pytest.raises(Conflict) as caught:
            confirm(again(spanish), source_revision=shown)
        assert caught.value.rule == "source"
    confirm(again(spanish), source_revision=newest.pk)
    assert translations.outdated(again(spanish)) is None
    assert not translations.all_outdated(Article.objects.all()).exists()
    change(source, "Sleep heals a third time.")
    assert translations.outdated(again(spanish)) is not None
    assert translations.all_outdated(Article.objects.all()).count() == 1


# Leaving with the source.


def test_it_leaves_when_its_source_changes_where_the_topic_says_so(
    source: Article, topic: Topic, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        spanish = translated(source)
    page = own_publication / "a" / spanish.slug / "index.html"
    assert list(reconcile.keep_time()) == []
    newest = change(source)
    topic.leaves_with_source = False
    topic.save()
    assert list(reconcile.keep_time()) == []
    topic.leaves_with_source = True
    topic.save()
    assert page.exists()
    (said,) = reconcile.keep_time()
    assert spanish.slug in said
    assert not page.exists()
    assert AuditEvent.objects.get(action="leave").detail["reason"] == "source"
    spanish = again(spanish)
    with pytest.raises(IntegrityError, match="in its time"), transaction.atomic():
        Article.objects.filter(pk=spanish.pk).update(
            public_rendition=due.departure_of(spanish).rendition
        )
    with django_capture_on_commit_callbacks(execute=True):
        confirm(spanish, source_revision=newest.pk)
    assert page.exists()
    assert list(reconcile.keep_time()) == []


def test_a_new_revision_brings_it_back(source: Article) -> None:
    spanish = translated(source)
    change(source)
    assert len(list(reconcile.keep_time())) == 1
    change(spanish, "Dormir sana, y también descansar.")
    assert again(spanish).public_rendition is not None
    assert list(reconcile.keep_time()) == []


def test_it_leaves_at_once_when_its_source_is_withdrawn(
    source: Article, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        spanish = translated(source)
    page = own_publication / "a" / spanish.slug / "index.html"
    assert page.exists()
    with transaction.atomic():
        WithdrawArticle(
            source, actor=factories.staff("reviewer"), reason="unsafe", comment="x"
        ).execute()
        assert not page.exists()
    assert Departure.objects.get().article == spanish
    confirm(again(spanish))
    assert again(spanish).public_rendition is not None
    assert list(reconcile.keep_time()) == []


def test_it_stays_when_its_source_is_withdrawn_where_the_topic_does_not_say_so(
    source: Article, topic: Topic
) -> None:
    spanish = translated(source)
    topic.leaves_with_source = False
    topic.save()
    WithdrawArticle(
        source, actor=factories.staff("reviewer"), reason="unsafe", comment="x"
    ).execute()
    assert again(spanish).public_rendition is not None


def test_other_articles_stay(source: Article) -> None:
    translated(source)
    other = factories.approved("Another", topic=source.topic)
    change(source)
    list(reconcile.keep_time())
    assert set(Article.objects.published()) == {source, other.article}


# On the desk and in the API.


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(factories.staff("lead", "desk"))
    return client


def test_the_desk_begins_translations_and_marks_what_is_outdated(
    source: Article, desk: Client
) -> None:
    address = reverse("admin:content_article_change", args=[source.pk])
    begin_at = reverse("admin:content_article_translate", args=[source.pk])
    assert begin_at in desk.get(address).content.decode()
    assert desk.post(begin_at, {"language": "xx"}).status_code == 400
    assert desk.post(begin_at, {"language": "es"}).status_code == 302
    assert begin_at not in desk.get(address).content.decode()
    spanish = Article.objects.get(language="es", kind="article")
    revision = spanish.open_revision
    change(source)
    revision_page = reverse("admin:content_revision_change", args=[revision.pk])
    factories.reviewed(revision)
    for page in (
        reverse("admin:content_article_change", args=[spanish.pk]),
        revision_page,
    ):
        shown = desk.get(page).content.decode()
        assert "Outdated: what this translates has changed" in shown
        assert "<ins>" in shown
        assert "<del>" in shown
    listed = desk.get(reverse("admin:content_article_changelist") + "?translation=outdated")
    assert spanish.slug in listed.content.decode() or "Sleep and rest" in listed.content.decode()
    assert listed.content.decode().count("field-name") == 1


def test_the_desk_asks_what_a_new_revision_is_written_from(source: Article, desk: Client) -> None:
    spanish = translated(source)
    first = source.public_rendition.revision
    change(source)
    page = desk.get(reverse("admin:content_article_change", args=[spanish.pk])).content.decode()
    assert 'name="source_revision"' in page
    assert "Revision 2, public now" in page
    revise = reverse("admin:content_article_revise", args=[spanish.pk])
    assert desk.post(revise, {"source_revision": "999999"}).status_code == 400
    assert desk.post(revise, {"source_revision": first.pk}).status_code == 302
    assert again(spanish).open_revision.source_revision == first


def test_the_api_begins_a_translation_and_tells_that_it_is_outdated(source: Article) -> None:
    from rest_framework.test import APIClient

    client = APIClient()
    client.force_login(factories.staff("lead", "api"))
    path = f"/api/v1/staff/articles/{source.slug}/translate/"
    assert client.post(path, {"language": "es", "title": "Dormir"}).status_code == 400
    body = {"language": "es", "title": "Dormir", "body": "Dormir ayuda."}
    answer = client.post(path, body)
    assert answer.status_code == 201, answer.content
    assert answer.json()["source_revision"] == source.public_rendition.revision_id
    assert answer.json()["outdated"] is False
    newest = change(source)
    told = client.get(f"/api/v1/staff/articles/{answer.json()['article']}/").json()
    assert (told["outdated"], told["source_now"]) == (True, newest.pk)
    assert told["translation_of"] == source.slug
    revision = client.get(f"/api/v1/staff/revisions/{answer.json()['id']}/").json()
    assert revision["outdated"] is True


def test_looking_for_what_leaves_costs_nothing_where_nothing_may(source: Article) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            translations.leaving_with_source()
        return len(captured)

    assert queries() == 1
