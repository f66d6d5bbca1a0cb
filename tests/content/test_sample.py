"""The sample alone may be public unreviewed, labelled, in a demonstration; never in production."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from content import composition, starter
from content.actions import (
    Conflict,
    LeaveDemonstration,
    NotPermitted,
    ReturnRevision,
    ShowSample,
    StartRevision,
    WithdrawArticle,
)
from content.models import Article, Installation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration() -> Article:
    call_command("load_demonstration", verbosity=0)
    return Article.objects.get(slug="clonazepam-and-depression")


def test_the_sample_is_public_and_labelled_on_screen_and_in_speech(demonstration: Article) -> None:
    page = composition.compose(demonstration, demonstration.public_rendition)
    assert page["sample"] is True
    label = page["notices"][0]
    assert label["kind"] == "sample"
    words = [one for block in label["blocks"] for one in block["sentences"]]
    assert words[0]["text"] == "Sample: not yet reviewed by a clinician."
    assert words[0]["clip"]["duration_ms"] > 1000


def test_the_label_goes_with_a_real_review_and_not_before(demonstration: Article) -> None:
    for notice in Article.objects.notices():
        factories.approve(notice.last_revision)
    page = composition.compose(demonstration, demonstration.public_rendition)
    assert page["sample"] is True
    factories.approve(demonstration.last_revision)
    demonstration.refresh_from_db()
    page = composition.compose(demonstration, demonstration.public_rendition)
    assert page["sample"] is False
    assert "sample" not in [notice["kind"] for notice in page["notices"]]
    assert page["reviewed_on"]


def test_no_other_text_may_be_shown_without_a_review(demonstration: Article) -> None:
    revision = factories.in_review()
    with pytest.raises(NotPermitted):
        ShowSample(revision.rendition).execute()
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=revision.article_id).update(public_rendition=revision.rendition)


def test_no_article_of_ones_own_becomes_a_sample(demonstration: Article) -> None:
    revision = factories.in_review()
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=revision.article_id).update(sample=True)


def test_production_neither_loads_nor_shows_the_sample(settings, demonstration: Article) -> None:
    settings.PLAINVOICE_DEMONSTRATION = False
    with pytest.raises(CommandError):
        call_command("load_demonstration", verbosity=0)
    with pytest.raises(NotPermitted):
        ShowSample(demonstration.public_rendition).execute()


def test_a_check_says_that_production_settings_stand_over_a_demonstration(
    settings, demonstration: Article
) -> None:
    def found() -> list[str]:
        return [one.id for one in run_checks(databases=["default"]) if one.id == "content.E001"]

    assert found() == []
    settings.PLAINVOICE_DEMONSTRATION = False
    assert found() == ["content.E001"]
    LeaveDemonstration().execute()
    assert found() == []


def test_nothing_is_approved_that_carries_wording_nobody_reviewed(demonstration: Article) -> None:
    own = factories.in_review("Own text", "Reviewed by a person.", notices=["urgent-help"])
    with pytest.raises(Conflict, match="urgent-help, closing advice"):
        factories.approve(own)
    for key in ("urgent-help", "closing-advice"):
        factories.approve(Article.objects.get(key=key).last_revision)
    factories.approve(own)


def test_leaving_the_demonstration_withdraws_all_that_rests_on_it(demonstration: Article) -> None:
    factories.approve(Article.objects.get(key="closing-advice").last_revision)
    factories.approve(factories.in_review("Own text", "Reviewed by a person."))
    gone = [article.slug for article in LeaveDemonstration().execute()]
    assert gone[0] == "clonazepam-and-depression"
    terms = {text.slug for text in starter.TEXTS if text.kind == "term"}
    assert set(gone[1:]) == terms | {
        "sample-label-en",
        "urgent-help-en",
        "safety-benzodiazepines-en",
    }
    assert {one.slug for one in Article.objects.filter(public_rendition__isnull=False)} == {
        "own-text",
        "closing-advice-en",
    }
    assert not Installation.is_demonstration()
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=demonstration.pk).update(
            public_rendition=demonstration.public_rendition
        )


def test_what_people_reviewed_stays_when_the_demonstration_is_left(demonstration: Article) -> None:
    for notice in Article.objects.notices():
        factories.approve(notice.last_revision)
    own = factories.in_review("Own text", "Reviewed by a person.", notices=["urgent-help"])
    factories.approve(own)
    gone = [article.slug for article in LeaveDemonstration().execute()]
    assert gone == ["clonazepam-and-depression"]
    assert Article.objects.published().get().slug == "own-text"


def test_a_withdrawn_sample_stays_away(demonstration: Article) -> None:
    WithdrawArticle(
        demonstration, actor=factories.staff("reviewer", "r2"), reason="other", comment="x"
    ).execute()
    call_command("load_demonstration", verbosity=0)
    demonstration.refresh_from_db()
    assert demonstration.public_rendition is None


def test_a_sample_that_is_returned_or_withdrawn_is_shown_no_more_and_begins_anew(
    demonstration: Article,
) -> None:
    reviewer = factories.staff("reviewer", "r2")
    ReturnRevision(
        demonstration.last_revision, actor=reviewer, reason="unsafe", comment="This could harm."
    ).execute()
    demonstration.refresh_from_db()
    assert demonstration.public_rendition is None
    assert demonstration.last_revision.state == "returned"
    label = Article.objects.get(key="sample-label")
    WithdrawArticle(label, actor=reviewer, reason="other", comment="Another wording.").execute()
    assert label.last_revision.state == "returned"
    for article in (demonstration, label):
        again = StartRevision(article, actor=factories.staff("author", "author")).execute()
        assert again.number == 2


def test_a_sample_notice_is_not_returned_while_something_public_includes_it(
    demonstration: Article,
) -> None:
    urgent = Article.objects.get(key="urgent-help").last_revision
    action = ReturnRevision(
        urgent, actor=factories.staff("reviewer", "r2"), reason="unclear", comment="Say it plainer."
    )
    with pytest.raises(Conflict, match="1 public article includes this notice"):
        action.execute()


def test_what_somebody_made_of_the_sample_is_not_shown_as_the_sample(
    demonstration: Article,
) -> None:
    reviewer = factories.staff("reviewer", "r2")
    ReturnRevision(
        demonstration.last_revision, actor=reviewer, reason="unclear", comment="Plainer."
    ).execute()
    again = StartRevision(
        demonstration, actor=factories.staff("author", "author"), body="Take twelve at once."
    ).execute()
    again = factories.reviewed(again)
    with pytest.raises(NotPermitted):
        ShowSample(again.rendition).execute()
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=demonstration.pk).update(public_rendition=again.rendition)


def test_the_check_needs_no_named_database_and_makes_none(settings, demonstration: Article) -> None:
    settings.PLAINVOICE_DEMONSTRATION = False
    assert "content.E001" in [one.id for one in run_checks()]
