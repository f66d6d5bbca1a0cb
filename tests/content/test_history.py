"""What was public at a moment is told as it was then, whatever has happened since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content import history
from content.actions import ShowSample, StartRevision, WithdrawArticle
from content.models import Article, Installation, PublicMove, Revision, StaffProfile
from tests import factories
from tests.content.trail import rules_off

pytestmark = pytest.mark.django_db
LATER = timedelta(seconds=1)


def days_apart() -> None:
    """Spread the moves over days, one a day from 1 March 2026 on: tests have no time to wait."""
    with rules_off() as cursor:
        for number, move in enumerate(PublicMove.objects.all()):
            cursor.execute(
                "UPDATE content_publicmove SET at = %s WHERE id = %s",
                [f"2026-03-{number + 1:02} 12:00:00", move.pk],
            )
        cursor.execute("UPDATE content_review SET at = '2026-02-01 12:00:00'")


def on(day: int, hour: int = 13):
    return timezone.datetime(2026, 3, day, hour, tzinfo=timezone.get_current_timezone())


def withdrawn(article: Article) -> None:
    WithdrawArticle(
        article, actor=factories.staff("reviewer"), reason="outdated", comment="Old."
    ).execute()


def second(first: Revision) -> Revision:
    """Approve other words of the same article."""
    first.article.refresh_from_db()
    revision = StartRevision(
        first.article, actor=first.edited_by, body="Other words now."
    ).execute()
    revision = factories.reviewed(revision)
    factories.approve(revision)
    return revision


def titles(moment) -> list[tuple[str, int]]:
    return [
        (one.article.slug, one.revision.number)
        for one in history.public_at(moment)
        if not one.article.is_notice
    ]


def test_each_moment_has_the_revision_of_then() -> None:
    first = factories.approved()  # 1 March the closing advice, 2 March the article
    second(first)
    article = Article.objects.get(pk=first.article_id)
    withdrawn(article)
    days_apart()
    slug = article.slug
    assert titles(on(1)) == []
    assert titles(on(2, 11)) == []
    assert titles(on(2)) == [(slug, 1)]
    assert titles(on(3)) == [(slug, 2)]
    assert titles(on(4)) == []
    assert titles(timezone.now()) == []


def test_who_approved_it_is_told_as_they_were_named_then() -> None:
    reviewer = factories.staff("reviewer", "joao")
    profile = StaffProfile.objects.create(
        user=reviewer, public_name="João", profession="Clinical pharmacist"
    )
    revision = factories.approved(reviewer=reviewer)
    profile.profession = "Retired"
    profile.save()
    reviewer.username = "somebody"
    reviewer.save()
    (public,) = history.public_at(timezone.now() + LATER, article=revision.article)
    assert public.approval is not None
    assert (public.approved_by, public.approval.reviewer_profession) == (
        "João",
        "Clinical pharmacist",
    )
    assert public.event is not None
    assert not public.sample


def test_without_a_public_name_the_account_is_named_as_it_was_then() -> None:
    reviewer = factories.staff("reviewer", "joao")
    revision = factories.approved(reviewer=reviewer)
    reviewer.username = "somebody"
    reviewer.save()
    (public,) = history.public_at(timezone.now() + LATER, article=revision.article)
    assert public.approved_by == "joao"


def test_a_sample_that_was_shown_unreviewed_says_so_also_after_its_approval(settings) -> None:
    settings.PLAINVOICE_DEMONSTRATION = True
    Installation.objects.create(pk=1, demonstration=True)
    closing = factories.notice("closing", "closing-advice", sample=True, public=False)
    revision = closing.revisions.get()
    assert revision.rendition is not None
    ShowSample(revision.rendition).execute()
    factories.approve(revision)
    days_apart()
    with rules_off() as cursor:
        cursor.execute("UPDATE content_review SET at = '2026-03-05 12:00:00'")
    (then,) = history.public_at(on(2))
    (now,) = history.public_at(on(6))
    assert then.sample
    assert not now.sample
    assert then.rendition == now.rendition


def test_a_pointer_that_another_action_moves_is_kept_as_well() -> None:
    revision = factories.approved()
    Article.objects.filter(pk=revision.article_id).update(public_rendition=None)
    Article.objects.filter(pk=revision.article_id).update(public_rendition=None)
    moves = PublicMove.objects.filter(article=revision.article).values_list("rendition", flat=True)
    assert list(moves) == [revision.rendition.pk, None]


def test_the_page_of_then_has_the_notices_and_the_advice_of_then() -> None:
    urgent = factories.notice(title="Do you need help now?")
    revision = factories.approved(notices=["urgent-help"])
    second(urgent.revisions.get())
    days_apart()  # urgent help, closing advice, article, other urgent help
    page = history.page_at(revision.article, on(3))
    assert page is not None
    assert [part.public.article.kind for part in page.parts] == ["urgent", "article", "closing"]
    assert page.parts[0].public.revision.number == 1
    after = history.page_at(revision.article, on(4))
    assert after is not None
    assert after.parts[0].public.revision.number == 2
    assert (page.missing, page.damaged) == ((), 0)
    said = [one.text for one in page.parts[1].sentences]
    assert said[:2] == ["Sleep and rest", "Sleep helps you heal."]
    assert history.page_at(revision.article, on(2)) is None


def test_the_page_of_then_explains_words_by_the_terms_of_then() -> None:
    revision = factories.approved()
    term = factories.term("quiet", "Quiet means that there is little noise.")
    page = history.page_at(revision.article, timezone.now() + LATER)
    assert page is not None
    assert [part.public.article.pk for part in page.terms] == [term.pk]
    withdrawn(term)
    page = history.page_at(revision.article, timezone.now() + LATER)
    assert page is not None
    assert page.terms == ()


@pytest.mark.usefixtures("own_clips")
def test_a_clip_that_is_not_what_it_was_is_named() -> None:
    from content.speech import clips

    revision = factories.approved()
    assert revision.rendition is not None
    digest = revision.rendition.clips.first().digest
    clips.path(digest, "opus").write_bytes(b"another sound")
    page = history.page_at(revision.article, timezone.now() + LATER)
    assert page is not None
    assert page.damaged == 1


def test_many_articles_cost_no_more_queries_than_one() -> None:
    factories.approved("One")

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            history.public_at(timezone.now() + LATER)
        return len(captured)

    one = queries()
    factories.approved("Two")
    factories.approved("Three")
    assert queries() == one == 3
