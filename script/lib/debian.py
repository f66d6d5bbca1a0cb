"""Programs that the tests and the measurements need and pip does not have."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping

from installation import CannotGoOn, say, start, wait

CHROMIUM = {"chromium": "chromium"}
ENGINES = {"espeak-ng": "espeak-ng", "flite": "flite"}


def have(programs: Mapping[str, str], purpose: str) -> None:
    """Have every program (name -> Debian's package), installing what is absent with apt-get.

    Raises :class:`CannotGoOn` with the remedy where that is not possible.
    """
    missing = {name: package for name, package in programs.items() if not shutil.which(name)}
    if not missing:
        return
    names, packages = " and ".join(missing), sorted(set(missing.values()))
    remedy = f"{purpose} {names}, which was not found. "
    by_hand = f"apt-get install {' '.join(packages)}"
    if not shutil.which("apt-get"):
        raise CannotGoOn(remedy + f"Install it so that the command {names} starts it.")
    env = shutil.which("env") or "/usr/bin/env"
    as_root: list[str] = []
    if os.geteuid() != 0:
        as_root = ["sudo", "--non-interactive"]
        if not shutil.which("sudo") or wait(start([env, *as_root, "true"])):
            raise CannotGoOn(remedy + f"Ask an administrator: {by_hand}")
    say(f"Installing {names} ...")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = [env, *as_root, "apt-get", "--quiet", "--yes"]
    for step in (["update"], ["install", "--no-install-recommends", *packages]):
        if wait(start([*apt, *step], quiet)):
            raise CannotGoOn(remedy + f"Installing it failed (above: what apt-get said): {by_hand}")
