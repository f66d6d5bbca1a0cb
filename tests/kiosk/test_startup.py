"""What has to be true before the first request is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from content import triggers
from content.models import Article, Installation
from kiosk import startup

pytestmark = pytest.mark.django_db


def test_production_over_a_demonstrations_data_withdraws_what_nobody_reviewed(
    settings, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_demonstration", verbosity=0)
    slug = "clonazepam-and-depression"
    assert Article.objects.published().filter(slug=slug).exists()
    assert (own_publication / "a" / slug / "index.html").exists()
    settings.PLAINVOICE_DEMONSTRATION = False
    startup.prepare()
    assert not Article.objects.published().exists()
    assert not (own_publication / "a" / slug / "index.html").exists()
    assert not list((own_publication / "clips").glob("*"))
    assert not Installation.is_demonstration()


def test_a_demonstration_stays_what_it_is(settings, own_publication: Path) -> None:
    call_command("load_demonstration", verbosity=0)
    startup.prepare()
    assert Article.objects.published().count() == 1
    assert (own_publication / "a" / "clonazepam-and-depression" / "index.html").exists()


def test_nothing_is_served_over_a_database_that_does_not_keep_the_rules() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER review_four_eyes")
    with pytest.raises(startup.NotReady, match="review_four_eyes"):
        startup.prepare()
    triggers.install(connection)
    startup.prepare()
