"""Pictures: stored once under the digest of their bytes, for all articles."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class StoredImage(models.Model):
    """A picture as :func:`content.images.cleaning.clean` made it. Never changes, is never deleted.

    The bytes stand in the store as ``DIGEST.FORM``; ``width`` and ``height`` are pixels. A text
    names it by the first :data:`SHORT` or more digits of its digest, of which no two have the same.
    What it shows is said by each text that uses it, in words that are approved with it.
    """

    SHORT: ClassVar[int] = 16

    digest = models.CharField(max_length=64, unique=True)
    form = models.CharField(max_length=4)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    original_name = models.CharField(max_length=200)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(form__in=["png", "jpg"]), name="stored_image_form_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What a text calls it."""
        return self.digest[: self.SHORT]
