"""Without JavaScript an article is readable, and playable as one audio file."""

from __future__ import annotations

import io
from collections.abc import Callable

import soundfile
from playwright.sync_api import expect

from tests.journeys.conftest import SAMPLE, Installation, Watched

Open = Callable[..., Watched]


def test_the_whole_article_can_be_read_and_closes_with_the_advice(watched: Open) -> None:
    page = watched(java_script_enabled=False).page()
    page.goto(SAMPLE)
    for text in ("Clonazepam and depression", "Klonopin is a brand name.", "Before you go"):
        expect(page.get_by_text(text, exact=True).first).to_be_visible()
    assert page.locator("[data-needs-script]").first.is_hidden()
    sentences = page.locator("#text .sentence").all_text_contents()
    assert sentences[-1].startswith("Always consult a health care professional")


def test_one_audio_file_says_it_all_with_the_browsers_own_controls(
    installation: Installation, watched: Open
) -> None:
    page = watched(java_script_enabled=False).page()
    page.goto(SAMPLE)
    audio = page.locator("audio[controls]")
    expect(audio).to_be_visible()
    answer = page.request.get(audio.get_attribute("src"))
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("audio/ogg")
    told = installation.get_json("/api/v1/articles/clonazepam-and-depression/")["audio"]
    with soundfile.SoundFile(io.BytesIO(answer.body())) as file:
        duration_ms = len(file) * 1000 / file.samplerate
    assert abs(duration_ms - told["duration_ms"]) < 100


def test_every_screen_is_reached_by_links_alone(watched: Open) -> None:
    page = watched(java_script_enabled=False).page()
    page.goto("/")
    page.get_by_role("link", name="Medicines").click()
    page.get_by_role("link", name="Clonazepam and depression").click()
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Before you go")
    page.get_by_role("link", name="Another topic").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What would you like")
