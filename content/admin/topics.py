"""Topics on the desk: the shelves of the start screen, with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from content.actions.base import record
from content.admin.site import DeskAdmin, person
from content.forms import DESK_LANGUAGE, notice_choices
from content.models import Topic, TopicTitle

if TYPE_CHECKING:
    TopicModelForm = forms.ModelForm[Topic]
    TitleModelForm = forms.ModelForm[TopicTitle]
    TitleInline = admin.TabularInline[TopicTitle, Topic]
else:
    TopicModelForm = TitleModelForm = forms.ModelForm
    TitleInline = admin.TabularInline


class TopicForm(TopicModelForm):
    """A topic, with the notices of its new articles chosen from those there are."""

    notices = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What a new article of this topic begins with.",
    )

    class Meta:
        model = Topic
        fields = (
            "slug",
            "icon",
            "position",
            "review_months",
            "grace_days",
            "leaves_with_source",
            "second_signoff",
            "notices",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        notices = self.fields.get("notices")
        if isinstance(notices, forms.MultipleChoiceField):
            notices.choices = notice_choices(settings.PLAINVOICE_LANGUAGES)


class TitleForm(TitleModelForm):
    """A topic's name in one of the kiosk's languages."""

    language = forms.ChoiceField()

    class Meta:
        model = TopicTitle
        fields = ("language", "title")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields.get("language")
        if isinstance(language, forms.ChoiceField):
            language.choices = [(code, code) for code in settings.PLAINVOICE_LANGUAGES]


class Titles(TitleInline):
    """The names belong to the topic, and so does the permission to change them."""

    model = TopicTitle
    form = TitleForm
    verbose_name = "name"
    verbose_name_plural = "names"
    can_delete = False

    def get_extra(self, request: HttpRequest, obj: Topic | None = None, **kwargs: Any) -> int:
        """Offer a row for every language that has no name yet."""
        named = obj.titles.count() if obj is not None else 0
        return max(0, len(settings.PLAINVOICE_LANGUAGES) - named)

    def get_max_num(self, request: HttpRequest, obj: Topic | None = None, **kwargs: Any) -> int:
        """Allow one name a language."""
        return len(settings.PLAINVOICE_LANGUAGES)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may see the topic sees its names."""
        return request.user.has_perm("content.view_topic")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may change the topic names it."""
        return request.user.has_perm("content.change_topic")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may change the topic names it."""
        return request.user.has_perm("content.change_topic")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A topic keeps its names."""
        return False


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    """A topic's address stays: published pages are under it."""

    form = TopicForm
    inlines = (Titles,)
    list_display = ("name", "slug", "position", "review_months", "second_signoff", "articles_here")
    search_fields = ("slug", "titles__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        """Read names and counts with the topics."""
        topics: QuerySet[Topic] = super().get_queryset(request)
        return topics.prefetch_related("titles").annotate(article_count=Count("articles"))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Let a topic keep the address it was made with, and a lead say whether two must sign off."""
        address = ("slug",) if obj is not None else ()
        may = request.user.has_perm("content.require_signoff")
        return address if may else (*address, "second_signoff")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the names, and record who gave the shelf these: they are public at once."""
        super().save_related(request, form, formsets, change)
        topic: Topic = form.instance
        record(
            "topic",
            actor=person(request),
            topic=topic.slug,
            icon=topic.icon,
            second_signoff=topic.second_signoff,
            review_months=topic.review_months,
            grace_days=topic.grace_days,
            leaves_with_source=topic.leaves_with_source,
            titles={title.language: title.title for title in topic.titles.all()},
        )

    @admin.display(description="name")
    def name(self, topic: Topic) -> str:
        """Show the name in the desk's language."""
        return topic.title_in(DESK_LANGUAGE)

    @admin.display(description="articles", ordering="article_count")
    def articles_here(self, topic: Any) -> int:
        """Count its articles, public or not."""
        count: int = topic.article_count
        return count
