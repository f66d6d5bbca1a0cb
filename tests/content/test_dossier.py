"""A dossier holds all that was decided about an article, and proves by itself that it is whole."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from content import dossier
from content.actions import StartRevision, WithdrawArticle
from content.dossier.verify import verify
from content.models import Article, AuditEvent
from tests import factories
from tests.content.trail import events

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db: None) -> Article:
    """An article with two wordings that were public, one after another, and a draft."""
    author = factories.staff("author", "author")
    revision = factories.approved("Sleeping well", "Sleep helps.\n\nTake 5 mg at night.")
    events(2)
    other = StartRevision(revision.article, actor=author, body="Sleep helps a lot.").execute()
    factories.approve(factories.reviewed(other))
    article = Article.objects.get(pk=revision.article_id)
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="other", comment="<b>Old</b>"
    ).execute()
    StartRevision(article, actor=author, body="A draft of <em>something</em>.").execute()
    return Article.objects.get(pk=article.pk)


def made(article: Article, **options: bool) -> bytes:
    return b"".join(dossier.stream(article, **options))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def problems(tmp_path: Path, files: dict[str, bytes]) -> list[str]:
    """Return what the verifier says of a zip of these files."""
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as whole:
        for name, data in files.items():
            whole.writestr(name, data)
    return verify(str(tmp_path / "d.zip")).problems


def listed_anew(files: dict[str, bytes]) -> dict[str, bytes]:
    """Write the manifest again, as a careful forger does."""
    manifest = json.loads(files["manifest.json"])
    manifest["members"] = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in files.items()
        if name != "manifest.json"
    }
    return {**files, "manifest.json": json.dumps(manifest).encode()}


def test_it_verifies_itself_as_a_zip_and_unpacked(article: Article, tmp_path: Path) -> None:
    file = tmp_path / dossier.name_of(article)
    file.write_bytes(made(article))
    with zipfile.ZipFile(file) as whole:
        whole.extractall(tmp_path / "unpacked")
    for command in ([file], [tmp_path / "unpacked" / "verify.py"]):
        said = subprocess.run(
            [sys.executable, "-I", *map(str, command)], capture_output=True, text=True, check=False
        )
        assert said.returncode == 0, said.stdout + said.stderr
        assert said.stdout.endswith(f"Head digest {AuditEvent.objects.last().digest}\n")


def test_it_holds_texts_differences_decisions_sounds_and_events(article: Article) -> None:
    files = members(made(article))
    assert files["revisions/1.md"].decode().startswith("# Sleeping well\n\nSleep helps.")
    assert b"+Sleep helps a lot." in files["differences/1-revision-1-to-2.diff"]
    decisions = json.loads(files["rows/decisions.json"])
    assert [one["decision"] for one in decisions] == ["approve", "approve", "withdraw"]
    assert {"rows/renditions/1.1.json", "rows/renditions/2.1.json"} <= set(files)
    assert "revisions/3.md" not in files
    sounds = [name for name in files if name.startswith("audio/")]
    assert len(sounds) >= 4
    for name in sounds:
        assert hashlib.sha256(files[name]).hexdigest() == name[6:70]
    lines = [json.loads(line) for line in files["audit/events.jsonl"].splitlines()]
    assert {line["article"] for line in lines} == {article.pk}
    page = files["index.html"].decode()
    assert "&lt;b&gt;Old&lt;/b&gt;" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_same_state_makes_the_same_bytes(article: Article) -> None:
    assert made(article) == made(article)
    assert made(article, audio=False) != made(article)


def test_sounds_can_be_left_out(article: Article, tmp_path: Path) -> None:
    files = members(made(article, audio=False))
    assert not [name for name in files if name.startswith("audio/")]
    assert b"<audio" not in files["index.html"]
    assert problems(tmp_path, files) == []


def test_whatever_is_changed_added_or_taken_away_is_named(article: Article, tmp_path: Path) -> None:
    files = members(made(article))
    for name in files:
        if name != "manifest.json":
            assert problems(tmp_path, {**files, name: files[name] + b" "}) == [
                f"{name} was changed"
            ]
    gone = {name: data for name, data in files.items() if name != "texts.json"}
    assert problems(tmp_path, gone) == ["texts.json is missing"]
    assert problems(tmp_path, {**files, "more.txt": b""}) == [
        "more.txt was added: the manifest does not list it"
    ]
    assert problems(tmp_path, {"x": b""})[0].startswith("it cannot be read as a dossier")


FORGED = [
    ("rows/decisions.json", b'"other"', b'"unsafe"', "is not what its event vouches for"),
    ("audit/events.jsonl", b'"reason":"other"', b'"reason":"unsafe"', "was changed"),
    ("revisions/1.md", b"5 mg", b"50 mg", "is not the text of its revision"),
    ("texts.json", b"5 mg", b"50 mg", "the text of revision 1 is another"),
    ("rows/renditions/1.1.json", b"5 mg", b"50 mg", "the reading of rendition:"),
    ("rows/public.json", b'"at":"2', b'"at":"1', "is not what its event vouches for"),
]


def test_a_forger_who_writes_the_manifest_anew_is_found(article: Article, tmp_path: Path) -> None:
    files = members(made(article, audio=False))
    for name, old, new, says in FORGED:
        assert old in files[name]
        forged = listed_anew({**files, name: files[name].replace(old, new)})
        assert any(says in problem for problem in problems(tmp_path, forged)), name


def test_an_event_or_a_decision_that_was_left_out_is_found(
    article: Article, tmp_path: Path
) -> None:
    files = members(made(article, audio=False))
    lines = files["audit/events.jsonl"].splitlines(keepends=True)
    without = listed_anew({**files, "audit/events.jsonl": b"".join(lines[:-2])})
    assert any("is not vouched for" in problem for problem in problems(tmp_path, without))
    decisions = json.loads(files["rows/decisions.json"])[:-1]
    without = listed_anew({**files, "rows/decisions.json": json.dumps(decisions).encode()})
    assert any("is missing" in problem for problem in problems(tmp_path, without))


def test_the_command_writes_a_file_that_the_trail_agrees_with(
    article: Article, tmp_path: Path
) -> None:
    file, out = tmp_path / "d.zip", StringIO()
    call_command("dossier", article.slug, "--to", str(file), "--without-audio", stdout=out)
    assert f"Wrote {file}" in out.getvalue()
    call_command("verify_audit", "--no-mirror", "--from-dossier", str(file), stdout=StringIO())
    files = members(file.read_bytes())
    file.write_bytes(b"no zip")
    with pytest.raises(CommandError):
        call_command("verify_audit", "--no-mirror", "--from-dossier", str(file), stdout=StringIO())
    assert files
    with pytest.raises(CommandError, match="no article at nowhere"):
        call_command("dossier", "nowhere")


@pytest.mark.usefixtures("own_clips")
def test_a_sound_that_is_damaged_is_left_out_and_named(article: Article, tmp_path: Path) -> None:
    from content.speech import clips

    digest = article.revisions.get(number=1).rendition.clips.first().digest
    clips.path(digest, "opus").write_bytes(b"another sound")
    files = members(made(article))
    assert b"damaged or gone" in files["index.html"]
    assert problems(tmp_path, files) == [
        f"audio/{digest}.opus was damaged or gone when the dossier was made"
    ]


def test_an_article_that_only_begins_has_a_dossier_too(tmp_path: Path) -> None:
    article = factories.draft().article
    assert problems(tmp_path, members(made(article))) == []


def test_tables_that_come_later_come_along(article: Article, monkeypatch) -> None:
    monkeypatch.setattr("content.dossier.collect.MORE", ("VoiceCheck", "NotThere", "Topic"))
    files = members(made(article, audio=False))
    assert [name for name in files if name.startswith("more/")] == ["more/voicechecks.json"]
