"""How staff are named to the public. Accounts and groups are Django's own pages."""

from __future__ import annotations

from django.contrib import admin
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.admin.site import DeskAdmin
from content.models import StaffProfile

# Their page shows the secret and lets a superuser change or delete it, past the audit trail.
if admin.site.is_registered(TOTPDevice):
    admin.site.unregister(TOTPDevice)


@admin.register(StaffProfile)
class StaffProfileAdmin(DeskAdmin):
    """Edited by superusers: no role has this permission."""

    list_display = ("user", "public_name", "profession")
    list_select_related = ("user",)
    search_fields = ("user__username", "public_name", "profession")

    def get_readonly_fields(self, request: object, obj: object = None) -> tuple[str, ...]:
        """Keep whose profile it is, once it is somebody's."""
        return ("user",) if obj is not None else ()
