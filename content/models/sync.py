"""Measurements of the word times: how far from their sound the words of a rendition are lit."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class SyncMeasurement(models.Model):
    """One measurement of a rendition by :mod:`content.sync`. Never changes, is never deleted.

    The errors are of the starts of its written words, in whole milliseconds; ``words`` were
    compared, ``not_compared`` the aligner could not follow.
    """

    rendition = models.ForeignKey(
        "content.Rendition", on_delete=models.PROTECT, related_name="sync_measurements"
    )
    measured_at = models.DateTimeField(auto_now_add=True)
    median_ms = models.PositiveIntegerField()
    p95_ms = models.PositiveIntegerField()
    worst_ms = models.PositiveIntegerField()
    words = models.PositiveIntegerField()
    not_compared = models.PositiveIntegerField()
    aligner = models.CharField(max_length=64)
    software = models.CharField(max_length=32)

    class Meta:
        ordering = ["measured_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(words__gte=1), name="a_measurement_has_words"),
            models.CheckConstraint(
                condition=Q(median_ms__lte=F("p95_ms")) & Q(p95_ms__lte=F("worst_ms")),
                name="a_measurement_is_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"median {self.median_ms} ms, 95 % within {self.p95_ms} ms, worst {self.worst_ms} ms"
