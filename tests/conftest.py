"""What every test shares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase
from pytest_django.fixtures import Settings

from content import triggers


@pytest.fixture(autouse=True)
def own_publication(settings: Settings, tmp_path: Path) -> Path:
    """Each test publishes into a folder of its own."""
    settings.PLAINVOICE_PUBLICATION = tmp_path / "publication"
    return tmp_path / "publication"


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
