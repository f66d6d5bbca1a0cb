"""The audit trail is a chain that nobody can fork, and it vouches for the decisions it tells of."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from content.actions import Refused, SubmitRevision
from content.actions.base import record
from content.audit import chain, rows
from content.audit.actions import ACTIONS
from content.models import (
    AuditedRow,
    AuditEvent,
    Decision,
    Hearing,
    LexiconChange,
    PublicMove,
    Review,
)
from tests import factories
from tests.content.trail import events, lived, problems, rules_off

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parent.parent.parent


def vouched(action: str) -> list[str]:
    event = AuditEvent.objects.filter(action=action).last()
    assert event is not None
    return sorted(name.partition(":")[0] for name in event.detail.get("rows", {}))


def test_every_event_carries_the_digest_of_the_one_before_and_numbers_have_no_gap() -> None:
    lived()
    before = chain.GENESIS
    trail = list(AuditEvent.objects.all())
    for number, event in enumerate(trail, 1):
        assert (event.pk, event.previous) == (number, before)
        before = event.digest
    assert len(trail) == 8


def test_another_program_computes_the_same_digests_from_the_documented_fields() -> None:
    record("staff", actor=factories.staff("author", "Zoë"), username="ö", role="author", made=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, at, actor_id, actor_name, action, detail, software, previous, digest "
            "FROM content_auditevent ORDER BY id DESC LIMIT 1"
        )
        number, at, actor, name, action, detail, software, previous, digest = cursor.fetchone()
    moment = f"{at[:10]}T{at[11:]}" if isinstance(at, str) else at.strftime("%Y-%m-%dT%H:%M:%S.%f")
    fields = {
        "format": 1,
        "sequence": number,
        "at": f"{moment}Z",
        "actor": actor,
        "actor_name": name,
        "action": action,
        "article": None,
        "revision": None,
        "detail": json.loads(detail),
        "software": software,
        "previous": previous,
    }
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == digest


def test_the_events_of_a_texts_way_vouch_for_what_was_decided() -> None:
    lived()
    assert "revision" in vouched("submit")
    assert vouched("voice") == ["rendition"]
    assert vouched("approve") == ["publicmove", "review"]
    assert vouched("withdraw") == ["publicmove", "review"]
    event = AuditEvent.objects.filter(action="approve").last()
    review = Review.objects.filter(decision=Decision.APPROVE).last()
    content = rows.content_of(review, rows.KINDS["review"])
    assert event.detail["rows"][f"review:{review.pk}"] == rows.digest_of(content)
    assert {"text_digest", "speech_digest", "reviewer", "heard", "at"} - set(content) <= {"heard"}


def test_hearings_and_pronunciations_are_vouched_for_by_the_next_event() -> None:
    revision = factories.in_review()
    clip = revision.rendition.clips.first()
    Hearing.objects.create(
        rendition=revision.rendition, digest=clip.digest, user=factories.staff("reviewer")
    )
    factories.approve(revision)
    assert "hearing" in vouched("approve")
    factories.pronounce("Zolpidem", "zol pi dem")
    assert vouched("pronounce") == ["lexiconchange"]
    assert LexiconChange.objects.exists()


def test_a_decision_that_no_action_wrote_is_vouched_for_all_the_same() -> None:
    revision = factories.in_review()
    factories.review_row(revision, factories.staff("reviewer")).save()
    record("demonstration", actor=None)
    assert vouched("demonstration") == ["review"]


def test_the_database_takes_no_event_that_does_not_follow_the_newest() -> None:
    events(2)
    newest = AuditEvent.objects.last()
    good = {"actor_name": "x", "action": "x", "software": "x", "digest": "f" * 64}
    for wrong in (
        {"pk": newest.pk + 1, "previous": newest.previous + "0"},
        {"pk": newest.pk + 1, "previous": AuditEvent.objects.first().digest},
        {"pk": newest.pk + 2, "previous": newest.digest},
        {"previous": newest.digest},
        {"pk": newest.pk + 1, "previous": newest.digest, "digest": "short"},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            AuditEvent(**{**good, **wrong}).save(force_insert=True)
    assert AuditEvent.objects.count() == 2


def test_a_fork_is_refused_even_where_the_rules_are_off() -> None:
    events(3)
    second = AuditEvent.objects.get(pk=2)
    with rules_off(), pytest.raises(IntegrityError), transaction.atomic():
        AuditEvent.objects.create(
            pk=9, actor_name="x", action="x", software="x", previous=second.digest, digest="e" * 64
        )


def test_what_was_refused_or_taken_back_leaves_no_event_and_no_gap() -> None:
    revision = factories.draft()
    count = AuditEvent.objects.count()
    with pytest.raises(Refused):
        SubmitRevision(revision, actor=factories.staff("auditor")).execute()
    with pytest.raises(ValueError, match="stop"), transaction.atomic():
        events(2)
        raise ValueError("stop")
    assert AuditEvent.objects.count() == count
    events(1)
    assert AuditEvent.objects.last().pk == count + 1


def test_nobody_writes_by_hand_what_was_public_or_what_is_vouched_for() -> None:
    revision = factories.approved()
    for row in (
        PublicMove(article=revision.article, rendition=None, at=revision.created_at),
        PublicMove(article=revision.article, rendition=revision.rendition, at=revision.created_at),
        AuditedRow(kind="review", row_id=99, after_event=1),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()
    for model in (PublicMove, AuditedRow):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()


def test_the_upgrade_chains_what_exists_and_says_so() -> None:
    lived()
    factories.pronounce("Zolpidem", "zol pi dem")
    moves = list(PublicMove.objects.values_list("article", "rendition"))
    count = AuditEvent.objects.count()
    with rules_off() as cursor:
        cursor.execute("UPDATE content_auditevent SET previous = id, digest = 'old' || id")
        cursor.execute("UPDATE content_auditevent SET detail = json_remove(detail, '$.rows')")
        cursor.execute("DELETE FROM content_auditedrow")
        cursor.execute("DELETE FROM content_publicmove")
        import_module("content.migrations.0013_audit_chain").chain_what_exists(apps, None)
    first = AuditEvent.objects.get(pk=count + 1)
    assert first.action == "chain"
    assert first.detail == {
        "first": 1,
        "last": count,
        "head": AuditEvent.objects.get(pk=count).digest,
    }
    assert list(PublicMove.objects.values_list("article", "rendition")) == moves
    assert problems() == []
    with rules_off() as cursor:
        cursor.execute(
            "UPDATE content_review SET comment = 'Never said.' WHERE decision = 'withdraw'"
        )
    (problem,) = problems()
    assert "Decision" in problem
    assert "bind" in problem


def calls_of_record() -> list[tuple[str, str, set[str]]]:
    """Return file, action and detail of every call of ``record`` in the code."""
    found = []
    for file in [*ROOT.glob("content/**/*.py"), *ROOT.glob("kiosk/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "record":
                continue
            keys = {word.arg for word in node.keywords} - {"actor", "article", "revision"}
            first = node.args[0]
            names = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            found += [(file.name, name.value, keys) for name in names]
    return found


def test_every_event_holds_what_the_table_of_actions_says() -> None:
    calls = calls_of_record()
    assert len(calls) > 15
    for file, action, keys in calls:
        told = ACTIONS.get(action)
        assert told is not None, f"{file}: {action} is not in content/audit/actions.py"
        assert set(told.detail) <= keys, f"{file}: {action} lacks {set(told.detail) - keys}"
        assert keys <= {*told.detail, *told.sometimes}, f"{file}: {action} has more"
    assert set(ACTIONS) == {action for _, action, _ in calls} | {"chain", "bind"}


def test_the_documentation_has_the_same_table_of_actions() -> None:
    text = (ROOT / "docs" / "audit.md").read_text()
    rows_there = dict(re.findall(r"^\| `([a-z_]+)` \| (.+) \|$", text, re.MULTILINE))
    assert rows_there == {
        name: ", ".join([*told.detail, *(f"{key} (sometimes)" for key in told.sometimes)]) or "–"
        for name, told in ACTIONS.items()
    }


WRITER = """
import django; django.setup()
from content.actions.base import record
for number in range(60):
    record("demonstration", actor=None, number=number)
"""


@pytest.mark.full
@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain(tmp_path: Path) -> None:
    connection.ensure_connection()
    with sqlite3.connect(tmp_path / "plainvoice.sqlite3") as copy:
        connection.connection.backup(copy)
        before = copy.execute("SELECT COUNT(*) FROM content_auditevent").fetchone()[0]
    environment = {
        **os.environ,
        "PLAINVOICE_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "kiosk.settings.test",
    }
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER], cwd=ROOT, env=environment)
        for _ in range(3)
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    said = subprocess.run(
        [sys.executable, "manage.py", "verify_audit"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout
    assert said.stdout.startswith(f"{before + 180} events from ")
