"""Bringing files in, in two steps: choose them and see what would come in; then let it come.

Between the steps nothing is stored. What was read of the files travels in the page itself, signed
for this person and for an hour: a stored upload would have to be guarded, bound to its owner and
swept, and the files themselves are not needed any more.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from content import importers
from content.actions import Refused
from content.admin.site import DeskAdmin, person
from content.bringing import Plan, bring_in, plan
from content.forms import offer_languages, topic_choices
from content.importers.characters import visible
from content.models import Revision, Topic
from content.reading import Reading, read

SALT = "content.bring_in"
KEPT_SECONDS = 60 * 60
"""How long a preview may lie before its files are brought in."""
MOST_FILES = 40
MOST_SECONDS = 60
"""Of one request, for reading all its files: the ones behind are to be brought in by themselves."""
MOST_PARCEL = 1536 * 1024
"""In characters: it comes back in a form, whose fields have at most 2 MiB."""


class SeveralFiles(forms.ClearableFileInput):
    """A field for files that takes more than one."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, at least one."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Return the files."""
        several = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in several or [None]]


class BringInForm(forms.Form):
    """Which files to bring in, and where they belong."""

    documents = FilesField(
        label="Files",
        help_text=(
            "Text (.txt), Markdown (.md), HTML (.html) or Word (.docx): one or several, or a .zip "
            "of them. Together at most 20 MiB. Nothing is kept before you have seen what came of "
            "them."
        ),
        error_messages={"required": "Choose at least one file."},
        widget=SeveralFiles(attrs={"accept": ",".join(importers.ENDINGS)}),
    )
    topic = forms.ChoiceField(required=False)
    language = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        topic = self.fields["topic"]
        assert isinstance(topic, forms.ChoiceField)  # noqa: S101 - declared above
        topic.choices = topic_choices()
        offer_languages(self.fields["language"])


@dataclass(slots=True)
class Row:
    """One file on the preview's page. ``refused`` says why there is no draft of it."""

    name: str
    draft: importers.Draft | None = None
    refused: str = ""
    plan: Plan | None = None
    reading: Reading | None = None
    taken: bool = True
    revision: Revision | None = None

    @property
    def can_come(self) -> bool:
        """Whether something would be kept of it."""
        return self.plan is not None and self.plan.kind in ("new", "revision") and not self.refused

    def to_json(self) -> list[Any]:
        """Return what the second step needs of it."""
        planned = self.plan.key if self.plan else None
        return [self.name, self.draft.to_json() if self.draft else None, self.refused, planned]


