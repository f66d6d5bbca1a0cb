"""From what content composes to what the public API says: digests become addresses."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from content import composition
from content.models import Article, ArticleKind, Rendition
from kiosk.publication import addresses

Json = dict[str, Any]


def sentence(one: Json, clip_address: Any = addresses.clip) -> Json:
    """Return a sentence as the API has it."""
    return {
        "id": one["id"],
        "text": one["text"],
        "emphasis": one["emphasis"],
        "spoken": one["spoken"],
        "clip": {
            "url": clip_address(one["clip"]["digest"], "opus"),
            "wav": clip_address(one["clip"]["wav_digest"], "wav"),
            "duration_ms": one["clip"]["duration_ms"],
            "words": one["clip"]["words"],
        },
    }


def page_of(
    article: Article,
    rendition: Rendition,
    *,
    preview: bool = False,
    clip_address: Any = addresses.clip,
) -> Json:
    """Return an article with all that its page shows and says, in the order of the page.

    Raises :class:`content.composition.NotComposable` where a notice that it needs is not public.
    """
    # A copy: what is composed shares its parts with the rendition itself.
    page = deepcopy(composition.compose(article, rendition, preview=preview))

    def said(one: Json | None) -> Json | None:
        return sentence(one, clip_address) if one else None

    page["title"] = said(page["title"])
    page["summary"] = said(page["summary"])
    page["short_advice"] = said(page["short_advice"])
    for notice in (*page["notices"], page["closing_advice"]):
        notice["heading"] = said(notice["heading"])
        if notice.get("short"):
            notice["short"] = said(notice["short"])
        for block in notice["blocks"]:
            block["sentences"] = [said(one) for one in block["sentences"]]
    for section in page["sections"]:
        section["heading"] = said(section["heading"])
        for block in section["blocks"]:
            block["sentences"] = [said(one) for one in block["sentences"]]
    return page


def notice_page_of(
    notice: Article, rendition: Rendition, *, clip_address: Any = addresses.clip
) -> Json:
    """Return a notice that is under review as a page by itself, without what pages add to it."""
    reading = deepcopy(rendition.reading)
    sections = [
        {
            "heading": sentence(one["heading"], clip_address) if one["heading"] else None,
            "blocks": [
                {**block, "sentences": [sentence(s, clip_address) for s in block["sentences"]]}
                for block in one["blocks"]
            ],
        }
        for one in reading["sections"]
    ]
    return {
        "slug": notice.slug,
        "language": rendition.language,
        "topic": None,
        "sample": False,
        "title": sentence(reading["title"], clip_address),
        "summary": sentence(reading["summary"], clip_address) if reading["summary"] else None,
        "short_advice": None,
        "notices": [],
        "sections": sections,
        "closing_advice": None,
    }


def notice_of(notice: Article, clip_address: Any = addresses.clip) -> Json:
    """Return a public notice by itself: heading, short form and sentences."""
    found = composition.notice_content(notice)
    return {
        **found,
        "heading": sentence(found["heading"], clip_address) if found["heading"] else None,
        "short": sentence(found["short"], clip_address) if found["short"] else None,
        "blocks": [
            {**block, "sentences": [sentence(one, clip_address) for one in block["sentences"]]}
            for block in found["blocks"]
        ],
    }


def _public(language: str, kind: str) -> list[Json]:
    """Return the public notices of a kind in a language, by their keys."""
    notices = Article.objects.public_notices(language).filter(kind=kind)
    return [notice_of(one) for one in notices.select_related("public_rendition").order_by("key")]


def closing_of(language: str) -> Json | None:
    """Return the closing advice of a language, or None while there is none."""
    return next(iter(_public(language, ArticleKind.CLOSING)), None)


def urgent_of(language: str) -> list[Json]:
    """Return the public notices of urgent help in a language."""
    return _public(language, ArticleKind.URGENT)


def labels_of(language: str, notices: list[Json]) -> list[Json]:
    """Return the sample label where nobody has reviewed one of these notices, else nothing."""
    if all(notice["reviewed"] for notice in notices):
        return []
    return _public(language, ArticleKind.SAMPLE)


def notice_sentences(notice: Json, *, short: bool = True) -> list[Json]:
    """Return a notice's sentences as they are read: heading, short form, the rest.

    The closing advice's short form stands elsewhere: it is left out with ``short`` off.
    """
    first = [one for one in (notice["heading"], notice.get("short") if short else None) if one]
    return [*first, *(one for block in notice["blocks"] for one in block["sentences"])]


def spoken(page: Json) -> list[Json]:
    """Return every sentence of a page in the order it is shown and said.

    The sample label and urgent help come first, the closing advice is last (COG-12). Of the facts
    at its foot those are said that have a clip.
    """
    found = [one for one in (page["title"], page["short_advice"]) if one]
    for notice in page["notices"]:
        found += notice_sentences(notice)
    if page["summary"]:
        found.append(page["summary"])
    for section in page["sections"]:
        if section["heading"]:
            found.append(section["heading"])
        for block in section["blocks"]:
            found += block["sentences"]
    found += [one for one in page.get("facts", []) if one["clip"]]
    if page["closing_advice"]:
        found += notice_sentences(page["closing_advice"], short=False)
    return found


def api_of(page: Json, audio: Json) -> Json:
    """Return what ``GET /api/v1/articles/SLUG/`` answers, to the letter of docs/api.md."""

    def plain(one: Json) -> Json:
        clip = {key: value for key, value in one["clip"].items() if key != "wav"}
        return {**one, "clip": clip}

    return {
        # The closing advice stands last here, too.
        **{key: value for key, value in page.items() if key not in ("closing_advice", "facts")},
        "title": plain(page["title"]),
        "summary": plain(page["summary"]) if page["summary"] else None,
        "short_advice": plain(page["short_advice"]),
        "notices": [
            {
                "kind": notice["kind"],
                "sentences": [plain(one) for one in notice_sentences(notice)],
            }
            for notice in page["notices"]
        ],
        "sections": [
            {
                "heading": plain(section["heading"]) if section["heading"] else None,
                "blocks": [
                    {**block, "sentences": [plain(one) for one in block["sentences"]]}
                    for block in section["blocks"]
                ],
            }
            for section in page["sections"]
        ],
        "audio": audio,
        "closing_advice": {
            "sentences": [
                plain(one) for one in notice_sentences(page["closing_advice"], short=False)
            ]
        },
    }


def digests_of(sentences: list[Json]) -> set[tuple[str, str]]:
    """Return ``(digest, form)`` of every clip that sentences name."""
    found = set()
    for one in sentences:
        for address in (one["clip"]["url"], one["clip"]["wav"]):
            digest, _, form = address.rpartition("/")[2].partition(".")
            found.add((digest, form))
    return found
