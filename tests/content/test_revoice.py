"""A change of the lexicon makes new voices, which wait; the public goes on hearing the approved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content import composition, lexicon, reconcile
from content.actions import (
    ApproveRevision,
    Conflict,
    RetirePronunciation,
    ReturnRevision,
    StartRevision,
    SubmitRevision,
    VoiceRevision,
    WithdrawArticle,
)
from content.actions.revoice import is_current
from content.models import (
    Article,
    AuditEvent,
    Rendition,
    Review,
    Revision,
    RevisionState,
    VoiceCheck,
)
from content.speech import engine
from tests.factories import (
    approve,
    approved,
    closing_advice,
    draft,
    in_review,
    pronounce,
    review_row,
    staff,
)

pytestmark = pytest.mark.django_db

BODY = "Zolpidem helps. Drink water."


def revoice() -> list[str]:
    return list(reconcile.revoice_what_changed())


def article_of(revision: Revision) -> Article:
    return Article.objects.get(pk=revision.article_id)


def again(revision: Revision) -> Revision:
    return Revision.objects.select_related("article").get(pk=revision.pk)


def spoken(rendition: Rendition | None) -> list[str]:
    assert rendition is not None
    return [one["spoken"] for one in composition.sentences_of(rendition.reading)]


@pytest.fixture
def public() -> Revision:
    return again(approved(body=BODY))


def retire(word: str) -> None:
    RetirePronunciation(actor=staff("author", "author"), language="en", grapheme=word).execute()


def test_a_public_article_keeps_its_voice_until_a_reviewer_has_approved_the_new_one(
    public: Revision,
) -> None:
    heard = article_of(public).public_rendition
    pronounce("Zolpidem", "zoll pih dem")
    assert revoice() == [
        "Voiced sleep-and-rest, revision 1 anew: its new voice waits for a reviewer."
    ]
    newest = again(public).rendition
    assert newest is not None
    assert newest.number == 2
    assert "zoll pih dem helps." in spoken(newest)
    assert article_of(public).public_rendition == heard
    assert again(public).has_new_voice
    approve(again(public))
    assert article_of(public).public_rendition == newest
    assert not again(public).waits_for_review
    assert again(public).state == RevisionState.APPROVED


def test_what_must_be_heard_is_only_what_is_said_otherwise(public: Revision) -> None:
    pronounce("Zolpidem", "zoll pih dem")
    revoice()
    newest = again(public).rendition
    assert newest is not None
    said = {one["clip"]["digest"]: one["text"] for one in composition.sentences_of(newest.reading)}
    assert [said[digest] for digest in composition.must_hear(newest)] == ["Zolpidem helps."]


def test_a_new_voice_does_not_put_off_the_next_review_of_the_words(
    public: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Review.objects.get(revision=public)
    later = timezone.now() + timedelta(days=40)
    monkeypatch.setattr(timezone, "localdate", later.date)
    pronounce("Zolpidem", "zoll pih dem")
    revoice()
    assert approve(again(public)).review_due == first.review_due


def test_nothing_is_made_where_nothing_is_said_otherwise(public: Revision) -> None:
    pronounce("Water filter", "wotter filter")
    pronounce("Valium", "vally um")
    assert revoice() == []
    assert public.renditions.count() == 1


def test_looking_again_costs_two_queries_while_nothing_has_changed(public: Revision) -> None:
    from django.db import connection

    revoice()
    with CaptureQueriesContext(connection) as captured:
        assert revoice() == []
    assert len(captured) == 2


def test_a_revision_in_review_gets_the_new_voice_and_the_old_one_is_not_approved() -> None:
    revision = in_review(body=BODY)
    old = revision.rendition
    assert old is not None
    pronounce("zolpidem", "zoll pih dem")
    revoice()
    assert again(revision).state == RevisionState.IN_REVIEW
    with pytest.raises(Conflict) as caught:
        ApproveRevision(
            again(revision),
            actor=staff("reviewer"),
            text_digest=old.text_digest,
            speech_digest=old.speech_digest,
            heard=composition.must_hear(old),
        ).execute()
    assert caught.value.rule == "digest"
    approve(again(revision))
    assert spoken(article_of(revision).public_rendition)[1] == "zoll pih dem helps."


def test_nothing_is_approved_before_the_worker_has_made_the_newest_voice() -> None:
    revision = in_review(body=BODY)
    pronounce("zolpidem", "zoll pih dem")
    with pytest.raises(Conflict) as caught:
        approve(again(revision))
    assert caught.value.rule == "stale"
    retire("zolpidem")
    approve(again(revision))


def test_a_new_voice_that_another_change_overtook_is_not_approved(public: Revision) -> None:
    pronounce("zolpidem", "zoll pih dem")
    revoice()
    pronounce("zolpidem", "zol pee dem")
    with pytest.raises(Conflict) as caught:
        approve(again(public))
    assert caught.value.rule == "stale"
    assert revoice()
    approve(again(public))
    assert "zol pee dem helps." in spoken(article_of(public).public_rendition)


def test_a_change_that_is_taken_back_leaves_nothing_to_review(public: Revision) -> None:
    pronounce("zolpidem", "zoll pih dem")
    revoice()
    waiting = again(public).rendition
    assert waiting is not None
    retire("zolpidem")
    revoice()
    assert not again(public).waits_for_review
    newest = again(public).rendition
    heard = article_of(public).public_rendition
    assert newest is not None and heard is not None
    assert newest.speech_digest == heard.speech_digest
    assert again(public).rendition_to_show == heard
    with pytest.raises(Conflict):
        approve(again(public))
    with pytest.raises(IntegrityError, match="newest rendition"), transaction.atomic():
        review_row(public, staff("reviewer"), waiting).save()


def put_aside(revision: Revision) -> None:
    ReturnRevision(
        again(revision), actor=staff("reviewer"), reason="speech", comment="Too fast."
    ).execute()


def test_a_new_voice_that_is_put_aside_leaves_the_public_one_and_is_not_made_again(
    public: Revision,
) -> None:
    heard = article_of(public).public_rendition
    pronounce("zolpidem", "zoll pih dem")
    revoice()
    put_aside(public)
    assert again(public).state == RevisionState.APPROVED
    assert article_of(public).public_rendition == heard == again(public).rendition_to_show
    assert not again(public).waits_for_review
    assert revoice() == []
    with pytest.raises(Conflict):
        approve(again(public))
    newest = again(public).rendition
    assert newest is not None
    with pytest.raises(IntegrityError, match="newest rendition"), transaction.atomic():
        review_row(public, staff("reviewer"), newest).save()


def test_after_another_change_a_new_voice_waits_again(public: Revision) -> None:
    pronounce("zolpidem", "zoll pih dem")
    revoice()
    put_aside(public)
    pronounce("zolpidem", "zol pee dem")
    assert revoice()
    approve(again(public))


def test_what_is_withdrawn_or_was_replaced_is_not_voiced_anew(public: Revision) -> None:
    second = StartRevision(article_of(public), actor=staff("author"), body="Zolpidem.").execute()
    second = SubmitRevision(second, actor=staff("author")).execute()
    approve(again(VoiceRevision(again(second)).execute()))
    pronounce("zolpidem", "zoll pih dem")
    assert len(revoice()) == 1
    assert public.renditions.count() == 1
    assert second.renditions.count() == 2
    WithdrawArticle(
        article_of(public), actor=staff("reviewer"), reason="unsafe", comment="Harmful."
    ).execute()
    assert not again(second).waits_for_review
    pronounce("zolpidem", "zol pee dem")
    assert revoice() == []


def test_a_notice_is_voiced_anew_like_an_article() -> None:
    notice = closing_advice()
    pronounce("professional", "pruh fesh uh nul")
    assert len(revoice()) == 1
    revision = again(notice.revisions.get())
    assert revision.has_new_voice
    approve(revision, staff("reviewer"))
    notice.refresh_from_db()
    assert notice.public_rendition == revision.rendition


def test_a_draft_is_voiced_with_what_is_in_force_when_it_is_submitted() -> None:
    closing_advice()
    revision = draft(body=BODY)
    pronounce("zolpidem", "zoll pih dem")
    assert revoice() == []
    SubmitRevision(revision, actor=staff("author")).execute()
    voiced = again(VoiceRevision(again(revision)).execute())
    assert "zoll pih dem helps." in spoken(voiced.rendition)


def test_the_worker_finds_what_another_way_of_speaking_changes(
    public: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The voice, not the lexicon: what decides how a text sounds is all looked at."""
    revoice()
    monkeypatch.setattr(engine, "PIPELINE", engine.PIPELINE + 1)
    assert len(revoice()) == 2  # the closing advice as well
    assert again(public).has_new_voice


