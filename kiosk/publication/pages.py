"""An article's page, rendered once, as the bytes that are served from then on."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from content import pacing
from content.models import Revision, Topic
from content.voicing import reading_of
from kiosk.prompts.facts import facts_of
from kiosk.publication import addresses, prompts, ways
from kiosk.publication.content import Json, image
from kiosk.publication.rendering import closing_data, data_of, rendered, topic_of


def article_page(
    page: Json, *, preview: bool = False, audio: Json | None = None, scale: float = 1
) -> bytes:
    """Return an article's page, or with ``preview`` the same as a reviewer sees it.

    ``scale`` is of the kiosk's own size: on half the pixels each way, 0.5 shows the very same page.
    """
    topic = Topic.objects.filter(slug=page["topic"]).prefetch_related("titles").first()
    return rendered(
        "kiosk/article.html",
        page["language"],
        {
            "page": page,
            "facts": page["facts"] if "facts" in page else prompts.unsaid(facts_of(page)),
            "topic": topic_of(topic, page["language"]) if topic else None,
            "preview": preview,
            "ways": ways.of_article(page),
            "audio": audio,
            "scale": scale * settings.PLAINVOICE_PIXELS_PER_MM,
            "data": {
                "kind": "article",
                "slug": page["slug"],
                # The addresses of WAV are in the API, for the few browsers that need them.
                "wav": None if preview else reverse("api-article", args=[page["slug"]]),
                "sentences": data_of(pacing.of_page(page), wav=preview),
                "closing": (
                    closing_data(page["closing_advice"], page["short_advice"])
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
    page = {**reading, "slug": revision.article.slug, "language": language}
    return rendered(
        "kiosk/article.html",
        language,
        {
            "page": page,
            "ways": ways.of_article(page),
            "topic": topic_of(topic, language) if topic else None,
            "preview": True,
            "scale": scale * settings.PLAINVOICE_PIXELS_PER_MM,
            "data": {"kind": "draft", "sentences": [], "closing": None},
        },
    )


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
