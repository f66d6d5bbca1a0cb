"""What a reviewer sees and hears before deciding, and what the buttons say."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.contrib import admin
from django.urls import reverse

from content.actions import StartRevision
from content.composition import sentences_of
from content.models import Revision
from tests.content.admin.conftest import TELLING, approval, to_be_heard
from tests.factories import approved, draft, in_review, notice, reviewed, staff


def page_of(client, revision) -> str:
    answer = client.get(reverse("admin:content_revision_change", args=[revision.pk]))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def tag(page: str, element_id: str) -> str:
    found = re.search(rf'<\w+[^>]*\bid="{element_id}"[^>]*>', page)
    assert found, element_id
    return found[0]


def test_every_sentence_is_a_row_with_the_very_clip_that_is_approved(sign_in):
    revision = in_review(body=TELLING)
    page = page_of(sign_in(staff("reviewer")), revision)
    sentences = sentences_of(revision.rendition.reading)
    assert re.findall(r'data-digest="(\w+)"', page) == [s["clip"]["digest"] for s in sentences]
    for sentence in sentences:
        assert sentence["text"] in page
        url = reverse("desk-clip", kwargs={"digest": sentence["clip"]["digest"], "form": "opus"})
        assert f'data-clip="{url}"' in page
        # Without JavaScript the browser's own player plays the same bytes.
        assert f'<noscript><audio controls preload="none" src="{url}">' in page


def test_a_sentence_said_differently_shows_what_is_said_and_must_be_heard(sign_in):
    revision = in_review(body=TELLING)
    page = page_of(sign_in(staff("reviewer")), revision)
    (digest,) = to_be_heard(revision)
    spoken = next(
        s["spoken"]
        for s in sentences_of(revision.rendition.reading)
        if s["clip"]["digest"] == digest
    )
    assert spoken in page
    assert page.count("said differently: must be heard") == 2  # the row and the explanation
    assert f'name="heard" value="{digest}" form="approve-form">' in page
    assert "Listen first: one sentence" in page


def test_the_forms_carry_the_digests_that_are_shown(sign_in):
    revision = in_review()
    page = page_of(sign_in(staff("reviewer")), revision)
    assert f'name="text_digest" value="{revision.rendition.text_digest}"' in page
    assert f'name="speech_digest" value="{revision.rendition.speech_digest}"' in page


def test_the_preview_is_the_kiosks_own_page(sign_in):
    revision = in_review()
    page = page_of(sign_in(staff("reviewer")), revision)
    url = reverse("kiosk-preview", kwargs={"pk": revision.pk})
    assert re.search(rf'<iframe[^>]*src="{url}\?half"[^>]*title="[^"]+"', page)


@pytest.mark.parametrize("role", ["author", "operator", "auditor"])
def test_who_may_not_decide_gets_disabled_buttons_with_the_reason(sign_in, role):
    page = page_of(sign_in(staff(role)), in_review(body=TELLING))
    for button, reason in (("approve", "approving"), ("return", "returning a revision")):
        assert " disabled" in tag(page, button)
        assert f'aria-describedby="cannot-{button}"' in tag(page, button)
        assert f'id="cannot-{button}">Your role does not allow {reason}.' in page


def test_who_wrote_it_gets_a_disabled_approve_button_that_says_why(sign_in, superuser):
    page = page_of(sign_in(superuser), in_review(author=superuser))
    assert " disabled" in tag(page, "approve")
    assert 'id="cannot-approve">You edited this text since it was last approved.' in page
    assert " disabled" not in tag(page, "return")


def test_who_may_approve_gets_a_button_that_only_the_listening_holds_back(sign_in):
    page = page_of(sign_in(staff("reviewer")), in_review(body=TELLING))
    assert " disabled" not in tag(page, "approve")
    assert "data-listen-first" in tag(page, "approve")
    assert 'aria-describedby="cannot-approve"' in tag(page, "approve")


def test_an_article_whose_notice_is_not_public_cannot_be_approved_and_says_which(sign_in):
    from content.actions import CreateArticle
    from content.models import Article

    Article.objects.create(slug="driving", language="en", kind="safety", key="driving")
    revision = CreateArticle(
        actor=staff("author"), title="Sleep", body="Rest well.", notices=["driving"]
    ).execute()
    reviewed(revision)
    page = page_of(sign_in(staff("reviewer")), revision)
    assert " disabled" in tag(page, "approve")
    assert "these are not approved yet: driving" in page


def test_the_difference_to_the_public_text_is_told_in_words(sign_in):
    author = staff("author")
    old = approved(body="Rest well. Drink water.\n", author=author)
    new = StartRevision(old.article, actor=author, body="Rest well. Drink tea.\n").execute()
    new = reviewed(new)
    page = page_of(sign_in(staff("reviewer")), new)
    assert "Compared with revision 1" in page
    removed = re.search(r"<del>(.*?)</del>", page)[1]
    added = re.search(r"<ins>(.*?)</ins>", page)[1]
    assert "removed:" in removed
    assert "water." in removed
    assert "added:" in added
    assert "tea." in added


def test_a_first_revision_has_nothing_to_compare_with(sign_in):
    assert "What changes for the public" not in page_of(sign_in(staff("reviewer")), in_review())


def test_a_changed_list_of_notices_is_part_of_the_difference(sign_in):
    author = staff("author")
    notice("safety", "driving", "Driving", "Do not drive.")
    old = approved(author=author)
    new = reviewed(StartRevision(old.article, actor=author, notices=["driving"]).execute())
    page = page_of(sign_in(staff("reviewer")), new)
    assert "<ins>added: driving</ins>" in page


def test_the_page_names_its_writers_and_the_note(sign_in):
    author = staff("author", "ada")
    revision = draft(author=author)
    Revision.objects.filter(pk=revision.pk).update(note="Please look at <the dose>.")
    revision = reviewed(Revision.objects.get(pk=revision.pk))
    page = page_of(sign_in(staff("reviewer")), revision)
    assert "<dd>ada</dd>" in page
    assert "Please look at <the dose>." in page


def test_an_approved_revision_offers_withdrawing_and_no_other_decision(sign_in):
    revision = approved()
    page = page_of(sign_in(staff("reviewer")), revision)
    assert 'id="approve"' not in page
    assert 'id="return"' not in page
    assert reverse("admin:content_revision_withdraw", args=[revision.pk]) in page
    assert "on the kiosk now" in page


def test_no_list_edits_and_no_list_acts():
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label == "content":
            assert not model_admin.list_editable
            assert model_admin.actions is None


def test_the_number_of_queries_does_not_grow_with_what_there_is(sign_in, queries):
    author, reviewer = staff("author"), staff("reviewer")
    client = sign_in(reviewer)
    lead = sign_in(staff("lead"))
    first = in_review(title="Number 0", body=TELLING, author=author)
    draft(title="Draft 0", author=author)
    urls = [
        reverse("admin:index"),
        reverse("admin:content_revision_queue"),
        reverse("admin:content_revision_changelist"),
        reverse("admin:content_article_changelist"),
        reverse("admin:content_auditevent_changelist"),
        reverse("admin:content_topic_changelist"),
        reverse("admin:content_revision_change", args=[first.pk]),
        reverse("admin:content_article_change", args=[first.article_id]),
        reverse("admin:content_article_history", args=[first.article_id]),
    ]
    few = {url: queries(client, url) for url in urls}
    writing = draft(title="Longer 0", author=author)
    draft_url = reverse("admin:content_revision_change", args=[writing.pk])
    few[draft_url] = queries(lead, draft_url)
    for number in range(1, 6):
        in_review(title=f"Number {number}", body=TELLING * number, author=author)
        draft(title=f"Draft {number}", author=author)
    many = {url: queries(client, url) for url in urls}
    many[draft_url] = queries(lead, draft_url)
    assert many == few
    longer = in_review(title="A long one", body=TELLING + "\nRest. Walk. Eat. Drink. Sleep.\n" * 5)
    url = reverse("admin:content_revision_change", args=[longer.pk])
    assert queries(client, url) == few[urls[6]]
    assert max(many.values()) <= 40


def test_what_is_said_differently_shows_the_phonemes_that_the_voice_said(sign_in):
    # Of "Klonopin" the lexicon changes no letter, only the sound: that is a difference too.
    revision = in_review(body="Take 5 mg now. It makes you calm. Klonopin helps.")
    page = page_of(sign_in(staff("reviewer")), revision)
    said = re.findall(r'lang="en-fonipa" translate="no">([^<]+)<', page)
    assert said == ["tˈeɪk fˈaɪv mˈɪlɪɡɹˌæmz nˈaʊ", "klˈɑːnəpˌɪn hˈɛlps"]
    assert len(to_be_heard(revision)) == 2


def test_a_clip_played_to_its_end_is_noted_and_comes_ticked_the_next_time(sign_in):
    revision = in_review(body=TELLING)
    reviewer = staff("reviewer")
    client = sign_in(reviewer)
    (digest,) = to_be_heard(revision)
    played = reverse("admin:content_revision_heard", args=[revision.pk])
    assert f'data-heard="{played}"' in page_of(client, revision)
    shown = {"speech_digest": revision.rendition.speech_digest, "digest": digest}
    assert client.post(played, shown).status_code == 204
    assert f'name="heard" value="{digest}" form="approve-form" checked>' in page_of(
        client, revision
    )
    # It counts without being said again, and the decision tells it.
    client.post(
        reverse("admin:content_revision_approve", args=[revision.pk]), approval(revision, heard=[])
    )
    assert "Played to the end before: 1 clip," in page_of(client, revision)
    assert client.get(played).status_code == 405
    assert client.post(played, {**shown, "digest": "0" * 64}).status_code == 409
    assert sign_in(staff("author")).post(played, shown).status_code == 403


def test_the_page_tells_what_was_only_said_to_have_been_heard(sign_in):
    revision = in_review(body=TELLING)
    client = sign_in(staff("reviewer"))
    client.post(reverse("admin:content_revision_approve", args=[revision.pk]), approval(revision))
    page = page_of(client, revision)
    assert "Played to the end before" not in page
    assert "not seen played here: 4 clips." in page
