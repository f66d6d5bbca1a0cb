"""Time on an article's page: still correct, scheduled, last day, and its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format

from content import composition, due, translations
from content.actions import (
    BringExpiryNearer,
    CancelSchedule,
    ConfirmArticle,
    Refused,
    ReleaseSchedule,
    StartTranslation,
)
from content.actions.schedule import failure_of
from content.admin.difference import difference
from content.admin.site import person, post_only, why_not
from content.models import Article, Revision, RevisionState
from content.signin.reauthentication import confirm_first
from content.time_forms import (
    CancelForm,
    ConfirmForm,
    ExpiryForm,
    ScheduleForm,
    SourceForm,
    TranslationForm,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.models import User

    from content.admin.site import DeskAdmin as Base
else:
    Base = object


def time_context(
    article: Article, user: User, *, revision: Revision | None = None
) -> dict[str, Any]:
    """Return what the pages of an article, or of one of its revisions, show of its times."""
    outdated = translations.outdated(article, revision)
    context: dict[str, Any] = {
        "outdated": outdated,
        "source_lines": source_lines(outdated) if outdated else [],
        "schedule_form": ScheduleForm(),
    }
    if revision is not None and revision.state != RevisionState.APPROVED:
        # It neither is nor was public: it has no times.
        return context
    public = article.public_rendition
    assent = composition.approval_of(public) if public is not None else None
    departure = due.departure_of(article)
    waiting = due.schedule_of(article)
    times = due.times_of(article, assent)
    context |= {
        "approval": assent,
        "times": times,
        "overdue": times is not None and times.review_due < timezone.localdate(),
        "departure": departure,
        "waiting": waiting,
        "waiting_failed": failure_of(waiting) if waiting else "",
    }
    rendition = public if assent else departure.rendition if departure else None
    # On a revision's page only that which concerns this revision.
    if rendition is None or (revision is not None and rendition.revision_id != revision.pk):
        return context
    confirm = ConfirmArticle(article, actor=user, text_digest="", speech_digest="")
    return {
        **context,
        "to_confirm": rendition,
        "cannot_confirm": why_not(confirm.check_standing),
        "confirm_form": ConfirmForm(initial={"expires_on": times.expires_on if times else None}),
    }


def article_context(article: Article, user: User) -> dict[str, Any]:
    """Return what an article's own page shows: its times, and the forms that only it has."""
    context = time_context(article, user)
    waiting = context["waiting"]
    nearer = BringExpiryNearer(article, actor=user, expires_on=None)
    translate = StartTranslation(article, actor=user, language="")
    cancel = CancelSchedule(article, actor=user, reason="", comment="")
    several = len(settings.PLAINVOICE_LANGUAGES) > 1
    return {
        **context,
        "cannot_cancel": why_not(cancel.check_standing) if waiting else None,
        "cannot_release": why_not(ReleaseSchedule(article, actor=user).check) if waiting else None,
        "cancel_form": CancelForm(),
        "expiry_form": ExpiryForm(),
        "cannot_expire": why_not(nearer.check_standing),
        "cannot_translate": why_not(translate.check_standing) if several else None,
        "translation_form": TranslationForm(article=article),
        "source_form": SourceForm(article=article) if article.translation_of else None,
        "translations": article.translations.order_by("language"),
    }


def source_lines(outdated: translations.Outdated) -> list[Any]:
    """Return what changed in the source of a translation since it was compared with it."""
    before, after = outdated.before, outdated.after
    titles = difference(before.title, after.title) if before.title != after.title else []
    return [*titles, *difference(before.body, after.body)]


