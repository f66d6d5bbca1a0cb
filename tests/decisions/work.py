"""A process that decides without a pause until it is killed: ``python -m tests.decisions.work SEED``.

It first says what it found: every sentence on a line of its own, then ``ready``. What it finds wrong
begins with ``WRONG``.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiosk.settings.test")
django.setup()

import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command

from content import reconcile
from content.actions import (
    CreateArticle,
    Refused,
    ResumeEverything,
    ReturnRevision,
    StartRevision,
    SubmitRevision,
    SuspendEverything,
    VoiceRevision,
    WithdrawArticle,
)
from content.audit import mirror
from content.audit.verify import Verification
from content.models import Article, AuditEvent, Decision, Review, Revision, Suspension
from kiosk.publication.publish import publish_all
from kiosk.publication.publish import reconcile as reconcile_publication
from tests import factories

BODIES = [
    "Sleep helps you heal.",
    "A dark room helps.\n\nSo does quiet.",
    "## At night\n\nDrink a glass of water.",
]
MOST_ARTICLES = 4


def prepare() -> None:
    """Make the database, the notices and the people."""
    call_command("migrate", verbosity=0)
    factories.closing_advice()
    for role, name in (
        ("author", "author"),
        ("lead", "lead"),
        ("lead", "second"),
        ("reviewer", "reviewer"),
    ):
        factories.staff(role, name)
    publish_all()


def person(name: str) -> User:
    return User.objects.get(username=name)


def create(chance: random.Random) -> None:
    if Article.objects.filter(kind="article").count() < MOST_ARTICLES:
        CreateArticle(
            actor=person("author"), title=f"Text {chance.random()}", body=chance.choice(BODIES)
        ).execute()


def submit(chance: random.Random) -> None:
    if draft := Revision.objects.filter(state="draft").first():
        SubmitRevision(draft, actor=person("author")).execute()


def voice(chance: random.Random) -> None:
    if revision := Revision.objects.voicing().first():
        VoiceRevision(revision).execute()


def approve(chance: random.Random) -> None:
    if revision := Revision.objects.in_review().exclude(article__kind="closing").first():
        factories.approve(revision, person("reviewer"))


def give_back(chance: random.Random) -> None:
    if chance.random() < 0.3 and (revision := Revision.objects.in_review().first()):
        ReturnRevision(
            revision, actor=person("reviewer"), reason="unclear", comment="Shorter."
        ).execute()


def withdraw(chance: random.Random) -> None:
    if article := Article.objects.published().order_by("?").first():
        WithdrawArticle(
            article, actor=person("reviewer"), reason="outdated", comment="Old."
        ).execute()


def revise(chance: random.Random) -> None:
    for article in Article.objects.filter(kind="article"):
        if article.open_revision is None:
            StartRevision(article, actor=person("author"), body=chance.choice(BODIES)).execute()
            return


def suspend(chance: random.Random) -> None:
    if Suspension.current() is not None:
        ResumeEverything(actor=person("second"), comment="Looked.").execute()
    elif chance.random() < 0.2:
        SuspendEverything(actor=person("lead"), reason="unsafe", comment="Look.").execute()


WORK: list[Callable[[random.Random], None]] = [
    create,
    submit,
    voice,
    approve,
    give_back,
    withdraw,
    revise,
    suspend,
]


def half_published() -> Iterator[str]:
    """Yield what a visitor could get by halves: an article whose files are not those it names."""
    root = Path(settings.PLAINVOICE_PUBLICATION)
    for page in root.glob("a/*/index.html"):
        home = page.parent
        manifest = home / "manifest.json"
        if not manifest.exists():
            continue
        said = json.loads(manifest.read_bytes())
        for name, digest in said["files"].items():
            if not (home / name).exists():
                yield f"{home.name}/{name} is missing"
            elif hashlib.sha256((home / name).read_bytes()).hexdigest() != digest:
                yield f"{home.name}/{name} has changed"
        for name in said["clips"]:
            if not (root / "clips" / name).exists():
                yield f"{home.name}: the clip {name} is missing"


def shown_and_not_public() -> Iterator[str]:
    """Yield what the folder shows though the database does not say that it is public."""
    root = Path(settings.PLAINVOICE_PUBLICATION)
    shown = {page.parent.name for page in root.glob("a/*/index.html")}
    for slug in sorted(shown - set(Article.objects.published().values_list("slug", flat=True))):
        yield f"{slug} is shown and not public"


def rows_that_disagree() -> Iterator[str]:
    """Yield what the tables say that cannot be."""
    for article in Article.objects.exclude(public_rendition=None):
        approvals = Review.objects.filter(
            rendition=article.public_rendition, decision=Decision.APPROVE
        )
        if approvals.count() != 1:
            yield f"{article.slug} is public with {approvals.count()} approvals"
    for revision in Revision.objects.all():
        approvals = revision.reviews.filter(decision=Decision.APPROVE)
        if (revision.state == "approved") != approvals.exists():
            yield f"{revision} is {revision.state} with {approvals.count()} approvals"
        if revision.state in ("in_review", "approved") and revision.rendition is None:
            yield f"{revision} is {revision.state} and has no voice"
    for decision, action in (
        ("approve", "approve"),
        ("withdraw", "withdraw"),
        ("return", "return"),
    ):
        decided = Review.objects.filter(decision=decision).count()
        told = AuditEvent.objects.filter(action=action).count()
        if decided != told:
            yield f"{decided} decisions to {decision}, {told} in the audit trail"
    submitted = Revision.objects.exclude(state="draft").count()
    told = AuditEvent.objects.filter(action="submit").count()
    if submitted != told:
        yield f"{submitted} submitted, {told} in the audit trail"


def after_a_kill() -> Iterator[str]:
    """Yield what is wrong before anything is put right, put it right, and look again."""
    yield from rows_that_disagree()
    # Taking away comes before the commit: a crash leaves too little, never too much.
    yield from shown_and_not_public()
    yield from half_published()
    yield from Verification().problems()
    list(reconcile.mirror_the_audit_trail())
    yield from Verification(mirror=mirror.folder()).problems()
    list(reconcile.voice_what_waits())
    list(reconcile_publication())
    public = set(Article.objects.published().values_list("slug", flat=True))
    root = Path(settings.PLAINVOICE_PUBLICATION)
    shown = {page.parent.name for page in root.glob("a/*/index.html")}
    if public != shown:
        yield f"after reconcile {sorted(shown)} are shown and {sorted(public)} are public"
    yield from half_published()
    if waiting := Revision.objects.voicing().count():
        yield f"after reconcile {waiting} still wait for their voice"


def main() -> None:
    seed = sys.argv[1]
    if seed == "prepare":
        prepare()
        return
    for sentence in after_a_kill():
        print("WRONG", sentence, flush=True)
    print("ready", flush=True)
    if seed == "look":
        return
    chance = random.Random(seed)
    while True:
        work = chance.choice(WORK)
        try:
            work(chance)
        except Refused as refused:
            print("refused", work.__name__, refused, flush=True)
        else:
            print("did", work.__name__, flush=True)


if __name__ == "__main__":
    main()
