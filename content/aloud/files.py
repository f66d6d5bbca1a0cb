"""An article as one sound file: the stored clips, with the page's pauses between them."""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile

from content.speech.join import join_opus

if TYPE_CHECKING:
    from content.aloud.script import Piece, Script

FORMATS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".opus": ("OGG", "OPUS"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
}
"""By the ending of the file's name."""
MP3_LEVEL = 0.6
"""libsndfile's measure of compression; at a constant bit rate, so that players seek rightly."""


class NotWritable(Exception):
    """The file cannot be written; the message says why."""


def ending_of(path: Path) -> str:
    """Return the ending that decides the format; raise :class:`NotWritable` for another one."""
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise NotWritable(
            f"{path}: the name must end in {', '.join(list(FORMATS)[:-1])} or {list(FORMATS)[-1]}."
        )
    return ending


def write(script: Script, path: Path) -> int:
    """Write a whole article to a file and return how long it is in milliseconds.

    A file that is there is replaced once the new one is whole. Opus holds the stored packets,
    WAV and FLAC the stored samples; MP3 is encoded from them.
    """
    ending = ending_of(path)
    if path.is_dir():
        raise NotWritable(f"{path} is a folder.")
    try:
        with _beside(path) as new:
            if ending == ".opus":
                whole, duration_ms = join_opus(
                    [piece.opus() for piece in script.whole],
                    [piece.pause_ms for piece in script.whole],
                    title=script.title,
                )
                new.write_bytes(whole)
                return duration_ms
            return _write_samples(script, new, ending)
    except OSError as error:
        raise NotWritable(f"{path}: {error.strerror or error}.") from error
    except soundfile.LibsndfileError as error:
        raise NotWritable(f"{path}: {error.error_string}") from error


def _write_samples(script: Script, new: Path, ending: str) -> int:
    container, subtype = FORMATS[ending]
    mp3 = ending == ".mp3"
    rate = _read(script.whole[0])[1]
    with soundfile.SoundFile(
        new,
        "w",
        samplerate=rate,
        channels=1,
        format=container,
        subtype=subtype,
        compression_level=MP3_LEVEL if mp3 else None,
        bitrate_mode="CONSTANT" if mp3 else None,
    ) as file:
        file.title = script.title
        frames = 0
        for piece in script.whole:
            samples, own_rate = _read(piece)
            if own_rate != rate:
                raise NotWritable("The clips have different sample rates: write .opus instead.")
            pause = np.zeros(piece.pause_ms * rate // 1000, dtype=np.int16)
            file.write(samples)
            file.write(pause)
            frames += len(samples) + len(pause)
    return frames * 1000 // rate


def _read(piece: Piece) -> tuple[np.ndarray[Any, np.dtype[np.int16]], int]:
    samples, rate = soundfile.read(io.BytesIO(piece.wav()), dtype="int16")
    return samples, int(rate)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield a new file in the same folder that takes the place of ``path`` when all went well."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        # Made by us, never somebody's own; with the permissions that a new file has.
        new.open("xb").close()
        yield new
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
