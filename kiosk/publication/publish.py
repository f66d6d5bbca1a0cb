"""Putting up, taking away, and making the folder agree with the database."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from content import composition, pacing
from content.composition import NotComposable
from content.models import Article, ArticleKind, Clip, Rendition, Topic
from content.speech import clips
from content.speech.join import join_opus
from content.stored import Damaged
from kiosk.publication import (
    addresses,
    fingerprints,
    pages,
    prompts,
    rendering,
    screens,
    search_index,
)
from kiosk.publication.clip_files import put_clip
from kiosk.publication.content import Json, api_of, digests_of, explained, page_of
from kiosk.publication.folder import drop, folder, locked, put
from kiosk.publication.image_files import drop_images_of, drop_unused_images, put_images

logger = logging.getLogger(__name__)


class CannotPublish(Exception):
    """An article is public but cannot be put up; the message says why."""


def publish_article(article: Article) -> None:
    """Put up an article as it is public now, or take it away where it is not.

    For a notice or term that means every article that includes it, and its own screen. What is no longer
    public of it, a former wording's clips included, is taken away. Raises :class:`CannotPublish`
    when a clip is damaged or a notice missing; then nothing of it is left.
    """
    article = Article.objects.get(pk=article.pk)
    terms = fingerprints.of_terms()
    changed: list[Article] = [article]
    topics = [article.topic] if article.topic else []
    if article.kind == ArticleKind.URGENT:
        # Every screen leads to it.
        changed = list(Article.objects.published().filter(language=article.language))
        topics = list(Topic.objects.all())
    elif article.is_notice:
        changed = list(composition.public_users(article))
    else:
        # Their language keys lead here now, or no longer.
        changed += composition.translations(article)
    refused = _put_up_each(changed)
    with transaction.atomic(), locked() as root:
        _drop_clips_of(root, article)
        drop_images_of(root, article)
        _all_shared_pages(root, topics)
        prompts.put_up(root)
        _root_manifest(root, _with_term(root, article, terms) if article.is_term else None)
    if refused:
        raise refused[0]


def publish_topic(topic: Topic) -> None:
    """Put up again whatever names a topic: its screen, the start screen and its articles."""
    articles = Article.objects.published().filter(topic=topic)
    _put_up_each(list(articles))
    with transaction.atomic(), locked() as root:
        _all_shared_pages(root, [topic])
        prompts.put_up(root)
        _root_manifest(root)


def publish_all(*, thoroughly: bool = False) -> list[str]:
    """Make the whole folder what the database says, and return what could not be put up.

    ``thoroughly`` reads every published clip again, to find those whose bytes have changed. Raises
    :class:`kiosk.publication.rendering.StylesMissing` before ``collectstatic`` was run.
    """
    rendering.check_styles()
    # Before the pages: a term that changes meanwhile is found to differ, not taken as shown.
    terms = fingerprints.of_terms()
    refused = _put_up_each(list(Article.objects.published()), thoroughly=thoroughly)
    with transaction.atomic(), locked() as root:
        public = set(Article.objects.published().values_list("slug", flat=True))
        for stale in _published(root) - public:
            _bury(root, stale)
        _drop_other_languages(root)
        _all_shared_pages(root, list(Topic.objects.all()))
        search_index.drop_others(root, settings.PLAINVOICE_LANGUAGES)
        prompts.put_up(root, thoroughly=thoroughly)
        _drop_unused_clips(root)
        drop_unused_images(root)
        _root_manifest(root, terms)
    return [str(error) for error in refused]


def _put_up_each(articles: list[Article], *, thoroughly: bool = False) -> list[CannotPublish]:
    """Put up articles one by one, and return why some could not be.

    Each by itself, so that nobody waits for the database longer than one article takes.
    """
    refused = []
    for one in articles:
        with transaction.atomic(), locked() as root:
            # Read again: it may have been withdrawn since the list was made.
            article = Article.objects.select_related("public_rendition", "topic").get(pk=one.pk)
            try:
                _put_up(root, article, thoroughly=thoroughly)
            except CannotPublish as error:
                logger.error("%s", error)
                refused.append(error)
    return refused


def take_away(article: Article, rendition: Rendition) -> None:
    """Take an article's page, its API entry and the clips and pictures that only it used out of the
    folder.

    Runs inside the withdrawal's transaction, before it commits. What is withdrawn is not served
    any more when this returns; a failure stops the withdrawal's commit. The articles that showed a
    term are put up without it, and translations of an article so that they do not lead to it.
    """
    with transaction.atomic(), locked() as root:
        others: Iterable[Article] = ()
        if not article.is_notice:
            _bury(root, article.slug)
            others = composition.translations(article)
        if article.is_term:
            others = composition.public_users(article).select_related("public_rendition", "topic")
        for other in others:
            try:
                _put_up(root, other, thoroughly=False)
            except CannotPublish as error:
                logger.error("%s", error)
        _drop_clips_of(root, article)
        drop_images_of(root, article)
        _all_shared_pages(root, [article.topic] if article.topic else [])
        prompts.put_up(root)
        _root_manifest(root, _with_term(root, article, {}) if article.is_term else None)


def take_all_away() -> None:
    """Take every article's page, API entry and clips out of the folder, and the topics' screens.

    Runs inside the suspension's transaction, before it commits, when the database says already
    that nothing but the notices is public.
    """
    with transaction.atomic(), locked() as root:
        for file in list(root.glob("a/*")):
            _bury(root, file.name)
        _drop_unused_clips(root)
        _all_shared_pages(root, list(Topic.objects.all()))
        prompts.put_up(root)
        _root_manifest(root, {})


def _with_term(root: Path, term: Article, terms: dict[str, str]) -> dict[str, str]:
    """Return what the manifest says of the terms, with this one as it is now in ``terms``."""
    said: dict[str, str] = {**_manifest(root).get("terms", {})}
    said.pop(term.slug, None)
    if term.slug in terms:
        said[term.slug] = terms[term.slug]
    return said


def refresh() -> bool:
    """Publish everything again where the folder is of another edition of the software, is not
    there, or does not show what is public; return whether that was so.

    Cheap where nothing is wrong. What a crash between a decision and its publication left is found
    here, since the decision is in the database and the root manifest says what the pages are of.
    """
    if _is_current(folder()):
        return False
    publish_all()
    return True


def speak() -> bool:
    """Voice what code says and has no clip yet, and publish it; return whether there was any.

    That is the prompts of the screens, and the facts at the foot of articles. It takes as long as
    the speaking does, outside every lock. Where an engine does not start, the log says so.
    """
    root = folder()
    silent = Article.objects.published().filter(slug__in=_manifest(root).get("silent", []))
    changed = bool(spoken_now := prompts.voice_facts(silent))
    if spoken_now:
        _put_up_each(spoken_now)
        with transaction.atomic(), locked():
            _root_manifest(root)
    for language, count in prompts.voice_what_is_silent():
        logger.info("Voiced %d prompts (%s).", count, language)
        changed = True
        _put_up_prompts()
    if prompts.are_stale(root):
        changed = True
        _put_up_prompts()
    return changed


def _put_up_prompts() -> None:
    with transaction.atomic(), locked() as root:
        prompts.put_up(root)
        _root_manifest(root)


def _is_current(root: Path) -> bool:
    """Whether the folder, by its manifests, is of this software and of what is public now."""
    manifest = _manifest(root)
    return bool(
        manifest.get("edition") == rendering.edition()
        and set(manifest.get("articles", {})) == _published(root)
        and manifest.get("of") == fingerprints.of(Article.objects.published())
        and manifest.get("terms") == fingerprints.of_terms()
    )


def reconcile() -> Iterator[str]:
    """Make the folder agree with the database; yield a sentence for each thing put right."""
    root = folder()
    before = _state_of(root)
    refused = publish_all(thoroughly=True)
    after = _state_of(root)
    for name in sorted(set(before) | set(after)):
        if name not in after:
            yield f"Taken away: {name}"
        elif name not in before:
            yield f"Put up: {name}"
        elif before[name] != after[name]:
            yield f"Put right: {name}"
    yield from refused


def _put_up(root: Path, article: Article, *, thoroughly: bool) -> None:
    """Write all files of one article; what cannot be put up whole is taken away."""
    rendition = article.public_rendition
    of = fingerprints.of(Article.objects.published().filter(pk=article.pk)).get(article.slug)
    if rendition is None or of is None:
        _bury(root, article.slug)
        return
    home = root / "a" / article.slug
    before = prompts.facts_in(home)
    try:
        page = {**page_of(article, rendition)}
        page["facts"] = prompts.facts(page)
        files, used = _files_of(article, page)
        for digest, form in used:
            put_clip(root, digest, form, thoroughly=thoroughly)
        images = put_images(root, rendition, thoroughly=thoroughly)
    except (NotComposable, Damaged) as error:
        _bury(root, article.slug)
        # Known as refused, so that nobody tries again each minute what needs a person.
        put(home / "refused", of.encode())
        raise CannotPublish(f"{article.slug} cannot be published: {error}") from error
    facts = _names(digests_of([one for one in page["facts"] if one["clip"]]))
    manifest = {
        "slug": article.slug,
        "language": rendition.language,
        "revision": rendition.revision.number,
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "of": of,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "clips": sorted(f"{digest}.{form}" for digest, form in used),
        "images": images,
        "facts": sorted(facts),
        "silent": prompts.facts_are_silent(page),
    }
    for name, data in files.items():
        put(home / name, data)
    put(home / search_index.ENTRY, search_index.entry_of(page))
    drop(home / "gone")
    drop(home / "refused")
    put(home / "manifest.json", rendering.dump(manifest))
    _drop_said_no_more(root, before - facts)


def _files_of(article: Article, page: Json) -> tuple[dict[str, bytes], set[tuple[str, str]]]:
    said = pacing.of_page(page)
    used = digests_of([*(one.piece for one in said), *explained(page)])
    opus = [
        clips.read(one.piece["clip"]["url"].rpartition("/")[2].partition(".")[0], "opus")
        for one in said
    ]
    whole, duration_ms = join_opus(opus, [one.pause_ms for one in said])
    audio = {"url": addresses.whole_audio(article.slug), "duration_ms": duration_ms}
    files = {
        "audio.opus": whole,
        "article.json": rendering.dump(api_of(page, audio)),
        "index.html": pages.article_page(page, audio=audio),
    }
    return files, used


def _bury(root: Path, slug: str) -> None:
    """Take an article's files away, its page first; a mark with its language says that it was there."""
    home = root / "a" / slug
    if not home.exists():
        return
    facts = prompts.facts_in(home)
    language = _language_of(home)
    for name in (
        "index.html",
        "article.json",
        "audio.opus",
        "manifest.json",
        "refused",
        search_index.ENTRY,
    ):
        drop(home / name)
    put(home / "gone", language.encode())
    _drop_said_no_more(root, facts)


