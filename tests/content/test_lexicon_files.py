"""The lexicon goes out and comes in as PLS 1.0, from the terminal."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from content import lexicon
from content.models import LexiconChange
from content.speech import pls
from content.speech.rules import Entry
from tests.factories import pronounce, staff

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[str, str, int]:
    out, err = StringIO(), StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), err.getvalue() + str(error), error.returncode
    return out.getvalue(), err.getvalue(), 0


def written(path: Path, *lexemes: pls.Lexeme, language: str = "en") -> str:
    path.write_bytes(pls.write(language, lexemes))
    return str(path)


def test_what_goes_out_comes_in_again_at_another_site(tmp_path: Path) -> None:
    pronounce("zolpidem", "zoll pih dem")
    pronounce("valium", phonemes="v'alI@m")
    before = lexicon.entries("en")
    file = tmp_path / "en.pls"
    assert run("export_lexicon", "en", "--to", str(file)) == ("", "", 0)
    out, _, _ = run("export_lexicon", "en")
    assert out.encode() == file.read_bytes()
    author = staff("author")
    out, err, status = run("import_lexicon", str(file), "--by", author.username)
    assert (out, err, status) == (
        "Said like this already: valium\nSaid like this already: zolpidem\n",
        "",
        0,
    )
    assert LexiconChange.objects.filter(changed_by=author).count() == 0
    assert lexicon.entries("en") == before


def test_with_what_is_shipped_a_sites_word_goes_before_the_same_shipped_one() -> None:
    pronounce("Sertraline", "sir truh leen")
    out, _, _ = run("export_lexicon", "en", "--with-shipped")
    found = {one.entry.grapheme: one.entry for one in pls.read(out.encode()).lexemes}
    assert found["Sertraline"].alias == "sir truh leen"
    assert "sertraline" not in found
    assert "clonazepam" in found


def test_a_bad_word_is_named_with_its_line_and_the_others_come_in(tmp_path: Path) -> None:
    file = written(
        tmp_path / "en.pls",
        pls.Lexeme(Entry("zolpidem", alias="zoll pih dem"), "A source"),
        pls.Lexeme(Entry("not", alias="now")),
        pls.Lexeme(Entry("valium", phonemes="v'alæ")),
        pls.Lexeme(Entry("prozac", alias="proh zack", phonemes="a b")),
    )
    out, err, status = run("import_lexicon", file, "--by", staff("author").username)
    assert out == "Taken: zolpidem\n"
    assert "Line 10 (“not”): “not” counts" in err
    assert "(“valium”): “æ” is no symbol" in err
    assert "(“prozac”): Give either" in err
    assert status == 1
    assert lexicon.entries("en") == (Entry("zolpidem", alias="zoll pih dem"),)
    assert LexiconChange.objects.get().note == "A source"


def test_what_is_no_lexicon_or_of_another_language_is_refused(tmp_path: Path) -> None:
    author = staff("author").username
    other = written(tmp_path / "fr.pls", pls.Lexeme(Entry("a", alias="b")), language="fr")
    broken = tmp_path / "broken.pls"
    broken.write_text("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    for file, told in (
        (other, "its language is"),
        (str(broken), "DOCTYPE"),
        (str(tmp_path / "none.pls"), "cannot be read"),
    ):
        out, err, status = run("import_lexicon", file, "--by", author)
        assert told in err
        assert (out, status) == ("", 1)
    assert not LexiconChange.objects.exists()


def test_who_may_not_change_the_lexicon_takes_nothing_in(tmp_path: Path) -> None:
    file = written(tmp_path / "en.pls", pls.Lexeme(Entry("zolpidem", alias="zoll pih dem")))
    operator: Any = staff("operator")
    assert "Your role does not allow" in run("import_lexicon", file, "--by", operator.username)[1]
    assert "no account" in run("import_lexicon", file, "--by", "nobody")[1]
    assert not LexiconChange.objects.exists()


def test_a_language_that_is_not_offered_has_no_lexicon() -> None:
    assert run("export_lexicon", "xx")[2] == 1
