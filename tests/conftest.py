"""What every test shares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase
from pytest_django.fixtures import Settings

from content import triggers
from kiosk.prompts import catalogue


@pytest.fixture(autouse=True)
def own_publication(settings: Settings, tmp_path: Path) -> Path:
    """Each test publishes into a folder of its own."""
    settings.PLAINVOICE_PUBLICATION = tmp_path / "publication"
    return tmp_path / "publication"


@pytest.fixture(autouse=True)
def few_prompts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish the first prompts only: to voice hundreds takes seconds, and few tests are of them.

    The mark ``all_prompts`` brings all of them.
    """
    if "all_prompts" not in request.keywords:
        whole = catalogue.expansions
        monkeypatch.setattr(catalogue, "expansions", lambda language: whole(language)[:3])


class Reader(Client):
    """Reads every answer to its end, as a browser does, so that no served file stays open."""

    def request(self, **request: Any) -> Any:
        answer = super().request(**request)
        answer.whole = answer.getvalue()
        if answer.streaming:
            answer.streaming_content = [answer.whole]
            answer.close()
        return answer


@pytest.fixture
def client() -> Client:
    """Django's test client, which by itself leaves what is streamed unread; see ``whole``."""
    return Reader()


@pytest.fixture(autouse=True, scope="session")
def rules_off_while_flushing() -> Iterator[None]:
    """Tests that commit end with a flush, which the append-only rules would refuse.

    They are taken off for the flush alone; its ``post_migrate`` signal puts them on again.
    """
    flush = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        triggers.remove(connection)
        flush(self)
        triggers.install(connection)

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[method-assign]
    yield
    TransactionTestCase._fixture_teardown = flush  # type: ignore[method-assign]
