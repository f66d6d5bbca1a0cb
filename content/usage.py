"""Where a word stands: what a change of how it is said would touch."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q

from content import lexicon
from content.models import Revision, RevisionState

MOST = 100
"""How many of each are named. There may be more."""


@dataclass(frozen=True, slots=True)
class Uses:
    """The revisions that hold a word, by where they stand. ``more`` says that some are left out.

    ``waiting`` are the ids of those public ones whose new voice waits for a reviewer.
    """

    public: list[Revision]
    in_review: list[Revision]
    drafts: list[Revision]
    waiting: frozenset[int] = frozenset()
    more: bool = False

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.public) + len(self.in_review) + len(self.drafts)


def of(grapheme: str, language: str) -> Uses:
    """Return the revisions of a language that hold a word, by title.

    Looked for in the words as they were typed: now and then one too many, where the word stands in
    an address, never one too few.
    """
    public = Q(article__public_rendition__revision=F("pk"))
    states = (RevisionState.DRAFT, RevisionState.VOICING, RevisionState.IN_REVIEW)
    rows = (
        Revision.objects.filter(public | Q(state__in=states), article__language=language)
        .select_related("article__public_rendition")
        .order_by("title", "pk")
    )
    on_the_kiosk, in_review, drafts = list[Revision](), list[Revision](), list[Revision]()
    more = False
    for revision in rows.iterator():
        if not lexicon.stands_in(grapheme, f"{revision.title}\n{revision.body}"):
            continue
        rendition = revision.article.public_rendition
        if rendition is not None and rendition.revision_id == revision.pk:
            kind = on_the_kiosk
        elif revision.state == RevisionState.IN_REVIEW:
            kind = in_review
        else:
            kind = drafts
        if len(kind) < MOST:
            kind.append(revision)
        else:
            more = True
    voices = Revision.objects.filter(pk__in=[one.pk for one in on_the_kiosk]).awaiting_review()
    new = voices.filter(new_voice=True)  # type: ignore[misc]  # annotated by it
    waiting = frozenset(new.values_list("pk", flat=True))
    return Uses(on_the_kiosk, in_review, drafts, waiting, more)
