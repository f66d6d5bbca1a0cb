"""Our pyttsx3 driver: what the stock one loses is kept, and nothing fails in silence."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import wave
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def run(code: str, *arguments: str) -> str:
    """Run code in a process of its own, as the engine does, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_file_is_written_every_time_and_nothing_is_printed(tmp_path: Path) -> None:
    said = run(
        """
        import sys
        from content.speech.driver import init
        engine = init()
        for number in range(3):
            engine.save_to_file("Take one tablet.", f"{sys.argv[1]}/{number}.wav")
            engine.runAndWait()
        """,
        str(tmp_path),
    )
    assert said == ""
    for number in range(3):
        with wave.open(str(tmp_path / f"{number}.wav")) as file:
            assert file.getnframes() > file.getframerate() // 2


def test_words_are_told_with_their_place_from_zero_and_their_time_ascending() -> None:
    said = run(
        """
        from content.speech.driver import init
        engine = init()
        words = []
        engine.connect("started-word", lambda **word: words.append(word))
        text = "It’s “well” known, café and all."
        engine.say(text)
        engine.runAndWait()
        times = [word["time"] for word in words]
        assert times == sorted(times) and times[0] >= 0
        print([text[w["location"]:w["location"] + w["length"]] for w in words])
        """
    )
    assert "'It’s'" in said
    assert "'café'" in said
    assert said.count("'") >= 10


def test_a_hundred_utterances_in_one_process_are_all_there() -> None:
    said = run(
        """
        from content.speech.driver import init
        engine = init()
        sizes = []
        engine.connect("finished-rendering", lambda utterance, **_: sizes.append(len(utterance.pcm)))
        for _ in range(100):
            engine.say("Ask your doctor.")
            engine.runAndWait()
        print(len(sizes), min(sizes) > 20000)
        """
    )
    assert said.split() == ["100", "True"]


def test_long_text_is_said_whole() -> None:
    said = run(
        """
        from content.speech.driver import init
        engine = init()
        ends = []
        engine.connect("finished-rendering", lambda utterance, **_: ends.append(utterance))
        text = "Ask your doctor about it. " * 1000
        engine.say(text)
        engine.runAndWait()
        print(ends[0].words[-1][1] > len(text) - 30)
        """
    )
    assert said.strip() == "True"


def test_an_unknown_voice_and_a_nul_are_errors_and_the_next_sentence_works() -> None:
    said = run(
        """
        from content.speech.driver import init
        engine = init()
        heard, errors = [], []
        engine.connect("finished-rendering", lambda **_: heard.append(1))
        engine.connect("error", lambda exception, **_: errors.append(str(exception)))
        engine.setProperty("voice", "no-such-voice")
        engine.say("Do not stop\\0 taking it.")
        engine.say("Fine.")
        engine.runAndWait()
        print(len(heard), errors)
        """
    )
    assert said.startswith("1 ")
    assert "no-such-voice" in said
    assert "NUL" in said


def test_finished_is_told_after_the_sound_and_with_the_name() -> None:
    said = run(
        """
        from content.speech.driver import init
        engine = init()
        told = []
        for topic in ("started-utterance", "finished-rendering", "finished-utterance"):
            engine.connect(topic, lambda topic=topic, **rest: told.append((topic, rest["name"])))
        engine.say("Fine.", "first")
        engine.runAndWait()
        print(told)
        """
    )
    assert said.strip() == str(
        [
            ("started-utterance", "first"),
            ("finished-rendering", "first"),
            ("finished-utterance", "first"),
        ]
    )


def test_its_voices_are_listed_with_their_languages() -> None:
    said = run(
        """
        from content.speech.driver import init
        voices = init().getProperty("voices")
        print(any(v.languages == ["en-us"] for v in voices), any(v.languages == ["es"] for v in voices))
        """
    )
    assert said.split() == ["True", "True"]
