"""Topics and the names of staff: the few things that are edited in place."""

from __future__ import annotations

import pytest
from django.urls import reverse

from content.models import AuditEvent, StaffProfile, Topic
from tests.factories import notice, staff


def send(client, url, **other):
    data = {
        "slug": "sleep",
        "icon": "moon",
        "position": 3,
        "review_months": 12,
        "grace_days": 90,
        "titles-TOTAL_FORMS": 1,
        "titles-INITIAL_FORMS": 0,
        "titles-MIN_NUM_FORMS": 0,
        "titles-MAX_NUM_FORMS": 1,
        "titles-0-language": "en",
        "titles-0-title": "Sleep and rest",
        **other,
    }
    return client.post(url, data)


@pytest.mark.parametrize("role", ["lead", "operator"])
def test_who_keeps_the_shelves_names_a_topic(sign_in, role):
    notice("safety", "driving", "Driving", "Do not drive.")
    answer = send(sign_in(staff(role)), reverse("admin:content_topic_add"), notices=["driving"])
    assert answer.status_code == 302
    topic = Topic.objects.get(slug="sleep")
    assert topic.title_in("en") == "Sleep and rest"
    assert topic.notices == ["driving"]


@pytest.mark.parametrize("role", ["author", "reviewer", "auditor"])
def test_nobody_else_changes_a_topic(sign_in, role):
    topic = Topic.objects.create(slug="rest")
    client = sign_in(staff(role))
    assert send(client, reverse("admin:content_topic_add")).status_code == 403
    url = reverse("admin:content_topic_change", args=[topic.pk])
    assert send(client, url).status_code == 403
    assert not topic.titles.exists()


def test_a_topic_keeps_its_address_and_its_names(sign_in):
    topic = Topic.objects.create(slug="rest")
    title = topic.titles.create(language="en", title="Rest")
    url = reverse("admin:content_topic_change", args=[topic.pk])
    inline = {
        "titles-INITIAL_FORMS": 1,
        "titles-0-id": title.pk,
        "titles-0-topic": topic.pk,
        "titles-0-DELETE": "on",
    }
    answer = send(sign_in(staff("lead")), url, slug="elsewhere", **inline)
    assert answer.status_code == 302
    topic = Topic.objects.get(pk=topic.pk)
    assert (topic.slug, topic.title_in("en")) == ("rest", "Sleep and rest")


def test_a_topic_takes_only_notices_that_there_are(sign_in):
    answer = send(sign_in(staff("lead")), reverse("admin:content_topic_add"), notices=["nowhere"])
    assert answer.status_code == 200
    assert not Topic.objects.filter(slug="sleep").exists()


def test_a_superuser_gives_a_reviewer_a_public_name(sign_in, superuser):
    reviewer = staff("reviewer")
    StaffProfile.objects.filter(user=reviewer).delete()
    data = {"user": reviewer.pk, "public_name": "Rosa Lind", "profession": "Pharmacist"}
    url = reverse("admin:content_staffprofile_add")
    assert sign_in(reviewer).post(url, data).status_code == 403
    assert sign_in(superuser).post(url, data).status_code == 302
    assert StaffProfile.objects.get(user=reviewer).public_name == "Rosa Lind"


def test_a_topics_name_is_public_at_once_so_who_gave_it_is_on_record(sign_in):
    operator = staff("operator")
    send(sign_in(operator), reverse("admin:content_topic_add"))
    event = AuditEvent.objects.get(action="topic")
    assert event.actor == operator
    assert event.detail == {
        "topic": "sleep",
        "icon": "moon",
        "second_signoff": False,
        "review_months": 12,
        "grace_days": 90,
        "leaves_with_source": False,
        "titles": {"en": "Sleep and rest"},
    }
