"""Every screen in every offered language, each leading to the others and none to a dead end."""

from __future__ import annotations

import html
import json
import re
from importlib import import_module
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from content.actions import StartTranslation, WithdrawArticle
from content.models import Article, Topic, TopicTitle
from kiosk import publication
from kiosk.prompts import catalogue, facts, voice
from kiosk.prompts.shapes import FAMILIES, PROMPTS
from kiosk.publication import addresses, pages, prompts, screens, ways
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_languages(settings: Settings) -> None:
    settings.PLAINVOICE_LANGUAGES = ["en", "es"]


@pytest.fixture
def topic() -> Topic:
    topic = Topic.objects.create(slug="rest")
    TopicTitle.objects.create(topic=topic, language="en", title="Rest")
    TopicTitle.objects.create(topic=topic, language="es", title="Descanso")
    return topic


@pytest.fixture
def article(topic: Topic, django_capture_on_commit_callbacks) -> Article:
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved(topic=topic)
    return Article.objects.get(pk=revision.article_id)


@pytest.fixture
def translation(article: Article, django_capture_on_commit_callbacks) -> Article:
    with django_capture_on_commit_callbacks(execute=True):
        factories.closing_advice("es")
        revision = StartTranslation(
            article,
            actor=factories.staff("author", "translator"),
            language="es",
            title="Dormir y descansar",
            body="Dormir ayuda a sanar.",
        ).execute()
        factories.approve(factories.reviewed(revision))
    return Article.objects.get(pk=revision.article_id)


def screens_in(root: Path) -> set[str]:
    return {str(file.parent.relative_to(root)) for file in root.rglob("index.html")}


def island(page: str) -> dict:
    return json.loads(page.split('<script id="data" type="application/json">')[1].split("<", 1)[0])


def words_in(page: str) -> str:
    """What a page shows, and what assistive technology is told, its scripts' words among it."""
    shown = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.S)
    named = re.findall(r'aria-label="([^"]*)"', shown)
    filled = [
        one
        for given in island(page)["texts"].values()
        for one in ([given] if isinstance(given, str) else given.values())
    ]
    return html.unescape(" ".join([re.sub(r"<[^>]+>", " ", shown), *named, *filled]))


def without_own_names(page: str) -> str:
    """A page without what is marked as another language: the language key."""
    return re.sub(r'<a [^>]*hreflang="en".*?</a>', "", page, flags=re.S)


def test_every_screen_of_every_language_comes_and_goes_with_the_offer_SPK_10(
    translation: Article, own_publication: Path, settings: Settings
) -> None:
    publication.publish_all()
    own = {"urgent", "languages"}  # no such notice is public, and two languages need no list
    wanted = {f"es/{name}" for name in screens.SCREENS if name not in {"home", *own}}
    there = screens_in(own_publication)
    assert wanted | {"es", "es/t/rest"} == {one for one in there if one.split("/")[0] == "es"}
    manifest = json.loads((own_publication / "manifest.json").read_bytes())
    assert {"es/index.html", "es/t/rest/index.html"} <= set(manifest["pages"])
    settings.PLAINVOICE_LANGUAGES = ["en"]
    assert publication.refresh()
    assert not (own_publication / "es").exists()
    assert not list((own_publication / "prompts").glob("es*"))
    # What was written in it is read on by its address, and leads to the kiosk's own language.
    left = (own_publication / "a" / translation.slug / "index.html").read_text()
    assert 'href="/es/' not in left
    # Another language as the kiosk's own has the root, and no folder beside it.
    settings.PLAINVOICE_LANGUAGES = ["en", "es"]
    settings.PLAINVOICE_LANGUAGE = "es"
    publication.publish_all()
    assert '<html lang="es"' in (own_publication / "index.html").read_text()
    assert '<html lang="en"' in (own_publication / "en" / "index.html").read_text()
    assert not (own_publication / "es").exists()


