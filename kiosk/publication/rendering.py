"""What every page of the kiosk is rendered with, and the short form of what its player needs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string

import content as software
from content import pacing
from content.models import Article, ArticleKind, Topic
from kiosk.prompts import catalogue, languages
from kiosk.publication import addresses, ways
from kiosk.publication.content import Json, closing_of, folded

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


def rendered(template: str, language: str, context: dict[str, Any]) -> bytes:
    """Return a page in a language; ``context["data"]`` is what its scripts are given.

    ``context["ways"]``, where the page leads in other languages, is of its kind unless it is given.
    """
    leads: ways.Ways = context.get("ways") or ways.of_screen(context["data"]["kind"])
    context = {
        "language": language,
        "direction": languages.direction(language),
        "words_language": catalogue.language_of(language),
        "languages": ways.keys(language, leads),
        "scale": settings.PLAINVOICE_PIXELS_PER_MM,
        "per_screen": PER_SCREEN,
        "urgent_help": Article.objects.public_notices(language)
        .filter(kind=ArticleKind.URGENT)
        .exists(),
        "to": addresses.screens(language),
        **context,
    }
    context["data"] = {
        **context["data"],
        "language": language,
        "words": catalogue.language_of(language),
        "ways": leads,
        "to": addresses.screens(language),
        "texts": catalogue.for_scripts(language, searching=context["data"]["kind"] == "search"),
    }
    return render_to_string(template, context).encode()


def topic_of(topic: Topic, language: str) -> Json:
    """Return what screens show of a topic."""
    return {
        "slug": topic.slug,
        "icon": topic.icon,
        "title": topic.title_in(language),
        "url": addresses.topic(topic.slug, language),
    }


def data_of(said: list[pacing.Said], *, wav: bool = True) -> list[Json]:
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


def each(sentences: Iterable[Json]) -> list[pacing.Said]:
    """Return sentences as said one after the other."""
    return [pacing.Said(one, None, pacing.SENTENCE_MS) for one in sentences]


def site_closing(language: str) -> Json | None:
    """Return what a banner shows and says in a language, None while there is no advice."""
    closing = closing_of(language)
    return closing_data(closing, closing["short"]) if closing else None


def closing_data(closing: Json, short: Json | None) -> Json:
    """Return what a banner shows and says: the short advice, or the first sentence."""
    said = short or pacing.of_notices([closing], short=False)[0].piece
    return {**data_of(each([said]))[0], "text": said["text"]}


def dump(value: Any) -> bytes:
    """Return JSON as it is published: compact, UTF-8, in the order that it was put together."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
