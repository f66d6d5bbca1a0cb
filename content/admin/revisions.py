"""Revisions on the desk: their list, the editor of a draft, and the page of everything later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from content.actions import EditDraft, NotPermitted, Refused, StartRevision, SubmitRevision
from content.admin import checks, claims, commenting, deciding, pictures, queue, review
from content.admin.decided import asked_of
from content.admin.difference import difference
from content.admin.filters import ByTopic, Language, Mine, day, in_languages
from content.admin.pictures import PictureForm
from content.admin.site import DeskAdmin, number_in, person, post_only, status_of, took, why_not
from content.admin.time import time_context
from content.forms import DESK_LANGUAGE, DraftForm, notice_choices
from content.models import AuditEvent, Revision
from content.signin.reauthentication import confirm_first

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Answer = HttpResponse | dict[str, Any]
TALK = {
    "comment": commenting.comment,
    "reply": commenting.reply,
    "resolve": commenting.resolve,
    "reopen": commenting.reopen,
}
"""What can be said about a revision's sentences: the end of its address, and who takes it."""


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
        take = partial(post_only, page="admin:content_revision_change")
        return [
            path("queue/", wrap(require_safe(self.queue_view)), name="content_revision_queue"),
            path(
                "<int:pk>/claim/",
                wrap(take(self.claim_view)),
                name="content_revision_claim",
            ),
            path(
                "<int:pk>/release/",
                wrap(take(self.release_view)),
                name="content_revision_release",
            ),
            path(
                "<int:pk>/submit/",
                wrap(take(self.submit_view)),
                name="content_revision_submit",
            ),
            path(
                "<int:pk>/picture/",
                wrap(take(self.picture_view)),
                name="content_revision_picture",
            ),
            path(
                "<int:pk>/approve/",
                wrap(take(self.approve_view)),
                name="content_revision_approve",
            ),
            path(
                "<int:pk>/heard/",
                wrap(take(self.heard_view)),
                name="content_revision_heard",
            ),
            path(
                "<int:pk>/return/",
                wrap(take(self.return_view)),
                name="content_revision_return",
            ),
            path(
                "<int:pk>/withdraw/",
                wrap(take(self.withdraw_view)),
                name="content_revision_withdraw",
            ),
            *(
                path(
                    f"<int:pk>/{name}/",
                    wrap(take(partial(self.talk_view, say=say))),
                    name=f"content_revision_{name}",
                )
                for name, say in TALK.items()
            ),
            *super().get_urls(),
        ]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """Show what waits for review."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return queue.queue(request)

    def claim_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Tell colleagues that one looks at it."""
        return self._claim(request, pk, claims.claim)

    def release_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give free what was claimed."""
        return self._claim(request, pk, claims.release)

    def _claim(
        self,
        request: HttpRequest,
        pk: int,
        do: Callable[[HttpRequest, Revision], HttpResponse | Refused],
    ) -> HttpResponse:
        revision = self._found(request, pk)
        answer = do(request, revision)
        if isinstance(answer, HttpResponse):
            return answer
        if claims.from_queue(request):
            return queue.queue(request, refused=answer)
        return self._page(request, revision, refused=answer)

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
            if pictures.is_given(request):
                return self._add_picture(request, revision)
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
        if pictures.is_given(request):
            # A picture that was chosen and not added is not left out in silence.
            return self._add_picture(request, revision)
        form = None
        version = number_in(request.POST.get("version"))
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
        took(
            request,
            "Submitted. It is being voiced now and then waits for somebody else to review it.",
            "draft",
            revision,
        )
        return redirect("admin:content_revision_change", pk)

    def picture_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take in a picture for a draft: for a script as JSON, else together with what was typed."""
        revision = self._found(request, pk)
        if "application/json" in request.headers.get("Accept", ""):
            return pictures.as_json(request, revision)
        return self._add_picture(request, revision)

    def _add_picture(self, request: HttpRequest, revision: Revision) -> HttpResponse:
        """Take in a picture and save the typed words with its line at their end."""
        picture_form = PictureForm(request.POST, request.FILES)
        typed = self._form(revision, request.POST)
        try:
            action = pictures.adding(request, revision, picture_form)
        except Refused as refused:
            return self._page(
                request, revision, form=typed, refused=refused, picture_form=picture_form
            )
        if action is None:
            return self._page(request, revision, form=typed, picture_form=picture_form)
        data = request.POST.copy()
        language = revision.article.language
        data["body"] = pictures.with_line(data.get("body", ""), action.line, language)
        saved = self._edit(request, revision, self._form(revision, data))
        if isinstance(saved, HttpResponse):
            return saved
        took(
            request,
            "Saved, with the picture at the end of the text. Move its line to where it belongs.",
            "draft",
            revision,
        )
        return redirect("admin:content_revision_change", revision.pk)

    @confirm_first("to approve this text and this voice")
    def approve_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Approve exactly what was seen and heard."""
        return self._decide(request, pk, deciding.approve)

    def heard_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep that a clip was played to its end."""
        return deciding.hear(request, self._found(request, pk))

    def return_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give a revision back with a reason and a comment."""
        return self._decide(request, pk, deciding.give_back)

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the article from the public at once."""
        return self._decide(request, pk, deciding.withdraw)

    def talk_view(
        self,
        request: HttpRequest,
        pk: int,
        say: Callable[[HttpRequest, Revision], HttpResponse | commenting.Typed],
    ) -> HttpResponse:
        """Take a comment, a reply, or that one is resolved or open again."""
        revision = self._found(request, pk)
        answer = say(request, revision)
        if isinstance(answer, HttpResponse):
            return answer
        return self._page(request, revision, refused=answer.refused, typed=answer)

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
        number = number_in(str(pk))
        revisions = Revision.objects.select_related(
            "article__topic",
            "article__public_rendition__revision",
            "article__translation_of",
            "edited_by",
            "submitted_by",
            "source_revision",
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
                "urgent_because": revision.urgent_because,
                "notices": revision.notices,
                "version": revision.version,
            },
        )

    def _save(self, request: HttpRequest, revision: Revision) -> HttpResponse:
        saved = self._edit(request, revision, self._form(revision, request.POST))
        if isinstance(saved, HttpResponse):
            return saved
        changed = saved.version != revision.version
        took(request, "Saved." if changed else "Nothing had changed.", "draft", revision)
        return redirect("admin:content_revision_change", revision.pk)

    def _edit(
        self, request: HttpRequest, revision: Revision, form: DraftForm
    ) -> Revision | HttpResponse:
        """Return the draft with its new words, or the page that says why not and keeps them."""
        typed = form.cleaned_data if form.is_valid() else {}
        action = EditDraft(
            revision,
            actor=person(request),
            version=typed.get("version", number_in(request.POST.get("version")) or 0),
            title=typed.get("title", revision.title),
            body=typed.get("body", revision.body),
            note=typed.get("note", revision.note),
            notices=form.chosen_notices(revision) if typed else None,
            urgent_because=typed.get("urgent_because"),
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
        typed: commenting.Typed | None = None,
        picture_form: PictureForm | None = None,
    ) -> HttpResponse:
        if not revision.is_draft and form is None:
            context = review.review_context(request, revision, refused=refused, typed=typed)
            return self._submitted_page(request, context, status_of(refused))
        return self._draft_page(
            request, revision, form, refused, typed=typed, picture_form=picture_form
        )

    def _draft_page(
        self,
        request: HttpRequest,
        revision: Revision,
        form: DraftForm | None,
        refused: Refused | None,
        *,
        typed: commenting.Typed | None = None,
        picture_form: PictureForm | None = None,
    ) -> HttpResponse:
        user = person(request)
        status = status_of(refused)
        conflict = None
        if form is not None:
            status = max(status, 400)
            form.is_valid()
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
        findings = checks.on_draft(revision)
        return TemplateResponse(
            request,
            "admin/content/draft.html",
            {
                **self.admin_site.each_context(request),
                "title": f"Draft: {revision.title}",
                "revision": revision,
                "article": revision.article,
                "form": form or self._form(revision),
                "picture_form": picture_form or PictureForm(),
                "pictures": pictures.shown_in(
                    revision.body if form is None else form.data.get("body", "")
                ),
                "refused": refused,
                "conflict": conflict,
                "asked": asked_of(revision),
                "findings": findings,
                "blocked": any(group.level == "blocker" for group in findings),
                "cannot_edit": why_not(edit.check),
                "cannot_submit": _cannot_submit(revision, user),
                "editors": list(revision.editors_since_approval()),
                "topic": review.topic_of(revision),
                **commenting.comments_context(request, revision, typed=typed),
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
                **time_context(revision.article, person(request), revision=revision),
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
    urgent = revision.urgent_because if action.urgent_because is None else action.urgent_because
    return (action.title, action.body, action.note, notices, urgent) == (
        revision.title,
        revision.body,
        revision.note,
        revision.notices,
        revision.urgent_because,
    )
