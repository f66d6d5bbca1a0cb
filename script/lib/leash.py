"""Run a command that ends when the process that started it ends, even by ``kill -9``.

``python leash.py PARENT COMMAND...`` becomes COMMAND. PARENT is the starter's process id. On Linux
the kernel then sends COMMAND a SIGTERM when the starter is gone; elsewhere COMMAND just runs.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Put the leash on and become the command."""
    parent, *command = sys.argv[1:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    # The starter may have gone before the leash was on.
    if os.getppid() != int(parent):
        sys.exit(1)
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
