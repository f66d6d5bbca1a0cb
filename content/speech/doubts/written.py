"""A written text in which doubts are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from content.speech.matching import Part

Found = tuple[int, int, str]
"""Start and end in the written text, and what to do about it."""


class Written:
    """A text, what of it no rule took, and what of it has been told already."""

    def __init__(self, text: str, parts: Sequence[Part]) -> None:
        self.text = text
        self._free = bytearray(b"\x01" * len(text))
        self._told = bytearray(len(text))
        for part in parts:
            self._free[part.start : part.end] = bytes(part.end - part.start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no rule took any of it, and none of it was told."""
        return all(self._free[start:end]) and not self.is_told(start, end)

    def is_told(self, start: int, end: int) -> bool:
        """Whether any of it was told."""
        return any(self._told[start:end])

    def tell(self, start: int, end: int) -> None:
        """Remember that this was told."""
        self._told[start:end] = b"\x01" * (end - start)

    def free_runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the longest pieces of ``[start, end)`` that no rule took."""
        for run in re.finditer(rb"\x01+", self._free[start:end]):
            yield start + run.start(), start + run.end()

    def matches(self, patterns: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[Found]:
        """Yield what patterns match; where a rule took some of it, their group ``piece`` if any."""
        for pattern, reason in patterns:
            for match in pattern.finditer(self.text):
                start, end = match.span()
                if not self.is_free(start, end) and "piece" in pattern.groupindex:
                    start, end = match.span("piece")
                yield start, end, reason
