"""The whole way: from a file to the ear of a visitor, in a real installation and a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import LIT, Installation, Watched, sign_in, until

Open = Callable[..., Watched]


def sentences_of(article: dict) -> dict[str, dict]:
    found = [article["title"], article["short_advice"], article["summary"]]
    found += [one for notice in article["notices"] for one in notice["sentences"]]
    for section in article["sections"]:
        found.append(section["heading"])
        found += [one for block in section["blocks"] for one in block["sentences"]]
    found += article["closing_advice"]["sentences"]
    return {one["id"]: one for one in found if one}


def test_an_author_cannot_approve_what_they_brought_in(
    installation: Installation, waiting: dict, watched: Open
) -> None:
    page = watched().page()
    sign_in(page, installation, "author")
    page.goto(f"/admin/content/revision/{waiting['id']}/change/")
    approve = page.locator("#approve")
    expect(approve).to_be_disabled()
    reason = page.locator(f"#{approve.get_attribute('aria-describedby').split()[0]}")
    expect(reason).to_be_visible()
    assert len(reason.text_content().strip()) > 20
    refused = page.evaluate(
        """async ([address, waiting]) => {
          const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
          const body = new URLSearchParams({csrfmiddlewaretoken: token,
            text_digest: waiting.text_digest, speech_digest: waiting.speech_digest});
          return (await fetch(address, {method: 'POST', body, redirect: 'manual'})).status;
        }""",
        [f"/admin/content/revision/{waiting['id']}/approve/", waiting],
    )
    assert refused == 403
    assert page.request.get("/a/sleeping-well/").status == 404


def test_what_the_reviewer_played_is_told_with_the_decision(
    installation: Installation, approved_article: dict, watched: Open
) -> None:
    page = watched().page()
    sign_in(page, installation, "author")
    page.goto(f"/admin/content/revision/{approved_article['id']}/change/")
    expect(page.get_by_text(re.compile(r"Played to the end before: \d+ clips?"))).to_be_visible()
    page.get_by_text("What the checks said then").click()
    expect(page.get_by_text("Everybody may hear this one.").first).to_be_visible()
    # "GABA" is said otherwise: its phonemes are those that the voice said.
    expect(page.get_by_text("ɡˈæbə")).to_be_visible()


def test_what_a_second_person_approves_is_on_the_kiosk_and_is_read_aloud_in_time(
    installation: Installation, approved_article: dict, watched: Open
) -> None:
    article = installation.get_json("/api/v1/articles/sleeping-well/")
    known = sentences_of(article)
    page = watched(viewport={"width": 1080, "height": 1920}).page()
    page.goto("/")
    page.get_by_role("link", name=re.compile("Mood")).click()
    page.get_by_role("link", name=re.compile("Sleeping well")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sleeping well")
    page.get_by_role("button", name="Listen").click()

    moments: dict[tuple[str, int], dict] = {}
    for _ in range(600):
        lit = page.evaluate(LIT)
        if lit["word"]:
            moments.setdefault((lit["id"], lit["offset"]), lit)
        if len(moments) >= 10:
            break
        page.wait_for_timeout(60)
    assert len(moments) >= 10
    for (sentence_id, offset), lit in moments.items():
        sentence = known[sentence_id]
        assert lit["source"].endswith(sentence["clip"]["url"])
        assert lit["sentence"] == sentence["text"]
        # What is lit now was lit by the last frame: the word of some instant just before.
        due = [
            (start, length)
            for start_ms, end_ms, start, length in sentence["clip"]["words"]
            if start_ms <= lit["ms"] and end_ms > lit["ms"] - 150
        ]
        assert (offset, len(lit["word"])) in due, (lit, sentence["clip"]["words"])


def test_the_lit_words_go_through_the_text_in_its_order(
    approved_article: dict, watched: Open
) -> None:
    page = watched().page()
    page.goto("/a/sleeping-well/")
    # What is touched has its place by then.
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    page.locator("#s2").click()
    seen: list[int] = []
    for _ in range(200):
        lit = page.evaluate(LIT)
        if lit["word"] and lit["id"] == "s2" and lit["offset"] not in seen:
            seen.append(lit["offset"])
        if seen and lit.get("id") not in (None, "s2"):
            break
        page.wait_for_timeout(40)
    assert seen == sorted(seen)
    assert len(seen) >= 4


def test_after_the_last_sentence_the_closing_advice_is_shown_and_spoken(
    installation: Installation, approved_article: dict, watched: Open
) -> None:
    closing = installation.get_json("/api/v1/articles/sleeping-well/")["closing_advice"]
    last = closing["sentences"][-1]
    assert "health care professional" in last["text"]
    page = watched().page()
    page.goto("/a/sleeping-well/")
    # The last thing that is said of the article is the advice itself.
    listed = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).sentences.at(-1).url"
    )
    assert listed == last["clip"]["url"]
    while page.locator('[data-do="page-on"]').is_enabled():
        page.locator('[data-do="page-on"]').click()
    page.locator(f"#{last['id']}").click()
    page.wait_for_url("**/closing/", timeout=20_000)
    expect(page.get_by_text(last["text"])).to_be_visible()
    until(
        page,
        "address => { const voice = document.getElementById('voice');"
        " return !voice.paused && voice.currentTime > 0.2 && voice.currentSrc.endsWith(address); }",
        argument=last["clip"]["url"],
        seconds=30,
    )


def test_what_the_reviewer_heard_is_byte_for_byte_what_the_visitor_hears(
    installation: Installation, approved_article: dict, watched: Open
) -> None:
    staff = watched().page()
    sign_in(staff, installation, "reviewer")
    public = watched().page()
    article = installation.get_json("/api/v1/articles/sleeping-well/")
    for sentence in sentences_of(article).values():
        address = sentence["clip"]["url"]
        heard = staff.request.get(f"/desk{address}")
        got = public.request.get(address)
        assert got.status == heard.status == 200
        assert got.body() == heard.body()