def test_the_key_leads_to_the_same_in_the_other_language_and_never_to_nothing_COG_7(
    article: Article, own_publication: Path, django_capture_on_commit_callbacks, client
) -> None:
    def way(path: str) -> tuple[str, str]:
        page = (own_publication / path / "index.html").read_text()
        key = re.search(
            r'<a class="chip" href="([^"]*)" lang="(\w\w)" hreflang="\2" data-leads="language">'
            r".*?>(\w+)</span></a>",
            page,
        )
        assert key is not None, path
        assert client.get(key.group(1)).status_code == 200
        return key.group(1), key.group(3)

    publication.publish_all()
    home = f"a/{article.slug}"
    assert way("") == ("/es/", "Español")
    assert way("es") == ("/", "English")
    # Nothing in Spanish yet: no such topic there, no closing advice, no article.
    assert way("t/rest") == ("/es/", "Español")
    assert way("closing") == ("/es/", "Español")
    assert way(home) == ("/es/not-translated/", "Español")
    with django_capture_on_commit_callbacks(execute=True):
        factories.notice()
        factories.notice(
            title="¿Necesita ayuda ahora?", body="Avise a quien trabaja aquí.", language="es"
        )
    assert way("urgent") == ("/es/urgent/", "Español")
    assert way("es/urgent") == ("/urgent/", "English")
    with django_capture_on_commit_callbacks(execute=True):
        factories.closing_advice("es")
        revision = StartTranslation(
            article,
            actor=factories.staff("author", "translator"),
            language="es",
            title="Dormir y descansar",
            body="Dormir ayuda a sanar.",
        ).execute()
        factories.approve(factories.reviewed(revision))
    slug = Article.objects.get(pk=revision.article_id).slug
    # At once, on the pages that lead there too.
    assert way("t/rest") == ("/es/t/rest/", "Español")
    assert way("closing") == ("/es/closing/", "Español")
    assert way(home) == (f"/a/{slug}/", "Español")
    assert way(f"a/{slug}") == (f"/a/{article.slug}/", "English")
    data = island((own_publication / home / "index.html").read_text())
    assert data["ways"] == {"en": f"/a/{article.slug}/", "es": f"/a/{slug}/"}
    with django_capture_on_commit_callbacks(execute=True):
        TopicTitle.objects.filter(language="es").first().delete()
        title = TopicTitle(topic=article.topic, language="es", title="Reposo")
        title.save()
    assert "Reposo" in (own_publication / "es" / "index.html").read_text()
    with django_capture_on_commit_callbacks(execute=True):
        WithdrawArticle(
            Article.objects.get(slug=slug),
            actor=factories.staff("reviewer", "reviewer"),
            reason="incorrect",
            comment="Wrong.",
        ).execute()
    assert way(home) == ("/es/not-translated/", "Español")
    assert way("t/rest") == ("/es/", "Español")
    # What was taken back, and what never was, is answered in its own language.
    gone = client.get(f"/a/{slug}/")
    assert gone.status_code == 410
    assert '<html lang="es"' in gone.whole.decode()
    for path, language in (
        ("/es/t/nothing/", "es"),
        ("/es/nothing", "es"),
        ("/fr/", "en"),
        ("/a/nothing/", "en"),
        ("/nothing/", "en"),
    ):
        answer = client.get(path)
        assert answer.status_code == 404
        assert f'<html lang="{language}"' in answer.whole.decode(), path
    # A mark of before there were languages says none.
    (own_publication / "a" / slug / "gone").write_bytes(b"")
    assert '<html lang="en"' in client.get(f"/a/{slug}/").whole.decode()


