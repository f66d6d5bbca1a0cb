"""Lexicons come and go as PLS 1.0, and nothing that is not PLS 1.0 gets in."""

from __future__ import annotations

import pytest

from content.speech import lexicons, pls
from content.speech.pls import Lexeme, NotPls
from content.speech.rules import Entry

HEAD = f'<lexicon version="1.0" xmlns="{pls.NAMESPACE}" alphabet="x-espeak-ng" xml:lang="en-US">'


def file(inside: str, head: str = HEAD) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{inside}\n</lexicon>'.encode()


def lexeme(inside: str, attributes: str = "") -> str:
    return f"<lexeme{attributes}>{inside}</lexeme>"


def test_what_is_written_is_read_again_with_its_sources() -> None:
    lexemes = (
        Lexeme(Entry("sertraline", phonemes="s'3:tr@l,i:n"), "A dictionary & its page"),
        Lexeme(Entry("Sertraline <x>", alias="sir truh leen")),
        Lexeme(Entry("ácido", alias="ah see doh"), "“Quoted”"),
        Lexeme(Entry("5-HTP", alias="five H T P", phonemes="a b c d"), "x"),
    )
    written = pls.write("en", lexemes)
    assert pls.read(written) == pls.Lexicon("en", lexemes)
    assert b'lexeme="acido"' in written and b'xml:id="word-5-htp"' in written


def test_a_lexeme_with_several_written_forms_is_an_entry_for_each() -> None:
    found = pls.read(
        file(lexeme("<grapheme>a b</grapheme><grapheme> c\n d </grapheme><alias>x y</alias>"))
    )
    assert [one.entry for one in found.lexemes] == [Entry("a b", "x y"), Entry("c d", "x y")]
    assert found.language == "en"
    assert found.lexemes[0].line == 3


def test_the_preferred_pronunciation_counts_and_else_the_first() -> None:
    first = "<grapheme>a</grapheme><phoneme>b</phoneme><phoneme>c</phoneme>"
    second = '<grapheme>d</grapheme><phoneme>b</phoneme><phoneme prefer="true">c</phoneme>'
    found = pls.read(file(lexeme(first) + lexeme(second))).lexemes
    assert [one.entry.phonemes for one in found] == ["b", "c"]


def test_examples_and_what_other_namespaces_hold_are_left_out() -> None:
    other = '<x:note xmlns:x="urn:other">text<x:grapheme>no</x:grapheme></x:note>'
    inside = f"<grapheme>a</grapheme>{other}<alias>b</alias><example>a c</example>"
    meta = f'<meta name="x" content="y"/><metadata>{other}</metadata>'
    found = pls.read(file(meta + lexeme(inside)))
    assert [one.entry for one in found.lexemes] == [Entry("a", "b")]
    assert not found.problems


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (b"", 1, "well-formed"),
        (b"\xff\xfe\x00", 1, "well-formed"),
        (file("<lexeme>"), 4, "well-formed"),
        (b'<?xml version="1.0" encoding="x-nothing"?><lexicon/>', 1, "encoding"),
        (b'<!DOCTYPE lexicon [<!ENTITY a "b">]>\n<lexicon/>', 1, "DOCTYPE"),
        (b'\n<!DOCTYPE lexicon SYSTEM "file:///etc/passwd"><lexicon/>', 2, "DOCTYPE"),
        (b"<lexicon/>", 1, "begins with lexicon"),
        (f'<speak xmlns="{pls.NAMESPACE}"/>'.encode(), 1, "begins with speak"),
        (file("", HEAD.replace('version="1.0"', 'version="2.0"')), 2, "version"),
        (file("", HEAD.replace("x-espeak-ng", "x-sampa")), 2, "x-sampa"),
        (file("", HEAD.replace(' alphabet="x-espeak-ng"', "")), 2, "alphabet"),
        (file("", HEAD.replace(' xml:lang="en-US"', "")), 2, "language"),
        (file("<word/>"), 3, "no word in a lexicon"),
        (file("<lexicon/>"), 3, "no lexicon in a lexicon"),
        (file("<x:a xmlns:x='urn:x'>" * 30 + "</x:a>" * 30), 3, "too deep"),
        (b" " * (pls.MOST_BYTES + 1), 1, "larger"),
        (file("<lexeme/>" * (pls.MOST_LEXEMES + 1)), 3, "more than"),
    ],
)
def test_a_file_that_is_not_pls_is_refused_with_its_line(data: bytes, line: int, why: str) -> None:
    with pytest.raises(NotPls, match=why) as caught:
        pls.read(data)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<grapheme>x</grapheme>", "neither"),
        ("<alias>x</alias>", "no written form"),
        ("<grapheme> </grapheme><alias>x</alias>", "no written form"),
        ('<grapheme>x</grapheme><phoneme alphabet="ipa">x</phoneme>', '"ipa"'),
        ("<grapheme>x y</grapheme><phoneme>x</phoneme>", "word of phonemes"),
        ("<grapheme>x</grapheme><b/><alias>y</alias>", "no b in a lexeme"),
        ("<grapheme>x<alias>y</alias></grapheme><alias>y</alias>", "no alias in a grapheme"),
        ("<grapheme>good</grapheme><alias>y</alias>", "twice"),
    ],
)
def test_a_lexeme_that_cannot_be_used_is_named_and_the_others_still_come_in(
    inside: str, why: str
) -> None:
    good = lexeme("<grapheme>good</grapheme><alias>x</alias>")
    found = pls.read(file(f"{good}\n{lexeme(inside)}"))
    assert [one.entry.grapheme for one in found.lexemes] == ["good"]
    (problem,) = found.problems
    assert problem.line == 4
    assert why in str(problem)


def test_a_lexeme_of_one_role_only_is_refused() -> None:
    (problem,) = pls.read(
        file(lexeme("<grapheme>x</grapheme><alias>y</alias>", ' role="x:verb"'))
    ).problems
    assert "role" in problem.reason


def test_aliases_come_in_whatever_alphabet_their_file_names() -> None:
    ipa = HEAD.replace("x-espeak-ng", "ipa")
    alias = lexeme("<grapheme>x</grapheme><alias>y</alias>")
    phoneme = lexeme("<grapheme>z</grapheme><phoneme>z</phoneme>")
    found = pls.read(file(alias + phoneme, ipa))
    assert [one.entry.grapheme for one in found.lexemes] == ["x"]
    assert "guess" in found.problems[0].reason


def test_an_entry_that_depends_on_the_words_beside_it_is_not_written() -> None:
    with pytest.raises(ValueError, match="IV"):
        pls.write("en", [Lexeme(Entry("IV", alias="four", after=("stage",)))])


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_shipped_lexicons_are_whole_and_each_entry_has_its_source(language: str) -> None:
    assert (lexicons.FOLDER / f"{language}.pls").is_file()
    for one in lexicons.shipped(language):
        assert one.source.strip(), one.entry.grapheme


def test_a_language_without_a_file_has_nothing_shipped() -> None:
    assert lexicons.shipped("xx") == ()
