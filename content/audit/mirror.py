"""The mirror: every event as a line of a file, after its commit, where the database's owner need not reach.

``YYYY-MM.jsonl`` (UTC, by the event's time; never an earlier file than the newest) holds one event a
line: its fields and its digest in canonical JSON. What is missing is derived from the last line, so a
crash, a full disk or a mirror that was switched off for a while leave nothing out. A mirror that says
otherwise than the database is named and never written to.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import logging
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from content.audit import chain

logger = logging.getLogger(__name__)

BATCH = 500
MOST_AFTER_COMMIT = 1000
"""How many lines somebody's request writes; the worker writes the rest."""
LATE = timedelta(minutes=2)
"""How old an event may be that the mirror does not have yet, before that is a failure."""
WAIT_FOR_LOCK_S = 2.0
LONGEST_LINE = 64 * 1024 * 1024


class MirrorTrouble(Exception):
    """The mirror cannot be written as it is; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a mirror ends: its newest file, its last whole line, and bytes behind it that are none."""

    file: Path | None = None
    line: dict[str, Any] | None = None
    torn: bytes = b""

    @property
    def sequence(self) -> int:
        """The number of the last event it holds, 0 for none."""
        return int(self.line["sequence"]) if self.line else 0


def folder() -> Path | None:
    """Return the mirror's folder, None where it is switched off."""
    chosen = settings.PLAINVOICE_AUDIT_MIRROR
    return Path(chosen) if chosen else None


def files(where: Path) -> list[Path]:
    """Return a mirror's files, earliest first."""
    return sorted(where.glob("[0-9][0-9][0-9][0-9]-[0-9][0-9].jsonl"))


def after_commit() -> None:
    """Add what is missing, and never fail: the decision stands, and the log is loud."""
    try:
        catch_up(most=MOST_AFTER_COMMIT)
    except (OSError, MirrorTrouble, DatabaseError) as error:
        logger.error("The audit mirror was not written: %s", error)


def catch_up(most: int | None = None) -> int:
    """Add the events that the mirror lacks, at most ``most``, and return how many.

    Raises :class:`MirrorTrouble` where it disagrees with the database, :class:`OSError` where it cannot be
    written. Lines are on the disk (fsync) when this returns.
    """
    from content.models import AuditEvent  # models import this package

    where = folder()
    if where is None:
        return 0
    with _locked(where):
        end = _agreed_end(where)
        if end.torn and end.file is not None:
            _repair(end)
        written, last, newest = 0, end.sequence, end.file
        while most is None or written < most:
            count = BATCH if most is None else min(BATCH, most - written)
            events = list(AuditEvent.objects.filter(pk__gt=last).order_by("pk")[:count])
            if not events:
                break
            newest = _append(where, events, newest)
            written, last = written + len(events), events[-1].pk
        return written


def wrong() -> str:
    """Return why the mirror needs a person, empty where it does not. Changes nothing."""
    from content.models import AuditEvent

    where = folder()
    if where is None:
        return ""
    try:
        end = _agreed_end(where)
        late = AuditEvent.objects.filter(pk__gt=end.sequence, at__lt=timezone.now() - LATE).first()
    except (OSError, MirrorTrouble) as error:
        return str(error)
    return f"The audit mirror lacks event {late.pk} of {late.at:%Y-%m-%d %H:%M}." if late else ""


