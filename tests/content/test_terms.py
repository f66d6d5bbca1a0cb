"""The glossary: terms are words of their own revisions, and only approved ones explain anything."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from content import composition, terms
from content.actions import (
    Conflict,
    CreateArticle,
    Invalid,
    NotPermitted,
    ShowSample,
    StartRevision,
    SubmitRevision,
    WithdrawArticle,
)
from content.models import Article, ArticleKind, Installation, Rendition, Revision
from content.reading import read
from tests import factories

MEANING = "Sleep is rest for body and mind."
ARTICLE = ("Rest", "Sleep helps. So does quiet.")


def found(text: str, *known: tuple[str, ...]) -> list[int]:
    return terms.found_in([text], [terms.Term(at, words) for at, words in enumerate(known)])


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("A benzodiazepine helps.", True),
        ("BENZODIAZEPINE, or not.", True),
        ("“Benzodiazepine”", True),
        ("benzodiazepine-like", True),
        ("Two benzodiazepines help.", False),
        ("antibenzodiazepine", False),
        ("", False),
    ],
)
def test_a_term_is_found_as_a_whole_word_whatever_its_capitals(text: str, is_found: bool) -> None:
    assert bool(found(text, ("benzodiazepine",))) is is_found


def test_a_term_of_several_words_is_found_across_any_space_and_any_apostrophe() -> None:
    assert found("It\u2019s Crohn\u2019s  disease.", ("Crohn's disease",)) == [0]
    assert found("Crohn's disease", ("Crohn\u2019s disease",)) == [0]
    assert found("gamma-aminobutyric\nacid", ("gamma-aminobutyric acid",)) == [0]


def test_the_longest_form_counts_at_each_place() -> None:
    known = (("withdrawal",), ("withdrawal symptoms",))
    assert found("Withdrawal symptoms can come.", *known) == [1]
    assert found("Withdrawal symptoms can come after withdrawal.", *known) == [0, 1]


def test_a_form_that_two_terms_claim_is_the_first_ones() -> None:
    assert found("Rest well.", ("sleep", "rest"), ("rest",)) == [0]


@pytest.mark.parametrize(
    "body",
    [
        "It **helps**: withdrawal\nsymptoms may come.",
        "Withdrawal *symptoms*, they say.",
        "> withdrawal\n> symptoms",
        "withdrawal&nbsp;symptoms",
    ],
)
def test_where_a_form_is_read_its_letters_stand_in_the_written_text(body: str) -> None:
    reading = read("A title", body, "en")
    texts = [sentence.text for sentence in reading.sentences()]
    assert terms.found_in(texts, [terms.Term(1, ("withdrawal symptoms",))]) == [1]
    assert terms.squashed("Withdrawal symptoms") in terms.squashed_source("A title", body)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (f"{MEANING}\n\n## More\n\nText.", "no headings"),
        (f"{MEANING}\n\n> Take care.", "no warning"),
        ("One. Two. Three. Four.", "has 4 sentences"),
        ("- sleeping", "has 0 sentences"),
        (f"- sleeping\n\n{MEANING}", "above the list"),
        (f"{MEANING}\n\n1. sleeping", "with dashes"),
        (f"{MEANING}\n\n- Sleeping. Slept.", "one written form"),
        (f"{MEANING}\n\n- sleeping!", "begins or ends with a sign"),
        (f"{MEANING}\n\n- 15", "has no letter"),
        (f"{MEANING}\n\n- Sleep", "stands there twice"),
        (f"{MEANING}\n\n- {'z' * 61}", "longer than 60"),
        (f"{MEANING}\n\n" + "\n".join(f"- form {c}" for c in "abcdefghijkl"), "at most 12"),
    ],
)
def test_what_is_no_meaning_with_its_forms_is_no_term(body: str, says: str) -> None:
    assert any(says in problem for problem in terms.problems(read("sleep", body, "en")))


@pytest.mark.parametrize(
    "body", [MEANING, "One. Two. Three.", "One.\n\nTwo.", f"{MEANING}\n\n- sleeping\n- asleep"]
)
def test_one_to_three_sentences_with_or_without_forms_are_a_term(body: str) -> None:
    assert terms.problems(read("sleep", body, "en")) == []


@pytest.mark.django_db
def test_a_page_carries_the_approved_terms_whose_words_stand_in_it_and_no_others() -> None:
    factories.term()
    factories.term("quiet", "Quiet means that there is little noise.")
    factories.term("zebra", "A zebra is an animal.")
    article = factories.approved(*ARTICLE).article
    page = composition.compose(article, article.public_rendition)
    assert [(term["key"], term["words"]) for term in page["terms"]] == [
        ("quiet", ["quiet"]),
        ("sleep", ["sleep", "sleeping"]),
    ]
    assert [one["text"] for one in page["terms"][1]["sentences"]] == [MEANING]
    assert page["terms"][1]["sentences"][0]["clip"]["digest"]


@pytest.mark.django_db
def test_a_word_of_a_notice_or_of_the_closing_advice_is_explained_too() -> None:
    factories.notice(ArticleKind.SAFETY, "careful", "Careful", "Mind the zebra.")
    factories.term("zebra", "A zebra is an animal.")
    factories.term("professional", "A professional has learned it.")
    article = factories.approved(*ARTICLE, notices=["careful"]).article
    page = composition.compose(article, article.public_rendition)
    assert [term["key"] for term in page["terms"]] == ["professional", "zebra"]


@pytest.mark.django_db
def test_a_term_in_review_explains_nothing_and_neither_does_a_returned_or_withdrawn_one() -> None:
    article = factories.approved(*ARTICLE).article
    revision = factories.term_in_review()
    assert composition.compose(article, article.public_rendition)["terms"] == []
    assert composition.compose(article, article.public_rendition, preview=True)["terms"] == []
    factories.approve(revision)
    assert composition.compose(article, article.public_rendition)["terms"]
    # In use, and withdrawn all the same: the article is whole without it.
    assert list(composition.public_users(revision.article)) == [article]
    withdraw(revision.article)
    assert composition.compose(article, article.public_rendition)["terms"] == []
    assert Article.objects.published().get() == article


def withdraw(article: Article) -> None:
    article.refresh_from_db()
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="incorrect", comment="Wrong."
    ).execute()


@pytest.mark.django_db
def test_new_words_for_a_term_are_a_new_revision_and_the_old_ones_stay_until_it_is_approved() -> (
    None
):
    term = factories.term()
    article = factories.approved(*ARTICLE).article
    draft = StartRevision(
        term, actor=factories.staff("author", "author"), body="Sleep is rest.\n\n- asleep"
    ).execute()
    revision = factories.reviewed(draft)
    shown = composition.compose(article, article.public_rendition)["terms"][0]
    assert shown["words"] == ["sleep", "sleeping"]
    factories.approve(revision)
    shown = composition.compose(article, article.public_rendition)["terms"][0]
    assert shown["words"] == ["sleep", "asleep"]
    assert [one["text"] for one in shown["sentences"]] == ["Sleep is rest."]


@pytest.mark.django_db
def test_nobody_approves_the_term_that_they_wrote() -> None:
    revision = factories.term_in_review()
    lead = factories.staff("lead", "lead")
    draft = factories.draft(author=lead)
    assert draft.edited_by == lead
    mine = CreateArticle(
        actor=lead, kind=ArticleKind.TERM, title="quiet", body="Little noise."
    ).execute()
    with pytest.raises(NotPermitted):
        factories.approve(factories.reviewed(mine), lead)
    factories.approve(revision, lead)


@pytest.mark.django_db
def test_the_database_lets_no_unapproved_term_be_public() -> None:
    revision = factories.term_in_review()
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=revision.article_id).update(
            public_rendition=Rendition.objects.get(revision=revision)
        )


@pytest.mark.django_db
def test_a_word_is_in_the_glossary_once() -> None:
    factories.term()
    with pytest.raises(Conflict, match="has this word already, at term-sleep-en"):
        factories.term_in_review("Sleep")
    with pytest.raises(Invalid) as caught:
        factories.term_in_review("rest", "Rest is quiet time.\n\n- sleeping")
    assert "“sleeping”" in str(caught.value) or '"sleeping"' in str(caught.value)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.create(slug="other", language="en", kind=ArticleKind.TERM, key="sleep")


@pytest.mark.django_db
def test_what_is_no_term_is_not_submitted() -> None:
    draft = CreateArticle(
        actor=factories.staff("author", "author"),
        kind=ArticleKind.TERM,
        title="sleep",
        body="One. Two. Three. Four.",
    ).execute()
    with pytest.raises(Invalid) as caught:
        SubmitRevision(draft, actor=draft.edited_by).execute()
    assert caught.value.rule == "term"


@pytest.mark.django_db
def test_people_begin_articles_and_terms_and_no_notice() -> None:
    with pytest.raises(Invalid):
        CreateArticle(
            actor=factories.staff("author", "author"),
            kind=ArticleKind.CLOSING,
            title="Before you go",
            body="Do as you like.",
        ).execute()


@pytest.mark.django_db
def test_an_author_cannot_choose_a_term_as_a_notice() -> None:
    factories.term()
    with pytest.raises(Invalid):
        factories.draft(notices=["sleep"])


@pytest.mark.django_db
def test_a_term_is_no_article_by_itself() -> None:
    factories.term()
    assert not Article.objects.published().exists()
    assert not Article.objects.public_notices("en").exists()


@pytest.mark.django_db
def test_what_somebody_reviewed_is_not_explained_by_an_unreviewed_sample(settings) -> None:
    settings.PLAINVOICE_DEMONSTRATION = True
    Installation.objects.create(pk=1, demonstration=True)
    factories.closing_advice()
    label = factories.notice(
        ArticleKind.SAMPLE, "sample-label", "Sample", "Not reviewed.", public=False, sample=True
    )
    term = factories.notice(ArticleKind.TERM, "sleep", "sleep", MEANING, public=False, sample=True)
    for shipped in (label, term):
        ShowSample(shipped.last_revision.rendition).execute()
    article = Article.objects.create(slug="rest", language="en", sample=True)
    revision = factories.reviewed(
        Revision.objects.create(
            article=article,
            number=1,
            title="Rest",
            body="Sleep helps.",
            edited_by=factories.staff("author", "writer"),
        )
    )
    shown = ShowSample(revision.rendition).execute()
    page = composition.compose(shown, revision.rendition)
    assert page["sample"] and [one["key"] for one in page["terms"]] == ["sleep"]
    # A reviewer sees it as it will be: without what nobody has reviewed.
    assert composition.compose(shown, revision.rendition, preview=True)["terms"] == []
    factories.approve(revision)
    assert composition.compose(shown, revision.rendition)["terms"] == []
    factories.approve(term.last_revision)
    page = composition.compose(shown, revision.rendition)
    assert not page["sample"] and [one["key"] for one in page["terms"]] == ["sleep"]
