"""``/healthz``: whether this installation can do its work, for whoever watches over it."""

from __future__ import annotations

from pathlib import Path

import espeakng_loader
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from content.audit import mirror


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer ``{"status", "database", "speech", "publication", "audit"}``.

    The parts are "ok" or "failing"; why is for the log and ``manage.py check``, not for everybody.
    503 and "failing" where one fails that visitors need. Where only the audit mirror does: 200 and
    "degraded", since nobody should lose the kiosk over it.
    """
    parts = {
        "database": _database_answers(),
        "speech": Path(espeakng_loader.get_library_path()).is_file(),
        "publication": (settings.PLAINVOICE_PUBLICATION / "manifest.json").is_file(),
    }
    well, mirrored = all(parts.values()), _audit_is_mirrored()
    parts["audit"] = mirrored
    findings = {name: "ok" if fine else "failing" for name, fine in parts.items()}
    status = "failing" if not well else "ok" if mirrored else "degraded"
    return JsonResponse({"status": status, **findings}, status=200 if well else 503)


def _audit_is_mirrored() -> bool:
    """Whether the audit trail's second copy has all that it should. Where it is switched off: yes."""
    try:
        return not mirror.wrong()
    except DatabaseError:
        return True


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False
