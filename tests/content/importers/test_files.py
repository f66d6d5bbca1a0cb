"""Files of every kind: found once, brought in whole, or refused by name with the reason."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from content.importers import ImportRefused, find, import_file
from content.reading import MAX_BODY


def write(path: Path, data: bytes | str = "A title\n\nText.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any account of the machine can look into."""
    folder = Path(tempfile.mkdtemp(prefix="plainvoice-import-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Be an account that file permissions bind, which root is not."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_a_folder_is_searched_to_the_bottom_in_order(tmp_path: Path) -> None:
    expected = [
        write(tmp_path / name) for name in ("a/deep/er/z.md", "b.txt", "c.MD", "d/1.txt", "d/2.md")
    ]
    expected += [write(tmp_path / name) for name in ("e.docx", "h.html", "i.zip")]
    for name in (".hidden.txt", ".git/f.txt", "README", "g.txt~", "k.png", "l.xml"):
        write(tmp_path / name)
    assert find([tmp_path]) == (expected, [])


def test_a_file_that_is_named_twice_comes_in_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert find([path, tmp_path, path])[0] == [path]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    path = write(tmp_path / "folder" / "a.txt")
    (tmp_path / "folder" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "folder" / "self.txt").symlink_to(tmp_path / "folder" / "self.txt")
    found, refused = find([tmp_path])
    assert found == [path]
    assert [refusal.path.name for refusal in refused] == ["self.txt"]


@pytest.mark.parametrize("name", ["a.png", "a", "a.txt.gz"])
def test_a_named_file_with_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    found, refused = find([write(tmp_path / name)])
    assert found == []
    assert str(tmp_path / name) in str(refused[0])
    assert ".txt, .md, .html, .docx and .zip" in str(refused[0])


@pytest.mark.parametrize(
    "name", ["a.doc", "a.DOCM", "a.rtf", "a.odt", "a.pdf", "a.dotx", "a.pages"]
)
def test_what_is_likely_an_article_is_refused_with_what_helps_in_a_folder_too(
    tmp_path: Path, name: str
) -> None:
    write(tmp_path / name)
    found, refused = find([tmp_path])
    assert found == []
    assert ".docx" in str(refused[0])


def test_a_missing_path_is_refused_and_the_others_come_in(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    found, refused = find([tmp_path / "missing.txt", path])
    assert found == [path]
    assert "missing.txt: there is no such file" in str(refused[0])


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "link to nothing" in str(find([tmp_path])[1][0])


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a file" in str(find([tmp_path])[1][0])
    with pytest.raises(ImportRefused, match="not a file"):
        import_file(tmp_path / "pipe.txt")


def test_a_name_that_is_not_utf_8_is_refused_in_words_that_can_be_printed(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text("A title\n\nText.\n")
    found, refused = find([tmp_path])
    assert found == []
    assert str(refused[0]).encode().endswith(b"its name is not UTF-8. Rename it.")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xe2\x80\x8b\n", r"line 1 holds a sign that nobody sees \(U\+200B\)"),
        (b"---\n===\n", "empty"),
        (b"Only a title", "title and no text"),
        (b"Only a title\n\n---\n\n", "title and no text"),
        (b"***\n\nText.", "first line has no words"),
        (b"T" * 201 + b"\n\nText.", "201 characters"),
        (b"Title\n\nText\x00", "NUL"),
    ],
)
def test_a_bad_file_is_refused_by_name(tmp_path: Path, data: bytes, why: str) -> None:
    path = write(tmp_path / "bad.txt", data)
    with pytest.raises(ImportRefused, match=why) as refused:
        import_file(path)
    assert str(refused.value).startswith(f"{path}: ")


@pytest.mark.parametrize("data", ["", "# \n\nText.", "# Title\n", "#\n", "\n\n"])
def test_a_markdown_file_without_title_or_text_is_refused(tmp_path: Path, data: str) -> None:
    with pytest.raises(ImportRefused, match=r"empty|no words|no text"):
        import_file(write(tmp_path / "bad.md", data))


def test_a_title_of_200_characters_comes_in(tmp_path: Path) -> None:
    assert import_file(write(tmp_path / "a.txt", "T" * 200 + "\n\nText.")).title == "T" * 200


def test_a_file_that_is_too_large_is_refused_with_its_size(tmp_path: Path) -> None:
    path = write(tmp_path / "large.txt", b"Title\n\n" + b"word " * (MAX_BODY // 5))
    with pytest.raises(ImportRefused, match=r"1\.0 MiB \(1,0\d\d,\d\d\d bytes\)"):
        import_file(path)
    with path.open("wb") as file:
        file.truncate(5 * 1024 * 1024)
    with pytest.raises(ImportRefused, match=r"5\.0 MiB \(5,242,880 bytes\)"):
        import_file(path)


def test_a_file_of_just_the_size_comes_in(tmp_path: Path) -> None:
    data = b"Title\n\n" + b"word " * (MAX_BODY // 5)
    assert import_file(write(tmp_path / "a.txt", data[:MAX_BODY])).title == "Title"


def test_a_file_or_folder_that_may_not_be_read_is_refused(open_folder: Path) -> None:
    path = write(open_folder / "locked.txt")
    path.chmod(0)
    locked = open_folder / "locked"
    locked.mkdir()
    locked.chmod(0)
    with unprivileged():
        with pytest.raises(ImportRefused, match=r"locked\.txt: it cannot be read \(permission"):
            import_file(path)
        found, refused = find([open_folder])
    assert [refusal.path for refusal in refused] == [locked]
    assert found == [path]


def test_another_ending_is_refused_by_the_importer_too(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="only files that end in"):
        import_file(write(tmp_path / "a.png"))
