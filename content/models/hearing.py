"""Hearings: that somebody played a clip to its end before deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from content.models.rendition import Rendition


class HearingQuerySet(models.QuerySet["Hearing"]):
    """The ways to read hearings."""

    def of(self, rendition: Rendition, user: User) -> HearingQuerySet:
        """Return what a person heard of a rendition, earliest first.

        The very same clip heard in an earlier rendition of the same article counts: it is named by
        the digest of its bytes.
        """
        return self.filter(
            user=user.pk,
            rendition__revision__article=rendition.revision.article_id,
            digest__in=rendition.clips.values("digest"),
        ).order_by("pk")


class Hearing(models.Model):
    """One clip, played to its end at the desk. Appended, never changed, never deleted.

    ``digest`` is that of the clip's Opus bytes, one of those that the rendition is made of.
    """

    rendition = models.ForeignKey(
        "content.Rendition", on_delete=models.PROTECT, related_name="hearings"
    )
    digest = models.CharField(max_length=64)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = HearingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["rendition", "user"], name="hearing_by_whom")]

    def __str__(self) -> str:
        return f"{self.user_id} heard {self.digest[:12]}"
