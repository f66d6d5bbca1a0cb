"""A secret key that is made once per installation and never leaves its data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def kept_secret_key(data: Path) -> str:
    """Return the installation's secret key, making it (mode 0600) the first time.

    Two processes that start at once agree: the first file made wins.
    """
    path = data / "secret-key"
    data.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
    key = path.read_text(encoding="ascii").strip()
    if len(key) < 50:
        raise RuntimeError(f"{path} holds no usable secret key: delete it and start again")
    return key
