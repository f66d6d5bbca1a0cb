"""Claims: who is looking at what waits, so that two people do not do the same work."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone


class ClaimQuerySet(models.QuerySet["Claim"]):
    """The ways to read claims; ``standing`` is the only definition of one that still holds."""

    def standing(self, now: datetime | None = None) -> ClaimQuerySet:
        """Return the claims that have not lapsed, of what nobody has decided since."""
        from content.models.review import Review

        decided = Review.objects.filter(revision=OuterRef("revision"), at__gte=OuterRef("at"))
        since = (now or timezone.now()) - timedelta(hours=settings.PLAINVOICE_CLAIM_HOURS)
        return self.filter(~Exists(decided), at__gt=since)


class Claim(models.Model):
    """The last claim of a revision: a courtesy to colleagues, never a lock.

    It lapses after ``PLAINVOICE_CLAIM_HOURS`` and ends with any decision about the revision; both
    are told by :meth:`ClaimQuerySet.standing`, so that no decision needs to know of claims. Who
    claimed and released what before is in the audit trail.
    """

    revision = models.OneToOneField(
        "content.Revision", on_delete=models.PROTECT, related_name="claim"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        permissions = [("release_claim", "Can release what somebody else has claimed")]

    def __str__(self) -> str:
        return f"{self.user_id} claimed {self.revision_id}"

    @property
    def until(self) -> datetime:
        """When it lapses by itself."""
        return self.at + timedelta(hours=settings.PLAINVOICE_CLAIM_HOURS)
