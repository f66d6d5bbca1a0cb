"""The site's own lexicon: how words are said, each change with who made it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class LexiconChange(models.Model):
    """Somebody said how a word is to be said, or, ``retired``, that the site says nothing of it.

    Appended, never changed: what is in force is the newest change of a word in a language; see
    :func:`content.lexicon.in_force`. ``alias`` is what is said instead, in letters; ``phonemes``
    how, in espeak-ng's symbols. ``note`` tells where that was looked up.
    """

    language = models.CharField(max_length=12)
    grapheme = models.CharField("written form", max_length=60)
    alias = models.CharField("sounds like", max_length=120, blank=True)
    phonemes = models.CharField(max_length=200, blank=True)
    note = models.CharField("source or note", max_length=500, blank=True)
    retired = models.BooleanField(default=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "pronunciation"
        constraints = [
            models.CheckConstraint(
                condition=~Q(grapheme=""), name="a_pronunciation_is_of_something"
            ),
            models.CheckConstraint(
                condition=Q(retired=True, alias="", phonemes="")
                | (Q(retired=False) & ~Q(alias="") & Q(phonemes=""))
                | (Q(retired=False, alias="") & ~Q(phonemes="")),
                name="a_pronunciation_says_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["language", "grapheme"], name="lexicon_by_word")]

    def __str__(self) -> str:
        return self.grapheme


class RenditionPronunciation(models.Model):
    """That a word of a rendition was once the matter of a change of the lexicon.

    Of every change, those that others replaced as well: whoever changed how a word is said, however
    it is said now, counts as an editor of what it stands in. The trigger ``review_four_voices``
    joins these rows.
    """

    rendition = models.ForeignKey(
        "content.Rendition", on_delete=models.PROTECT, related_name="pronunciations"
    )
    change = models.ForeignKey(LexiconChange, on_delete=models.PROTECT, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rendition", "change"], name="rendition_pronunciation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rendition_id} says {self.change_id}"


class VoiceCheck(models.Model):
    """That somebody looked whether a revision's newest rendition is what would be made now.

    ``current`` says what was found: false where a newer one could not be made. ``fingerprint`` is
    that of :func:`content.lexicon.fingerprint` at that time: while it is the same, nothing that
    decides the voice has changed. A memory only: it may be lost.
    """

    revision = models.OneToOneField(
        "content.Revision", on_delete=models.CASCADE, related_name="voice_check"
    )
    rendition = models.ForeignKey("content.Rendition", on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    current = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.revision_id} at {self.fingerprint[:12]}"
