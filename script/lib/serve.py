"""Set Plainvoice up, serve it with its worker beside it, and end all of it together."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path

from installation import (
    DATA_MEGABYTES,
    PYTHON,
    ROOT,
    CannotGoOn,
    Stopped,
    complain,
    disk_full,
    end,
    is_disk_full,
    main_with_errors,
    require_space,
    run,
    say,
    set_up,
    start,
    stop,
)

HOST = "127.0.0.1"
READY_SECONDS = 60.0
# A worker that ran this long was well: its next start need not wait.
WELL_SECONDS = 60.0
LONGEST_PAUSE = 60.0


def main() -> int:
    """Set up, serve until asked to stop, and return the exit status."""
    if len(sys.argv) > 1:
        raise CannotGoOn(
            "script/server takes no arguments. Its port and data folder come from the "
            "environment: PORT=8001 PLAINVOICE_DATA=/srv/plainvoice script/server"
        )
    port = chosen_port()
    data = Path(os.environ.get("PLAINVOICE_DATA") or ROOT / "data").expanduser().resolve()
    environment = {
        **os.environ,
        "PLAINVOICE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE")
        or "kiosk.settings.development",
        "PYTHONUNBUFFERED": "1",
    }
    environment.pop("PYTHONPATH", None)
    # Both are asked again when it matters; now they save a minute of work that would be in vain.
    listen(port).close()
    with locked(data):
        if not (data / "plainvoice.sqlite3").exists():
            require_space(data, DATA_MEGABYTES, "The data folder")
        set_up("requirements.txt")
        return Service(port, data, environment).run()


def chosen_port() -> int:
    """Return the environment's PORT, 8000 when there is none."""
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise CannotGoOn(
            f"PORT must be a number from 1 to 65535, and it is {text!r}: PORT=8001 script/server"
        )
    return int(text)


