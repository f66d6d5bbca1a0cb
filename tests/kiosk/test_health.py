"""What /healthz says, to whoever watches over an installation."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.db import connections
from django.test import RequestFactory

from kiosk.health import healthz

pytestmark = pytest.mark.django_db

WELL = {"status": "ok", "database": "ok", "speech": "ok", "publication": "ok", "audit": "ok"}


@pytest.fixture
def ask(settings, tmp_path) -> Callable[[], tuple[int, dict[str, str]]]:
    """Ask an installation whose publication is in place."""
    settings.PLAINVOICE_PUBLICATION = tmp_path
    (tmp_path / "manifest.json").write_text("{}")

    def ask() -> tuple[int, dict[str, str]]:
        answer = healthz(RequestFactory().get("/healthz"))
        assert "no-store" in answer["Cache-Control"]
        return answer.status_code, json.loads(answer.content)

    return ask


def test_a_well_installation_says_so(ask) -> None:
    assert ask() == (200, WELL)


def test_a_missing_publication_is_no_health(ask, tmp_path) -> None:
    (tmp_path / "manifest.json").unlink()
    assert ask() == (503, {**WELL, "status": "failing", "publication": "failing"})


def test_a_database_that_does_not_answer_is_no_health(ask, tmp_path) -> None:
    kept = connections["default"]
    broken = kept.copy()
    broken.settings_dict = {**kept.settings_dict, "NAME": tmp_path / "no-folder" / "db.sqlite3"}
    connections["default"] = broken
    try:
        assert ask() == (503, {**WELL, "status": "failing", "database": "failing"})
    finally:
        connections["default"] = kept


def test_a_missing_speech_library_is_no_health(ask, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("espeakng_loader.get_library_path", lambda: str(tmp_path / "gone.so"))
    assert ask() == (503, {**WELL, "status": "failing", "speech": "failing"})


def test_an_audit_mirror_that_fails_is_said_and_takes_no_kiosk_down(ask, monkeypatch) -> None:
    monkeypatch.setattr("content.audit.mirror.wrong", lambda: "It is ahead.")
    assert ask() == (200, {**WELL, "status": "degraded", "audit": "failing"})


def test_health_is_asked_not_told() -> None:
    answer = healthz(RequestFactory().post("/healthz"))
    assert answer.status_code == 405
