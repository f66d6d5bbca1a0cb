"""Serving the publication folder: conditional requests and ranges as RFC 9110 has them.

nginx or any other server of files can serve the same folder; this is for the default, where there
is none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from wsgiref.util import FileWrapper

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from kiosk.publication import addresses
from kiosk.publication.folder import folder

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".opus": "audio/ogg; codecs=opus",
    ".wav": "audio/wav",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}
# Positions beyond 18 digits are no positions; int() of thousands of them would raise.
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})\Z")
_BLOCK = 64 * 1024


@require_safe
def published(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a file of the publication; ``path`` is relative to it and safe by the URL pattern."""
    return serve(request, folder() / path)


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Serve an article's page; 410 where it was taken back, 404 where it never was."""
    home = folder() / "a" / slug
    if (home / "index.html").is_file():
        return serve(request, home / "index.html")
    try:
        language = (home / "gone").read_text(encoding="ascii")
    except FileNotFoundError:
        return missing()
    return missing(410, language)


def missing(status: int = 404, language: str = "") -> HttpResponse:
    """Return the published page that says so, with the way on, in a language where it has one, else
    in the kiosk's own.
    """
    page = PurePosixPath("gone", "index.html")
    own = folder() / page
    wanted = folder() / language / page if language in addresses.others() else own
    try:
        body = (wanted if wanted.is_file() else own).read_bytes()
    except FileNotFoundError:
        body = b"<!doctype html><html lang=en><title>Plainvoice</title><h1>Please ask at the desk."
    answer = HttpResponse(body, status=status)
    answer["Cache-Control"] = "no-cache"
    return answer


def serve(request: HttpRequest, file: Path) -> HttpResponseBase:
    """Serve one file: ETag, 304, 412, one byte range (206, 416), HEAD."""
    try:
        opened = file.open("rb")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return missing(language=addresses.language_of(request.path))
    status = os.fstat(opened.fileno())
    etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}-{status.st_ino:x}"'
    modified = int(status.st_mtime)
    headers = {
        "ETag": etag,
        "Last-Modified": http_date(modified),
        # Kept by every cache and asked for each time, so that a withdrawal reaches them all.
        "Cache-Control": "no-cache",
        "Accept-Ranges": "bytes",
    }
    kind = TYPES.get(file.suffix, "application/octet-stream")
    plain = HttpResponse(content_type=kind, headers=headers)
    conditional = get_conditional_response(
        request, etag=etag, last_modified=modified, response=plain
    )
    if conditional is not plain:
        opened.close()
        return conditional or plain
    size = status.st_size
    chosen = _range(request, size, etag, modified)
    if chosen == "unsatisfiable":
        opened.close()
        return HttpResponse(
            status=416, headers={**headers, "Content-Range": f"bytes */{size}"}, content_type=kind
        )
    start, end = chosen if isinstance(chosen, tuple) else (0, size)
    headers["Content-Length"] = str(end - start)
    if isinstance(chosen, tuple):
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    code = 206 if isinstance(chosen, tuple) else 200
    if request.method == "HEAD":
        opened.close()
        return HttpResponse(status=code, content_type=kind, headers=headers)
    body = FileWrapper(opened, _BLOCK) if code == 200 else _Part(opened, start, end)
    return StreamingHttpResponse(body, status=code, content_type=kind, headers=headers)


def _range(
    request: HttpRequest, size: int, etag: str, modified: int
) -> tuple[int, int] | str | None:
    """Return ``(start, end)`` of the one range asked for, "unsatisfiable", or None for the whole.

    RFC 9110 14.2: what is malformed, several ranges, and a range whose ``If-Range`` does not match
    are answered with the whole (https://www.rfc-editor.org/rfc/rfc9110#section-14.2, 2026-11-24).
    """
    found = _RANGE.match(request.headers.get("Range", "").strip())
    if request.method != "GET" or found is None:
        return None
    if not _if_range_matches(request.headers.get("If-Range"), etag, modified):
        return None
    first, last = found.groups()
    if first:
        start, end = int(first), min(size, int(last) + 1) if last else size
        malformed = bool(last) and int(last) < start
    else:
        start, end = max(0, size - int(last or 0)), size
        malformed = not last
    if malformed:
        return None
    return (start, end) if start < end else "unsatisfiable"


def _if_range_matches(value: str | None, etag: str, modified: int) -> bool:
    if value is None:
        return True
    if value.startswith('"'):
        return value == etag
    return parse_http_date_safe(value) == modified


class _Part:
    """A range of an open file, in blocks. Closed with the response, begun or not."""

    def __init__(self, opened: BinaryIO, start: int, end: int) -> None:
        self._opened = opened
        self._opened.seek(start)
        self._left = end - start

    def __iter__(self) -> Iterator[bytes]:
        while self._left > 0 and (block := self._opened.read(min(_BLOCK, self._left))):
            self._left -= len(block)
            yield block

    def close(self) -> None:
        self._opened.close()


@require_safe
def screen(request: HttpRequest, name: str, language: str = "") -> HttpResponseBase:
    """Serve a screen; ``language`` is empty for the kiosk's own."""
    return serve(request, folder() / language / ("" if name == "home" else name) / "index.html")


@require_safe
def topic(request: HttpRequest, slug: str, language: str = "") -> HttpResponseBase:
    """Serve a topic's screen; ``language`` is empty for the kiosk's own."""
    return serve(request, folder() / language / "t" / slug / "index.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer every address that means nothing."""
    return missing(language=addresses.language_of(request.path))
