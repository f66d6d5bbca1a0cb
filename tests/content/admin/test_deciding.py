"""Decisions on the review page: what they say, stale forms, second clicks, and typed words."""

from __future__ import annotations

from html import unescape

import pytest
from django.urls import reverse

from content.actions import ApproveRevision, ReturnRevision, StartRevision, WithdrawArticle
from content.models import Article, Decision, Review, Revision, RevisionState
from tests.content.admin.conftest import approval
from tests.factories import approve, approved, in_review, reviewed, staff


def url(name, revision):
    return reverse(f"admin:content_revision_{name}", args=[revision.pk])


def post(client, name, revision, follow=False, **data):
    return client.post(url(name, revision), data, follow=follow)


def digests(rendition, **other):
    return {
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        **other,
    }


def text_of(answer) -> str:
    return " ".join(unescape(answer.content.decode()).split())


def test_every_decision_says_what_will_happen(sign_in):
    author = staff("author", "ada")
    first = approved(author=author)
    new = reviewed(StartRevision(first.article, actor=author, body="Rest more.").execute())
    page = text_of(sign_in(staff("reviewer")).get(url("change", new)))
    assert (
        "go on the kiosk at once, with your name and today's date, in the place of revision 1."
        in page
    )
    assert "ada gets it back with your reason and comment" in page
    assert "The public keeps revision 1." in page
    assert "Withdraw revision 1 from the kiosk" in page
    assert "This revision goes on waiting for a decision." in page


@pytest.mark.parametrize("stale", ["text_digest", "speech_digest"])
def test_a_return_of_another_digest_is_refused_and_keeps_what_was_typed(sign_in, stale):
    revision = in_review()
    data = digests(revision.rendition, reason="unclear", comment="Shorter, please.")
    answer = post(sign_in(staff("reviewer")), "return", revision, **{**data, stale: "0" * 64})
    assert answer.status_code == 409
    assert "This is not the text and the voice that you were shown." in text_of(answer)
    assert "Shorter, please.</textarea>" in text_of(answer)
    assert Revision.objects.get(pk=revision.pk).state == RevisionState.IN_REVIEW


def test_a_return_of_the_digests_that_were_shown_is_taken(sign_in):
    revision = in_review()
    data = digests(revision.rendition, reason="unclear", comment="Shorter.")
    assert post(sign_in(staff("reviewer")), "return", revision, **data).status_code == 302
    assert Review.objects.get(revision=revision).decision == Decision.RETURN


@pytest.mark.parametrize("at", ["revision", "article"])
def test_a_withdrawal_of_another_digest_is_refused_and_keeps_what_was_typed(sign_in, at):
    revision = approved()
    where = (
        url("withdraw", revision)
        if at == "revision"
        else reverse("admin:content_article_withdraw", args=[revision.article_id])
    )
    client = sign_in(staff("reviewer"))
    typed = {"reason": "unsafe", "comment": "The dose is wrong."}
    answer = client.post(where, {**digests(revision.rendition, **typed), "text_digest": "0" * 64})
    assert answer.status_code == 409
    assert "The dose is wrong.</textarea>" in text_of(answer)
    assert Article.objects.get(pk=revision.article_id).public_rendition
    answer = client.post(where, digests(revision.rendition, **typed))
    assert answer.status_code == 302
    assert Article.objects.get(pk=revision.article_id).public_rendition is None


def test_the_public_text_is_withdrawn_from_the_page_of_the_one_that_waits(sign_in):
    author = staff("author")
    first = approved(author=author)
    new = reviewed(StartRevision(first.article, actor=author, body="Rest more.").execute())
    client = sign_in(staff("reviewer"))
    answer = post(client, "withdraw", new, **digests(first.rendition, reason="", comment="Typed."))
    assert answer.status_code == 400
    assert "Choose the reason why this is withdrawn." in text_of(answer)
    assert "Typed.</textarea>" in text_of(answer)
    answer = post(
        client,
        "withdraw",
        new,
        follow=True,
        **digests(first.rendition, reason="outdated", comment="Old."),
    )
    assert "desk-took-withdraw-" in text_of(answer)
    assert Review.objects.get(decision=Decision.WITHDRAW).revision == first
    assert Revision.objects.get(pk=new.pk).state == RevisionState.IN_REVIEW


