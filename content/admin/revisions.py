"""Revisions on the desk: their list, the editor of a draft, and the page of everything later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from content import voicing
from content.actions import EditDraft, NotPermitted, Refused, StartRevision, SubmitRevision
from content.admin import review
from content.admin.difference import difference
from content.admin.filters import ByTopic, Language, Mine, day, in_languages
from content.admin.site import DeskAdmin, person, status_of, why_not
from content.forms import DESK_LANGUAGE, DraftForm, notice_choices
from content.models import AuditEvent, Revision
from content.signin.reauthentication import confirm_first

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Answer = HttpResponse | dict[str, Any]


@admin.register(Revision)
class RevisionAdmin(DeskAdmin):
    """One page a revision, by its state: a draft is edited, everything else is read and decided."""

    list_display = (
        "title",
        "number_of",
        "state",
        "topic",
        "language",
        "edited_by",
        "edited",
    )
    list_display_links = ("title",)
    list_filter = (Mine, "state", ByTopic, Language, "article__kind")
    list_select_related = ("article__topic", "edited_by")
    search_fields = ("title", "article__slug")
    ordering = ("-edited_at", "-pk")

    @admin.display(description="revision", ordering="number")
    def number_of(self, revision: Revision) -> str:
        """Say which revision of which article."""
        return f"{revision.number} of {revision.article.slug}"

    @admin.display(description="topic", empty_value="none", ordering="article__topic__position")
    def topic(self, revision: Revision) -> str | None:
        """Name the shelf."""
        topic = revision.article.topic
        return topic.title_in(DESK_LANGUAGE) if topic else None

    @admin.display(description="language", ordering="article__language")
    def language(self, revision: Revision) -> str:
        """Say the text's language."""
        return revision.article.language

    @admin.display(description="edited", ordering="edited_at")
    def edited(self, revision: Revision) -> str:
        """Say when the words changed last."""
        return day(revision.edited_at)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Leave the language out where there is only one."""
        return in_languages(self.list_display)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Read what the list shows with a fixed number of queries."""
        return super().get_queryset(request).prefetch_related("article__topic__titles")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A revision begins on its article's page."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """Add the queue and the POST-only decisions to the admin's own addresses."""
        wrap = self.admin_site.admin_view
        return [
            path("queue/", wrap(require_safe(self.queue_view)), name="content_revision_queue"),
            path(
                "<int:pk>/submit/",
                wrap(require_POST(self.submit_view)),
                name="content_revision_submit",
            ),
            path(
                "<int:pk>/approve/",
                wrap(require_POST(self.approve_view)),
                name="content_revision_approve",
            ),
            path(
                "<int:pk>/heard/",
                wrap(require_POST(self.heard_view)),
                name="content_revision_heard",
            ),
            path(
                "<int:pk>/return/",
                wrap(require_POST(self.return_view)),
                name="content_revision_return",
            ),
            *super().get_urls(),
        ]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """Show what waits for review."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return review.queue(request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a revision; take the new words of a draft."""
        revision = self._found(request, object_id)
        if request.method == "POST":
            return self._save(request, revision)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        return self._page(request, revision)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what the audit trail tells about the revision."""
        revision = self._found(request, object_id)
        return TemplateResponse(
            request,
            "admin/content/history.html",
            {
                **self.admin_site.each_context(request),
                "title": f"History of “{revision.title}”, revision {revision.number}",
                "article": revision.article,
                "revision": revision,
                "events": AuditEvent.objects.filter(revision=revision).order_by("-pk")[:200],
            },
        )

    def submit_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save what was typed, if anything was, and hand the draft over to review."""
        revision = self._found(request, pk)
        form = None
        version = _number(request.POST.get("version"))
        if "body" in request.POST:
            form = self._form(revision, request.POST)
            saved = self._edit(request, revision, form)
            if isinstance(saved, HttpResponse):
                return saved
            revision, version = saved, saved.version
        try:
            SubmitRevision(revision, actor=person(request), version=version).execute()
        except Refused as refused:
            # The words are saved by now, so the form is made anew from what is stored.
            return self._page(request, self._found(request, pk), refused=refused)
        messages.success(
            request,
            "Submitted. It is being voiced now and then waits for somebody else to review it.",
        )
        return redirect("admin:content_revision_change", pk)

    @confirm_first("to approve this text and this voice")
    def approve_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Approve exactly what was seen and heard."""
        return self._decide(request, pk, review.approve)

    def heard_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep that a clip was played to its end."""
        return review.hear(request, self._found(request, pk))

    def return_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give a revision back with a reason and a comment."""
        return self._decide(request, pk, review.give_back)

    def _decide(
        self, request: HttpRequest, pk: int, decide: Callable[[HttpRequest, Revision], Answer]
    ) -> HttpResponse:
        answer = decide(request, self._found(request, pk))
        if isinstance(answer, HttpResponse):
            return answer
        return self._submitted_page(request, answer, review.status(answer))

    def _found(self, request: HttpRequest, pk: int | str) -> Revision:
        """Return a revision that this person may see, or raise 403 or 404."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        number = _number(str(pk))
        revisions = Revision.objects.select_related(
            "article__topic", "article__public_rendition__revision", "edited_by", "submitted_by"
        )
        return get_object_or_404(revisions, pk=-1 if number is None else number)

    def _form(self, revision: Revision, data: Any = None) -> DraftForm:
        choices = (
            None if revision.article.is_notice else notice_choices([revision.article.language])
        )
        return DraftForm(
            data,
            notices=choices,
            term=revision.article.is_term,
            initial={
                "title": revision.title,
                "body": revision.body,
                "note": revision.note,
                "notices": revision.notices,
                "version": revision.version,
            },
        )

    def _save(self, request: HttpRequest, revision: Revision) -> HttpResponse:
        saved = self._edit(request, revision, self._form(revision, request.POST))
        if isinstance(saved, HttpResponse):
            return saved
        changed = saved.version != revision.version
        messages.success(request, "Saved." if changed else "Nothing had changed.")
        return redirect("admin:content_revision_change", revision.pk)

    def _edit(
        self, request: HttpRequest, revision: Revision, form: DraftForm
    ) -> Revision | HttpResponse:
        """Return the draft with its new words, or the page that says why not and keeps them."""
        typed = form.cleaned_data if form.is_valid() else {}
        action = EditDraft(
            revision,
            actor=person(request),
            version=typed.get("version", _number(request.POST.get("version")) or 0),
            title=typed.get("title", revision.title),
            body=typed.get("body", revision.body),
            note=typed.get("note", revision.note),
            notices=form.chosen_notices(revision) if typed else None,
        )
        refused = why_not(action.check)
        if refused is None and not typed:
            return self._page(request, revision, form=form)
        if refused is None and _same(action, revision):
            # Who changes nothing has not edited it, and may still approve it.
            return revision
        if refused is None:
            try:
                return action.execute()
            except Refused as late:
                refused, revision = late, self._found(request, revision.pk)
        return self._page(request, revision, form=form, refused=refused)

    def _page(
        self,
        request: HttpRequest,
        revision: Revision,
        *,
        form: DraftForm | None = None,
        refused: Refused | None = None,
    ) -> HttpResponse:
        if not revision.is_draft and form is None:
            context = review.review_context(request, revision, refused=refused)
            return self._submitted_page(request, context, status_of(refused))
        return self._draft_page(request, revision, form, refused)

    def _draft_page(
        self,
        request: HttpRequest,
        revision: Revision,
        form: DraftForm | None,
        refused: Refused | None,
    ) -> HttpResponse:
        user = person(request)
        status = status_of(refused)
        conflict = None
        if form is not None:
            status = max(status, 400)
            if refused is not None and refused.rule == "version":
                conflict = difference(revision.body, form.cleaned_data.get("body", ""))
                # The next save is made knowing the newest words, which the page shows.
                data = request.POST.copy()
                data["version"] = str(revision.version)
                form = self._form(revision, data)
                form.is_valid()
        edit = EditDraft(
            revision,
            actor=user,
            version=revision.version,
            title=revision.title,
            body=revision.body,
        )
        return TemplateResponse(
            request,
            "admin/content/draft.html",
            {
                **self.admin_site.each_context(request),
                "title": f"Draft: {revision.title}",
                "revision": revision,
                "article": revision.article,
                "form": form or self._form(revision),
                "refused": refused,
                "conflict": conflict,
                "asked": review.asked_of(revision),
                # A tag that opens and closes is the same finding twice.
                "findings": list(dict.fromkeys(voicing.findings(revision))),
                "cannot_edit": why_not(edit.check),
                "cannot_submit": _cannot_submit(revision, user),
                "editors": list(revision.editors_since_approval()),
                "topic": review.topic_of(revision),
            },
            status=status,
        )

    def _submitted_page(
        self, request: HttpRequest, context: dict[str, Any], status: int
    ) -> HttpResponse:
        revision: Revision = context["revision"]
        start = StartRevision(revision.article, actor=person(request))
        return TemplateResponse(
            request,
            "admin/content/revision.html",
            {
                **self.admin_site.each_context(request),
                "title": revision.title,
                "public": revision.article.public_rendition,
                "cannot_revise": why_not(start.check),
                **context,
            },
            status=status,
        )


def _cannot_submit(revision: Revision, user: User) -> Refused | None:
    """Return why this person cannot submit a draft at all. What it says is shown as findings."""
    if not revision.is_draft:
        return why_not(SubmitRevision(revision, actor=user).check)
    if not user.has_perm("content.submit_revision"):
        return NotPermitted("role", "Your role does not allow submitting for review.")
    return None


def _same(action: EditDraft, revision: Revision) -> bool:
    notices = revision.notices if action.notices is None else action.notices
    return (action.title, action.body, action.note, notices) == (
        revision.title,
        revision.body,
        revision.note,
        revision.notices,
    )


def _number(text: str | None) -> int | None:
    """Return a row's number that was sent as text, None where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
