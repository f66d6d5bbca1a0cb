"""Revisions: one wording of an article, frozen once it has been submitted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from content.models.topic import no_notices

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from content.models.rendition import Rendition


class RevisionState(models.TextChoices):
    """Where a revision stands on its way to the public."""

    DRAFT = "draft", "Draft"
    VOICING = "voicing", "Being voiced"
    IN_REVIEW = "in_review", "In review"
    RETURNED = "returned", "Returned to its author"
    APPROVED = "approved", "Approved"


DUE_SOON = timedelta(days=30)
"""How long before its review is due a public text joins what waits."""
OPEN_STATES = (RevisionState.DRAFT, RevisionState.VOICING, RevisionState.IN_REVIEW)
"""Being worked on; an article has at most one revision in these states."""

MOVES: tuple[tuple[str, str], ...] = (
    ("draft", "voicing"),
    ("voicing", "in_review"),
    ("voicing", "returned"),
    ("in_review", "approved"),
    ("in_review", "returned"),
)
"""Every change of state there is. The database knows the same table (migration 0002)."""


class RevisionQuerySet(models.QuerySet["Revision"]):
    """The ways to read revisions."""

    def open(self) -> RevisionQuerySet:
        """Return the revisions that are being written, voiced or reviewed."""
        return self.filter(state__in=OPEN_STATES)

    def in_review(self) -> RevisionQuerySet:
        """Return the revisions that wait for a reviewer, longest waiting first."""
        return self.filter(state=RevisionState.IN_REVIEW).order_by("submitted_at", "pk")

    def with_waiting(self) -> RevisionQuerySet:
        """Annotate ``new_voice``: whether it is public, and has got a further rendition that is said
        otherwise and that nobody has put aside; and ``waits_since``.
        """
        from content.models.rendition import Rendition
        from content.models.review import Review

        newest = Rendition.objects.filter(revision=OuterRef("pk")).order_by("-number")
        decided = Review.objects.filter(
            rendition=OuterRef("newest_rendition"), decision__in=("return", "approve")
        )
        new_voice = (
            Q(state=RevisionState.APPROVED, article__public_rendition__revision=F("pk"))
            & ~Q(article__public_rendition=F("newest_rendition"))
            & ~Q(article__public_rendition__speech_digest=F("newest_digest"))
            & ~Q(Exists(decided))
        )
        return self.annotate(
            newest_rendition=Subquery(newest.values("pk")[:1]),
            newest_digest=Subquery(newest.values("speech_digest")[:1]),
            new_voice=Case(When(new_voice, then=True), default=False),
            waits_since=Case(
                When(state=RevisionState.IN_REVIEW, then=F("submitted_at")),
                default=Subquery(newest.values("created_at")[:1]),
            ),
        )

    def awaiting_review(self) -> RevisionQuerySet:
        """Return what waits for a reviewer, longest waiting first, as :meth:`with_waiting`.

        That is what is in review, and the new voices of what is public.
        """
        return (
            self.with_waiting()
            .filter(Q(state=RevisionState.IN_REVIEW) | Q(new_voice=True))
            .order_by("waits_since", "pk")  # type: ignore[misc]  # annotated above
        )

    def with_due(self) -> RevisionQuerySet:
        """Annotate ``due``: the day on which the public text of its article is to be looked at again.

        Empty where nothing is public, or where the sample is public unreviewed.
        """
        from content.models.review import Review

        assents = Review.objects.filter(
            rendition=OuterRef("article__public_rendition"), decision__in=("approve", "confirm")
        )
        return self.annotate(due=Subquery(assents.order_by("-pk").values("review_due")[:1]))

    def awaiting_decision(self, now: date | None = None) -> RevisionQuerySet:
        """Return what :meth:`awaiting_review` does, and what is public and due for review soon.

        What is due is left out while something newer of its article is in review: that decides it.
        """
        newer = Revision.objects.filter(article=OuterRef("article"), state=RevisionState.IN_REVIEW)
        soon = (now or timezone.localdate()) + DUE_SOON
        due_now = Q(article__public_rendition__revision=F("pk"), due__lte=soon) & ~Q(Exists(newer))
        return (
            self.with_waiting()
            .with_due()
            .filter(Q(state=RevisionState.IN_REVIEW) | Q(new_voice=True) | due_now)
        )

    def standing(self) -> RevisionQuerySet:
        """Return the revisions whose approval stands: approved, and not withdrawn since."""
        return self.filter(state=RevisionState.APPROVED).exclude(reviews__decision="withdraw")

    def voicing(self) -> RevisionQuerySet:
        """Return the revisions that wait for their voice, longest waiting first."""
        return self.filter(state=RevisionState.VOICING).order_by("submitted_at", "pk")


class Revision(models.Model):
    """One wording. Its words cannot change once it has left the state ``draft``.

    ``edited_by`` is the last person who changed the words; the database itself copies everybody
    who is ever named there into ``RevisionEditor``. ``text_digest`` is the SHA-256 (hex) of
    :func:`content.reading.canonical`, taken at submission, empty before.
    """

    article = models.ForeignKey(
        "content.Article", on_delete=models.PROTECT, related_name="revisions"
    )
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    notices = models.JSONField(
        default=no_notices,
        blank=True,
        help_text="Keys of the notices included before the text, in their order.",
    )
    note = models.TextField(blank=True, help_text="What the author tells the reviewer.")
    urgent_because = models.CharField(
        max_length=300,
        blank=True,
        help_text="Why it cannot wait its turn, in the author's words. Empty: it can.",
    )
    state = models.CharField(
        max_length=10, choices=RevisionState.choices, default=RevisionState.DRAFT
    )
    source_revision = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="translations",
        help_text="The revision of the article it translates that it was written from.",
    )
    text_digest = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(
        default=1, help_text="Counts the edits, so that nobody overwrites another's."
    )
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "number"]
        permissions = [
            ("submit_revision", "Can submit a revision for review"),
            ("approve_revision", "Can approve a revision"),
            ("return_revision", "Can return a revision to its author"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(state__in=["draft", "voicing", "in_review"]),
                name="one_open_revision_an_article",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "voicing", "in_review", "returned", "approved"]),
                name="revision_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | ~Q(text_digest=""),
                name="a_submitted_revision_has_a_digest",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "submitted_at"], name="revision_queue"),
            models.Index(fields=["-edited_at", "-id"], name="revision_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number} {self.title}"

    @property
    def is_draft(self) -> bool:
        """Whether its words may still change."""
        return self.state == RevisionState.DRAFT

    _looked: tuple[Rendition | None, bool] | None = None

    def look_once(self) -> None:
        """Read the newest rendition and whether it waits once, for a page that asks again and again.

        What decides reads a revision of its own, which has not looked.
        """
        self._looked = None
        self._looked = (self.rendition, self.waits_for_review)

    @property
    def rendition(self) -> Rendition | None:
        """The newest rendition, which is the one under review."""
        if self._looked is not None:
            return self._looked[0]
        return self.renditions.order_by("-number").first()

    @property
    def waits_for_review(self) -> bool:
        """Whether its newest rendition waits for a reviewer: :meth:`RevisionQuerySet.awaiting_review`."""
        if self._looked is not None:
            return self._looked[1]
        return Revision.objects.filter(pk=self.pk).awaiting_review().exists()

    @property
    def has_new_voice(self) -> bool:
        """Whether it is public, and a further rendition of it waits for a reviewer."""
        return self.state == RevisionState.APPROVED and self.waits_for_review

    @property
    def rendition_to_show(self) -> Rendition | None:
        """What staff see and hear of it: what waits, else what is or last was public of it, else the
        newest.
        """
        public = self.article.public_rendition
        if public is None and self.state == RevisionState.APPROVED:
            left = self.article.departures.filter(rendition__revision=self.pk).last()
            return left.rendition if left is not None else self.rendition
        if public is not None and public.revision_id == self.pk and not self.waits_for_review:
            return public
        return self.rendition

    def editors_since_approval(self) -> models.QuerySet[User]:
        """Return everybody who changed the words since the article was last approved.

        That is every editor of this revision and of each earlier one back to the newest before it
        whose approval stands, which does not count. The trigger ``review_four_eyes`` joins the same
        rows.
        """
        approved = (
            Revision.objects.standing()
            .filter(article=self.article_id, number__lt=self.number)
            .order_by("-number")
            .values("number")[:1]
        )
        since = RevisionEditor.objects.filter(
            revision__article=self.article_id,
            revision__number__lte=self.number,
            revision__number__gt=Coalesce(Subquery(approved), 0),
        )
        return get_user_model().objects.filter(pk__in=since.values("user")).order_by("pk")


class RevisionEditor(models.Model):
    """A person who changed a revision's words. Written by the database, never removed."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="editors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "user"], name="revision_editor_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} edited {self.revision_id}"
