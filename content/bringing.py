"""What a file's draft becomes: a new article's draft, a new revision of one, or nothing new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.text import slugify

from content.actions import Conflict, CreateArticle, Refused, StartRevision
from content.importers import Draft
from content.models import Article, ArticleKind, Revision, Topic

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAX_NOTE = 4000
"""In characters, of a note to the reviewer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would become of a draft. ``newest`` is the revision there is already, if any.

    ``kind`` is "new", "revision" or "unchanged", or "blocked" where ``why`` stands in the way.
    """

    kind: str
    newest: Revision | None = None
    why: str = ""

    @property
    def key(self) -> list[str | int | None]:
        """What tells this plan from one that was made before somebody else changed something."""
        return [self.kind, self.newest.pk if self.newest else None]

    @property
    def sentence(self) -> str:
        """What would become of it, for people."""
        slug = self.newest.article.slug if self.newest else ""
        return {
            "new": "It becomes the draft of a new article.",
            "revision": (
                f"It becomes revision {self.newest.number + 1 if self.newest else 1} of {slug}, "
                "a draft."
            ),
            "unchanged": f"It is here already, unchanged ({slug}).",
        }.get(self.kind, self.why)


def plan(draft: Draft, *, actor: User, language: str) -> Plan:
    """Return what would become of a draft. It belongs to the article of its language and title."""
    article = Article.objects.filter(
        slug=slugify(draft.title)[:70].strip("-"), language=language, kind=ArticleKind.ARTICLE
    ).first()
    last = article.last_revision if article else None
    if article is None or last is None or last.title != draft.title:
        return Plan("new")
    if last.body == draft.body:
        return Plan("unchanged", last)
    try:
        StartRevision(article, actor=actor, title=draft.title, body=draft.body).check()
    except Refused as refused:
        return Plan("blocked", last, refused.message)
    return Plan("revision", last)


def bring_in(
    draft: Draft,
    *,
    actor: User,
    language: str,
    topic: Topic | None,
    name: str,
    planned: list[str | int | None] | None = None,
) -> Revision | None:
    """Keep a draft as :func:`plan` says, and return it; None where it is here already.

    Raises :class:`Refused`, also where it would not become what somebody was shown (``planned``).
    """
    now = plan(draft, actor=actor, language=language)
    if planned is not None and now.key != planned:
        raise Conflict(
            "plan", f"Somebody has changed this article since the preview. Now: {now.sentence}"
        )
    note = note_of(name, draft)
    if now.kind == "unchanged":
        return None
    if now.kind == "new" or now.newest is None:
        return CreateArticle(
            actor=actor,
            title=draft.title,
            body=draft.body,
            language=language,
            topic=topic,
            note=note,
        ).execute()
    return StartRevision(
        now.newest.article, actor=actor, title=draft.title, body=draft.body, note=note
    ).execute()


def note_of(name: str, draft: Draft) -> str:
    """Return what the reviewer should know of a file: what of it did not come over. At most
    ``MAX_NOTE`` characters, empty where everything did.
    """
    if not draft.dropped:
        return ""
    lines = [f"Brought in from {name[-200:]}. Not carried over, or otherwise than it was:"]
    rest = MAX_NOTE - len(lines[0]) - 80
    for number, one in enumerate(draft.dropped):
        rest -= len(line := f"- {one}") + 1
        if rest < 0:
            lines.append(f"- and {len(draft.dropped) - number} more: see the file itself.")
            break
        lines.append(line)
    return "\n".join(lines)
