"""What kind of installation this database belongs to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Installation(models.Model):
    """One row at most. ``demonstration`` is what lets the shipped sample be public unreviewed.

    The triggers read this row, so that the database itself knows whether a sample may be shown.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    demonstration = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="one_installation"),
        ]

    def __str__(self) -> str:
        return "demonstration" if self.demonstration else "installation"

    @classmethod
    def is_demonstration(cls) -> bool:
        """Whether this database was set up to demonstrate the product."""
        return cls.objects.filter(pk=1, demonstration=True).exists()
