"""What was public at a moment, who approved it, and what it showed and said.

Derived from the moves that the database keeps of every public pointer, and from the decisions of then;
never from today's pointer. Every question about the past is answered here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from content import composition, terms
from content.models import (
    Article,
    ArticleKind,
    AuditEvent,
    Decision,
    PublicMove,
    Rendition,
    Review,
    Revision,
)
from content.speech import clips

SAME_STEP = timedelta(seconds=1)
"""A decision and the move it makes are of one transaction; their clocks round differently."""


@dataclass(frozen=True, slots=True)
class Public:
    """A text that the public had at a moment: exactly this rendition.

    ``approval`` is empty where it was a sample that nobody had reviewed. ``confirmation`` is the newest
    "still correct" of before that moment, ``endorsement`` the first of two sign-offs.
    """

    article: Article
    rendition: Rendition
    since: datetime
    approval: Review | None
    confirmation: Review | None
    endorsement: Review | None
    approved_by: str
    event: int | None
    """The audit event of the approval, or of the sample's showing."""

    @property
    def revision(self) -> Revision:
        """The words."""
        return self.rendition.revision

    @property
    def sample(self) -> bool:
        """Whether it was shown unreviewed, with the sample label."""
        return self.approval is None

    @property
    def decided(self) -> Review | None:
        """The decision that said last how long the text holds."""
        return self.confirmation or self.approval


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that was said: ``announced`` ones were not written. ``digest`` names the clip."""

    id: str
    text: str
    spoken: str
    digest: str
    announced: bool
    damaged: bool
    heard: str
    """When the reviewer had played it, ``said`` where that was only said, empty where neither."""

    @property
    def said_otherwise(self) -> bool:
        """Whether other words are said than are written."""
        return self.text != self.spoken


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a page: the article, or something that code or the author included."""

    public: Public
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a visitor got of an article at a moment, in its order.

    ``missing`` names what it included and what was not public: then the kiosk did not show it.
    """

    public: Public
    parts: tuple[Part, ...]
    terms: tuple[Part, ...]
    missing: tuple[str, ...]

    @property
    def damaged(self) -> int:
        """How many clips are not there any more, or not with the bytes of then."""
        found = [one for part in (*self.parts, *self.terms) for one in part.sentences]
        return sum(one.damaged for one in found)


def moves_at(moment: datetime) -> QuerySet[PublicMove]:
    """Return, for each text that was public at a moment, the move that had made it so."""
    last = PublicMove.objects.filter(article=OuterRef("article"), at__lte=moment).order_by("-pk")
    return PublicMove.objects.filter(
        rendition__isnull=False, at__lte=moment, pk=Subquery(last.values("pk")[:1])
    )


def public_at(
    moment: datetime, *, language: str = "", article: Article | None = None, whole: bool = False
) -> list[Public]:
    """Return every text that the public had at a moment, articles first, then by address.

    The one definition of "was public". A fixed number of queries. ``whole`` brings the readings.
    """
    moves = moves_at(moment).select_related("article__topic", "rendition__revision")
    if language:
        moves = moves.filter(article__language=language)
    if article is not None:
        moves = moves.filter(article=article)
    if not whole:
        moves = moves.defer("rendition__reading", "rendition__revision__body")
    found = list(moves)
    reviews, events = _decisions(moves, moment), _events(moves, moment)
    texts = [
        _public(
            move,
            [
                review
                for review in reviews.get(move.rendition_id or 0, [])
                if review.at <= max(moment, move.at + SAME_STEP)
            ],
            events,
        )
        for move in found
    ]
    return sorted(
        texts, key=lambda one: (one.article.kind != ArticleKind.ARTICLE, one.article.slug)
    )


def first_moment() -> datetime | None:
    """Return when the audit trail begins: nothing is known of before."""
    return AuditEvent.objects.order_by("pk").values_list("at", flat=True).first()


def page_at(article: Article, moment: datetime) -> Page | None:
    """Return a text's page as it was at a moment, None where it was not public then."""
    texts = public_at(moment, language=article.language, whole=True)
    own = next((one for one in texts if one.article.pk == article.pk), None)
    if own is None:
        return None
    if article.is_notice:
        return Page(own, (_part(own),), (), ())
    notices = {
        one.article.key: one
        for one in texts
        if one.article.is_notice and one.article.kind != ArticleKind.TERM
    }
    by_kind = {one.article.kind: one for one in notices.values()}
    keys = own.revision.notices
    chosen = sorted(
        (notices[key] for key in keys if key in notices),
        key=lambda one: composition.urgent_first(one.article),
    )
    missing = [key for key in keys if key not in notices]
    shown = [*chosen, own]
    if own.sample and ArticleKind.SAMPLE in by_kind:
        shown.insert(0, by_kind[ArticleKind.SAMPLE])
    elif own.sample:
        missing.append("sample label")
    if ArticleKind.CLOSING in by_kind:
        shown.append(by_kind[ArticleKind.CLOSING])
    else:
        missing.append("closing advice")
    explained = _terms(texts, shown, sample=own.sample)
    return Page(
        own, tuple(map(_part, shown)), tuple(map(_part, explained)), tuple(dict.fromkeys(missing))
    )


