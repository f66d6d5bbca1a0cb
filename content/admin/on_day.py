"""Who approved what was public on that day, and what did it sound like."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from content import history
from content.audit import actions
from content.models import Article

PER_PAGE = 100


def zone() -> str:
    """Return the name of the time zone that the desk's times are in."""
    return timezone.get_current_timezone_name()


class MomentForm(forms.Form):
    """A day and a time of it; a language where there are several; an article or all."""

    day = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(
        label="Time",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "step": "1"}),
    )
    language = forms.ChoiceField(required=False, label="Language")
    article = forms.CharField(
        required=False, label="Article", max_length=80, help_text="Its address; empty: all."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)  # noqa: S101 - declared above
        language.choices = [("", "all"), *((code, code) for code in settings.PLAINVOICE_LANGUAGES)]
        if len(settings.PLAINVOICE_LANGUAGES) < 2:
            del self.fields["language"]


class Asked:
    """The moment that an address asks for: now, where it names none."""

    def __init__(self, request: HttpRequest) -> None:
        now = timezone.localtime().replace(microsecond=0)
        self.form = MomentForm(
            {
                "day": request.GET.get("day") or now.date().isoformat(),
                "time": request.GET["time"]
                if "time" in request.GET
                else now.time().isoformat()
                if "day" not in request.GET
                else "",
                "language": request.GET.get("language", ""),
                "article": request.GET.get("article", "").strip(),
            }
        )
        self.well = self.form.is_valid()
        words = self.form.cleaned_data
        self.language: str = words.get("language", "")
        self.article: str = words.get("article", "")
        self.moment = _moment(words["day"], words.get("time")) if self.well else now
        local = timezone.localtime(self.moment)
        self.query = urlencode(
            {"day": local.date().isoformat(), "time": local.time().replace(microsecond=0)}
        )
        self.further = urlencode({"language": self.language, "article": self.article})


def _moment(day: date, at: time | None) -> datetime:
    """Return the end of the second that was asked for; without a time, of the day."""
    zone = timezone.get_current_timezone()
    if at is None:
        return datetime.combine(day, time.max, zone)
    return datetime.combine(day, at.replace(microsecond=0), zone) + timedelta(microseconds=999_999)


def everything(request: HttpRequest) -> HttpResponse:
    """Show every text that was public at a moment, with who approved it and until when."""
    asked = Asked(request)
    first = history.first_moment()
    too_early = first is not None and asked.moment < first
    found: list[history.Public] = []
    if asked.well and first is not None and not too_early:
        article = Article.objects.filter(slug=asked.article).first() if asked.article else None
        if not asked.article or article is not None:
            found = history.public_at(asked.moment, language=asked.language, article=article)
    articles = [one for one in found if not one.article.is_notice]
    page = Paginator(articles, PER_PAGE).get_page(request.GET.get("page"))
    return TemplateResponse(
        request,
        "admin/content/on_day.html",
        {
            **admin.site.each_context(request),
            "title": "On that day",
            "form": asked.form,
            "asked": asked,
            "zone": zone(),
            "first": first,
            "too_early": too_early,
            "count": len(articles),
            "page": page,
            "notices": [one for one in found if one.article.is_notice],
        },
        status=200 if asked.well else 400,
    )


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one text as it was at a moment, with all that stood around it, to be played."""
    article = get_object_or_404(Article, pk=pk)
    asked = Asked(request)
    page = history.page_at(article, asked.moment) if asked.well else None
    approval = page.public.approval if page is not None else None
    return TemplateResponse(
        request,
        "admin/content/article_on_day.html",
        {
            **admin.site.each_context(request),
            "title": page.public.rendition.title if page is not None else article.slug,
            "article": article,
            "form": asked.form,
            "asked": asked,
            "zone": zone(),
            "shown": page,
            "public": page.public if page is not None else None,
            "findings": actions.listed(approval.findings) if approval else [],
            "answers": actions.listed(approval.answers) if approval else [],
        },
        status=200 if asked.well else 400,
    )
