"""The queue: what waits for a decision, how urgent it is and why, and who looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin
from django.core.paginator import Page, Paginator
from django.db.models import Case, Exists, Max, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from content.actions import Refused
from content.admin.site import person, status_of
from content.admin.urgency import Urgency, Waits, urgency_of
from content.forms import DESK_LANGUAGE
from content.models import (
    Claim,
    Decision,
    RenditionPronunciation,
    Review,
    Revision,
    RevisionEditor,
    RevisionState,
    Topic,
)
from content.models.revision import DUE_SOON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import User

PAGE = 50
SHOWN_VOICING = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that waits. ``mine``: this person wrote it, or how it is said."""

    pk: int
    waits: Waits
    urgency: Urgency
    why: str
    since: datetime
    due: date | None
    topic: int | None
    language: str
    mine: bool
    claim: Claim | None = None

    @property
    def order(self) -> tuple[int, date, datetime, int]:
        """By urgency, then the date on which it is due, then age."""
        return self.urgency, self.due or date.max, self.since, self.pk


def with_mine(revisions: QuerySet[Revision], user: User) -> QuerySet[Revision]:
    """Annotate ``mine``: whether this person wrote or pronounced what waits, or gave the first of two
    sign-offs, and may not decide it.

    It is :meth:`Revision.editors_since_approval`, and who made :func:`content.lexicon.unapproved`
    changes, for a whole list in one query. The list is :meth:`RevisionQuerySet.with_waiting`.
    """
    approved = (
        Revision.objects.standing()
        .filter(article=OuterRef("article"), number__lt=OuterRef("number"))
        .order_by()
        .values("article")
        .annotate(last=Max("number"))
        .values("last")
    )
    edited = RevisionEditor.objects.filter(
        user=user.pk,
        revision__article=OuterRef("article"),
        revision__number__lte=OuterRef("number"),
        revision__number__gt=OuterRef("last_approved"),
    )
    heard = RenditionPronunciation.objects.filter(
        change=OuterRef("change"),
        rendition__revision__article=OuterRef("rendition__revision__article"),
        rendition__reviews__decision=Decision.APPROVE,
    ).exclude(rendition__revision__reviews__decision=Decision.WITHDRAW)
    pronounced = RenditionPronunciation.objects.filter(
        ~Exists(heard), rendition=OuterRef("newest_rendition"), change__changed_by=user.pk
    )
    signed_off = Review.objects.filter(
        rendition=OuterRef("newest_rendition"), decision=Decision.ENDORSE, reviewer=user.pk
    )
    first_of_two = Q(Exists(signed_off), article__topic__second_signoff=True)
    return revisions.annotate(last_approved=Coalesce(Subquery(approved), 0)).annotate(
        mine=Case(
            When(Exists(edited) | Exists(pronounced) | first_of_two, then=True), default=False
        )
    )


def entries(user: User, *, today: date | None = None) -> list[Entry]:
    """Return all that waits, most urgent first. Two queries, however much it is."""
    today = today or timezone.localdate()
    claims = {c.revision_id: c for c in Claim.objects.standing().select_related("user")}
    withdrawn = Review.objects.filter(
        revision__article=OuterRef("article"),
        revision__number__lt=OuterRef("number"),
        decision=Decision.WITHDRAW,
    ).order_by("-pk")
    rows = with_mine(Revision.objects.awaiting_decision(today), user).annotate(
        withdrawn_as=Subquery(withdrawn.values("reason")[:1])
    )
    found = [
        _entry(row, claims.get(row["pk"]), today)
        for row in rows.values(
            "pk",
            "state",
            "urgent_because",
            "new_voice",
            "waits_since",
            "due",
            "mine",
            "withdrawn_as",
            "article__kind",
            "article__language",
            "article__topic",
            "article__public_rendition",
        )
    ]
    return sorted(found, key=lambda entry: entry.order)


def _entry(row: Any, claim: Claim | None, today: date) -> Entry:
    due: date | None = row["due"]
    since: datetime = row["waits_since"]
    if row["state"] == RevisionState.IN_REVIEW:
        waits = Waits.TEXT
    elif row["new_voice"]:
        waits = Waits.VOICE
    else:
        waits = Waits.DUE
        assert due is not None  # noqa: S101 - else it would not wait
        since = timezone.make_aware(datetime.combine(due - DUE_SOON, time()))
    replaced = row["article__public_rendition"] is not None
    urgency, why = urgency_of(
        waits,
        today=today,
        kind=row["article__kind"],
        urgent_because=row["urgent_because"],
        withdrawn_as=None if replaced else row["withdrawn_as"],
        due=due,
    )
    return Entry(
        pk=row["pk"],
        waits=waits,
        urgency=urgency,
        why=why,
        since=since,
        due=due,
        topic=row["article__topic"],
        language=row["article__language"],
        mine=row["mine"],
        claim=claim,
    )


