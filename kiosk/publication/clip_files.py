"""Clips in the publication: copies of the stored ones, never other bytes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from content.speech import clips
from kiosk.publication.folder import put


def put_clip(root: Path, digest: str, form: str, *, thoroughly: bool = False) -> None:
    """Copy a stored clip, having looked that its bytes are those that were approved.

    One that is there already is looked at ``thoroughly`` or by its size alone. Raises
    :class:`content.speech.clips.Damaged` for one whose bytes are gone or have changed.
    """
    target = root / "clips" / f"{digest}.{form}"
    if not thoroughly:
        with suppress(FileNotFoundError):
            if target.stat().st_size == clips.path(digest, form).stat().st_size:
                return
    put(target, clips.read(digest, form))
