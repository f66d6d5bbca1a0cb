"""How the engine and its worker process talk: a length, then a JSON header, then bytes."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any

_LENGTHS = struct.Struct(">II")
LARGEST = 256 * 1024 * 1024
"""In bytes: what is longer than this is not a frame but noise."""


class Broken(Exception):
    """The other side is gone, or says what is not a frame."""


def pack(header: dict[str, Any], body: bytes = b"") -> bytes:
    """Return a frame."""
    encoded = json.dumps(header).encode()
    return _LENGTHS.pack(len(encoded), len(body)) + encoded + body


def receive(read: Callable[[int], bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one frame; ``read(n)`` returns exactly n bytes, or fewer at the end of the stream."""
    lengths = read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        raise Broken("the stream has ended")
    header_length, body_length = _LENGTHS.unpack(lengths)
    if header_length + body_length > LARGEST:
        raise Broken("that is not a frame")
    header, body = read(header_length), read(body_length)
    if len(header) < header_length or len(body) < body_length:
        raise Broken("the stream has ended")
    try:
        return json.loads(header), body
    except ValueError as error:
        raise Broken("that is not a frame") from error
