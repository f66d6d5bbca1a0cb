"""The lexicon on the desk: said, heard, saved and taken out, by requests of every kind."""

from __future__ import annotations

import base64
import io
import wave

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from content import reconcile
from content.admin import hearing, pls_files
from content.models import Clip, LexiconChange, Review, Revision
from content.speech import engine, pls
from tests.content.admin.conftest import approval
from tests.factories import approved, draft, in_review, pronounce, staff

BODY = "Zolpidem helps. Drink water."


def address(name: str) -> str:
    return reverse(f"admin:content_lexiconchange_{name}")


def saving(**fields: object) -> dict[str, object]:
    return {
        "language": "en",
        "grapheme": "zolpidem",
        "alias": "zoll pih dem",
        "phonemes": "",
        "note": "The leaflet.",
        "seen": 0,
        **fields,
    }


def test_an_author_says_how_a_word_is_said_and_sees_what_it_touches(sign_in):
    public, waiting, begun = (
        approved("On the kiosk", BODY),
        in_review("In review", BODY),
        draft("A draft", BODY),
    )
    draft("Another", "Nothing of it.")
    client = sign_in(staff("author"))
    page = client.get(address("word"), {"language": "en", "word": "zolpidem"})
    assert page.context["uses"].public == [public]
    assert page.context["uses"].in_review == [waiting]
    assert page.context["uses"].drafts == [begun]
    answer = client.post(address("word"), saving())
    assert answer.status_code == 302
    change = LexiconChange.objects.get()
    assert (change.alias, change.note) == ("zoll pih dem", "The leaflet.")
    list(reconcile.revoice_what_changed())
    page = client.get(answer.url).content.decode()
    assert "whose new voice waits for review" in page
    assert "zoll pih dem" in page
    assert str(change.changed_by) in page


def test_the_list_is_searched_and_shows_what_is_shipped_with_its_source(sign_in):
    pronounce("valium", "vally um")
    client = sign_in(staff("auditor"))
    page = client.get(address("changelist"))
    assert [word.grapheme for word in page.context["site"]] == ["valium"]
    assert all(word.source for word in page.context["shipped"])
    page = client.get(address("changelist"), {"q": "sertra"})
    assert page.context["site"] == []
    assert "sertraline" in [word.grapheme for word in page.context["shipped"]]
    assert "Add a word" not in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"alias": "five"}, "counts, measures"),
        ({"alias": "", "phonemes": "z'0læ"}, "“æ” is no symbol"),
        ({"grapheme": "mg"}, "a unit, a number"),
        ({"grapheme": ""}, "Write the word as it stands"),
        ({"alias": ""}, "Write what the word sounds like"),
    ],
)
def test_what_may_not_be_said_is_told_at_its_field_and_what_was_typed_stays(sign_in, fields, told):
    answer = sign_in(staff("author")).post(address("word"), saving(**fields))
    assert answer.status_code == 400
    page = answer.content.decode()
    assert told in page
    assert 'value="The leaflet."' in page
    assert 'aria-invalid="true"' in page
    assert not LexiconChange.objects.exists()


def test_nobody_overwrites_what_another_saved_meanwhile(sign_in):
    change = pronounce("zolpidem", "zol pee dem")
    client = sign_in(staff("author", "another"))
    answer = client.post(address("word"), saving())
    assert answer.status_code == 409
    assert f'value="{change.pk}"' in answer.content.decode()
    assert client.post(address("word"), saving(seen=change.pk)).status_code == 302


def test_a_word_is_taken_out_and_its_history_stays(sign_in):
    change = pronounce("zolpidem", "zol pee dem")
    client = sign_in(staff("reviewer"))
    data = {"language": "en", "grapheme": "zolpidem", "seen": change.pk}
    answer = client.post(address("retire"), data)
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert "In no lexicon" in page or "Said as Plainvoice ships it" in page
    assert "zol pee dem" in page
    assert client.post(address("retire"), data).status_code == 409


def test_a_word_is_heard_before_it_is_saved_and_nothing_of_it_is_kept(sign_in):
    client = sign_in(staff("author"))
    clips = Clip.objects.count()
    mine = client.post(address("hear"), saving(alias="", phonemes="z'0lpI#d,Em"))
    assert mine.status_code == 200
    assert mine.json()["phonemes"] == "z'0lpI#d,Em"
    with wave.open(io.BytesIO(base64.b64decode(mine.json()["sound"]))) as sound:
        assert sound.getnframes() > 0
    own = client.post(address("hear"), saving(own="1", file="1"))
    assert own["Content-Type"] == "audio/wav"
    assert "no-store" in own["Cache-Control"]
    assert Clip.objects.count() == clips
    assert not LexiconChange.objects.exists()


def test_only_words_that_may_be_said_are_spoken(sign_in):
    client = sign_in(staff("author"))
    for fields in (
        {"grapheme": "take five tablets at once, and then many more words than an entry has"},
        {"alias": "five"},
        {"phonemes": "z", "alias": "z"},
        {"alias": "", "phonemes": "a]] do not take it [[a"},
        {"language": "xx"},
    ):
        answer = client.post(address("hear"), saving(**fields))
        assert answer.status_code == 400, fields
        assert answer.json()["why"]


