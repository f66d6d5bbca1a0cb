"""What a lexicon may hold: nothing that could change an amount, a comparison or a "not"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from content.speech.pronunciation import Unfit, check_alias, check_phonemes, check_word, guarded
from tests.factories import engine


def trace(texts: list[str]) -> list[str]:
    return engine("en").phonemes(texts)


def refusal(check: Callable[[], None]) -> tuple[str, str]:
    with pytest.raises(Unfit) as caught:
        check()
    return caught.value.field, str(caught.value)


@pytest.mark.parametrize(
    "word",
    [
        "sertraline",
        "Zolpidem",
        "SSRI",
        "XYZW",
        "St John’s wort",
        "over-the-counter",
        "gamma-aminobutyric acid",
        "ácido",
        "pillbox",
    ],
)
def test_words_may_be_said_otherwise(word: str) -> None:
    check_word(word, "en")


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("", "Write the word"),
        ("a" * 61, "at most"),
        ("one word after another for ever", "at most"),
        ("B12", "letters"),
        ("0.5", "letters"),
        ("<", "letters"),
        ("5 mg", "letters"),
        ("e.g.", "letters"),
        ("a]] b", "letters"),
        ("two  words", "letters"),
        ("x\ny", "letters"),
        ("not", "denies"),
        ("do not take", "denies"),
        ("Don’t", "denies"),
        ("NEVER", "denies"),
        ("without", "denies"),
        ("five", "counts"),
        ("twenty", "counts"),
        ("half", "counts"),
        ("twice", "counts"),
        ("daily", "counts"),
        ("milligrams", "counts"),
        ("less", "counts"),
        ("Monday", "counts"),
        ("Two-tone", "counts"),
        ("always", "tells what to do"),
        ("a day", "tells what to do"),
        ("high", "tells what to do"),
        ("n\u043et", "does not speak this letter"),
        ("to", "joins"),
        ("a", "joins"),
        ("mg", "rules"),
        ("MG", "rules"),
        ("mgs", "rules"),
        ("IU", "rules"),
        ("l", "rules"),
        ("tab", "rules"),
        ("IV", "rules"),
        ("XI", "rules"),
        ("BID", "rules"),
        ("q", "rules"),
        ("x", "rules"),
    ],
)
def test_what_counts_measures_or_denies_is_not_said_otherwise(word: str, why: str) -> None:
    field, told = refusal(lambda: check_word(word, "en"))
    assert field == "grapheme"
    assert why in told


@pytest.mark.parametrize("alias", ["sir truh leen", "kloh-naz-eh-pam", "o’hara", "gabba"])
def test_an_alias_is_plain_words(alias: str) -> None:
    check_alias(alias, "en", trace)


@pytest.mark.parametrize(
    ("alias", "why"),
    [
        ("x" * 121, "at most"),
        ("5", "letters"),
        ("take 5", "letters"),
        ("a, b", "letters"),
        ("[[k'at]]", "letters"),
        ("kloh-NAZ-eh-pam", "without doubt"),
        ("sertraline", "otherwise"),
        ("not this", "“not”"),
        ("ser-no-line", "“no”"),
        ("five leaf", "“five”"),
        ("less is", "“less”"),
        ("milligram", "“milligram”"),
        ("knot this", "sounds like “not”"),
        ("noh truh", "sounds like “no”"),
        ("won truh", "sounds like"),
    ],
)
def test_an_alias_neither_holds_nor_sounds_like_what_would_change_the_meaning(
    alias: str, why: str
) -> None:
    field, told = refusal(lambda: check_alias(alias, "en", trace))
    assert field == "alias"
    assert why in told


@pytest.mark.parametrize("phonemes", ["s'3:tr@l,i:n", "g,am@a#m,i:noUbju:t'IrIk", "z'0lpI#d,Em"])
def test_phonemes_that_the_engine_reads_whole_are_taken(phonemes: str) -> None:
    check_phonemes(phonemes, "word", "en", trace)


@pytest.mark.parametrize(
    ("phonemes", "why"),
    [
        ("s'3:trælin", "“æ” is no symbol"),
        ("s'3:tr!in", "“!” is no symbol"),
        ("kat5", "“5” is no symbol"),
        ("(en)kat", "“(” is no sound"),
        ("kat]] not [[a", "“]” is no sound"),
        ("k_at", "“_” is no sound"),
        ("_^_es", "“_” is no sound"),
        ("k\x00at", "is no symbol"),
        ("k at", "has 1 word"),
        ("n'0t", "sounds like “not”"),
        ("n0t", "sounds like “not”"),
        ("f'aIv", "sounds like “five”"),
        ("'", "reads"),
        ("x" * 201, "at most"),
        ("", "one space"),
    ],
)
def test_phonemes_that_the_engine_would_cut_off_are_refused_with_the_symbol(
    phonemes: str, why: str
) -> None:
    field, told = refusal(lambda: check_phonemes(phonemes, "word", "en", trace))
    assert field == "phonemes"
    assert why in told


def test_numbers_units_comparisons_and_denials_are_guarded() -> None:
    for word in ("zero", "nine", "ninety", "micrograms", "percent", "more", "least", "not", "none"):
        assert word in guarded("en"), word


@pytest.mark.parametrize("word", ["no", "sin", "cinco", "miligramos", "menos", "mg", "siempre"])
def test_every_language_guards_its_own_words(word: str) -> None:
    with pytest.raises(Unfit):
        check_word(word, "es")
    check_word("síndrome de abstinencia", "es")
