"""script/server and all it started end together, however that comes about."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks in /proc")


def processes_of(data: Path) -> dict[int, str]:
    """Every living process that was started for a data folder, with its command line."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes().split(b"\0")
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if f"PLAINVOICE_DATA={data}".encode() in environment and command:
            found[int(folder.name)] = command
    return found


def eventually(rule: Callable[[], object], seconds: float = 60.0) -> object:
    """Return the first true answer of a rule that needs a moment to hold."""
    deadline = time.monotonic() + seconds
    while not (answer := rule()):
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.1)
    return answer


def read_until(server: subprocess.Popen[str], words: str) -> str:
    """Return what the server printed up to the line with these words."""
    assert server.stdout is not None
    said = ""
    for line in server.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"script/server ended without saying {words!r}:\n{said}")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_every_way_of_stopping_is_clean_and_leaves_no_process(
    server, data, free_port, start_server
):
    said = read_until(server, "Ctrl-C stops it.")
    assert f"Plainvoice is at http://127.0.0.1:{free_port}/" in said
    assert any("gunicorn" in command for command in processes_of(data).values())
    assert any("manage.py worker" in command for command in processes_of(data).values())
    ways = [signal.SIGINT, signal.SIGTERM]
    # Started with nohup it is not to be stopped by that.
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        ways.append(signal.SIGHUP)
    for number in ways:
        server.send_signal(number)
        assert server.wait(60) == 0
        assert processes_of(data) == {}
        # It comes up again on what it left.
        server = start_server()
        read_until(server, "Ctrl-C stops it.")


def test_a_terminals_ctrl_c_reaches_everything_once(server, data):
    read_until(server, "Ctrl-C stops it.")
    os.killpg(server.pid, signal.SIGINT)
    assert server.wait(60) == 0
    assert processes_of(data) == {}


def test_ctrl_c_while_setting_up_is_clean_too(server, data):
    read_until(server, "Preparing the database")
    server.send_signal(signal.SIGINT)
    assert server.wait(60) == 0
    assert processes_of(data) == {}


def test_nothing_outlives_a_server_that_was_killed(server, data):
    read_until(server, "Ctrl-C stops it.")
    server.kill()
    server.wait(60)
    eventually(lambda: processes_of(data) == {})


def test_a_worker_that_died_is_started_again(server, data):
    read_until(server, "Ctrl-C stops it.")
    (old,) = (pid for pid, command in processes_of(data).items() if "manage.py worker" in command)
    os.kill(old, signal.SIGKILL)
    read_until(server, "The worker ended with status -9")
    eventually(
        lambda: [
            pid
            for pid, command in processes_of(data).items()
            if "manage.py worker" in command and pid != old
        ]
    )


def test_a_web_server_that_died_ends_everything_with_its_status(server, data):
    read_until(server, "Ctrl-C stops it.")
    masters = [pid for pid, command in processes_of(data).items() if "gunicorn" in command]
    os.kill(min(masters), signal.SIGKILL)
    assert server.wait(60) == 128 + signal.SIGKILL
    assert processes_of(data) == {}


def test_a_second_server_on_the_running_port_is_told_who_is_there(server, run, free_port, tmp_path):
    read_until(server, "Ctrl-C stops it.")
    done = run(PORT=str(free_port), PLAINVOICE_DATA=str(tmp_path / "other"))
    assert done.returncode == 1
    assert f"Plainvoice is already running on port {free_port}." in done.stderr
