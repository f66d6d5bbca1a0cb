"""Narrowing the desk's lists: mine, language, topic, state."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format

from content import due, translations
from content.forms import DESK_LANGUAGE
from content.models import Article, Revision, RevisionEditor, RevisionState, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


def to_article(queryset: QuerySet[Any]) -> str:
    """Return the lookup prefix that leads from a row of a list to its article."""
    return "" if queryset.model is Article else "article__"


class Mine(admin.SimpleListFilter):
    """What this person wrote or edited."""

    title = "writer"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Offer one choice beside "all"."""
        return [("yes", "Edited by me")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows that name this person among their editors."""
        if self.value() != "yes":
            return queryset
        row = "revision__article" if queryset.model is Article else "revision"
        mine = RevisionEditor.objects.filter(user=request.user.pk, **{row: OuterRef("pk")})
        return queryset.filter(Exists(mine))


class Language(admin.SimpleListFilter):
    """The language of the text."""

    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Offer the kiosk's languages. With only one the filter is not shown."""
        languages = settings.PLAINVOICE_LANGUAGES
        return [(code, code) for code in languages] if len(languages) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep one language's rows."""
        if not self.value():
            return queryset
        return queryset.filter(**{f"{to_article(queryset)}language": self.value()})


class ByTopic(admin.SimpleListFilter):
    """The shelf of the article."""

    title = "topic"
    parameter_name = "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Offer the topics by name."""
        # Asked again for the count of every other filter.
        known: list[tuple[str, str]] | None = getattr(request, "_topics_by_name", None)
        if known is None:
            topics = Topic.objects.prefetch_related("titles")
            known = [(topic.slug, topic.title_in(DESK_LANGUAGE)) for topic in topics]
            vars(request)["_topics_by_name"] = known
        return known

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep one topic's rows."""
        if not self.value():
            return queryset
        return queryset.filter(**{f"{to_article(queryset)}topic__slug": self.value()})


class LastState(admin.SimpleListFilter):
    """Where the newest revision of an article stands; the list annotates ``last_state``."""

    title = "newest revision"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Offer every state."""
        return [(str(value), str(label)) for value, label in RevisionState.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep one state's rows."""
        return queryset.filter(last_state=self.value()) if self.value() else queryset


class OnTheKiosk(admin.SimpleListFilter):
    """Whether the public has the article now."""

    title = "on the kiosk"
    parameter_name = "public"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Offer both."""
        return [("yes", "Public"), ("no", "Not public")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what is, or is not, public."""
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(public_rendition__isnull=self.value() == "no")


class DueForReview(admin.SimpleListFilter):
    """When what is public is due for review again."""

    title = "next review"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Offer what is overdue, what soon will be, and what has left because of that."""
        return [("overdue", "Overdue"), ("soon", "Due in 60 days"), ("left", "Left the kiosk")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what is public and due, or has left by itself."""
        today = timezone.localdate()
        if self.value() == "left":
            return queryset.filter(Exists(due.departures().filter(article=OuterRef("pk"))))
        if self.value() == "overdue":
            return queryset.filter(
                pk__in=due.due_between(None, today - timedelta(days=1)).values("pk")
            )
        if self.value() == "soon":
            soon = due.due_between(today, today + timedelta(days=60))
            return queryset.filter(pk__in=soon.values("pk"))
        return queryset


class Outdated(admin.SimpleListFilter):
    """Whether what a translation translates has changed since."""

    title = "translation"
    parameter_name = "translation"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Offer the outdated ones. With only one language the filter is not shown."""
        several = len(settings.PLAINVOICE_LANGUAGES) > 1
        return [("outdated", "Outdated")] if several else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the translations whose source has a newer approved revision."""
        if self.value() != "outdated":
            return queryset
        outdated = translations.all_outdated(Article.objects.all())
        return queryset.filter(pk__in=outdated.values("pk"))


def last_revisions() -> QuerySet[Revision]:
    """Return the revisions of an outer article, newest first: for subqueries."""
    return Revision.objects.filter(article=OuterRef("pk")).order_by("-number")


def in_languages(columns: Iterable[str]) -> list[str]:
    """Return a list's columns, without the language where the kiosk has only one."""
    several = len(settings.PLAINVOICE_LANGUAGES) > 1
    return [column for column in columns if several or column != "language"]


def day(at: datetime | None) -> str:
    """Return the day of a point in time as the lists show it."""
    return date_format(timezone.localtime(at), "j M Y") if at else ""
