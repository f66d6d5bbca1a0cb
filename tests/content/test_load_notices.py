"""A real installation begins with the shipped notices, as drafts that somebody else must approve."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from content.actions import LeaveDemonstration
from content.models import Article
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def production(settings) -> None:
    settings.PLAINVOICE_DEMONSTRATION = False


def load(author: str = "author") -> list[str]:
    out = io.StringIO()
    call_command("load_notices", author=author, stdout=out)
    return out.getvalue().splitlines()


def test_an_empty_installation_gets_its_notices_into_review_and_then_its_first_article(
    django_capture_on_commit_callbacks,
) -> None:
    factories.staff("author", "author")
    with django_capture_on_commit_callbacks(execute=True):
        said = load()
    terms = Article.objects.filter(kind="term").count()
    assert len(said) == 3 + terms
    notices = Article.objects.notices()
    assert {notice.kind for notice in notices} == {"closing", "urgent", "safety", "term"}
    assert not notices.filter(public_rendition__isnull=False).exists()
    article = factories.reviewed(factories.draft(notices=["urgent-help"]))
    for notice in notices:
        factories.approve(notice.last_revision)
    factories.approve(article)
    assert Article.objects.published().count() == 1
    assert not Article.objects.filter(slug="clonazepam-and-depression").exists()


def test_again_it_changes_nothing(django_capture_on_commit_callbacks) -> None:
    factories.staff("author", "author")
    with django_capture_on_commit_callbacks(execute=True):
        load()
    assert all("revision 1 is in review" in sentence for sentence in load())


def test_what_a_demonstration_left_behind_is_submitted_anew(
    settings, django_capture_on_commit_callbacks
) -> None:
    settings.PLAINVOICE_DEMONSTRATION = True
    call_command("load_demonstration", verbosity=0, stdout=io.StringIO())
    settings.PLAINVOICE_DEMONSTRATION = False
    LeaveDemonstration().execute()
    with django_capture_on_commit_callbacks(execute=True):
        load()
    closing = Article.objects.get(kind="closing").last_revision
    assert (closing.number, closing.state) == (2, "in_review")
    factories.approve(closing)


def test_a_text_of_ones_own_keeps_its_place() -> None:
    factories.staff("author", "author")
    factories.closing_advice()
    assert any("a text of your own" in sentence for sentence in load())
    assert Article.objects.filter(kind="closing").count() == 1


@pytest.mark.parametrize(("role", "name"), [("reviewer", "reviewer"), (None, "nobody")])
def test_who_may_not_write_brings_nothing_in(role, name) -> None:
    if role:
        factories.staff(role, name)
    with pytest.raises(CommandError):
        load(name)
    assert not Article.objects.exists()
