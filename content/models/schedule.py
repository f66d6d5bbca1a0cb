"""What changes the time that an assent was given for: sooner on the kiosk, or sooner gone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class EarlyRelease(models.Model):
    """That somebody let a scheduled approval take effect before its time. Appended, never changed."""

    review = models.OneToOneField(
        "content.Review", on_delete=models.PROTECT, related_name="early_release"
    )
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.review_id} released"


class EarlierExpiry(models.Model):
    """That somebody brought an assent's last day nearer. Appended, never changed.

    The earliest day of an assent holds, so no row can move it later; a newer assent begins anew.
    """

    review = models.ForeignKey(
        "content.Review", on_delete=models.PROTECT, related_name="earlier_expiries"
    )
    expires_on = models.DateField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.review_id} until {self.expires_on}"
