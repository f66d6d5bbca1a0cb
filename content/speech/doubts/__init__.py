"""What no rule says how to say, and the voice would say wrongly or not at all.

It blocks submission and is shown to the author, each piece with what to do about it. When in doubt
it doubts: who must write a word instead loses a minute, who hears a wrong dose may lose more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content.speech.doubts import numbers, signs, words
from content.speech.doubts.written import Written
from content.speech.matching import Part
from content.speech.rules import rules_for

FINDERS = (
    words.of_language,
    numbers.amounts,
    signs.between_words,
    numbers.left_over,
    words.doubtful,
    signs.lone,
)
"""What tells most goes first, since nothing is told twice."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A piece of the written text, in code points, and what to do about it."""

    offset: int
    length: int
    text: str
    reason: str


def unresolved(text: str, parts: Sequence[Part], language: str) -> Iterator[Unresolved]:
    """Yield, in order, what is doubtful in a text of which the rules took ``parts``."""
    written = Written(text, parts)
    reworded = rules_for(language).doubts.reworded
    found = []
    for finder in FINDERS:
        for start, end, reason in finder(written, language):
            if written.is_free(start, end):
                written.tell(start, end)
                told = reworded.get(reason, reason)
                found.append(Unresolved(start, end - start, text[start:end], told))
    yield from sorted(found, key=lambda item: item.offset)