@dataclass(slots=True)
class Section:
    """A part of the queue: how much there is in all, and which rows stand on this page."""

    name: str
    title: str
    note: str
    entries: list[Entry]
    rows: list[tuple[Entry, Revision, str]]
    address: str = ""

    @property
    def count(self) -> int:
        """How many there are, on all pages."""
        return len(self.entries)


def for_me(waiting: Iterable[Entry], user: User) -> list[Entry]:
    """Return what waits for this very person, who may decide and whom nobody has forestalled."""
    return [e for e in waiting if not e.mine and (e.claim is None or e.claim.user_id == user.pk)]


def sections(waiting: list[Entry], user: User, *, decides: bool) -> list[Section]:
    """Return the parts of the queue for a person, each in its order."""
    if not decides:
        note = "Your role reads these and decides none of them."
        return [Section("all", "Waiting for a reviewer", note, waiting, [])]
    own = for_me(waiting, user)
    theirs = [e for e in waiting if not e.mine and e.claim and e.claim.user_id != user.pk]
    not_mine = [e for e in waiting if e.mine]
    hours = settings.PLAINVOICE_CLAIM_HOURS
    return [
        Section("mine", "For you", "", own, []),
        Section(
            "claimed",
            "Claimed by others",
            f"Somebody is looking at these. You may decide all the same: agree with them first. "
            f"A claim lapses after {hours} hour{'' if hours == 1 else 's'}.",
            theirs,
            [],
        ),
        Section(
            "written",
            "You cannot decide these",
            "You edited them, or how they are said, so somebody else decides.",
            not_mine,
            [],
        ),
    ]


def rows_of(shown: Iterable[Entry]) -> list[tuple[Entry, Revision, str]]:
    """Return what the desk shows of some entries: each with its revision and its topic's name."""
    shown = list(shown)
    revisions = (
        Revision.objects.select_related("article__topic", "edited_by")
        .prefetch_related("article__topic__titles")
        .defer("body", "note")
        .in_bulk([entry.pk for entry in shown])
    )
    found = [(entry, revisions[entry.pk]) for entry in shown if entry.pk in revisions]
    return [
        (entry, revision, topic.title_in(DESK_LANGUAGE) if topic else "")
        for entry, revision in found
        for topic in [revision.article.topic]
    ]


def queue(request: HttpRequest, *, refused: Refused | None = None) -> HttpResponse:
    """Show a page of what waits, most urgent first, with why and for whom."""
    user = person(request)
    filters = _Filters(request)
    waiting = [entry for entry in entries(user) if filters.keep(entry)]
    decides = user.has_perm("content.approve_revision")
    parts = sections(waiting, user, decides=decides)
    every = [(part, entry) for part in parts for entry in part.entries]
    page: Page[tuple[Section, Entry]] = Paginator(every, PAGE).get_page(request.GET.get("page"))
    # One look for all the rows of the page, whichever part they belong to.
    rows = {entry.pk: row for row in rows_of(e for _, e in page) for entry in [row[0]]}
    before = 0
    for part in parts:
        part.rows = [rows[e.pk] for one, e in page if one is part and e.pk in rows]
        part.address = f"?{filters.query(page=before // PAGE + 1)}#{part.name}"
        before += part.count
    voicing = Revision.objects.voicing().select_related("article")
    return TemplateResponse(
        request,
        "admin/content/queue.html",
        {
            **admin.site.each_context(request),
            "title": "Waiting for review",
            "parts": parts,
            "shown_parts": [part for part in parts if part.rows],
            "page": page,
            "filters": filters,
            "total": len(every),
            "decides": decides,
            "voicing": voicing[:SHOWN_VOICING],
            "voicing_count": voicing.count(),
            "refused": refused,
            "today": timezone.localdate(),
        },
        status=status_of(refused),
    )


class _Filters:
    """What somebody narrowed the queue to, as the page's address says."""

    def __init__(self, request: HttpRequest) -> None:
        titled = Topic.objects.prefetch_related("titles")
        self.topics = [(t.slug, t.title_in(DESK_LANGUAGE), t.pk) for t in titled]
        self.languages = list(settings.PLAINVOICE_LANGUAGES)
        self.kinds = Waits.choices
        self.topic = request.GET.get("topic", "")
        self.language = request.GET.get("language", "")
        self.kind = request.GET.get("kind", "")
        self._topic = next((pk for slug, _, pk in self.topics if slug == self.topic), -1)

    def __bool__(self) -> bool:
        return bool(self.topic or self.language or self.kind)

    def keep(self, entry: Entry) -> bool:
        """Whether an entry is among what was asked for."""
        return (
            (not self.topic or entry.topic == self._topic)
            and (not self.language or entry.language == self.language)
            and (not self.kind or entry.waits == self.kind)
        )

    def query(self, page: int) -> str:
        """Return the query of another page of the same."""
        chosen = {"topic": self.topic, "language": self.language, "kind": self.kind}
        return urlencode({**{k: v for k, v in chosen.items() if v}, "page": page})

    @property
    def earlier(self) -> str:
        """The query of any page, which the template completes with its number."""
        return self.query(page=0).removesuffix("0")
