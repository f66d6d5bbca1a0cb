"""A public article for the terminal, and what its stored clips hold."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import numpy as np
import soundfile

from content.aloud.script import Piece
from content.models import Article
from tests import factories

SLUG = "rest"
BODY = "Sleep helps you heal.\n\n## At night\n\nA dark room helps.\n\n> Ask before you stop.\n"


def published() -> Article:
    factories.closing_advice()
    factories.notice()
    return factories.approved("Rest", BODY, notices=["urgent-help"]).article


def sound(piece: Piece) -> np.ndarray[Any, Any]:
    """The stored samples of a clip."""
    return np.asarray(soundfile.read(io.BytesIO(piece.wav()), dtype="int16")[0])


def sounds(pieces: Iterable[Piece]) -> np.ndarray[Any, Any]:
    """The stored samples of clips one after the other, but for those that are zero."""
    whole = np.concatenate([sound(piece) for piece in pieces])
    return whole[whole != 0]
