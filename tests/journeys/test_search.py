"""A word is typed as it sounds, by touch or by keys alone, and the article is found; nothing of it stays."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SAMPLE, Installation, Watched, choose, until

Open = Callable[..., Watched]
SLUG = SAMPLE.split("/")[2]
ORDER = "[...document.querySelectorAll('.letters .key')].map(one => one.dataset.key).join('')"
FOUND = "#results li:not([hidden]) a"

TITLES = {
    "en": {
        "pharmacy": "What your pharmacy can do",
        "diabetes": "Diabetes and food",
        "clonazepam": "Clonazepam and depression",
        "clonidine": "Clonidine",
        "asthma": "Asthma in children",
        "hypertension": "Hypertension",
        "hypotension": "Hypotension",
        "diarrhoea": "Diarrhoea",
        "cough": "A cough that stays",
        "rheumatism": "Rheumatism",
        "psychologist": "Seeing a psychologist",
        "vaccine": "Your first vaccine",
        "pneumonia": "Pneumonia",
        "cholesterol": "Cholesterol",
    },
    "es": {
        "farmacia": "Qué hace su farmacia",
        "diabetes": "Diabetes y comida",
        "asma": "El asma en la infancia",
        "cabeza": "Dolor de cabeza",
        "hipertensión": "Hipertensión",
        "corazón": "El corazón",
        "vacuna": "Su primera vacuna",
        "riñón": "El riñón",
        "jeringa": "La jeringa",
        "llagas": "Llagas en la boca",
        "hígado": "El hígado",
        "psicólogo": "Hablar con un psicólogo",
        "quimioterapia": "Quimioterapia",
    },
}
MISSPELLED = {
    "en": {
        "farmacy": "pharmacy",
        "diabetis": "diabetes",
        "diabeetes": "diabetes",
        "klonazepam": "clonazepam",
        "clonasapam": "clonazepam",
        "asma": "asthma",
        "astma": "asthma",
        "diarea": "diarrhoea",
        "diarrhea": "diarrhoea",
        "coff": "cough",
        "rumatism": "rheumatism",
        "sycologist": "psychologist",
        "vaxine": "vaccine",
        "vacsin": "vaccine",
        "newmonia": "pneumonia",
        "kolesterol": "cholesterol",
        "hipertenshion": "hypertension",
        "what is diabetis": "diabetes",
    },
    "es": {
        "pharmacia": "farmacia",
        "diavetis": "diabetes",
        "azma": "asma",
        "caveza": "cabeza",
        "dolor de cabesa": "cabeza",
        "ipertencion": "hipertensión",
        "corason": "corazón",
        "bacuna": "vacuna",
        "rinon": "riñón",
        "geringa": "jeringa",
        "yagas": "llagas",
        "igado": "hígado",
        "sicologo": "psicólogo",
        "kimioterapia": "quimioterapia",
    },
}
FINDING = """async ([index, words]) => {
  const url = performance.getEntriesByType('resource').find(one => /\\/finding\\./.test(one.name)).name;
  const { Finder } = await import(url);
  const finder = await Finder.of(index);
  return Object.fromEntries(words.map(word => {
    const { articles, near, more } = finder.find(word);
    return [word, { slugs: articles.map(one => one.slug), near, more }];
  })); }"""
# Every key of the screen of the search, with what is between them.
BOXES = """() => [...document.querySelectorAll('main :is(button, a, input)')]
  .filter(one => one.getClientRects().length).map(one => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return { name: one.textContent.trim() || one.id, left, top, right, bottom }; })"""


def typed(page: Page, word: str) -> None:
    for letter in word.upper():
        page.locator(f'[data-key="{letter}"]').tap()


def found(page: Page, index: dict, words: list[str]) -> dict[str, dict]:
    return page.evaluate(FINDING, [index, words])


@pytest.fixture(scope="session")
def letters(installation: Installation) -> dict[str, list]:
    """The clips of the letters and digits, which are voiced last of all prompts."""
    deadline = time.monotonic() + 240
    while True:
        if "en.letters.json" in installation.get_json("/manifest.json")["prompts"]:
            clips = installation.get_json("/prompts/en.letters.json")["clips"]
            if len(clips) == 36:
                return clips
        assert time.monotonic() < deadline
        time.sleep(0.5)


@pytest.fixture
def page(watched: Open) -> Page:
    page = watched(viewport={"width": 1080, "height": 1920}, has_touch=True).page()
    page.goto("/search/")
    until(
        page,
        "document.querySelector('#found') && performance.getEntriesByType('resource')"
        ".some(one => /search\\/en.json/.test(one.name) && one.responseEnd)",
    )
    return page


def small(page: Page, width: int, height: int, scale: float) -> None:
    page.evaluate("mm => document.documentElement.style.setProperty('--mm', `${mm}px`)", 1 / scale)
    page.set_viewport_size({"width": width, "height": height})


def test_a_misspelled_word_leads_to_its_article_by_touch_and_nothing_of_it_stays_OPS_5_PRV_3_COG_14(
    page: Page, watched: Open, installation: Installation
) -> None:
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    sent: list[str] = []
    typed(page, "KLONA")
    expect(page.locator("#found")).to_have_text("1 article found.")
    # Twice the same letter is meant; the second touch of a tremor is not (TCH-5).
    page.evaluate("""() => { const key = document.querySelector('[data-key="S"]');
      key.click(); key.click(); }""")
    expect(page.locator("#box")).to_have_value("klonas")
    page.wait_for_timeout(300)
    typed(page, "S")
    expect(page.locator("#box")).to_have_value("klonass")
    page.locator('[data-do="delete-one"]').tap()
    expect(page.locator("#box")).to_have_value("klonas")
    page.locator(FOUND).tap()
    page.wait_for_url(f"**{SAMPLE}")
    # Back again the word and what was found are still there.
    page.go_back()
    expect(page.locator("#box")).to_have_value("klonas")
    expect(page.locator(FOUND)).to_have_count(1)
    assert page.url.endswith("/search/")
    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}, history.state])")
    assert "klonas" in kept
    page.goto("/closing/")
    page.locator('[data-do="finish"]').tap()
    page.wait_for_url(lambda url: "/closing/" not in url)
    page.wait_for_load_state()
    kept = page.evaluate(
        "JSON.stringify([{...sessionStorage}, {...localStorage}, history.state, document.cookie])"
    )
    assert "klonas" not in kept
    assert not [url for url in sent if "klona" in url.lower()]
    assert not [line for line in installation.printed if "klona" in line.lower()]
    page.goto("/search/")
    expect(page.locator("#box")).to_have_value("")
    page.go_back()
    page.go_back()
    until(page, "document.getElementById('box')?.value !== 'klonas'")


def test_keys_alone_type_a_word_and_open_what_it_finds_and_letters_do_nothing_outside_the_box_KEY_7(
    page: Page,
) -> None:
    expect(page.locator("#box")).to_be_focused()
    page.locator("#box").press("Tab")
    # The letters follow the box as long as nothing is found.
    for letter in "QWERTYUIOPASDFG":
        expect(page.locator(f'[data-key="{letter}"]')).to_be_focused()
        if letter == "G":
            page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    expect(page.locator("#box")).to_have_value("g")
    page.keyboard.press("z")
    expect(page.locator("#box")).to_have_value("g")
    page.locator('[data-do="show-results"]').press("Enter")
    # What is wrong is named, and what to do (SPK-11, COG-13).
    expect(page.locator("#status")).to_have_text("One letter is too little. Type one more.")
    page.locator("#box").focus()
    page.keyboard.type("aba!")
    expect(page.locator("#box")).to_have_value("gaba ")
    expect(page.locator(FOUND)).to_have_count(1)
    page.wait_for_timeout(600)
    page.keyboard.press("Enter")
    expect(page.locator(FOUND)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{SAMPLE}")


def test_what_is_wrong_is_named_with_what_to_do_SPK_11_COG_13(page: Page) -> None:
    page.locator('[data-do="show-results"]').tap()
    expect(page.locator("#status")).to_have_text(
        "No word is typed yet. Touch the letters to type one."
    )
    page.locator("#box").fill("zzzzqq")
    expect(page.locator("#found")).to_have_text(
        "Nothing found. Try another word, or ask at the desk."
    )
    page.locator('[data-do="start-again"]').tap()
    expect(page.locator("#box")).to_have_value("")
    assert page.url.endswith("/search/")


def test_what_is_typed_is_said_letter_by_letter_and_what_is_found_by_its_own_clip_SPK_2_SPK_11(
    page: Page, installation: Installation, letters: dict[str, list]
) -> None:
    choose(page, spoke=True)
    page.reload()
    until(page, "document.querySelector('#found [data-prompt]')")
    typed(page, "G")
    until(
        page,
        "digest => { const v = document.getElementById('voice-aside');"
        " return v && v.currentSrc.includes(digest); }",
        letters["G"][0],
    )
    page.locator("#box").fill("gaba")
    expect(page.locator(FOUND)).to_have_count(1)
    page.locator('[data-do="play"]').tap()
    until(page, "!document.getElementById('voice').paused")
    index = installation.get_json("/search/en.json")["articles"]
    wanted = [letters["A"][0], letters["B"][0], letters["A"][0]]
    urls = page.evaluate(
        "async () => { const name = performance.getEntriesByType('resource')"
        ".find(one => /\\/js\\/page\\./.test(one.name)).name;"
        " return (await import(name)).player.sentences.map(one => one.url); }"
    )
    played = [url.split("/")[-1].split(".")[0] for url in urls]
    at = played.index(letters["G"][0])
    assert played[at + 1 : at + 4] == wanted
    (one,) = [one for one in index if one["slug"] == SLUG]
    assert [one["title"]["url"], one["summary"]["url"]] == [
        url for url in urls if url in (one["title"]["url"], one["summary"]["url"])
    ]


def test_every_key_is_large_and_apart_on_every_panel_OPS_5_TCH_1(page: Page) -> None:
    page.locator("#box").fill("clonazepam")
    expect(page.locator(FOUND)).to_have_count(1)
    for width, height, scale in (
        (1080, 1920, 0.277),
        (1920, 1080, 0.277),
        (1920, 1080, 0.18),
        (1280, 800, 0.17),
        (800, 1280, 0.17),
    ):
        small(page, width, height, scale)
        for size in ("1", "4"):
            page.evaluate("size => document.documentElement.dataset.size = size", size)
            page.wait_for_timeout(100)
            boxes = page.evaluate(BOXES)
            assert len(boxes) >= 27
            where = (width, scale, size)
            for one in boxes:
                wide, high = one["right"] - one["left"], one["bottom"] - one["top"]
                assert min(wide, high) * scale >= 12.69, (where, one)
            for one, other in itertools.combinations(boxes, 2):
                across = max(one["left"], other["left"]) - min(one["right"], other["right"])
                down = max(one["top"], other["top"]) - min(one["bottom"], other["bottom"])
                assert max(across, down) * scale >= 2.53, (where, one["name"], other["name"])


@pytest.mark.parametrize("language", ["en", "es"])
def test_common_misspellings_find_what_is_meant_COG_8(page: Page, language: str) -> None:
    index = {
        "language": language,
        "articles": [
            {"slug": slug, "title": {"text": title}, "summary": None, "terms": [], "text": "tell"}
            for slug, title in TITLES[language].items()
        ],
    }
    answers = found(page, index, [*MISSPELLED[language], *TITLES[language]])
    wrong = {
        word: answers[word]
        for word, meant in MISSPELLED[language].items()
        if answers[word]["slugs"][:1] != [meant]
    }
    assert wrong == {}
    # What is spelled right brings itself alone: names that are only alike stay out.
    for word in TITLES[language]:
        assert answers[word] == {"slugs": [word], "near": False, "more": False}


def test_titles_come_before_terms_and_terms_before_text_and_24_are_shown_at_most_COG_8(
    page: Page,
) -> None:
    def one(slug: str, title: str = "Other", terms: tuple = (), text: str = "") -> dict:
        return {
            "slug": slug,
            "title": {"text": title},
            "summary": None,
            "terms": list(terms),
            "text": text,
        }

    many = [one(f"many{number}", f"Sleep {number}") for number in range(30)]
    index = {
        "language": "en",
        "articles": [
            one("text", text="other words and insulin stand here"),
            one("term", terms=("insulin", "hormone")),
            one("title", "Insulin at home"),
            one("bare", "Without text") | {"text": None},
            *many,
        ],
    }
    answers = found(page, index, ["insulin", "insul", "insullin", "sleep", "of the insulin"])
    for word in ("insulin", "insul", "insullin", "of the insulin"):
        assert answers[word]["slugs"] == ["title", "term", "text"], word
    assert answers["insullin"]["near"] is False  # letters twice are once
    assert len(answers["sleep"]["slugs"]) == 24 and answers["sleep"]["more"]


def test_without_room_for_both_the_keys_give_way_to_what_was_found_and_come_back_TXT_8(
    page: Page,
) -> None:
    assert page.evaluate(ORDER) == "QWERTYUIOPASDFGHJKLZXCVBNM"
    small(page, 800, 1280, 0.17)
    # Ten large keys do not stand side by side here.
    until(page, f"({ORDER}) === 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'")
    small(page, 1280, 800, 0.2)
    page.locator("#box").fill("clonazepam")
    expect(page.locator('[data-key="A"]')).to_be_visible()
    expect(page.locator("#results")).to_be_hidden()
    page.locator('[data-do="show-results"]').tap()
    expect(page.locator(FOUND)).to_be_focused()
    expect(page.locator('[data-key="A"]')).to_be_hidden()
    assert json.loads(page.evaluate("sessionStorage.visit"))["search"]["showing"] == "results"
    page.locator('[data-do="change-word"]').tap()
    expect(page.locator('[data-key="A"]')).to_be_visible()
    expect(page.locator("#box")).to_be_focused()
