"""A visit in another language: the same ways, the advice in it, and nothing of it left at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import ONCE_MS, SAMPLE, Installation, Watched, until

Open = Callable[..., Watched]
LANGUAGE = '[data-leads="language"]'
ADVICE = "Pregunte siempre a un profesional de la salud qué es lo adecuado para usted."
BODY = """Dormir bien ayuda al cuerpo a sanar.

## Qué ayuda

- Una habitación oscura y tranquila ayuda.
- Tome 0,5–1 mg de melatonina solo si su médico se lo dice.
"""
SAYS = """part => [...document.querySelectorAll('audio')]
  .some((one) => !one.paused && one.currentSrc.includes(part))"""


@pytest.fixture(scope="module")
def translation(installation: Installation, approved_article: dict) -> str:
    """The slug of an approved Spanish translation, made and approved through the API."""
    author, reviewer = (
        installation.manage("create_staff", name, "--role", role, "--token").stdout.strip()
        for name, role in (("author", "author"), ("reviewer", "reviewer"))
    )
    made = installation.staff(
        "POST",
        "articles/sleeping-well/translate/",
        author,
        {"language": "es", "title": "Dormir bien", "body": BODY},
    )
    installation.staff("POST", f"revisions/{made['id']}/submit/", author, {})
    waiting = {"closing-advice-es", "urgent-help-es", made["article"]}
    for _ in range(600):
        rows = installation.staff("GET", "revisions/?state=in_review", reviewer)["results"]
        if waiting <= {row["article"] for row in rows}:
            break
    for row in sorted(rows, key=lambda row: row["article"] == made["article"]):
        if row["article"] in waiting:
            one = installation.staff("GET", f"revisions/{row['id']}/", reviewer)
            digests = {key: one[key] for key in ("text_digest", "speech_digest")}
            warnings = [found for found in one["findings"] if found["level"] == "warning"]
            answers = {found["id"]: "Everybody may hear this one." for found in warnings}
            installation.staff(
                "POST",
                f"revisions/{row['id']}/approve/",
                reviewer,
                {**digests, "heard": one["must_hear"], "answers": answers},
            )
    return str(made["article"])


@pytest.fixture
def page(watched: Open) -> Page:
    return watched(viewport={"width": 1080, "height": 1920}).page()


def clip_of(installation: Installation, name: str, text: str) -> str:
    return installation.get_json(f"/prompts/{name}.json")["clips"][text][0]


def test_a_visit_in_spanish_goes_everywhere_and_ends_in_the_kiosks_own_language_SPK_10_TIM_7_COG_7(
    page: Page, installation: Installation, translation: str
) -> None:
    page.goto("/")
    key = page.locator(LANGUAGE)
    expect(key).to_have_attribute("lang", "es")
    expect(key).to_have_text("Español")
    key.click()
    page.wait_for_url("**/es/")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    # The key is said by the voice of the language that it names.
    english = clip_of(installation, "en.names", "English")
    page.locator('[data-do="play"]').click()
    until(page, "document.getElementById('voice').currentTime > 0.1")
    page.locator('[data-do="next"]').click()
    for _ in range(3):
        if english in page.evaluate("document.getElementById('voice').currentSrc"):
            break
        page.wait_for_timeout(ONCE_MS)
        page.locator('[data-do="next"]').click()
    until(
        page,
        "clip => document.getElementById('voice').currentSrc.includes(clip)",
        english,
    )
    expect(page.locator(LANGUAGE)).to_have_text("English")
    page.get_by_role("link", name="Ánimo y preocupación").click()
    page.wait_for_url("**/es/t/mood/")
    page.get_by_role("link", name="Dormir bien").click()
    page.wait_for_url(f"**/a/{translation}/")
    expect(page.locator(".facts")).to_contain_text("Revisado por")
    # Its translation, with the advice owed to whoever leaves the article.
    page.locator(LANGUAGE).click()
    page.wait_for_url("**/a/sleeping-well/")
    page.locator(LANGUAGE).click()
    page.wait_for_url(f"**/a/{translation}/")

    # An article that is not in Spanish says so honestly, with the way back to it.
    page.goto(SAMPLE)
    page.locator('[data-do="play"]').click()
    until(page, "document.getElementById('voice').currentTime > 0.1")
    page.locator(LANGUAGE).click()
    page.wait_for_url("**/es/not-translated/")
    expect(page.locator("#banner")).to_have_text(ADVICE)
    advice = "JSON.parse(document.getElementById('data').textContent).closing.url"
    until(page, SAYS, page.evaluate(advice))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Este artículo todavía no está en español."
    )
    # Behind the advice it is said as well.
    told = clip_of(installation, "es", "Este artículo todavía no está en español.")
    until(page, SAYS, told, seconds=40)
    expect(page.locator(LANGUAGE)).to_have_attribute("href", SAMPLE)
    page.get_by_role("link", name="Volver al artículo").click()
    page.wait_for_url(f"**{SAMPLE}")

    page.locator(LANGUAGE).click()
    page.get_by_role("link", name="Todos los temas").click()
    page.wait_for_url("**/es/")
    page.get_by_role("link", name="Ayuda urgente").or_(page.locator(".urgent-door")).first.click()
    page.wait_for_url("**/es/urgent/")
    page.goto(f"/a/{translation}/")
    page.get_by_role("link", name="Terminar").click()
    page.wait_for_url("**/es/closing/")
    page.get_by_role("link", name="Terminar").click()
    page.wait_for_url(f"{installation.url}/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_spanish_start_screen_that_is_left_alone_becomes_the_kiosks_own_again_TIM_7(
    page: Page, installation: Installation
) -> None:
    page.clock.install()
    page.goto("/es/")
    page.clock.run_for(125_000)
    expect(page.locator("#still-there")).to_be_visible()
    expect(page.locator("#still-there")).to_contain_text("¿Sigue usted ahí?")
    page.clock.run_for(50_000)
    page.wait_for_url(f"{installation.url}/")
    assert page.evaluate("JSON.parse(sessionStorage.getItem('visit')).article") == ""
