"""What the search screen searches: one file a language, made of one entry an article.

An entry stands in its article's own folder and comes and goes with it, so that the file of a
language is put together without the database, and holds nothing that is not published. The search
itself runs in the visitor's browser: what is typed is sent nowhere (PRV-3).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kiosk.publication import addresses
from kiosk.publication.content import Json
from kiosk.publication.folder import drop, put
from kiosk.publication.rendering import data_of, dump, each

ENTRY = "search.json"
"""An article's entry, in its folder."""
MOST_WITH_TEXT = 2000
"""Up to so many articles of a language the words of their texts are searched, beyond it their
titles, summaries and terms alone: docs/publication.md has what an article weighs."""
SHORTEST = 3
"""Letters; shorter words of a text are left out, and those with a digit ("B6") stay."""

_WORD = re.compile(r"[^\W_]+")


def entry_of(page: Json) -> bytes:
    """Return the entry of an article, from its page as
    :func:`kiosk.publication.content.page_of` has it.
    """
    return dump(
        {
            "language": page["language"],
            "slug": page["slug"],
            "title": _said(page["slug"], "title", page["title"]),
            "summary": _said(page["slug"], "summary", page["summary"]),
            "terms": [word for term in page["terms"] for word in term["words"]],
            "text": " ".join(_distinct(page)),
        }
    )


def put_up(root: Path, language: str) -> None:
    """Write the file of a language from the entries of what is published now."""
    entries = list(_entries(root, language))
    with_text = len(entries) <= MOST_WITH_TEXT
    for one in entries:
        del one["language"]
        if not with_text:
            del one["text"]
    whole = {"language": language, "articles": entries}
    put(root / addresses.search_index(language).lstrip("/"), dump(whole))


def drop_others(root: Path, languages: list[str]) -> None:
    """Remove the files of languages that are not offered any more."""
    for file in files(root):
        if file.stem not in languages:
            drop(file)


def files(root: Path) -> list[Path]:
    """Return the files of a publication that are searched."""
    return sorted((root / "search").glob("*.json"))


def _entries(root: Path, language: str) -> Iterator[Json]:
    for file in sorted(root.glob(f"a/*/{ENTRY}")):
        try:
            one: Json = json.loads(file.read_bytes())
        except ValueError:
            # A damaged entry is not found; reconcile writes it again.
            continue
        if one["language"] == language:
            yield one


def _said(slug: str, name: str, sentence: Json | None) -> Json | None:
    if sentence is None:
        return None
    named = {**sentence, "id": f"{slug}-{name}"}
    return {**data_of(each([named]))[0], "text": sentence["text"]}


def _distinct(page: Json) -> list[str]:
    """Return the words of an article's own text, each once, without accents and capitals.

    Not those of its notices, which many articles share, nor of its title and summary, which are
    searched by themselves.
    """
    found: dict[str, None] = {}
    for section in page["sections"]:
        heading = [section["heading"]] if section["heading"] else []
        for one in (*heading, *(one for block in section["blocks"] for one in block["sentences"])):
            for word in _WORD.findall(folded(one["text"])):
                if len(word) >= SHORTEST or any(letter.isdigit() for letter in word):
                    found[word] = None
    return sorted(found)


def folded(text: str) -> str:
    """Return a text in small letters without accents, as words are compared."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
