"""What the checks find at submission and at approval, who answers it, and what is kept."""

from __future__ import annotations

import pytest

from content import lint, linting, reconcile
from content.actions import (
    ApproveRevision,
    Conflict,
    Invalid,
    ReturnRevision,
    StartRevision,
    SubmitRevision,
    VoiceRevision,
)
from content.composition import must_hear
from content.lint import Level
from content.models import AuditEvent, Revision, RevisionState
from tests import factories

pytestmark = pytest.mark.django_db

DOSE = "## What it is\n\nTake 5 mg once a day. It helps."
MARKED = "## What it is\n\nTake 50 µg a day. It helps."


def approval(revision: Revision, **changes) -> ApproveRevision:
    rendition = revision.rendition
    assert rendition is not None
    given = {
        "actor": factories.staff("reviewer", "reviewer"),
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "heard": must_hear(rendition),
        **changes,
    }
    return ApproveRevision(revision, **given)


def refusal(action) -> Conflict | Invalid:
    with pytest.raises((Conflict, Invalid)) as caught:
        action.execute()
    return caught.value


def dose(revision: Revision) -> str:
    checked = linting.of_rendition(revision.rendition)
    return next(one.id for one in checked.findings if one.rule == "safety.dose")


def with_other_rules(monkeypatch: pytest.MonkeyPatch, level: str, said: str = "Sleep") -> None:
    """Let the rules find something in every text that names a word, as new data would."""
    rule = lint.data.Rule("safety.new", Level(level), "“{found}” is new.", own="A test.")
    pattern = lint.data.re.compile(said)
    real = lint.rules_for

    def more(language: str):
        rules = real(language)
        added = {"safety.new": lint.data.replace(rule, patterns=(pattern,))}
        return lint.data.replace(rules, by_code={**rules.by_code, **added})

    monkeypatch.setattr(lint, "rules_for", more)
    monkeypatch.setattr(lint, "version", lambda: "new")


def test_a_blocker_refuses_a_submission_with_one_problem_a_finding() -> None:
    draft = factories.draft(body=MARKED)
    refused = refusal(SubmitRevision(draft, actor=draft.edited_by))
    assert isinstance(refused, Invalid)
    assert refused.rule == "checks"
    (problem,) = refused.problems
    assert "Write “micrograms”" in problem
    assert "“Take 50 µg a day.”" in problem
    draft.refresh_from_db()
    assert draft.is_draft


def test_warnings_do_not_keep_anybody_from_submitting_and_are_kept_with_it() -> None:
    revision = factories.in_review(body=DOSE)
    event = AuditEvent.objects.get(action="submit", revision=revision)
    assert event.detail["rules"] == lint.version()
    assert event.detail["findings"]["safety.dose"] == [dose(revision)]


@pytest.mark.parametrize("answer", [None, "", "   \n"])
def test_a_warning_without_an_answer_refuses_an_approval(answer: str | None) -> None:
    revision = factories.in_review(body=DOSE)
    answers = factories.answers_to(revision)
    assert dose(revision) in answers
    answers = answers if answer is not None else {}
    answers = {**answers, dose(revision): answer} if answer is not None else answers
    refused = refusal(approval(revision, answers=answers))
    assert isinstance(refused, Conflict)
    assert refused.rule == "answers"
    (problem,) = [one for one in refused.problems if one.startswith(f"{dose(revision)}: ")]
    assert "“Take 5 mg once a day.”" in problem
    assert revision.reviews.count() == 0


def test_an_answer_to_each_warning_is_kept_with_what_was_found_and_the_rules() -> None:
    revision = factories.in_review(body=DOSE)
    checked = linting.of_rendition(revision.rendition)
    answers = {**factories.answers_to(revision), dose(revision): "  A dose for nobody.  "}
    review = approval(revision, answers=answers).execute()
    review.refresh_from_db()
    assert review.findings == checked.to_json()
    assert review.answers[dose(revision)] == "A dose for nobody."
    assert review.rules == lint.version()


def test_an_answer_to_nothing_is_refused_unless_it_is_empty() -> None:
    revision = factories.in_review()
    refused = refusal(approval(revision, answers={"0" * 12: "Why?"}))
    assert isinstance(refused, Invalid)
    assert (refused.rule, refused.problems) == ("answers", ("0" * 12,))
    review = approval(revision, answers={"0" * 12: " "}).execute()
    assert review.answers == {}


