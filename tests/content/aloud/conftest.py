"""A sound device that keeps what it is given, for ALSA's own player."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

CONFIGURATION = """
</usr/share/alsa/alsa.conf>
pcm.!default {{ type file; slave.pcm "null"; file "|cat >> '{file}'"; format "raw" }}
"""


class Device:
    """ALSA's default device: it writes down the samples, and keeps no time."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "heard.raw"
        self.configuration = folder / "asound.conf"
        self.configuration.write_text(CONFIGURATION.format(file=self.file))

    @property
    def heard(self) -> np.ndarray[Any, Any]:
        """The samples but for those that are zero, with which ALSA fills its periods up."""
        found = np.fromfile(self.file, dtype="<i2")
        return found[found != 0]


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Device:
    made = Device(tmp_path)
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(made.configuration))
    return made
