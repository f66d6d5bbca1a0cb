"""The command ``import_articles``: the good come in, the bad are named with the reason."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from content.models import Article, Revision, RevisionState, Topic
from tests.content.importers.files import docx, paragraph, run, zipped
from tests.factories import staff

pytestmark = pytest.mark.django_db

GOOD = "Rest and sleep\n\nSleep helps the body.\n\nWhat helps:\n\n- a dark room\n- a quiet room\n"


class Run:
    def __init__(self, *arguments: str) -> None:
        out, err = StringIO(), StringIO()
        self.status, self.error = 0, ""
        try:
            call_command("import_articles", *arguments, stdout=out, stderr=err)
        except CommandError as error:
            self.status, self.error = error.returncode, str(error)
        self.out, self.err = out.getvalue(), err.getvalue()


@pytest.fixture
def author() -> str:
    return staff("author", "anna").get_username()


def test_a_file_becomes_a_draft_of_its_author(tmp_path: Path, author: str) -> None:
    topic = Topic.objects.create(slug="sleep")
    (tmp_path / "sleep.txt").write_text(GOOD)
    run = Run(str(tmp_path), "--author", author, "--topic", "sleep")
    revision = Revision.objects.get()
    assert run.status == 0
    assert run.out == f'{tmp_path}/sleep.txt: "Rest and sleep" is a draft now (rest-and-sleep).\n'
    assert (revision.title, revision.state) == ("Rest and sleep", RevisionState.DRAFT)
    assert revision.body.startswith("Sleep helps the body.\n\n## What helps\n\n- a dark room\n")
    assert revision.article.topic == topic
    assert revision.edited_by.get_username() == author


def test_bad_files_are_named_and_the_good_ones_still_come_in(tmp_path: Path, author: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_bytes(b"Title\n\nbin\x00ary")
    (tmp_path / "c.md").write_text("# Only a title\n")
    (tmp_path / "d.md").write_text("# The last one\n\nStill comes in.\n")
    word = tmp_path / "e.docx"
    word.write_bytes(b"PK")
    run = Run(str(tmp_path), str(word), str(tmp_path / "gone.md"), "--author", author)
    assert run.status == 1
    assert run.error == "4 of 6 did not come in."
    assert sorted(article.slug for article in Article.objects.all()) == [
        "rest-and-sleep",
        "the-last-one",
    ]
    refused = dict(line.split(": ", 1) for line in run.err.splitlines())
    assert {Path(name).name for name in refused} == {"b.txt", "c.md", "e.docx", "gone.md"}
    assert "NUL" in refused[f"{tmp_path}/b.txt"]
    assert "no text" in refused[f"{tmp_path}/c.md"]


def test_markup_that_the_kiosk_cannot_show_is_named_with_its_line(
    tmp_path: Path, author: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A title\n\nText.\n\n<script>alert(1)</script>\n")
    run = Run(str(path), "--author", author)
    assert run.status == 1
    assert f"{path}: Line 5 (“<script>alert(1)</script>”): " in run.err
    assert not Article.objects.exists()


def test_the_same_file_again_changes_nothing(tmp_path: Path, author: str) -> None:
    (tmp_path / "sleep.txt").write_text(GOOD)
    Run(str(tmp_path), "--author", author)
    run = Run(str(tmp_path), "--author", author)
    assert run.status == 0
    assert "is here already, unchanged (rest-and-sleep)" in run.out
    assert Revision.objects.count() == 1


def test_submitted_files_are_voiced_and_changed_ones_become_a_new_revision(
    tmp_path: Path, author: str
) -> None:
    path = tmp_path / "sleep.txt"
    path.write_text(GOOD)
    run = Run(str(path), "--author", author, "--submit")
    first = Revision.objects.get()
    assert run.status == 0
    assert run.out.rstrip().endswith("It is in review.")
    assert first.state == RevisionState.IN_REVIEW
    assert first.rendition is not None

    path.write_text(GOOD + "- a cool room\n")
    open_still = Run(str(path), "--author", author)
    assert open_still.status == 1
    assert "finish that one first" in open_still.err

    Revision.objects.filter(pk=first.pk).update(state=RevisionState.RETURNED)
    run = Run(str(path), "--author", author)
    assert run.status == 0
    assert "revision 2 of rest-and-sleep" in run.out
    assert Article.objects.count() == 1
    assert [revision.number for revision in Revision.objects.all()] == [1, 2]


def test_a_file_whose_article_cannot_be_submitted_stays_a_draft(
    tmp_path: Path, author: str
) -> None:
    (tmp_path / "dose.txt").write_text("A title\n\nIt says 5 → 7 there.\n")
    run = Run(str(tmp_path), "--author", author, "--submit")
    assert run.status == 1
    assert "cannot be said without doubt" in run.err
    assert Revision.objects.get().state == RevisionState.DRAFT


def test_folders_and_zips_bring_in_every_kind_of_file_and_say_what_did_not_come(
    tmp_path: Path, author: str
) -> None:
    struck = paragraph("Rest ", run("not", "<w:strike/>"), "well.")
    (tmp_path / "word.docx").write_bytes(docx(paragraph("Word", style="Title") + struck))
    (tmp_path / "page.html").write_text("<h1>Page</h1><p>Rest.</p>")
    (tmp_path / "old.doc").write_bytes(b"x")
    (tmp_path / "some.zip").write_bytes(
        zipped({"in/a.md": "# Zipped\n\nRest.", "b.txt": "Only a title", "p.png": "x"})
    )
    result = Run(str(tmp_path), "--author", author)
    assert (result.status, result.error) == (1, "2 of 5 did not come in.")
    assert sorted(result.out.splitlines()) == sorted(
        [
            f'{tmp_path}/page.html: "Page" is a draft now (page).',
            f"{tmp_path}/some.zip/p.png: left out, since it is no article.",
            f'{tmp_path}/some.zip/in/a.md: "Zipped" is a draft now (zipped).',
            f'{tmp_path}/word.docx: "Word" is a draft now (word). Not carried over, or otherwise: '
            "Paragraph 2: text that is struck out, left out (“not”).",
        ]
    )
    assert f"{tmp_path}/old.doc: Word's old format is not read." in result.err
    assert f"{tmp_path}/some.zip/b.txt: it has a title and no text." in result.err
    note = Revision.objects.get(title="Word").note
    assert note.startswith("Brought in from word.docx.")
    assert "struck out" in note


def test_a_preview_says_what_would_come_in_and_keeps_nothing(tmp_path: Path, author: str) -> None:
    (tmp_path / "page.html").write_text("<h1>Page</h1><p>Rest.</p><hr>")
    result = Run(str(tmp_path), "--author", author, "--preview")
    assert result.status == 0
    assert '"Page". It becomes the draft of a new article.' in result.out
    assert "a line across the page, left out" in result.out
    assert result.out.rstrip().endswith("Rest.")
    assert not Article.objects.exists()
    Run(str(tmp_path), "--author", author)
    assert (
        "It is here already, unchanged (page)."
        in Run(str(tmp_path), "--author", author, "--preview").out
    )
    (tmp_path / "page.html").write_text("<h1>Page</h1><p>Changed.</p>")
    blocked = Run(str(tmp_path), "--author", author, "--preview")
    assert blocked.status == 1
    assert "finish that one first" in blocked.err


def test_an_empty_folder_is_an_error(tmp_path: Path, author: str) -> None:
    run = Run(str(tmp_path), "--author", author)
    assert (run.status, run.error) == (
        1,
        "There is no file to bring in here (.txt, .md, .html, .docx and .zip).",
    )


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--author", "nobody"], "no active account 'nobody'"),
        (["--author", "anna", "--topic", "none"], "no topic 'none'"),
        (["--author", "anna", "--language", "xx"], "does not offer the language 'xx'"),
    ],
)
def test_what_does_not_exist_is_said_before_anything_comes_in(
    tmp_path: Path, author: str, arguments: list[str], why: str
) -> None:
    (tmp_path / "sleep.txt").write_text(GOOD)
    run = Run(str(tmp_path), *arguments)
    assert run.status == 1
    assert why in run.error
    assert not Article.objects.exists()


def test_who_may_not_write_brings_nothing_in(tmp_path: Path) -> None:
    staff("reviewer", "rita")
    (tmp_path / "sleep.txt").write_text(GOOD)
    run = Run(str(tmp_path), "--author", "rita")
    assert run.status == 1
    assert "Your role does not allow writing articles" in run.err
    assert not Article.objects.exists()