def test_a_text_that_cannot_be_said_any_more_goes_back_while_nobody_has_approved_it(
    public: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = in_review("Another", BODY)
    monkeypatch.setattr(engine, "PIPELINE", engine.PIPELINE + 1)
    from content import voicing

    def unsayable(_: object) -> None:
        raise voicing.Unsayable("“5·5” cannot be said.")

    monkeypatch.setattr(voicing, "render", unsayable)
    assert revoice() == []
    assert again(waiting).state == RevisionState.RETURNED
    assert again(public).state == RevisionState.APPROVED
    assert article_of(public).public_rendition is not None
    assert AuditEvent.objects.filter(action="revoice_failed").count() == 2
    rendition = again(public).rendition
    assert rendition is not None
    assert not is_current(rendition)
    assert VoiceCheck.objects.filter(revision=public, current=False).exists()


def test_an_engine_that_does_not_start_is_tried_again(
    public: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    pronounce("zolpidem", "zoll pih dem")
    from content import voicing

    def gone(_: object) -> None:
        raise engine.EngineUnavailable("The speech engine does not start.")

    with monkeypatch.context() as patch:
        patch.setattr(voicing, "render", gone)
        (told,) = revoice()
        assert told.startswith("Could not voice sleep-and-rest, revision 1 anew")
    assert len(revoice()) == 1


def test_a_word_with_an_apostrophe_is_one_word_however_it_is_written() -> None:
    pronounce("John's wort", "jons wert")
    assert {entry.grapheme for entry in lexicon.entries("en")} == {"John's wort", "John’s wort"}
    assert lexicon.stands_in("John's wort", "St John’s wort.")


def test_every_way_in_which_the_voice_finds_a_word_is_found_when_editors_are_counted() -> None:
    from content.speech.matching import parts_of
    from content.speech.rules import Entry

    site = (Entry("Valium", alias="vally um"),)
    for text in (
        "VALIUM",
        "valium’s",
        "(Valium)",
        "“valium”",
        "Valium-like",
        "no-valium.",
        "valıum",
    ):
        if parts_of(text, "en", site):
            assert lexicon.stands_in("Valium", text), text


def test_an_earlier_voice_of_what_was_withdrawn_does_not_come_back(public: Revision) -> None:
    first = article_of(public).public_rendition
    pronounce("zolpidem", "zoll pih dem")
    revoice()
    approve(again(public))
    WithdrawArticle(
        article_of(public), actor=staff("reviewer"), reason="unsafe", comment="Harmful."
    ).execute()
    with pytest.raises(IntegrityError, match="not withdrawn since"), transaction.atomic():
        Article.objects.filter(pk=public.article_id).update(public_rendition=first)
