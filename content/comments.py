"""Comments on sentences: which conversations a revision carries, and where their sentences stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from content import composition, voicing
from content.models import Comment, CommentResolution
from content.reading import MarkupError

if TYPE_CHECKING:
    from content.models import Revision
    from content.models.comment import CommentQuerySet


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence that can be commented on; ``number`` counts from 1 all that is said before it."""

    id: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation as a page tells it. ``place`` is where its sentence stands now, if it does.

    ``earlier``: it began on an earlier revision than the one that is shown.
    """

    comment: Comment
    replies: list[Comment]
    resolutions: list[CommentResolution]
    place: Place | None
    earlier: bool

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved it, or somebody has reopened it since."""
        return not (self.resolutions and self.resolutions[-1].resolved)

    @property
    def settled(self) -> CommentResolution | None:
        """Return what was said last of how it stands; None where nothing was."""
        return self.resolutions[-1] if self.resolutions else None


def of(revision: Revision) -> CommentQuerySet:
    """Return the comments on a revision and on the earlier ones of its article.

    A comment stays with the article until it is resolved, whatever becomes of the revision.
    """
    return Comment.objects.filter(
        revision__article=revision.article_id, revision__number__lte=revision.number
    )


def still_open(revision: Revision) -> list[Comment]:
    """Return the open conversations that stand against approving a revision, oldest first."""
    return list(of(revision).open().select_related("revision"))


def sentence_places(revision: Revision) -> list[Place]:
    """Return the sentences of a revision in reading order; none where it cannot be read yet."""
    rendition = revision.rendition_to_show
    if rendition is not None:
        return [
            Place(name, number, said["text"])
            for number, (name, said) in enumerate(composition.said_of(rendition.reading), 1)
            if "id" in said
        ]
    try:
        reading = voicing.reading_of(revision)
    except MarkupError:
        return []
    return [
        Place(sentence.id, number, sentence.text)
        for number, sentence in enumerate(reading.sentences(), 1)
    ]


def threads(revision: Revision, places: list[Place], *, only_open: bool = False) -> list[Thread]:
    """Return the conversations to show on a revision's page: its own, and the open earlier ones.

    Those whose sentence stands come in the order of reading, those whose sentence was changed
    before them. Two queries, whatever their number.
    """
    said = list(
        of(revision)
        .select_related("revision")
        .prefetch_related(
            Prefetch("resolutions", queryset=CommentResolution.objects.order_by("pk"))
        )
    )
    replies: dict[int | None, list[Comment]] = defaultdict(list)
    for one in said:
        replies[one.parent_id].append(one)
    found = []
    for row in replies[None]:
        thread = Thread(
            comment=row,
            replies=replies[row.pk],
            resolutions=list(row.resolutions.all()),
            place=standing(row, places),
            earlier=row.revision_id != revision.pk,
        )
        if thread.is_open or not (thread.earlier or only_open):
            found.append(thread)
    return sorted(found, key=lambda one: (one.place.number if one.place else 0, one.comment.pk))


def standing(comment: Comment, places: list[Place]) -> Place | None:
    """Return where the very sentence of a comment stands now; None where its words were changed.

    Of several sentences with the same words it is the one with the same id, else the first.
    """
    same = [place for place in places if place.text == comment.sentence_text]
    named = [place for place in same if place.id == comment.sentence]
    return next(iter(named or same), None)
