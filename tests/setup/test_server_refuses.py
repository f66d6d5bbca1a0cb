"""What script/server says, in one line and with the remedy, when it cannot go on."""

from __future__ import annotations

import errno
import fcntl
import json
import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.setup.scripts import ROOT, plain_environment

sys.path.insert(0, str(ROOT / "script" / "lib"))

import installation
import serve


def test_a_port_that_is_no_number_is_named(run):
    for wrong in ("abc", "0", "65536", "-1", "80 80", "８０"):
        done = run(PORT=wrong)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "PORT must be a number from 1 to 65535" in done.stderr
        assert "PORT=8001 script/server" in done.stderr


def test_a_port_that_another_program_has_is_named_before_the_slow_work(run, checkout):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(PORT=str(port))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"Another program listens on port {port}." in done.stderr
    assert "PORT=" in done.stderr
    assert not (checkout / ".venv").exists()


def test_a_port_that_plainvoice_has_is_told_apart(run):
    class Health(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps({"status": "failing", "publication": "failing"}).encode()
            self.send_response(503)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Health) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        done = run(PORT=str(other.server_port))
        other.shutdown()
    assert done.returncode == 1
    assert f"Plainvoice is already running on port {other.server_port}." in done.stderr


def test_a_data_folder_that_cannot_be_written_is_named(run, tmp_path, free_port):
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file" / "data", tmp_path / "file"):
        done = run(PORT=str(free_port), PLAINVOICE_DATA=str(folder))
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert f"The data folder {folder} cannot be written" in done.stderr
        assert "PLAINVOICE_DATA=/path/to/folder script/server" in done.stderr


def test_a_second_server_on_the_same_data_is_refused(run, tmp_path, free_port):
    data = tmp_path / "data"
    data.mkdir()
    with (data / "server.lock").open("w") as lock:
        lock.write("4711\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run(PORT=str(free_port))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"Another Plainvoice server (process 4711) uses the data folder {data}" in done.stderr


def test_a_disk_without_room_is_named_before_it_is_full(tmp_path):
    with pytest.raises(installation.CannotGoOn, match="needs about 1000000000 MB in"):
        installation.require_space(tmp_path, 10**9, "Installing the packages")


@pytest.mark.parametrize(
    "said",
    [
        "OSError: [Errno 28] No space left on device",
        "django.db.utils.OperationalError: database or disk is full",
    ],
)
def test_a_command_that_met_a_full_disk_is_understood(said):
    assert installation.is_disk_full(said)


def test_a_disk_that_runs_full_in_a_script_is_one_line(capsys):
    def fills_up() -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/data/file")

    listened = installation.stop.listen
    installation.stop.listen = lambda: None
    try:
        with pytest.raises(SystemExit) as end:
            installation.main_with_errors(fills_up)
    finally:
        installation.stop.listen = listened
    assert end.value.code == 1
    assert "The disk is full" in capsys.readouterr().err


def test_arguments_are_refused_with_how_to_say_it(checkout):
    done = subprocess.run(
        [checkout / "script" / "server", "--port", "80"],
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "takes no arguments" in done.stderr


def test_the_port_is_asked_again_when_it_is_bound():
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(installation.CannotGoOn, match="listens on port"),
    ):
        serve.listen(other.getsockname()[1])


def test_the_data_folder_is_meant_from_where_the_person_stands(checkout, tmp_path, free_port):
    somewhere = tmp_path / "somewhere"
    somewhere.mkdir()
    (somewhere / "data").write_text("in the way")
    done = subprocess.run(
        [checkout / "script" / "server"],
        cwd=somewhere,
        env=plain_environment(PLAINVOICE_DATA="data", PORT=str(free_port)),
        text=True,
        capture_output=True,
        check=False,
    )
    assert f"The data folder {Path(somewhere) / 'data'} cannot be written" in done.stderr