def _decisions(moves: QuerySet[PublicMove], moment: datetime) -> dict[int, list[Review]]:
    found = Review.objects.filter(
        rendition__in=moves.values("rendition"),
        decision__in=(Decision.APPROVE, Decision.ENDORSE, Decision.CONFIRM),
        at__lte=moment + SAME_STEP,
    ).select_related("reviewer")
    by_rendition: dict[int, list[Review]] = {}
    for review in found.order_by("pk"):
        by_rendition.setdefault(review.rendition_id or 0, []).append(review)
    return by_rendition


def _events(moves: QuerySet[PublicMove], moment: datetime) -> dict[tuple[str, int], AuditEvent]:
    """Return the newest event of each decision on what was public, by action and revision."""
    found = AuditEvent.objects.filter(
        revision__in=moves.values("rendition__revision"),
        action__in=("approve", "show_sample"),
        at__lte=moment + SAME_STEP,
    )
    return {(event.action, event.revision_id or 0): event for event in found.order_by("pk")}


def _public(
    move: PublicMove, reviews: list[Review], events: dict[tuple[str, int], AuditEvent]
) -> Public:
    rendition = move.rendition
    assert rendition is not None  # noqa: S101 - moves_at leaves the others out

    def last(decision: str) -> Review | None:
        return next((one for one in reversed(reviews) if one.decision == decision), None)

    approval = last(Decision.APPROVE)
    action = "approve" if approval is not None else "show_sample"
    event = events.get((action, rendition.revision_id))
    name = ""
    if approval is not None:
        name = approval.reviewer_name or (event.actor_name if event else "")
        if not name and approval.reviewer is not None:
            name = approval.reviewer.get_username()
    return Public(
        move.article,
        rendition,
        move.at,
        approval,
        last(Decision.CONFIRM),
        last(Decision.ENDORSE),
        name,
        event.pk if event else None,
    )


def _terms(texts: list[Public], shown: Iterable[Public], *, sample: bool) -> list[Public]:
    """Return the glossary terms of then whose words stand in what was shown."""
    known = {
        one.article.pk: one
        for one in texts
        if one.article.kind == ArticleKind.TERM and (sample or not one.sample)
    }
    written = [
        sentence["text"]
        for one in shown
        for sentence in composition.sentences_of(one.rendition.reading)
    ]
    found = terms.found_in(
        written,
        [
            terms.Term(pk, tuple(terms.words_of(one.rendition.reading)))
            for pk, one in sorted(known.items(), key=lambda pair: pair[1].article.key)
        ],
    )
    return [known[pk] for pk in found]


def _part(public: Public) -> Part:
    heard = _heard(public.approval)
    return Part(
        public,
        tuple(
            Sentence(
                id=f"{public.article.pk}-{name}",
                text=said["text"],
                spoken=said["spoken"],
                digest=said["clip"]["digest"],
                announced="id" not in said,
                damaged=_damaged(said["clip"]["digest"]),
                heard=heard.get(said["clip"]["digest"], ""),
            )
            for name, said in composition.said_of(public.rendition.reading)
        ),
    )


def _damaged(digest: str) -> bool:
    try:
        clips.read(digest, "opus")
    except clips.Damaged:
        return True
    return False


def _heard(approval: Review | None) -> dict[str, str]:
    """Return when each clip was played. Before hearings were kept, ``heard`` held digests alone."""
    heard: list[Any] = approval.heard if approval is not None else []
    return {
        (one["clip"] if isinstance(one, dict) else one): (
            one["played_at"] if isinstance(one, dict) and one["played_at"] else "said"
        )
        for one in heard
    }