def test_who_may_not_withdraw_is_refused_there_too(sign_in):
    revision = approved()
    data = digests(revision.rendition, reason="unsafe", comment="Out.")
    assert post(sign_in(staff("author")), "withdraw", revision, **data).status_code == 403
    assert Article.objects.get(pk=revision.article_id).public_rendition


def test_the_second_click_on_approve_is_answered_calmly_and_decides_nothing_twice(sign_in):
    revision = in_review()
    client = sign_in(staff("reviewer"))
    data = approval(revision)
    post(client, "approve", revision, **data)
    answer = post(client, "approve", revision, follow=True, **data)
    assert answer.status_code == 200
    assert "“Sleep and rest” was approved a moment ago by you. It was done once." in text_of(answer)
    assert Review.objects.filter(revision=revision).count() == 1


def test_the_second_click_on_return_and_withdraw_is_answered_the_same_way(sign_in):
    client = sign_in(staff("reviewer"))
    returned, public = in_review(), approved("Public")
    typed = {"reason": "unsafe", "comment": "Out."}
    for name, revision in (("return", returned), ("withdraw", public)):
        data = digests(revision.rendition, **typed)
        post(client, name, revision, **data)
        answer = post(client, name, revision, follow=True, **data)
        assert answer.status_code == 200
        assert "a moment ago by you. It was done once." in text_of(answer)
    assert Review.objects.filter(revision=returned).count() == 1
    assert Review.objects.filter(revision=public, decision=Decision.WITHDRAW).count() == 1


def test_who_comes_second_is_told_who_was_faster_and_keeps_what_was_typed(sign_in):
    revision = in_review()
    approve(revision, staff("reviewer", "lee"))
    data = digests(revision.rendition, reason="unclear", comment="A careful comment.")
    answer = post(sign_in(staff("reviewer")), "return", revision, **data)
    assert answer.status_code == 409
    assert "was approved a moment ago by lee." in text_of(answer)
    assert "A careful comment." in text_of(answer)
    assert Review.objects.filter(revision=revision).count() == 1


def test_an_approval_long_after_another_persons_return_is_refused(sign_in):
    revision = in_review()
    ReturnRevision(
        revision, actor=staff("reviewer", "lee"), reason="unclear", comment="Shorter."
    ).execute()
    answer = post(sign_in(staff("reviewer")), "approve", revision, **approval(revision))
    assert answer.status_code == 409
    assert "was returned a moment ago by lee." in text_of(answer)


def test_the_history_tells_every_decision_of_the_article_newest_first(sign_in):
    author, lee = staff("author"), staff("reviewer", "lee")
    first = approved(author=author, reviewer=lee)
    new = reviewed(StartRevision(first.article, actor=author, body="Rest more.").execute())
    ReturnRevision(new, actor=lee, reason="unclear", comment="Say how much.").execute()
    WithdrawArticle(first.article, actor=lee, reason="outdated", comment="Old.").execute()
    again = reviewed(StartRevision(first.article, actor=author, body="Rest an hour.").execute())
    page = text_of(sign_in(staff("reviewer")).get(url("change", again)))
    history = page[page.index('id="history"') :]
    places = [history.index(one) for one in ("Withdrawn: It is", "Returned: Hard", "Approved<")]
    assert places == sorted(places)
    assert "Say how much." in history
    assert "1 earlier decision" not in history
    rendition = again.rendition
    ApproveRevision(again, actor=lee, **digests(rendition), heard=[]).execute()
    assert "1 earlier decision<" in text_of(sign_in(lee).get(url("change", again)))


def test_the_difference_names_what_moved_and_links_its_two_places(sign_in):
    author = staff("author")
    first = approved(body="Rest well. Drink water. Eat.\n\n## At night\n\nSleep.\n", author=author)
    new = reviewed(
        StartRevision(
            first.article,
            actor=author,
            body="Drink water. Eat.\n\n## At night\n\nSleep. Rest well.\n",
        ).execute()
    )
    page = text_of(sign_in(staff("reviewer")).get(url("change", new)))
    assert "<strong>1 sentence" in page
    assert 'id="move-1-away"' in page
    assert '<a href="#move-1-here">to “At night”</a>' in page
    assert '<a href="#move-1-away">from the beginning</a>' in page
    assert "moved here: </span>Rest well.</ins>" in page