def _language_of(home: Path) -> str:
    """Return the language of what an article's folder holds or held, empty where nobody knows."""
    try:
        return str(_parsed((home / "manifest.json").read_bytes()).get("language", ""))
    except FileNotFoundError:
        pass
    try:
        return (home / "gone").read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def _drop_said_no_more(root: Path, names: set[str]) -> None:
    """Remove those of these clips that nothing published uses any more."""
    if not names:
        return
    used = prompts.said_by_code(root) | _names(_public_digests())
    for name in names - used:
        drop(root / "clips" / name)


def _names(digests: set[tuple[str, str]]) -> set[str]:
    return {f"{digest}.{form}" for digest, form in digests}


def _drop_clips_of(root: Path, article: Article) -> None:
    """Remove the clips of an article, of its former wordings too, that nothing public uses."""
    public = Article.objects.filter(public_rendition__isnull=False).values("public_rendition")
    used = Clip.objects.filter(uses__rendition__in=public)
    own = Clip.objects.filter(uses__rendition__revision__article=article)
    names = {
        f"{digest}.{form}"
        for name, form in (("digest", "opus"), ("wav_digest", "wav"))
        for digest in own.exclude(**{f"{name}__in": used.values(name)}).values_list(name, flat=True)
    }
    # A screen may say the very words of an article.
    for name in names - prompts.said_by_code(root) if names else ():
        drop(root / "clips" / name)


