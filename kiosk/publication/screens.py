"""The screens that there is one of in each language, rendered once like the articles' pages."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.fields.json import KeyTransform

from content import pacing
from content.models import Article, Topic
from kiosk.prompts import catalogue, guide, languages, rows
from kiosk.publication import addresses, ways
from kiosk.publication.content import Json, closing_of, labels_of, sentence, urgent_of
from kiosk.publication.rendering import (
    closing_data,
    data_of,
    each,
    rendered,
    site_closing,
    topic_of,
)


def home_page(language: str) -> bytes:
    """Return the start screen: the topics that have something to read, and urgent help."""
    topics = _topics(language)
    untitled = Article.objects.published().filter(language=language, topic=None)
    rows = rows_of(untitled)
    urgent = urgent_of(language)
    door = [urgent[0]["heading"]] if urgent else []
    return rendered(
        "kiosk/home.html",
        language,
        {
            "topics": topics,
            "articles": rows,
            "urgent": urgent,
            "data": {
                "kind": "home",
                "sentences": [],
                "titles": data_of(each([*(row["title"] for row in rows), *door])),
                "closing": site_closing(language),
            },
        },
    )


def topic_page(topic: Topic, language: str) -> bytes | None:
    """Return a topic's screen, or None where nothing of it is public in this language."""
    articles = Article.objects.published().filter(topic=topic, language=language)
    rows = rows_of(articles.order_by("public_rendition__title"))
    if not rows:
        return None
    return rendered(
        "kiosk/topic.html",
        language,
        {
            "topic": topic_of(topic, language),
            "articles": rows,
            "ways": ways.of_topic(topic),
            "data": {
                "kind": "topic",
                "sentences": [],
                "titles": data_of(
                    each(one for row in rows for one in (row["title"], row["summary"]) if one)
                ),
                "closing": site_closing(language),
            },
        },
    )


def urgent_page(language: str) -> bytes | None:
    """Return the screen of urgent help, or None while no such notice is public."""
    notices = urgent_of(language)
    if not notices:
        return None
    labels = labels_of(language, notices)
    # Whom to call comes before everything else (COG-12).
    said = pacing.of_notices([*notices, *labels])
    return rendered(
        "kiosk/urgent.html",
        language,
        {
            "labels": labels,
            "notices": notices,
            "data": {
                "kind": "urgent",
                "sentences": data_of(said),
                "closing": site_closing(language),
            },
        },
    )


def closing_page(language: str) -> bytes | None:
    """Return the closing screen, or None while there is no closing advice."""
    closing = closing_of(language)
    if closing is None:
        return None
    labels = labels_of(language, [closing])
    said = pacing.of_notices(labels) + pacing.of_notices([closing], short=False)
    return rendered(
        "kiosk/closing.html",
        language,
        {
            "labels": labels,
            "closing": closing,
            "data": {
                "kind": "closing",
                "sentences": data_of(said),
                "closing": closing_data(closing, closing["short"]),
            },
        },
    )


def search_page(language: str) -> bytes:
    """Return the screen of the search, which fetches what it searches when it is opened."""
    return rendered(
        "kiosk/search.html",
        language,
        {
            "letters": catalogue.letters(language),
            "rows": " ".join(catalogue.typed(language)),
            "data": {
                "kind": "search",
                "sentences": [],
                "index": addresses.search_index(language),
                "closing": site_closing(language),
            },
        },
    )


def gone_page(language: str) -> bytes:
    """Return what is shown in the place of an article that was taken back, or never was."""
    return rendered(
        "kiosk/gone.html",
        language,
        {"data": {"kind": "gone", "sentences": [], "closing": site_closing(language)}},
    )


def settings_page(language: str) -> bytes:
    """Return the screen of the settings, which a script fills with what the visit has chosen."""
    return rendered(
        "kiosk/settings.html",
        language,
        {
            "rows": rows.ROWS,
            "data": {"kind": "settings", "sentences": [], "closing": site_closing(language)},
        },
    )


def help_page(language: str) -> bytes:
    """Return the help, all its layers: a script shows the one that is asked for."""
    return rendered(
        "kiosk/help.html",
        language,
        {
            "here": guide.HERE,
            "whole": guide.WHOLE,
            "data": {"kind": "help", "sentences": [], "closing": site_closing(language)},
        },
    )


def not_translated_page(language: str) -> bytes:
    """Return what says that the article somebody comes from is not in this language."""
    return rendered(
        "kiosk/not_translated.html",
        language,
        {
            "ways": ways.of_screen("home"),
            "data": {
                "kind": "not-translated",
                "sentences": [],
                "closing": site_closing(language),
            },
        },
    )


def languages_page(language: str) -> bytes | None:
    """Return the screen of all languages, or None where one key names the only other."""
    if len(settings.PLAINVOICE_LANGUAGES) < 3:
        return None
    homes = ways.of_screen("home")
    own = {
        "code": language,
        "name": languages.name(language),
        "direction": languages.direction(language),
        "url": homes[language],
    }
    return rendered(
        "kiosk/languages.html",
        language,
        {
            "rows": [own, *ways.keys(language, homes)],
            "ways": homes,
            "data": {"kind": "languages", "sentences": [], "closing": site_closing(language)},
        },
    )


SCREENS: dict[str, Callable[[str], bytes | None]] = {
    "home": home_page,
    "urgent": urgent_page,
    "closing": closing_page,
    "search": search_page,
    "gone": gone_page,
    "settings": settings_page,
    "help": help_page,
    "languages": languages_page,
    "not-translated": not_translated_page,
}
"""What renders each screen in a language; None where it has nothing to show."""


def _topics(language: str) -> list[Json]:
    found = []
    for topic in Topic.objects.prefetch_related("titles"):
        count = Article.objects.published().filter(topic=topic, language=language).count()
        if count:
            found.append({**topic_of(topic, language), "count": count})
    return found


def rows_of(articles: QuerySet[Article]) -> list[Json]:
    """Return the titles and summaries of articles, with the very clips that were approved.

    The rest of their texts is left in the database.
    """
    reading = "public_rendition__reading"
    rows = articles.annotate(
        said_title=KeyTransform("title", reading), said_summary=KeyTransform("summary", reading)
    ).values_list("slug", "said_title", "said_summary")
    return [
        {
            "title": sentence({**title, "id": f"{slug}-title"}),
            "summary": sentence({**summary, "id": f"{slug}-summary"}) if summary else None,
            "url": addresses.article(slug),
        }
        for slug, title, summary in rows
    ]
