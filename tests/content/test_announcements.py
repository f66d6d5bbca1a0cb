"""What the eye sees of a text's shape is said in words; no author can write or lose it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from content import announcements, composition, pacing
from content.models import ArticleKind, Clip
from content.reading import read
from content.speech import clips
from content.speech.rules import NoRules, rules_for
from content.speech.spoken_form import spoken_form
from tests import factories

TEXT = """Sleep helps.

## What helps

- dark
- quiet

> Ask first.

1. Lie down.
2. Rest. Breathe.

## When not

> Warning: never drive.

- one thing

7. Go on.
"""


def announced(body: str, language: str = "en", **how: bool) -> list[tuple[str, str]]:
    reading = read("Title", body, language).to_json()
    announcements.announce(reading, language, **how)
    texts = {piece["text"] for piece in announcements.of(reading)}
    said = list(composition.said_of(reading))
    return [
        (piece["text"], said[index + 1][1]["text"])
        for index, (_, piece) in enumerate(said)
        if piece["text"] in texts
    ]


def test_parts_lists_numbers_and_warnings_are_said_before_what_they_announce() -> None:
    assert announced(TEXT) == [
        ("Part 1 of 2.", "What helps"),
        ("List of 2 points.", "dark"),
        ("Warning:", "Ask first."),
        ("List of 2 numbered points. Number 1.", "Lie down."),
        ("Number 2.", "Rest."),
        ("Part 2 of 2.", "When not"),
        ("List of 1 point.", "one thing"),
        ("Number 7.", "Go on."),
    ]


def test_in_spanish_they_are_said_in_spanish() -> None:
    body = "Uno.\n\n## A\n\n- b\n- c\n\n## D\n\n> No pare.\n\n1. e\n2. f"
    assert [said for said, _ in announced(body, "es")] == [
        "Parte 1 de 2.",
        "Lista de 2 puntos.",
        "Parte 2 de 2.",
        "Advertencia:",
        "Lista de 2 puntos numerados. Número 1.",
        "Número 2.",
    ]


def test_a_lone_heading_is_no_part_nor_is_a_notices() -> None:
    assert announced("One.\n\n## Only\n\nText.") == []
    assert announced("One.\n\n## A\n\n- b\n- c\n\n## D\n\nE.", parts=False) == [
        ("List of 2 points.", "b")
    ]


def languages() -> list[str]:
    found = []
    for language in announcements.WORDINGS:
        try:
            rules_for(language)
        except NoRules:
            continue
        found.append(language)
    return found


@pytest.mark.parametrize("language", languages())
def test_every_announcement_there_can_be_is_said_as_it_is_shown(language: str) -> None:
    wording = announcements.WORDINGS[language]
    texts = {wording.point, wording.warning}
    for number in range(1, 100):
        texts |= {
            wording.part.format(number=number, count=99),
            wording.points.format(count=number),
            f"{wording.numbered.format(count=number)} {wording.number.format(number=number)}",
        }
    forms = [spoken_form(text, language) for text in texts]
    assert [form.text for form in forms if form.unresolved] == []
    if language == "en":
        assert [form.text for form in forms if form.text != form.written] == []


@pytest.mark.django_db
def test_they_are_voiced_digested_and_kept_and_nobody_has_to_hear_them() -> None:
    revision = factories.in_review("Shapes", TEXT)
    reading = revision.rendition.reading
    said = announcements.of(reading)
    assert [one["text"] for one in said if one["text"] != one["spoken"]] == []
    used = set(Clip.objects.filter(uses__rendition=revision.rendition).values_list("digest"))
    for one in said:
        assert clips.read(one["clip"]["digest"], "opus")
        assert clips.read(one["clip"]["wav_digest"], "wav")
        assert (one["clip"]["digest"],) in used
        assert one["clip"]["words"] == []
    assert composition.must_hear(revision.rendition) == []
    plain = factories.in_review("Shapes", TEXT.replace("> Ask", "Ask"))
    assert plain.rendition.speech_digest != revision.rendition.speech_digest


@pytest.mark.django_db
def test_whom_to_call_is_said_without_a_delay_COG_12() -> None:
    body = "Do not wait.\n\n- Call 911.\n- Or call 988."
    urgent = factories.notice(ArticleKind.URGENT, "help", "Help", body)
    safety = factories.notice(ArticleKind.SAFETY, "care", "Care", body)
    assert announcements.of(urgent.public_rendition.reading) == []
    assert [one["text"] for one in announcements.of(safety.public_rendition.reading)] == [
        "List of 2 points."
    ]


def block(kind: str, number: int | None, *sentences: dict) -> dict:
    return {"kind": kind, "number": number, "sentences": list(sentences)}


def page() -> dict:
    """Return a page as it is composed, as far as its order and its shape go."""
    reading = read("Title", TEXT, "en").to_json()
    return {
        "title": reading["title"],
        "short_advice": {"id": "c2", "text": "Ask."},
        "notices": [],
        "summary": reading["summary"],
        "sections": reading["sections"],
        "closing_advice": {
            "heading": {"id": "c1", "text": "Before you go"},
            "blocks": [block("paragraph", None, {"id": "c3", "text": "Always ask."})],
        },
    }


def test_pauses_are_longer_around_headings_lists_and_warnings_and_shorter_within_a_list() -> None:
    whole = page()
    announcements.announce(whole, "en")
    said = pacing.of_page(whole)
    pauses = {one.piece["text"]: one.pause_ms for one in said}
    within = pacing.SENTENCE_MS
    assert pauses["dark"] < within < pauses["quiet"]
    assert pauses["Lie down."] < within
    assert pauses["Rest."] == within
    assert min(pauses["Title"], pauses["What helps"]) > within
    assert pauses["Breathe."] == max(pauses.values())  # before a heading
    assert pauses["Ask first."] > within
    assert pauses["quiet"] == pacing.BEFORE_MS["warning"]
    assert pauses["Part 1 of 2."] < within
    assert pauses["Part 1 of 2."] == pauses["Warning:"] == pauses["Number 2."]


def test_a_rendition_of_before_there_were_announcements_is_read_as_it_was() -> None:
    said = pacing.of_page(page())
    assert [one.piece["text"] for one in said][:4] == [
        "Title",
        "Ask.",
        "Sleep helps.",
        "What helps",
    ]
    assert said[-1].piece["text"] == "Always ask."
    assert [one for one in said if one.announces] == []


def test_an_announcement_names_the_sentence_that_it_precedes() -> None:
    whole = page()
    announcements.announce(whole, "en")
    said = pacing.of_page(whole)
    for one, after in pairwise(said):
        assert one.announces is None or one.announces == after.piece["id"]
    assert sum(one.announces is not None for one in said) == 8
