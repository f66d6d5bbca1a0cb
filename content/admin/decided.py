"""Decisions as the desk tells them: who, when, why, and what was heard before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.admin import checks
from content.models import Decision, ReturnReason, Review, Revision, RevisionState, WithdrawReason

REASONS: dict[str, str] = dict((*ReturnReason.choices, *WithdrawReason.choices))


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the desk tells it: its reason in words, and what was heard before it."""

    review: Review
    reason: str
    played: int
    played_first: datetime | None
    played_last: datetime | None
    only_said: int
    found: list[checks.Group]

    def sent_back(self, revision: Revision) -> bool:
        """Whether it is what returned this very revision to its author."""
        return (
            revision.state == RevisionState.RETURNED
            and self.review.revision_id == revision.pk
            and self.review.decision == Decision.RETURN
        )

    @classmethod
    def of(cls, review: Review) -> Decided:
        """Return a decision in words. Before hearings were kept, ``heard`` held digests alone."""
        kept = [one for one in review.heard if isinstance(one, dict)]
        times = sorted(datetime.fromisoformat(one["played_at"]) for one in kept if one["played_at"])
        return cls(
            review,
            REASONS.get(review.reason, ""),
            played=len(times),
            played_first=times[0] if times else None,
            played_last=times[-1] if times else None,
            only_said=len(review.heard) - len(times),
            found=checks.decided(review),
        )


def decisions(revision: Revision) -> list[Decided]:
    """Return what was decided about the revisions of an article, newest first."""
    reviews = Review.objects.filter(revision__article=revision.article_id)
    reviews = reviews.select_related("reviewer", "revision", "rendition").order_by("-at", "-pk")
    return [Decided.of(review) for review in reviews]


def asked_of(revision: Revision) -> tuple[Review, str] | None:
    """Return what sent the revision before a draft back, with its reason in words."""
    before = Review.objects.filter(
        revision__article=revision.article_id,
        revision__number=revision.number - 1,
        decision=Decision.RETURN,
    )
    found = before.select_related("reviewer").last()
    return (found, REASONS.get(found.reason, "")) if found else None
