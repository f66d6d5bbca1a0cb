"""What espeak-ng says of a Spanish text, as phonemes."""

from __future__ import annotations

import re
from functools import cache

from content.speech.engine import voice_for
from content.speech.espeak import espeak


def phonemes(text: str) -> str:
    """Return the phonemes of a text with the Spanish voice, in espeak-ng's own symbols.

    ``[[...]]`` in it is read as phonemes.
    """
    engine = espeak()
    engine.set_voice(voice_for("es").name)
    return engine.phonemes(text)


@cache
def sounds(text: str) -> str:
    """Return the sounds of a text without stress, pauses, and what the sounds beside them change:
    "b", "d" and "g" are softer between vowels, "n" is another before "b" and "g".
    """
    plain = re.sub(r"[\s',;|!_:]", "", phonemes(text))
    plain = plain.translate(str.maketrans({"B": "b", "D": "d", "Q": "g", "E": "e", "N": "n"}))
    return re.sub("m(?=[bp])", "n", plain)
