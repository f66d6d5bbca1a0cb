"""What every test shares."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase
from pytest_django.fixtures import Settings

from content import triggers
from content.images import cleaning
from content.speech import clips
from content.speech.engine import Engine, key_of, recipe
from content.speech.sound import Sound
from content.speech.spoken_form import SpokenForm
from kiosk.prompts import catalogue

pytest_plugins = ["tests.results"]


@pytest.fixture(autouse=True)
def own_publication(settings: Settings, tmp_path: Path) -> Path:
    """Each test publishes into a folder of its own."""
    settings.PLAINVOICE_PUBLICATION = tmp_path / "publication"
    return tmp_path / "publication"


@pytest.fixture(autouse=True)
def own_audit_mirror(settings: Settings, tmp_path: Path) -> Path:
    """Each test has an empty database, so each has an audit mirror of its own."""
    settings.PLAINVOICE_AUDIT_MIRROR = tmp_path / "audit"
    return tmp_path / "audit"


@pytest.fixture(autouse=True)
def few_prompts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish the first prompts only: to voice hundreds takes seconds, and few tests are of them.

    The mark ``all_prompts`` brings all of them.
    """
    if "all_prompts" not in request.keywords:
        whole = catalogue.expansions
        monkeypatch.setattr(catalogue, "expansions", lambda language: whole(language)[:3])


class Remembering(Engine):
    """The real engine, which says a sentence once for all tests of a process.

    Each test has an empty database, so without it the same few texts would be spoken again and
    again. What is stored are real sounds, made by what their key says.
    """

    most = 500
    heard: OrderedDict[str, Sound] = OrderedDict()

    def speak_all(self, forms: Iterable[SpokenForm], *, encode: bool = True) -> Iterator[Sound]:
        forms = list(forms)
        keys = [key_of(recipe(form, self.voice)) for form in forms]
        known = {key: self.heard[key] for key in keys if key in self.heard}
        new = [form for form, key in zip(forms, keys, strict=True) if key not in known]
        spoken = super().speak_all(new, encode=encode)
        for key in keys:
            if key not in known:
                self.heard[key] = next(spoken)
            yield known.get(key) or self.heard[key]
            while len(self.heard) > self.most:
                self.heard.popitem(last=False)


@pytest.fixture(autouse=True, scope="session")
def each_sentence_spoken_once() -> Iterator[None]:
    """Have clips made by an engine that remembers. Tests of the engine take their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clips, "Engine", Remembering)
        yield


@pytest.fixture(autouse=True, scope="session")
def each_picture_read_once() -> Iterator[None]:
    """Remember what a file became, really read: a process for each costs a fifth of a second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "clean", cache(cleaning.clean))
        yield


@pytest.fixture
def own_clips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Store this test's clips in a folder of its own: it damages them, and others have the same."""
    monkeypatch.setattr(clips, "store", lambda: tmp_path / "own-clips")


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
