"""What script/server and script/test share: the environment in ``.venv``, and running commands in it.

Runs on the bare system Python: standard library only.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LEASH = Path(__file__).resolve().with_name("leash.py")

VENV_MEGABYTES = 300
DATA_MEGABYTES = 50

_DISK_FULL = re.compile(
    r"No space left on device|disk is full|disk I/O error|Disk quota exceeded|Errno 28\b"
)
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|"
    r"Temporary failure in name resolution|Connection refused|Network is unreachable"
)


class CannotGoOn(Exception):
    """What is wrong and what to do about it, in one line for the person at the terminal."""


class Stopped(Exception):
    """Somebody asked for the end: Ctrl-C, SIGTERM or SIGHUP."""


class Stop:
    """Whether somebody asked for the end, and how often.

    The handlers only count, so that nothing is interrupted half-way: every wait looks here.
    """

    asked = 0

    def listen(self) -> None:
        """Take over the signals that ask for the end; ``nohup`` keeps its meaning."""
        signal.signal(signal.SIGINT, self._ask)
        signal.signal(signal.SIGTERM, self._ask)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, self._ask)

    def _ask(self, _signal: int, _frame: FrameType | None) -> None:
        self.asked += 1


stop = Stop()


def say(text: str) -> None:
    """Print to the person, who may have closed the terminal."""
    try:
        print(text, flush=True)
    except OSError:
        # Point the stream elsewhere, or Python fails once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """Print an error to the person."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def start(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None, **options: object
) -> subprocess.Popen[bytes]:
    """Start a command on the leash, in a process group of its own, in the project's folder."""
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        [sys.executable, str(LEASH), str(os.getpid()), *map(str, command)],
        cwd=ROOT,
        env=dict(environment) if environment is not None else None,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        **options,
    )


def signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    """Send a signal to a process that :func:`start` started and to all it started itself."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def end(processes: Sequence[subprocess.Popen[bytes]], seconds: float = 15.0) -> None:
    """End processes: politely, and by force after ``seconds`` or a further Ctrl-C."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    asked = stop.asked
    deadline = time.monotonic() + seconds
    while any(process.poll() is None for process in processes):
        if time.monotonic() > deadline or stop.asked > asked:
            break
        time.sleep(0.05)
    for process in processes:
        # Also when it has ended: what it started must not outlive it.
        signal_group(process, signal.SIGKILL)
        process.wait()


def wait(process: subprocess.Popen[bytes], each: Callable[[], None] = lambda: None) -> int:
    """Return a process's exit status, or end it and raise :class:`Stopped`.

    ``each`` is called while waiting, and once at the end.
    """
    while process.poll() is None:
        if stop.asked:
            end([process])
            each()
            raise Stopped
        each()
        time.sleep(0.05)
    each()
    return process.returncode


def run(
    command: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    *,
    show: bool = False,
) -> tuple[int, str, str]:
    """Run a command to its end and return its exit status, its output and its error output.

    With ``show`` the person sees both while the command runs.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = start(command, environment, stdout=output, stderr=errors)
        shown = dict.fromkeys((output, errors), 0)

        def relay() -> None:
            for file, offset in shown.items():
                # Only what is new; the command goes on writing at its own place.
                if show and (news := os.pread(file.fileno(), 1 << 20, offset)):
                    shown[file] += len(news)
                    with suppress(OSError):
                        os.write(1 if file is output else 2, news)

        status = wait(process, relay)
        output.seek(0)
        errors.seek(0)
        return (
            status,
            output.read().decode("utf-8", "replace"),
            errors.read().decode("utf-8", "replace"),
        )


def disk_full(folder: Path) -> CannotGoOn:
    """Return the error for a disk that ran full."""
    return CannotGoOn(
        f"The disk is full or cannot be written ({folder}). Free some space, then run this again; "
        "it goes on where it stopped."
    )


def is_disk_full(text: str) -> bool:
    """Say whether a command's output shows that the disk ran full."""
    return _DISK_FULL.search(text) is not None