class BringIn(DeskAdmin):
    """The page "Bring files in" of the articles."""

    def bring_in_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for files; show what would come in of them; bring in what was ticked."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST" and "parcel" in request.POST:
            return self._bring(request)
        if request.method == "POST":
            form = BringInForm(request.POST, request.FILES)
            if form.is_valid():
                chosen = form.cleaned_data
                rows = list(_rows(chosen["documents"], chosen["language"]))
                return self._preview(request, rows, chosen["language"], chosen["topic"])
            return self._form(request, form, status=400)
        return self._form(request, BringInForm())

    def _form(
        self, request: HttpRequest, form: BringInForm, *, why: str = "", status: int = 200
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Bring files in",
            "form": form,
            "why": why,
        }
        return TemplateResponse(request, "admin/content/bring_in.html", context, status=status)

    def _preview(
        self, request: HttpRequest, rows: list[Row], language: str, topic: str, *, status: int = 200
    ) -> HttpResponse:
        _planned(rows, request, language)
        parcel = _packed(request, rows, language, topic)
        coming = sum(row.can_come for row in rows)
        shelf = Topic.objects.filter(slug=topic).first()
        context = {
            **self.admin_site.each_context(request),
            "title": "What would come in",
            "rows": rows,
            "coming": coming,
            "parcel": parcel,
            "topic": shelf.title_in("en") if shelf else "",
            "language": language,
        }
        if not coming and any(row.plan is None or row.plan.kind == "blocked" for row in rows):
            status = 400
        return TemplateResponse(
            request, "admin/content/bring_in_preview.html", context, status=status
        )

    def _bring(self, request: HttpRequest) -> HttpResponse:
        try:
            kept = signing.loads(request.POST["parcel"], salt=SALT, max_age=KEPT_SECONDS)
        except signing.BadSignature:
            kept = {}
        if kept.get("user") != request.user.pk:
            why = (
                "Nothing came in: the preview is older than an hour, or not yours. Choose the "
                "files again."
            )
            return self._form(request, BringInForm(), why=why, status=400)
        ticked = set(request.POST.getlist("take"))
        topic = Topic.objects.filter(slug=kept["topic"]).first()
        rows = []
        for number, (name, written, refused, planned) in enumerate(kept["files"]):
            draft = importers.Draft.from_json(written) if written else None
            row = Row(name, draft, refused, taken=str(number) in ticked)
            rows.append(row)
            if draft is None or refused or planned is None or not row.taken:
                continue
            try:
                row.revision = bring_in(
                    draft,
                    actor=person(request),
                    language=kept["language"],
                    topic=topic,
                    name=name,
                    planned=planned,
                )
            except Refused as error:
                row.refused = error.message
        if not ticked:
            return self._preview(request, rows, kept["language"], kept["topic"], status=400)
        context = {
            **self.admin_site.each_context(request),
            "title": "What came in",
            "rows": rows,
            "came": sum(row.revision is not None for row in rows),
        }
        refused_now = any(row.taken and row.refused for row in rows)
        return TemplateResponse(
            request,
            "admin/content/bring_in_done.html",
            context,
            status=409 if refused_now else 200,
        )


def _rows(files: Iterable[UploadedFile[bytes]], language: str) -> Iterator[Row]:
    """Yield what came of each file, one after the other."""
    until = time.monotonic() + MOST_SECONDS
    count = 0
    for file in files:
        # Not more than may be is ever read; the name is only shown, and its ending taken.
        name = visible(file.name or "")
        for item in importers.unpack(name, file.read(importers.MAX_ZIP + 1)):
            if isinstance(item, importers.LeftOut):
                yield Row(item.name, refused="left out, since it is no article.")
                continue
            if isinstance(item, importers.ImportRefused):
                yield Row(str(item.path), refused=item.why)
                continue
            count += 1
            full, data = item
            if count > MOST_FILES or time.monotonic() > until:
                yield Row(full, refused="it was too much for one step. Bring it in by itself.")
                continue
            try:
                draft = importers.import_bytes(full, data, language)
            except importers.ImportRefused as refused:
                yield Row(full, refused=refused.why)
                continue
            why = "It holds what the kiosk cannot show." if draft.problems else ""
            yield Row(full, draft, why)


def _planned(rows: list[Row], request: HttpRequest, language: str) -> None:
    """Tell each file what would become of it, and read it as the kiosk will."""
    titles: set[str] = set()
    for row in rows:
        if row.draft is None or row.refused:
            continue
        row.plan = plan(row.draft, actor=person(request), language=language)
        if row.draft.title in titles:
            row.plan = Plan("blocked", None, "Another of these files has the same title.")
        titles.add(row.draft.title)
        row.reading = read(row.draft.title, row.draft.body, language)


def _packed(request: HttpRequest, rows: list[Row], language: str, topic: str) -> str:
    """Return the page's files, signed; what there is no room for is told on its row."""
    while True:
        parcel = signing.dumps(
            {
                "user": request.user.pk,
                "language": language,
                "topic": topic,
                "files": [row.to_json() for row in rows],
            },
            salt=SALT,
            compress=True,
        )
        large = max(
            (row for row in rows if row.draft), key=lambda row: len(_body(row)), default=None
        )
        if len(parcel) <= MOST_PARCEL or large is None:
            return parcel
        large.draft = large.plan = large.reading = None
        large.refused = "it was too much for one step. Bring it in by itself."


def _body(row: Row) -> str:
    return row.draft.body if row.draft else ""
