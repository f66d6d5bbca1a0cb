"""Putting up, taking away, and making the folder agree with the database."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from content import composition
from content.composition import NotComposable
from content.models import Article, ArticleKind, Clip, Rendition, Topic
from content.speech import clips
from content.speech.join import join_opus
from kiosk.publication import addresses, pages
from kiosk.publication.content import Json, api_of, digests_of, page_of, spoken
from kiosk.publication.folder import drop, folder, locked, put

logger = logging.getLogger(__name__)

PAUSE_MS = 350
"""Between two sentences of an article's one audio file."""


class CannotPublish(Exception):
    """An article is public but cannot be put up; the message says why."""


def publish_article(article: Article) -> None:
    """Put up an article as it is public now, or take it away where it is not.

    For a notice that means every article that includes it, and its own screen. Raises
    :class:`CannotPublish` when a clip is damaged or a notice missing; then nothing of it is left.
    """
    with transaction.atomic(), locked() as root:
        article = Article.objects.select_related("public_rendition").get(pk=article.pk)
        changed: list[Article] = [article]
        if article.is_notice:
            changed = list(composition.public_users(article))
        refused: list[CannotPublish] = []
        for one in changed:
            try:
                _put_up(root, one)
            except CannotPublish as error:
                refused.append(error)
        _shared_pages(root, [one.topic for one in changed if one.topic], article.language)
        _root_manifest(root)
        if refused:
            raise refused[0]


def publish_topic(topic: Topic) -> None:
    """Put up again whatever names a topic: its screen, the start screen and its articles."""
    with transaction.atomic(), locked() as root:
        articles = Article.objects.published().filter(topic=topic)
        for article in articles.select_related("public_rendition", "topic"):
            try:
                _put_up(root, article)
            except CannotPublish:
                logger.exception("Not published again")
        for language in settings.PLAINVOICE_LANGUAGES:
            _shared_pages(root, [topic], language)
        _root_manifest(root)


def publish_all() -> list[str]:
    """Make the whole folder what the database says, and return what could not be put up.

    Raises :class:`kiosk.publication.pages.StylesMissing` before ``collectstatic`` was run.
    """
    pages.check_styles()
    refused = []
    with transaction.atomic(), locked() as root:
        public = list(Article.objects.published().select_related("public_rendition", "topic"))
        for article in public:
            try:
                _put_up(root, article)
            except CannotPublish as error:
                logger.error("%s", error)
                refused.append(str(error))
        for stale in _published(root) - {article.slug for article in public}:
            _bury(root, stale)
        for language in settings.PLAINVOICE_LANGUAGES:
            _shared_pages(root, list(Topic.objects.all()), language)
        _drop_unused_clips(root)
        _root_manifest(root)
    return refused


def take_away(article: Article, rendition: Rendition) -> None:
    """Take an article's page, its API entry and the clips that only it used out of the folder.

    Runs inside the withdrawal's transaction, before it commits. What is withdrawn is not served
    any more when this returns; a failure stops the withdrawal's commit.
    """
    with transaction.atomic(), locked() as root:
        if not article.is_notice:
            _bury(root, article.slug)
        _drop_clips_of(root, rendition)
        _shared_pages(root, [article.topic] if article.topic else [], article.language)
        _root_manifest(root)


def refresh() -> bool:
    """Publish everything again where the folder is of another edition of the software, or is not
    there; return whether it was.
    """
    if _manifest(folder()).get("edition") == pages.edition():
        return False
    publish_all()
    return True


def reconcile() -> Iterator[str]:
    """Make the folder agree with the database; yield a sentence for each thing put right."""
    root = folder()
    before = _fingerprint(root)
    refused = publish_all()
    after = _fingerprint(root)
    for name in sorted(set(before) | set(after)):
        if name not in after:
            yield f"Taken away: {name}"
        elif name not in before:
            yield f"Put up: {name}"
        elif before[name] != after[name]:
            yield f"Put right: {name}"
    yield from refused


def copy_to(target: Path) -> int:
    """Copy the publication to another folder for another server; return the number of files.

    Pages go last and what is no longer published is removed, so that a server of that folder
    never shows a page without its clips.
    """
    with transaction.atomic(), locked() as root:
        wanted = {file.relative_to(root) for file in _files(root)}
        for relative in sorted(wanted, key=lambda path: (path.suffix == ".html", str(path))):
            put(target / relative, (root / relative).read_bytes())
        for file in list(_files(target)):
            if file.relative_to(target) not in wanted:
                file.unlink()
        return len(wanted)


def _put_up(root: Path, article: Article) -> None:
    """Write all files of one article; what cannot be put up whole is taken away."""
    rendition = article.public_rendition
    if rendition is None:
        _bury(root, article.slug)
        return
    try:
        files, used = _files_of(article, rendition)
        for digest, form in used:
            _put_clip(root, digest, form)
    except (NotComposable, clips.Damaged) as error:
        _bury(root, article.slug)
        raise CannotPublish(f"{article.slug} cannot be published: {error}") from error
    home = root / "a" / article.slug
    manifest = {
        "slug": article.slug,
        "language": rendition.language,
        "revision": rendition.revision.number,
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "clips": sorted(f"{digest}.{form}" for digest, form in used),
    }
    for name, data in files.items():
        put(home / name, data)
    drop(home / "gone")
    put(home / "manifest.json", pages.dump(manifest))


