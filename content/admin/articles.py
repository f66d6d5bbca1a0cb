"""Articles on the desk: their list, a new one, and one article's page with all its revisions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet, Subquery
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from content import composition
from content.actions import CreateArticle, Refused, StartRevision, WithdrawArticle
from content.admin.bring_in import BringIn
from content.admin.filters import (
    ByTopic,
    Language,
    LastState,
    Mine,
    OnTheKiosk,
    day,
    in_languages,
    last_revisions,
)
from content.admin.site import DeskAdmin, person, status_of, why_not
from content.forms import DESK_LANGUAGE, NewArticleForm, NewTermForm, WithdrawForm
from content.models import Article, ArticleKind, AuditEvent, RevisionState, Topic
from content.sync import why_not as why_not_measured

STATES: dict[str, str] = {str(value): str(label) for value, label in RevisionState.choices}


@admin.register(Article)
class ArticleAdmin(BringIn, DeskAdmin):
    """Articles and notices. Their words belong to revisions, so there is nothing to edit here."""

    list_display = (
        "name",
        "kind",
        "state",
        "on_the_kiosk",
        "topic_name",
        "language",
        "last_editor",
        "edited",
    )
    list_display_links = ("name",)
    list_filter = (Mine, LastState, OnTheKiosk, ByTopic, Language, "kind")
    list_select_related = ("topic",)
    search_fields = ("slug", "revisions__title")

    @admin.display(description="title", ordering="last_title")
    def name(self, article: Any) -> str:
        """Show the newest title."""
        return str(article.last_title or article.slug)

    @admin.display(description="newest revision", ordering="last_state")
    def state(self, article: Any) -> str:
        """Show where the newest revision stands."""
        return STATES.get(article.last_state, "No revision")

    @admin.display(description="on the kiosk", boolean=False, ordering="public_rendition")
    def on_the_kiosk(self, article: Article) -> str:
        """Say whether the public has it."""
        return "Public" if article.public_rendition_id else "Not public"

    @admin.display(description="topic", empty_value="none", ordering="topic__position")
    def topic_name(self, article: Article) -> str | None:
        """Name the shelf."""
        return article.topic.title_in(DESK_LANGUAGE) if article.topic else None

    @admin.display(description="last editor", ordering="last_editor")
    def last_editor(self, article: Any) -> str:
        """Name who changed the words last."""
        return article.last_editor or ""

    @admin.display(description="edited", ordering="last_edited")
    def edited(self, article: Any) -> str:
        """Say when the words changed last."""
        return day(article.last_edited)

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Leave the language out where there is only one."""
        return in_languages(self.list_display)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Read what the list shows of the newest revisions with the articles themselves."""
        last = last_revisions()
        articles: QuerySet[Article] = super().get_queryset(request)
        return (
            articles.prefetch_related("topic__titles")
            .annotate(
                last_title=Subquery(last.values("title")[:1]),
                last_state=Subquery(last.values("state")[:1]),
                last_editor=Subquery(last.values("edited_by__username")[:1]),
                last_edited=Subquery(last.values("edited_at")[:1]),
            )
            .order_by(F("last_edited").desc(nulls_last=True), "pk")
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes an article itself: revisions and decisions do. Superusers neither."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """Add what can be done to an article, POST only, to the admin's own addresses."""
        wrap = self.admin_site.admin_view
        return [
            path("bring-in/", wrap(self.bring_in_view), name="content_article_bring_in"),
            path("add/term/", wrap(self.add_term_view), name="content_article_add_term"),
            path(
                "<int:pk>/revise/",
                wrap(require_POST(self.revise_view)),
                name="content_article_revise",
            ),
            path(
                "<int:pk>/withdraw/",
                wrap(require_POST(self.withdraw_view)),
                name="content_article_withdraw",
            ),
            *super().get_urls(),
        ]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Begin an article from typed words or a file."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = NewArticleForm(request.POST or None, request.FILES or None)
        if request.method == "GET":
            topic = Topic.objects.filter(slug=request.GET.get("topic", "")).first()
            form = NewArticleForm(initial={"topic": topic.slug} if topic else None)

        def create(words: dict[str, Any]) -> CreateArticle:
            return CreateArticle(
                actor=person(request),
                title=words["title"],
                body=words["body"],
                language=words["language"],
                topic=Topic.objects.filter(slug=words["topic"]).first(),
                note=words["note"],
                notices=words.get("notices") or None,
            )

        return self._begin(request, form, create, "New article", "admin/content/new_article.html")

    def add_term_view(self, request: HttpRequest) -> HttpResponse:
        """Begin a word of the glossary."""
        if not self.has_add_permission(request):
            raise PermissionDenied

        def create(words: dict[str, Any]) -> CreateArticle:
            return CreateArticle(
                actor=person(request),
                kind=ArticleKind.TERM,
                title=words["title"],
                body=words["body"],
                language=words["language"],
                note=words["note"],
            )

        form = NewTermForm(request.POST or None)
        return self._begin(
            request, form, create, "New glossary term", "admin/content/new_term.html"
        )

    def _begin(
        self,
        request: HttpRequest,
        form: Form,
        create: Callable[[dict[str, Any]], CreateArticle],
        title: str,
        template: str,
    ) -> HttpResponse:
        """Begin a text and go to its draft, or show the form with what was typed and why not."""
        refused = None
        if request.method == "POST" and form.is_valid():
            try:
                revision = create(form.cleaned_data).execute()
            except Refused as error:
                refused = error
            else:
                messages.success(request, "Here is your draft. Nobody but staff can see it.")
                return redirect("admin:content_revision_change", revision.pk)
        status = status_of(refused) if refused else 200 if request.method == "GET" else 400
        return TemplateResponse(
            request,
            template,
            {
                **self.admin_site.each_context(request),
                "title": title,
                "form": form,
                "refused": refused,
            },
            status=status,
        )

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show an article with its revisions and decisions. It takes no POST."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return self._page(request, self._found(request, object_id))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what the audit trail tells about the article."""
        article = self._found(request, object_id)
        events = AuditEvent.objects.filter(article=article).select_related("revision")
        return TemplateResponse(
            request,
            "admin/content/history.html",
            {
                **self.admin_site.each_context(request),
                "title": f"History of “{article.title}”",
                "article": article,
                "events": events.order_by("-pk")[:200],
            },
        )

    def revise_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin a new revision from the newest words."""
        article = self._found(request, pk)
        try:
            revision = StartRevision(article, actor=person(request)).execute()
        except Refused as refused:
            return self._page(request, article, refused=refused)
        messages.success(request, f"Revision {revision.number} is a draft now.")
        return redirect("admin:content_revision_change", revision.pk)

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take an article from the public at once."""
        article = self._found(request, pk)
        form = WithdrawForm(request.POST)
        action = WithdrawArticle(
            article,
            actor=person(request),
            reason=request.POST.get("reason", ""),
            comment=request.POST.get("comment", ""),
        )
        refused = why_not(action.check)
        if refused is None and form.is_valid():
            try:
                action.execute()
            except Refused as late:
                refused = late
            else:
                messages.success(request, "Withdrawn: the kiosk does not show it any more.")
                return redirect("admin:content_article_change", article.pk)
        return self._page(request, self._found(request, pk), refused=refused, form=form, status=400)

    def _found(self, request: HttpRequest, pk: int | str) -> Article:
        """Return an article that this person may see, or raise 403 or 404."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        text = str(pk)
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 19 else -1
        articles = Article.objects.select_related("topic", "public_rendition__revision")
        return get_object_or_404(articles, pk=number)

    def _page(
        self,
        request: HttpRequest,
        article: Article,
        *,
        refused: Refused | None = None,
        form: WithdrawForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        user = person(request)
        public = article.public_rendition
        withdraw = WithdrawArticle(article, actor=user, reason="", comment="")
        return TemplateResponse(
            request,
            "admin/content/article.html",
            {
                **self.admin_site.each_context(request),
                "title": article.title,
                "article": article,
                "public": public,
                "approval": composition.approval_of(public) if public else None,
                "sync": public.sync_measurements.last() if public else None,
                "sync_why_not": why_not_measured(public) if public else None,
                "topic": article.topic.title_in(DESK_LANGUAGE) if article.topic else "",
                "revisions": article.revisions.select_related("edited_by").order_by("-number"),
                "refused": refused,
                "withdraw_form": form or WithdrawForm(),
                "withdraw_open": form is not None,
                "cannot_withdraw": why_not(withdraw.check_standing),
                "cannot_revise": why_not(StartRevision(article, actor=user).check),
            },
            status=status_of(refused) if refused else status,
        )
