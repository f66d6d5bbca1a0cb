"""Reminders by e-mail: what is due, in one digest a person and day.

**Order.** A digest is claimed in the database (:class:`content.models.Reminder`, one a person and
day) before it is handed to the mail server, and marked as sent afterwards. Two workers cannot both
claim it. A process that dies in between leaves a claim of which nobody knows whether the mail went:
it is not sent again that day. So a crash can cost somebody one digest and never sends one twice:
a digest tells what *is*, so tomorrow's says all of it again, while people stop reading what comes
twice. A server that refuses, or cannot be reached, is another matter: then nothing went, the claim
is taken back, and the next look tries again. (One that takes a mail and breaks off before it says
so is counted as one that refused.)
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from content import due
from content.models import (
    Article,
    Decision,
    Reminder,
    Review,
    Revision,
    RevisionEditor,
    RevisionState,
)
from content.roles import Role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

SOON_DAYS, LATER_DAYS = 30, 60
"""Within how many days something is due, in two steps."""
WAITS_DAYS = 7
"""After how many days it is told that something waits for a reviewer."""
RETURNED_DAYS = 14
"""After how many days an author is told of what was returned and not taken up."""
MOST = 30
"""How many lines of one kind a digest has; it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is due: what is said of it, and where it is on the desk."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is told on one day."""

    user: User
    day: date
    sections: tuple[tuple[str, tuple[Line, ...]], ...]

    @property
    def subject(self) -> str:
        """The mail's subject."""
        count = sum(len(lines) for _, lines in self.sections)
        return f"Plainvoice: {count} {'text needs' if count == 1 else 'texts need'} somebody"

    @property
    def body(self) -> str:
        """The mail, plain. It has links only where the desk's address is known."""
        base = settings.PLAINVOICE_DESK_URL.rstrip("/")
        parts = [f"Plainvoice, {_day(self.day)}."]
        for heading, lines in self.sections:
            told = []
            for line in lines[:MOST]:
                told.append(f"- {line.text}")
                if base:
                    told.append(f"  {base}{line.path}")
            if len(lines) > MOST:
                told.append(f"- and {len(lines) - MOST} more, on the desk")
            parts.append("\n".join((heading, *told)))
        parts.append("You get this because of your role at the desk, on days with something to do.")
        return "\n\n".join(parts) + "\n"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _of_article(article: Article, says: str) -> Line:
    path = reverse("admin:content_article_change", args=[article.pk])
    return Line(f"{article.title} ({article.language}): {says}", path)


def _of_revision(revision: Revision, says: str) -> Line:
    path = reverse("admin:content_revision_change", args=[revision.pk])
    return Line(f"{revision.title} ({revision.article.language}): {says}", path)


Sections = list[tuple[str, tuple[Line, ...]]]


def for_reviewers(now: datetime) -> Sections:
    """Return what every reviewer and lead is told."""
    today = due.day_of(now)
    overdue: list[tuple[date, Line]] = []
    soon: list[tuple[date, Line]] = []
    later: list[tuple[date, Line]] = []
    leaving: list[tuple[date, Line]] = []
    public = due.with_times().select_related("topic", "public_rendition").order_by("pk")
    for article, times in due.each_with_times(public.defer("public_rendition__reading")):
        on = times.leaves_on
        gone = f"leaves the kiosk on {_day(on)}" if on else "stays, since articles need it"
        late = times.review_due < today
        was = f"was due for review on {_day(times.review_due)}; " if late else ""
        # Each text once, under what presses most.
        if on is not None and on <= today + timedelta(days=SOON_DAYS):
            leaving.append((on, _of_article(article, f"{was}{gone}")))
        elif late:
            overdue.append((times.review_due, _of_article(article, f"{was}{gone}")))
        elif times.review_due <= today + timedelta(days=LATER_DAYS):
            near = times.review_due <= today + timedelta(days=SOON_DAYS)
            line = _of_article(article, f"due on {_day(times.review_due)}")
            (soon if near else later).append((times.review_due, line))
    since = now - timedelta(days=WAITS_DAYS)
    waiting = [
        (
            due.day_of(revision.waits_since),  # type: ignore[attr-defined]  # annotated
            _of_revision(revision, f"waits since {_day(due.day_of(revision.waits_since))}"),  # type: ignore[attr-defined]
        )
        for revision in Revision.objects.awaiting_review().select_related("article")
        if revision.waits_since <= since  # type: ignore[attr-defined]
    ]
    gone_by_itself = [
        (
            due.day_of(departure.at),
            _of_article(
                departure.article,
                f"left on {_day(due.day_of(departure.at))}: "
                f"{departure.get_reason_display().lower()}, since {_day(departure.since)}",
            ),
        )
        for departure in due.departures().filter(at__gte=since).select_related("article")
    ]
    return [
        (heading, tuple(line for _, line in sorted(lines, key=lambda one: one[0])))
        for heading, lines in (
            (f"Leaves the kiosk within {SOON_DAYS} days", leaving),
            ("Overdue for review", overdue),
            (f"Left the kiosk within {WAITS_DAYS} days", gone_by_itself),
            (f"Waits for review for more than {WAITS_DAYS} days", waiting),
            (f"Due for review within {SOON_DAYS} days", soon),
            (f"Due for review within {LATER_DAYS} days", later),
        )
        if lines
    ]


