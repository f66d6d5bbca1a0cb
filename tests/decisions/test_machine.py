"""Many people, many articles, any order: nothing is public that somebody wrote and approved alone.

The machine keeps books of its own, in plain sets, of who wrote what; it never asks the product who
an editor is. Beside what people do by the actions it does what nobody may: rows written past them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from content.actions import (
    CreateArticle,
    EditDraft,
    Refused,
    ResumeEverything,
    ReturnRevision,
    RevoiceRevision,
    StartRevision,
    SubmitRevision,
    SuspendEverything,
    VoiceRevision,
    WithdrawArticle,
)
from content.models import (
    Article,
    AuditEvent,
    Decision,
    Rendition,
    Review,
    Revision,
    RevisionEditor,
    Suspension,
    Topic,
)
from tests import factories
from tests.content.trail import problems

pytestmark = pytest.mark.django_db

BODIES = [
    "Sleep helps you heal.",
    "A dark room helps.\n\nSo does quiet.",
    "## At night\n\nDrink a glass of water.",
]
PEOPLE = ("ada", "ben", "cleo", "dan", "root")
"""Leads, who may both write and decide, and a superuser: the roles that could do it alone."""
MOST_ARTICLES = 3

STEPS = (
    *("submit_and_voice", "approve") * 3,
    *("edit", "revise", "withdraw", "give_back") * 2,
    *("create", "revoice", "suspend"),
    *("approve_past_the_action", "publish_past_the_action", "change_what_is_frozen"),
)

people = st.sampled_from(PEOPLE)
bodies = st.sampled_from(BODIES)
picks = st.integers(min_value=0, max_value=5)


@dataclass
class Book:
    """What the machine itself knows of an article."""

    writers: set[str] = field(default_factory=set)
    """Who changed its words since the newest revision whose approval stands."""
    of_revision: dict[int, set[str]] = field(default_factory=dict)
    approved: dict[int, str] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)


class Desk(RuleBasedStateMachine):
    """The desk, with people who do what they like."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.users = {name: factories.staff("lead", name) for name in PEOPLE[:-1]}
        self.users["root"] = User.objects.create_superuser("root")
        self.topics = [
            Topic.objects.create(slug="one"),
            Topic.objects.create(slug="two", second_signoff=True),
        ]
        self.books: dict[int, Book] = {}
        self.told: Counter[str] = Counter()
        self.begun = Counter(AuditEvent.objects.values_list("action", flat=True))

    def teardown(self) -> None:
        assert problems() == []
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def done(self, action: Callable[[], object], name: str) -> object | None:
        """Do it as one request would; return what it gave, None where it was refused."""
        try:
            with transaction.atomic():
                result = action()
        except Refused:
            return None
        self.told[name] += 1
        return result

    def one(self, pick: int, **having: object) -> Revision | None:
        found = Revision.objects.filter(article__in=self.books, **having).order_by("pk")
        return found[pick % len(found)] if found else None

    def wrote(self, revision: Revision, who: str) -> None:
        self.books[revision.article_id].of_revision.setdefault(revision.number, set()).add(who)

    def editors(self, revision: Revision) -> set[str]:
        """Return who wrote at a revision, by the machine's own books."""
        book = self.books[revision.article_id]
        standing = [
            number
            for number in book.approved
            if number < revision.number and number not in book.withdrawn
        ]
        since = max(standing, default=0)
        return {
            who
            for number, names in book.of_revision.items()
            if since < number <= revision.number
            for who in names
        }

    @initialize(who=people, other=people)
    def begin_with_two(self, who: str, other: str) -> None:
        self.create(who, 0, BODIES[0])
        self.create(other, 1, BODIES[1])

    @rule(what=st.sampled_from(STEPS), who=people, pick=picks, body=bodies)
    def somebody_does(self, what: str, who: str, pick: int, body: str) -> None:
        """One rule for all: rules of their own would be left out by turns, and little get far."""
        getattr(self, what)(who, pick, body)

    def create(self, who: str, pick: int, body: str) -> None:
        if len(self.books) >= MOST_ARTICLES:
            return
        revision = self.done(
            lambda: CreateArticle(
                actor=self.users[who],
                title=f"Text {len(self.books)}",
                body=body,
                topic=self.topics[pick % 2],
            ).execute(),
            "create",
        )
        assert isinstance(revision, Revision)
        self.books[revision.article_id] = Book()
        self.wrote(revision, who)

    def edit(self, who: str, pick: int, body: str) -> None:
        if revision := self.one(pick, state="draft"):
            edited = self.done(
                lambda: EditDraft(
                    revision,
                    actor=self.users[who],
                    version=revision.version,
                    title=revision.title,
                    body=body,
                ).execute(),
                "edit",
            )
            if edited:
                self.wrote(revision, who)

    def submit_and_voice(self, who: str, pick: int, body: str) -> None:
        if self.one(pick, state="draft") is None:
            self.revise(who, pick, body)
        if revision := self.one(pick, state="draft"):
            self.done(lambda: SubmitRevision(revision, actor=self.users[who]).execute(), "submit")
            self.told["voice"] += 1
            VoiceRevision(Revision.objects.get(pk=revision.pk)).execute()

    def approve(self, who: str, pick: int, body: str) -> None:
        revision = self.one(pick, state="in_review") or self.one(pick, state="approved")
        if revision is None or revision.rendition is None:
            return
        first = PEOPLE.index(who)
        # Everybody tries in turn, until it is taken from somebody.
        for name in (*PEOPLE[first:], *PEOPLE[:first]):
            review = self.done(lambda: factories.approve(revision, self.users[name]), "decide")  # noqa: B023
            if isinstance(review, Review):
                assert name not in self.editors(revision)
                self.told[review.decision] += 1
                if review.decision == Decision.APPROVE:
                    self.books[revision.article_id].approved[revision.number] = name
                return

    def give_back(self, who: str, pick: int, body: str) -> None:
        if revision := self.one(pick, state="in_review"):
            self.done(
                lambda: ReturnRevision(
                    revision, actor=self.users[who], reason="unclear", comment="Shorter."
                ).execute(),
                "return",
            )

    def withdraw(self, who: str, pick: int, body: str) -> None:
        if revision := self.one(pick, state="approved"):
            article = Article.objects.get(pk=revision.article_id)
            review = self.done(
                lambda: WithdrawArticle(
                    article, actor=self.users[who], reason="outdated", comment="Old."
                ).execute(),
                "withdraw",
            )
            if isinstance(review, Review):
                self.books[article.pk].withdrawn.add(review.revision.number)

    def revise(self, who: str, pick: int, body: str) -> None:
        if revision := self.one(pick):
            new = self.done(
                lambda: StartRevision(revision.article, actor=self.users[who], body=body).execute(),
                "revise",
            )
            if isinstance(new, Revision):
                self.wrote(new, who)

    def revoice(self, who: str, pick: int, body: str) -> None:
        if revision := self.one(pick, state__in=("in_review", "approved")):
            RevoiceRevision(revision).execute()

    def suspend(self, who: str, pick: int, body: str) -> None:
        if Suspension.current() is None:
            self.done(
                lambda: SuspendEverything(
                    actor=self.users[who], reason="unsafe", comment="Look."
                ).execute(),
                "suspend",
            )
        else:
            begun_by = Suspension.current().begun_by.username  # type: ignore[union-attr]
            for name in (who, *PEOPLE):
                back = self.done(
                    lambda: ResumeEverything(actor=self.users[name], comment="Looked.").execute(),  # noqa: B023
                    "resume",
                )
                assert back is None or begun_by != name
                if back is not None:
                    return

    # What nobody may do, past every action.

    def approve_past_the_action(self, who: str, pick: int, body: str) -> None:
        revision = self.one(pick, state="in_review")
        if revision is None or who not in self.editors(revision):
            return
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.review_row(revision, self.users[who]).save()

    def publish_past_the_action(self, who: str, pick: int, body: str) -> None:
        revision = self.one(pick)
        rendition = revision.rendition if revision else None
        if (
            revision is None
            or rendition is None
            or rendition.reviews.filter(decision=Decision.APPROVE).exists()
        ):
            return
        with pytest.raises(IntegrityError), transaction.atomic():
            Article.objects.filter(pk=revision.article_id).update(public_rendition=rendition)

    def change_what_is_frozen(self, who: str, pick: int, body: str) -> None:
        revision = self.one(pick, state__in=("voicing", "in_review", "returned", "approved"))
        if revision is None:
            return
        for change in (
            lambda: Revision.objects.filter(pk=revision.pk).update(body="Another text."),
            lambda: RevisionEditor.objects.filter(revision=revision).delete(),
            lambda: Rendition.objects.filter(revision=revision).update(title="Another"),
            lambda: AuditEvent.objects.filter(revision=revision).delete(),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                assert change()
                raise IntegrityError("nothing was there to change")

    # What always holds.

    @invariant()
    def nothing_is_public_that_one_person_wrote_and_approved(self) -> None:
        public = Article.objects.filter(pk__in=self.books, public_rendition__isnull=False)
        for article in public.select_related("public_rendition__revision", "topic"):
            rendition = article.public_rendition
            assert rendition is not None
            approval = rendition.reviews.get(decision=Decision.APPROVE)
            assert approval.reviewer is not None
            book = self.books[article.pk]
            number = rendition.revision.number
            assert book.approved[number] == approval.reviewer.username
            assert approval.reviewer.username not in book.of_revision[number]
            assert number not in book.withdrawn
            assert approval.text_digest == rendition.text_digest == rendition.revision.text_digest
            assert approval.speech_digest == rendition.speech_digest
            if article.topic and article.topic.second_signoff:
                first = rendition.reviews.filter(decision=Decision.ENDORSE)
                assert first.exclude(reviewer=approval.reviewer).exists()
        if Suspension.current() is not None:
            assert not public.exists()

    @invariant()
    def no_event_is_lost(self) -> None:
        events = Counter(AuditEvent.objects.values_list("action", flat=True)) - self.begun
        for action in ("create", "edit", "submit", "approve", "endorse", "return", "withdraw"):
            assert events[action] == self.told[action], action
        for action in ("revise", "suspend", "resume", "voice"):
            assert events[action] == self.told[action], action


def run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture(autouse=True)
def notices() -> None:
    factories.closing_advice()


def test_no_way_of_working_publishes_what_somebody_wrote_and_approved_alone():
    run(examples=8, steps=30)


@pytest.mark.full
def test_no_long_way_of_working_does_either():
    run(examples=150, steps=60)
