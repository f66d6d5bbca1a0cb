"""How hard a text is to read."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONG_WORD = 6
"""In letters; a word with more is long."""
_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")


def lix(sentences: Iterable[str]) -> float:
    """Return the LIX of a text: words a sentence, and long words a hundred words, added up.

    A word is long with more than six letters. 0.0 where there is no word. Below 25 is very easy,
    from 55 very hard (C.-H. Björnsson, Läsbarhet, Stockholm 1968).
    """
    found: list[list[str]] = [_WORD.findall(sentence) for sentence in sentences]
    words = [one for one in found if one]
    total = sum(map(len, words))
    if not total:
        return 0.0
    long = sum(
        sum(character.isalpha() for character in word) > LONG_WORD for one in words for word in one
    )
    return total / len(words) + 100 * long / total
