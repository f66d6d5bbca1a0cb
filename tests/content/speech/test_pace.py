"""How fast the voice speaks, measured on its own sound."""

from __future__ import annotations

from content.reading import read
from content.speech.engine import Engine, voice_for
from content.speech.spoken_form import spoken_form
from content.starter import TEXTS, draft_of


def test_health_text_is_said_at_125_words_a_minute_SPK_17() -> None:
    text = next(one for one in TEXTS if one.slug == "clonazepam-and-depression")
    draft = draft_of(text)
    reading = read(draft.title, draft.body, "en").to_json()
    sentences = [
        sentence["text"]
        for section in reading["sections"]
        for block in section["blocks"]
        for sentence in block["sentences"]
        # What is said as it is written: a unit or a number is more words than it looks.
        if not any(map(str.isdigit, sentence["text"])) and len(sentence["text"]) > 40
    ][:10]
    with Engine(voice_for("en"), workers=1) as engine:
        sounds = engine.speak_all((spoken_form(one, "en") for one in sentences), encode=False)
        minutes = sum(sound.duration_ms for sound in sounds) / 60_000
    words = sum(len(one.split()) for one in sentences)
    assert words > 80
    assert 115 <= words / minutes <= 130
