"""Which Python the scripts take, and what they say when none will do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


def fake_python(folder: Path, name: str, version: str, *, venv: bool = True) -> None:
    """A real Python that claims another version, or has lost ensurepip as Debian's may."""
    folder.mkdir(exist_ok=True)
    numbers = tuple(map(int, version.split(".")))
    (folder / "claims").mkdir(exist_ok=True)
    program = (
        "import sys\n"
        f"sys.version_info = {numbers!r}\n"
        f"sys.prefix = sys.base_prefix\n"
        + ("" if venv else "sys.modules['ensurepip'] = None\n")
        + "exec(sys.argv[2])\n"
    )
    script = folder / "claims" / f"{name}.py"
    script.write_text(program)
    command = folder / name
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    command.chmod(0o755)


@pytest.mark.parametrize("script", ["server", "test"])
def test_a_python_too_old_is_named_with_the_remedy(run, tmp_path, script):
    fake_python(tmp_path / "bin", "python3", "3.9.2")
    done = run(script, PATH=str(tmp_path / "bin"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in done.stderr
    assert "apt install python3 python3-venv" in done.stderr


@pytest.mark.parametrize("script", ["server", "test"])
def test_no_python_at_all_is_said_with_the_remedy(run, tmp_path, script):
    (tmp_path / "bin").mkdir()
    done = run(script, PATH=str(tmp_path / "bin"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no python3 was found" in done.stderr


def test_a_python_without_venv_is_named_with_the_package_to_install(run, tmp_path):
    fake_python(tmp_path / "bin", "python3", "3.12.1", venv=False)
    done = run(PATH=str(tmp_path / "bin"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Python 3.12 cannot make virtual environments here" in done.stderr
    assert "apt install python3.12-venv" in done.stderr


def test_a_newer_python_beside_an_old_one_is_taken(run, tmp_path):
    fake_python(tmp_path / "bin", "python3", "3.9.2")
    (tmp_path / "bin" / "python3.11").symlink_to(Path(sys.executable).resolve())
    # Refused for its port, so Python was found.
    done = run(PATH=str(tmp_path / "bin"), PORT="abc")
    assert "PORT must be a number" in done.stderr
