"""The shipped article: every required fact, in plain words, with the advice last."""

import re

import pytest

from content import starter, terms
from content.models import ArticleKind
from content.reading import Reading, read
from content.speech.spoken_form import spoken_form

NOTICES = [shipped for shipped in starter.TEXTS if shipped.key]


def shipped(name: str) -> starter.ShippedText:
    return next(text for text in starter.TEXTS if name in (text.key, text.slug))


def reading(name: str) -> Reading:
    draft = starter.draft_of(shipped(name))
    return read(draft.title, draft.body, "en")


def sentences(name: str) -> list[str]:
    return [sentence.text for sentence in reading(name).sentences()]


FACTS = {
    "clonazepam-and-depression": [
        "Klonopin is a brand name. The medicine is called clonazepam.",
        "It is prescribed mainly for: anxiety disorders seizures",
        "Clonazepam is a benzodiazepine. These medicines strengthen the effect of GABA.",
        "gamma-aminobutyric acid",
        "chemical messenger. It slows brain activity and brings calm.",
        "Clonazepam is not usually the first choice for depression.",
        "It may be considered when anxiety comes together with depression. "
        "The two often occur together.",
        "By easing anxiety, it may indirectly ease some symptoms of depression. "
        "It may also give a sense of calm and stability.",
        "short-term or acute relief. It is not a long-term solution.",
        "Long use can lead to: tolerance",
        "dependence",
        "withdrawal symptoms when you stop",
        "Common side effects are: drowsiness",
        "dizziness",
        "impaired coordination",
        "matter for driving. They matter for any task that needs you to be alert.",
        "can interact with other medicines. Antidepressants are among them. "
        "Tell your health care provider about every medicine that you take.",
        "Use clonazepam only under the guidance of a health care professional. "
        "This person weighs: your symptoms your history your whole treatment plan",
        "monitoring",
        "adjust your treatment",
    ],
    "safety-benzodiazepines": [
        "31 August 2016",
        "with opioids. It is also about alcohol. "
        "The same goes for other substances that slow the central nervous system.",
        "extreme sleepiness, slowed or difficult breathing, coma and death",
        "23 September 2020 is about all benzodiazepines",
        "abuse, misuse, addiction, physical dependence and withdrawal reactions",
        "Stopping suddenly, or reducing too fast, can cause life-threatening seizures.",
        "Never stop without your prescriber.",
    ],
    "urgent-help": [
        "If you think of harming yourself You need help at once",
        "call 911",
        "Call or text 988",
        "any member of staff here",
    ],
    "closing-advice": [
        "Always consult a health care professional about the approach that is right for you.",
    ],
    "sample-label": ["Sample: not yet reviewed by a clinician."],
    "benzodiazepine": ["strengthens the effect of GABA, a chemical messenger that brings calm."],
    "boxed-warning": ["It comes from the United States Food and Drug Administration."],
    "dependence": ["the body comes to need a medicine."],
    "gaba": ["GABA is a chemical messenger. It slows brain activity and brings calm."],
    "tolerance": ["a medicine helps less and less."],
    "withdrawal-symptoms": [
        "when you stop taking a medicine that the body has come to need. "
        "Never stop without your prescriber.",
    ],
}
TERMS = [text.key for text in starter.TEXTS if text.kind == ArticleKind.TERM]


@pytest.mark.parametrize(
    ("name", "fact"), [(name, fact) for name, facts in FACTS.items() for fact in facts]
)
def test_every_required_fact_is_said(name: str, fact: str) -> None:
    assert fact in " ".join(sentences(name))


@pytest.mark.parametrize("name", FACTS)
def test_no_sentence_has_more_than_20_words(name: str) -> None:
    assert [text for text in sentences(name) if len(text.split()) > 20] == []


@pytest.mark.parametrize("name", FACTS)
def test_there_is_no_dose_and_no_way_of_tapering(name: str) -> None:
    text = " ".join(sentences(name)).lower()
    assert re.findall(r"\d[\d.,]*\s?(?:mg|mcg|g|ml|%|tablets?|pills?|days?|weeks?)\b", text) == []
    assert re.findall(r"\b(?:mg|milligrams?|tablets?|dos(?:e|es|age)|taper\w*)\b", text) == []


@pytest.mark.parametrize("name", FACTS)
def test_everything_can_be_said_without_doubt(name: str) -> None:
    doubts = [doubt for text in sentences(name) for doubt in spoken_form(text, "en").unresolved]
    assert doubts == []


def test_the_article_has_no_numbers_but_the_dates_of_its_sources() -> None:
    text = " ".join(sentences("clonazepam-and-depression")).split("Sources")[0]
    assert re.findall(r"\d", text) == []


def test_the_article_begins_with_a_summary_of_one_sentence_and_ends_with_its_sources() -> None:
    article = reading("clonazepam-and-depression")
    assert article.summary is not None
    assert "not usually the first choice" in article.summary.text
    assert [source.url.split("/")[2] for source in article.sources] == [
        "medlineplus.gov",
        "www.fda.gov",
        "www.fda.gov",
    ]
    assert [source.date for source in article.sources][1:] == [
        "31 August 2016",
        "23 September 2020",
    ]


def test_the_sections_are_short_and_have_headings() -> None:
    sections = reading("clonazepam-and-depression").sections
    assert all(section.heading for section in sections if section.blocks)
    assert max(len(section.blocks) for section in sections) <= 7


def test_the_closing_advice_ends_with_the_advice_and_has_a_short_form() -> None:
    closing = reading("closing-advice")
    assert closing.summary is not None
    assert "health care professional" in closing.summary.text
    assert sentences("closing-advice")[-1] == FACTS["closing-advice"][0]


@pytest.mark.parametrize("name", ["urgent-help", "safety-benzodiazepines"])
def test_a_notice_is_said_in_full_since_it_has_no_short_form(name: str) -> None:
    assert reading(name).summary is None


def test_the_article_includes_urgent_help_first_and_the_safety_notice() -> None:
    article = shipped("clonazepam-and-depression")
    assert article.notices == ("urgent-help", "safety-benzodiazepines")
    assert set(article.notices) < {notice.key for notice in NOTICES}
    kinds = [text.kind for text in starter.TEXTS]
    assert kinds.index(ArticleKind.ARTICLE) == len(kinds) - 1


@pytest.mark.parametrize("key", TERMS)
def test_each_term_is_one_and_its_word_stands_in_what_is_shipped(key: str) -> None:
    assert key in FACTS
    assert terms.problems(reading(key)) == []
    texts = sentences("clonazepam-and-depression") + sentences("safety-benzodiazepines")
    words = tuple(terms.words_of(reading(key).to_json()))
    assert terms.found_in(texts, [terms.Term(1, words)]) == [1]


def test_no_word_is_explained_by_two_terms() -> None:
    forms = [terms.normal(word) for key in TERMS for word in terms.words_of(reading(key).to_json())]
    assert len(set(forms)) == len(forms)