def test_nothing_on_a_spanish_screen_is_english_SPK_10(
    translation: Article, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        factories.notice(
            title="¿Necesita ayuda ahora?", body="Avise a quien trabaja aquí.", language="es"
        )
    publication.publish_all()
    english = set()
    for prompt in PROMPTS:
        for text in _texts("en", prompt):
            if text not in {*_texts("es", prompt), "English"} and re.search(r"[A-Za-z]{2}", text):
                english.add(text)
    words = {one for one in map(_bare, english) if len(one) > 3}
    assert len(words) > 60
    spanish = [*(own_publication / "es").rglob("index.html")]
    spanish.append(own_publication / "a" / translation.slug / "index.html")
    assert len(spanish) > 6
    for file in spanish:
        page = file.read_text()
        assert '<html lang="es" dir="ltr"' in page
        shown = _bare(words_in(without_own_names(page)))
        found = {one for one in words if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", shown)}
        assert found == set(), file
    foot = (own_publication / "a" / translation.slug / "index.html").read_text()
    assert re.search(r"Revisado por .* el \d+ de \w+ de \d{4}\.", words_in(foot))


def _texts(language: str, prompt: str) -> list[str]:
    given = import_module(f"kiosk.prompts.{language}").TEXTS[prompt]
    return [given] if isinstance(given, str) else list(given.values())


def _bare(text: str) -> str:
    return " ".join(re.sub(r"\{\w+\}", " ", text).lower().strip(" .?").split())


def test_who_reviewed_and_when_is_told_in_the_articles_language() -> None:
    page = {
        "language": "es",
        "text_digest": "1",
        "reviewed_on": "2026-11-24",
        "review_due": "2027-05-01",
        "sample": False,
        "reviewed_by": [
            {"name": "", "role": "Reviewer"},
            {"name": "Ana Ruiz", "role": "Nurse"},
            {"name": "", "role": "Podólogo"},
        ],
    }
    assert facts.facts_of(page) == [
        "Revisado por una persona del equipo de revisión, Ana Ruiz, profesional de enfermería y "
        "Podólogo el 24 de noviembre de 2026.",
        "Próxima revisión: 1 de mayo de 2027.",
    ]


@pytest.mark.all_prompts
@pytest.mark.parametrize(
    "most", [pytest.param(0, marks=pytest.mark.full), pytest.param(6)], ids=["all", "few"]
)
def test_every_prompt_has_a_clip_in_every_language_and_what_screens_need_first_SPK_2(
    own_publication: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    if most:
        whole = catalogue.expansions

        def some(language: str) -> list:
            return [
                one
                for family in FAMILIES
                for one in [one for one in whole(language) if one.family == family][: most // 3]
            ]

        monkeypatch.setattr(catalogue, "expansions", some)
    publication.publish_all()
    order = []
    make = voice.make

    def made(texts: list[str], language: str) -> int:
        count = make(texts, language)
        order.append((language, count))
        return count

    monkeypatch.setattr(voice, "make", made)
    assert publication.speak()
    assert [language for language, count in order if count][:4] == ["en", "es", "en", "es"]
    for language in catalogue.LANGUAGES:
        said: set[str] = set()
        for family in FAMILIES:
            file = own_publication / prompts.file_of(language, family)
            said |= set(json.loads(file.read_bytes())["clips"])
        assert {one.text for one in catalogue.expansions(language)} <= said
        names = json.loads((own_publication / f"prompts/{language}.names.json").read_bytes())
        assert list(names["clips"]) == [catalogue.words(language, "own-name")]


def test_arabic_is_written_from_the_right_and_what_is_english_in_it_says_so_SPK_10(
    settings: Settings, article: Article, own_publication: Path, client
) -> None:
    settings.PLAINVOICE_LANGUAGES = ["en", "es", "ar"]
    publication.publish_all()
    page = (own_publication / "ar" / "index.html").read_text()
    assert '<html lang="ar" dir="rtl"' in page
    spans = re.findall(r"<span[^>]*data-prompt[^>]*>", page)
    assert spans
    assert all('lang="en" dir="ltr"' in one for one in spans)
    assert island(page)["words"] == "en"
    # With three languages one key opens the list, in which each is named in itself.
    for path in ("", "es", "ar", f"a/{article.slug}"):
        shown = (own_publication / path / "index.html").read_text()
        to = addresses.screen("languages", path if path in ("es", "ar") else "en")
        assert f'<a class="chip" href="{to}" data-leads="language">' in shown
        assert client.get(to).status_code == 200
    listed = (own_publication / "es" / "languages" / "index.html").read_text()
    rows = re.findall(
        r'<a class="tile" href="([^"]+)" lang="(\w\w)" hreflang="\2"([^>]*)>.*?<strong[^>]*>(.*?)<',
        listed,
    )
    assert rows == [
        ("/es/", "es", ' aria-current="true"', "Español"),
        ("/", "en", "", "English"),
        ("/ar/", "ar", ' dir="rtl"', "العربية"),
    ]
    # Content's own words are in the page's language.
    topic = screens.topic_page(article.topic, "en")
    assert topic is not None and b'lang="en" dir="ltr"><span' not in topic


def test_a_draft_and_a_notice_show_their_keys_as_the_kiosk_will(article: Article) -> None:
    draft = factories.draft("A draft", "Words of a draft.")
    page = pages.draft_page(draft).decode()
    assert 'hreflang="es"' in page
    assert ways.of_article({"language": "en", "slug": "a-draft"}) == {
        "en": "/a/a-draft/",
        "es": "/es/not-translated/",
    }
