"""Suspensions: that everything was taken off the kiosks, by whom and why, and who put it back."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Suspension(models.Model):
    """One stop of the whole service. While one is open, no article and no term is public.

    The database itself refuses to make anything public meanwhile, and to let whoever began it end
    it. A row is never deleted, and changes once: when it ends.
    """

    reason = models.CharField(max_length=16)
    comment = models.TextField()
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    end_comment = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        permissions = [("suspend_everything", "Can take everything off the kiosks")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(end_comment="")),
                name="an_end_names_who_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(comment=""), name="a_suspension_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begun_at:%Y-%m-%d %H:%M} {self.reason}"

    @classmethod
    def current(cls) -> Suspension | None:
        """Return the suspension that is in force, or None."""
        return cls.objects.filter(ended_at__isnull=True).select_related("begun_by").first()


class SuspendedText(models.Model):
    """What was public when everything was taken off, so that the very same can be put back."""

    suspension = models.ForeignKey(Suspension, on_delete=models.PROTECT, related_name="texts")
    article = models.ForeignKey("content.Article", on_delete=models.PROTECT, related_name="+")
    rendition = models.ForeignKey("content.Rendition", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suspension", "article"], name="a_text_is_suspended_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} in {self.suspension_id}"
