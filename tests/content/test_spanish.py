"""A Spanish article goes the whole way, in Spanish: written, voiced, reviewed, public."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import call_command

from content import composition, starter
from content.actions import Refused, SubmitRevision
from content.models import Article, ArticleKind, TopicTitle
from content.reading import read
from content.speech.spoken_form import spoken_form
from kiosk.publication.content import page_of
from tests import factories

pytestmark = pytest.mark.django_db

BODY = """Dormir bien ayuda a sanar.

## Por la noche

Acuéstese a las 9:30 p. m. como máximo. El Dr. Ruiz recomienda de 7 a 9 horas, p. ej. 8.

- Tome 1 tableta de 0,5–1 mg c/24 h.
- Si piensa en hacerse daño, llame al 988.

> No tome más de 21 mg al día.

## Fuentes

- [Dormir bien](https://medlineplus.gov/spanish/), MedlinePlus, 31 de agosto de 2016
"""
NOTICES = (ArticleKind.CLOSING, ArticleKind.SAMPLE, ArticleKind.URGENT, ArticleKind.SAFETY)
SPANISH = [text for text in starter.TEXTS if text.language == "es"]


@pytest.fixture(autouse=True)
def with_spanish(settings) -> None:
    settings.PLAINVOICE_LANGUAGES = ["en", "es"]
    settings.PLAINVOICE_DEMONSTRATION = False


def sentences_in(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "id" in part and "text" in part:
            yield part
        for inner in part.values():
            yield from sentences_in(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from sentences_in(inner)


def test_a_spanish_article_is_written_voiced_reviewed_and_published_in_spanish(
    settings, django_capture_on_commit_callbacks
) -> None:
    settings.PLAINVOICE_LANGUAGES = ["es"]
    factories.staff("author", "author")
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_notices", author="author", stdout=io.StringIO())
    for notice in Article.objects.notices().filter(language="es"):
        factories.approve(notice.last_revision)
    revision = factories.reviewed(
        factories.draft("Dormir bien", BODY, language="es", notices=["urgent-help"])
    )
    factories.approve(revision)
    article = Article.objects.published().get(language="es")
    page = page_of(article, article.public_rendition)
    assert page["language"] == "es"
    assert page["sources"][0]["date"] == "31 de agosto de 2016"
    said = {one["text"] for one in sentences_in(page)}
    assert "Acuéstese a las 9:30 p. m. como máximo." in said
    assert "Si piensa en hacerse daño" in said
    assert "Pregunte siempre a un profesional de la salud qué es lo adecuado para usted." in said
    english = {"Before you go", "If you think of harming yourself"}
    assert not said & english
    reading = article.public_rendition.reading
    spoken = {one["text"]: one["spoken"] for one in composition.sentences_of(reading)}
    assert spoken["Tome 1 tableta de 0,5–1 mg c/24 h."] == (
        "Tome una tableta de cero coma cinco a un miligramo cada veinticuatro horas."
    )
    assert spoken["Si piensa en hacerse daño, llame al 988."].endswith("nueve ocho ocho.")
    assert all(one["clip"]["duration_ms"] > 300 for one in composition.sentences_of(reading))


def test_what_spanish_would_leave_open_does_not_get_to_review() -> None:
    factories.closing_advice("es")
    revision = factories.draft("Dosis", "Tome 1.500 mg al día.", language="es")
    with pytest.raises(Refused, match="thousands or as decimals"):
        SubmitRevision(revision, actor=revision.edited_by).execute()


def test_every_shipped_notice_is_in_spanish_too() -> None:
    keys = {
        language: {
            text.key for text in starter.TEXTS if text.language == language and text.kind in NOTICES
        }
        for language in ("en", "es")
    }
    assert keys["es"] == keys["en"]


@pytest.mark.parametrize("shipped", SPANISH, ids=lambda one: one.slug)
def test_a_shipped_spanish_text_is_short_sentenced_and_can_be_said(
    shipped: starter.ShippedText,
) -> None:
    draft = starter.draft_of(shipped)
    sentences = [one.text for one in read(draft.title, draft.body, "es").sentences()]
    assert [text for text in sentences if len(text.split()) > 20] == []
    assert [one for text in sentences for one in spoken_form(text, "es").unresolved] == []


FACTS = {
    "closing-advice": ["Consulte siempre a un profesional de la salud"],
    "sample-label": ["todavía no la ha revisado ningún profesional clínico"],
    "urgent-help": ["hacerse daño", "Necesita ayuda de inmediato", "911", "988", "trabaje aquí"],
    "safety-benzodiazepines": [
        "El clonazepam es una benzodiazepina.",
        "Administración de Alimentos y Medicamentos de los Estados Unidos",
        "31 de agosto de 2016 es sobre tomarlos junto con opioides",
        "alcohol",
        "otras sustancias que hacen más lento el sistema nervioso central",
        "somnolencia extrema, respiración lenta o difícil, coma y muerte",
        "23 de septiembre de 2020 es sobre todas las benzodiazepinas",
        "abuso, uso indebido, adicción, dependencia física y reacciones de abstinencia",
        "de golpe, o reducirlas demasiado rápido, puede causar convulsiones",
        "Nunca deje de tomarlas por su cuenta.",
        "la persona que se las recetó",
    ],
}


@pytest.mark.parametrize(
    ("key", "fact"), [(key, fact) for key, facts in FACTS.items() for fact in facts]
)
def test_every_required_fact_is_said_in_spanish(key: str, fact: str) -> None:
    draft = starter.draft_of(next(one for one in SPANISH if one.key == key))
    assert fact in " ".join(one.text for one in read(draft.title, draft.body, "es").sentences())


def test_a_demonstration_has_no_spanish_where_spanish_is_not_offered(settings) -> None:
    settings.PLAINVOICE_DEMONSTRATION = True
    settings.PLAINVOICE_LANGUAGES = ["en"]
    for topic in starter.TOPICS:
        starter.ensure_topic(topic)
    assert {title.language for title in TopicTitle.objects.all()} == {"en"}


def test_a_shipped_topic_has_its_title_in_every_language_offered() -> None:
    for topic in starter.TOPICS:
        starter.ensure_topic(topic)
    assert {title.language for title in TopicTitle.objects.all()} == {"en", "es"}


def test_a_language_that_cannot_be_said_is_refused_when_the_service_starts(settings) -> None:
    assert not [one for one in run_checks() if one.id == "content.E005"]
    settings.PLAINVOICE_LANGUAGES = ["en", "xx"]
    (found,) = [one for one in run_checks() if one.id == "content.E005"]
    assert "xx" in found.msg
    settings.PLAINVOICE_LANGUAGES = ["es"]
    (found,) = [one for one in run_checks() if one.id == "content.E005"]
    assert "start screen" in found.msg