def _files_of(
    article: Article, rendition: Rendition
) -> tuple[dict[str, bytes], set[tuple[str, str]]]:
    page = page_of(article, rendition)
    sentences = spoken(page)
    used = digests_of(sentences)
    opus = [
        clips.read(one["clip"]["url"].rpartition("/")[2].partition(".")[0], "opus")
        for one in sentences
    ]
    whole, duration_ms = join_opus(opus, [PAUSE_MS] * len(opus))
    audio = {"url": addresses.whole_audio(article.slug), "duration_ms": duration_ms}
    files = {
        "audio.opus": whole,
        "article.json": pages.dump(api_of(page, audio)),
        "index.html": pages.article_page(page, audio=audio),
    }
    return files, used


def _put_clip(root: Path, digest: str, form: str) -> None:
    """Copy a stored clip, having looked that its bytes are those that were approved."""
    target = root / "clips" / f"{digest}.{form}"
    stored = clips.path(digest, form)
    try:
        if target.stat().st_size == stored.stat().st_size:
            return
    except FileNotFoundError:
        pass
    put(target, clips.read(digest, form))


def _bury(root: Path, slug: str) -> None:
    """Take an article's files away, its page first; an empty mark says that it was there."""
    home = root / "a" / slug
    if not home.exists():
        return
    for name in ("index.html", "article.json", "audio.opus", "manifest.json"):
        drop(home / name)
    put(home / "gone", b"")


def _drop_clips_of(root: Path, rendition: Rendition) -> None:
    """Remove the clips that no other public text uses."""
    still = _public_digests()
    for clip in Clip.objects.filter(uses__rendition=rendition):
        for digest, form in ((clip.digest, "opus"), (clip.wav_digest, "wav")):
            if (digest, form) not in still:
                drop(root / "clips" / f"{digest}.{form}")


def _drop_unused_clips(root: Path) -> None:
    still = {f"{digest}.{form}" for digest, form in _public_digests()}
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


def _shared_pages(root: Path, topics: list[Topic], language: str) -> None:
    """Write the screens that list articles or show notices, in the kiosk's language."""
    for topic in {topic.pk: topic for topic in topics}.values():
        _put_or_drop(root / "t" / topic.slug / "index.html", pages.topic_page(topic, language))
    if language != settings.PLAINVOICE_LANGUAGE:
        return
    urgent = pages.urgent_page(language)
    closing = pages.closing_page(language)
    for notice in Article.objects.public_notices(language).select_related("public_rendition"):
        if notice.kind in (ArticleKind.URGENT, ArticleKind.CLOSING):
            rendition = notice.public_rendition
            assert rendition is not None  # noqa: S101 - public_notices() says so
            for clip in Clip.objects.filter(uses__rendition=rendition):
                _put_clip(root, clip.digest, "opus")
                _put_clip(root, clip.wav_digest, "wav")
    _put_or_drop(root / "urgent" / "index.html", urgent)
    _put_or_drop(root / "closing" / "index.html", closing)
    put(root / "gone" / "index.html", pages.gone_page(language))
    put(root / "index.html", pages.home_page(language))


def _put_or_drop(target: Path, data: bytes | None) -> None:
    if data is None:
        drop(target)
    else:
        put(target, data)


def _root_manifest(root: Path) -> None:
    """Write ``manifest.json``: the digest of every article's manifest and of every shared page.

    Its version grows by one whenever anything in it changes.
    """
    old = _manifest(root)
    said = {
        "edition": pages.edition(),
        "articles": {
            slug: _digest(root / "a" / slug / "manifest.json") for slug in sorted(_published(root))
        },
        "pages": {
            str(file.relative_to(root)): _digest(file)
            for pattern in ("index.html", "*/index.html", "t/*/index.html")
            for file in sorted(root.glob(pattern))
        },
    }
    if all(old.get(key) == value for key, value in said.items()):
        return
    manifest = {
        **said,
        "version": int(old.get("version", 0)) + 1,
        "issued": timezone.now().isoformat(timespec="seconds"),
    }
    put(root / "manifest.json", pages.dump(manifest))


def _manifest(root: Path) -> Json:
    try:
        found: Any = json.loads((root / "manifest.json").read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _published(root: Path) -> set[str]:
    return {file.parent.name for file in root.glob("a/*/manifest.json")}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _files(root: Path) -> Iterator[Path]:
    return (file for file in root.rglob("*") if file.is_file() and not file.name.startswith("."))


def _fingerprint(root: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for file in _files(root):
        status = file.stat()
        found[str(file.relative_to(root))] = (status.st_mtime_ns, status.st_size)
    return found
