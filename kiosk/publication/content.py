"""From what content composes to what the public API says: digests become addresses."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from content import composition, pacing
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
        "clip": _clip(one["clip"], clip_address),
    }


def announcement(one: Json | None, clip_address: Any = addresses.clip) -> Json | None:
    """Return an announcement as the API has it; renditions of before there were any have none."""
    if not one:
        return None
    return {
        "text": one["text"],
        "spoken": one["spoken"],
        "clip": _clip(one["clip"], clip_address),
    }


def _clip(clip: Json, clip_address: Any) -> Json:
    return {
        "url": clip_address(clip["digest"], "opus"),
        "wav": clip_address(clip["wav_digest"], "wav"),
        "duration_ms": clip["duration_ms"],
        "words": clip["words"],
    }


def image(one: Json, image_address: Any = addresses.image) -> Json:
    """Return a picture as the API has it."""
    return {
        "url": image_address(one["digest"], one["form"]),
        "width": one["width"],
        "height": one["height"],
    }


def _blocks(
    blocks: list[Json], clip_address: Any, image_address: Any = addresses.image
) -> list[Json]:
    return [
        {
            **block,
            **({"image": image(block["image"], image_address)} if "image" in block else {}),
            "announcement": announcement(block.get("announcement"), clip_address),
            "sentences": [sentence(one, clip_address) for one in block["sentences"]],
        }
        for block in blocks
    ]


def _sections(
    sections: list[Json], clip_address: Any, image_address: Any = addresses.image
) -> list[Json]:
    return [
        {
            "announcement": announcement(one.get("announcement"), clip_address),
            "heading": sentence(one["heading"], clip_address) if one["heading"] else None,
            "blocks": _blocks(one["blocks"], clip_address, image_address),
        }
        for one in sections
    ]


def page_of(
    article: Article,
    rendition: Rendition,
    *,
    preview: bool = False,
    clip_address: Any = addresses.clip,
    image_address: Any = addresses.image,
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
        notice["blocks"] = _blocks(notice["blocks"], clip_address)
    page["sections"] = _sections(page["sections"], clip_address, image_address)
    for term in page["terms"]:
        term["sentences"] = [said(one) for one in term["sentences"]]
    return page


def notice_page_of(
    notice: Article, rendition: Rendition, *, clip_address: Any = addresses.clip
) -> Json:
    """Return a notice that is under review as a page by itself, without what pages add to it."""
    reading = deepcopy(rendition.reading)
    return {
        "slug": notice.slug,
        "language": rendition.language,
        "topic": None,
        "sample": False,
        "title": sentence(reading["title"], clip_address),
        "summary": sentence(reading["summary"], clip_address) if reading["summary"] else None,
        "short_advice": None,
        "notices": [],
        "sections": _sections(reading["sections"], clip_address),
        "terms": [],
        "closing_advice": None,
    }


def notice_of(notice: Article, clip_address: Any = addresses.clip) -> Json:
    """Return a public notice by itself: heading, short form and sentences."""
    found = composition.notice_content(notice)
    return {
        **found,
        "heading": sentence(found["heading"], clip_address) if found["heading"] else None,
        "short": sentence(found["short"], clip_address) if found["short"] else None,
        "blocks": _blocks(found["blocks"], clip_address),
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
    """Return a notice's sentences as the API has them: heading, short form, the rest.

    The first of a block carries the block's announcement. The closing advice's short form stands
    elsewhere: it is left out with ``short`` off.
    """
    found = []
    for unit in pacing.units_of_notice(notice, short=short):
        first, *others = unit.sentences
        found += [{**first, "announcement": unit.announcement}, *others]
    return [{"announcement": None, **one} for one in found]


def explained(page: Json) -> list[Json]:
    """Return the sentences that a page says only when somebody asks what a word means."""
    return [one for term in page["terms"] for one in term["sentences"]]


def api_of(page: Json, audio: Json) -> Json:
    """Return what ``GET /api/v1/articles/SLUG/`` answers, to the letter of docs/api.md."""
    return {
        # The closing advice stands last here, too.
        **{key: value for key, value in page.items() if key not in ("closing_advice", "facts")},
        "notices": [
            {"kind": notice["kind"], "sentences": notice_sentences(notice)}
            for notice in page["notices"]
        ],
        "audio": audio,
        "closing_advice": {"sentences": notice_sentences(page["closing_advice"], short=False)},
    }


def digests_of(pieces: Iterable[Json]) -> set[tuple[str, str]]:
    """Return ``(digest, form)`` of every clip that sentences and announcements name."""
    found = set()
    for one in pieces:
        for address in (one["clip"]["url"], one["clip"]["wav"]):
            digest, _, form = address.rpartition("/")[2].partition(".")
            found.add((digest, form))
    return found


def folded(words: list[list[int]]) -> list[int]:
    """Return words as one row of small numbers, which is a third lighter; items.js unfolds it.

    Four a word: its start from the end of the word before, how long it lasts, its offset from the
    end of the word before, its length.
    """
    row = []
    ms = at = 0
    for start_ms, end_ms, offset, length in words:
        row += [start_ms - ms, end_ms - start_ms, offset - at, length]
        ms, at = end_ms, offset + length
    return row
