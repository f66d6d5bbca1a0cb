"""Everything off: one page that says what it would do, does it, and lets somebody else undo it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from content.actions import Refused, ResumeEverything, SuspendEverything
from content.actions.suspend import public_texts
from content.admin.site import ReadOnlyAdmin, person, status_of, why_not
from content.forms import ResumeForm, SuspendForm
from content.models import Suspension
from content.signin.reauthentication import confirm_first


@admin.register(Suspension)
class SuspensionAdmin(ReadOnlyAdmin):
    """The stops of the whole service: whether one is in force, and those that were."""

    def get_urls(self) -> list[URLPattern]:
        """Add beginning and ending, POST only."""
        wrap = self.admin_site.admin_view
        return [
            path("begin/", wrap(require_POST(self.begin_view)), name="content_suspension_begin"),
            path("end/", wrap(require_POST(self.end_view)), name="content_suspension_end"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show whether everything is off, and what is public otherwise. It takes no POST."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return self._page(request)

    def begin_view(self, request: HttpRequest) -> HttpResponse:
        """Take everything off the kiosks."""
        form = SuspendForm(request.POST)
        action = SuspendEverything(
            actor=person(request),
            reason=request.POST.get("reason", ""),
            comment=request.POST.get("comment", ""),
        )
        refused = why_not(action.check)
        if refused is None and form.is_valid():
            try:
                suspension = action.execute()
            except Refused as late:
                refused = late
            else:
                count = suspension.texts.count()
                messages.success(
                    request,
                    f"Done: {count} {'texts are' if count > 1 else 'text is'} off the kiosks. "
                    "Urgent help and the closing advice stay.",
                )
                return redirect("admin:content_suspension_changelist")
        return self._page(request, refused=refused, suspend_form=form, status=400)

    @confirm_first("to put everything back")
    def end_view(self, request: HttpRequest) -> HttpResponse:
        """Put everything back."""
        form = ResumeForm(request.POST)
        action = ResumeEverything(actor=person(request), comment=request.POST.get("comment", ""))
        refused = why_not(action.check)
        if refused is None and form.is_valid():
            try:
                back = action.execute()
            except Refused as late:
                refused = late
            else:
                count = len(back)
                messages.success(
                    request,
                    f"Done: {count} {'texts are' if count != 1 else 'text is'} on the kiosks again.",
                )
                return redirect("admin:content_suspension_changelist")
        return self._page(request, refused=refused, resume_form=form, status=400)

    def _page(
        self,
        request: HttpRequest,
        *,
        refused: Refused | None = None,
        suspend_form: SuspendForm | None = None,
        resume_form: ResumeForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        user = person(request)
        suspend = SuspendEverything(actor=user, reason="", comment="")
        counts = dict(
            public_texts().order_by("kind").values_list("kind").annotate(count=Count("pk"))
        )
        past = Suspension.objects.select_related("begun_by", "ended_by")
        return TemplateResponse(
            request,
            "admin/content/suspension.html",
            {
                **self.admin_site.each_context(request),
                "title": "Everything off the kiosks",
                "refused": refused,
                "current": Suspension.current(),
                "articles": counts.get("article", 0),
                "terms": counts.get("term", 0),
                "past": past.annotate(count=Count("texts")).order_by("-pk")[:20],
                "suspend_form": suspend_form or SuspendForm(),
                "resume_form": resume_form or ResumeForm(),
                "cannot_suspend": why_not(suspend.check_standing),
                "cannot_resume": why_not(ResumeEverything(actor=user, comment="").check_standing),
            },
            status=status_of(refused) if refused else status,
        )