def listen(port: int) -> socket.socket:
    """Return a socket that listens, or raise :class:`CannotGoOn` with who is there already."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            who = "Plainvoice is already running" if is_ours(port) else "Another program listens"
            raise CannotGoOn(
                f"{who} on port {port}. Stop it, or choose another port: "
                f"PORT={free_port()} script/server"
            ) from None
        if error.errno in (errno.EACCES, errno.EPERM):
            raise CannotGoOn(
                f"This user may not listen on port {port}. Choose one above 1023: "
                "PORT=8000 script/server"
            ) from None
        raise
    return listener


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def health(port: int) -> tuple[int, dict[str, str]]:
    """Return the status and the findings of /healthz; status 0 when nothing answers properly."""
    hosts = os.environ.get("PLAINVOICE_HOSTS") or f"{HOST}:{port}"
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Host": hosts.split(",")[0].strip()})
        answer = connection.getresponse()
        found = json.loads(answer.read(10_000))
    except (OSError, http.client.HTTPException, ValueError):
        return 0, {}
    finally:
        connection.close()
    return answer.status, found if isinstance(found, dict) else {}


def is_ours(port: int) -> bool:
    """Say whether what listens on a port is a Plainvoice."""
    return "publication" in health(port)[1]


def locked(data: Path) -> TextIOWrapper:
    """Make the data folder if need be and return its lock, held until it is closed.

    The kernel lets go of the lock when this process ends, however it ends.
    """
    remedy = "Choose another: PLAINVOICE_DATA=/path/to/folder script/server"
    try:
        data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data) as probe:
            probe.write(b"writable")
        lock = (data / "server.lock").open("a+", encoding="ascii")
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full(data) from None
        raise CannotGoOn(
            f"The data folder {data} cannot be written: {error.strerror}. {remedy}"
        ) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        holder = lock.read().strip()
        lock.close()
        raise CannotGoOn(
            f"Another Plainvoice server (process {holder or 'unknown'}) uses the data folder "
            f"{data}. Stop it, or give this one its own: "
            f"PLAINVOICE_DATA=/path/to/folder script/server"
        ) from None
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()
    return lock


@dataclass
class Service:
    """The web server and the worker of one installation."""

    port: int
    data: Path
    environment: dict[str, str]
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    accounts: list[str] = field(default_factory=list)

    def run(self) -> int:
        """Prepare, serve until asked to stop or until the web server ends; return the status."""
        try:
            self.prepare()
            self.start_worker()
            self.start_web()
            self.wait_until_ready()
            self.welcome()
            return self.watch()
        except Stopped:
            say("\nStopping ...")
            return 0
        finally:
            # The web server first in the list: no request is taken that the worker would not see.
            end([self.processes[name] for name in ("web", "worker") if name in self.processes])

    def prepare(self) -> None:
        """Bring database, sample, styles and publication up to date."""
        # First, because every published page names the styles by the digests of their bytes.
        self.collect_static()
        self.manage("Preparing the database", "migrate", "--noinput", "--verbosity=0")
        if not self.environment["DJANGO_SETTINGS_MODULE"].endswith(".production"):
            said = self.manage("Loading the sample", "load_demonstration", show=True)
            said += self.manage("Looking for a staff PIN", "staff_pin", "--first", show=True)
            # Seen already, so that nothing can lose them; seen again where people look.
            self.accounts = [line for line in said.splitlines() if line.startswith("  ")]
        self.manage("Publishing", "publish")

    def collect_static(self) -> None:
        """Collect styles and scripts, if any file or package changed since the last time."""
        digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
        for app in sorted(ROOT.glob("*/apps.py")):
            for path in sorted((app.parent / "static").rglob("*")):
                if path.is_file():
                    digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
        stamp = self.data / "static.stamp"
        wanted = digest.hexdigest()
        if stamp.exists() and stamp.read_text() == wanted and (self.data / "static").is_dir():
            return
        self.manage("Collecting styles and scripts", "collectstatic", "--noinput", "--clear")
        stamp.write_text(wanted)

    def manage(self, what: str, *arguments: str, show: bool = False) -> str:
        """Run a management command and return its output, or raise :class:`CannotGoOn`."""
        say(f"{what} ...")
        status, output, errors = run([PYTHON, "manage.py", *arguments], self.environment, show=show)
        if not status:
            return output
        if is_disk_full(errors):
            raise disk_full(self.data)
        last = (errors or output).strip().splitlines()[-15:]
        if not show:
            complain("\n".join(last))
        raise CannotGoOn(
            f"{what} failed (above: what manage.py {arguments[0]} said). "
            "Put that right, then run this again; it goes on where it stopped."
        )

    def start_worker(self) -> None:
        """Start what voices the articles."""
        self.processes["worker"] = start([PYTHON, "manage.py", "worker"], self.environment)
        self.worker_since = time.monotonic()

    def start_web(self) -> None:
        """Start the web server on a socket that is bound here, so that the port is ours or nobody's."""
        with listen(self.port) as listener:
            gunicorn = [str(PYTHON), "-m", "gunicorn", "--config", "python:kiosk.serving"]
            self.processes["web"] = start(
                [*gunicorn, "--bind", f"fd://{listener.fileno()}", "kiosk.wsgi:application"],
                self.environment,
                pass_fds=[listener.fileno()],
            )

    def wait_until_ready(self) -> None:
        """Return when /healthz says that all is well."""
        deadline = time.monotonic() + READY_SECONDS
        while True:
            status, found = health(self.port)
            if status == 200:
                return
            if stop.asked:
                raise Stopped
            if self.processes["web"].poll() is not None:
                raise CannotGoOn("The web server could not start (above: what it said).")
            if time.monotonic() > deadline:
                bad = [name for name, word in found.items() if name != "status" and word != "ok"]
                raise CannotGoOn(
                    f"The web server answers, but is not well: {', '.join(bad)}."
                    if bad
                    else f"The web server gave no answer within {READY_SECONDS:.0f} seconds."
                )
            time.sleep(0.1)

    def welcome(self) -> None:
        """Say what to open, and the accounts of a first start."""
        address = f"http://{HOST}:{self.port}/"
        say(f"\nPlainvoice is at {address}\nStaff sign in at {address}admin/")
        if self.accounts:
            say("Accounts (kept nowhere, write them down):")
            say("\n".join(self.accounts))
        say("Ctrl-C stops it.")

    def watch(self) -> int:
        """Start the worker again when it ends; return the web server's status when that ends."""
        pause = 1.0
        restart_at: float | None = None
        while True:
            if stop.asked:
                raise Stopped
            status = self.processes["web"].poll()
            if status is not None:
                if stop.asked:
                    raise Stopped
                complain(f"The web server ended with status {status}. Stopping.")
                return status if status >= 0 else 128 - status
            now = time.monotonic()
            if restart_at is not None:
                if now >= restart_at:
                    self.start_worker()
                    restart_at = None
            elif (status := self.processes["worker"].poll()) is not None:
                end([self.processes["worker"]])
                if now - self.worker_since > WELL_SECONDS:
                    pause = 1.0
                complain(f"The worker ended with status {status}; starting it in {pause:.0f} s.")
                restart_at = now + pause
                pause = min(pause * 2, LONGEST_PAUSE)
            time.sleep(0.2)


if __name__ == "__main__":
    main_with_errors(main)