def lines(where: Path) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Yield ``("2026-11.jsonl:3", event)`` for each line of a mirror's folder or of one file.

    The event is None where the line is none; a line without its end counts as that.
    """
    for file in [where] if where.is_file() else files(where):
        with file.open("rb") as stream:
            for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE), b""), 1):
                yield f"{file.name}:{number}", _parsed(line)


def _parsed(line: bytes) -> dict[str, Any] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        found = json.loads(line)
    except ValueError:
        return None
    whole = isinstance(found, dict) and isinstance(found.get("sequence"), int)
    return found if whole and isinstance(found.get("digest"), str) else None


def _agreed_end(where: Path) -> End:
    """Return where the mirror ends; raise :class:`MirrorTrouble` unless the database says the same."""
    from content.models import AuditEvent

    end = _end(where)
    if end.line is not None:
        fields = {key: value for key, value in end.line.items() if key != "digest"}
        if chain.digest_of(fields) != end.line["digest"]:
            raise MirrorTrouble(
                f"The last line of the audit mirror ({end.file}) was changed: its digest is another. "
                "Nothing is written to it. Run manage.py verify_audit, and keep these files."
            )
        event = AuditEvent.objects.filter(pk=end.sequence).first()
        if event is None:
            newest = AuditEvent.objects.last()
            raise MirrorTrouble(
                f"The audit mirror is ahead of the database: it ends with event {end.sequence}, the "
                f"database with {newest.pk if newest else 'none'}. Was the database restored from a "
                "backup? Keep these files, move them aside, and see docs/audit.md."
            )
        if event.digest != end.line["digest"]:
            raise MirrorTrouble(
                f"The audit mirror and the database disagree about event {end.sequence}. Nothing is "
                "written to it. Run manage.py verify_audit, and keep these files."
            )
    if end.torn:
        following = AuditEvent.objects.filter(pk=end.sequence + 1).first()
        if following is None or not chain.line_of(following).startswith(end.torn):
            raise MirrorTrouble(
                f"The audit mirror ({end.file}) ends with something that is no event of the database. "
                "Nothing is written to it. Run manage.py verify_audit, and keep these files."
            )
    return end


def _end(where: Path) -> End:
    newest, torn = None, b""
    for file in reversed(files(where)):
        newest = newest or file
        last, rest = _tail(file)
        if rest and file != newest:
            raise MirrorTrouble(f"The audit mirror's {file.name} ends in the middle of a line.")
        torn = torn or rest
        if last is not None:
            found = _parsed(last)
            if found is None:
                raise MirrorTrouble(
                    f"The last line of the audit mirror's {file.name} is no event. Nothing is written "
                    "to it. Run manage.py verify_audit, and keep these files."
                )
            return End(newest, found, torn)
    return End(newest, None, torn)


def _tail(file: Path) -> tuple[bytes | None, bytes]:
    """Return a file's last whole line, None where it has none, and what stands behind it."""
    size = file.stat().st_size
    block = 64 * 1024
    with file.open("rb") as stream:
        while True:
            stream.seek(max(0, size - block))
            data = stream.read()
            *whole, rest = data.split(b"\n")
            if len(whole) > 1 or block >= size:
                return (whole[-1] + b"\n" if whole else None), rest
            block *= 8


def _repair(end: End) -> None:
    """Take off the beginning of a line that a crash left; it is written again, whole."""
    assert end.file is not None  # noqa: S101 - what is torn stands in a file
    with end.file.open("r+b") as stream:
        stream.truncate(end.file.stat().st_size - len(end.torn))
        os.fsync(stream.fileno())
    logger.warning("The audit mirror ended in the middle of a line, which is written again.")


def _append(where: Path, events: list[Any], newest: Path | None) -> Path:
    """Write events in order, each to the file of its month, or to the newest where that is later."""
    waiting: dict[Path, bytearray] = {}
    for event in events:
        file = where / f"{chain.moment(event.at)[:7]}.jsonl"
        newest = file if newest is None or file.name > newest.name else newest
        waiting.setdefault(newest, bytearray()).extend(chain.line_of(event))
    assert newest is not None  # noqa: S101 - there are events
    for file, data in waiting.items():
        new = not file.exists()
        with open(file, "ab", opener=lambda path, flags: os.open(path, flags, 0o600)) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if new:
            handle = os.open(where, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
    return newest


@contextlib.contextmanager
def _locked(where: Path) -> Iterator[None]:
    """Let one process write at a time. Who waits too long leaves its events to the next."""
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(
        where / ".lock", "ab", opener=lambda path, flags: os.open(path, flags, 0o600)
    ) as lock:
        until = time.monotonic() + WAIT_FOR_LOCK_S
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise MirrorTrouble(
                        "Another process is writing it; what is missing follows later."
                    ) from None
                time.sleep(0.02)
        yield
