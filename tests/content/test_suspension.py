"""Everything off: one lead takes all of it off, and somebody else puts exactly that back."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from content.actions import (
    ApproveRevision,
    ConfirmArticle,
    Conflict,
    Invalid,
    LeaveKiosk,
    NotPermitted,
    ReleaseSchedule,
    ResumeEverything,
    SuspendEverything,
    WithdrawArticle,
)
from content.models import Article, AuditEvent, SuspendedText, Suspension
from kiosk.publication.publish import publish_all
from tests.factories import (
    answers_to,
    approve,
    approved,
    in_review,
    notice,
    review_row,
    staff,
    term,
)

pytestmark = pytest.mark.django_db


def everything_off(actor=None) -> Suspension:
    return SuspendEverything(
        actor=actor or staff("lead", "lead"), reason="unsafe", comment="A wrong dose somewhere."
    ).execute()


def everything_back(actor=None) -> list[Article]:
    return ResumeEverything(
        actor=actor or staff("lead", "second"), comment="Looked at all of them."
    ).execute()


@pytest.fixture
def two_articles() -> list[Article]:
    return [approved(title="One").article, approved(title="Two").article]


def public() -> set[str]:
    return set(Article.objects.published().values_list("slug", flat=True))


def test_everything_leaves_in_one_step_and_the_notices_stay(two_articles):
    term()
    notices = set(Article.objects.public_notices("en"))
    everything_off()
    assert public() == set()
    assert not Article.objects.public_terms("en").exists()
    assert set(Article.objects.public_notices("en")) == notices != set()


def test_what_is_off_is_not_served_any_more(
    two_articles, client, django_capture_on_commit_callbacks
):
    publish_all()
    assert client.get("/a/one/").status_code == 200
    clip = json.loads(client.get("/api/v1/articles/one/").whole)["title"]["clip"]["url"]
    assert client.get(clip).status_code == 200
    everything_off()
    assert client.get("/a/one/").status_code == 410
    assert client.get("/api/v1/articles/one/").status_code in (404, 410)
    assert client.get(clip).status_code == 404
    assert "one" not in json.loads(client.get("/manifest.json").whole)["articles"]
    with django_capture_on_commit_callbacks(execute=True):
        everything_back()
    assert client.get("/a/one/").status_code == 200
    assert client.get(clip).status_code == 200


def test_exactly_what_was_public_comes_back(two_articles):
    before = dict(Article.objects.published().values_list("slug", "public_rendition"))
    everything_off()
    back = everything_back()
    assert dict(Article.objects.published().values_list("slug", "public_rendition")) == before
    assert {article.slug for article in back} == {"one", "two"}


def test_what_is_withdrawn_meanwhile_does_not_come_back(two_articles):
    everything_off()
    article = Article.objects.get(slug="one")
    WithdrawArticle(
        article, actor=staff("reviewer"), reason="unsafe", comment="This was it."
    ).execute()
    everything_back()
    assert public() == {"two"}


def test_whoever_took_it_off_does_not_put_it_back(two_articles, django_user_model):
    root = django_user_model.objects.create_superuser("root")
    everything_off(root)
    with pytest.raises(NotPermitted) as refused:
        everything_back(root)
    assert refused.value.rule == "four_eyes"
    with pytest.raises(IntegrityError, match="somebody else ends it"):
        Suspension.objects.update(ended_by=root, ended_at="2030-01-01T00:00Z", end_comment="x")


@pytest.mark.parametrize("role", ["author", "reviewer", "operator", "auditor"])
def test_only_a_lead_takes_everything_off_or_puts_it_back(two_articles, role):
    with pytest.raises(NotPermitted):
        everything_off(staff(role))
    everything_off()
    with pytest.raises(NotPermitted):
        everything_back(staff(role))


def test_a_reason_and_a_comment_are_needed(two_articles):
    for reason, comment in (("", "Why."), ("invented", "Why."), ("unsafe", " ")):
        with pytest.raises(Invalid):
            SuspendEverything(actor=staff("lead"), reason=reason, comment=comment).execute()
    assert len(public()) == 2


def test_twice_is_refused_and_so_is_nothing(two_articles):
    everything_off()
    with pytest.raises(Conflict):
        everything_off(staff("lead", "another"))
    everything_back()
    with pytest.raises(Conflict):
        everything_back()


def test_nothing_becomes_public_meanwhile(two_articles):
    waiting = in_review(title="Three")
    everything_off()
    with pytest.raises(Conflict) as refused:
        approve(waiting)
    assert refused.value.rule == "suspended"
    rendition = SuspendedText.objects.first().rendition
    with pytest.raises(IntegrityError, match="everything was taken off"):
        Article.objects.filter(slug="one").update(public_rendition=rendition)


def test_the_database_makes_nothing_public_meanwhile_even_with_an_approval(two_articles):
    waiting = in_review(title="Three")
    everything_off()
    review_row(waiting, staff("reviewer")).save()
    with pytest.raises(IntegrityError, match="everything was taken off"):
        Article.objects.filter(pk=waiting.article_id).update(public_rendition=waiting.rendition)


def test_what_was_scheduled_waits_until_everything_is_back(two_articles):
    waiting = in_review(title="Three")
    rendition = waiting.rendition
    assert rendition is not None
    now = timezone.now()
    ApproveRevision(
        waiting,
        actor=staff("reviewer"),
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        publish_at=now + timedelta(hours=1),
        answers=answers_to(waiting),
    ).execute()
    everything_off()
    with pytest.raises(Conflict) as refused:
        ReleaseSchedule(
            Article.objects.get(pk=waiting.article_id), actor=staff("reviewer", "other")
        ).execute()
    assert refused.value.rule == "suspended"
    assert public() == set()


def test_what_left_by_itself_is_not_confirmed_back_meanwhile(two_articles):
    article = Article.objects.get(slug="one")
    rendition = article.public_rendition
    assert rendition is not None
    LeaveKiosk(article, now=timezone.now() + timedelta(days=366 * 5)).execute()
    everything_off()
    with pytest.raises(Conflict) as refused:
        ConfirmArticle(
            Article.objects.get(slug="one"),
            actor=staff("reviewer", "other"),
            text_digest=rendition.text_digest,
            speech_digest=rendition.speech_digest,
        ).execute()
    assert refused.value.rule == "suspended"
    everything_back()
    assert public() == {"two"}


def test_a_notice_is_approved_all_the_same(two_articles):
    everything_off()
    assert notice(key="new-help").public_rendition is not None


def test_the_audit_trail_names_who_and_what(two_articles):
    everything_off()
    everything_back()
    off = AuditEvent.objects.get(action="suspend")
    on = AuditEvent.objects.get(action="resume")
    assert (off.actor.username, on.actor.username) == ("lead", "second")
    assert set(off.detail["texts"]) == set(on.detail["texts"]) == {"one", "two"}


def test_what_was_taken_off_is_never_changed(two_articles):
    everything_off()
    for change in (
        lambda: SuspendedText.objects.update(article=two_articles[0]),
        lambda: SuspendedText.objects.all().delete(),
        lambda: Suspension.objects.all().delete(),
        lambda: Suspension.objects.update(comment="Nothing was wrong."),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_the_desk_does_both_and_keeps_what_was_typed(two_articles, client):
    page = reverse("admin:content_suspension_changelist")
    client.force_login(staff("lead", "lead"))
    answer = client.post(reverse("admin:content_suspension_begin"), {"comment": "Typed words"})
    assert answer.status_code == 400
    assert "Typed words" in answer.content.decode()
    data = {"reason": "unsafe", "comment": "A wrong dose."}
    assert client.post(reverse("admin:content_suspension_begin"), data).status_code == 302
    assert public() == set()
    assert "Everything is off the kiosks" in client.get(reverse("admin:index")).content.decode()
    again = client.post(reverse("admin:content_suspension_end"), {"comment": "Fine."})
    assert again.status_code == 403
    client.force_login(staff("lead", "second"))
    assert client.post(reverse("admin:content_suspension_end"), {"comment": ""}).status_code == 400
    assert (
        client.post(reverse("admin:content_suspension_end"), {"comment": "Fine."}).status_code
        == 302
    )
    assert len(public()) == 2
    assert "not yet" not in client.get(page).content.decode()


def test_the_api_does_both(two_articles, client):
    url, end = reverse("staff-suspension"), reverse("staff-suspension-end")
    client.force_login(staff("lead", "lead"))
    off = client.post(
        url, {"reason": "unsafe", "comment": "A wrong dose."}, content_type="application/json"
    )
    assert off.status_code == 200
    assert off.json()["texts"] == ["one", "two"]
    assert client.get(url).json()["suspended"] is True
    refused = client.post(end, {"comment": "Fine."}, content_type="application/json")
    assert (refused.status_code, refused.json()["rule"]) == (403, "four_eyes")
    client.force_login(staff("lead", "second"))
    on = client.post(end, {"comment": "Fine."}, content_type="application/json")
    assert sorted(on.json()["texts"]) == ["one", "two"]
    assert client.get(url).json()["suspended"] is False
