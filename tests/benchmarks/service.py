"""The product, set up and served the way ``script/server`` does, for what measures it from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = "/a/clonazepam-and-depression/"
SCREENS = ["/", "/t/medicines/", SAMPLE, "/urgent/", "/closing/", "/a/nothing-here/"]
OPTIONAL = ["/search/", "/settings/", "/help/", "/es/", "/es/urgent/", "/es/closing/"]
"""Measured where they are published."""


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


def screens(url: str) -> list[str]:
    """Return the path of every public screen that this service has."""
    return SCREENS + [path for path in OPTIONAL if _is_there(url + path)]


def _is_there(address: str) -> bool:
    """Whether an address is answered with a page."""
    try:
        urllib.request.urlopen(address, timeout=10).close()
    except urllib.error.HTTPError as answer:
        answer.close()
        return False
    return True
