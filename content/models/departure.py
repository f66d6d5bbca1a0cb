"""Departures: that the software took a text from the kiosk because its time was over."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class DepartureReason(models.TextChoices):
    """Why a text left the kiosk by itself."""

    LAPSED = "lapsed", "Its review is overdue"
    EXPIRED = "expired", "Its time is over"
    SOURCE = "source", "What it translates has changed or was withdrawn"


class Departure(models.Model):
    """That a text left the kiosk without anybody's decision. Never changes, is never deleted.

    ``review`` is the newest assent to the rendition by then. The text comes back with a newer one
    only: the trigger ``article_public_by_approval`` joins these rows. ``since`` is the day from which
    the reason holds: on which the review was due, the text expired, or its source changed.
    """

    article = models.ForeignKey(
        "content.Article", on_delete=models.PROTECT, related_name="departures"
    )
    rendition = models.ForeignKey(
        "content.Rendition", on_delete=models.PROTECT, related_name="departures"
    )
    review = models.OneToOneField(
        "content.Review", on_delete=models.PROTECT, related_name="departure"
    )
    reason = models.CharField(max_length=8, choices=DepartureReason.choices)
    since = models.DateField()
    software = models.CharField(max_length=32)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=["lapsed", "expired", "source"]),
                name="departure_reason_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} left: {self.reason}"
