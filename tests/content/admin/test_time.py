"""Time on the desk: said, set and cancelled there, and nothing typed is lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content import due, reconcile
from content.models import Article, Decision, Departure, Review, Revision
from tests import factories
from tests.content.admin.conftest import approval

DAY = timedelta(days=1)


def url(name: str, pk: int) -> str:
    return reverse(f"admin:content_{name}", args=[pk])


@pytest.fixture
def reviewer(sign_in) -> Client:
    return sign_in(factories.staff("reviewer", "other"))


@pytest.fixture
def article() -> Article:
    return Article.objects.get(pk=factories.approved().article_id)


def shown(article: Article, **other: Any) -> dict[str, Any]:
    rendition = due.to_confirm(article)
    assert rendition is not None
    return {
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        **other,
    }


def test_still_correct_is_said_on_the_articles_page(reviewer: Client, article: Article) -> None:
    page = reviewer.get(url("article_change", article.pk)).content.decode()
    assert url("article_confirm", article.pk) in page
    body = shown(article, comment="Compared with the leaflet.")
    answer = reviewer.post(url("article_confirm", article.pk), body, follow=True)
    assert "Confirmed: its next review is due on" in answer.content.decode()
    assert Review.objects.get(decision=Decision.CONFIRM).comment == "Compared with the leaflet."


def test_the_public_revisions_page_offers_it_as_well(reviewer: Client, article: Article) -> None:
    pk = article.public_rendition.revision_id
    page = reviewer.get(url("revision_change", pk)).content.decode()
    assert url("article_confirm", article.pk) in page


def test_a_refused_confirmation_keeps_what_was_typed(reviewer: Client, article: Article) -> None:
    typed = {"comment": "Typed at length.", "expires_on": "2090-05-01"}
    for wrong in ({"text_digest": "0" * 64}, {"expires_on": "soon"}):
        body = shown(article, **{**typed, **wrong})
        answer = reviewer.post(url("article_confirm", article.pk), body)
        page = answer.content.decode()
        assert answer.status_code in (400, 409)
        assert "Typed at length." in page
        assert body["expires_on"] in page
        assert "This was not done" in page
    assert not Review.objects.filter(decision=Decision.CONFIRM).exists()


def test_who_wrote_it_is_told_why_they_cannot_confirm_it(sign_in) -> None:
    lead = factories.staff("lead", "lead")
    article = Article.objects.get(pk=factories.approved(author=lead).article_id)
    client = sign_in(lead)
    assert "You edited this text" in client.get(url("article_change", article.pk)).content.decode()
    assert client.post(url("article_confirm", article.pk), shown(article)).status_code == 403


def test_an_approval_is_scheduled_in_its_form(reviewer: Client) -> None:
    revision = factories.in_review()
    page = reviewer.get(url("revision_change", revision.pk)).content.decode()
    assert 'name="publish_at"' in page
    later = timezone.now() + 3 * DAY
    body = approval(revision, publish_at=f"{later:%Y-%m-%dT%H:%M}", expires_on="2090-05-01")
    answer = reviewer.post(url("revision_approve", revision.pk), body, follow=True)
    assert "goes on the kiosk on" in answer.content.decode()
    review = Review.objects.get(decision=Decision.APPROVE, revision=revision)
    assert review.publish_at == later.replace(second=0, microsecond=0)
    for name, pk in (("article_change", revision.article_id), ("revision_change", revision.pk)):
        page = reviewer.get(url(name, pk)).content.decode()
        assert f"{later.day} {later:%B %Y, %H:%M}" in page
    listed = reviewer.get(reverse("admin:content_article_changelist")).content.decode()
    assert "Scheduled for" in listed


@pytest.mark.parametrize("when", ["2001-01-01T10:00", "tomorrow"])
def test_a_refused_time_keeps_what_was_typed_and_heard(reviewer: Client, when: str) -> None:
    revision = factories.in_review()
    answer = reviewer.post(
        url("revision_approve", revision.pk), approval(revision, publish_at=when)
    )
    assert answer.status_code == 400
    page = answer.content.decode()
    assert f'value="{when}"' in page
    assert not Review.objects.filter(revision=revision).exists()


def scheduled() -> tuple[Revision, Review]:
    revision = factories.in_review()
    from content.actions import ApproveRevision

    review = ApproveRevision(
        revision,
        actor=factories.staff("reviewer", "reviewer"),
        text_digest=revision.rendition.text_digest,
        speech_digest=revision.rendition.speech_digest,
        publish_at=timezone.now() + DAY,
    ).execute()
    return revision, review


def test_a_scheduled_publication_is_cancelled_with_a_reason(reviewer: Client) -> None:
    revision, review = scheduled()
    cancel = url("article_cancel", revision.article_id)
    answer = reviewer.post(cancel, {"review": review.pk, "comment": "Wait.", "reason": ""})
    assert answer.status_code == 400
    assert "Wait." in answer.content.decode()
    body = {"review": review.pk, "comment": "Wait.", "reason": "other"}
    assert "Cancelled" in reviewer.post(cancel, body, follow=True).content.decode()
    assert due.schedule_of(revision.article) is None


def test_a_scheduled_publication_is_put_on_the_kiosk_now(reviewer: Client) -> None:
    revision, review = scheduled()
    release = url("article_release", revision.article_id)
    assert reviewer.post(release, {"review": review.pk + 1}).status_code == 409
    assert reviewer.post(release, {"review": review.pk}).status_code == 302
    assert Article.objects.published().filter(pk=revision.article_id).exists()


def test_a_failed_publication_says_why(reviewer: Client) -> None:
    from content.actions.schedule import keep_failure

    revision, review = scheduled()
    keep_failure(review, "The stored voice is damaged.")
    for name, pk in (("article_change", revision.article_id), ("revision_change", revision.pk)):
        assert "The stored voice is damaged." in reviewer.get(url(name, pk)).content.decode()


def test_what_left_says_since_when_its_review_is_overdue(
    reviewer: Client, article: Article
) -> None:
    times = due.times_of(article)
    noon = datetime.combine(times.lapses_on, datetime.min.time()).replace(hour=12)
    assert list(reconcile.keep_time(timezone.make_aware(noon)))
    since = Departure.objects.get().since
    for address in (
        url("article_change", article.pk),
        reverse("admin:content_article_changelist") + "?due=left",
    ):
        page = reviewer.get(address).content.decode()
        assert "eft the kiosk because its review is overdue since" in page
        assert f"{since.year}" in page
    answer = reviewer.post(url("article_confirm", article.pk), shown(article))
    assert answer.status_code == 302
    assert Article.objects.published().filter(pk=article.pk).exists()


def test_the_last_day_is_brought_nearer_and_what_was_typed_stays(
    reviewer: Client, article: Article
) -> None:
    expiry = url("article_expiry", article.pk)
    for day in ("2001-01-01", "someday", ""):
        answer = reviewer.post(expiry, {"expires_on": day})
        assert answer.status_code == 400
        assert f'value="{day}"' in answer.content.decode() or not day
    day = timezone.localdate() + 9 * DAY
    assert reviewer.post(expiry, {"expires_on": str(day)}).status_code == 302
    assert due.times_of(article).leaves_on == day
    assert "its last day" in reviewer.get(url("article_change", article.pk)).content.decode()


def test_the_list_finds_what_is_overdue_and_what_soon_will_be(
    reviewer: Client, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(choice: str) -> bool:
        address = reverse("admin:content_article_changelist") + f"?due={choice}"
        return url("article_change", article.pk) in reviewer.get(address).content.decode()

    assert not found("overdue")
    assert not found("soon")
    review_due = due.times_of(article).review_due
    for today, soon, overdue in ((-30, True, False), (0, True, False), (1, False, True)):
        monkeypatch.setattr(timezone, "localdate", lambda *_, today=today: review_due + today * DAY)
        assert (found("soon"), found("overdue")) == (soon, overdue)


def test_the_pages_of_what_is_public_or_has_left_stay_light(
    sign_in, queries, article: Article
) -> None:
    client = sign_in(factories.staff("lead"))
    pages = [
        url("article_change", article.pk),
        reverse("admin:content_article_changelist"),
        reverse("admin:content_article_changelist") + "?due=left",
        reverse("admin:content_article_changelist") + "?due=soon",
    ]
    found = {page: queries(client, page) for page in pages}
    noon = datetime.combine(due.times_of(article).lapses_on, datetime.min.time()).replace(hour=12)
    list(reconcile.keep_time(timezone.make_aware(noon)))
    left = {page: queries(client, page) for page in pages}
    assert max(*found.values(), *left.values()) <= 25, (found, left)
