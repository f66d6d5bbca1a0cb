"""Whoever owns the database can take its rules off. What they change then is found, and named."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from content.audit import chain, mirror
from content.audit.verify import Verification
from content.models import AuditedRow, AuditEvent, Review
from tests import factories
from tests.content.trail import events, lived, problems, rules_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def mirrored(own_audit_mirror: Path) -> Path:
    events(6)
    mirror.catch_up()
    return own_audit_mirror


def rewrite(cursor, first: int = 1) -> str:
    """Compute the chain anew from an event on, as a careful forger does; return the new head."""
    before = AuditEvent.objects.filter(pk__lt=first).last()
    previous = before.digest if before else chain.GENESIS
    cursor.execute(
        "UPDATE content_auditevent SET previous = 'x' || id, digest = 'y' || id WHERE id >= %s",
        [first],
    )
    for event in AuditEvent.objects.filter(pk__gte=first):
        event.previous = previous
        previous = event.digest = chain.digest_of(chain.fields_of(event))
        event.save(update_fields=["previous", "digest"])
    return previous


def test_a_trail_that_nobody_touched_is_in_order_with_its_mirror() -> None:
    lived()
    mirror.catch_up()
    out = StringIO()
    call_command("verify_audit", stdout=out)
    count = AuditEvent.objects.count()
    head = AuditEvent.objects.last().digest
    assert out.getvalue().startswith(f"{count} events from ")
    assert f"all there and unchanged (mirror compared); head digest {head}" in out.getvalue()


def test_an_empty_trail_is_no_fault() -> None:
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert out.getvalue() == "There are no events yet.\n"


def test_a_changed_event_is_named_and_by_the_mirror_its_field(mirrored: Path) -> None:
    with rules_off() as cursor:
        cursor.execute("UPDATE content_auditevent SET actor_name = 'somebody' WHERE id = 3")
    (alone,) = problems()
    assert alone.startswith("Event 3 (demonstration, ")
    _, differs = problems(mirror=mirrored)
    assert differs.startswith("Event 3 differs from the mirror (")
    assert differs.endswith("in: actor_name.")
    out = StringIO()
    with pytest.raises(CommandError, match="2 problems in 6 events"):
        call_command("verify_audit", stdout=out)
    assert "The last event up to which all are in order: 2." in out.getvalue()


def test_a_changed_detail_is_named_down_to_its_key(mirrored: Path) -> None:
    with rules_off() as cursor:
        cursor.execute("""UPDATE content_auditevent SET detail = '{"number": 9}' WHERE id = 3""")
    assert problems(mirror=mirrored)[1].endswith("in: detail.number.")


def test_a_changed_event_whose_digest_was_computed_anew_is_found_by_the_next(
    mirrored: Path,
) -> None:
    with rules_off() as cursor:
        cursor.execute("UPDATE content_auditevent SET actor_name = 'somebody' WHERE id = 3")
        event = AuditEvent.objects.get(pk=3)
        event.digest = chain.digest_of(chain.fields_of(event))
        event.save(update_fields=["digest"])
    assert problems() == [
        "Event 4 does not follow event 3: that one was written anew, or one of the two was put in."
    ]


@pytest.mark.parametrize(
    ("gone", "says"),
    [
        ("id = 3", "Event 3 is missing: the next that is there is 4."),
        ("id IN (3, 4)", "Events 3 to 4 are missing: the next that is there is 5."),
        ("id = 1", "Event 1 is missing: the next that is there is 2."),
    ],
)
def test_a_deleted_event_is_named(mirrored: Path, gone: str, says: str) -> None:
    with rules_off() as cursor:
        cursor.execute(f"DELETE FROM content_auditevent WHERE {gone}")
    assert problems() == [says]
    assert any("is in the mirror (" in problem for problem in problems(mirror=mirrored))


def test_two_events_that_changed_places_are_named(mirrored: Path) -> None:
    with rules_off() as cursor:
        for old, new in ((3, 99), (4, 3), (99, 4)):
            cursor.execute("UPDATE content_auditevent SET id = %s WHERE id = %s", [new, old])
    found = problems()
    assert "Event 3 was moved: it was written as event 4." in found
    assert "Event 4 was moved: it was written as event 3." in found


def test_an_event_that_was_put_in_the_place_of_another_is_found(mirrored: Path) -> None:
    with rules_off() as cursor:
        cursor.execute("UPDATE content_auditevent SET id = id + 1000 WHERE id > 3")
        cursor.execute("UPDATE content_auditevent SET id = id - 999 WHERE id > 1000")
        cursor.execute(
            "INSERT INTO content_auditevent (id, at, actor_name, action, detail, software, previous, "
            "digest) SELECT 4, at, 'nobody', action, detail, software, 'p', 'd' "
            "FROM content_auditevent WHERE id = 3"
        )
    found = problems()
    assert found[0].startswith("Event 4 (demonstration, ")
    assert "Event 5 was moved: it was written as event 4." in found


def test_an_event_before_the_first_is_found(mirrored: Path) -> None:
    with rules_off() as cursor:
        cursor.execute(
            "INSERT INTO content_auditevent (id, at, actor_name, action, detail, software, previous, "
            "digest) SELECT 0, at, actor_name, action, detail, software, 'p', 'd' "
            "FROM content_auditevent WHERE id = 1"
        )
    assert "Event 0 was added: numbers begin with 1." in problems()


def test_a_tail_that_was_cut_off_is_found_by_the_mirror_or_an_anchor_only(mirrored: Path) -> None:
    head = AuditEvent.objects.last().digest
    with rules_off() as cursor:
        cursor.execute("DELETE FROM content_auditevent WHERE id > 4")
    assert problems() == []
    (by_mirror,) = problems(mirror=mirrored)
    assert by_mirror.startswith("Events 5 to 6 are in the mirror and not in the database")
    (by_anchor,) = problems(heads=(head,))
    assert by_anchor.startswith(f"No event has the digest {head}")


def test_a_chain_that_was_written_anew_is_found_by_the_mirror_or_an_anchor_only(
    mirrored: Path,
) -> None:
    head = AuditEvent.objects.last().digest
    with rules_off() as cursor:
        cursor.execute("UPDATE content_auditevent SET actor_name = 'somebody' WHERE id = 3")
        forged = rewrite(cursor)
    assert problems() == []
    assert problems(heads=(forged,)) == []
    by_mirror = problems(mirror=mirrored)
    assert "actor_name" in by_mirror[0]
    assert len(by_mirror) == 4
    assert len(problems(heads=(head,))) == 1
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_audit", "--no-mirror", "--head", head, stdout=out)


def test_an_older_head_that_was_written_down_is_still_in_the_trail(mirrored: Path) -> None:
    head = AuditEvent.objects.last().digest
    events(2)
    assert problems(heads=(head, head.upper())) == []


CHANGES = [
    ("review", "reviewer_id = 1 WHERE decision = 'approve'", "reviewer was reviewer"),
    ("review", "comment = 'Fine.' WHERE decision = 'withdraw'", "was changed since"),
    ("review", "reason = 'other' WHERE decision = 'withdraw'", "reason was 'outdated'"),
    ("review", "review_due = '2040-01-01' WHERE decision = 'approve'", "was changed since"),
    ("review", """heard = '[{"clip": "x"}]' WHERE decision = 'approve'""", "was changed since"),
    ("review", "decision = 'confirm' WHERE decision = 'approve'", "decision was 'approve'"),
    ("revision", "body = 'Other words.'", "its words are not those of its text_digest"),
    ("revision", "note = 'Another note.'", "was changed since"),
    ("rendition", "reading = '{}'", "its reading is not that of its speech_digest"),
    ("rendition", "title = 'Another'", "was changed since"),
    ("publicmove", "at = '2020-01-01 00:00:00'", "Public move"),
]


def test_every_changed_decision_text_or_voice_is_named() -> None:
    lived()
    factories.staff("author", "author")
    assert problems() == []
    for table, change, says in CHANGES:
        before = transaction.savepoint()
        with rules_off() as cursor:
            cursor.execute(f"UPDATE content_{table} SET {change}")
        found = problems()
        assert found, change
        assert all("was changed since event" in one for one in found)
        assert says in " ".join(found)
        transaction.savepoint_rollback(before)
    assert problems() == []


def test_a_decision_that_is_gone_is_named_with_the_event_that_vouches_for_it() -> None:
    lived()
    review = Review.objects.filter(decision="withdraw").get()
    event = AuditEvent.objects.get(action="withdraw")
    with rules_off() as cursor:
        cursor.execute("DELETE FROM content_review WHERE id = %s", [review.pk])
    assert problems() == [
        f"Decision {review.pk} is missing: event {event.pk} (withdraw) vouches for it."
    ]


def test_a_decision_that_was_put_in_is_named_with_or_without_its_note() -> None:
    revision = factories.in_review()
    events(1)
    with rules_off() as cursor:
        forged = factories.review_row(revision, factories.staff("reviewer"))
        forged.save()
        assert problems() == [f"Decision {forged.pk} was put in: no event vouches for it."]
        cursor.execute(
            "INSERT INTO content_auditedrow (kind, row_id, after_event) VALUES ('review', %s, 2)",
            [forged.pk],
        )
    (problem,) = problems()
    assert problem == f"Decision {forged.pk} is not vouched for by event 3, as it should be."


def test_a_note_that_is_gone_hides_nothing() -> None:
    lived()
    with rules_off() as cursor:
        cursor.execute("DELETE FROM content_auditedrow WHERE kind = 'review'")
    assert any("The note that event" in problem for problem in problems())


def test_a_public_pointer_that_was_turned_is_found() -> None:
    revision = lived()
    with rules_off() as cursor:
        cursor.execute(
            "UPDATE content_article SET public_rendition_id = %s WHERE id = %s",
            [revision.rendition.pk, revision.article_id],
        )
    slug = revision.article.slug
    assert problems() == [f"What is public of {slug} was changed while the rules were off."]


def test_rows_that_the_next_event_will_vouch_for_are_counted_and_no_fault() -> None:
    revision = factories.in_review()
    factories.review_row(revision, factories.staff("reviewer")).save()
    verification = Verification()
    assert list(verification.problems()) == []
    assert verification.waiting == 1


@pytest.mark.parametrize(
    ("attack", "says"),
    [
        (
            lambda lines: [*lines[:2], *lines[3:]],
            "Event 3 is in the database and not in the mirror.",
        ),
        (lambda lines: lines[:4], "Events 5 to 6 are in the database and not in the mirror."),
        (lambda lines: [lines[1], lines[0], *lines[2:]], "is out of order."),
        (lambda lines: [*lines[:3], b"x\n", *lines[3:]], ":4 is no event."),
        (
            lambda lines: [line.replace(b'"number":2', b'"number":8') for line in lines],
            "in: detail.number.",
        ),
        (lambda lines: [*lines, lines[5]], "is out of order."),
    ],
)
def test_a_mirror_that_was_changed_is_found(mirrored: Path, attack, says: str) -> None:
    (file,) = mirror.files(mirrored)
    file.write_bytes(b"".join(attack(file.read_bytes().splitlines(keepends=True))))
    assert any(problem.endswith(says) for problem in problems(mirror=mirrored))
    assert problems() == []


def test_memory_holds_a_part_of_the_trail_only(monkeypatch) -> None:
    """Events come in batches, whose number of queries does not grow with what they hold."""
    from content.audit import verify

    monkeypatch.setattr(verify, "BATCH", 4)
    events(10)
    assert problems() == []


def many(count: int) -> None:
    """Write a long trail as the action would, in one statement a thousand."""
    newest = AuditEvent.objects.last()
    number, previous = (newest.pk, newest.digest) if newest else (0, chain.GENESIS)
    with rules_off():
        for _ in range(0, count, 1000):
            written = []
            for _ in range(1000):
                number += 1
                event = AuditEvent(
                    pk=number,
                    actor_name="x",
                    action="demonstration",
                    software="x",
                    previous=previous,
                )
                previous = event.digest = chain.digest_of(chain.fields_of(event))
                written.append(event)
            AuditEvent.objects.bulk_create(written)


@pytest.mark.full
def test_a_hundred_thousand_events_are_verified_in_little_memory(own_audit_mirror: Path) -> None:
    import tracemalloc

    many(100_000)
    assert mirror.catch_up() == 100_000
    tracemalloc.start()
    assert problems(mirror=own_audit_mirror) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 32 * 1024 * 1024


def test_the_mirror_is_the_trail_as_other_programs_read_it(mirrored: Path) -> None:
    (file,) = mirror.files(mirrored)
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["sequence"] for line in lines] == [1, 2, 3, 4, 5, 6]
    assert all(
        chain.digest_of({k: v for k, v in line.items() if k != "digest"}) == line["digest"]
        for line in lines
    )
    assert connection.vendor == "sqlite"
    assert AuditedRow.objects.count() == 0