def _drop_unused_clips(root: Path) -> None:
    still = _names(_public_digests()) | prompts.said_by_code(root)
    for file in (root / "clips").glob("*"):
        if file.name not in still:
            drop(file)


def _public_digests() -> set[tuple[str, str]]:
    public = Article.objects.filter(public_rendition__isnull=False).values("public_rendition")
    found = set()
    rows = Clip.objects.filter(uses__rendition__in=public).values_list("digest", "wav_digest")
    for digest, wav_digest in rows:
        found |= {(digest, "opus"), (wav_digest, "wav")}
    return found


def _all_shared_pages(root: Path, topics: list[Topic]) -> None:
    """Write the screens of every offered language: each leads to what the others have."""
    for language in settings.PLAINVOICE_LANGUAGES:
        _shared_pages(root, topics, language)


def _drop_other_languages(root: Path) -> None:
    """Remove the screens of languages that are not offered any more, or are the kiosk's own now."""
    for home in root.glob("[a-z][a-z]"):
        if home.is_dir() and home.name not in addresses.others():
            drop(home)


def _shared_pages(root: Path, topics: list[Topic], language: str) -> None:
    """Write the screens of a language that list articles or show notices, and what is searched."""
    for topic in {topic.pk: topic for topic in topics}.values():
        target = root / addresses.file_of(addresses.topic(topic.slug, language))
        _put_or_drop(target, screens.topic_page(topic, language))
    for notice in Article.objects.public_notices(language).select_related("public_rendition"):
        if notice.kind in (ArticleKind.URGENT, ArticleKind.CLOSING, ArticleKind.SAMPLE):
            rendition = notice.public_rendition
            assert rendition is not None  # noqa: S101 - public_notices() says so
            for clip in Clip.objects.filter(uses__rendition=rendition):
                put_clip(root, clip.digest, "opus", thoroughly=False)
                put_clip(root, clip.wav_digest, "wav", thoroughly=False)
    for name, render in screens.SCREENS.items():
        target = root / addresses.file_of(addresses.screen(name, language))
        _put_or_drop(target, render(language))
    search_index.put_up(root, language)


