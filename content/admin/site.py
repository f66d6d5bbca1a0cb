"""What every page of the desk has in common: nothing is deleted, nothing is done in bulk."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from content.actions import Conflict, Invalid, NotPermitted, Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin

admin.site.site_header = "Plainvoice desk"
admin.site.site_title = "Plainvoice desk"
admin.site.index_title = "Waiting for you"
admin.site.index_template = "admin/content/index.html"
admin.site.enable_nav_sidebar = False
admin.site.disable_action("delete_selected")

STATUS: dict[type[Refused], int] = {NotPermitted: 403, Conflict: 409, Invalid: 400}


def status_of(refused: Refused | None) -> int:
    """Return the HTTP status that answers a refusal, 200 where there is none."""
    if refused is None:
        return 200
    return next(code for kind, code in STATUS.items() if isinstance(refused, kind))


def why_not(check: Callable[[], None]) -> Refused | None:
    """Return why an action's check refuses, or None where it does not."""
    try:
        check()
    except Refused as refused:
        return refused
    return None


def person(request: HttpRequest) -> User:
    """Return who asks. Every page of the desk stands behind ``admin_view``: somebody does."""
    user = request.user
    assert user.is_authenticated  # noqa: S101 - admin_view has sent everybody else to the login
    return user


class DeskAdmin(ModelAdmin):
    """A model on the desk: no bulk actions, no editing in a list, no deleting, by anybody."""

    actions = None
    list_per_page = 50
    show_full_result_count = False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes: what was decided stays on record. Superusers neither."""
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list. It takes no POST, since nothing can be done to a list."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})


class ReadOnlyAdmin(DeskAdmin):
    """A model that the desk shows and never changes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds one by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one by hand."""
        return False


def post_only(view: Callable[..., HttpResponse], page: str) -> Callable[..., HttpResponse]:
    """Return a view that takes POST alone, and else answers 405 with the way to its ``page``.

    Somebody whose session was lost while sending comes here from the login by GET.
    """

    @wraps(view)
    def only_post(request: HttpRequest, pk: int) -> HttpResponse:
        if request.method == "POST":
            return view(request, pk)
        return TemplateResponse(
            request,
            "admin/content/post_only.html",
            {
                **admin.site.each_context(request),
                "title": "This was not done",
                "back": reverse(page, args=[pk]),
            },
            status=405,
            headers={"Allow": "POST"},
        )

    return only_post


def number_in(text: str | None) -> int | None:
    """Return a row's number that was sent as text, None where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def took(request: HttpRequest, sentence: str, form: str, row: Model) -> None:
    """Say on the next page that what a form sent is kept.

    The message names the form, so that ``desk/keep.js`` lets go of what it kept for it.
    """
    messages.success(request, sentence, extra_tags=f"desk-took-{form}-{row.pk}")


def already(request: HttpRequest, sentence: str, kept: str = "") -> None:
    """Say on the next page that what was sent twice was done once, as :func:`took`."""
    messages.info(request, sentence, extra_tags=f"desk-took-{kept}" if kept else "")
