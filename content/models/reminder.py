"""Reminders: which digest went to whom on which day."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Reminder(models.Model):
    """One person's digest of one day, claimed before it is sent.

    Without ``sent_at`` it is being sent, or the process ended in between: then nobody knows whether
    it went, and it is not sent again that day. See :mod:`content.reminders`.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders"
    )
    day = models.DateField()
    claimed_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="one_reminder_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.day}"
