"""The audit trail's second copy has every event, whatever crashed, and is never written over."""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.db import transaction
from django.utils import timezone

from content import reconcile
from content.actions.base import record
from content.audit import mirror
from content.models import AuditEvent
from kiosk.health import _audit_is_mirrored
from tests.content.trail import events, rules_off

pytestmark = pytest.mark.django_db


def held(where: Path) -> list[int]:
    return [event["sequence"] for _, event in mirror.lines(where) if event]


@pytest.fixture
def there(own_audit_mirror: Path) -> Path:
    """A mirror of five events."""
    events(5)
    assert mirror.catch_up() == 5
    return own_audit_mirror


def newest_file(where: Path) -> Path:
    return mirror.files(where)[-1]


def test_each_event_is_a_line_with_its_digest_after_the_commit(
    own_audit_mirror: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            events(2)
        assert not own_audit_mirror.exists()
    lines = newest_file(own_audit_mirror).read_text().splitlines()
    assert [json.loads(line)["digest"] for line in lines] == [
        event.digest for event in AuditEvent.objects.all()
    ]


def test_only_the_service_reads_it(there: Path) -> None:
    assert there.stat().st_mode & 0o777 == 0o700
    assert newest_file(there).stat().st_mode & 0o777 == 0o600


def test_what_a_crash_left_out_is_added_in_order_and_once(there: Path) -> None:
    events(3)
    assert held(there) == [1, 2, 3, 4, 5]
    assert list(reconcile.mirror_the_audit_trail()) == ["Added 3 events to the audit mirror."]
    assert list(reconcile.mirror_the_audit_trail()) == []
    assert held(there) == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("left", [1, 40, -1])
def test_a_line_that_a_crash_tore_is_written_again_whole(there: Path, left: int) -> None:
    file = newest_file(there)
    whole = file.read_bytes()
    *before, last = whole.splitlines(keepends=True)
    file.write_bytes(b"".join(before) + last[:left])
    assert mirror.catch_up() == 1
    assert file.read_bytes() == whole


def test_the_first_line_of_all_may_be_torn(own_audit_mirror: Path) -> None:
    events(2)
    mirror.catch_up()
    file = newest_file(own_audit_mirror)
    whole = file.read_bytes()
    file.write_bytes(whole[:7])
    assert mirror.catch_up() == 2
    assert file.read_bytes() == whole


def untouched(there: Path, caplog: pytest.LogCaptureFixture, says: str) -> None:
    """A mirror like this is named everywhere, not written, and stops no decision."""
    before = {file: file.read_bytes() for file in mirror.files(there)}
    record("demonstration", actor=None)
    with caplog.at_level(logging.ERROR):
        mirror.after_commit()
    assert says in caplog.text
    with pytest.raises(mirror.MirrorTrouble, match=says):
        mirror.catch_up()
    assert says in mirror.wrong()
    assert not _audit_is_mirrored()
    assert {file: file.read_bytes() for file in mirror.files(there)} == before


def test_a_tail_that_is_no_event_is_left_as_evidence(there, caplog) -> None:
    with newest_file(there).open("ab") as file:
        file.write(b'{"action":"something else')
    untouched(there, caplog, "ends with something that is no event")


def test_a_last_line_that_was_changed_is_named(there, caplog) -> None:
    file = newest_file(there)
    file.write_bytes(file.read_bytes().replace(b'"number":4', b'"number":7'))
    untouched(there, caplog, "was changed")


def test_a_last_line_that_is_no_event_is_named(there, caplog) -> None:
    with newest_file(there).open("ab") as file:
        file.write(b"nothing\n")
    untouched(there, caplog, "is no event")


def test_a_database_restored_from_a_backup_does_not_write_over_a_mirror_that_is_ahead(
    there, caplog
) -> None:
    with rules_off() as cursor:
        cursor.execute("DELETE FROM content_auditevent WHERE id > 3")
    untouched(there, caplog, "ahead of the database")


def test_nor_once_it_has_gone_on_differently(there, caplog) -> None:
    with rules_off() as cursor:
        cursor.execute("DELETE FROM content_auditevent WHERE id > 3")
    record("leave_demonstration", actor=None, withdrawn=[])
    record("leave_demonstration", actor=None, withdrawn=[])
    untouched(there, caplog, "disagree about event 5")


def test_a_full_disk_stops_no_decision_and_is_loud(
    there, caplog, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
            record("demonstration", actor=None)
    assert "The audit mirror was not written" in caplog.text
    assert AuditEvent.objects.count() == 6
    mirror.catch_up()
    assert held(there) == [1, 2, 3, 4, 5, 6]


def test_an_event_that_is_not_mirrored_for_minutes_is_a_failure(there, monkeypatch) -> None:
    events(1)
    assert mirror.wrong() == ""
    monkeypatch.setattr(mirror, "LATE", -mirror.LATE)
    assert mirror.wrong().startswith("The audit mirror lacks event 6")
    assert not _audit_is_mirrored()


def test_a_new_month_is_a_new_file_and_a_clock_put_back_is_not_an_older_one(
    there, monkeypatch
) -> None:
    def at(year: int, month: int) -> None:
        moment = datetime(year, month, 1, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        events(1)
        mirror.catch_up()

    at(2041, 1)
    at(2040, 12)
    at(2041, 2)
    assert [file.name for file in mirror.files(there)][1:] == ["2041-01.jsonl", "2041-02.jsonl"]
    assert held(there) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_it_can_be_switched_off(settings, own_audit_mirror: Path) -> None:
    settings.PLAINVOICE_AUDIT_MIRROR = None
    events(1)
    assert mirror.catch_up() == 0
    assert mirror.wrong() == ""
    assert not own_audit_mirror.exists()


def test_switched_on_again_it_gets_all_that_happened_meanwhile(there, settings) -> None:
    settings.PLAINVOICE_AUDIT_MIRROR = None
    events(2)
    mirror.after_commit()
    settings.PLAINVOICE_AUDIT_MIRROR = there
    assert mirror.catch_up() == 2


def test_a_request_writes_a_part_of_a_long_backlog_and_the_worker_the_rest(
    there, monkeypatch
) -> None:
    monkeypatch.setattr(mirror, "MOST_AFTER_COMMIT", 2)
    events(5)
    mirror.after_commit()
    assert held(there)[-1] == 7
    assert mirror.catch_up() == 3


def test_while_another_process_writes_nobody_waits_for_long(there, monkeypatch, caplog) -> None:
    monkeypatch.setattr(mirror, "WAIT_FOR_LOCK_S", 0.0)
    events(1)
    with mirror._locked(there), caplog.at_level(logging.ERROR):
        mirror.after_commit()
    assert "Another process is writing it" in caplog.text
    assert mirror.catch_up() == 1


def test_a_check_says_what_is_wrong_with_it(there, settings, tmp_path) -> None:
    def said() -> list[str]:
        found = run_checks(databases=["default"])
        return [one.msg for one in found if one.id == "content.W012"]

    assert said() == []
    file = newest_file(there)
    file.write_bytes(file.read_bytes() + b"nothing\n")
    assert "is no event" in said()[0]
    settings.PLAINVOICE_AUDIT_MIRROR = tmp_path / "file" / "audit"
    (tmp_path / "file").write_text("")
    assert said()
