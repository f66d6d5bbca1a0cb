"""Serving files: ETags, ranges and refusals as RFC 9110 has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

# Every request looks whether its database connection is still good.
pytestmark = pytest.mark.django_db

DATA = bytes(range(256)) * 5
CLIP = "/clips/" + "a" * 64 + ".opus"


@pytest.fixture
def client(own_publication: Path, client: Client) -> Client:
    (own_publication / "clips").mkdir(parents=True)
    (own_publication / ("clips/" + "a" * 64 + ".opus")).write_bytes(DATA)
    (own_publication / "index.html").write_text("<p>home</p>")
    (own_publication / "gone").mkdir()
    (own_publication / "gone" / "index.html").write_text("<p>gone</p>")
    return client


def body(answer) -> bytes:
    return answer.whole


def test_the_whole_file_is_served_with_a_strong_etag_that_is_asked_for_each_time(client) -> None:
    answer = client.get(CLIP)
    assert answer.status_code == 200
    assert body(answer) == DATA
    assert answer["ETag"].startswith('"')
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Length"] == str(len(DATA))
    assert answer["Content-Type"] == "audio/ogg; codecs=opus"


def test_who_has_it_already_gets_304(client) -> None:
    etag = client.get(CLIP)["ETag"]
    answer = client.get(CLIP, headers={"If-None-Match": etag})
    assert answer.status_code == 304
    assert body(answer) == b""
    assert answer["ETag"] == etag


def test_a_changed_file_has_another_etag(client, own_publication: Path) -> None:
    from kiosk.publication.folder import put

    etag = client.get("/")["ETag"]
    put(own_publication / "index.html", b"<p>HOME</p>")
    answer = client.get("/", headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert body(answer) == b"<p>HOME</p>"


def test_head_tells_the_length_and_sends_nothing(client) -> None:
    answer = client.head(CLIP)
    assert answer.status_code == 200
    assert answer["Content-Length"] == str(len(DATA))
    assert body(answer) == b""


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, len(DATA)),
        ("bytes=-1", len(DATA) - 1, len(DATA)),
        ("bytes=-99999", 0, len(DATA)),
        ("bytes=10-99999", 10, len(DATA)),
    ],
)
def test_one_range_is_answered_with_just_those_bytes(client, asked, start, end) -> None:
    answer = client.get(CLIP, headers={"Range": asked})
    assert answer.status_code == 206
    assert body(answer) == DATA[start:end]
    assert answer["Content-Range"] == f"bytes {start}-{end - 1}/{len(DATA)}"
    assert answer["Content-Length"] == str(end - start)


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", "bytes=-", "bytes 0-1"]
)
def test_what_is_no_single_byte_range_is_answered_with_the_whole(client, asked: str) -> None:
    answer = client.get(CLIP, headers={"Range": asked})
    assert answer.status_code == 200
    assert body(answer) == DATA


@pytest.mark.parametrize("asked", [f"bytes={len(DATA)}-", "bytes=99999-100000", "bytes=-0"])
def test_a_range_beyond_the_end_is_416_with_the_size(client, asked: str) -> None:
    answer = client.get(CLIP, headers={"Range": asked})
    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{len(DATA)}"


def test_if_range_gives_the_part_only_of_the_very_same_file(client) -> None:
    whole = client.get(CLIP)
    for same in (whole["ETag"], whole["Last-Modified"]):
        answer = client.get(CLIP, headers={"Range": "bytes=0-3", "If-Range": same})
        assert answer.status_code == 206
    for other in ('"other"', "W/" + whole["ETag"], "Thu, 01 Jan 1970 00:00:00 GMT", "noise"):
        answer = client.get(CLIP, headers={"Range": "bytes=0-3", "If-Range": other})
        assert answer.status_code == 200
        assert body(answer) == DATA


@hypothesis_settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=st.none() | st.integers(0, 3000), last=st.none() | st.integers(0, 3000))
def test_any_range_is_that_part_of_the_whole_or_an_honest_refusal(client, first, last) -> None:
    asked = f"bytes={'' if first is None else first}-{'' if last is None else last}"
    answer = client.get(CLIP, headers={"Range": asked})
    got = body(answer)
    if answer.status_code == 206:
        unit, _, rest = answer["Content-Range"].partition(" ")
        span, _, size = rest.partition("/")
        start, _, end = span.partition("-")
        assert (unit, int(size)) == ("bytes", len(DATA))
        assert got == DATA[int(start) : int(end) + 1]
        if first is not None:
            assert int(start) == first
    elif answer.status_code == 416:
        assert (first if first is not None else len(DATA)) >= len(DATA) or last == 0
    else:
        assert answer.status_code == 200
        assert got == DATA


def test_what_is_not_published_is_404_with_the_way_on(client) -> None:
    for path in ("/a/nothing/", "/clips/" + "b" * 64 + ".opus", "/t/nothing/", "/nothing"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert b"gone" in body(answer)


def test_an_article_that_was_taken_back_is_410(client, own_publication: Path) -> None:
    (own_publication / "a" / "old").mkdir(parents=True)
    (own_publication / "a" / "old" / "gone").touch()
    assert client.get("/a/old/").status_code == 410


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_files_are_only_read(client, method: str) -> None:
    assert getattr(client, method)("/").status_code == 405


@pytest.mark.parametrize("path", ["/a/{}/", "/t/{}/", "/a/{}/manifest.json", "/clips/{}.opus"])
def test_an_address_longer_than_any_name_is_404(client, path: str) -> None:
    assert client.get(path.format("x" * 300)).status_code == 404
