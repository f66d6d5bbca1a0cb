"""The interface's voice is published with the pages, and nobody waits for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from content import signals
from content.actions import WithdrawArticle
from content.models import Article, Clip, Topic, TopicTitle
from content.speech import clips
from content.speech.engine import Engine, EngineUnavailable
from kiosk import publication
from kiosk.prompts import catalogue, voice
from kiosk.publication import prompts
from tests import factories

pytestmark = pytest.mark.django_db


def said(root: Path, name: str = "en.json") -> dict[str, list]:
    return json.loads((root / "prompts" / name).read_bytes())["clips"]


def manifest(root: Path) -> dict:
    return json.loads((root / "manifest.json").read_bytes())


def island(page: Path) -> dict:
    text = page.read_text()
    return json.loads(text.split('<script id="data" type="application/json">')[1].split("<")[0])


@pytest.fixture
def article(django_capture_on_commit_callbacks) -> Article:
    topic = Topic.objects.create(slug="rest")
    TopicTitle.objects.create(topic=topic, language="en", title="Rest and sleep")
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved(topic=topic)
    return Article.objects.get(pk=revision.article_id)


def test_publishing_waits_for_no_voice_and_what_has_none_is_silent(
    article: Article, own_publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a voice was asked for")

    monkeypatch.setattr(Engine, "speak_all", never)
    publication.publish_all()
    assert said(own_publication) == {}
    page = own_publication / "a" / article.slug / "index.html"
    assert "Reviewed by" in page.read_text()
    assert manifest(own_publication)["silent"] == [article.slug]


def test_the_worker_voices_what_is_silent_and_publishes_it_once(
    article: Article, own_publication: Path
) -> None:
    page = own_publication / "a" / article.slug / "index.html"
    signals.reconciling.send(sender=None)
    there = said(own_publication)
    wanted = {one.text for one in catalogue.expansions("en")}
    assert set(there) == wanted | {"Rest and sleep", "1 article"}
    for digest, wav_digest, *_ in there.values():
        assert (own_publication / "clips" / f"{digest}.opus").read_bytes() == clips.read(
            digest, "opus"
        )
        assert (own_publication / "clips" / f"{wav_digest}.wav").exists()
    ids = [one["id"] for one in island(page)["sentences"]]
    # The facts are said where they stand: before the closing advice, which is last.
    assert ids.index("fact-2") == ids.index("fact-1") + 1 < len(ids) - 1
    assert '<span class="sentence" id="fact-1">Reviewed by' in page.read_text()
    after = manifest(own_publication)
    assert after["silent"] == []
    assert set(after["prompts"]) == {
        "en.json",
        "en.names.json",
        "en.pages.json",
        "en.seconds.json",
        "en.search.json",
        "en.guide.json",
        "en.long.json",
        "en.letters.json",
    }
    count = Clip.objects.count()
    signals.reconciling.send(sender=None)
    assert list(publication.reconcile()) == []
    assert Clip.objects.count() == count
    assert manifest(own_publication)["version"] == after["version"]


def test_a_prompt_says_each_of_its_written_words(own_publication: Path) -> None:
    voice.make(["Page 2 of 4"], "en")
    one = voice.said(["Page 2 of 4"], "en")["Page 2 of 4"]
    words = [one["text"][offset : offset + length] for *_, offset, length in one["clip"]["words"]]
    assert words == ["Page", "2", "of", "4"]
    assert one["spoken"] == "Page 2 of 4"


def test_a_new_name_of_a_topic_is_silent_until_it_is_voiced_and_never_said_as_the_old_one(
    article: Article, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    publication.speak()
    with django_capture_on_commit_callbacks(execute=True):
        title = TopicTitle.objects.get()
        title.title = "Quiet nights"
        title.save()
    assert "Quiet nights" in (own_publication / "index.html").read_text()
    assert not {"Rest and sleep", "Quiet nights"} & set(said(own_publication))
    publication.speak()
    assert "Quiet nights" in said(own_publication)


def test_a_withdrawal_takes_the_clips_of_the_articles_facts_and_leaves_those_of_prompts(
    article: Article, own_publication: Path
) -> None:
    publication.speak()
    facts = json.loads((own_publication / "a" / article.slug / "manifest.json").read_bytes())[
        "facts"
    ]
    assert facts
    kept = [f"{digest}.opus" for digest, *_ in said(own_publication).values()]
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="incorrect", comment="Wrong."
    ).execute()
    there = {file.name for file in (own_publication / "clips").iterdir()}
    assert not there & set(facts)
    expressions = {one.text for one in catalogue.expansions("en")}
    assert {f"{said(own_publication)[text][0]}.opus" for text in expressions} <= there & set(kept)


def test_an_articles_words_that_a_screen_says_too_stay_when_it_is_withdrawn(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    same = catalogue.expansions("en")[1].text
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved("Rest", f"{same}\n\nA nap helps.")
    publication.speak()
    digest = said(own_publication)[same][0]
    assert Clip.objects.get(digest=digest).uses.exists()
    article = Article.objects.get(pk=revision.article_id)
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="incorrect", comment="Wrong."
    ).execute()
    assert (own_publication / "clips" / f"{digest}.opus").exists()


def test_a_sentence_that_cannot_be_voiced_leaves_the_others_their_voice(
    own_publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = voice.clips.voiced

    def refuses(forms, voice_used):
        forms = list(forms)
        if any(form.written == "Bad" for form in forms):
            raise voice.SpeechError('"Bad" cannot be voiced')
        return whole(forms, voice_used)

    monkeypatch.setattr(voice.clips, "voiced", refuses)
    assert voice.make(["Good", "Bad"], "en") == 1
    assert set(voice.said(["Good", "Bad"], "en")) == {"Good"}
    # Not again and again by the same process.
    assert voice.silent(["Good", "Bad"], "en") == []


def test_without_an_engine_the_screens_are_published_and_silent(
    article: Article, own_publication: Path, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise EngineUnavailable("The speech engine does not start.")

    monkeypatch.setattr(Engine, "speak_all", broken)
    signals.reconciling.send(sender=None)
    assert (own_publication / "index.html").exists()
    assert said(own_publication) == {}
    assert "could not be voiced" in caplog.text


@pytest.mark.usefixtures("own_clips")
def test_a_damaged_prompt_is_not_said(own_publication: Path) -> None:
    publication.publish_all()
    publication.speak()
    text, (digest, *_) = next(iter(said(own_publication).items()))
    stored = clips.path(digest, "opus")
    kept = stored.read_bytes()
    try:
        stored.write_bytes(kept + b"x")
        list(publication.reconcile())
        assert text not in said(own_publication)
    finally:
        stored.write_bytes(kept)


def test_a_language_without_a_voice_is_published_and_silent(
    settings: Settings, own_publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PLAINVOICE_LANGUAGES = ["en", "es"]
    monkeypatch.setattr(voice, "voice_of", lambda language: None)
    publication.publish_all()
    assert said(own_publication, "es.json") == {}
    settings.PLAINVOICE_LANGUAGES = ["en"]
    publication.publish_all()
    assert not (own_publication / "prompts" / "es.json").exists()


def test_a_page_has_the_words_of_its_own_language(own_publication: Path) -> None:
    from kiosk.publication import screens

    page = screens.home_page("es").decode()
    assert "¿Sobre qué le gustaría informarse?" in page
    for word in ("Listen", "Colours", "Finish", "Nothing", "the desk"):
        assert word not in page
    assert '"volume": "Volumen {volume} de 10"' in page


def test_the_prompts_are_served_and_copied(client, own_publication: Path, tmp_path: Path) -> None:
    call_command("publish", to=tmp_path / "copy")
    for name in manifest(own_publication)["prompts"]:
        answer = client.get(f"/prompts/{name}")
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/json"
        assert (
            client.get(f"/prompts/{name}", headers={"If-None-Match": answer["ETag"]}).status_code
            == 304
        )
        assert (tmp_path / "copy" / "prompts" / name).read_bytes() == answer.whole


@pytest.mark.all_prompts
def test_what_every_screen_needs_comes_in_the_first_file() -> None:
    families = prompts.texts("en")
    assert next(iter(families)) == "words"
    assert {"Listen", "Urgent help", "Volume 3 of 10"} <= set(families["words"])
    assert "Page 2 of 4" in families["pages"]


def test_what_was_published_goes_on_being_said_while_the_voice_is_set_wrongly(
    article: Article, own_publication: Path, settings: Settings
) -> None:
    publication.speak()
    before = said(own_publication)
    assert before
    settings.PLAINVOICE_VOICES = {"en": {"volume": 11}}
    assert publication.publish_all() == []
    publication.speak()
    assert said(own_publication) == before
    there = {file.name for file in (own_publication / "clips").iterdir()}
    assert {f"{digest}.opus" for digest, *_ in before.values()} <= there
    settings.PLAINVOICE_VOICES = {}
    publication.speak()
    assert manifest(own_publication)["silent"] == []
