"""Files of strangers, read by a process that can do no harm: a fresh Python with little of anything.

What the process is held to, and where: memory, processor time, files and further processes by
``resource`` (Linux, and macOS but for memory, which its kernel does not hold to); on Windows there
is no ``resource``, and the wall clock alone stops it. Everywhere Python code in it opens no socket,
no other program, and no file but Python's own modules (an audit hook: no wall against native code
that was taken over, hence the limits), and its environment is empty.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

if sys.platform != "win32":
    import resource

ROOT = Path(__file__).resolve().parent.parent
LARGEST_RESULT = 64 * 1024 * 1024
"""In bytes: a result that is larger is refused."""
OPEN_FILES = 16
"""Beyond 0, 1 and 2, for modules that are imported when they are first needed."""
WAIT, STARTING = 4, 20
"""The wall clock allows ``WAIT`` seconds for every second of processor time, and ``STARTING``
seconds more: a machine may be busy, and a process that waits for ever uses no processor time."""

_RESULT, _BYTES, _FAILED, _MEMORY, _ERROR = b"JBFME"
_MODULES = (".py", ".pyc", ".so", ".pyd", ".dll", ".dylib")
_FORBIDDEN = (
    *("socket.", "subprocess.", "ctypes.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn"),
    *("os.system", "os.startfile", "os.remove", "os.rename", "os.mkdir"),
)


class Failed(Exception):
    """A file that could not be read; the message says why, and what helps. It begins with "it".

    The function that runs may raise it too: its message comes through as it is.
    """


class LimitExceeded(Failed):
    """A file that would take more time or memory to read than it may."""


def run(function_path: str, data: bytes, *, seconds: float, megabytes: int) -> Any:
    """Return what a function gives back for some bytes, called in a process of its own.

    ``function_path`` is "package.module.function", of a module that needs no Django. It takes the
    bytes, and gives back bytes or what JSON knows. ``seconds`` are of the processor, counted up to
    whole ones; ``megabytes`` are what it may take beyond what importing the module took.

    Raises :class:`LimitExceeded` or :class:`Failed`, also where the process crashes.
    """
    process = subprocess.Popen(
        [
            *(sys.executable, "-I", "-B", "-X", "utf8", "-c", _bootstrap()),
            *(function_path, str(math.ceil(seconds)), str(megabytes)),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Windows starts no program without SYSTEMROOT.
        env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
        cwd=ROOT,
        start_new_session=True,
    )
    answer = bytearray()
    with process:
        threads = [
            threading.Thread(target=_give, args=(process.stdin, data), daemon=True),
            threading.Thread(target=_take, args=(process.stdout, answer), daemon=True),
        ]
        try:
            for thread in threads:
                thread.start()
            threads[1].join(seconds * WAIT + STARTING)
            late = threads[1].is_alive()
            if not late:
                # Its answer is closed before it has quite ended.
                with suppress(subprocess.TimeoutExpired):
                    process.wait(1)
        finally:
            _kill(process)
            for thread in threads:
                thread.join()
    if late:
        raise _too_long(seconds)
    if len(answer) > LARGEST_RESULT:
        raise LimitExceeded("it holds more than can be taken in at once. Split it.")
    return _result(bytes(answer), process.returncode, seconds, megabytes)


def _bootstrap() -> str:
    return f"import sys; sys.path.insert(0, {str(ROOT)!r}); import content.limited as l; l.serve()"


def _give(pipe: IO[bytes] | None, data: bytes) -> None:
    with suppress(OSError):
        if pipe is not None:
            with pipe:
                pipe.write(data)


def _take(pipe: IO[bytes] | None, answer: bytearray) -> None:
    if pipe is not None:
        answer += pipe.read(LARGEST_RESULT + 1)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process, and what it may have started, unless it ended by itself."""
    if process.poll() is None:
        if sys.platform != "win32":
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _result(answer: bytes, code: int, seconds: float, megabytes: int) -> Any:
    kind, body = answer[:1], answer[1:]
    if code == 0 and kind:
        if kind[0] == _BYTES:
            return body
        if kind[0] == _RESULT:
            return json.loads(body)
        if kind[0] == _FAILED:
            raise Failed(body.decode("utf-8", "replace"))
        if kind[0] == _MEMORY:
            raise LimitExceeded(
                f"reading it takes more than {megabytes} MB of memory. Save it again in a simpler "
                "form, or split it."
            )
    elif sys.platform != "win32" and code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _too_long(seconds)
    raise Failed(
        "it cannot be read: it is damaged, or not what its name says. Open it in the program that "
        "made it, and save it again."
    )


def _too_long(seconds: float) -> LimitExceeded:
    return LimitExceeded(
        f"reading it takes more than {math.ceil(seconds)} seconds. Save it again in a simpler "
        "form, or split it."
    )


def serve() -> None:
    """Be the process: read the bytes, call the function, write what it gave back, and end."""
    path, seconds, megabytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    # What the function prints must not be taken for its answer.
    out = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    module, _, name = path.rpartition(".")
    function: Callable[[bytes], Any] = getattr(importlib.import_module(module), name)
    data = sys.stdin.buffer.read()
    _hold_to(seconds, megabytes)
    sys.addaudithook(_refuse)
    answer = _answer(function, data)
    while answer:
        answer = answer[os.write(out, answer) :]
    # Nothing that was read may have a last word.
    os._exit(0)


def _answer(function: Callable[[bytes], Any], data: bytes) -> bytes:
    try:
        result = function(data)
        if isinstance(result, bytes):
            return bytes([_BYTES]) + result
        return bytes([_RESULT]) + json.dumps(result).encode()
    except Failed as failed:
        return bytes([_FAILED]) + str(failed).encode("utf-8", "backslashreplace")
    except MemoryError:
        return bytes([_MEMORY])
    except BaseException:
        return bytes([_ERROR])


def _hold_to(seconds: int, megabytes: int) -> None:
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = math.ceil(used.ru_utime + used.ru_stime) + seconds
    limits = [
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_CPU, until, until + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, 3 + OPEN_FILES, 3 + OPEN_FILES),
        # Does not bind root, nor, on some systems, an account's threads.
        (resource.RLIMIT_NPROC, 0, 0),
    ]
    if sys.platform == "linux":
        taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        most = taken + megabytes * 1024 * 1024
        limits.append((resource.RLIMIT_AS, most, most))
    for kind, soft, hard in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and not str(arguments[0]).endswith(_MODULES):
        raise PermissionError(event)
