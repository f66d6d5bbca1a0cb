"""A picture from outside -> a picture of our own making, with nothing else in it.

Whatever comes in is decoded and encoded again, so that of the file that somebody sent nothing is
kept but what the eye sees: no camera's notes, no place, no comments, no second file behind the
first. It is read in a limited process (:mod:`content.limited`); this module knows neither Django
nor the database.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from content import limited

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
"""In pixels, of what is kept: a screen of 1080 by 1920 shows no more of it."""
LEAST_SIDE = 320
"""In pixels, of the longer side. A picture fills its column, and a smaller one would be a blur."""
MOST_STRETCHED = 6
"""How many times longer than the other a side may be: of a longer strip nobody sees anything."""
QUALITY = 90
PNG_WORTH = 1.5
"""A drawing is kept without loss where that costs at most this many times a JPEG's bytes."""
LARGEST_PROFILE = 4 * 1024 * 1024
SECONDS, MEGABYTES = 20, 800
"""What reading may take. Of pictures of 40 million pixels a transparent WebP took most: 2.4 seconds
and 600 to 700 MB; a JPEG 0.6 seconds and 200 to 300 MB."""


ENDINGS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".webp": "WEBP",
}
ACCEPTED = ",".join(sorted(ENDINGS))
_KINDS = ("PNG", "JPEG", "WEBP")
_LETTERS = {"PNG": "a PNG", "JPEG": "a JPEG", "WEBP": "a WebP"}


class Unusable(limited.Failed):
    """A file that does not become a picture; the message is the sentence that a person reads."""


@dataclass(frozen=True, slots=True)
class Clean:
    """A picture as it is kept. ``form`` is ``png`` or ``jpg``."""

    data: bytes
    form: str
    width: int
    height: int

    @property
    def digest(self) -> str:
        """The SHA-256 (hex) of its bytes, which names it."""
        return hashlib.sha256(self.data).hexdigest()


def clean(data: bytes, name: str) -> Clean:
    """Return :func:`cleaned`, made in a process that can do no harm; raise :class:`Unusable`."""
    check_size(len(data))
    ending = PurePath(name).suffix.lower().encode("utf-8", "replace")
    try:
        answer: bytes = limited.run(
            f"{__name__}.answer", ending + b"\n" + data, seconds=SECONDS, megabytes=MEGABYTES
        )
    except limited.Failed as failed:
        why = str(failed)
        raise Unusable(
            f"This is no picture that can be used: {why}" if why[:3] == "it " else why
        ) from failed
    head, _, made = answer.partition(b"\n")
    form, width, height = head.decode("ascii").split()
    return Clean(made, form, int(width), int(height))


def answer(question: bytes) -> bytes:
    """Be the limited process: a name's ending, a line feed and a file -> a line and a picture."""
    ending, _, data = question.partition(b"\n")
    found = cleaned(data, f"picture{ending.decode('utf-8', 'replace')}")
    return f"{found.form} {found.width} {found.height}\n".encode() + found.data


def cleaned(data: bytes, name: str) -> Clean:
    """Return a picture of at most :data:`LONGEST_SIDE` pixels, in sRGB, upright, on white.

    The same bytes always become the same bytes (of one Pillow). Raises :class:`Unusable` for
    whatever is no still PNG, JPEG or WebP of a size that can be shown, before decoding it where its
    head already says so.
    """
    check_size(len(data))
    with warnings.catch_warnings():
        # What Pillow only warns of (a bomb, broken notes) is no reason to say nothing.
        warnings.simplefilter("ignore")
        # Our own limit, which is told with a sentence, stands before Pillow's.
        Image.MAX_IMAGE_PIXELS = None
        try:
            with Image.open(io.BytesIO(data), formats=_KINDS) as opened:
                _check_head(opened, name)
                return _encoded(_whole(opened))
        except UnidentifiedImageError:
            raise Unusable(
                "This file is no PNG, JPEG or WebP. Save the picture as one of these."
            ) from None
        except Unusable:
            raise
        except MemoryError:
            raise Unusable("This picture needs too much memory. Make it smaller.") from None
        except Exception as error:
            # The decoders of broken files raise nearly anything.
            raise Unusable(
                "This picture is damaged: it cannot be read to its end. Save it again."
            ) from error


