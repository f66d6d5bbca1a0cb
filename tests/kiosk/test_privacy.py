"""A visit leaves nothing behind on the server."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db


def rows() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def test_a_visit_leaves_no_row_no_cookie_and_no_file_PRV_3(
    client: Client, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved()
    before = rows(), sorted(own_publication.rglob("*"))
    for address in ("/", f"/a/{revision.article.slug}/", "/urgent/", "/closing/", "/a/none/"):
        answer = client.get(address, headers={"user-agent": "Somebody", "referer": "/?q=anxiety"})
        assert answer.status_code in (200, 404), address
        assert not answer.cookies, address
    assert client.get("/api/v1/articles/", {"q": "anxiety"}).status_code in (200, 400)
    assert (rows(), sorted(own_publication.rglob("*"))) == before
