"""Articles on the desk: their list, a new one, and one article's page with all its revisions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.forms import Form
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from content import dossier, due
from content.actions import CreateArticle, Refused, ShelveArticle, StartRevision, WithdrawArticle
from content.admin.bring_in import BringIn
from content.admin.deciding import take_away
from content.admin.filters import (
    ByTopic,
    DueForReview,
    Language,
    LastState,
    Mine,
    OnTheKiosk,
    Outdated,
    day,
    in_languages,
    last_revisions,
)
from content.admin.site import DeskAdmin, person, post_only, status_of, why_not
from content.admin.time import TimeViews, article_context, kiosk_words
from content.forms import DESK_LANGUAGE, NewArticleForm, NewTermForm, ShelveForm, WithdrawForm
from content.models import Article, ArticleKind, AuditEvent, RevisionState, Topic
from content.sync import why_not as why_not_measured
from content.time_forms import SourceForm

STATES: dict[str, str] = {str(value): str(label) for value, label in RevisionState.choices}


@admin.register(Article)
class ArticleAdmin(BringIn, TimeViews, DeskAdmin):
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
    list_filter = (
        Mine,
        LastState,
        OnTheKiosk,
        DueForReview,
        Outdated,
        ByTopic,
        Language,
        "kind",
    )
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
        """Say whether the public has it, will have it, or why it has left."""
        return kiosk_words(article)

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
        waiting = due.scheduled().filter(revision__article=OuterRef("pk"))
        left = due.departures().filter(article=OuterRef("pk")).order_by("-pk")
        articles: QuerySet[Article] = super().get_queryset(request)
        return (
            articles.prefetch_related("topic__titles")
            .annotate(
                last_title=Subquery(last.values("title")[:1]),
                last_state=Subquery(last.values("state")[:1]),
                last_editor=Subquery(last.values("edited_by__username")[:1]),
                last_edited=Subquery(last.values("edited_at")[:1]),
                goes_up=Subquery(waiting.values("publish_at")[:1]),
                left_reason=Subquery(left.values("reason")[:1]),
                left_since=Subquery(left.values("since")[:1]),
            )
            .order_by(F("last_edited").desc(nulls_last=True), "pk")
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes an article itself: revisions and decisions do. Superusers neither."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """Add what can be done to an article, POST only, to the admin's own addresses."""
        wrap = self.admin_site.admin_view
        take = partial(post_only, page="admin:content_article_change")
        return [
            path("bring-in/", wrap(self.bring_in_view), name="content_article_bring_in"),
            path("add/term/", wrap(self.add_term_view), name="content_article_add_term"),
            path(
                "<int:pk>/revise/",
                wrap(take(self.revise_view)),
                name="content_article_revise",
            ),
            path(
                "<int:pk>/shelve/",
                wrap(take(self.shelve_view)),
                name="content_article_shelve",
            ),
            path(
                "<int:pk>/withdraw/",
                wrap(take(self.withdraw_view)),
                name="content_article_withdraw",
            ),
            path(
                "<int:pk>/dossier/",
                wrap(require_safe(self.dossier_view)),
                name="content_article_dossier",
            ),
            *self.time_urls(),
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
                urgent_because=words["urgent_because"],
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
                urgent_because=words["urgent_because"],
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
                messages.success(
                    request,
                    "Here is your draft. Nobody but staff can see it.",
                    extra_tags="desk-took-new-article desk-took-new-term",
                )
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
        chosen = request.POST.get("source_revision", "")
        form = SourceForm(request.POST, article=article)
        if chosen and not form.is_valid():
            return self._page(request, article, status=400, source_form=form)
        try:
            revision = StartRevision(
                article,
                actor=person(request),
                source_revision=form.cleaned_data["source_revision"] if chosen else None,
            ).execute()
        except Refused as refused:
            return self._page(request, article, refused=refused)
        messages.success(request, f"Revision {revision.number} is a draft now.")
        return redirect("admin:content_revision_change", revision.pk)

    def shelve_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put an article on another shelf."""
        article = self._found(request, pk)
        form = ShelveForm(request.POST, article=article)
        if not form.is_valid():
            return self._page(request, article, status=400)
        topic = Topic.objects.filter(slug=form.cleaned_data["topic"]).first()
        try:
            ShelveArticle(article, actor=person(request), topic=topic).execute()
        except Refused as refused:
            return self._page(request, self._found(request, pk), refused=refused)
        where = topic.title_in(DESK_LANGUAGE) if topic else "no topic"
        messages.success(request, f"Moved: it stands in {where} now.")
        return redirect("admin:content_article_change", pk)

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take an article from the public at once."""
        article = self._found(request, pk)
        form, refused = take_away(request, article)
        if form is None:
            return redirect("admin:content_article_change", article.pk)
        return self._page(request, self._found(request, pk), refused=refused, form=form, status=400)

    def dossier_view(self, request: HttpRequest, pk: int) -> StreamingHttpResponse:
        """Give everything decided about an article, as a zip that verifies itself."""
        article = self._found(request, pk)
        answer = StreamingHttpResponse(
            dossier.stream(article, audio="without-audio" not in request.GET),
            content_type="application/zip",
        )
        answer["Content-Disposition"] = f'attachment; filename="{dossier.name_of(article)}"'
        return answer

    def _found(self, request: HttpRequest, pk: int | str) -> Article:
        """Return an article that this person may see, or raise 403 or 404."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        text = str(pk)
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 19 else -1
        articles = Article.objects.select_related(
            "topic",
            "public_rendition__revision__source_revision",
            "translation_of__public_rendition",
        )
        return get_object_or_404(articles, pk=number)

    def _page(
        self,
        request: HttpRequest,
        article: Article,
        *,
        refused: Refused | None = None,
        form: WithdrawForm | None = None,
        status: int = 200,
        **typed: Form,
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
                "sync": public.sync_measurements.last() if public else None,
                "sync_why_not": why_not_measured(public) if public else None,
                "topic": article.topic.title_in(DESK_LANGUAGE) if article.topic else "",
                "revisions": article.revisions.select_related("edited_by").order_by("-number"),
                "refused": refused,
                "withdraw_form": form or WithdrawForm(auto_id="id_withdraw_%s"),
                "withdraw_open": form is not None,
                "cannot_withdraw": why_not(withdraw.check_standing),
                "shelve_form": ShelveForm(article=article) if not article.is_notice else None,
                "cannot_shelve": why_not(
                    ShelveArticle(article, actor=user, topic=None).check_standing
                ),
                "cannot_revise": why_not(StartRevision(article, actor=user).check),
                **article_context(article, user),
                **typed,
            },
            status=status_of(refused) if refused else status,
        )
