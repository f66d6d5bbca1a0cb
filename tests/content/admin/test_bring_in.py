"""Bringing files in at the desk: seen first, kept only when somebody says so."""

from __future__ import annotations

import re

import pytest
from django.conf import settings as django_settings
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from content.admin import bring_in
from content.models import Article, AuditEvent, Clip, Revision, RevisionState, Topic
from tests.content.importers.files import docx, paragraph, zipped
from tests.content.importers.hostile import HOSTILE, Hostile
from tests.factories import reviewed, staff

URL = "/admin/content/article/bring-in/"
WORD = docx(paragraph("Sleep", style="Title") + paragraph("Rest ", "<w:ins><w:r><w:t>well</w:t></w:r></w:ins>", "."))  # fmt: skip


def look(client: Client, *files: tuple[str, bytes], **data: str):
    documents = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(URL, {"documents": documents, "language": "en", **data})


def parcel_of(answer) -> str:
    found = re.search(r'name="parcel" value="([^"]*)"', answer.content.decode())
    assert found
    return found[1]


def bring(client: Client, parcel: str, *take: int):
    return client.post(URL, {"parcel": parcel, "take": [str(number) for number in take]})


@pytest.fixture
def author(sign_in):
    return sign_in(staff("author", "ada"))


def test_nothing_is_kept_before_it_was_seen_and_then_what_was_ticked(author) -> None:
    topic = Topic.objects.create(slug="a-shelf")
    archive = zipped({"a.md": "# One\n\nRest.\n", "b/c.html": "<h1>Two</h1><p>Rest."})
    answer = look(author, ("sleep.docx", WORD), ("some.zip", archive), topic="a-shelf")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "3 of 3 can come in" in page
    assert "some.zip/b/c.html" in page
    assert "Paragraph 2: inserted text (a tracked change), taken in (“well”)." in page
    assert not Article.objects.exists()

    answer = bring(author, parcel_of(answer), 0, 2)
    assert answer.status_code == 200
    assert "2 of 3 came in" in answer.content.decode()
    assert "You left it out." in answer.content.decode()
    revisions = {one.title: one for one in Revision.objects.all()}
    assert set(revisions) == {"Sleep", "Two"}
    sleep = revisions["Sleep"]
    assert (sleep.state, sleep.body) == (RevisionState.DRAFT, "Rest well.\n")
    assert sleep.article.topic == topic
    assert sleep.edited_by.username == "ada"
    assert sleep.note == (
        "Brought in from sleep.docx. Not carried over, or otherwise than it was:\n"
        "- Paragraph 2: inserted text (a tracked change), taken in (“well”)."
    )
    assert revisions["Two"].note == ""


def test_what_cannot_come_in_is_named_beside_what_can(author) -> None:
    answer = look(
        author,
        ("a.md", b"# One\n\nText.\n\n    code\n"),
        ("b.txt", b"Two\n\nText."),
        ("c.pdf", b"%PDF"),
    )
    page = answer.content.decode()
    assert "1 of 3 can come in" in page
    assert "Line 5 (“code”): the kiosk cannot show text indented" in page
    assert "A PDF is not read" in page
    bring(author, parcel_of(answer), 0, 1, 2)
    assert [one.title for one in Revision.objects.all()] == ["Two"]


def test_the_same_file_again_is_unchanged_and_a_changed_one_a_new_revision(author) -> None:
    bring(author, parcel_of(look(author, ("a.txt", b"One\n\nText."))), 0)
    again = look(author, ("a.txt", b"One\n\nText."))
    assert "It is here already, unchanged (one)." in again.content.decode()
    assert again.status_code == 200
    changed = look(author, ("a.txt", b"One\n\nNew text."))
    assert "finish that one first" in changed.content.decode()
    reviewed(Revision.objects.get())
    Revision.objects.update(state=RevisionState.RETURNED)
    changed = look(author, ("a.txt", b"One\n\nNew text."))
    assert "It becomes revision 2 of one, a draft." in changed.content.decode()
    bring(author, parcel_of(changed), 0)
    assert [one.number for one in Revision.objects.order_by("pk")] == [1, 2]


def test_what_changed_between_the_steps_is_not_done_and_the_others_are(author) -> None:
    answer = look(author, ("a.txt", b"One\n\nText."), ("b.txt", b"Two\n\nText."))
    bring(author, parcel_of(look(author, ("c.txt", b"One\n\nOther text."))), 0)
    late = bring(author, parcel_of(answer), 0, 1)
    assert late.status_code == 409
    assert "Somebody has changed this article since the preview." in late.content.decode()
    assert Revision.objects.count() == 2


def test_a_double_click_brings_in_once(author) -> None:
    parcel = parcel_of(look(author, ("a.txt", b"One\n\nText.")))
    assert bring(author, parcel, 0).status_code == 200
    assert bring(author, parcel, 0).status_code == 409
    assert Revision.objects.count() == 1


