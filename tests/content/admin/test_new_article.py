"""A new article: typed, or brought in from a file."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content.models import Revision, RevisionState, Topic
from tests.factories import notice, staff


def send(client, **data):
    data.setdefault("language", "en")
    return client.post(reverse("admin:content_article_add"), data)


def file(name, content):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def author(sign_in):
    return sign_in(staff("author", "ada"))


def test_typed_words_become_a_draft_of_their_writer(author):
    topic = Topic.objects.create(slug="a-shelf")
    answer = send(author, title="Sleep", body="Rest.\r\n\r\nWell.", topic=topic.slug, note="Please")
    revision = Revision.objects.get(title="Sleep")
    assert answer.url == reverse("admin:content_revision_change", args=[revision.pk])
    assert (revision.state, revision.body, revision.note) == (
        RevisionState.DRAFT,
        "Rest.\n\nWell.",
        "Please",
    )
    assert revision.article.topic == topic
    assert revision.edited_by.username == "ada"


def test_a_markdown_file_becomes_a_draft(author):
    answer = send(author, file=file("sleep.md", b"# Sleep\n\nRest well.\n"))
    assert answer.status_code == 302
    assert "Rest well." in Revision.objects.get(title="Sleep").body


def test_a_text_file_becomes_a_draft(author):
    send(author, file=file("SLEEP.TXT", "Sleep\n\nRest wéll.\n".encode()))
    assert "Rest wéll." in Revision.objects.get(title="Sleep").body


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docx", b"PK\x03\x04", b"a.docx: it is damaged: its table of contents"),
        ("a", b"Title\n\nText.", b"a: only files that end in"),
        ("a.md", b"", b"The submitted file is empty."),
        ("a.md", b"# Title only\n", b"a.md: "),
        ("a.txt", b"\xff\xfe\x00", b"a.txt: "),
        ("a.txt", b"Title\n\n\x00\x01", b"a.txt: "),
        ("a.md", b"# T\n\n" + b"x " * 600_000, b"larger than 1 MiB"),
    ],
)
def test_a_file_that_cannot_come_in_is_named_with_the_reason(author, name, content, says):
    answer = send(author, file=file(name, content), note="My note")
    assert answer.status_code == 400
    assert says in answer.content
    assert b"My note" in answer.content
    assert b"plainvoice-" not in answer.content
    assert not Revision.objects.exists()


def test_a_file_and_typed_words_together_are_refused_and_the_words_kept(author):
    answer = send(author, title="Sleep", body="Typed.", file=file("a.md", b"# Other\n\nText.\n"))
    assert answer.status_code == 400
    assert b"Give either a file or a typed text" in answer.content
    assert b"Typed." in answer.content
    assert not Revision.objects.exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({}, b"Give the article a title, or choose a file."),
        ({"title": "Sleep"}, b"Write the text, or choose a file."),
        ({"title": "Sleep", "body": "Rest.", "topic": "nowhere"}, b"Select a valid choice."),
        ({"title": "x" * 201, "body": "Rest."}, b"at most 200 characters"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(author, words, says):
    answer = send(author, **words)
    assert answer.status_code == 400
    assert says in answer.content
    assert not Revision.objects.exists()


def test_with_no_notice_ticked_a_draft_begins_with_those_of_its_topic(author):
    notice("urgent", "help-now", "Help now", "Call for help.")
    notice("safety", "driving", "Driving", "Do not drive.")
    topic = Topic.objects.create(slug="a-shelf", notices=["driving"])
    send(author, title="One", body="Rest.", topic=topic.slug)
    send(author, title="Two", body="Rest.", topic=topic.slug, notices=["help-now"])
    assert Revision.objects.get(title="One").notices == ["driving"]
    assert Revision.objects.get(title="Two").notices == ["help-now"]


def send_term(client, **data):
    return client.post(
        reverse("admin:content_article_add_term"), {"language": "en", "note": "", **data}
    )


def test_a_glossary_term_begins_as_a_draft_of_its_writer(author):
    answer = send_term(author, title="sleep", body="Sleep is rest.\r\n\r\n- sleeping")
    revision = Revision.objects.get(title="sleep")
    assert answer.url == reverse("admin:content_revision_change", args=[revision.pk])
    assert (revision.article.kind, revision.article.key) == ("term", "sleep")
    assert revision.article.slug == "term-sleep-en"
    assert revision.state == RevisionState.DRAFT and revision.edited_by.username == "ada"
    page = author.get(answer.url)
    assert b"Meaning and other written forms" in page.content
    assert b"Glossary term" in page.content
    assert b"Nothing stands in the way" in page.content
    listed = author.get(reverse("admin:content_article_changelist"))
    assert b"Glossary term" in listed.content
    assert reverse("admin:content_article_add_term").encode() in listed.content


def test_a_draft_that_is_no_term_says_what_stands_in_the_way(author):
    answer = send_term(author, title="sleep", body="One. Two. Three. Four.")
    assert b"The meaning has 4 sentences" in author.get(answer.url).content


@pytest.mark.parametrize(
    ("words", "says", "status"),
    [
        ({"title": "", "body": "Rest."}, b"Write the word.", 400),
        ({"title": "rest", "body": ""}, b"Write what the word means.", 400),
        ({"title": "Sleep", "body": "Again."}, b"has this word already", 409),
    ],
)
def test_a_term_that_cannot_begin_is_kept_as_it_was_typed(author, words, says, status):
    send_term(author, title="sleep", body="Sleep is rest.")
    answer = send_term(author, **words)
    assert answer.status_code == status
    assert says in answer.content
    assert words["body"].encode() in answer.content
    assert Revision.objects.count() == 1


def test_only_who_may_write_begins_a_term(sign_in):
    for role in ("reviewer", "operator", "auditor"):
        assert send_term(sign_in(staff(role)), title="sleep", body="Rest.").status_code == 403
    assert not Revision.objects.exists()
