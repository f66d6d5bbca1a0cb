"""Every page of the desk asks the database the same few questions, however much there is."""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape
from time import process_time

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from content.models import Article, AuditEvent, Revision, RevisionState, Topic
from tests.content.admin.test_matrix import PAGES
from tests.factories import pronounce, staff
from tests.many import many_articles

FEWEST = 25


def addresses(client: Client, nth: int) -> dict[str, str]:
    """Return the address of every page that shows something, with a search and each nth link of a
    list: its filters and orders.
    """
    found: dict[str, str] = {}
    for name, answers in PAGES.items():
        _, _, view = name.removeprefix("content_").partition("_")
        if answers[-1] != 200 or view == "file":
            continue
        if view in ("change", "history") and name.startswith("content_"):
            continue
        own = name.startswith(("desk-", "signin-"))
        with suppress(NoReverseMatch):
            # Pages of one row are below.
            found[name] = reverse(name if own else f"admin:{name}")
    for model, model_admin in admin.site._registry.items():
        name = f"{model._meta.app_label}_{model._meta.model_name}_changelist"
        if name not in found or model._meta.app_label != "content":
            continue
        if model_admin.search_fields:
            found[f"{name} search"] = f"{found[name]}?q=rest"
        page = client.get(found[name]).content.decode()
        for query in sorted(set(re.findall(r'href="(\?[^"]+)"', page)))[::nth]:
            found[f"{name} {unescape(query)}"] = found[name] + unescape(query)
    for kind in ("text", "voice", "due"):
        found[f"queue {kind}"] = f"{reverse('admin:content_revision_queue')}?kind={kind}"
    found["queue topic"] = f"{reverse('admin:content_revision_queue')}?topic=many&page=2"
    found["content_auditevent_export"] += "?format=csv"
    found["word"] = f"{reverse('admin:content_lexiconchange_word')}?language=en&word=sleep"
    return found | rows()


def rows() -> dict[str, str]:
    """Return the pages of one row: of a revision one in each state."""
    found = {}
    for state in RevisionState.values:
        revisions = Revision.objects.filter(state=state, article__slug__startswith="many-")
        revision = revisions.order_by("pk").first()
        if revision is None:
            continue
        for view in ("change", "history"):
            found[f"revision {state} {view}"] = reverse(
                f"admin:content_revision_{view}", args=[revision.pk]
            )
            found[f"article {state} {view}"] = reverse(
                f"admin:content_article_{view}", args=[revision.article_id]
            )
        for view in ("article_dossier", "auditevent_article_on_day"):
            found[f"{view} {state}"] = reverse(f"admin:content_{view}", args=[revision.article_id])
    event = AuditEvent.objects.order_by("pk").last()
    topic = Topic.objects.get(slug="many")
    assert event is not None
    found["event"] = reverse("admin:content_auditevent_change", args=[event.pk])
    found["topic"] = reverse("admin:content_topic_change", args=[topic.pk])
    found["topic history"] = reverse("admin:content_topic_history", args=[topic.pk])
    return found


def asked(client: Client, pages: dict[str, str]) -> tuple[dict[str, int], dict[str, float]]:
    """Return how many queries each page takes, and how many seconds of the processor."""
    queries, seconds = {}, {}
    for name, address in pages.items():
        before = process_time()
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        seconds[name] = process_time() - before
        assert answer.status_code == 200, (name, address, answer.status_code)
        queries[name] = len(captured)
    return queries, seconds


def compare(few: int, many: int, nth: int) -> dict[str, float]:
    """Compare every page with few articles and with many, as a superuser; return the seconds of the processor."""
    author, reviewer = staff("lead", "ada"), staff("reviewer", "rita")
    topic = Topic.objects.create(slug="many")
    superuser = User.objects.create_superuser("root")
    client = Client()
    client.force_login(superuser)
    pronounce("sleep", "sleeep", actor=author)
    many_articles(few, author=author, reviewer=reviewer, topic=topic)
    pages = addresses(client, nth)
    asked(client, pages)
    first, _ = asked(client, pages)
    many_articles(many - few, author=author, reviewer=reviewer, topic=topic)
    again, seconds = asked(client, pages)
    assert again == first
    assert {name: number for name, number in again.items() if number >= FEWEST} == {}
    assert len(pages) > 30
    return seconds


def test_every_page_takes_few_queries_and_no_more_with_more_articles() -> None:
    compare(6, 18, nth=5)


@pytest.mark.full
def test_every_page_takes_no_more_queries_with_two_thousand_articles() -> None:
    seconds = compare(12, 2000, nth=1)
    slowest = sorted(seconds.items(), key=lambda one: -one[1])
    for name, taken in slowest:
        print(f"{taken:.3f} s  {name}")  # noqa: T201 - to be looked at, not to be asserted
    assert Article.objects.filter(slug__startswith="many-").count() == 2000