def test_two_files_of_one_title_do_not_both_come_in(author) -> None:
    answer = look(author, ("a.txt", b"One\n\nText."), ("b.txt", b"One\n\nOther."))
    assert "Another of these files has the same title." in answer.content.decode()
    assert "1 of 2 can come in" in answer.content.decode()


def test_with_nothing_ticked_the_preview_is_shown_again(author) -> None:
    answer = bring(author, parcel_of(look(author, ("a.txt", b"One\n\nText."))))
    assert answer.status_code == 400
    assert "1 of 1 can come in" in answer.content.decode()


def test_a_preview_is_its_owners_for_an_hour_and_cannot_be_written(
    author, sign_in, monkeypatch: pytest.MonkeyPatch
) -> None:
    parcel = parcel_of(look(author, ("a.txt", b"One\n\nText.")))
    forged = signing.dumps({"user": 1, "language": "en", "topic": "", "files": []}, salt="other")
    for client, sent in (
        (sign_in(staff("author", "eve")), parcel),
        (author, parcel[:-3] + "abc"),
        (author, forged),
        (author, ""),
    ):
        answer = bring(client, sent, 0)
        assert answer.status_code == 400
        assert "Nothing came in" in answer.content.decode()
    monkeypatch.setattr(bring_in, "KEPT_SECONDS", -1)
    assert bring(author, parcel, 0).status_code == 400
    assert not Revision.objects.exists()


def test_who_may_not_write_brings_nothing_in(author, sign_in) -> None:
    parcel = parcel_of(look(author, ("a.txt", b"One\n\nText.")))
    for role in ("reviewer", "operator", "auditor"):
        client = sign_in(staff(role))
        assert client.get(URL).status_code == 403
        assert look(client, ("a.txt", b"One\n\nText.")).status_code == 403
        assert bring(client, parcel, 0).status_code == 403
    assert not Revision.objects.exists()


def test_too_many_files_for_one_step_are_named(author, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bring_in, "MOST_FILES", 1)
    page = look(author, ("a.txt", b"One\n\nText."), ("b.txt", b"Two\n\nText.")).content.decode()
    assert "It was too much for one step. Bring it in by itself." in page
    monkeypatch.setattr(bring_in, "MOST_PARCEL", 100)
    page = look(author, ("a.txt", b"One\n\nText.")).content.decode()
    assert "It was too much for one step. Bring it in by itself." in page


def test_no_file_is_asked_for_again(author) -> None:
    answer = author.post(URL, {"language": "en"})
    assert answer.status_code == 400
    assert b"Choose at least one file." in answer.content


def test_a_larger_body_is_taken_here_alone_and_only_with_a_session(author, client) -> None:
    assert reverse("admin:content_article_bring_in") in django_settings.PLAINVOICE_LARGER_BODIES
    large = ("a.zip", b"PK\x03\x04" + b"x" * 3_000_000)
    assert b"table of contents is not whole" in look(author, large).content
    assert look(author, ("a.zip", b"x" * 23_000_000)).status_code == 413
    assert look(client, large).status_code == 413
    other = author.post(reverse("admin:content_article_add"), {"file": SimpleUploadedFile(*large)})
    assert other.status_code == 413


def test_the_new_article_s_form_takes_a_word_file_too(author) -> None:
    author.post(
        reverse("admin:content_article_add"),
        {"language": "en", "note": "Please look.", "file": SimpleUploadedFile("a.docx", WORD)},
    )
    revision = Revision.objects.get()
    assert (revision.title, revision.body) == ("Sleep", "Rest well.\n")
    assert revision.note.startswith("Please look.\n\nBrought in from a.docx.")


def check_upload(client: Client, hostile: Hostile) -> None:
    models = (Article, Revision, Clip, AuditEvent)
    before = [model.objects.count() for model in models]
    answer = look(client, (hostile.name, hostile.make()))
    page = answer.content.decode()
    assert answer.status_code == (400 if hostile.why else 200)
    if hostile.why:
        assert "Nothing was kept." in page
        bring(client, parcel_of(answer), 0)
    for harm in ("<script>steal", "onclick=", "<iframe src", "<svg onload"):
        assert harm not in page
    assert [model.objects.count() for model in models] == before


@pytest.mark.parametrize("hostile", HOSTILE[::13], ids=str)
def test_a_hostile_upload_is_refused_and_nothing_of_it_is_kept(author, hostile: Hostile) -> None:
    check_upload(author, hostile)


@pytest.mark.full
@pytest.mark.parametrize("hostile", HOSTILE, ids=str)
def test_every_hostile_upload_is_refused_and_nothing_of_it_is_kept(
    author, hostile: Hostile
) -> None:
    check_upload(author, hostile)
