"""Reviews: one decision of one person about one rendition."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Decision(models.TextChoices):
    """What was decided."""

    APPROVE = "approve", "Approved"
    ENDORSE = "endorse", "Signed off, a second person decides"
    CONFIRM = "confirm", "Still correct"
    RETURN = "return", "Returned"
    WITHDRAW = "withdraw", "Withdrawn"


ASSENTS = (Decision.APPROVE, Decision.CONFIRM)
"""The decisions by which something is, or stays, public: the newest one of a rendition says who
reviewed it, when, and until when that holds."""


class ReturnReason(models.TextChoices):
    """Why a revision goes back to its author."""

    INCORRECT = "incorrect", "Something is wrong"
    UNSAFE = "unsafe", "Something could harm"
    INCOMPLETE = "incomplete", "Something is missing"
    UNCLEAR = "unclear", "Hard to understand"
    SOURCES = "sources", "A source is missing or does not say this"
    SPEECH = "speech", "Something is said wrongly"
    UNVOICEABLE = "unvoiceable", "A sentence cannot be voiced"


class WithdrawReason(models.TextChoices):
    """Why an article leaves the kiosk."""

    UNSAFE = "unsafe", "It could harm"
    INCORRECT = "incorrect", "It is wrong"
    OUTDATED = "outdated", "It is out of date"
    SPEECH = "speech", "Something is said wrongly"
    NOT_REVIEWED = "not_reviewed", "It was never reviewed"
    OTHER = "other", "Another reason, told in the comment"


class Review(models.Model):
    """A decision with the digests it was bound to. Never changes, is never deleted.

    ``reviewer`` is empty only where the software itself returned a revision because a sentence
    could not be voiced, or withdrew a sample. Name and profession are kept as they were that day.
    ``heard`` are the clips that the reviewer heard, ``{"clip": digest, "played_at": time}`` each; the
    time is empty where the desk did not see it played and the reviewer said so.
    """

    revision = models.ForeignKey(
        "content.Revision", on_delete=models.PROTECT, related_name="reviews"
    )
    rendition = models.ForeignKey(
        "content.Rendition",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    decision = models.CharField(max_length=8, choices=Decision.choices)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewer_name = models.CharField(max_length=150, blank=True)
    reviewer_profession = models.CharField(max_length=100, blank=True)
    reason = models.CharField(max_length=16, blank=True)
    comment = models.TextField(blank=True)
    text_digest = models.CharField(max_length=64, blank=True)
    speech_digest = models.CharField(max_length=64, blank=True)
    heard = models.JSONField(default=list, blank=True)
    review_due = models.DateField(null=True, blank=True)
    publish_at = models.DateTimeField(
        null=True, blank=True, help_text="When an approval takes effect; empty: at once."
    )
    expires_on = models.DateField(
        null=True, blank=True, help_text="The first day on which it is not on the kiosk any more."
    )
    source_revision = models.ForeignKey(
        "content.Revision",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="What a translation was compared with when somebody said that it is still correct.",
    )
    findings = models.JSONField(
        default=list, blank=True, help_text="What the checks said that day, as they said it."
    )
    answers = models.JSONField(
        default=dict,
        blank=True,
        help_text="Finding -> why it was accepted, in the reviewer's words.",
    )
    rules = models.CharField(max_length=64, blank=True, help_text="The version of the checks.")
    software = models.CharField(max_length=32)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision__in=["approve", "endorse", "confirm", "return", "withdraw"]),
                name="review_decision_known",
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=["approve", "endorse", "confirm"])
                | (
                    Q(reviewer__isnull=False)
                    & Q(rendition__isnull=False)
                    & (Q(review_due__isnull=False) | Q(decision="endorse"))
                    & ~Q(text_digest="")
                    & ~Q(speech_digest="")
                ),
                name="an_assent_names_who_what_and_until_when",
            ),
            models.CheckConstraint(
                condition=Q(decision__in=["approve", "endorse", "confirm"]) | ~Q(reason=""),
                name="a_refusal_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(publish_at__isnull=True) | Q(decision__in=["approve", "endorse"]),
                name="only_an_approval_waits_for_its_time",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(decision__in=["approve", "endorse", "confirm"]),
                name="only_an_assent_ends",
            ),
            models.UniqueConstraint(
                fields=["rendition"],
                condition=Q(decision="approve"),
                name="a_rendition_is_approved_once",
            ),
            models.UniqueConstraint(
                fields=["rendition", "reviewer"],
                condition=Q(decision="endorse"),
                name="a_person_signs_off_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision} {self.revision_id}"
