"""``manage.py lint``: what the checks say of articles and files, a line a finding."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from content.lint.table import table
from tests import factories

pytestmark = pytest.mark.django_db


def said(*names: str, **options: object) -> str:
    out = StringIO()
    call_command("lint", *names, stdout=out, **options)
    return out.getvalue()


def test_an_article_is_told_its_findings_with_the_line() -> None:
    revision = factories.draft(body="It helps.\n\n## Use\n\nTake 5 mg once a day.")
    found = said(revision.article.slug)
    assert "warning: line 5: “5 mg” is a dose." in found
    assert "“Take 5 mg once a day.” [safety.dose]" in found


def test_a_file_with_a_blocker_ends_with_status_1(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# Insulin\n\nInject 10 U a day.\n")
    with pytest.raises(CommandError) as caught:
        said(str(file))
    assert caught.value.returncode == 1


def test_a_file_in_spanish_is_told_in_its_language(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Salud\nEste remedio es totalmente seguro.\n")
    assert "[safety.safe]" in said(str(file), language="es")


def test_what_is_neither_ends_with_status_2(tmp_path: Path) -> None:
    for names in (["nothing-like-it"], [str(tmp_path / "missing.md")], []):
        with pytest.raises(CommandError) as caught:
            said(*names)
        assert caught.value.returncode == 2


def test_the_rules_are_printed_as_the_table_of_the_page() -> None:
    assert said(rules=True).strip() == table()
