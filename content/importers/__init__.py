"""Files to drafts. A file comes in whole and understood, or is refused by name with the reason.

Nothing here needs Django, so that :mod:`content.importers.trial` runs in a process of its own.
"""

from __future__ import annotations

import json
import threading
from pathlib import Path

from content import limited
from content.importers.base import Draft, Dropped, ImportRefused
from content.importers.finding import (
    ENDINGS,
    MAX_BYTES,
    MAX_ZIP,
    SAID,
    LeftOut,
    bytes_of,
    expand,
    find,
    too_large,
    unpack,
    wrong_ending,
)

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "MAX_ZIP",
    "SAID",
    "Draft",
    "Dropped",
    "ImportRefused",
    "LeftOut",
    "bytes_of",
    "expand",
    "find",
    "import_bytes",
    "import_file",
    "unpack",
]

SECONDS, MEGABYTES = 20, 512
"""Of processor time and memory, for one file. A .docx of a hundred pages takes about a second."""
_TURNS = threading.BoundedSemaphore(2)
"""So that many uploads at once do not take the memory of as many processes."""


def import_file(path: Path, language: str = "en") -> Draft:
    """Return a file's title and body; raise :class:`ImportRefused` where it cannot be a draft."""
    if path.suffix.lower() not in ENDINGS:
        raise wrong_ending(path)
    return import_bytes(path, bytes_of(path), language)


def import_bytes(name: Path | str, data: bytes, language: str = "en") -> Draft:
    """Return the draft of a file's bytes; of its name only the ending counts.

    Problems of markup are told in the draft; :class:`ImportRefused` is raised where there is none.
    """
    ending = Path(name).suffix.lower()
    if ending not in MAX_BYTES:
        raise wrong_ending(name)
    if len(data) > MAX_BYTES[ending]:
        raise ImportRefused(name, too_large(len(data), ending))
    asked = json.dumps({"ending": ending, "language": language}).encode()
    try:
        with _TURNS:
            answer = limited.run(
                "content.importers.trial.run",
                asked + b"\n" + data,
                seconds=SECONDS,
                megabytes=MEGABYTES,
            )
    except limited.Failed as failed:
        raise ImportRefused(name, str(failed)) from failed
    if "refused" in answer:
        raise ImportRefused(name, answer["refused"])
    return Draft.from_json(answer)
