"""The interface's voice in the publication: a file a family of prompts, and their clips.

``prompts/LANGUAGE.json`` (and ``LANGUAGE.pages.json`` and others a family) hold
what is written of each prompt with its clip, so a screen finds what to say by what it shows.
Publishing never waits for a voice: what has no clip yet is left out, shown and silent, until
:func:`voice_what_is_silent` has made it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db.models import Count

from content.models import Article, Topic
from content.speech import clips
from content.speech.engine import EngineUnavailable
from kiosk.prompts import catalogue, voice
from kiosk.prompts.facts import facts_of
from kiosk.prompts.shapes import FAMILIES, WORDS
from kiosk.publication.clip_files import put_clip
from kiosk.publication.content import folded, page_of, sentence
from kiosk.publication.folder import drop, put

logger = logging.getLogger(__name__)

Json = dict[str, Any]

_NO_VOICE = "The screens' own words (%s) could not be voiced: %s"


def facts(page: Json) -> list[Json]:
    """Return the sentences at an article's foot as the page has them.

    ``clip`` is None for one that has no clip yet, or none that can be made.
    """
    shown = unsaid(facts_of(page))
    try:
        spoken = voice.said([one["text"] for one in shown], page["language"])
    except EngineUnavailable:
        return shown
    return [
        {**sentence({**spoken[one["text"]], "id": one["id"]}), "added": True}
        if one["text"] in spoken
        else one
        for one in shown
    ]


def unsaid(texts: list[str]) -> list[Json]:
    """Return sentences for an article's foot that are shown and have no clip."""
    return [
        {"id": f"fact-{number}", "text": text, "emphasis": [], "clip": None}
        for number, text in enumerate(texts, 1)
    ]


def facts_are_silent(page: Json) -> bool:
    """Whether a sentence at an article's foot could be said and has no clip yet."""
    try:
        return bool(voice.silent(facts_of(page), page["language"]))
    except EngineUnavailable:
        return True


def voice_facts(articles: Iterable[Article]) -> list[Article]:
    """Voice the facts of these articles and return those that have something to say now."""
    of: dict[str, dict[str, list[Article]]] = {}
    for article in articles:
        assert article.public_rendition is not None  # noqa: S101 - published() says so
        page = page_of(article, article.public_rendition)
        for text in facts_of(page):
            of.setdefault(page["language"], {}).setdefault(text, []).append(article)
    found: dict[int, Article] = {}
    for language, users in of.items():
        try:
            voice.make(users, language)
            spoken = voice.said(users, language)
        except EngineUnavailable as error:
            logger.error(_NO_VOICE, language, error)
            continue
        for text in spoken:
            found |= {article.pk: article for article in users[text]}
    return list(found.values())


def texts(language: str) -> dict[str, list[str]]:
    """Return all that the screens of a language say beside articles and notices, by family.

    The names of topics and the counts of their articles are those there are now.
    """
    found: dict[str, list[str]] = {family: [] for family in FAMILIES}
    for one in catalogue.expansions(language):
        found[one.family].append(one.text)
    public = Article.objects.published().filter(language=language, topic__isnull=False)
    counts = dict(public.values_list("topic").annotate(Count("pk")).order_by())
    for topic in Topic.objects.filter(pk__in=counts).prefetch_related("titles"):
        found[WORDS] += [
            catalogue.words(language, "topic", name=topic.title_in(language)),
            catalogue.words(language, "articles", count=counts[topic.pk]),
        ]
    return {family: list(dict.fromkeys(texts)) for family, texts in found.items()}


def file_of(language: str, family: str) -> str:
    """Return the name of a file of prompts, relative to the publication."""
    return f"prompts/{language}.json" if family == WORDS else f"prompts/{language}.{family}.json"


def put_up(root: Path, *, thoroughly: bool = False) -> None:
    """Write the files of every offered language with the clips there are; remove what is stale.

    The clips of a file that has not changed are looked at ``thoroughly`` or not at all.
    """
    wanted = set()
    for language in catalogue.offered():
        for family, written in texts(language).items():
            target = root / file_of(language, family)
            wanted.add(target)
            try:
                said = voice.said(written, language)
            except EngineUnavailable as error:
                # What was published before goes on being said.
                logger.error(_NO_VOICE, language, error)
                continue
            if not thoroughly and _read(target) == _bytes(language, said):
                continue
            for text, one in list(said.items()):
                try:
                    for name, form in (("digest", "opus"), ("wav_digest", "wav")):
                        put_clip(root, one["clip"][name], form, thoroughly=thoroughly)
                except clips.Damaged as error:
                    logger.error('"%s" is not said: %s', text, error)
                    del said[text]
            put(target, _bytes(language, said))
    for file in set(files(root)) - wanted:
        drop(file)


def are_stale(root: Path) -> bool:
    """Whether a file of prompts is not what it could be: a topic has another name, say."""
    for language in catalogue.offered():
        for family, written in texts(language).items():
            try:
                wanted = _bytes(language, voice.said(written, language))
            except EngineUnavailable:
                break
            if _read(root / file_of(language, family)) != wanted:
                return True
    return False


def files(root: Path) -> list[Path]:
    """Return the files of prompts in a publication."""
    return sorted((root / "prompts").glob("*.json"))


def facts_in(home: Path) -> set[str]:
    """Return the names of the clips that say the facts of the article in a folder."""
    try:
        manifest = json.loads((home / "manifest.json").read_bytes())
    except (FileNotFoundError, ValueError):
        return set()
    return set(manifest.get("facts", [])) if isinstance(manifest, dict) else set()


def said_by_code(root: Path) -> set[str]:
    """Return the names of the clips of the published prompts, and of the facts of every article."""
    found = set()
    for file in files(root):
        for digest, wav_digest, *_ in json.loads(file.read_bytes())["clips"].values():
            found |= {f"{digest}.opus", f"{wav_digest}.wav"}
    for home in root.glob("a/*"):
        found |= facts_in(home)
    return found


def voice_what_is_silent() -> Iterator[tuple[str, int]]:
    """Voice the prompts that have no clip yet; yield ``(language, how many)`` after each part.

    What every screen needs comes first, in every language, so that it can be published while the
    rest is voiced; the kiosk's own language is whole before the others are.
    """
    written = {language: texts(language) for language in catalogue.offered()}
    first = [(language, family) for family in FAMILIES[:2] for language in written]
    for language, family in (*first, *((one, two) for one in written for two in FAMILIES[2:])):
        try:
            made = voice.make(written[language][family], language)
        except EngineUnavailable as error:
            if family == FAMILIES[0]:
                logger.error(_NO_VOICE, language, error)
            continue
        if made:
            yield language, made


def _bytes(language: str, said: dict[str, Json]) -> bytes:
    clips_of = {}
    for text, one in said.items():
        clip = one["clip"]
        clips_of[text] = [clip["digest"], clip["wav_digest"], folded(clip["words"])]
    whole = {"language": language, "clips": clips_of}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
