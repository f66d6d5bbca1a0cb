"""Clients of the staff API: with a token, with a session, with nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from content import composition
from content.models import ApiToken, Revision
from tests import factories

STAFF = "/api/v1/staff/"


@pytest.fixture
def with_token() -> Callable[..., APIClient]:
    """A client with a token of a user's role."""

    def make(user: Any, role: str) -> APIClient:
        key, _ = ApiToken.issue(user, role)
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Token {key}")
        client.user = user
        return client

    return make


@pytest.fixture
def author(with_token: Callable[..., APIClient]) -> APIClient:
    return with_token(factories.staff("author"), "author")


@pytest.fixture
def reviewer(with_token: Callable[..., APIClient]) -> APIClient:
    return with_token(factories.staff("reviewer"), "reviewer")


@pytest.fixture
def approval() -> Callable[[Revision], dict[str, Any]]:
    """The body of an approval of what is under review now, everything heard and answered."""

    def make(revision: Revision) -> dict[str, Any]:
        rendition = revision.rendition
        assert rendition is not None
        return {
            "text_digest": rendition.text_digest,
            "speech_digest": rendition.speech_digest,
            "heard": composition.must_hear(rendition),
            "answers": factories.answers_to(revision),
        }

    return make


@pytest.fixture
def assert_problem() -> Callable[..., dict[str, Any]]:
    """Asserts that an answer is a complete problem of RFC 9457, and returns it."""

    def check(answer: Any, status: int, rule: str | None = None) -> dict[str, Any]:
        assert answer.status_code == status, answer.content
        assert answer.headers["Content-Type"] == "application/problem+json"
        found: dict[str, Any] = answer.json()
        assert set(found) == {"type", "title", "status", "detail", "rule", "problems"}
        assert found["status"] == status
        assert found["title"]
        assert found["detail"]
        if rule is not None:
            assert found["rule"] == rule, found
        return found

    return check
