"""The desk's first page: what waits for a person, in numbers, three plots and short lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from content.admin.plots import Bar, Plot
from content.admin.queue import Entry, entries, for_me, rows_of
from content.models import Article, ArticleKind, Revision, RevisionEditor, RevisionState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

SHOWN = 5
"""How many of each list; the lists' own pages have the rest."""
MONTHS = 12
"""How far the plot of what is due looks back and ahead."""
WAITED = (
    (0, "Today", "today"),
    (3, "1 to 3 days", "1–3 days"),
    (7, "4 to 7 days", "4–7"),
    (14, "8 to 14 days", "8–14"),
)
"""The longest wait of each bar in days, its label and its short one; one more bar has the rest."""
LIX = (
    (None, 25, "very_easy", "Very easy", "under 25"),
    (25, 35, "easy", "Easy", "25 to 34"),
    (35, 45, "middle", "Middling", "35 to 44"),
    (45, 55, "hard", "Hard", "45 to 54"),
    (55, None, "very_hard", "Very hard", "55 and more"),
)
"""Björnsson's bands, each from (included) and to (excluded)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A count and where it leads."""

    label: str
    value: int
    address: str
    late: bool = False


def front(user: User) -> dict[str, Any]:
    """Return what the first page shows to a person, with a fixed number of queries."""
    if not user.has_perm("content.view_revision"):
        return {}
    today = timezone.localdate()
    waiting = entries(user, today=today)
    decides = user.has_perm("content.approve_revision")
    own = for_me(waiting, user) if decides else []
    months, overdue = _due(today)
    public = _public()
    found: dict[str, Any] = {
        "to_review": rows_of(own[:SHOWN]),
        "to_review_count": len(own),
        "plots": [
            waited(waiting, timezone.now()),
            due_by_month(months, today),
            readability(public),
        ],
        "returned": [],
        "drafts": [],
    }
    queue = reverse("admin:content_revision_queue")
    revisions = reverse("admin:content_revision_changelist")
    articles = reverse("admin:content_article_changelist")
    numbers = [
        Number("For you", len(own), queue)
        if decides
        else Number("Waiting for a reviewer", len(waiting), queue),
        Number("Overdue", overdue, f"{queue}?kind=due", late=bool(overdue)),
    ]
    if user.has_perm("content.change_revision"):
        drafts, returned = _drafts(user), _returned(user)
        found["drafts"], found["returned"] = list(drafts[:SHOWN]), list(returned[:SHOWN])
        numbers += [
            Number(
                "Returned to you", returned.count(), f"{revisions}?state__exact=returned&mine=yes"
            ),
            Number("Your drafts", drafts.count(), f"{revisions}?state__exact=draft&mine=yes"),
        ]
    numbers += [
        Number(
            "Being voiced",
            Revision.objects.filter(state=RevisionState.VOICING).count(),
            f"{revisions}?state__exact=voicing",
        ),
        Number("Public", public["public"], f"{articles}?public=yes&kind__exact=article"),
    ]
    if public["unreviewed"]:
        numbers.append(Number("Public, unreviewed", public["unreviewed"], queue))
    return found | {"numbers": numbers}


def _mine(user: User) -> QuerySet[Revision]:
    edited = RevisionEditor.objects.filter(revision=OuterRef("pk"), user=user.pk)
    mine = Revision.objects.filter(Exists(edited)).select_related("article", "edited_by")
    return mine.defer("body", "note").order_by("-edited_at")


def _drafts(user: User) -> QuerySet[Revision]:
    return _mine(user).filter(state=RevisionState.DRAFT)


def _returned(user: User) -> QuerySet[Revision]:
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    return _mine(user).filter(~Exists(newer), state=RevisionState.RETURNED)


def _public() -> dict[str, int]:
    """Return how much is public, how much of it unreviewed, and the articles in each band."""
    article, lix = Q(kind=ArticleKind.ARTICLE), "public_rendition__lix"
    bands = {}
    for least, below, name, _, _ in LIX:
        band = article & Q(**{f"{lix}__isnull": False})
        if least is not None:
            band &= Q(**{f"{lix}__gte": least})
        if below is not None:
            band &= Q(**{f"{lix}__lt": below})
        bands[name] = Count("pk", filter=band)
    found: dict[str, int] = Article.objects.filter(public_rendition__isnull=False).aggregate(
        public=Count("pk", filter=article),
        unreviewed=Count("pk", filter=Q(public_rendition__revision__state=RevisionState.IN_REVIEW)),
        **bands,
    )
    return found


def _due(today: date) -> tuple[dict[date, int], int]:
    """Return how many public texts are due for review in each month, and how many are overdue."""
    rows = (
        Revision.objects.filter(article__public_rendition__revision=F("pk"))
        .with_due()
        .filter(due__isnull=False)  # type: ignore[misc]  # annotated above
        .annotate(month=TruncMonth("due"))
        .order_by()
        .values("month")
        .annotate(number=Count("pk"), late=Count("pk", filter=Q(due__lt=today)))
    )
    found = list(rows)
    return {row["month"]: row["number"] for row in found}, sum(row["late"] for row in found)


def waited(waiting: Iterable[Entry], now: datetime) -> Plot:
    """Return the plot of how long what waits has waited, in calendar days."""
    today = timezone.localdate(now)
    # A clock that was set back leaves nothing out.
    days = [max((today - timezone.localdate(entry.since)).days, 0) for entry in waiting]
    bars, before = list[Bar](), -1
    for most, label, short in WAITED:
        bars.append(Bar(label, sum(before < day <= most for day in days), short))
        before = most
    bars.append(Bar("Over 14 days", sum(day > before for day in days), "over 14", tone="late"))
    return Plot("waited", "How long it has waited", "Waited", tuple(bars))


def due_by_month(months: dict[date, int], today: date) -> Plot:
    """Return the plot of when public texts are due for review, a year back and a year ahead."""
    now = today.year * 12 + today.month - 1
    by_number = {month.year * 12 + month.month - 1: count for month, count in months.items()}
    bars = [
        Bar(
            "Earlier",
            sum(count for month, count in by_number.items() if month < now - MONTHS),
            tone="late",
        )
    ]
    for month in range(now - MONTHS, now + MONTHS + 1):
        day = date(month // 12, month % 12 + 1, 1)
        away = month - now
        short = "now" if not away else date_format(day, "M y") if abs(away) in (5, 10) else ""
        bars.append(
            Bar(
                date_format(day, "F Y"),
                by_number.get(month, 0),
                short,
                tone="late" if away < 0 else "now" if not away else "",
            )
        )
    bars.append(
        Bar("Later", sum(count for month, count in by_number.items() if month > now + MONTHS))
    )
    return Plot("due", "When reviews are due", "Month", tuple(bars))


def readability(public: dict[str, int]) -> Plot:
    """Return the plot of how hard the public articles are to read, by LIX."""
    bars = tuple(
        Bar(f"{label} ({reach})", public[name], label, tone="late" if name == "very_hard" else "")
        for _, _, name, label, reach in LIX
    )
    return Plot("lix", "How hard the public articles read", "LIX", bars, "articles")
