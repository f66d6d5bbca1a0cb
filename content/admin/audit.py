"""The audit trail on the desk: read, searched, never changed."""

from __future__ import annotations

from django.contrib import admin

from content.admin.site import ReadOnlyAdmin
from content.models import AuditEvent


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    """Who did what to which text."""

    list_display = ("at", "actor_name", "action", "article", "revision", "software")
    list_filter = ("action", "at")
    list_select_related = ("article", "revision")
    search_fields = ("actor_name", "article__slug")
    ordering = ("-pk",)
    fields = ("at", "actor_name", "action", "article", "revision", "detail", "software")
