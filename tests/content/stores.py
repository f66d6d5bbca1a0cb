"""A clip store of a test's own, for tests that damage one: the usual one is shared by all."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.models import Clip
from content.speech import clips


def own_store(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Copy every clip of the test's database to a folder, and use that while the patch lasts."""
    stored = [
        (form, digest, clips.read(digest, form))
        for clip in Clip.objects.all()
        for form, digest in (("opus", clip.digest), ("wav", clip.wav_digest))
    ]
    patch.setattr(clips, "store", lambda: folder)
    for form, digest, data in stored:
        path = clips.path(digest, form)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
