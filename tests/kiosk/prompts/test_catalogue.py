"""The interface's words: every one in the catalogue, in every language, and sayable."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from content.speech.rules import NoRules, rules_for
from content.speech.spoken_form import spoken_form
from kiosk.prompts import catalogue
from kiosk.prompts.shapes import (
    FAMILIES,
    FEW_PAGES,
    GUIDE,
    MOST_PAGES,
    PROMPTS,
    RATES,
    THEMES,
    VOLUMES,
)
from kiosk.settings.base import ROOT

TEMPLATES = [
    file
    for file in sorted((ROOT / "templates" / "kiosk").glob("*.html"))
    # A page of the desk, in the desk's language.
    if file.name != "no_preview.html"
]
SCRIPTS = sorted((ROOT / "kiosk" / "static" / "kiosk" / "js").glob("*.js"))
IN_TEMPLATE = re.compile(r"{%\s*(?:prompt|words) ([^%]+?)%}")
NAMED = re.compile(r'(?:^|default:|label=)"([-\w]+)"')
LABEL = re.compile(r'label="([-\w]+)"')
ANSWER = re.compile(r"(?:give|tell)\((.*)\)")
ANSWERED = re.compile(r'\["([-a-z]+)"[\],]')
FILLED = re.compile(r'\["([-a-z]+)", {')
WORDS_OF = re.compile(r'words\("([-a-z]+)"')


def text_of(language: str) -> dict[str, str | dict[str, str]]:
    return import_module(f"kiosk.prompts.{language}").TEXTS


def used_in_templates() -> set[str]:
    found = set()
    for file in TEMPLATES:
        text = file.read_text()
        for inside in IN_TEMPLATE.findall(text):
            found |= set(NAMED.findall(inside))
        found |= {name for name in LABEL.findall(text) if name in PROMPTS}
    return found


def used_in_scripts() -> set[str]:
    text = "\n".join(file.read_text() for file in SCRIPTS)
    literals = set(re.findall(r'"([-a-z]+)"', text))
    # What names keys is said otherwise to whoever has two switches (hints.js).
    literals |= {f"{name}-two" for name in re.findall(r'keyed\("([-a-z]+)"', text)}
    return {name for name, shape in PROMPTS.items() if shape.script and name in literals}


def used_in_code() -> set[str]:
    text = "\n".join(
        file.read_text()
        for folder in ("prompts", "publication")
        for file in sorted((ROOT / "kiosk" / folder).glob("*.py"))
        if file.name != "shapes.py" and file.stem not in catalogue.LANGUAGES
    )
    return {name for name in PROMPTS if f'"{name}"' in text}


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_language_has_every_prompt_and_no_other(language: str) -> None:
    assert set(text_of(language)) == set(PROMPTS)


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_language_has_the_same_slots_and_the_same_choices(language: str) -> None:
    for prompt, shape in PROMPTS.items():
        text = text_of(language)[prompt]
        if shape.choice:
            assert isinstance(text, dict), prompt
            assert set(text) == {first for first, *_ in shape.values}, prompt
            continue
        if shape.plural:
            assert isinstance(text, dict), prompt
            assert set(text) == {"one", "other"}, prompt
        for one in text.values() if isinstance(text, dict) else [text]:
            slots = {name for _, name, _, _ in Formatter().parse(one) if name}
            assert slots == set(shape.slots), (prompt, one)


def test_every_prompt_that_a_template_or_a_script_names_is_in_the_catalogue_SPK_2() -> None:
    assert used_in_templates() <= set(PROMPTS)
    answered = set()
    for file in SCRIPTS:
        text = file.read_text()
        answered |= {*FILLED.findall(text), *WORDS_OF.findall(text)}
        answered |= {name for call in ANSWER.findall(text) for name in ANSWERED.findall(call)}
    assert answered
    answered = {name for name in answered if not name.startswith("aria-")}
    assert {name for name in answered if name not in PROMPTS or not PROMPTS[name].script} == set()


def test_every_prompt_is_used_by_a_template_a_script_or_code() -> None:
    used = used_in_templates() | used_in_scripts() | used_in_code()
    assert set(PROMPTS) - used <= {name for name, shape in PROMPTS.items() if shape.later}


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_word_stands_in_a_template_itself(file: Path) -> None:
    text = re.sub(r"{% block page %}.*?{% endblock %}", "", file.read_text())
    text = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", text, flags=re.S)
    for name in ("aria-label", "title", "alt", "placeholder"):
        assert re.findall(rf'\b{name}="([^"]*\w[^"]*)"', text) == []
    text = re.sub(r"<[^>]*>", "", text.replace("<!doctype html>", ""))
    assert re.findall(r"\w+", text.replace("·", "")) == []


def test_no_sentence_stands_in_a_script_itself() -> None:
    for file in SCRIPTS:
        code = re.sub(r"/\*.*?\*/", "", re.sub(r"//.*", "", file.read_text()), flags=re.S)
        assert re.findall(r'["`\']([A-Z][a-z]+ [a-z][^"`\']*)["`\']', code) == [], file.name


@pytest.mark.all_prompts
@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_the_rules_say_without_doubt_how_every_prompt_is_said(language: str) -> None:
    try:
        rules_for(language)
    except NoRules:
        pytest.skip(f"there are no rules for {language} yet")
    texts = [one.text for one in catalogue.expansions(language)]
    # What content gives is not bounded: counts and days as they come.
    texts += [catalogue.words(language, "articles", count=count) for count in range(1, 102)]
    texts += [
        catalogue.words(language, "review-due", day=catalogue.day(language, f"2027-{month:02}-21"))
        for month in range(1, 13)
    ]
    doubtful = {
        text: [piece.text for piece in form.unresolved]
        for text in texts
        if (form := spoken_form(text, language)).unresolved
    }
    assert doubtful == {}


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
@pytest.mark.all_prompts
def test_what_is_shown_is_one_prompt_only(language: str) -> None:
    """A clip is found by what is shown: each family has its texts, and none in two of them."""
    families: dict[str, str] = {}
    for one in catalogue.expansions(language):
        assert families.setdefault(one.text, one.family) == one.family
    assert set(families.values()) == set(FAMILIES)


def test_the_scripts_and_the_catalogue_have_the_same_bounds() -> None:
    scripts = {file.name: file.read_text() for file in SCRIPTS}
    assert f"FEW_PAGES = {FEW_PAGES};" in scripts["prompts.js"]
    assert f"MOST_PAGES = {MOST_PAGES};" in scripts["prompts.js"]
    rates = re.search(r"RATES = \[(.*?)\]", scripts["speed.js"])
    themes = re.search(r"THEMES = \[(.*?)\]", scripts["looks.js"])
    assert rates is not None and themes is not None
    assert f"LEVELS = {len(VOLUMES)};" in scripts["volume.js"]
    assert tuple(rates.group(1).split(", ")) == RATES
    assert tuple(re.findall(r"\w+", themes.group(1))) == THEMES
    families = re.search(r"FAMILIES = {(.*?)}", scripts["prompts.js"], re.S)
    assert families is not None
    assert dict(re.findall(r'"([-\w]+)": "(\w+)"', families.group(1))) == {
        name: shape.family
        for name, shape in PROMPTS.items()
        if shape.family not in (FAMILIES[0], GUIDE) and not shape.later
    }
    # What the help tells is found by the beginning of its name.
    assert f'GUIDE = "{GUIDE}";' in scripts["prompts.js"]
    assert {name for name, shape in PROMPTS.items() if shape.family == GUIDE} == {
        name for name in PROMPTS if name.startswith(f"{GUIDE}-")
    }


@pytest.mark.parametrize(
    ("language", "said"), [("en", "24 November 2026"), ("es", "24 de noviembre de 2026")]
)
def test_a_day_is_said_as_the_language_says_it(language: str, said: str) -> None:
    assert catalogue.day(language, "2026-11-24") == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (21, "21 articles")]
)
def test_one_is_one_and_all_else_is_many(count: int, said: str) -> None:
    assert catalogue.words("en", "articles", count=count) == said
