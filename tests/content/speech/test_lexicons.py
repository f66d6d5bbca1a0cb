"""The shipped lexicons: every entry can be said, has its source, and changes no amount."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pytest

from content.speech import lexicons
from content.speech.pls import Lexeme
from content.speech.pronunciation import check_alias, check_phonemes, check_word
from content.speech.rules import NoRules, rules_for
from content.speech.spoken_form import spoken_form
from tests.factories import engine

OWN_EAR = "Plainvoice's own ear, not from a published source"
STRESS = re.compile(r"[',%=|;:_\s]+")

PINNED = {"antidepressant", "antidepressants", "Klonopin"}
"""Words of the sample that the voice says right by itself, kept from changing with its version."""

CONFUSED = (
    ("hydroxyzine", "hydralazine", "hydrochlorothiazide", "hydroxychloroquine"),
    ("clonidine", "Klonopin", "clonazepam", "clozapine"),
    ("Celebrex", "Celexa"),
    ("alprazolam", "lorazepam", "clonazepam", "diazepam", "temazepam"),
    ("bupropion", "buspirone"),
    ("prednisone", "prednisolone"),
    ("metformin", "metronidazole"),
    ("sertraline", "cetirizine"),
    ("fluoxetine", "duloxetine", "paroxetine"),
    ("tramadol", "trazodone"),
    ("quetiapine", "olanzapine"),
    ("oxycodone", "hydrocodone", "OxyContin"),
    ("Zyprexa", "Zyrtec"),
    ("Zantac", "Xanax"),
    ("Lamictal", "lamotrigine"),
    ("risperidone", "ropinirole"),
    ("omeprazole", "esomeprazole"),
    ("citalopram", "escitalopram"),
    ("valacyclovir", "acyclovir"),
    ("carbamazepine", "oxcarbazepine"),
)
"""Names that are taken for each other, chosen after ISMP's List of Confused Drug Names
(https://www.ismp.org/recommendations/confused-drug-names-list, stored copy read 2026-11-25).
"""


def usable(language: str) -> tuple[Lexeme, ...]:
    try:
        rules_for(language)
    except NoRules:
        pytest.skip(f"nothing is said in {language} yet")
    return lexicons.shipped(language)


def trace(language: str, texts: list[str]) -> list[str]:
    return engine(language).phonemes(texts)


@cache
def sound(word: str) -> str:
    """Return the phonemes of an English word as it is said in a text, without the stress."""
    return STRESS.sub("", trace("en", [spoken_form(word, "en").engine_text])[0])


def distance(one: str, other: str) -> int:
    """Return how many symbols must be changed, added or taken away between two sounds."""
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, theirs in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (mine != theirs))
    return row[-1]


def syllables(word: str) -> int:
    return len(re.findall("[aeiouAEIOUV03@]+", sound(word)))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_entry_is_whole_and_may_be_said(language: str) -> None:
    def traced(texts: list[str]) -> list[str]:
        return trace(language, list(texts))

    for lexeme in usable(language):
        entry = lexeme.entry
        check_word(entry.grapheme, language)
        if entry.phonemes:
            check_phonemes(entry.phonemes, entry.alias or entry.grapheme, language, traced)
        else:
            check_alias(entry.alias, language, traced)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_entry_says_what_the_voice_says_anyway(language: str) -> None:
    entries = [lexeme.entry for lexeme in usable(language)]
    said = trace(
        language, [f"[[{one.phonemes}]]" if one.phonemes else one.alias for one in entries]
    )
    anyway = trace(language, [one.grapheme for one in entries])
    same = {entry.grapheme for entry, a, b in zip(entries, said, anyway, strict=True) if a == b}
    assert same <= PINNED


@pytest.mark.parametrize(
    ("language", "published", "all_of_them"), [("en", 150, 300), ("es", 30, 80)]
)
def test_each_entry_tells_where_it_was_looked_up_or_that_it_was_not(
    language: str, published: int, all_of_them: int
) -> None:
    sources = [lexeme.source for lexeme in lexicons.shipped(language)]
    assert all(sources)
    looked_up = [source for source in sources if "http" in source]
    assert all(re.search(r"looked at \d{4}-\d\d-\d\d$", source) for source in looked_up)
    assert len(looked_up) >= published
    assert len(sources) >= all_of_them
    rest = [source for source in sources if "http" not in source and source != OWN_EAR]
    # Those of version 0.1, whose references were not kept, say so.
    assert all("0.1" in source for source in rest)
    assert len(rest) <= 12


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Take 0.5–1 mg of {} with 250 mL of water at 8:30 am, not 2 tablets."),
        ("es", "Tome de 0.5 a 1 mg de {} con 250 mL de agua, no 2 tabletas."),
    ],
)
def test_no_entry_changes_an_amount_a_unit_or_a_time_beside_it(
    language: str, sentence: str
) -> None:
    usable(language)
    other = "xylem"
    plain = spoken_form(sentence.format(other), language)
    assert other in plain.text
    for lexeme in lexicons.shipped(language):
        entry = lexeme.entry
        form = spoken_form(sentence.format(entry.grapheme), language)
        assert form.text == plain.text.replace(other, entry.alias or entry.grapheme)
        assert not form.unresolved


@pytest.mark.parametrize("shape", [str.lower, str.capitalize, str.upper])
def test_a_word_is_said_the_same_in_small_and_in_capital_letters(shape) -> None:
    for word in ("sertraline", "omeprazole", "apixaban", "edema", "Lipitor", "benzodiazepines"):
        said = next(one.entry for one in lexicons.shipped("en") if one.entry.grapheme == word)
        assert spoken_form(f"Ask about {shape(word)}.", "en").engine_text == (
            f"Ask about [[{said.phonemes}]]."
        )


def test_a_plural_is_said_as_its_singular_with_an_s() -> None:
    entries = {one.entry.grapheme: one.entry.phonemes for one in lexicons.shipped("en")}
    plurals = [word for word in entries if word.endswith("s") and word[:-1] in entries]
    assert len(plurals) >= 10
    for word in plurals:
        if one := entries[word[:-1]]:
            assert entries[word] in (f"{one}s", f"{one}z"), word


@pytest.mark.parametrize("names", CONFUSED, ids="-".join)
def test_names_that_look_alike_are_told_apart_by_ear(names: tuple[str, ...]) -> None:
    for one, other in combinations(names, 2):
        apart = distance(sound(one), sound(other)) >= 2
        # "Citalopram" and "escitalopram" are one sound apart, but it is a syllable.
        assert apart or syllables(one) != syllables(other), (one, other)
