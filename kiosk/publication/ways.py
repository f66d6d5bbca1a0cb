"""Where each screen leads in another language: what the language key of a page opens.

A way is never a dead end: to the same screen where the other language has it, else to what says
honestly that it has not, or to its start screen.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from content.models import Article, ArticleKind, Topic
from kiosk.prompts import languages
from kiosk.publication import addresses

Ways = dict[str, str]
"""Offered language -> address, the page's own language among them."""

_NEEDS = {"urgent": ArticleKind.URGENT, "closing": ArticleKind.CLOSING}
"""Screens that are there only while such a notice is public."""


def of_screen(name: str) -> Ways:
    """Return the ways of a screen that there is one of in each language."""
    wanted = name if name in addresses.SCREENS else "home"
    return {
        language: addresses.screen(wanted if _is_there(wanted, language) else "home", language)
        for language in settings.PLAINVOICE_LANGUAGES
    }


def of_topic(topic: Topic) -> Ways:
    """Return the ways of a topic: to the same one where it has something to read."""
    public = Article.objects.published().filter(topic=topic)
    there = set(public.values_list("language", flat=True).distinct().order_by())
    return {
        language: addresses.topic(topic.slug, language)
        if language in there
        else addresses.screen("home", language)
        for language in settings.PLAINVOICE_LANGUAGES
    }


def of_article(page: dict[str, Any]) -> Ways:
    """Return the ways of an article: to its public translations, else to the word that there is none."""
    slugs = {one["language"]: one["slug"] for one in page.get("translations", [])}
    slugs[page["language"]] = page["slug"]
    return {
        language: addresses.article(slugs[language])
        if language in slugs
        else addresses.screen("not-translated", language)
        for language in settings.PLAINVOICE_LANGUAGES
    }


def keys(language: str, ways: Ways) -> list[dict[str, str]]:
    """Return what the language keys of a page show: the other languages, each named in itself."""
    return [
        {
            "code": other,
            "name": languages.name(other),
            "direction": languages.direction(other),
            "url": address,
        }
        for other, address in ways.items()
        if other != language
    ]


def _is_there(name: str, language: str) -> bool:
    kind = _NEEDS.get(name)
    return kind is None or Article.objects.public_notices(language).filter(kind=kind).exists()
