"""Rendering: every page of the public kiosk, once, as the bytes that are served from then on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db.models import QuerySet
from django.db.models.fields.json import KeyTransform
from django.template.loader import render_to_string
from django.urls import reverse

import content as software
from content import pacing
from content.models import Article, ArticleKind, Revision, Topic
from content.voicing import reading_of
from kiosk.prompts import catalogue
from kiosk.prompts.facts import facts_of
from kiosk.publication import addresses, prompts
from kiosk.publication.content import (
    Json,
    closing_of,
    folded,
    image,
    labels_of,
    sentence,
    urgent_of,
)

PER_SCREEN = 6
"""Articles or topics on one screen: with urgent help at most seven choices (COG-8)."""


class StylesMissing(Exception):
    """No page can be rendered, because each names its styles by the digests of their bytes."""

    def __str__(self) -> str:
        return "The styles are not collected yet. Run manage.py collectstatic, then this again."


def check_styles() -> None:
    """Raise :class:`StylesMissing` while ``collectstatic`` has not been run."""
    try:
        staticfiles_storage.url("kiosk/css/kiosk.css")
    except ValueError as error:
        raise StylesMissing from error


def article_page(
    page: Json, *, preview: bool = False, audio: Json | None = None, scale: float = 1
) -> bytes:
    """Return an article's page, or with ``preview`` the same as a reviewer sees it.

    ``scale`` is of the kiosk's own size: on half the pixels each way, 0.5 shows the very same page.
    """
    topic = Topic.objects.filter(slug=page["topic"]).prefetch_related("titles").first()
    return _render(
        "kiosk/article.html",
        page["language"],
        {
            "page": page,
            "facts": page["facts"] if "facts" in page else prompts.unsaid(facts_of(page)),
            "topic": _topic(topic, page["language"]) if topic else None,
            "preview": preview,
            "audio": audio,
            "scale": scale * settings.PLAINVOICE_PIXELS_PER_MM,
            "data": {
                "kind": "article",
                "slug": page["slug"],
                # The addresses of WAV are in the API, for the few browsers that need them.
                "wav": None if preview else reverse("api-article", args=[page["slug"]]),
                "sentences": _data(pacing.of_page(page), wav=preview),
                "closing": (
                    _closing_data(page["closing_advice"], page["short_advice"])
                    if page["closing_advice"]
                    else None
                ),
                **_terms_data(page["terms"], wav=preview),
            },
        },
    )


def draft_page(
    revision: Revision, *, scale: float = 1, image_address: Any = addresses.image
) -> bytes:
    """Return the preview of a draft, which has no voice yet; ``scale`` as in :func:`article_page`.

    Raises :class:`content.reading.MarkupError` with what cannot be shown.
    """
    reading = reading_of(revision).to_json()
    for section in reading["sections"]:
        for block in section["blocks"]:
            if "image" in block:
                block["image"] = image(block["image"], image_address)
    language = revision.article.language
    topic = revision.article.topic
    return _render(
        "kiosk/article.html",
        language,
        {
            "page": {**reading, "slug": revision.article.slug, "language": language},
            "topic": _topic(topic, language) if topic else None,
            "preview": True,
            "scale": scale * settings.PLAINVOICE_PIXELS_PER_MM,
            "data": {"kind": "draft", "sentences": [], "closing": None},
        },
    )


def home_page(language: str) -> bytes:
    """Return the start screen: the topics that have something to read, and urgent help."""
    topics = _topics(language)
    untitled = Article.objects.published().filter(language=language, topic=None)
    rows = _rows(untitled)
    urgent = urgent_of(language)
    door = [urgent[0]["heading"]] if urgent else []
    return _render(
        "kiosk/home.html",
        language,
        {
            "topics": topics,
            "articles": rows,
            "urgent": urgent,
            "data": {
                "kind": "home",
                "sentences": [],
                "titles": _data(_each([*(row["title"] for row in rows), *door])),
                "closing": _site_closing(language),
            },
        },
    )


def topic_page(topic: Topic, language: str) -> bytes | None:
    """Return a topic's screen, or None where nothing of it is public in this language."""
    articles = Article.objects.published().filter(topic=topic, language=language)
    rows = _rows(articles.order_by("public_rendition__title"))
    if not rows:
        return None
    return _render(
        "kiosk/topic.html",
        language,
        {
            "topic": _topic(topic, language),
            "articles": rows,
            "data": {
                "kind": "topic",
                "sentences": [],
                "titles": _data(
                    _each(one for row in rows for one in (row["title"], row["summary"]) if one)
                ),
                "closing": _site_closing(language),
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
    return _render(
        "kiosk/urgent.html",
        language,
        {
            "labels": labels,
            "notices": notices,
            "data": {
                "kind": "urgent",
                "sentences": _data(said),
                "closing": _site_closing(language),
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
    return _render(
        "kiosk/closing.html",
        language,
        {
            "labels": labels,
            "closing": closing,
            "data": {
                "kind": "closing",
                "sentences": _data(said),
                "closing": _closing_data(closing, closing["short"]),
            },
        },
    )


def gone_page(language: str) -> bytes:
    """Return what is shown in the place of an article that was taken back, or never was."""
    return _render(
        "kiosk/gone.html",
        language,
        {"data": {"kind": "gone", "sentences": [], "closing": _site_closing(language)}},
    )


def edition() -> str:
    """Return what the software that renders pages is known by.

    When it differs from the publication's, the pages are rendered again: after an upgrade, or a
    change of the settings that show on a page.
    """
    return _edition(
        settings.PLAINVOICE_LANGUAGE,
        tuple(settings.PLAINVOICE_LANGUAGES),
        float(settings.PLAINVOICE_PIXELS_PER_MM),
        str(settings.STATIC_ROOT),
    )


@cache
def _edition(language: str, languages: tuple[str, ...], scale: float, static: str) -> str:
    whole = hashlib.sha256(repr((software.__version__, language, languages, scale)).encode())
    root = Path(__file__).resolve().parent.parent
    files = [
        *sorted((root.parent / "templates" / "kiosk").rglob("*.html")),
        *sorted((root / "static").rglob("*.*")),
        *sorted((root / "publication").glob("*.py")),
        *sorted((root / "templatetags").glob("*.py")),
        *sorted((root / "prompts").glob("*.py")),
        *sorted(Path(static).glob("staticfiles.json")),
    ]
    for file in files:
        whole.update(file.name.encode())
        whole.update(file.read_bytes())
    return whole.hexdigest()


def _render(template: str, language: str, context: dict[str, Any]) -> bytes:
    context = {
        "language": language,
        "scale": settings.PLAINVOICE_PIXELS_PER_MM,
        "per_screen": PER_SCREEN,
        "urgent_help": Article.objects.public_notices(language)
        .filter(kind=ArticleKind.URGENT)
        .exists(),
        **context,
    }
    context["data"] = {
        **context["data"],
        "language": language,
        "texts": catalogue.for_scripts(language),
    }
    return render_to_string(template, context).encode()


def _topics(language: str) -> list[Json]:
    found = []
    for topic in Topic.objects.prefetch_related("titles"):
        count = Article.objects.published().filter(topic=topic, language=language).count()
        if count:
            found.append({**_topic(topic, language), "count": count})
    return found


def _topic(topic: Topic, language: str) -> Json:
    return {
        "slug": topic.slug,
        "icon": topic.icon,
        "title": topic.title_in(language),
        "url": addresses.topic(topic.slug),
    }


def _rows(articles: QuerySet[Article]) -> list[Json]:
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


def _data(said: list[pacing.Said], *, wav: bool = True) -> list[Json]:
    """Return what the player needs, under short names, without what goes without saying.

    It is in every page. An announcement has no element of its own: ``of`` is the id of the sentence
    that it announces, ``text`` what is shown while it is said.
    """
    found = []
    for one in said:
        clip = one.piece["clip"]
        item: Json = {"url": clip["url"]}
        if one.announces:
            item |= {"of": one.announces, "text": one.piece["text"]}
        else:
            item |= {"id": one.piece["id"], "words": folded(clip["words"])}
        if one.pause_ms != pacing.SENTENCE_MS:
            item["pause"] = one.pause_ms
        # The API, which has the others, knows nothing of what is added here.
        if wav or one.piece.get("added"):
            item["wav"] = clip["wav"]
        found.append(item)
    return found


def _terms_data(terms: list[Json], *, wav: bool) -> Json:
    """Return the glossary's part of a page's data, nothing where no word is explained.

    The addresses of WAV are left out of a published page: few browsers need them, and none of
    their letters can be compressed.
    """
    if not terms:
        return {}
    return {
        "terms": [
            {
                "words": term["words"],
                "sentences": [
                    {
                        "id": one["id"],
                        "url": one["clip"]["url"],
                        "ms": one["clip"]["duration_ms"],
                        "words": one["clip"]["words"],
                        "text": one["text"],
                        **({"wav": one["clip"]["wav"]} if wav else {}),
                    }
                    for one in term["sentences"]
                ],
            }
            for term in terms
        ]
    }


def _each(sentences: Iterable[Json]) -> list[pacing.Said]:
    return [pacing.Said(one, None, pacing.SENTENCE_MS) for one in sentences]


def _site_closing(language: str) -> Json | None:
    closing = closing_of(language)
    return _closing_data(closing, closing["short"]) if closing else None


def _closing_data(closing: Json, short: Json | None) -> Json:
    """Return what a banner shows and says: the short advice, or the first sentence."""
    said = short or pacing.of_notices([closing], short=False)[0].piece
    return {**_data(_each([said]))[0], "text": said["text"]}


def dump(value: Any) -> bytes:
    """Return JSON as it is published: compact, UTF-8, in the order that it was put together."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
