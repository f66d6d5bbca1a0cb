"""The rules are data: a mistake in it is named before anything starts, a change is another version."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from content import checks
from content.lint import data, table, version
from content.lint.data import BadRules, languages, read_rules

GOOD = """
[sources]
one = { title = "One", url = "https://example.org/a", date = "2020-01-31" }

[[rule]]
code = "safety.word"
level = "warning"
message = "“{found}” stands here."
source = "one"
patterns = ['\\bword\\b']
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("all", "en", "es"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(data, "FOLDER", tmp_path)
    return tmp_path


def problems(folder: Path, text: str) -> list[str]:
    (folder / "en" / "safety.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadRules) as caught:
        read_rules("en", folder)
    return caught.value.problems


def test_a_good_file_is_read(folder: Path) -> None:
    (folder / "en" / "safety.toml").write_text(GOOD, encoding="utf-8")
    assert [rule.code for rule in read_rules("en", folder).all()] == ["safety.word"]


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('"safety.word"', '"Safety word"', "its code is not like"),
        ('"warning"', '"grave"', "its level is not one of blocker, warning, advice"),
        ("“{found}” stands here.", "", "it has no message"),
        ("{found}", "{nothing}", "names nothing, which nothing fills in"),
        ("{found}", "{found", "a brace that is no field"),
        ('source = "one"', "", "neither a source nor a reason"),
        ('source = "one"', 'source = "two"', '"two" is not among [sources]'),
        ("https://", "http://", "lacks a title or an https address"),
        ("2020-01-31", "last year", "is not like 2020-09-23"),
        ("\\bword\\b", "(word", "cannot be read"),
        ("\\bword\\b", "x*", "fits everything"),
        ("patterns", "paterns", "paterns, which is not known here"),
        ("[[rule]]", "[[rules]]", "only [sources], [[rule]] and [[group]] are known"),
        ("[[rule]]", "[[rule", "it is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_entry(
    folder: Path, wrong: str, right: str, said: str
) -> None:
    assert wrong in GOOD
    (found,) = problems(folder, GOOD.replace(wrong, right))
    assert found.startswith("en/safety.toml")
    assert said in found


def test_the_same_code_twice_is_a_mistake(folder: Path) -> None:
    twice = GOOD + GOOD[GOOD.index("[[rule]]") :]
    assert problems(folder, twice) == [
        "en/safety.toml, rule safety.word: its code is taken by another entry."
    ]


def test_a_group_without_words_or_wordings_is_a_mistake(folder: Path) -> None:
    text = GOOD + '\n[[group]]\ncode = "one"\nname = "one"\n'
    assert problems(folder, text) == ["en/safety.toml, group one: its words are missing."]
    text += (
        'words = ["word"]\n[[group.statement]]\ncode = "safety.one.more"\nlevel = "warning"\n'
        'message = "Say it."\nsource = "one"\n'
    )
    assert problems(folder, text) == [
        "en/safety.toml, group one, statement safety.one.more: no wording is given that would "
        "satisfy it."
    ]


def test_a_system_check_names_the_file_and_the_entry(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "en" / "safety.toml").write_text(GOOD.replace('"warning"', '"grave"'))
    monkeypatch.setattr(data.read_rules, "__defaults__", (folder,))
    (error,) = checks.the_rules_of_the_checks_can_be_read()
    assert error.id == "content.E020"
    assert "en/safety.toml, rule safety.word" in str(error.msg)


def test_the_shipped_rules_can_be_read_and_say_where_they_come_from() -> None:
    assert languages() == ["en", "es"]
    assert checks.the_rules_of_the_checks_can_be_read() == []
    for language in languages():
        for rule in read_rules(language).all():
            assert rule.source or rule.own


def test_any_change_of_the_data_is_another_version(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(data.__file__).parent / "rules", folder, dirs_exist_ok=True)
    before = data.version.__wrapped__()
    assert before == version()
    file = folder / "es" / "links.toml"
    file.write_text("# Nothing yet.\n")
    assert data.version.__wrapped__() != before
    file.unlink()
    assert data.version.__wrapped__() == before
    monkeypatch.setattr(data, "LINT", data.LINT + 1)
    assert data.version.__wrapped__() != before


def test_the_page_of_the_checks_lists_every_rule_as_the_data_has_it() -> None:
    page = Path("docs/checks.md").read_text(encoding="utf-8")
    (found,) = re.findall(r"<!-- rules -->\n(.*?)\n<!-- end of rules -->", page, re.DOTALL)
    assert found == table.table(), "Print it anew with manage.py lint --rules."