def check_size(size: int) -> None:
    """Raise :class:`Unusable` for a file of more than :data:`MOST_BYTES` bytes, or of none."""
    if not size:
        raise Unusable("This file is empty.")
    if size > MOST_BYTES:
        raise Unusable("This picture is larger than 10 MiB. Save it smaller.")


def _check_head(opened: Image.Image, name: str) -> None:
    """Refuse by what the file's head says, before a pixel is decoded."""
    # A camera's JPEG with a second picture behind the first is called MPO; the first is shown.
    kind = "JPEG" if opened.format == "MPO" else str(opened.format)
    ending = PurePath(name).suffix.lower()
    if ENDINGS.get(ending) != kind:
        raise Unusable(
            f"This file ends with “{ending}” and is {_LETTERS.get(kind, kind)}. Give it its right "
            "ending, or look whether it is the right file."
            if ending
            else f"This file's name has no ending, and it is {_LETTERS.get(kind, kind)}."
        )
    width, height = opened.size
    if width * height > MOST_PIXELS:
        raise Unusable(
            f"This picture has {width} by {height} pixels, more than 40 million. Save it smaller."
        )
    if max(width, height) > MOST_STRETCHED * min(width, height):
        raise Unusable(
            f"This picture has {width} by {height} pixels: a strip this long cannot be seen on a "
            "screen. Cut it."
        )
    if max(width, height) < LEAST_SIDE:
        raise Unusable(
            f"This picture has {width} by {height} pixels, and would be a blur on the kiosk. Its "
            f"longer side needs {LEAST_SIDE} pixels or more."
        )
    if kind != "JPEG" and getattr(opened, "n_frames", 1) > 1:
        raise Unusable(
            "This picture moves, and the kiosk shows nothing that moves. Save one still picture."
        )


def _whole(opened: Image.Image) -> Image.Image:
    """Return what the eye sees: upright, small enough, in sRGB, transparent parts white."""
    profile = opened.info.get("icc_profile")
    # Decoded at a fraction of its size where the format can, so that a large one needs less memory.
    opened.draft(None, (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    turned = opened.getexif().get(0x0112, 1)
    opened.load()
    image: Image.Image = opened
    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits of grey: Pillow would cut off, where an eye wants the upper half.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    elif image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode == "1":
        image = image.convert("L")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    image = _in_srgb(image, profile)
    if image.mode in ("RGBA", "LA"):
        # On the white card that it stands on in every theme.
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image.convert("RGBA"))
    image = image if image.mode == "L" else image.convert("RGB")
    return _upright(image, turned)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture's colours in sRGB. A profile that cannot be read is as good as none."""
    if not profile or len(profile) > LARGEST_PROFILE:
        return image
    with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
        srgb = ImageCms.createProfile("sRGB")
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
        base = image.convert(image.mode[:-1]) if alpha else image
        found = ImageCms.profileToProfile(base, own, srgb, outputMode="RGB")
        if found is not None:
            if alpha:
                found.putalpha(alpha)
            return found
    return image


def _upright(image: Image.Image, turned: int) -> Image.Image:
    """Return the picture turned as its camera noted (EXIF orientation 1 to 8)."""
    notes = Image.Exif()
    notes[0x0112] = turned
    image.info = {"exif": notes.tobytes()}
    upright = ImageOps.exif_transpose(image)
    return upright


def _encoded(image: Image.Image) -> Clean:
    """Return a drawing as PNG and a photograph as JPEG, by which of the two suits it.

    A drawing's PNG is about as small as its JPEG and keeps its edges; a photograph's is many times
    larger. Both are read by everything that may ever show it, print it or carry it away.
    """
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    png, jpeg = io.BytesIO(), io.BytesIO()
    bare.save(png, "PNG", optimize=True)
    bare.save(jpeg, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    data, form = jpeg.getvalue(), "jpg"
    if len(png.getvalue()) <= PNG_WORTH * len(data):
        data, form = png.getvalue(), "png"
    return Clean(data, form, bare.width, bare.height)
