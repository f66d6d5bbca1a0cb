"""Comments: what staff say to each other about a sentence, and whether it is settled."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce


class CommentQuerySet(models.QuerySet["Comment"]):
    """The ways to read comments."""

    def threads(self) -> CommentQuerySet:
        """Return the comments that began a conversation, with ``resolved``: as it stands now."""
        newest = CommentResolution.objects.filter(comment=OuterRef("pk")).order_by("-pk")
        return self.filter(parent=None).annotate(
            resolved=Coalesce(Subquery(newest.values("resolved")[:1]), Value(False))
        )

    def open(self) -> CommentQuerySet:
        """Return the conversations that nobody has resolved, or that were reopened since."""
        return self.threads().filter(resolved=False)  # type: ignore[misc]  # annotated above


class Comment(models.Model):
    """One remark on one sentence, or a reply to it. Appended, never changed, never deleted.

    ``sentence`` is the sentence's id in the revision's reading and ``sentence_text`` its words that
    day; a reply carries those of the comment it answers. ``author_name`` is the user name as it was
    then.
    """

    revision = models.ForeignKey(
        "content.Revision", on_delete=models.PROTECT, related_name="comments"
    )
    sentence = models.CharField(max_length=100)
    sentence_text = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=150)
    text = models.TextField()
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replies"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        permissions = [("resolve_comment", "Can resolve and reopen a comment")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_comment_says_something"),
            models.CheckConstraint(
                condition=~Q(sentence="") & ~Q(sentence_text=""), name="a_comment_is_on_a_sentence"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author_name} on {self.revision_id}/{self.sentence}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved the conversation that it began."""
        return not self.resolutions.order_by("-pk").values_list("resolved", flat=True).first()


class CommentResolution(models.Model):
    """That a conversation was resolved, or reopened. Appended; the newest row says how it stands."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="resolutions")
    resolved = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.by_name} {'resolved' if self.resolved else 'reopened'} {self.comment_id}"
