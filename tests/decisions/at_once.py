"""Decides in two threads at the same moment: ``python -m tests.decisions.at_once ROUNDS``.

On a database in a file, as the product has it. Prints a JSON object a line: what was tried, what
became of each, and what the tables say afterwards.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from itertools import count
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiosk.settings.test")
django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from content import composition
from content.actions import (
    EditDraft,
    Refused,
    ReturnRevision,
    SubmitRevision,
    SuspendEverything,
    WithdrawArticle,
)
from content.models import Article, Review, Revision, SuspendedText, Suspension, Topic
from content.voicing import text_digest_of
from kiosk.publication.publish import publish_all
from tests import factories

_numbers = count(1)


def outcome(do: Callable[[], Any]) -> str:
    """Return what became of something: ``done``, the rule that refused it, or an HTTP status."""
    try:
        result = do()
    except Refused as refused:
        return refused.rule
    return str(result.status_code) if hasattr(result, "status_code") else "done"


def at_once(*what: Callable[[], Any]) -> list[str]:
    """Do several things at the same moment, each in a thread with a connection of its own."""
    barrier = threading.Barrier(len(what))
    found = [""] * len(what)

    def run(index: int, do: Callable[[], Any]) -> None:
        try:
            barrier.wait()
            found[index] = outcome(do)
        except Exception as error:
            found[index] = f"{type(error).__name__}: {error}"
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(what)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def named() -> str:
    """Return a title that no other text has, without a digit: "112" would be a number to call."""
    return "Paper " + "".join("bdfglmnprs"[int(digit)] + "a" for digit in str(next(_numbers)))


def waiting(topic: Topic | None = None) -> Revision:
    return factories.in_review(title=named(), topic=topic)


def fresh(revision: Revision) -> Revision:
    return Revision.objects.select_related("article").get(pk=revision.pk)


def decisions(revision: Revision) -> list[str]:
    return sorted(Review.objects.filter(revision=revision).values_list("decision", flat=True))


def two_approve() -> dict[str, Any]:
    revision = waiting()
    found = at_once(
        lambda: factories.approve(fresh(revision), person("reviewer")),
        lambda: factories.approve(fresh(revision), person("second")),
    )
    return {"found": found, "decisions": decisions(revision)}


def one_approves_one_returns() -> dict[str, Any]:
    revision = waiting()
    found = at_once(
        lambda: factories.approve(fresh(revision), person("reviewer")),
        lambda: ReturnRevision(
            fresh(revision), actor=person("second"), reason="unclear", comment="Shorter."
        ).execute(),
    )
    public = Article.objects.get(pk=revision.article_id).public_rendition_id is not None
    return {"found": found, "decisions": decisions(revision), "public": public}


def two_save() -> dict[str, Any]:
    draft = factories.draft(title=named())
    seen = fresh(draft)

    def save(body: str) -> Callable[[], Revision]:
        return lambda: EditDraft(
            seen, actor=person("author"), version=seen.version, title=seen.title, body=body
        ).execute()

    found = at_once(save("The one text."), save("The other text."))
    return {"found": found, "version": fresh(draft).version}


def one_saves_one_submits() -> dict[str, Any]:
    draft = factories.draft(title=named())
    seen = fresh(draft)
    found = at_once(
        lambda: EditDraft(
            seen,
            actor=person("author"),
            version=seen.version,
            title=seen.title,
            body="Another text.",
        ).execute(),
        lambda: SubmitRevision(seen, actor=person("author"), version=seen.version).execute(),
    )
    now = fresh(draft)
    bound = now.is_draft or now.text_digest == text_digest_of(now)
    return {"found": found, "bound": bound}


def a_double_click() -> dict[str, Any]:
    revision = waiting()
    client = Client(SERVER_NAME="localhost")
    client.force_login(person("reviewer"))
    rendition = revision.rendition
    assert rendition is not None
    data = {
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "heard": composition.must_hear(rendition),
    }
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    found = at_once(lambda: client.post(url, data), lambda: client.post(url, data))
    return {"found": found, "decisions": decisions(revision)}


def a_stale_form() -> dict[str, Any]:
    revision = waiting()
    rendition = revision.rendition
    assert rendition is not None
    client = Client(SERVER_NAME="localhost")
    client.force_login(person("reviewer"))
    url = reverse("admin:content_revision_approve", args=[revision.pk])
    stale = {"text_digest": "0" * 64, "speech_digest": rendition.speech_digest}
    found = at_once(lambda: client.post(url, stale))
    return {"found": found, "decisions": decisions(revision)}


def two_sign_off() -> dict[str, Any]:
    topic, _ = Topic.objects.get_or_create(slug="medicines", defaults={"second_signoff": True})
    revision = waiting(topic)
    found = at_once(
        lambda: factories.approve(fresh(revision), person("reviewer")),
        lambda: factories.approve(fresh(revision), person("second")),
    )
    return {"found": found, "decisions": decisions(revision)}


def two_withdraw() -> dict[str, Any]:
    revision = waiting()
    factories.approve(fresh(revision), person("reviewer"))

    def withdraw(who: str) -> Callable[[], Review]:
        return lambda: WithdrawArticle(
            Article.objects.get(pk=revision.article_id),
            actor=person(who),
            reason="outdated",
            comment="Old.",
        ).execute()

    found = at_once(withdraw("reviewer"), withdraw("second"))
    return {"found": found, "decisions": decisions(revision)}


def all_off_while_one_approves() -> dict[str, Any]:
    there = waiting()
    factories.approve(there, person("reviewer"))
    revision = waiting()

    def suspend(who: str) -> Callable[[], Suspension]:
        return lambda: SuspendEverything(
            actor=person(who), reason="unsafe", comment="Look."
        ).execute()

    found = at_once(
        suspend("lead"),
        suspend("leader"),
        lambda: factories.approve(fresh(revision), person("reviewer")),
    )
    public = Article.objects.published().count()
    kept = SuspendedText.objects.filter(article=revision.article_id).exists()
    approved = "approve" in decisions(revision)
    from content.actions import ResumeEverything

    begun_by = Suspension.current()
    assert begun_by is not None
    other = "leader" if begun_by.begun_by.username == "lead" else "lead"
    ResumeEverything(actor=person(other), comment="Looked.").execute()
    return {"found": found, "public": public, "kept": kept, "approved": approved}


WAYS = (
    two_approve,
    one_approves_one_returns,
    two_save,
    one_saves_one_submits,
    a_double_click,
    a_stale_form,
    two_sign_off,
    two_withdraw,
    all_off_while_one_approves,
)


def person(name: str) -> User:
    return User.objects.get(username=name)


def main() -> None:
    call_command("migrate", verbosity=0)
    factories.closing_advice()
    factories.draft()
    for role, name in (
        ("reviewer", "reviewer"),
        ("reviewer", "second"),
        ("lead", "lead"),
        ("lead", "leader"),
    ):
        factories.staff(role, name)
    publish_all()
    for _ in range(int(sys.argv[1])):
        for way in WAYS:
            print(json.dumps({"way": way.__name__, **way()}), flush=True)


if __name__ == "__main__":
    main()
