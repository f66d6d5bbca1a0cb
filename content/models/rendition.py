"""Renditions: exactly what a reviewer approves, word for word and byte for byte."""

from __future__ import annotations

from django.db import models


class Rendition(models.Model):
    """A revision as it is segmented, said and timed. Never changes, is never deleted.

    ``reading`` is the JSON of :func:`content.voicing.render`: sentences with the spoken form, its
    map to the written words, the digests of the clips and the time of every written word.
    ``speech_digest`` is the SHA-256 (hex) over that JSON in canonical form.
    """

    revision = models.ForeignKey(
        "content.Revision", on_delete=models.PROTECT, related_name="renditions"
    )
    number = models.PositiveIntegerField()
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    reading = models.JSONField()
    text_digest = models.CharField(max_length=64)
    speech_digest = models.CharField(max_length=64)
    lix = models.FloatField(
        null=True, blank=True, help_text="How hard it is to read, when it was made."
    )
    software = models.CharField(max_length=32)
    created_at = models.DateTimeField(auto_now_add=True)
    clips = models.ManyToManyField(
        "content.Clip", through="content.RenditionClip", related_name="renditions"
    )
    images = models.ManyToManyField(
        "content.StoredImage", through="content.RenditionImage", related_name="renditions"
    )

    class Meta:
        ordering = ["revision", "number"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "number"], name="rendition_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.revision_id}.{self.number}"


class RenditionClip(models.Model):
    """That a rendition uses a clip: what tells whose clips go when it is withdrawn."""

    rendition = models.ForeignKey(Rendition, on_delete=models.PROTECT, related_name="uses")
    clip = models.ForeignKey("content.Clip", on_delete=models.PROTECT, related_name="uses")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rendition", "clip"], name="rendition_clip_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rendition_id} uses {self.clip_id}"


class RenditionImage(models.Model):
    """That a rendition shows a picture: what tells whose pictures go when it is withdrawn."""

    rendition = models.ForeignKey(Rendition, on_delete=models.PROTECT, related_name="image_uses")
    image = models.ForeignKey("content.StoredImage", on_delete=models.PROTECT, related_name="uses")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rendition", "image"], name="rendition_image_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rendition_id} shows {self.image_id}"