class TimeViews(Base):
    """The POST-only views of an article's times. What is typed comes back with a refusal."""

    def time_urls(self) -> list[URLPattern]:
        """Return the addresses, below an article's own."""
        wrap = self.admin_site.admin_view
        views = {
            "confirm": self.confirm_view,
            "expiry": self.expiry_view,
            "cancel": self.cancel_view,
            "release": self.release_view,
            "translate": self.translate_view,
        }
        return [
            path(
                f"<int:pk>/{name}/",
                wrap(post_only(view, "admin:content_article_change")),
                name=f"content_article_{name}",
            )
            for name, view in views.items()
        ]

    @confirm_first("to say that this is still correct")
    def confirm_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say that an article is still correct."""
        article, form = self._found(request, pk), ConfirmForm(request.POST)
        typed = form.cleaned_data if form.is_valid() else {}
        action = ConfirmArticle(
            article,
            actor=person(request),
            text_digest=request.POST.get("text_digest", ""),
            speech_digest=request.POST.get("speech_digest", ""),
            comment=typed.get("comment", ""),
            expires_on=typed.get("expires_on"),
            source_revision=_number(request.POST.get("source_revision")),
        )
        return self._do(
            request,
            article,
            action,
            "Confirmed: its next review is due on {0.review_due:%-d %B %Y}.",
            confirm_form=form,
        )

    def expiry_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Let an article leave the kiosk sooner."""
        article, form = self._found(request, pk), ExpiryForm(request.POST)
        day = form.cleaned_data.get("expires_on") if form.is_valid() else None
        action = BringExpiryNearer(article, actor=person(request), expires_on=day)
        said = "It leaves the kiosk on {0.expires_on:%-d %B %Y}."
        return self._do(request, article, action, said, expiry_form=form)

    def cancel_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Cancel a publication that waits for its time."""
        article, form = self._found(request, pk), CancelForm(request.POST)
        action = CancelSchedule(
            article,
            actor=person(request),
            reason=request.POST.get("reason", ""),
            comment=request.POST.get("comment", ""),
            review=_number(request.POST.get("review")),
        )
        said = "Cancelled: it does not go on the kiosk."
        return self._do(request, article, action, said, cancel_form=form)

    @confirm_first("to publish this now")
    def release_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish now what waits for its time."""
        article = self._found(request, pk)
        action = ReleaseSchedule(
            article, actor=person(request), review=_number(request.POST.get("review"))
        )
        return self._do(request, article, action, "Published: it is on the kiosk now.")

    def translate_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin a translation, and go to its draft."""
        article = self._found(request, pk)
        form = TranslationForm(request.POST, article=article)
        action = StartTranslation(
            article, actor=person(request), language=request.POST.get("language", "")
        )
        try:
            revision = action.execute()
        except Refused as refused:
            return self._page(request, article, refused=refused, translation_form=form)
        messages.success(
            request,
            "Here is your draft, with the words to translate. Nobody but staff can see it.",
        )
        return redirect("admin:content_revision_change", revision.pk)

    def _do(
        self, request: HttpRequest, article: Article, action: Any, said: str, **forms: Form
    ) -> HttpResponse:
        """Take an action, or show the page again with the forms that were typed in."""
        check: Callable[[], None] = action.check
        refused = why_not(check)
        if refused is None and all(form.is_valid() for form in forms.values()):
            try:
                done = action.execute()
            except Refused as late:
                refused = late
            else:
                messages.success(request, said.format(done))
                return redirect("admin:content_article_change", article.pk)
        article = self._found(request, article.pk)
        return self._page(request, article, refused=refused, status=400, **forms)

    if TYPE_CHECKING:

        def _found(self, request: HttpRequest, pk: int | str) -> Article: ...

        def _page(self, request: HttpRequest, article: Article, **context: Any) -> HttpResponse: ...


def kiosk_words(article: Any) -> str:
    """Return in a few words whether the public has an article, from what the list annotates."""
    if article.public_rendition_id:
        return "Public"
    if article.goes_up:
        return f"Scheduled for {date_format(timezone.localtime(article.goes_up), 'j M Y, H:i')}"
    if article.left_reason:
        since = date_format(article.left_since, "j M Y")
        return {
            "lapsed": f"Left the kiosk because its review is overdue since {since}",
            "expired": f"Left the kiosk on its last day, {since}",
        }.get(article.left_reason, f"Left the kiosk with its source, {since}")
    return "Not public"


def _number(text: str | None) -> int | None:
    """Return a row's number that was sent as text, None where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
