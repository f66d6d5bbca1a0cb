"""Making a dossier: the same bytes for the same state, written piece by piece."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from content.audit import chain
from content.canonical import canonical_json
from content.dossier.collect import Collected
from content.dossier.page import index_page
from content.models import Article
from content.speech import clips

FORMAT = 1
THEN = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip: the earliest a zip can tell."""
RUN = b"import verify\n\nverify.main()\n"


def name_of(article: Article) -> str:
    """Return the file name of an article's dossier."""
    return f"dossier-{article.slug}.zip"


class _Sink(io.RawIOBase):
    """Takes what the zip writer writes until somebody takes it away."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._kept += data
        return len(data)

    def taken(self) -> bytes:
        """Return what has come since the last time."""
        data = bytes(self._kept)
        self._kept.clear()
        return data


def stream(article: Article, *, audio: bool = True) -> Iterator[bytes]:
    """Yield an article's dossier, a zip. ``audio`` brings the bytes of the clips.

    Nothing is compressed, so that the bytes do not depend on a library's version; the sounds, most of
    it, are compressed already.
    """
    sink = _Sink()
    listed: dict[str, dict[str, Any]] = {}
    collected = Collected(article)
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as whole:
        for name, data in _members(collected, audio=audio):
            listed[name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
            _write(whole, name, data)
            yield sink.taken()
        manifest = {
            "format": FORMAT,
            "article": article.slug,
            "audio": audio,
            "head": collected.head,
            "own": sorted(collected.vouched_for),
            "waiting": sorted(collected.waiting),
            "members": listed,
        }
        _write(whole, "manifest.json", canonical_json(manifest) + b"\n")
    yield sink.taken()


def _write(whole: zipfile.ZipFile, name: str, data: bytes) -> None:
    member = zipfile.ZipInfo(name, THEN)
    member.create_system = 3
    member.external_attr = 0o644 << 16
    whole.writestr(member, data)


def _members(collected: Collected, *, audio: bool) -> Iterator[tuple[str, bytes]]:
    lost = set() if not audio else {one for one in collected.clips if not _sound(one)}
    yield "index.html", index_page(collected, audio=audio, lost=lost).encode()
    yield "verify.py", (Path(__file__).parent / "verify.py").read_bytes()
    yield "__main__.py", RUN
    yield "article.json", _json(collected.identity)
    yield "texts.json", _json(collected.texts)
    for text, words in zip(collected.texts, collected.words, strict=True):
        yield text["file"], words.encode()
    for name, difference in collected.differences:
        yield name, difference.encode()
    for name, rows in collected.rows():
        yield name, _json(rows)
    yield "audit/events.jsonl", b"".join(map(chain.line_of, collected.events))
    yield "audit/chain.json", _json(collected.chain)
    if audio:
        for digest in collected.clips:
            if digest not in lost:
                yield f"audio/{digest}.opus", _sound(digest)


def _sound(digest: str) -> bytes:
    try:
        return clips.read(digest, "opus")
    except clips.Damaged:
        return b""


def _json(value: Any) -> bytes:
    return canonical_json(_plain(value)) + b"\n"


def _plain(value: Any) -> Any:
    """Return a value with its times as they are digested."""
    if isinstance(value, datetime):
        return chain.moment(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value
