"""What a process of its own is asked to do in test_limited.py. None of it needs Django."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from content.limited import Failed


def length(data: bytes) -> dict[str, Any]:
    sys.stdout.write("not the answer")
    sys.stdout.flush()
    return {"length": len(data), "environment": sorted(os.environ)}


def backwards(data: bytes) -> bytes:
    return data[::-1]


def fail(data: bytes) -> None:
    raise Failed("it is not to my liking. Change it.")


def raise_something(data: bytes) -> None:
    raise KeyError(data)


def leave(data: bytes) -> None:
    sys.exit(0)


def leave_at_once(data: bytes) -> None:
    os._exit(0)


def take_memory(data: bytes) -> int:
    return len([bytearray(1024 * 1024) for _ in range(4000)])


def work_for_ever(data: bytes) -> None:
    while True:
        pass


def sleep_for_ever(data: bytes) -> None:
    time.sleep(3600)


def crash(data: bytes) -> None:
    os.kill(os.getpid(), 11)


def fall_into_itself(data: bytes) -> None:
    fall_into_itself(data)


def say_too_much(data: bytes) -> bytes:
    return bytes(2000)


def not_json(data: bytes) -> object:
    return object()


def write_a_file(data: bytes) -> None:
    Path(data.decode()).write_text("written")


def write_through_the_system(data: bytes) -> int:
    handle = os.open(data.decode(), os.O_CREAT | os.O_WRONLY)
    return os.write(handle, b"written")


def read_a_file(data: bytes) -> str:
    return Path(data.decode()).read_text()


def call_home(data: bytes) -> None:
    socket.create_connection(("127.0.0.1", int(data)))


def start_a_program(data: bytes) -> None:
    subprocess.run(["true"], check=True)


def load_a_library(data: bytes) -> None:
    ctypes.CDLL(None)


def limits(data: bytes) -> dict[str, Any]:
    import resource

    return {
        name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[0]
        for name in ("FSIZE", "NOFILE", "NPROC", "CORE")
    }
