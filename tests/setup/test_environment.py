"""How the environment in .venv is made, and made good again."""

from __future__ import annotations

import shutil
import signal
import subprocess

import pytest

from tests.setup.scripts import ROOT, plain_environment


def in_lib(checkout, program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python in the checkout's script/lib, as script/server would."""
    return subprocess.run(
        [
            "/bin/sh",
            "-c",
            'root=$1; . "$root/script/lib/find_python.sh"; find_python || exit 1; '
            'cd "$root/script/lib" && exec "$python" -c "$2"',
            "sh",
            checkout,
            program,
        ],
        env=plain_environment(PIP_RETRIES="1", **environment),
        text=True,
        capture_output=True,
        timeout=300,
        check=False,
    )


SET_UP = "import installation as i; i.main_with_errors(lambda: i.set_up('requirements.txt') or 0)"


@pytest.fixture
def no_packages(checkout):
    """A checkout that needs no package, so that its environment takes seconds."""
    (checkout / "requirements.txt").write_text("# nothing\n")
    return checkout


def test_the_environment_is_made_once_and_a_failure_to_install_is_taken_up_again(no_packages):
    first = in_lib(no_packages, SET_UP)
    second = in_lib(no_packages, SET_UP)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "Making the environment" in first.stdout
    assert second.stdout == ""
    (no_packages / "requirements.txt").write_text("plainvoice-has-no-such-package==1\n")
    # Nobody listens on the discard port.
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
    failed = in_lib(no_packages, SET_UP, **nowhere)
    assert failed.returncode == 1
    assert "no connection to the package index" in failed.stderr.splitlines()[-1]
    again = in_lib(no_packages, SET_UP, **nowhere)
    assert again.returncode == 1
    assert "Making the environment" not in again.stdout
    (no_packages / "requirements.txt").write_text("# nothing more\n")
    assert in_lib(no_packages, SET_UP).returncode == 0


def test_a_half_made_environment_is_made_anew(no_packages):
    (no_packages / ".venv" / "bin").mkdir(parents=True)
    (no_packages / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n")
    (no_packages / ".venv" / "bin" / "python").chmod(0o755)
    done = in_lib(no_packages, SET_UP)
    assert done.returncode == 0, done.stderr
    assert in_lib(no_packages, SET_UP).stdout == ""


def test_two_scripts_at_once_make_one_environment(no_packages):
    one, two = (
        subprocess.Popen(
            [
                "/bin/sh",
                "-c",
                'root=$1; . "$root/script/lib/find_python.sh"; find_python || exit 1; '
                'cd "$root/script/lib" && exec "$python" -c "$2"',
                "sh",
                no_packages,
                SET_UP,
            ],
            env=plain_environment(),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for _ in range(2)
    )
    said = one.communicate(timeout=300)[0] + two.communicate(timeout=300)[0]
    assert (one.returncode, two.returncode) == (0, 0), said
    assert said.count("Making the environment") == 1


def test_the_scripts_can_be_executed():
    for script in ("script/server", "script/test", ".ci/run"):
        assert (ROOT / script).stat().st_mode & 0o111


@pytest.mark.full
def test_a_fresh_machine_gets_a_running_plainvoice(tmp_path, free_port):
    copy = tmp_path / "fresh"
    ignored = shutil.ignore_patterns(".git", ".venv", "data", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, copy, ignore=ignored)
    process = subprocess.Popen(
        [copy / "script" / "server"],
        env=plain_environment(PORT=str(free_port), PATH="/usr/local/bin:/usr/bin:/bin"),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    with process.stdout:
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C stops it." in line:
                process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0, said
    assert f"Plainvoice is at http://127.0.0.1:{free_port}/" in said
    assert (copy / "data" / "plainvoice.sqlite3").exists()
