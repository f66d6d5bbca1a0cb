"""Log lines that tell an operator what happened, and nobody who did it."""

from __future__ import annotations

import logging
import re

_QUERY = re.compile(r"(?<=[\w/.~%-])\?[^\s\"'<>]+=[^\s\"'<>]*")
_ADDRESS = re.compile(r"\bip=\S+")


class DiscreetFormatter(logging.Formatter):
    """Formats a line with its time and origin, less query strings and visitors' addresses."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, its traceback included, with what is private left out."""
        return _ADDRESS.sub("ip=-", _QUERY.sub("?-", super().format(record)))
