"""Which program plays, and what happens when it cannot."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from content.aloud import loudspeaker
from content.aloud.loudspeaker import PLAYERS, Loudspeaker, NoSound, commands

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="It starts shell scripts")


def program(folder: Path, name: str, text: str = "exit 0") -> list[str]:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return [str(path)]


def play(*players: list[str], moments: tuple[int, ...] = ()) -> list[int]:
    reached: list[int] = []
    with Loudspeaker(players) as one:
        one.play(b"RIFF", 10, moments, reached.append)
    return reached


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all there is of programs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_the_players_that_are_installed_are_tried_best_first(installed: Path) -> None:
    for name in ("aplay", "pw-play", "afplay"):
        program(installed, name)
    assert [Path(one[0]).name for one in commands(platform="linux")] == ["pw-play", "aplay"]
    assert commands(platform="linux")[1][1:] == ["--quiet"]
    assert [Path(one[0]).name for one in commands(platform="darwin")] == ["afplay"]
    assert commands(platform="win32")[0][0] == sys.executable


def test_one_may_be_chosen_by_its_name_or_as_a_command(installed: Path) -> None:
    program(installed, "aplay")
    program(installed, "my-player")
    assert commands("aplay") == [[str(installed / "aplay"), "--quiet"]]
    assert commands("my-player -D 'the hall'") == [[str(installed / "my-player"), "-D", "the hall"]]


@pytest.mark.parametrize("chosen", ["aplay", "nothing-of-that-name -q", ""])
def test_a_chosen_one_that_is_not_installed_is_named(installed: Path, chosen: str) -> None:
    with pytest.raises(NoSound, match=f"The player '{chosen}' is not installed here"):
        commands(chosen)


def test_where_no_player_is_installed_it_says_what_would_do(installed: Path) -> None:
    with pytest.raises(NoSound, match=r"pw-play, paplay, aplay.*apt-get install alsa-utils.*--to"):
        commands(platform="linux")
    with pytest.raises(NoSound, match="none is known for this system"):
        commands(platform="plan9")


def test_each_player_has_a_name_of_its_own() -> None:
    assert len({one.name for one in PLAYERS}) == len(PLAYERS)


def test_a_player_without_a_device_is_followed_by_the_next(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    silent = program(tmp_path, "silent", "echo no server >&2; exit 1")
    good = program(tmp_path, "good", f'cat "$1" >> {heard}')
    with Loudspeaker([silent, good]) as one:
        one.play(b"first", 10, (), lambda _: None)
        one.play(b"second", 10, (), lambda _: None)
    assert heard.read_bytes() == b"firstsecond"


def test_where_none_plays_the_last_ones_reason_is_told(tmp_path: Path) -> None:
    first = program(tmp_path, "first", "exit 3")
    last = program(tmp_path, "last", "echo no device >&2; exit 1")
    with pytest.raises(NoSound, match="last says: no device"):
        play(first, last)
    with pytest.raises(NoSound, match="first says: exit status 3"):
        play(first)
    with pytest.raises(NoSound, match="gone does not start: No such file"):
        play([str(tmp_path / "gone")])


def test_a_player_that_has_played_is_not_replaced_when_it_breaks_off(tmp_path: Path) -> None:
    once = program(tmp_path, "once", f"test ! -e {tmp_path}/mark && touch {tmp_path}/mark")
    other = program(tmp_path, "other", f"touch {tmp_path}/started")
    with Loudspeaker([once, other]) as one:
        one.play(b"", 10, (), lambda _: None)
        with pytest.raises(NoSound, match="once says"):
            one.play(b"", 10, (), lambda _: None)
    assert not (tmp_path / "started").exists()


def test_every_moment_is_reached_in_order_also_by_a_player_that_is_quicker(tmp_path: Path) -> None:
    assert play(program(tmp_path, "quick"), moments=(0, 5_000, 9_000)) == [0, 1, 2]


def test_a_moment_is_reached_while_the_clip_plays(tmp_path: Path) -> None:
    slow = program(tmp_path, "slow", f"while ! test -e {tmp_path}/go; do sleep 0.01; done")
    reached: list[int] = []

    def told(index: int) -> None:
        reached.append(index)
        if index == 1:
            (tmp_path / "go").touch()

    with Loudspeaker([slow]) as one:
        one.play(b"", 50, (0, 20), told)
    assert reached == [0, 1]


def test_a_player_that_is_stuck_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loudspeaker, "PATIENCE_S", 0.1)
    stuck = program(tmp_path, "stuck", f"echo $$ > {tmp_path}/pid; exec sleep 60")
    with pytest.raises(NoSound, match="stuck is stuck"):
        play(stuck)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_whatever_interrupts_a_clip_silence_follows(tmp_path: Path) -> None:
    endless = program(tmp_path, "endless", f"echo $$ > {tmp_path}/pid; exec sleep 60")

    def interrupt(_: int) -> None:
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.01)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Loudspeaker([endless]) as one:
        one.play(b"", 60_000, (0,), interrupt)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
