"""The queue: what waits for whom, most urgent first, with the reason in words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from content.actions import ClaimRevision, EditDraft, StartRevision, WithdrawArticle
from content.admin.queue import entries, with_mine
from content.admin.urgency import Urgency, Waits, urgency_of
from content.lint.readability import lix
from content.models import Claim, Review, Revision
from tests.factories import (
    approved,
    draft,
    in_review,
    notice,
    pronounce,
    review_row,
    reviewed,
    staff,
)

TODAY = date(2026, 6, 15)
QUEUE = "admin:content_revision_queue"


def queue_of(client, query: str = "") -> str:
    answer = client.get(reverse(QUEUE) + query)
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def titles(page: str) -> list[str]:
    return re.findall(r"<h3><a href=[^>]+>([^<]+)</a></h3>", page)


def due(title: str, day: date):
    """Return an approved revision whose review is due on a day."""
    revision = in_review(title=title)
    row = review_row(revision, staff("reviewer", "earlier"))
    row.review_due = day
    row.save()
    Revision.objects.filter(pk=revision.pk).update(state="approved")
    article = revision.article
    article.public_rendition = revision.rendition
    article.save()
    revision.refresh_from_db()
    return revision


@pytest.mark.parametrize(
    ("given", "urgency", "why"),
    [
        ({"urgent_because": "A wrong dose."}, Urgency.AUTHOR, "“A wrong dose.”"),
        ({"urgent_because": "Dose.", "kind": "urgent"}, Urgency.AUTHOR, "The author says"),
        ({"kind": "closing"}, Urgency.SAFETY, "It is a notice"),
        ({"withdrawn_as": "unsafe"}, Urgency.SAFETY, "withdrawn because it could harm"),
        ({"withdrawn_as": "incorrect"}, Urgency.SAFETY, "withdrawn because it is wrong"),
        ({"withdrawn_as": "outdated"}, Urgency.ORDINARY, ""),
        ({"kind": "term"}, Urgency.ORDINARY, ""),
        ({"due": TODAY - timedelta(days=1)}, Urgency.OVERDUE, "was due for review on 14 June 2026"),
        ({"due": TODAY}, Urgency.SOON, "is due for review on 15 June 2026"),
        ({"due": TODAY + timedelta(days=30)}, Urgency.SOON, "is due"),
        ({"due": TODAY + timedelta(days=31)}, Urgency.ORDINARY, ""),
        ({"kind": "closing", "due": TODAY - timedelta(days=1)}, Urgency.SAFETY, "notice"),
    ],
)
def test_urgency_has_its_order_and_its_reason(given: dict, urgency: Urgency, why: str) -> None:
    found = urgency_of(Waits.TEXT, today=TODAY, **given)
    assert found[0] is urgency
    assert why in found[1]


def test_what_is_public_and_due_is_no_more_urgent_for_being_a_notice() -> None:
    due_on = TODAY + timedelta(days=3)
    found = urgency_of(Waits.DUE, today=TODAY, kind="closing", urgent_because="Old.", due=due_on)
    assert found[0] is Urgency.SOON


def test_the_queue_shows_the_most_urgent_first_then_the_longest_waiting(sign_in) -> None:
    today = timezone.localdate()
    due("Due soon", today + timedelta(days=20))
    due("Due sooner", today + timedelta(days=10))
    due("Overdue", today - timedelta(days=5))
    due("Due much later", today + timedelta(days=31))
    in_review(title="Waits longest")
    in_review(title="Came later")
    notice("safety", "burns", "Burns", "Cool a burn with water.", public=False)
    urgent = draft(title="Urgent")
    urgent = EditDraft(
        urgent,
        actor=urgent.edited_by,
        version=1,
        title=urgent.title,
        body=urgent.body,
        urgent_because="The dose was wrong.",
    ).execute()
    reviewed(urgent)
    draft(title="Not submitted")
    page = queue_of(sign_in(staff("reviewer")))
    assert titles(page) == [
        "Urgent",
        "Burns",
        "Overdue",
        "Due sooner",
        "Due soon",
        "Waits longest",
        "Came later",
    ]
    assert "The author says: “The dose was wrong.”" in page
    assert "For you: 7" in page


def test_what_replaces_a_text_withdrawn_as_unsafe_says_so() -> None:
    revision = approved(title="Harmful")
    lead = staff("lead")
    WithdrawArticle(
        revision.article, actor=lead, reason="unsafe", comment="Twice the dose."
    ).execute()
    again = StartRevision(revision.article, actor=staff("author", "author"), body="Less.").execute()
    reviewed(again)
    (entry,) = entries(staff("reviewer"))
    assert entry.urgency is Urgency.SAFETY
    assert entry.why == "It replaces what was withdrawn because it could harm."


def test_an_article_with_a_newer_text_in_review_waits_once_and_keeps_its_date() -> None:
    revision = due("Overdue", timezone.localdate() - timedelta(days=5))
    reviewer = staff("reviewer")
    assert [entry.waits for entry in entries(reviewer)] == [Waits.DUE]
    again = StartRevision(
        revision.article, actor=staff("author", "author"), body="Newer words."
    ).execute()
    assert [entry.waits for entry in entries(reviewer)] == [Waits.DUE]
    reviewed(again)
    (entry,) = entries(reviewer)
    assert (entry.pk, entry.waits, entry.urgency) == (again.pk, Waits.TEXT, Urgency.OVERDUE)


def test_a_text_said_to_be_still_correct_waits_no_more() -> None:
    revision = due("Overdue", timezone.localdate() - timedelta(days=5))
    rendition = revision.rendition
    Review.objects.create(
        revision=revision,
        rendition=rendition,
        decision="confirm",
        reviewer=staff("reviewer"),
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        review_due=timezone.localdate() + timedelta(days=900),
        software="x",
    )
    assert entries(staff("reviewer")) == []


def test_what_is_public_and_due_is_claimed_like_the_rest(sign_in) -> None:
    revision = due("Overdue", timezone.localdate() - timedelta(days=5))
    client = sign_in(staff("reviewer", "nina"))
    claim = reverse("admin:content_revision_claim", args=[revision.pk])
    page = reverse("admin:content_revision_change", args=[revision.pk])
    assert claim in client.get(page).content.decode()
    assert client.post(claim).status_code == 302
    (entry,) = entries(staff("reviewer"))
    assert entry.claim is not None
    assert entry.claim.user.username == "nina"
    assert claim not in sign_in(staff("author", "author")).get(page).content.decode()


def test_the_queue_has_three_parts_with_counts(sign_in) -> None:
    lead = staff("lead", "lee")
    in_review(title="Mine", author=lead)
    in_review(title="Free")
    taken = in_review(title="Taken")
    ClaimRevision(taken, actor=staff("reviewer", "nina")).execute()
    page = queue_of(sign_in(lead))
    assert titles(page) == ["Free", "Taken", "Mine"]
    for part in ("For you: 1", "Claimed by others: 1", "You cannot decide these: 1"):
        assert part in page
    assert "Claimed by nina until" in page
    assert "A claim lapses after 2 hours." in page
    assert "You edited it, or how it is said: somebody else decides" in page
    page = queue_of(sign_in(staff("auditor")))
    assert "Waiting for a reviewer: 3" in page
    assert ">Claim<" not in page


def test_the_queue_knows_the_same_editors_as_the_rule() -> None:
    lead, other = staff("lead"), staff("lead", "other")
    old = approved(author=lead)
    again = StartRevision(old.article, actor=other, body="Rest more.").execute()
    reviewed(again)
    in_review(title="Another", author=lead)
    waiting = Revision.objects.awaiting_review()
    for person in (lead, other):
        for revision in with_mine(waiting, person):
            assert revision.mine == (person in revision.editors_since_approval())
    assert [r.mine for r in with_mine(waiting, lead)] == [False, True]


def test_who_changed_how_it_is_said_finds_it_among_what_they_cannot_decide() -> None:
    lead = staff("lead")
    pronounce("sleep", "sleeep", actor=lead)
    in_review()
    assert [entry.mine for entry in entries(lead)] == [True]
    assert [entry.mine for entry in entries(staff("reviewer"))] == [False]


def test_the_queue_is_narrowed_and_paged(sign_in, monkeypatch, settings) -> None:
    from content.admin import queue
    from content.models import Topic

    shelf = Topic.objects.create(slug="shelf")
    in_review(title="On the shelf", topic=shelf)
    in_review(title="Elsewhere")
    due("Old", timezone.localdate())
    client = sign_in(staff("reviewer"))
    assert titles(queue_of(client, "?topic=shelf")) == ["On the shelf"]
    assert titles(queue_of(client, "?kind=due")) == ["Old"]
    assert titles(queue_of(client, "?kind=text")) == ["On the shelf", "Elsewhere"]
    assert titles(queue_of(client, "?language=es")) == []
    assert "Nothing of that kind waits." in queue_of(client, "?topic=nowhere")
    monkeypatch.setattr(queue, "PAGE", 2)
    first = queue_of(client)
    assert len(titles(first)) == 2
    assert "Page 1 of 2" in first
    assert "For you: 3" in first
    assert len(titles(queue_of(client, "?page=2"))) == 1
    # A page that is not there is the last, a number that is none the first.
    assert titles(queue_of(client, "?page=99")) == titles(queue_of(client, "?page=2"))
    assert titles(queue_of(client, "?page=x")) == titles(first)


def test_claim_and_release_are_buttons_of_the_queue_and_of_the_page(sign_in) -> None:
    revision = in_review(title="Sleep")
    nina, omar = staff("reviewer", "nina"), staff("reviewer", "omar")
    client, other = sign_in(nina), sign_in(omar)
    claim = reverse("admin:content_revision_claim", args=[revision.pk])
    release = reverse("admin:content_revision_release", args=[revision.pk])
    page = reverse("admin:content_revision_change", args=[revision.pk])
    assert claim in queue_of(client)
    answer = client.post(claim, {"from": "queue"})
    assert (answer.status_code, answer.url) == (302, page)
    assert "You have claimed this" in client.get(page).content.decode()
    theirs = other.get(page).content.decode()
    assert "nina has claimed this" in theirs
    assert 'id="approve" disabled' not in theirs
    assert release not in theirs
    refused = other.post(claim, {"from": "queue"})
    assert refused.status_code == 409
    assert b"nina has claimed this until" in refused.content
    assert titles(" ".join(refused.content.decode().split())) == ["Sleep"]
    assert other.post(claim).status_code == 409
    assert other.post(release).status_code == 403
    answer = client.post(release, {"from": "queue"})
    assert (answer.status_code, answer.url) == (302, reverse(QUEUE))
    assert not Claim.objects.exists()
    assert sign_in(staff("author", "author")).post(claim).status_code == 403


def test_a_lead_who_gives_no_reason_keeps_the_page(sign_in) -> None:
    revision = in_review()
    ClaimRevision(revision, actor=staff("reviewer", "nina")).execute()
    client = sign_in(staff("lead"))
    release = reverse("admin:content_revision_release", args=[revision.pk])
    page = client.get(reverse("admin:content_revision_change", args=[revision.pk]))
    assert b"Why you release it" in page.content
    answer = client.post(release, {"claim_reason": ""})
    assert answer.status_code == 400
    assert b"Say why you release what nina has claimed." in answer.content
    assert client.post(release, {"claim_reason": "Ill."}).status_code == 302


def test_why_it_is_urgent_is_typed_kept_and_shown(sign_in) -> None:
    author = staff("author", "author")
    revision = draft(author=author)
    client = sign_in(author)
    page = reverse("admin:content_revision_change", args=[revision.pk])
    typed = {"title": revision.title, "body": revision.body, "version": 1}
    refused = client.post(page, {**typed, "urgent_because": "x" * 301})
    assert refused.status_code == 400
    assert "x" * 301 in refused.content.decode()
    assert client.post(page, {**typed, "urgent_because": "A wrong dose."}).status_code == 302
    assert b'value="A wrong dose."' in client.get(page).content
    revision.refresh_from_db()
    assert (revision.urgent_because, revision.version) == ("A wrong dose.", 2)
    reviewed(revision)
    shown = sign_in(staff("reviewer")).get(page).content.decode()
    assert "the author says: “A wrong dose.”" in shown


def test_a_rendition_is_measured_when_it_is_made() -> None:
    revision = in_review(body="Sleep helps you heal. Extraordinarily quiet bedrooms help.")
    assert revision.rendition is not None
    said = ["Sleep and rest", "Sleep helps you heal.", "Extraordinarily quiet bedrooms help."]
    assert revision.rendition.lix == pytest.approx(lix(said))
    assert lix(["One two three four five six seven eight."]) == 8
    assert lix(["Readable texts.", "Short one."]) == 2 + 25
    assert lix(["", "…"]) == 0.0
