"""What goes into a dossier, read from the database."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db.models import Q

from content.audit import rows
from content.audit.chain import GENESIS
from content.audit.rows import KINDS
from content.composition import said_of
from content.models import Article, AuditedRow, AuditEvent, PublicMove, Rendition, Review
from content.reading import canonical

OF_ARTICLE = {
    "revision": "article",
    "rendition": "revision__article",
    "review": "revision__article",
    "hearing": "rendition__revision__article",
    "publicmove": "article",
}
"""How the rows that the audit trail vouches for lead to their article. The lexicon's are of many."""
FILES = {
    "revision": "rows/revisions.json",
    "review": "rows/decisions.json",
    "hearing": "rows/hearings.json",
    "publicmove": "rows/public.json",
}
MORE = ("Comment",)
"""Further models of an article: they come along where this software has them."""
PATHS = {
    "article": "article",
    "revision": "revision__article",
    "rendition": "rendition__revision__article",
}
"""By which of its fields a row leads to its article, and how."""


class Collected:
    """An article's whole past. Attributes are read once; sounds and renditions one at a time."""

    def __init__(self, article: Article) -> None:
        self.article = article
        newest = AuditEvent.objects.last()
        self.end = newest.pk if newest else 0
        self.head = newest.digest if newest else GENESIS
        self.revisions = list(
            article.revisions.select_related("edited_by", "submitted_by").order_by("number")
        )
        self.renditions = list(
            Rendition.objects.filter(revision__article=article)
            .select_related("revision")
            .defer("reading")
            .order_by("revision__number", "number")
        )
        self.decisions = list(
            Review.objects.filter(revision__article=article)
            .select_related("reviewer", "revision", "rendition")
            .defer("rendition__reading")
            .order_by("pk")
        )
        self.moves = list(
            PublicMove.objects.filter(article=article)
            .select_related("rendition__revision")
            .defer("rendition__reading")
        )

    @property
    def identity(self) -> dict[str, Any]:
        """What the article is."""
        article = self.article
        return {
            "id": article.pk,
            "slug": article.slug,
            "language": article.language,
            "kind": article.kind,
            "key": article.key,
            "sample": article.sample,
            "topic": article.topic.slug if article.topic else None,
        }

    @property
    def submitted(self) -> list[Any]:
        """The revisions whose words are frozen."""
        return [revision for revision in self.revisions if not revision.is_draft]

    @cached_property
    def texts(self) -> list[dict[str, Any]]:
        """What each text's digest is taken of, and the file that has it as Markdown."""
        return [
            {
                "revision": revision.pk,
                "number": revision.number,
                "canonical": canonical(revision.title, revision.body, self.article.language),
                "notices": revision.notices,
                "file": f"revisions/{revision.number}.md",
            }
            for revision in self.submitted
        ]

    @property
    def words(self) -> Iterator[str]:
        """Each text as Markdown, its title as the first heading."""
        return (f"# {revision.title}\n\n{revision.body}" for revision in self.submitted)

    @cached_property
    def differences(self) -> list[tuple[str, str]]:
        """Name and text of the difference between each two wordings that were public one after another."""
        found: list[tuple[str, str]] = []
        before = None
        for move in self.moves:
            now = move.rendition.revision if move.rendition is not None else None
            if now is None or (before is not None and before.pk == now.pk):
                continue
            if before is not None:
                lines = difflib.unified_diff(
                    f"# {before.title}\n\n{before.body}".splitlines(),
                    f"# {now.title}\n\n{now.body}".splitlines(),
                    f"revision {before.number}",
                    f"revision {now.number}",
                    lineterm="",
                )
                name = f"differences/{len(found) + 1}-revision-{before.number}-to-{now.number}.diff"
                found.append((name, "\n".join(lines) + "\n"))
            before = now
        return found

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        return {
            name: list(
                KINDS[name].frozen().filter(**{path: self.article}).values_list("pk", flat=True)
            )
            for name, path in OF_ARTICLE.items()
        }

    @cached_property
    def vouched_for(self) -> set[str]:
        """The names of all rows that events vouch for."""
        return {f"{kind}:{number}" for kind, numbers in self._numbers.items() for number in numbers}

    @cached_property
    def _noted(self) -> Q:
        of = Q()
        for kind, numbers in self._numbers.items():
            of |= Q(kind=kind, row_id__in=numbers)
        return of

    @cached_property
    def waiting(self) -> list[str]:
        """The rows that the next event of the trail will vouch for."""
        late = AuditedRow.objects.filter(self._noted, after_event__gte=self.end)
        return [f"{row.kind}:{row.row_id}" for row in late]

    @cached_property
    def events(self) -> list[AuditEvent]:
        """The article's events, and those of others that vouch for a row of it, in order."""
        noted = AuditedRow.objects.filter(self._noted, after_event__lt=self.end)
        binding = {after + 1 for after in noted.values_list("after_event", flat=True)}
        own = AuditEvent.objects.filter(
            Q(article=self.article) | Q(pk__in=binding), pk__lte=self.end
        )
        return list(own.order_by("pk"))

    @cached_property
    def chain(self) -> dict[str, Any]:
        """The digests of all events from the article's first to the newest of the trail."""
        if not self.events:
            return {"first": 1, "previous": GENESIS, "digests": []}
        first = self.events[0]
        links = AuditEvent.objects.filter(pk__gte=first.pk, pk__lte=self.end).order_by("pk")
        return {
            "first": first.pk,
            "previous": first.previous,
            "digests": list(links.values_list("digest", flat=True)),
        }

    @cached_property
    def clips(self) -> list[str]:
        """The digests of every clip of every rendition, each once, in the order they are said."""
        digests: dict[str, None] = {}
        for rendition in self._whole_renditions():
            digests.update((said["clip"]["digest"], None) for _, said in said_of(rendition.reading))
        return list(digests)

    def sentences(self, rendition: Rendition) -> list[dict[str, Any]]:
        """Return all that is said of a rendition, in order."""
        return [said for _, said in said_of(rendition.reading)]

    def _whole_renditions(self) -> Iterator[Rendition]:
        for rendition in self.renditions:
            yield Rendition.objects.get(pk=rendition.pk)

    def rows(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Yield files of rows as they are digested; a rendition has a file of its own."""
        for name, file in FILES.items():
            found = rows.found(KINDS[name], self._numbers[name])
            yield file, [rows.content_of(row, KINDS[name]) for row in found]
        for short in self.renditions:
            rendition = Rendition.objects.get(pk=short.pk)
            file = f"rows/renditions/{short.revision.number}.{short.number}.json"
            yield file, [rows.content_of(rendition, KINDS["rendition"])]
        for name in MORE:
            try:
                model = apps.get_model("content", name)
            except LookupError:
                continue
            kind = KINDS.get(name.lower(), rows.Kind(name.lower()))
            fields = {field.name for field in model._meta.concrete_fields}
            path = next((path for field, path in PATHS.items() if field in fields), "")
            if not path:
                continue
            more = model._default_manager.filter(**{path: self.article}).order_by("pk")
            yield f"more/{kind.name}s.json", [rows.content_of(row, kind) for row in more]