def test_a_busy_or_missing_voice_is_told(sign_in, monkeypatch):
    client = sign_in(staff("author"))

    def gone(*_):
        raise engine.EngineUnavailable("gone")

    monkeypatch.setattr(engine.Engine, "phonemes", gone)
    assert client.post(address("hear"), saving()).status_code == 503
    with hearing.AT_ONCE, hearing.AT_ONCE:
        assert "busy" in client.post(address("hear"), saving()).json()["why"]
    assert client.post(address("word"), saving()).status_code == 409


@pytest.mark.parametrize("name", ["word", "retire", "hear", "upload"])
def test_who_may_not_change_the_lexicon_does_so_by_no_request(sign_in, name):
    change = pronounce("zolpidem", "zol pee dem")
    data = saving(seen=change.pk)
    data["file"] = SimpleUploadedFile("x.pls", pls.write("en", []))
    answer = sign_in(staff("operator")).post(address(name), data)
    assert answer.status_code in (400, 403)
    assert LexiconChange.objects.count() == 1
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(staff("author"))
    assert strict.post(address(name), saving(seen=change.pk)).status_code == 403
    assert LexiconChange.objects.count() == 1


def test_a_superuser_has_no_page_that_changes_or_deletes_a_row(sign_in, superuser):
    change = pronounce("zolpidem", "zol pee dem")
    client = sign_in(superuser)
    for page in ("change", "delete", "history"):
        assert client.get(f"{address('changelist')}{change.pk}/{page}/").status_code == 404
        assert client.post(f"{address('changelist')}{change.pk}/{page}/").status_code == 404
    assert client.post(address("changelist"), {"action": "delete_selected"}).status_code == 405


def test_a_files_words_come_in_one_by_one_and_the_bad_ones_are_named(sign_in, monkeypatch):
    from content.speech.rules import Entry

    words = [
        pls.Lexeme(Entry("zolpidem", alias="zoll pih dem"), "A source"),
        pls.Lexeme(Entry("mg", alias="grams")),
        pls.Lexeme(Entry("valium", phonemes="v'alI@m")),
    ]
    client = sign_in(staff("author"))
    file = SimpleUploadedFile("words.pls", pls.write("en", words))
    answer = client.post(address("upload"), {"file": file})
    assert answer.status_code == 400
    report = answer.context["report"]
    assert report.taken == ["zolpidem", "valium"]
    assert "“mg”" in report.failed[0]
    again = client.get(address("file"), {"language": "en"})
    assert again["Content-Type"] == "application/pls+xml"
    found = pls.read(again.content)
    assert [(one.entry.grapheme, one.source) for one in found.lexemes] == [
        ("valium", ""),
        ("zolpidem", "A source"),
    ]
    whole = pls.read(client.get(address("file"), {"shipped": ""}).content)
    assert "clonazepam" in [one.entry.grapheme for one in whole.lexemes]
    assert next(one for one in whole.lexemes if one.entry.grapheme == "zolpidem").entry.alias
    empty = client.post(address("upload"), {"file": SimpleUploadedFile("x.pls", b"<a/>")})
    assert "begins with a" in empty.context["report"].failed[0]
    assert client.post(address("upload")).status_code == 400
    monkeypatch.setattr(pls_files, "MOST_WORDS", 2)
    file = SimpleUploadedFile("words.pls", pls.write("en", words))
    many = client.post(address("upload"), {"file": file})
    assert "more than 2 words" in many.context["report"].failed[0]


def new_voice(author) -> Revision:
    revision = approved(body=BODY)
    pronounce("zolpidem", "zoll pih dem", actor=author)
    list(reconcile.revoice_what_changed())
    return Revision.objects.get(pk=revision.pk)


def test_a_new_voice_waits_in_the_queue_and_is_approved_by_somebody_else(sign_in):
    lead, reviewer = staff("lead"), staff("reviewer")
    revision = new_voice(lead)
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    queue = sign_in(lead).get(reverse("admin:content_revision_queue")).content.decode()
    assert '<span class="queue-tag">New voice<' in queue
    assert "somebody else decides" in queue
    refused = sign_in(lead).post(url, approval(revision))
    assert refused.status_code == 403
    assert "You changed how “zolpidem” is said" in refused.content.decode()
    client = sign_in(reviewer)
    page = client.get(reverse("admin:content_revision_change", args=[revision.pk])).content.decode()
    assert "with a new voice that waits for review" in page
    assert "Words that are said otherwise" in page
    article = client.get(reverse("admin:content_article_change", args=[revision.article_id]))
    assert "A new voice waits for review." in article.content.decode()
    assert client.post(url, approval(revision)).status_code == 302
    assert Review.objects.filter(revision=revision, decision="approve").count() == 2
    assert (
        b"Nothing waits for review." in client.get(reverse("admin:content_revision_queue")).content
    )


def test_a_new_voice_is_put_aside_with_a_reason_and_the_page_shows_the_public_one(sign_in):
    revision = new_voice(staff("author"))
    public = revision.article.public_rendition
    client = sign_in(staff("reviewer"))
    answer = client.post(
        reverse("admin:content_revision_return", args=[revision.pk]),
        {"reason": "speech", "comment": "The first syllable."},
        follow=True,
    )
    assert "Put aside" in answer.content.decode()
    page = client.get(reverse("admin:content_revision_change", args=[revision.pk]))
    assert page.context["rendition"] == public
    assert "The first syllable." in page.content.decode()
    assert "Your decision" not in page.content.decode()
