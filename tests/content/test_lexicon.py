"""Changes of the lexicon: who may make them, what is refused, and what is in force."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from pytest_django.fixtures import Settings

from content import lexicon, voicing
from content.actions import (
    ChangePronunciation,
    Conflict,
    Invalid,
    NotPermitted,
    Refused,
    RetirePronunciation,
)
from content.models import AuditEvent, LexiconChange
from content.speech import engine
from content.speech.rules import Entry
from tests.factories import draft, pronounce, staff
from tests.factories import engine as engine_of_tests

pytestmark = pytest.mark.django_db


def refusal(**fields: object) -> Refused:
    given = {"actor": staff("author", "author"), "language": "en", "grapheme": "zolpidem"}
    with pytest.raises(Refused) as caught:
        ChangePronunciation(**{**given, **fields}).check()  # type: ignore[arg-type]
    return caught.value


def retire(grapheme: str, actor: User | None = None, **fields: int) -> LexiconChange:
    return RetirePronunciation(
        actor=actor or staff("author", "author"), language="en", grapheme=grapheme, **fields
    ).execute()


def test_the_newest_change_of_a_word_is_in_force() -> None:
    pronounce("zolpidem", "zoll pih dem")
    pronounce("Valium", phonemes="v'alI@m")
    pronounce("zolpidem", "zol pee dem")
    assert lexicon.entries("en") == (
        Entry("Valium", phonemes="v'alI@m"),
        Entry("zolpidem", alias="zol pee dem"),
    )
    assert lexicon.entries("es") == ()
    retire("zolpidem")
    assert [entry.grapheme for entry in lexicon.entries("en")] == ["Valium"]
    assert [change.alias for change in lexicon.history("en", "zolpidem")] == [
        "",
        "zol pee dem",
        "zoll pih dem",
    ]


def test_two_spellings_of_a_word_are_one_and_an_abbreviation_is_another() -> None:
    pronounce("zolpidem", "zoll pih dem")
    pronounce("Zolpidem", "zol pee dem")
    pronounce("us", "uss")
    pronounce("US", phonemes="j'u:Es")
    assert [entry.grapheme for entry in lexicon.entries("en")] == ["US", "us", "Zolpidem"]


def test_what_is_written_in_another_form_of_unicode_is_the_same_word() -> None:
    decomposed = "cafe\u0301"
    change = pronounce(f"  {decomposed}   au  lait ", "kaffay oh lay")
    assert change.grapheme == "café au lait"


def test_a_change_is_in_the_audit_trail_with_who_made_it() -> None:
    author = staff("author", "author")
    change = pronounce("zolpidem", "zoll pih dem", actor=author)
    assert (change.changed_by, change.language, change.retired) == (author, "en", False)
    event = AuditEvent.objects.get(action="pronounce")
    assert event.actor == author
    assert event.detail["word"] == "zolpidem"
    assert event.detail["alias"] == "zoll pih dem"
    retire("zolpidem")
    assert AuditEvent.objects.filter(action="retire_word").exists()


@pytest.mark.parametrize(
    ("role", "may"),
    [("author", True), ("reviewer", True), ("lead", True), ("operator", False), ("auditor", False)],
)
def test_who_writes_or_reviews_may_change_the_lexicon(role: str, may: bool) -> None:
    action = ChangePronunciation(
        actor=staff(role),
        language="en",
        grapheme="zolpidem",
        alias="zoll pih dem",
        trace=engine_of_tests().phonemes,
    )
    if may:
        action.check()
        return
    with pytest.raises(NotPermitted):
        action.check()


def test_what_is_said_like_this_already_is_not_changed_so_nobody_counts_as_its_editor() -> None:
    pronounce("zolpidem", "zoll pih dem")
    assert refusal(alias="zoll  pih dem").rule == "same"
    assert LexiconChange.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({}, "alias"),
        ({"alias": "a", "phonemes": "a"}, "alias"),
        ({"language": "xx", "alias": "zoll"}, "language"),
        ({"grapheme": "not", "alias": "now"}, "grapheme"),
        ({"grapheme": "mg", "alias": "grams"}, "grapheme"),
        ({"alias": "five"}, "alias"),
        ({"alias": "zoll", "note": "n" * 501}, "note"),
        ({"phonemes": "z'0lpæ"}, "phonemes"),
    ],
)
def test_what_may_not_be_said_is_refused_with_its_field(fields: dict[str, str], rule: str) -> None:
    refused = refusal(**fields)
    assert isinstance(refused, Invalid)
    assert refused.rule == rule


def test_an_unknown_symbol_is_named_after_a_round_trip_through_the_engine_itself() -> None:
    assert "“æ”" in refusal(phonemes="z'0lpæd,Em").message


def test_a_voice_that_does_not_answer_lets_nothing_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise engine.EngineUnavailable("The speech engine does not start.")

    monkeypatch.setattr(engine.Engine, "phonemes", gone)
    refused = refusal(alias="zoll pih dem")
    assert isinstance(refused, Conflict)
    assert refused.rule == "engine"


def test_nobody_overwrites_what_another_said_meanwhile() -> None:
    first = pronounce("zolpidem", "zoll pih dem")
    pronounce("ZolpiDem", "other word")
    assert refusal(alias="zol pee dem", seen=0).rule == "version"
    pronounce("Zolpidem", "zol pee dem")
    assert refusal(alias="zoll pih dem", seen=first.pk).rule == "version"
    with pytest.raises(Conflict):
        retire("zolpidem", seen=first.pk)


def test_what_is_not_in_the_lexicon_is_not_taken_from_it() -> None:
    with pytest.raises(Conflict):
        retire("zolpidem")
    pronounce("zolpidem", "zoll pih dem")
    retire("Zolpidem")
    with pytest.raises(Conflict):
        retire("zolpidem")
    pronounce("zolpidem", "zoll pih dem")


def test_a_shipped_entry_can_be_put_out_of_force_by_its_own_letters() -> None:
    pronounce("sertraline", "sertraline")
    script = voicing.script_of(voicing.reading_of(draft(body="Sertraline helps.")))
    assert script.forms[1].engine_text == "sertraline helps."


def test_a_draft_is_looked_at_with_what_is_in_force() -> None:
    revision = draft(body="The XYZW helps.")
    assert any("XYZW" in finding for finding in voicing.findings(revision))
    pronounce("XYZW", "zix wuh")
    assert voicing.findings(revision) == []


def test_the_database_keeps_changes_as_they_were_made() -> None:
    change = pronounce("zolpidem", "zoll pih dem")
    for statement in (
        lambda: LexiconChange.objects.filter(pk=change.pk).update(alias="zol pee dem"),
        lambda: LexiconChange.objects.filter(pk=change.pk).delete(),
        lambda: LexiconChange(
            language="en", grapheme="x", alias="a", phonemes="b", changed_by=change.changed_by
        ).save(),
        lambda: LexiconChange(language="en", grapheme="x", changed_by=change.changed_by).save(),
        lambda: LexiconChange(
            language="en", grapheme="x", alias="a", retired=True, changed_by=change.changed_by
        ).save(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            statement()


def test_all_that_decides_a_voice_is_in_its_fingerprint(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = lexicon.fingerprint("en")
    assert lexicon.fingerprint("en") == before
    pronounce("zolpidem", "zoll pih dem")
    after = lexicon.fingerprint("en")
    assert after != before
    monkeypatch.setattr(engine, "PIPELINE", engine.PIPELINE + 1)
    assert lexicon.fingerprint("en") not in (before, after)
