"""What holds of any text: it is looked at without an exception, and every place is in its sentence."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from content.composition import sentences_of
from content.lint import check, lix
from content.lint.findings import finding_id
from content.lint.lines import lines_of
from content.lint.links import earliest
from content.reading import MarkupError, read
from tests.content.lint import corpus

KNOWN = [sentence for area in corpus.AREAS for _, sentence in corpus.sentences(area)]
ANY = st.one_of(
    st.text(max_size=80),
    st.text("aA0.,5 mgUµ<>()é\u0301ñ“”’'\n-:;!?", max_size=80),
    st.sampled_from(KNOWN),
)
BLOCKS = ("paragraph", "list_item", "warning", "image", "something else")


def sentence(name: str, text: str) -> dict:
    return {"id": name, "text": text, "emphasis": []}


@st.composite
def readings(draw: st.DrawFn) -> dict:
    texts = draw(st.lists(ANY, min_size=1, max_size=8))
    named = [sentence(f"s{number}", text) for number, text in enumerate(texts, 1)]
    blocks = [
        {"kind": draw(st.sampled_from(BLOCKS)), "number": None, "sentences": [one]}
        for one in named[2:]
    ]
    sources = [
        {"title": draw(ANY), "publisher": "", "url": draw(ANY), "date": draw(ANY)}
        for _ in range(draw(st.integers(0, 2)))
    ]
    heading = draw(st.sampled_from(["Sources", "Fuentes", "Diazepam", None]))
    return {
        "title": named[0],
        "summary": named[1] if len(named) > 1 else None,
        "sections": [
            {"heading": None, "blocks": blocks},
            {
                "heading": sentence("h", heading) if heading else None,
                "blocks": [
                    {
                        "kind": "list_item",
                        "number": None,
                        "sentences": [sentence(f"q{number}", source["title"])],
                    }
                    for number, source in enumerate(sources)
                ],
            },
        ],
        "sources": sources,
    }


@given(
    reading=readings(),
    language=st.sampled_from(["en", "es", "tlh"]),
    kind=st.sampled_from(["article", "term", "safety"]),
    today=st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_any_text_is_looked_at_and_every_place_is_in_its_sentence(
    reading, language, kind, today
) -> None:
    found = check(reading, language, kind=kind, today=today)
    texts = {one["id"]: one["text"] for one in sentences_of(reading)}
    assert max(Counter(finding.id for finding in found).values(), default=1) == 1
    for finding in found:
        text = texts[finding.sentence] if finding.sentence else ""
        assert 0 <= finding.start <= finding.start + finding.length <= len(text)
        assert finding.message
    assert found == check(reading, language, kind=kind, today=today)


@given(title=ANY, body=ANY, language=st.sampled_from(["en", "es"]))
def test_any_body_that_can_be_read_has_its_sentences_on_lines_of_it(title, body, language) -> None:
    try:
        reading = read(title or "x", body, language)
    except (MarkupError, AssertionError):
        return
    lines = lines_of(body, [(one.id, one.text) for one in reading.sentences()])
    assert all(1 <= line <= body.count("\n") + 1 for line in lines.values())


@given(st.text(max_size=40))
def test_any_date_is_a_day_or_none(written: str) -> None:
    assert earliest(written) is None or isinstance(earliest(written), date)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_lix_is_a_number_that_words_alone_decide(sentences: list[str]) -> None:
    value = lix(sentences)
    assert value >= 0
    assert value == lix([f"{one} …" for one in sentences])


def test_lix_is_that_of_the_formula() -> None:
    # 9 words in 2 sentences, 2 of them of more than six letters: 4.5 + 22.2.
    assert lix(["The medicine helps you sleep.", "Ask your pharmacist."]) == 8 / 2 + 100 * 2 / 8


def test_an_id_stays_the_same_while_the_words_and_the_rule_do() -> None:
    def ids(body: str) -> list[str]:
        reading = read("Health", body, "en").to_json()
        return [one.id for one in check(reading, "en") if one.rule == "safety.dose"]

    (once,) = ids("Take 5 mg.\n\nRest.")
    first, second = ids("Rest well.\n\nTake 5 mg.\n\nTake 5 mg.")
    assert once == first == finding_id("safety.dose", "Take 5 mg.", 0)
    assert second == finding_id("safety.dose", "Take 5 mg.", 1)
    assert ids("Take 6 mg.") != [once]
