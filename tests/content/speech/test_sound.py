"""From what the engine rendered to a clip: where words stand that have no time of their own."""

from __future__ import annotations

import numpy as np

from content.speech.alignment import align
from content.speech.espeak import espeak
from content.speech.sound import finish
from content.speech.spoken_form import spoken_form


def test_a_merged_word_before_a_pause_has_its_share_of_the_sound_and_not_of_the_pause() -> None:
    form = spoken_form("You need help at once, and you can get it.", "en")
    engine = espeak()
    engine.set_voice("en-us")
    engine.set_rate(125)
    utterance = engine.speak(form.engine_text)
    begun = {offset for _, offset in utterance.words}
    once = form.engine_words[4]
    assert not begun & set(range(once[2], once[3])), "it has a time of its own now"
    sound = finish(utterance, form.engine_words, 1.0, encoded=False)
    samples = np.frombuffer(sound.wav, dtype="<i2")
    words = [form.text[offset : offset + length] for _, _, offset, length in sound.words]
    found = align(samples, 24_000, words)[words.index("once,")]
    assert found is not None
    assert abs(sound.words[words.index("once,")][0] - found[0] * 1000) < 60
