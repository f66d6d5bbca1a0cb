"""The audit trail on the desk: read, searched, taken away as a file, never changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from content.admin import audit_files, on_day
from content.admin.audit_search import Search
from content.admin.site import ReadOnlyAdmin
from content.audit import actions
from content.models import AuditEvent

PER_PAGE = 50


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    """Who did what to which text, and what was public on a day."""

    def get_urls(self) -> list[URLPattern]:
        """Add the pages that answer an auditor's questions, to be read only."""
        wrap = self.admin_site.admin_view
        return [
            path("on-day/", wrap(require_safe(self.on_day_view)), name="content_auditevent_on_day"),
            path(
                "on-day/<int:pk>/",
                wrap(require_safe(self.article_on_day_view)),
                name="content_auditevent_article_on_day",
            ),
            path("export/", wrap(require_safe(self.export_view)), name="content_auditevent_export"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the events that were asked for, newest first. It takes no POST."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        self._check_view(request)
        search = Search(request.GET)
        page = Paginator(search.events().order_by("-pk"), PER_PAGE).get_page(
            request.GET.get("page")
        )
        return TemplateResponse(
            request,
            "admin/content/audit.html",
            {
                **self.admin_site.each_context(request),
                "title": "Audit trail",
                "form": search.form,
                "query": search.query,
                "page": page,
                "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2),
                "rows": [
                    (
                        event,
                        actions.sentence(event.action),
                        actions.facts(event.detail, digests=False),
                    )
                    for event in page
                ],
                "zone": on_day.zone(),
            },
        )

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show one event whole. It takes no POST."""
        self._check_view(request)
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        number = int(object_id) if object_id.isascii() and object_id.isdigit() else -1
        events = AuditEvent.objects.select_related("article", "revision")
        event = get_object_or_404(events, pk=number if number < 2**63 else -1)
        return TemplateResponse(
            request,
            "admin/content/audit_event.html",
            {
                **self.admin_site.each_context(request),
                "title": f"Audit event {event.pk}",
                "event": event,
                "sentence": actions.sentence(event.action),
                "facts": actions.facts(event.detail),
                "vouched": actions.vouched(event.detail),
                "zone": on_day.zone(),
                "has_next": AuditEvent.objects.filter(pk=event.pk + 1).exists(),
            },
        )

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """Give the events that were asked for as JSON lines or CSV, oldest first."""
        self._check_view(request)
        search = Search(request.GET)
        if not search.form.is_valid():
            return HttpResponse("These are no events to ask for.", status=400)
        return audit_files.answer(search.events().order_by("pk"), request.GET.get("format", ""))

    def on_day_view(self, request: HttpRequest) -> HttpResponse:
        """Show what was public at a moment."""
        self._check_view(request)
        return on_day.everything(request)

    def article_on_day_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show and play one text as it was at a moment."""
        self._check_view(request)
        return on_day.one(request, pk)

    def _check_view(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied
