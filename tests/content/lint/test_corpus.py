"""How good the checks are: nothing is missed that the corpus has, and nothing is cried at."""

from __future__ import annotations

import pytest

from content import starter
from content.lint import check
from content.reading import read
from tests.content.lint import corpus

LANGUAGES = ("en", "es")


@pytest.mark.parametrize("area", corpus.AREAS)
def test_what_may_stand_is_left_alone(area: str) -> None:
    cried = {
        sentence: [finding.rule for finding in found]
        for rule, sentence in corpus.sentences(area)
        if rule == "ok" and (found := corpus.findings(area, sentence))
    }
    assert cried == {}


@pytest.mark.parametrize("area", corpus.AREAS)
def test_what_must_be_found_is_found(area: str) -> None:
    missed = [
        (rule, sentence)
        for rule, sentence in corpus.sentences(area)
        if rule != "ok"
        and rule not in {finding.rule for finding in corpus.findings(area, sentence)}
    ]
    assert missed == []


def shipped(language: str) -> dict[str, dict]:
    return {
        text.key or text.slug: read(
            starter.draft_of(text).title, starter.draft_of(text).body, language
        ).to_json()
        for text in starter.TEXTS
        if text.language == language
    }


def test_the_shipped_article_has_nothing_to_answer_with_its_notices() -> None:
    texts = shipped("en")
    notices = [texts["safety-benzodiazepines"], texts["urgent-help"]]
    found = check(texts["clonazepam-and-depression"], "en", notices=notices, today=corpus.TODAY)
    assert {finding.level for finding in found} == {"advice"}


def test_the_shipped_article_lacks_its_warnings_without_its_notices() -> None:
    found = check(shipped("en")["clonazepam-and-depression"], "en", today=corpus.TODAY)
    assert [finding.rule for finding in found if finding.level == "warning"] == [
        "safety.benzodiazepines.opioids",
        "safety.benzodiazepines.alcohol",
        "safety.benzodiazepines.stopping",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_notices_and_terms_have_nothing_to_answer(language: str) -> None:
    for text in starter.TEXTS:
        if text.language == language and text.key:
            draft = starter.draft_of(text)
            reading = read(draft.title, draft.body, language).to_json()
            found = check(reading, language, kind=str(text.kind), today=corpus.TODAY)
            assert [one for one in found if one.level != "advice"] == [], text.key
