"""The product, set up and served the way ``script/server`` does, for what measures it from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = "/a/clonazepam-and-depression/"


@contextmanager
def served() -> Iterator[str]:
    """Serve the demonstration from the environment's data folder and give its address."""
    for command in (
        ["collectstatic", "--noinput", "--verbosity=0"],
        ["migrate", "--verbosity=0"],
        ["load_demonstration"],
        ["publish"],
    ):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "--config", "python:kiosk.serving"),
            *("--bind", address, "kiosk.wsgi:application"),
        ],
        cwd=ROOT,
        env=os.environ,
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://{address}/healthz", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(30)