def _put_or_drop(target: Path, data: bytes | None) -> None:
    if data is None:
        drop(target)
    else:
        put(target, data)


def _root_manifest(root: Path, terms: dict[str, str] | None = None) -> None:
    """Write ``manifest.json``: the digest of each article's manifest, shared page, prompt file and search index.

    ``terms`` are those that the pages show now, as :func:`fingerprints.of_terms` has them; left
    out, what was said of them stays. Its version grows by one whenever anything in it changes.
    """
    old = _manifest(root)
    articles, made_of, silent = {}, {}, []
    for file in sorted(root.glob("a/*/manifest.json")):
        data = file.read_bytes()
        articles[file.parent.name] = hashlib.sha256(data).hexdigest()
        parsed = _parsed(data)
        made_of[file.parent.name] = parsed.get("of")
        if parsed.get("silent"):
            silent.append(file.parent.name)
    for file in root.glob("a/*/refused"):
        made_of[file.parent.name] = file.read_text(encoding="ascii")
    said = {
        "edition": rendering.edition(),
        "articles": articles,
        "of": dict(sorted(made_of.items())),
        "terms": dict(sorted((old.get("terms", {}) if terms is None else terms).items())),
        "pages": {
            str(file.relative_to(root)): _digest(file)
            for file in sorted(root.rglob("index.html"))
            if file.parent.parent != root / "a"
        },
        "prompts": {file.name: _digest(file) for file in prompts.files(root)},
        "search": {file.name: _digest(file) for file in search_index.files(root)},
        # Whose facts have no voice yet.
        "silent": silent,
    }
    if all(old.get(key) == value for key, value in said.items()):
        return
    manifest = {
        **said,
        "version": int(old.get("version", 0)) + 1,
        "issued": timezone.now().isoformat(timespec="seconds"),
    }
    put(root / "manifest.json", rendering.dump(manifest))


def _manifest(root: Path) -> Json:
    try:
        return _parsed((root / "manifest.json").read_bytes())
    except FileNotFoundError:
        return {}


def _parsed(data: bytes) -> Json:
    """Return a manifest, empty where the bytes are none."""
    try:
        found: Any = json.loads(data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _published(root: Path) -> set[str]:
    return {file.parent.name for file in root.glob("a/*/manifest.json")}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _files(root: Path) -> Iterator[Path]:
    return (file for file in root.rglob("*") if file.is_file() and not file.name.startswith("."))


def _state_of(root: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for file in _files(root):
        status = file.stat()
        found[str(file.relative_to(root))] = (status.st_mtime_ns, status.st_size)
    return found
