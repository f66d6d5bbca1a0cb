"""The audit trail: who did what to which text, appended, chained and never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class AuditEvent(models.Model):
    """One thing that happened. The database refuses to change or delete a row.

    ``detail`` holds JSON that is never personal data of a visitor; :mod:`content.audit.actions` says what
    for each action. ``previous`` is the digest of the event before, ``digest`` this one's: see
    :mod:`content.audit.chain`. Numbers have no gaps. Only :func:`content.actions.base.record` writes them.
    """

    at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    actor_name = models.CharField(max_length=150, help_text="As it was when it happened.")
    action = models.CharField(max_length=32, db_index=True)
    article = models.ForeignKey(
        "content.Article", null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    revision = models.ForeignKey(
        "content.Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    detail = models.JSONField(default=dict, blank=True)
    software = models.CharField(max_length=32)
    # Unique, so that of two writers at once, where no lock keeps them apart, one fails.
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.action}"


class AuditedRow(models.Model):
    """That a row was written which the event after ``after_event`` vouches for by its digest.

    Written by the database itself; see :mod:`content.audit.rows`.
    """

    kind = models.CharField(max_length=16)
    row_id = models.BigIntegerField()
    after_event = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "row_id"], name="audited_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.row_id}"
