"""What was public when: every move of an article's public pointer."""

from __future__ import annotations

from django.db import models


class PublicMove(models.Model):
    """From ``at`` on the public has ``rendition`` of an article, or, without one, nothing.

    Written by the database itself whenever ``Article.public_rendition`` changes, whoever changes it and
    however; never by hand, never changed. What was public on a day is derived from these rows
    (:mod:`content.history`), never from today's pointer. ``at`` has milliseconds.
    """

    article = models.ForeignKey(
        "content.Article", on_delete=models.PROTECT, related_name="public_moves"
    )
    rendition = models.ForeignKey(
        "content.Rendition", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["article", "at"], name="public_move_by_article")]

    def __str__(self) -> str:
        return f"{self.article_id} -> {self.rendition_id}"
