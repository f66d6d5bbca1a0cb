"""From the terminal: what would be said, and what would not, with its reason."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from content.models import LexiconChange
from tests import factories

pytestmark = pytest.mark.django_db


def ask(text: str, **options: str) -> tuple[list[str], list[str], int]:
    """Return the lines on standard output and standard error, and the exit status."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("spoken_form", text, stdout=out, stderr=err, **options)
    except CommandError as error:
        status = error.returncode
        err.write(str(error))
    return out.getvalue().splitlines(), err.getvalue().splitlines(), status


def test_what_would_be_said_is_printed_a_sentence_a_line() -> None:
    out, err, status = ask("Take 0.5–1 mg. Call 911 if Dr. Lee is away.\nRest.")
    assert out == [
        "Take 0.5 to 1 milligrams.",
        "Call nine one one if Doctor Lee is away.",
        "Rest.",
    ]
    assert (err, status) == ([], 0)


def test_an_abbreviation_before_a_number_ends_no_sentence() -> None:
    out, _, _ = ask("Take approx. 5 mg on Nov. 25. Then rest.")
    assert out == ["Take approximately 5 milligrams on November 25.", "Then rest."]


def test_what_is_unresolved_is_named_with_its_reason_and_the_exit_status_is_1() -> None:
    out, err, status = ask("Take 5 mg. Take 5.0 mg on 3/4/2026.")
    assert out[0] == "Take 5 milligrams."
    assert err[0].startswith('"5.0 mg" in "Take 5.0 mg on 3/4/2026.": write this amount')
    assert err[1].startswith('"3/4/2026" in')
    assert err[2].startswith("Unresolved: 2.")
    assert status == 1


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Take <2 mg.\n"))
    assert ask("-") == (["Take less than 2 milligrams."], [], 0)


def test_a_language_has_its_own_rules() -> None:
    assert ask("Tome 0,5 mg.", language="es")[0] == ["Tome cero coma cinco miligramos."]


def test_a_language_without_rules_is_an_error_that_names_those_with_some() -> None:
    out, err, status = ask("a", language="xx")
    assert (out, status) == ([], 2)
    assert "'xx'" in err[0]
    assert "en, es" in err[0]


def test_the_pronunciations_of_the_site_are_heeded() -> None:
    LexiconChange.objects.create(
        language="en", grapheme="zzyva", alias="ziva", changed_by=factories.staff("reviewer")
    )
    assert ask("Take zzyva.")[0] == ["Take ziva."]