def test_an_answer_has_at_most_1000_characters() -> None:
    revision = factories.in_review(body=DOSE)
    answers = factories.answers_to(revision)
    refused = refusal(approval(revision, answers={**answers, dose(revision): "x" * 1001}))
    assert isinstance(refused, Invalid)
    assert (refused.rule, refused.problems) == ("answers", (dose(revision),))
    approval(revision, answers={**answers, dose(revision): "x" * 1000}).execute()


def test_advice_asks_for_nothing() -> None:
    revision = factories.in_review()
    assert {one.level for one in linting.of_rendition(revision.rendition).findings} == {"advice"}
    assert approval(revision).execute().answers == {}


def test_rules_that_have_become_stricter_since_hold_at_approval(monkeypatch) -> None:
    revision = factories.in_review()
    with_other_rules(monkeypatch, "blocker")
    refused = refusal(approval(revision))
    assert isinstance(refused, Conflict)
    assert refused.rule == "checks"
    assert any("“Sleep” is new." in problem for problem in refused.problems)


def test_a_blocker_is_not_answered_away(monkeypatch) -> None:
    revision = factories.in_review()
    with_other_rules(monkeypatch, "blocker")
    found = linting.of_rendition(revision.rendition).of(Level.BLOCKER)
    answers = {one.id: "It may stand." for one in found}
    assert refusal(approval(revision, answers=answers)).rule == "checks"


def test_approving_looks_again_at_what_is_approved(monkeypatch) -> None:
    revision = factories.in_review()
    action = approval(revision)
    action.check()
    with_other_rules(monkeypatch, "warning")
    assert refusal(action).rule == "answers"


def test_a_notice_that_says_what_must_be_said_is_read_with_the_text() -> None:
    from content.models import ArticleKind

    body = "Never take it with opioids. Do not drink alcohol. It can lead to dependence. Never stop suddenly."
    factories.closing_advice()
    factories.notice(ArticleKind.SAFETY, "safety", "Safety", body)
    bare = factories.in_review("Diazepam", "It helps.")
    whole = factories.in_review("Diazepam again", "It helps.", notices=["safety"])
    said = {one.rule for one in linting.of_rendition(bare.rendition).of(Level.WARNING)}
    assert "safety.benzodiazepines.opioids" in said
    assert [one.rule for one in linting.of_rendition(whole.rendition).of(Level.WARNING)] == [
        "structure.medicine_sources"
    ]


def test_a_return_keeps_what_was_found() -> None:
    revision = factories.in_review(body=DOSE)
    review = ReturnRevision(
        revision, actor=factories.staff("reviewer"), reason="unsafe", comment="No dose."
    ).execute()
    assert [one["id"] for one in review.findings if one["rule"] == "safety.dose"] == [
        dose(revision)
    ]
    assert review.rules == lint.version()


def test_a_sentence_that_cannot_be_voiced_comes_back_with_what_was_found(monkeypatch) -> None:
    from content import voicing

    revision = factories.draft(body=DOSE)
    revision = SubmitRevision(revision, actor=revision.edited_by).execute()

    def fails(revision: Revision) -> None:
        raise voicing.Unsayable("No.")

    monkeypatch.setattr(voicing, "render", fails)
    revision = VoiceRevision(revision).execute()
    assert revision.state == RevisionState.RETURNED
    review = revision.reviews.get()
    assert "safety.dose" in {one["rule"] for one in review.findings}
    assert review.rules == lint.version()


def test_a_new_voice_of_the_same_words_offers_the_answers_again() -> None:
    body = f"{DOSE} Zolpidem helps."
    revision = factories.approved(body=body)
    before = revision.reviews.get()
    factories.pronounce("zolpidem", "zoll pih dem")
    list(reconcile.revoice_what_changed("en"))
    revision.refresh_from_db()
    assert revision.has_new_voice
    earlier = linting.earlier_answers(revision.reviews.all())
    assert earlier[dose(revision)].text == before.answers[dose(revision)]
    assert earlier[dose(revision)].review == before
    # They are offered, not taken over: whoever approves says so.
    refused = refusal(approval(revision, actor=factories.staff("reviewer", "second")))
    assert refused.rule == "answers"


def test_new_words_are_answered_anew() -> None:
    revision = factories.approved(body=DOSE)
    again = StartRevision(revision.article, actor=factories.staff("author", "author")).execute()
    assert linting.earlier_answers(again.reviews.all()) == {}
