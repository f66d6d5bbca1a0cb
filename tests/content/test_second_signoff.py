"""Two sign-offs: where a topic wants them, one person's approval makes nothing public."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.urls import reverse

from content import composition
from content.actions import ConfirmArticle, NotPermitted, ReturnRevision, StartRevision
from content.models import Article, AuditEvent, Decision, RevisionState, Topic
from tests.factories import approve, approved, in_review, pronounce, review_row, reviewed, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def medicines() -> Topic:
    return Topic.objects.create(slug="medicines", second_signoff=True)


def test_the_first_approval_is_kept_as_a_sign_off_and_makes_nothing_public(medicines):
    revision = in_review(body="Take 5 mg once a day.", topic=medicines)
    review = approve(revision, staff("reviewer", "first"))
    revision.refresh_from_db()
    assert review.decision == Decision.ENDORSE
    assert review.heard
    assert review.review_due is None
    assert revision.state == RevisionState.IN_REVIEW
    assert revision.article.public_rendition is None
    assert AuditEvent.objects.filter(action="endorse", revision=revision).count() == 1


def test_a_second_persons_approval_makes_it_public_and_the_page_names_both(medicines):
    revision = in_review(topic=medicines)
    first = approve(revision, staff("reviewer", "first"))
    second = approve(revision, staff("lead", "second"))
    article = Article.objects.get(pk=revision.article_id)
    assert second.decision == Decision.APPROVE
    assert article.public_rendition == revision.rendition
    assert composition.signed_off_by(second) == [first, second]
    page = composition.compose(article, article.public_rendition)
    assert len(page["reviewed_by"]) == 2


def test_who_finds_it_still_correct_is_named_alone_on_that_day(medicines):
    revision = in_review(topic=medicines)
    approve(revision, staff("reviewer", "first"))
    approve(revision, staff("reviewer", "second"))
    confirmation = ConfirmArticle(
        Article.objects.get(pk=revision.article_id),
        actor=staff("reviewer", "third"),
        text_digest=revision.rendition.text_digest,
        speech_digest=revision.rendition.speech_digest,
    ).execute()
    assert composition.signed_off_by(confirmation) == [confirmation]


def test_nobody_gives_both_sign_offs(medicines):
    revision = in_review(topic=medicines)
    approve(revision, staff("reviewer", "first"))
    with pytest.raises(NotPermitted) as refused:
        approve(revision, staff("reviewer", "first"))
    assert refused.value.rule == "second_signoff"
    assert Article.objects.get(pk=revision.article_id).public_rendition is None


def test_no_superuser_gives_both_sign_offs(medicines, django_user_model):
    revision = in_review(topic=medicines)
    root = django_user_model.objects.create_superuser("root")
    approve(revision, root)
    with pytest.raises(NotPermitted) as refused:
        approve(revision, root)
    assert refused.value.rule == "second_signoff"


def test_the_database_takes_no_approval_without_another_persons_sign_off(medicines):
    revision = in_review(topic=medicines)
    first = staff("reviewer", "first")
    with pytest.raises(IntegrityError, match="after the first signed it off"):
        review_row(revision, first).save()


def test_the_database_takes_no_second_approval_of_the_first_person(medicines):
    revision = in_review(topic=medicines)
    first = staff("reviewer", "first")
    approve(revision, first)
    with pytest.raises(IntegrityError, match="after the first signed it off"):
        review_row(revision, first).save()


def test_nobody_signs_off_what_they_wrote(medicines):
    revision = in_review(topic=medicines, author=staff("lead", "writer"))
    with pytest.raises(NotPermitted) as refused:
        approve(revision, staff("lead", "writer"))
    assert refused.value.rule == "four_eyes"


def test_the_database_takes_no_sign_off_of_an_editor(medicines):
    revision = in_review(topic=medicines, author=staff("lead", "writer"))
    row = review_row(revision, staff("lead", "writer"))
    row.decision = Decision.ENDORSE
    with pytest.raises(IntegrityError, match="edited since the last approval"):
        row.save()


def test_the_database_takes_no_sign_off_of_who_changed_a_pronunciation(medicines):
    speaker = staff("reviewer", "speaker")
    pronounce("quiet", "kwy ett", actor=speaker)
    row = review_row(in_review(topic=medicines), speaker)
    row.decision = Decision.ENDORSE
    with pytest.raises(IntegrityError, match="how a word is said"):
        row.save()


def test_a_sign_off_of_a_text_that_went_back_counts_for_nothing(medicines):
    revision = in_review(topic=medicines)
    approve(revision, staff("reviewer", "first"))
    ReturnRevision(
        revision, actor=staff("reviewer", "second"), reason="unclear", comment="Shorter."
    ).execute()
    again = reviewed(
        StartRevision(
            Article.objects.get(pk=revision.article_id), actor=staff("author", "author")
        ).execute()
    )
    assert approve(again, staff("reviewer", "second")).decision == Decision.ENDORSE


def test_a_topic_of_one_sign_off_is_approved_by_one():
    assert approved(topic=Topic.objects.create(slug="sleep")).state == RevisionState.APPROVED


def test_a_sign_off_that_is_no_longer_needed_does_not_count_as_another_person(medicines):
    revision = in_review(topic=medicines)
    first = staff("reviewer", "first")
    approve(revision, first)
    Topic.objects.update(second_signoff=False)
    revision.article.topic.refresh_from_db()
    review = approve(revision, first)
    assert review.decision == Decision.APPROVE
    assert composition.signed_off_by(review) == [review]


def test_only_a_lead_says_that_a_topic_wants_two(client):
    Topic.objects.create(slug="sleep", position=1)
    topic = Topic.objects.get(slug="sleep")
    data = {
        "icon": "moon",
        "position": "1",
        "review_months": "36",
        "grace_days": "90",
        "second_signoff": "on",
        "titles-TOTAL_FORMS": "0",
        "titles-INITIAL_FORMS": "0",
    }
    for role, wanted in (("operator", False), ("lead", True)):
        client.force_login(staff(role))
        url = reverse("admin:content_topic_change", args=[topic.pk])
        assert client.post(url, data).status_code == 302
        topic.refresh_from_db()
        assert topic.second_signoff is wanted


def test_the_review_page_says_which_sign_off_this_would_be(medicines, client):
    revision = in_review(topic=medicines)
    url = reverse("admin:content_revision_change", args=[revision.pk])
    client.force_login(staff("reviewer", "first"))
    assert "Yours would be the first" in client.get(url).content.decode()
    approve(revision, staff("reviewer", "first"))
    assert "You signed this off already" in client.get(url).content.decode()
    client.force_login(staff("reviewer", "second"))
    assert "Yours would be the second" in client.get(url).content.decode()


def test_the_api_says_how_many_sign_offs_there_are_and_must_be(medicines, client):
    revision = in_review(topic=medicines)
    client.force_login(staff("reviewer", "second"))
    url = reverse("staff-revision", args=[revision.pk])
    assert client.get(url).json()["signoffs_needed"] == 2
    approve(revision, staff("reviewer", "first"))
    answer = client.get(url).json()
    assert answer["state"] == "in_review"
    assert len(answer["signoffs"]) == 1
