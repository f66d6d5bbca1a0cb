"""The demonstration: set up once, completed after a crash, never over real data."""

import re
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.test import TestCase

from content import starter
from content.actions import ShowSample, SubmitRevision, VoiceRevision
from content.actions.withdraw import withdraw
from content.composition import compose
from content.management.commands.load_demonstration import Command
from content.models import (
    Article,
    ArticleKind,
    AuditEvent,
    Clip,
    Installation,
    Rendition,
    Revision,
    StaffProfile,
    Topic,
    WithdrawReason,
)
from content.roles import Role
from tests.factories import draft

pytestmark = pytest.mark.django_db


def load() -> str:
    out = StringIO()
    call_command("load_demonstration", stdout=out)
    return out.getvalue()


def state() -> dict[str, Any]:
    tables = (Article, Revision, Rendition, Clip, AuditEvent, Topic, Installation, StaffProfile)
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in tables}
    return rows | {"User": list(get_user_model().objects.order_by("pk").values())}


def texts(piece: Any) -> list[str]:
    """The written sentences in a piece of a page, in their order."""
    if isinstance(piece, list):
        return [text for part in piece for text in texts(part)]
    if not isinstance(piece, dict):
        return []
    return [piece["text"]] if "text" in piece else texts(list(piece.values()))


def passwords(printed: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) +(\S+)$", printed, re.M))


class LoadedTests(TestCase):
    """One demonstration for all of these, since its voice takes seconds."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.printed = load()

    def test_it_shows_the_sample_with_its_label_notices_and_the_advice_last(self) -> None:
        article = Article.objects.published().get()
        assert article.public_rendition is not None
        page = compose(article, article.public_rendition)
        assert page["slug"] == "clonazepam-and-depression"
        assert page["sample"] is True
        assert page["topic"] == "medicines"
        assert [notice["kind"] for notice in page["notices"]] == ["sample", "urgent", "safety"]
        assert texts(page["notices"][0]) == ["Sample: not yet reviewed by a clinician."]
        assert texts(page["closing_advice"])[-1] == (
            "Always consult a health care professional about the approach that is right for you."
        )
        assert page["reviewed_by"] == []
        assert Installation.is_demonstration()

    def test_it_makes_the_topics_with_their_titles(self) -> None:
        topics = {topic.slug: topic for topic in Topic.objects.all()}
        assert topics["medicines"].title_in("en") == "Medicines"
        assert topics["medicines"].review_months == 12
        assert topics["medicines"].notices == ["urgent-help"]
        assert topics["mood"].title_in("en") == "Mood and worry"

    def test_it_prints_working_passwords_once(self) -> None:
        made = passwords(self.printed)
        assert list(made) == ["author", "reviewer", "operator"]
        assert f"  author     {made['author']}\n" in self.printed
        for name, password in made.items():
            user = authenticate(username=name, password=password)
            assert user is not None
            assert [group.name for group in user.groups.all()] == [name]
        assert passwords(load()) == {}

    def test_a_second_run_changes_nothing_and_prints_nothing(self) -> None:
        before = state()
        assert load() == ""
        assert state() == before

    def test_what_was_withdrawn_stays_withdrawn(self) -> None:
        article = Article.objects.published().get()
        withdraw(article, actor=None, reason=WithdrawReason.OTHER, comment="Not wanted here.")
        assert load() == ""
        assert not Article.objects.published().exists()

    def test_an_account_that_was_removed_stays_removed(self) -> None:
        get_user_model().objects.get(username=Role.REVIEWER).delete()
        assert load() == ""
        assert not get_user_model().objects.filter(username=Role.REVIEWER).exists()


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


STEPS = (
    (starter, "ensure_topic", 1),
    (Command, "_make_accounts", 0),
    (starter, "first", 0),
    (SubmitRevision, "execute", 0),
    (VoiceRevision, "execute", 0),
    (ShowSample, "execute", 0),
    (starter, "first", 3),
    (ShowSample, "execute", 1),
)
"""Where a run is killed, and after how many rounds of it."""


def run_and_be_killed(where: Any, name: str, rounds: int, *, done: bool) -> None:
    """Load, and end as if the process was killed before a step, or when the step was done."""
    real = getattr(where, name)
    calls = 0

    def killed(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls <= rounds:
            return real(*args, **kwargs)
        if done:
            real(*args, **kwargs)
        raise Killed

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Killed):
        patch.setattr(where, name, killed)
        load()


def test_a_run_that_was_killed_at_any_step_is_completed_by_the_next() -> None:
    for where, name, rounds in STEPS:
        run_and_be_killed(where, name, rounds, done=False)
        run_and_be_killed(where, name, 0, done=True)
    load()
    assert len(Article.objects.published()) == 1
    assert {article.kind for article in Article.objects.all()} == set(ArticleKind)
    assert all(article.public_rendition for article in Article.objects.all())
    shipped = [text for text in starter.TEXTS if text.language in settings.PLAINVOICE_LANGUAGES]
    assert Revision.objects.count() == Rendition.objects.count() == len(shipped)
    names = get_user_model().objects.values_list("username", flat=True)
    assert sorted(names) == ["author", "operator", "reviewer"]
    before = state()
    assert load() == ""
    assert state() == before


def test_real_articles_are_never_turned_into_a_demonstration() -> None:
    draft()
    before = state()
    assert "has its own articles and is no demonstration" in load()
    assert state() == before


def test_settings_of_production_refuse_it(settings: Any) -> None:
    settings.PLAINVOICE_DEMONSTRATION = False
    with pytest.raises(CommandError, match="not those of a demonstration"):
        load()
    assert not Article.objects.exists()
