"""Signing in to the desk, and what a reviewer's page sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from content.composition import must_hear, sentences_of
from content.models import Revision
from tests.factories import answers_to

TELLING = "## What it is\n\nTake 5 mg once a day. Drink a glass of water.\n"
"""A text with a sentence that is said differently from how it is written."""


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def superuser(db: None) -> User:
    return User.objects.create_superuser("root", password="correct horse battery")


@pytest.fixture
def queries() -> Callable[[Client, str], int]:
    def count(client: Client, url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    return count


def approval(revision: Revision, **other: object) -> dict[str, object]:
    """Return what the approve form sends when everything was heard and answered."""
    rendition = revision.rendition
    assert rendition is not None
    return {
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "heard": [s["clip"]["digest"] for s in sentences_of(rendition.reading)],
        **{f"answer-{name}": text for name, text in answers_to(revision).items()},
        **other,
    }


def to_be_heard(revision: Revision) -> list[str]:
    assert revision.rendition is not None
    return must_hear(revision.rendition)


@pytest.fixture(autouse=True)
def a_database(db: None) -> Iterator[None]:
    yield
