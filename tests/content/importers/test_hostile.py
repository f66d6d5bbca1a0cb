"""Hostile files: refused with the reason or made harmless, and nothing of the refused is kept."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from content.importers import ImportRefused, LeftOut, import_bytes, trial, unpack
from content.importers.base import Draft, Unusable
from content.models import Article, AuditEvent, Clip, Revision
from tests.content.importers.hostile import HOSTILE, Hostile
from tests.factories import staff

DEEPER = {"laughs.docx", "script.html", "deep.html", "homoglyph.txt"}
"""Through the process of its own as well; the others meet the same code in this one."""


def read(hostile: Hostile, *, apart: bool) -> list[Draft | str]:
    """Return the draft of each file there is, or why it was refused."""
    found: list[Draft | str] = []
    for item in unpack(hostile.name, hostile.make()):
        assert not isinstance(item, LeftOut)
        if isinstance(item, ImportRefused):
            found.append(str(item))
            continue
        name, data = item
        try:
            draft = import_bytes(name, data) if apart else trial.of(data, Path(name).suffix, "en")
        except (ImportRefused, Unusable) as refused:
            found.append(str(refused))
        else:
            found.append(" ".join(draft.problems) or draft)
    return found


def check(hostile: Hostile, found: list[Draft | str]) -> None:
    assert found
    for one in found:
        if hostile.why:
            assert isinstance(one, str), one
            assert hostile.why in one
            assert one.encode()
        else:
            assert isinstance(one, Draft), one
            assert any(hostile.dropped in str(dropped) for dropped in one.dropped), one.dropped
            assert "Kept text." in one.body
            for harm in ("steal", "evil", "script", "stop at once", "onclick"):
                assert harm not in one.body


@pytest.mark.parametrize("hostile", HOSTILE, ids=str)
def test_a_hostile_file_is_refused_with_the_reason_or_made_harmless(hostile: Hostile) -> None:
    check(hostile, read(hostile, apart=hostile.name in DEEPER))


@pytest.mark.full
@pytest.mark.parametrize("hostile", HOSTILE, ids=str)
def test_so_it_is_in_a_process_of_its_own(hostile: Hostile) -> None:
    check(hostile, read(hostile, apart=True))


def counts() -> list[int]:
    return [model.objects.count() for model in (Article, Revision, Clip, AuditEvent)]


@pytest.mark.django_db
def test_the_command_names_every_hostile_file_and_keeps_nothing_of_them(tmp_path: Path) -> None:
    # Few in the quick suite: each takes a process.
    some = [one for one in HOSTILE if one.why and one.name.endswith((".zip", "macro.docx"))]
    author = staff("author").get_username()
    for one in some:
        (tmp_path / one.name).write_bytes(one.make())
    before, there = counts(), sorted(tmp_path.rglob("*"))
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError) as failed:
        call_command("import_articles", str(tmp_path), "--author", author, stdout=out, stderr=err)
    assert failed.value.returncode == 1
    lines = err.getvalue()
    for one in some:
        assert any(one.name in line and one.why in line for line in lines.splitlines()), one
    assert out.getvalue() == ""
    assert counts() == before
    assert sorted(tmp_path.rglob("*")) == there
