"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

_ANNOUNCING = {
    "en": re.compile(
        r"(?<!\w)(?:approx|avg|ca|ch|ext|fig|max|min|nos|pp?|vol"
        r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?<!\w)(?:aprox|art|cap|fig|m[áa]x|m[íi]n|n|n[úu]m|p[áa]g|tel)\.$", re.IGNORECASE
    ),
}
"""Abbreviations behind which a number goes on with the sentence."""
_ENDING = {
    "es": re.compile(
        r"(?<!\w)(?:bien|con|en|mar|no|nos|para|kg|mg|min)\.(?P<gap>\s+)(?=[¿¡«“\"(]*[A-ZÁÉÍÓÚÑ])"
    )
}
"""Words that the segmenter takes for abbreviations, where a sentence ends (measured with 1.0.32)."""


def bounds(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield each sentence's ``[start, end)``, trimmed. Raises where a word would be lost.

    A piece without a letter or digit ("!", "…") belongs to the sentence before it, and so does one
    that begins in small letters: what stands before it ends with an abbreviation ("8:30 a. m.").
    """
    found: list[list[int]] = []
    announcing = _ANNOUNCING.get(language)
    at = 0
    for piece in sentencex.segment(language, text):
        start = text.index(piece.strip(), at) if piece.strip() else at
        if text[at:start].strip():
            raise AssertionError("the segmenter lost words")
        end = start + len(piece.strip())
        at = end
        if start == end:
            continue
        letter = re.search(r"\w", text[start:end])
        goes_on = letter is None or letter.group().islower() or letter.group() in "ºª"
        if found and announcing and letter and letter.group().isdigit():
            goes_on = announcing.search(text[: found[-1][1]]) is not None
        if found and goes_on:
            found[-1][1] = end
        else:
            found.append([start, end])
    for start, end in found:
        begin = start
        for gap in _ENDING[language].finditer(text, start, end) if language in _ENDING else ():
            yield begin, gap.start("gap")
            begin = gap.end()
        yield begin, end
