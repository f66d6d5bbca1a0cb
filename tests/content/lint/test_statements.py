"""What a text about a medicine must say, in whatever wording, itself or by a notice."""

from __future__ import annotations

import pytest

from content.lint import check
from content.reading import read
from tests.content.lint import corpus

ABOUT = {
    "en": {
        "benzodiazepines": "Diazepam",
        "opioids": "Oxycodone",
        "antidepressants": "Zoloft",
        "insulin": "Insulin",
        "anticoagulants": "Warfarin",
    },
    "es": {
        "benzodiazepines": "Diazepam",
        "opioids": "Tramadol",
        "antidepressants": "Sertralina",
        "insulin": "Insulina",
        "anticoagulants": "Warfarina",
    },
}
SAID = {
    "en": {
        "benzodiazepines": [
            "Never take it with opioids. Together they can stop your breathing.",
            "Do not drink alcohol.",
            "It can lead to dependence.",
            "Do not stop suddenly.",
        ],
        "opioids": [
            "It can slow your breathing.",
            "Avoid alcohol and benzodiazepines.",
            "You can become dependent on it.",
            "Never stop without your prescriber.",
        ],
        "antidepressants": [
            "Children and young adults may think more of suicide at the start.",
            "Stopping suddenly can cause withdrawal symptoms.",
        ],
        "insulin": [
            "Your blood sugar can fall too low.",
            "When it is too low, eat something sugary at once.",
        ],
        "anticoagulants": [
            "It makes you bleed more easily.",
            "Call for help at once after a blow to the head.",
            "Ask your pharmacist before you take any other medicine.",
        ],
    },
    "es": {
        "benzodiazepines": [
            "Nunca lo tome con opioides. Juntos pueden detener la respiración.",
            "No beba alcohol.",
            "Puede crear dependencia.",
            "No deje de tomarlo de golpe.",
        ],
        "opioids": [
            "Puede hacer lenta la respiración.",
            "Evite el alcohol y las benzodiazepinas.",
            "Puede crear adicción.",
            "Nunca lo deje sin su médico.",
        ],
        "antidepressants": [
            "Los niños y los jóvenes pueden pensar más en el suicidio al principio.",
            "Dejarlo de golpe puede causar síntomas.",
        ],
        "insulin": [
            "El azúcar en la sangre puede bajar demasiado. Entonces tome jugo.",
        ],
        "anticoagulants": [
            "Puede causar hemorragias.",
            "Llame a emergencias tras un golpe en la cabeza.",
            "Pregunte antes de tomar cualquier otro medicamento.",
        ],
    },
}
CASES = [(language, group) for language, groups in ABOUT.items() for group in groups]


def missing(
    title: str, body: str, language: str, notices: tuple[str, ...] = (), **more
) -> set[str]:
    included = [read("Notice", notice, language).to_json() for notice in notices]
    reading = read(title, body, language).to_json()
    found = check(reading, language, notices=included, today=corpus.TODAY, **more)
    return {one.rule for one in found if one.rule.count(".") == 2}


@pytest.mark.parametrize(("language", "group"), CASES)
def test_a_text_about_a_group_must_say_what_belongs_to_it(language: str, group: str) -> None:
    found = missing(ABOUT[language][group], "Words.", language)
    assert found
    assert all(rule.startswith(f"safety.{group}.") for rule in found)


@pytest.mark.parametrize(("language", "group"), CASES)
def test_other_wordings_satisfy_it(language: str, group: str) -> None:
    body = "\n\n".join(SAID[language][group])
    assert missing(ABOUT[language][group], body, language) == set()


@pytest.mark.parametrize(("language", "group"), CASES)
def test_a_notice_that_the_text_includes_says_it_for_the_text(language: str, group: str) -> None:
    notices = tuple(SAID[language][group])
    assert missing(ABOUT[language][group], "Words.", language, notices) == set()


@pytest.mark.parametrize(("language", "group"), CASES)
def test_each_statement_is_missed_by_itself(language: str, group: str) -> None:
    said = SAID[language][group]
    if len(said) == 1:
        return
    for left_out in range(len(said)):
        body = "\n\n".join(one for number, one in enumerate(said) if number != left_out)
        assert missing(ABOUT[language][group], body or "Words.", language), said[left_out]


def test_a_text_that_only_mentions_a_medicine_is_not_about_it() -> None:
    body = "Antidepressants do not go well with it. Tell your doctor about warfarin."
    assert missing("Grapefruit", body, "en") == set()


def test_a_text_that_names_it_again_and_again_is_about_it() -> None:
    body = "Warfarin helps. Warfarin is old. Warfarin is a medicine."
    assert missing("Blood", body, "en")


def test_a_notice_and_a_term_need_no_statements() -> None:
    for kind in ("safety", "term"):
        assert missing("Diazepam", "Words.", "en", kind=kind) == set()


def test_a_statement_said_in_the_sources_alone_is_not_said() -> None:
    body = (
        "Words.\n\n## Sources\n\n"
        "- [Never stop taking diazepam suddenly](https://example.org/a), Somebody, 2025\n"
    )
    assert "safety.benzodiazepines.stopping" in missing("Diazepam", body, "en")