def require_space(folder: Path, megabytes: int, purpose: str) -> None:
    """Raise :class:`CannotGoOn` unless ``folder``'s disk has ``megabytes`` MB free."""
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < megabytes:
        raise CannotGoOn(
            f"{purpose} needs about {megabytes} MB in {folder}, and {free} MB are free. "
            "Free some space, then run this again."
        )


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the environment's lock, waiting for whoever else is setting it up."""
    try:
        VENV.mkdir(exist_ok=True)
        lock = (VENV / "plainvoice.lock").open("a")
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise CannotGoOn(
            f"The environment {VENV} cannot be written: {error.strerror}. "
            "Run this as the user who owns the project's folder."
        ) from None
    with lock:
        told = False
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not told:
                    say("Waiting for another script that is setting up .venv ...")
                    told = True
            if stop.asked:
                raise Stopped
            time.sleep(0.1)
        yield


def set_up(requirements: str) -> None:
    """Make ``.venv`` hold what a requirements file pins, if it does not yet.

    A stamp beside the packages keeps the file's digest and is written last, so an installation that
    was interrupted is taken up again.
    """
    wanted = hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()
    if requirements != "requirements.txt":
        wanted += hashlib.sha256((ROOT / "requirements.txt").read_bytes()).hexdigest()
    stamp = VENV / f"plainvoice-{requirements.replace('/', '-')}.stamp"
    if _read(stamp) == wanted and _works():
        return
    with _alone():
        if _read(stamp) == wanted and _works():
            return
        require_space(VENV, VENV_MEGABYTES, "Installing the packages")
        stamp.unlink(missing_ok=True)
        if not _works():
            _make()
        say("Installing the packages (once; a minute or two) ...")
        pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
        status, _, printed = run(
            [*pip, "install", "--quiet", "-r", requirements], _plain_environment()
        )
        if status:
            raise _pip_failed(printed)
        temporary = stamp.with_suffix(".new")
        temporary.write_text(wanted)
        temporary.replace(stamp)


def _read(path: Path) -> str | None:
    try:
        return path.read_text()
    except OSError:
        return None


def _works() -> bool:
    """Say whether ``.venv`` is whole: its Python runs, is new enough, and has pip."""
    question = (
        "import sys, pip; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    )
    return PYTHON.exists() and run([PYTHON, "-c", question], _plain_environment())[0] == 0


def _make() -> None:
    """Make ``.venv`` anew around its lock."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise CannotGoOn(f"The environment {VENV} is damaged. Delete it, then run this again.")
    say("Making the environment in .venv ...")
    for old in VENV.iterdir():
        if old.is_dir() and not old.is_symlink():
            shutil.rmtree(old)
        elif old.name != "plainvoice.lock":
            old.unlink()
    status, printed, errors = run([sys.executable, "-m", "venv", VENV], _plain_environment())
    if status:
        printed += errors
        complain(printed.rstrip())
        if is_disk_full(printed):
            raise disk_full(VENV)
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise CannotGoOn(
            "The environment in .venv could not be made (above: what Python said). "
            f"On Debian or Ubuntu: apt install python{version}-venv"
        )


def _plain_environment() -> dict[str, str]:
    """Return the environment without what would point Python at other packages."""
    strange = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    return {name: value for name, value in os.environ.items() if name not in strange}


def _pip_failed(printed: str) -> CannotGoOn:
    complain("\n".join(printed.rstrip().splitlines()[-15:]))
    if is_disk_full(printed):
        return disk_full(VENV)
    if _NO_NETWORK.search(printed):
        return CannotGoOn(
            "The packages could not be fetched: no connection to the package index. Setting up "
            "needs the network once. Check the network or the proxy, then run this again."
        )
    return CannotGoOn(
        "The packages could not be installed (above: what pip said). "
        "Put that right, then run this again; it goes on where it stopped."
    )


def main_with_errors(main: Callable[[], int]) -> None:
    """Run a script's main function and end with its status, or with one line about what is wrong.

    Being asked to stop is no failure: the status is 0.
    """
    stop.listen()
    try:
        status = main()
    except Stopped:
        status = 0
    except CannotGoOn as error:
        complain(str(error))
        status = 1
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        complain(str(disk_full(Path(error.filename or ROOT))))
        status = 1
    sys.exit(status)
