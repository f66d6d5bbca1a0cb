"""The draft's page: what is typed is never lost, and what stands in the way is said."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from content.actions import EditDraft, ReturnRevision, StartRevision
from content.models import AuditEvent, Revision, RevisionState
from tests.content.admin.conftest import TELLING
from tests.factories import draft, in_review, notice, staff


def change(revision):
    return reverse("admin:content_revision_change", args=[revision.pk])


def submit(revision):
    return reverse("admin:content_revision_submit", args=[revision.pk])


def words(revision, **other):
    return {
        "title": revision.title,
        "body": revision.body,
        "note": revision.note,
        "notices": revision.notices,
        "version": revision.version,
        **other,
    }


def button(page: str, label: str) -> str:
    """Return the start tag of a button by its words."""
    found = re.search(rf"<button[^>]*>(?={re.escape(label)}<)", page)
    assert found, label
    return found[0]


def test_saving_keeps_the_words_and_counts_the_version(sign_in):
    author = staff("author")
    revision = draft(author=author)
    data = words(revision, title="Sleeping well", body="Go to bed early.\r\nRise early.\r\n")
    answer = sign_in(author).post(change(revision), data)
    assert (answer.status_code, answer.url) == (302, change(revision))
    saved = Revision.objects.get(pk=revision.pk)
    assert (saved.title, saved.body) == ("Sleeping well", "Go to bed early.\nRise early.\n")
    assert saved.version == revision.version + 1


def test_saving_nothing_new_makes_nobody_an_editor(sign_in):
    revision, lead = draft(), staff("lead")
    answer = sign_in(lead).post(change(revision), words(revision))
    assert answer.status_code == 302
    saved = Revision.objects.get(pk=revision.pk)
    assert saved.version == revision.version
    assert lead not in saved.editors_since_approval()


def test_an_edit_of_an_older_version_is_refused_and_nothing_typed_is_lost(sign_in):
    author, other = staff("author"), staff("author", "other")
    revision = draft(author=author)
    EditDraft(
        revision,
        actor=other,
        version=revision.version,
        title="Their title",
        body="Their words are stored.",
    ).execute()
    data = words(revision, title="My <title>", body="My words are typed.", note="My note")
    client = sign_in(author)
    answer = client.post(change(revision), data)
    assert answer.status_code == 409
    page = unescape(answer.content.decode())
    assert "other changed this draft while you were writing" in page
    assert 'value="My <title>"' in page
    assert "My words are typed." in page
    assert "My note" in page
    assert "Their title" in page
    assert "stored:" in page
    stored = Revision.objects.get(pk=revision.pk)
    assert stored.body == "Their words are stored."
    # Having been shown the newest words, saving again puts one's own in their place.
    assert f'name="version" value="{stored.version}"' in page
    answer = client.post(change(revision), {**data, "version": stored.version})
    assert answer.status_code == 302
    assert Revision.objects.get(pk=revision.pk).body == "My words are typed."


def test_a_draft_that_was_submitted_meanwhile_keeps_what_was_typed_on_the_page(sign_in):
    author = staff("author")
    revision = in_review(author=author)
    answer = sign_in(author).post(change(revision), words(revision, body="Typed too late."))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "its words cannot change any more" in page
    assert "Typed too late." in page
    assert "disabled" in button(page, "Save")


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("body", "  "), ("title", "x" * 201), ("body", "a\x00b"), ("version", "x")],
)
def test_words_that_cannot_be_kept_are_refused_beside_their_field(sign_in, field, value):
    author = staff("author")
    revision = draft(author=author)
    data = words(revision, note="My note", **{field: value})
    answer = sign_in(author).post(change(revision), data)
    assert answer.status_code in (400, 409)
    assert b"My note" in answer.content
    assert Revision.objects.get(pk=revision.pk).version == revision.version


def test_a_text_larger_than_1_mib_is_refused(sign_in):
    author = staff("author")
    revision = draft(author=author)
    data = words(revision, body="word " * 220_000)
    answer = sign_in(author).post(change(revision), data)
    assert answer.status_code == 400
    assert b"larger than 1 MiB" in answer.content


def test_the_draft_page_shows_what_the_kiosk_cannot_show_with_its_line(sign_in):
    author = staff("author")
    revision = draft(author=author, body="A sentence.\n\n<script>alert(1)</script>\n")
    page = sign_in(author).get(change(revision)).content.decode()
    findings = page[page.index("desk-findings") :]
    assert "Must be changed: 1" in findings
    assert re.search(r"</strong> Line 3: ", findings)
    assert "<script>alert" not in page


def test_a_draft_without_findings_says_so(sign_in):
    author = staff("author")
    page = sign_in(author).get(change(draft(author=author))).content.decode()
    assert "Nothing stands in the way" in page


def test_submitting_what_the_kiosk_cannot_show_is_refused_with_the_lines(sign_in):
    author = staff("author")
    revision = draft(author=author)
    body = "A sentence.\n\n<b>bold</b>\n"
    answer = sign_in(author).post(submit(revision), words(revision, body=body))
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "The text holds something that the kiosk cannot show." in page
    assert "Line 3: " in page
    stored = Revision.objects.get(pk=revision.pk)
    # Submitting saves first, so that what was typed is stored though it cannot be submitted.
    assert (stored.body, stored.state) == (body, RevisionState.DRAFT)


def test_submitting_saves_what_was_typed_and_hands_it_over(
    sign_in, django_capture_on_commit_callbacks
):
    author = staff("author")
    revision = draft(author=author)
    with django_capture_on_commit_callbacks(execute=True):
        answer = sign_in(author).post(submit(revision), words(revision, body=TELLING))
    assert answer.status_code == 302
    stored = Revision.objects.get(pk=revision.pk)
    assert stored.body == TELLING
    assert stored.state == RevisionState.IN_REVIEW


def test_submitting_a_version_that_somebody_changed_meanwhile_is_refused(sign_in):
    author, other = staff("author"), staff("author", "other")
    revision = draft(author=author)
    EditDraft(
        revision, actor=other, version=revision.version, title="Theirs", body="Their words."
    ).execute()
    answer = sign_in(author).post(submit(revision), words(revision, body="My words."))
    assert answer.status_code == 409
    assert b"My words." in answer.content
    answer = sign_in(author).post(submit(revision), {"version": revision.version})
    assert answer.status_code == 409
    assert Revision.objects.get(pk=revision.pk).state == RevisionState.DRAFT


def test_a_submitted_draft_says_that_it_is_being_voiced_and_offers_to_look_again(sign_in):
    author = staff("author")
    revision = draft(author=author)
    client = sign_in(author)
    client.post(submit(revision), {"version": revision.version})
    page = client.get(change(revision)).content.decode()
    assert "Being voiced." in page
    assert "Look again" in page
    assert 'id="approve"' not in page


def test_the_author_of_a_returned_revision_sees_why_and_begins_a_new_one(sign_in):
    author, reviewer = staff("author"), staff("reviewer")
    revision = in_review(author=author)
    ReturnRevision(revision, actor=reviewer, reason="unclear", comment="Shorter, please.").execute()
    client = sign_in(author)
    page = client.get(change(revision)).content.decode()
    assert "Hard to understand" in page
    assert "Shorter, please." in page
    assert "disabled" not in button(page, "New revision")
    new = StartRevision(revision.article, actor=author).execute()
    page = client.get(change(new)).content.decode()
    assert "What the reviewer asked for" in page
    assert "Shorter, please." in page


def test_a_button_that_cannot_be_used_is_disabled_with_the_reason_in_text(sign_in):
    revision = draft()
    page = sign_in(staff("reviewer")).get(change(revision)).content.decode()
    for label in ("Save", "Save and submit for review"):
        tag = button(page, label)
        assert "disabled" in tag
        assert "cannot-edit" in re.search(r'aria-describedby="([^"]*)"', tag)[1]
    assert 'id="cannot-edit">Your role does not allow writing articles.' in page


def test_only_the_notices_of_the_texts_language_are_offered_and_their_order_is_kept(sign_in):
    author = staff("author")
    notice("urgent", "help-now", "Help now", "Call for help.")
    notice("safety", "driving", "Driving", "Do not drive.")
    revision = draft(author=author, notices=["driving", "help-now"])
    client = sign_in(author)
    page = client.get(change(revision)).content.decode()
    assert "Urgent help: Help now" in page
    assert "closing" not in re.findall(r'name="notices" value="([^"]*)"', page)
    client.post(change(revision), words(revision, notices=["help-now", "driving"], title="Other"))
    assert Revision.objects.get(pk=revision.pk).notices == ["driving", "help-now"]
    client.post(change(revision), words(revision, notices=["nowhere"]))
    assert Revision.objects.get(pk=revision.pk).notices == ["driving", "help-now"]


def test_the_history_of_a_draft_names_who_did_what(sign_in):
    author = staff("author")
    revision = draft(author=author)
    url = reverse("admin:content_revision_history", args=[revision.pk])
    page = sign_in(author).get(url).content.decode()
    assert AuditEvent.objects.filter(revision=revision, action="create").exists()
    assert "create" in page
    assert author.username in page
