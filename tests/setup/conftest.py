"""The real scripts, in a copy of the checkout that has no environment yet, or in this one."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.setup.scripts import ROOT, Run, plain_environment


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout's scripts and requirements, before anything was set up."""
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT / "script", copy / "script")
    (copy / "tests").mkdir()
    for name in ("requirements.txt", "tests/requirements.txt"):
        shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture
def run(checkout: Path, tmp_path: Path) -> Run:
    """Run a script of that checkout to its end, with its own data folder unless told otherwise."""

    def run(script: str = "server", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [checkout / "script" / script],
            cwd=checkout,
            env=plain_environment(**{"PLAINVOICE_DATA": str(tmp_path / "data"), **environment}),
            text=True,
            capture_output=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def start_server(tmp_path: Path, free_port: int) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start the real ``script/server``, each time on the same port and data."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [ROOT / "script" / "server"],
            env=plain_environment(PLAINVOICE_DATA=str(tmp_path / "data"), PORT=str(free_port)),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a ``script/server`` that has come up once, for tests of what comes later."""
    data = tmp_path_factory.mktemp("prepared") / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(
        [ROOT / "script" / "server"],
        env=plain_environment(PLAINVOICE_DATA=str(data), PORT=str(port)),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C stops it." in line:
                break
        assert "Ctrl-C stops it." in said, said
        process.terminate()
    return data


@pytest.fixture
def server(
    prepared: Path, tmp_path: Path, start_server: Callable[[], subprocess.Popen[str]]
) -> subprocess.Popen[str]:
    """A running ``script/server``."""
    shutil.copytree(prepared, tmp_path / "data")
    return start_server()
