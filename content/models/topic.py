"""Topics: the shelves that articles stand on."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class TopicIcon(models.TextChoices):
    """The pictures a topic can have; every one is drawn beside the topic's words."""

    PILL = "pill", "Pill"
    HEAD = "head", "Head"
    HEART = "heart", "Heart"
    MOON = "moon", "Moon"
    LUNGS = "lungs", "Lungs"
    DOTS = "dots", "Three dots"


def no_notices() -> list[str]:
    """Return the notices that a new topic gives to its articles: none."""
    return []


class Topic(models.Model):
    """A shelf of the start screen."""

    slug = models.SlugField(unique=True)
    icon = models.CharField(max_length=16, choices=TopicIcon.choices, default=TopicIcon.DOTS)
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower comes first.")
    review_months = models.PositiveSmallIntegerField(
        default=36,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="After how many months an article of this topic is due for review again.",
    )
    second_signoff = models.BooleanField(
        "two sign-offs",
        default=False,
        help_text="Whether two people have to sign off an article of this topic before it is public.",
    )
    grace_days = models.PositiveSmallIntegerField(
        "days of grace",
        default=90,
        validators=[MaxValueValidator(730)],
        help_text="How many days after that an article stays on the kiosk unreviewed. Then it leaves.",
    )
    leaves_with_source = models.BooleanField(
        "translations leave with their source",
        default=False,
        help_text="Whether a translation leaves the kiosk when the article that it translates "
        "changes or is withdrawn, until somebody has looked at it.",
    )
    notices = models.JSONField(
        default=no_notices,
        blank=True,
        help_text="Keys of the notices that a new article of this topic begins with.",
    )

    class Meta:
        ordering = ["position", "slug"]
        permissions = [("require_signoff", "Can require a second sign-off for a topic")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(grace_days__lte=730), name="grace_is_two_years_at_most"
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def title_in(self, language: str) -> str:
        """Return the topic's title in a language, or its slug in words where it has none."""
        for title in self.titles.all():
            if title.language == language:
                return title.title
        return self.named(self.slug)

    @staticmethod
    def named(slug: str) -> str:
        """Return what a topic without a title is called."""
        return slug.replace("-", " ").capitalize()


class TopicTitle(models.Model):
    """A topic's name in one language."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="titles")
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language"], name="topic_title_once_a_language"
            ),
        ]

    def __str__(self) -> str:
        return self.title
