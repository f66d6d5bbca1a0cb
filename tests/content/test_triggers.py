"""The database's own rules are there, are noticed when they are not, and come back."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection, transaction

from content import triggers

pytestmark = pytest.mark.django_db


def drop(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}")


def test_every_rule_is_in_the_database() -> None:
    assert triggers.missing(connection) == []
    assert len({trigger.name for trigger in triggers.TRIGGERS}) == len(triggers.TRIGGERS) > 20


def test_a_dropped_rule_is_noticed_and_a_check_names_it() -> None:
    drop("review_four_eyes")
    assert triggers.missing(connection) == ["review_four_eyes"]
    (found,) = [one for one in run_checks(databases=["default"]) if one.id == "content.E002"]
    assert "review_four_eyes" in found.msg
    triggers.install(connection)
    assert triggers.missing(connection) == []


def test_a_rule_that_was_weakened_is_noticed() -> None:
    drop("review_four_eyes")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER review_four_eyes BEFORE INSERT ON content_review "
            "FOR EACH ROW WHEN 0 BEGIN SELECT RAISE(ABORT, 'never'); END"
        )
    assert triggers.missing(connection) == ["review_four_eyes"]
    triggers.install(connection)


@pytest.mark.django_db(transaction=True)
def test_migrating_brings_the_rules_back() -> None:
    drop("review_four_eyes")
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []


def test_every_rule_names_a_table_that_exists() -> None:
    tables = set(connection.introspection.table_names())
    assert {trigger.table for trigger in triggers.TRIGGERS} <= tables


def test_installing_again_changes_nothing() -> None:
    with transaction.atomic():
        triggers.install(connection)
        triggers.install(connection)
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_the_check_that_a_rule_is_missing_does_not_stop_migrate_which_is_its_remedy() -> None:
    drop("review_four_eyes")
    call_command("migrate", verbosity=0, skip_checks=False)
    assert triggers.missing(connection) == []
