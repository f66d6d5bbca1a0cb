"""Every way around a gate of the desk, by crafted requests: the button is never what guards."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from content.actions import EditDraft, StartRevision
from content.models import Article, AuditEvent, Decision, Review, Revision, RevisionState
from tests.content.admin.conftest import TELLING, approval, to_be_heard
from tests.factories import approved, draft, in_review, staff


def post(client, name, pk, **data):
    return client.post(reverse(f"admin:content_{name}", args=[pk]), data)


def state(revision):
    return Revision.objects.get(pk=revision.pk).state


def test_a_reviewer_approves_what_was_seen_and_heard(sign_in):
    revision, reviewer = in_review(body=TELLING), staff("reviewer")
    answer = post(sign_in(reviewer), "revision_approve", revision.pk, **approval(revision))
    assert (answer.status_code, answer.url) == (302, reverse("admin:content_revision_queue"))
    review = Review.objects.get(revision=revision)
    assert (review.decision, review.reviewer) == (Decision.APPROVE, reviewer)
    assert set(to_be_heard(revision)) <= {one["clip"] for one in review.heard}
    assert Article.objects.get(pk=revision.article_id).public_rendition == revision.rendition


def test_an_author_cannot_approve_at_all(sign_in):
    revision = in_review()
    answer = post(sign_in(staff("author")), "revision_approve", revision.pk, **approval(revision))
    assert answer.status_code == 403
    assert b"Your role does not allow approving" in answer.content
    assert state(revision) == RevisionState.IN_REVIEW


def test_a_lead_reviewer_cannot_approve_what_they_wrote(sign_in):
    lead = staff("lead")
    revision = in_review(author=lead)
    answer = post(sign_in(lead), "revision_approve", revision.pk, **approval(revision))
    assert answer.status_code == 403
    assert b"You edited this text since it was last approved." in answer.content
    assert state(revision) == RevisionState.IN_REVIEW


def test_a_superuser_cannot_approve_what_they_wrote(sign_in, superuser):
    revision = in_review(author=superuser)
    answer = post(sign_in(superuser), "revision_approve", revision.pk, **approval(revision))
    assert answer.status_code == 403
    assert state(revision) == RevisionState.IN_REVIEW
    assert not Review.objects.filter(revision=revision).exists()


@pytest.mark.parametrize("stale", ["text_digest", "speech_digest"])
def test_an_approval_of_another_digest_is_refused(sign_in, stale):
    revision = in_review()
    data = approval(revision, **{stale: "0" * 64})
    answer = post(sign_in(staff("reviewer")), "revision_approve", revision.pk, **data)
    assert answer.status_code == 409
    assert b"This is not the text and the voice that you were shown." in answer.content
    assert state(revision) == RevisionState.IN_REVIEW


def test_an_approval_without_any_digest_is_refused(sign_in):
    revision = in_review()
    answer = post(sign_in(staff("reviewer")), "revision_approve", revision.pk)
    assert answer.status_code == 409
    assert state(revision) == RevisionState.IN_REVIEW


def test_an_approval_before_listening_is_refused_and_keeps_what_was_heard(sign_in):
    body = "## Dose\n\nTake 5 mg in the morning. Take 10 mg at night.\n"
    revision = in_review(body=body)
    first, second = to_be_heard(revision)
    data = approval(revision, heard=[first])
    answer = post(sign_in(staff("reviewer")), "revision_approve", revision.pk, **data)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Listen first: one sentence" in page
    assert f'value="{first}" form="approve-form" checked' in page
    assert f'value="{second}" form="approve-form">' in page
    assert state(revision) == RevisionState.IN_REVIEW


def test_an_approved_revision_is_not_approved_again(sign_in):
    revision = approved()
    answer = post(sign_in(staff("reviewer")), "revision_approve", revision.pk, **approval(revision))
    assert answer.status_code == 409
    assert Review.objects.filter(revision=revision).count() == 1


@pytest.mark.parametrize(
    "name",
    [
        "revision_submit",
        "revision_approve",
        "revision_return",
        "revision_withdraw",
        "revision_comment",
        "revision_reply",
        "revision_resolve",
        "revision_reopen",
        "article_revise",
        "article_withdraw",
    ],
)
@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "patch"])
def test_an_action_is_taken_by_post_alone(sign_in, superuser, name, method):
    revision = draft()
    pk = revision.pk if name.startswith("revision") else revision.article_id
    answer = getattr(sign_in(superuser), method)(reverse(f"admin:content_{name}", args=[pk]))
    assert answer.status_code == 405
    assert state(revision) == RevisionState.DRAFT


@pytest.mark.parametrize(
    "name",
    [
        "revision_submit",
        "revision_approve",
        "revision_return",
        "revision_withdraw",
        "revision_comment",
        "revision_reply",
        "revision_resolve",
        "revision_reopen",
        "article_revise",
        "article_withdraw",
    ],
)
def test_an_action_needs_the_token_of_a_page(superuser, name):
    revision = draft()
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser)
    pk = revision.pk if name.startswith("revision") else revision.article_id
    assert post(client, name, pk).status_code == 403
    assert state(revision) == RevisionState.DRAFT


def test_somebody_who_is_not_signed_in_is_sent_to_the_login_and_nothing_happens(client):
    revision = in_review()
    answer = post(client, "revision_approve", revision.pk, **approval(revision))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("admin:login"))
    assert state(revision) == RevisionState.IN_REVIEW


def test_a_person_whose_account_was_closed_decides_nothing(sign_in):
    revision, reviewer = in_review(), staff("reviewer")
    client = sign_in(reviewer)
    reviewer.is_active = False
    reviewer.save()
    answer = post(client, "revision_approve", revision.pk, **approval(revision))
    assert answer.status_code == 302
    assert state(revision) == RevisionState.IN_REVIEW


@pytest.mark.parametrize("model", ["article", "revision", "auditevent", "topic", "staffprofile"])
@pytest.mark.parametrize("action", ["delete_selected", "approve_selected"])
def test_a_list_takes_no_bulk_action_from_anybody(sign_in, superuser, model, action):
    revision = draft()
    client = sign_in(superuser)
    url = reverse(f"admin:content_{model}_changelist")
    page = client.get(url)
    assert page.status_code == 200
    assert b'name="action"' not in page.content
    data = {"action": action, "_selected_action": [revision.pk], "index": 0, "post": "yes"}
    assert client.post(url, data).status_code == 405
    assert Revision.objects.filter(pk=revision.pk).exists()


@pytest.mark.parametrize("model", ["auth_user", "auth_group"])
def test_accounts_and_groups_are_not_deleted_in_bulk(sign_in, superuser, model):
    person = staff("author")
    client = sign_in(superuser)
    data = {"action": "delete_selected", "_selected_action": [person.pk], "index": 0, "post": "yes"}
    client.post(reverse(f"admin:{model}_changelist"), data)
    person.refresh_from_db()
    assert person.groups.exists()


def test_nobody_deletes_anything(sign_in, superuser):
    revision = approved()
    revision.article.topic = None
    client = sign_in(superuser)
    for model, pk in (
        ("article", revision.article_id),
        ("revision", revision.pk),
        ("auditevent", AuditEvent.objects.first().pk),
    ):
        url = reverse(f"admin:content_{model}_delete", args=[pk])
        assert client.get(url).status_code == 403
        assert client.post(url, {"post": "yes"}).status_code == 403
    assert Revision.objects.filter(pk=revision.pk).exists()


@pytest.mark.parametrize(
    "model", ["rendition", "clip", "review", "apitoken", "installation", "revisioneditor"]
)
def test_what_the_software_keeps_has_no_page_to_change_it(sign_in, superuser, model):
    answer = sign_in(superuser).get(f"/admin/content/{model}/")
    assert answer.status_code == 404


def test_the_change_form_of_an_approved_revision_changes_nothing(sign_in, superuser):
    revision = approved()
    before = Revision.objects.filter(pk=revision.pk).values().get()
    answer = post(
        sign_in(superuser),
        "revision_change",
        revision.pk,
        title="Another",
        body="Another text.",
        state="draft",
        note="",
        version=before["version"],
        text_digest="0" * 64,
    )
    assert answer.status_code == 409
    assert b"its words cannot change any more" in answer.content
    assert Revision.objects.filter(pk=revision.pk).values().get() == before


def test_a_posted_state_is_no_part_of_the_form(sign_in):
    author = staff("author")
    revision = draft(author=author)
    post(
        sign_in(author),
        "revision_change",
        revision.pk,
        title="A new title",
        body=revision.body,
        note="",
        version=revision.version,
        state="approved",
        edited_by=staff("reviewer").pk,
    )
    revision.refresh_from_db()
    assert (revision.title, revision.state) == ("A new title", RevisionState.DRAFT)
    assert revision.edited_by == author


def test_the_page_of_an_article_takes_no_post(sign_in, superuser):
    revision = approved()
    article = revision.article
    answer = post(sign_in(superuser), "article_change", article.pk, slug="elsewhere", kind="safety")
    assert answer.status_code == 405
    assert Article.objects.get(pk=article.pk).slug == article.slug


def test_the_audit_trail_takes_no_post(sign_in, superuser):
    draft()
    event = AuditEvent.objects.first()
    answer = post(sign_in(superuser), "auditevent_change", event.pk, actor_name="nobody")
    assert answer.status_code == 403
    assert sign_in(superuser).get(reverse("admin:content_auditevent_add")).status_code == 403
    assert AuditEvent.objects.get(pk=event.pk).actor_name == event.actor_name


def test_who_edited_a_draft_and_had_it_edited_by_another_still_cannot_approve(sign_in):
    lead, author = staff("lead"), staff("author")
    revision = draft(author=lead)
    EditDraft(
        revision, actor=author, version=revision.version, title=revision.title, body=TELLING
    ).execute()
    from tests.factories import reviewed

    revision = reviewed(Revision.objects.get(pk=revision.pk))
    answer = post(sign_in(lead), "revision_approve", revision.pk, **approval(revision))
    assert answer.status_code == 403


def test_a_return_needs_a_reason_and_a_comment_and_keeps_what_was_typed(sign_in):
    revision = in_review()
    client = sign_in(staff("reviewer"))
    answer = post(client, "revision_return", revision.pk, reason="", comment="Say it kindly <b>.")
    assert answer.status_code == 400
    assert b"Choose the reason why this goes back." in answer.content
    assert b"Say it kindly &lt;b&gt;." in answer.content
    answer = post(client, "revision_return", revision.pk, reason="unclear", comment=" ")
    assert answer.status_code == 400
    assert b'value="unclear" selected' in answer.content
    assert state(revision) == RevisionState.IN_REVIEW
    answer = post(client, "revision_return", revision.pk, reason="unclear", comment="Shorter.")
    assert answer.status_code == 302
    assert state(revision) == RevisionState.RETURNED


def test_the_softwares_own_reason_is_not_for_people(sign_in):
    revision = in_review()
    client = sign_in(staff("reviewer"))
    answer = post(client, "revision_return", revision.pk, reason="unvoiceable", comment="No.")
    assert answer.status_code == 400
    assert state(revision) == RevisionState.IN_REVIEW


def test_a_comment_longer_than_can_be_kept_is_refused_and_kept_on_the_page(sign_in):
    revision = in_review()
    comment = "x" * 5000
    client = sign_in(staff("reviewer"))
    answer = post(client, "revision_return", revision.pk, reason="unclear", comment=comment)
    assert answer.status_code == 400
    assert comment.encode() in answer.content
    assert state(revision) == RevisionState.IN_REVIEW


@pytest.mark.parametrize("role", ["author", "operator", "auditor"])
def test_only_reviewers_return_and_withdraw(sign_in, role):
    waiting, public = in_review(), approved(title="Public")
    client = sign_in(staff(role))
    answer = post(client, "revision_return", waiting.pk, reason="unclear", comment="Shorter.")
    assert answer.status_code == 403
    answer = post(client, "article_withdraw", public.article_id, reason="unsafe", comment="Out.")
    assert answer.status_code == 403
    assert state(waiting) == RevisionState.IN_REVIEW
    assert Article.objects.get(pk=public.article_id).public_rendition is not None


def test_one_reviewer_withdraws_in_one_step(sign_in):
    revision = approved()
    client = sign_in(staff("reviewer"))
    answer = post(client, "article_withdraw", revision.article_id, reason="unsafe", comment="Out.")
    assert answer.status_code == 302
    assert Article.objects.get(pk=revision.article_id).public_rendition is None
    assert Review.objects.filter(revision=revision, decision=Decision.WITHDRAW).count() == 1


def test_a_withdrawal_needs_a_reason_and_a_comment_and_keeps_what_was_typed(sign_in):
    revision = approved()
    client = sign_in(staff("reviewer"))
    answer = post(client, "article_withdraw", revision.article_id, reason="", comment="Typed.")
    assert answer.status_code == 400
    assert b"Choose the reason why this is withdrawn." in answer.content
    assert b"Typed." in answer.content
    assert b'<details class="desk-details" open>' in answer.content
    assert Article.objects.get(pk=revision.article_id).public_rendition is not None


def test_what_is_not_public_cannot_be_withdrawn(sign_in):
    revision = draft()
    client = sign_in(staff("reviewer"))
    answer = post(client, "article_withdraw", revision.article_id, reason="unsafe", comment="Out.")
    assert answer.status_code == 409
    assert b"This is not public" in answer.content


def test_a_notice_that_articles_include_cannot_be_withdrawn(sign_in):
    approved()
    closing = Article.objects.get(kind="closing")
    client = sign_in(staff("reviewer"))
    answer = post(client, "article_withdraw", closing.pk, reason="outdated", comment="Old.")
    assert answer.status_code == 409
    closing.refresh_from_db()
    assert closing.public_rendition is not None


def test_an_article_has_one_open_revision_at_a_time(sign_in):
    author = staff("author")
    article = draft(author=author).article
    answer = post(sign_in(author), "article_revise", article.pk)
    assert answer.status_code == 409
    assert b"An article has one open revision at a time" in answer.content
    assert article.revisions.count() == 1


@pytest.mark.parametrize("role", ["reviewer", "operator", "auditor"])
def test_who_does_not_write_begins_edits_and_submits_nothing(sign_in, role):
    revision, public = draft(), approved(title="Public")
    client = sign_in(staff(role))
    words = {"title": "Mine", "body": "Mine.", "note": "", "version": revision.version}
    assert post(client, "revision_change", revision.pk, **words).status_code == 403
    assert post(client, "revision_submit", revision.pk).status_code == 403
    assert post(client, "revision_submit", revision.pk, **words).status_code == 403
    assert post(client, "article_revise", public.article_id).status_code == 403
    assert client.post(reverse("admin:content_article_add"), words).status_code == 403
    revision.refresh_from_db()
    assert (revision.title == "Mine", revision.state) == (False, RevisionState.DRAFT)
    assert public.article.revisions.count() == 1


def test_a_new_revision_leaves_the_public_one_where_it_is(sign_in):
    author, revision = staff("author"), approved()
    answer = post(sign_in(author), "article_revise", revision.article_id)
    new = Revision.objects.get(article=revision.article_id, number=2)
    assert answer.url == reverse("admin:content_revision_change", args=[new.pk])
    assert (new.state, new.body) == (RevisionState.DRAFT, revision.body)
    assert Article.objects.get(pk=revision.article_id).public_rendition == revision.rendition


@pytest.mark.parametrize("pk", ["999999", "0", "x", "9" * 40, "%C2%B2", "1_2F"])
@pytest.mark.parametrize("model", ["article", "revision"])
def test_a_page_that_does_not_exist_is_not_found(sign_in, superuser, model, pk):
    answer = sign_in(superuser).get(f"/admin/content/{model}/{pk}/change/")
    assert answer.status_code == 404


def test_a_revision_that_went_stale_after_a_new_one_began_is_left_alone(sign_in):
    revision = approved()
    new = StartRevision(revision.article, actor=staff("author")).execute()
    client = sign_in(staff("reviewer"))
    answer = post(client, "revision_return", revision.pk, reason="unclear", comment="Late.")
    assert answer.status_code == 409
    assert (state(revision), state(new)) == (RevisionState.APPROVED, RevisionState.DRAFT)
