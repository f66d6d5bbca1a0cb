"""The one form of a JSON value that digests are taken of."""

from __future__ import annotations

import json
from typing import Any


def canonical_json(value: Any) -> bytes:
    """Return a JSON value in UTF-8: keys sorted by code point, no white space, nothing escaped that
    need not be (``json.dumps`` with ``sort_keys`` and ``ensure_ascii=False``).
    """
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()