def for_author(user: User, now: datetime) -> Sections:
    """Return what an author is told: what came back to them and was not taken up."""
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    mine = RevisionEditor.objects.filter(revision=OuterRef("pk"), user=user.pk)
    since = now - timedelta(days=RETURNED_DAYS)
    lines = []
    for revision in (
        Revision.objects.filter(Exists(mine), ~Exists(newer), state=RevisionState.RETURNED)
        .select_related("article")
        .order_by("pk")
    ):
        back = Review.objects.filter(revision=revision, decision=Decision.RETURN).last()
        if back is not None and back.at <= since:
            says = f"returned on {_day(due.day_of(back.at))}: {back.comment}"
            lines.append(_of_revision(revision, " ".join(says.split())[:300]))
    heading = f"Returned to you more than {RETURNED_DAYS} days ago"
    return [(heading, tuple(lines))] if lines else []


def digests(now: datetime | None = None) -> Iterator[Digest]:
    """Yield what each person is to be told; nobody of whom there is nothing."""
    moment = due.moment(now)
    shared = for_reviewers(moment)
    people = get_user_model().objects.filter(is_active=True, is_staff=True)
    roles = Q(groups__name__in=[Role.REVIEWER, Role.LEAD, Role.AUTHOR])
    for user in people.filter(roles).distinct().order_by("pk").prefetch_related("groups"):
        held = {group.name for group in user.groups.all()}
        sections: Sections = []
        if held & {Role.REVIEWER, Role.LEAD}:
            sections += shared
        if held & {Role.AUTHOR, Role.LEAD}:
            sections += for_author(user, moment)
        if sections:
            yield Digest(user, due.day_of(moment), tuple(sections))


@dataclass(slots=True)
class Outcome:
    """What became of a day's digests."""

    sent: int = 0
    before: int = 0
    without_address: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


def send(now: datetime | None = None) -> Outcome:
    """Send today's digests that were not sent yet. What fails is tried again by the next call."""
    outcome = Outcome()
    for digest in digests(now):
        name = digest.user.get_username()
        if not digest.user.email.strip():
            outcome.without_address += (name,)
            continue
        if not _claim(digest):
            outcome.before += 1
            continue
        try:
            count = _mail(digest).send()
        except Exception as error:
            # Whatever a mail backend raises, nothing has gone out: the claim is taken back.
            Reminder.objects.filter(user=digest.user, day=digest.day, sent_at=None).delete()
            logger.exception("could not send a reminder to %s", name)
            outcome.failed += (f"{name}: {error}",)
            continue
        if not count:
            Reminder.objects.filter(user=digest.user, day=digest.day, sent_at=None).delete()
            outcome.failed += (f"{name}: the mail server took nothing.",)
            continue
        Reminder.objects.filter(user=digest.user, day=digest.day).update(sent_at=due.moment(now))
        outcome.sent += 1
    return outcome


def _claim(digest: Digest) -> bool:
    """Whether this process is the one that sends a digest; committed before it is sent."""
    try:
        with transaction.atomic():
            Reminder.objects.create(user=digest.user, day=digest.day)
    except IntegrityError:
        return False
    return True


def _mail(digest: Digest) -> EmailMessage:
    return EmailMessage(
        digest.subject,
        digest.body,
        settings.DEFAULT_FROM_EMAIL,
        [digest.user.email.strip()],
        headers={"Auto-Submitted": "auto-generated"},
    )


def told(outcome: Outcome) -> Iterable[str]:
    """Return what is to be said of a day's digests, a sentence each."""
    if outcome.sent:
        yield f"Sent {outcome.sent} reminder{'s' if outcome.sent > 1 else ''}."
    if outcome.without_address:
        yield f"Without an e-mail address: {', '.join(outcome.without_address)}."
    for failure in outcome.failed:
        yield f"Could not send a reminder to {failure} It is tried again."
