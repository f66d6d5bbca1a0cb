"""A process that reads a stranger's file: what it gives back, what it may not, how it is stopped."""

from pathlib import Path

import pytest

from content import limited
from content.limited import Failed, LimitExceeded, run

HERE = "tests.content.limited_functions."


def call(name: str, data: bytes = b"", seconds: float = 2, megabytes: int = 64) -> object:
    return run(HERE + name, data, seconds=seconds, megabytes=megabytes)


def test_what_a_function_gives_back_comes_through_and_what_it_prints_does_not() -> None:
    answer = call("length", b"x" * 3_000_000)
    assert isinstance(answer, dict)
    assert answer["length"] == 3_000_000
    assert set(answer["environment"]) <= {"LC_CTYPE", "SYSTEMROOT"}


def test_bytes_come_through_as_they_are() -> None:
    assert call("backwards", b"\x00\xffab") == b"ba\xff\x00"


def test_a_function_may_refuse_with_a_sentence_of_its_own() -> None:
    with pytest.raises(Failed, match=r"^it is not to my liking\. Change it\.$"):
        call("fail")


@pytest.mark.parametrize(
    "name",
    ["raise_something", "leave", "leave_at_once", "crash", "fall_into_itself", "not_json", "gone"],
)
def test_whatever_goes_wrong_in_it_is_a_refusal(name: str) -> None:
    with pytest.raises(Failed, match="cannot be read"):
        call(name, b"data")


def test_memory_is_limited() -> None:
    with pytest.raises(LimitExceeded, match="64 MB of memory"):
        call("take_memory")


def test_processor_time_is_limited() -> None:
    with pytest.raises(LimitExceeded, match="1 seconds"):
        call("work_for_ever", seconds=1)


def test_waiting_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "STARTING", 1)
    with pytest.raises(LimitExceeded, match="seconds"):
        call("sleep_for_ever", seconds=0.1)


def test_what_comes_back_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "LARGEST_RESULT", 1000)
    with pytest.raises(LimitExceeded, match="more than can be taken in"):
        call("say_too_much")


@pytest.mark.parametrize("name", ["write_a_file", "write_through_the_system", "read_a_file"])
def test_it_neither_reads_nor_writes_files(tmp_path: Path, name: str) -> None:
    path = tmp_path / "file.txt"
    if name == "read_a_file":
        path.write_text("secret")
    with pytest.raises(Failed):
        call(name, str(path).encode())
    assert path.exists() == (name == "read_a_file")


@pytest.mark.parametrize("name", ["call_home", "start_a_program", "load_a_library"])
def test_it_reaches_no_network_and_starts_no_program(name: str) -> None:
    with pytest.raises(Failed):
        call(name, b"9")


def test_the_system_holds_it_to_little() -> None:
    limits = pytest.importorskip("resource") and call("limits")
    assert limits == {"FSIZE": 0, "NOFILE": 19, "NPROC": 0, "CORE": 0}
