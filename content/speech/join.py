"""Several clips as one file: the very same Opus packets, silence between them.

Nothing is decoded, so what was heard in review is what sounds here. The result depends on nothing
but the clips and the pauses, so that equal articles have equal files.
"""

from __future__ import annotations

import hashlib
import io
import struct
import wave
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OPUS_RATE = 48_000
"""Hz in which Ogg Opus counts, whatever the rate of the sound (RFC 7845, 4)."""
SILENCE = b"\xf8\xff\xfe"
"""20 ms of digital silence: an Opus packet in CELT mode with its silence flag set."""
SILENCE_SAMPLES = 960
PAGE_SAMPLES = OPUS_RATE
"""A page holds at most a second, so that a player that seeks need not read far."""
VENDOR = b"plainvoice"

_PAGE = struct.Struct("<4sBBqIIIB")
_CONTINUED, _FIRST, _LAST = 1, 2, 4
_SEGMENTS = 255
_NO_PACKET_ENDS = -1


class NotJoinable(ValueError):
    """Clips that cannot stand in one file; the message says why."""


@dataclass(frozen=True, slots=True)
class OpusClip:
    """The packets of an Ogg Opus file. ``samples`` counts in 48 kHz, pre-skip included."""

    head: bytes
    packets: tuple[bytes, ...]
    samples: int

    @property
    def pre_skip(self) -> int:
        """How many samples a decoder drops at the beginning."""
        return int.from_bytes(self.head[10:12], "little")


def join_opus(
    clips: Sequence[bytes], pauses_ms: Sequence[int], *, title: str = ""
) -> tuple[bytes, int]:
    """Return one Ogg Opus file of Ogg Opus clips, and its duration in milliseconds.

    ``pauses_ms[i]`` follows clip i, rounded up to 20 ms; the last one may be left out. The file
    is tagged with a ``title``. Raises :class:`NotJoinable` for what is not Ogg Opus, or not all of
    one kind.
    """
    pauses_ms = _one_each(clips, pauses_ms)
    read = [read_opus(clip) for clip in clips]
    head = read[0].head
    if any(clip.head != head for clip in read):
        raise NotJoinable("the clips have different Opus headers")
    packets: list[bytes] = []
    silent = 0
    for clip, pause in zip(read, pauses_ms, strict=True):
        silent = -(-pause * OPUS_RATE // 1000 // SILENCE_SAMPLES)
        packets += [*clip.packets, *[SILENCE] * silent]
    total = sum(map(packet_samples, packets))
    if not silent:
        # What the last packet has beyond the last clip's end is the encoder's filling.
        total -= sum(map(packet_samples, read[-1].packets)) - read[-1].samples
    return write_opus(head, packets, total, title=title), (
        total - read[0].pre_skip
    ) * 1000 // OPUS_RATE


def join_wav(clips: Sequence[bytes], pauses_ms: Sequence[int]) -> bytes:
    """Return one WAV file of WAV clips; ``pauses_ms`` as in :func:`join_opus`, exact."""
    pauses_ms = _one_each(clips, pauses_ms)
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as joined:
        kind = None
        for number, (clip, pause) in enumerate(zip(clips, pauses_ms, strict=True), 1):
            try:
                with wave.open(io.BytesIO(clip)) as part:
                    parameters = part.getparams()
                    frames = part.readframes(parameters.nframes)
            except (wave.Error, EOFError) as error:
                raise NotJoinable(f"clip {number} is not WAV: {error}") from error
            if kind is None:
                kind = parameters[:3]
                joined.setparams(parameters)
            if parameters[:3] != kind:
                raise NotJoinable("the clips have different channels, sample sizes or rates")
            joined.writeframes(frames)
            width = parameters.nchannels * parameters.sampwidth
            joined.writeframes(bytes(width * (pause * parameters.framerate // 1000)))
    return buffer.getvalue()


def _one_each(clips: Sequence[bytes], pauses_ms: Sequence[int]) -> list[int]:
    """Return a pause for each clip, none after the last where it was left out."""
    if not clips:
        raise NotJoinable("there is no clip to join")
    if len(pauses_ms) not in (len(clips) - 1, len(clips)):
        raise NotJoinable(f"{len(clips)} clips cannot have {len(pauses_ms)} pauses")
    if any(pause < 0 for pause in pauses_ms):
        raise NotJoinable("a pause cannot be shorter than nothing")
    return [*pauses_ms, 0][: len(clips)]


def read_opus(data: bytes) -> OpusClip:
    """Return the packets of an Ogg Opus file with one mono or stereo stream (RFC 7845).

    Raises :class:`NotJoinable` for anything else, a damaged page included.
    """
    packets: list[bytes] = []
    partial = b""
    end = 0
    for flags, granule, segments, body in _pages(data):
        if bool(flags & _CONTINUED) != bool(partial):
            raise NotJoinable("a packet is cut off between two pages")
        at = 0
        for length in segments:
            partial += body[at : at + length]
            at += length
            if length < 255:
                packets.append(partial)
                partial = b""
        if granule != _NO_PACKET_ENDS:
            end = granule
    if partial or len(packets) < 3:
        raise NotJoinable("the stream is cut off")
    head, tags, *audio = packets
    if head[:9] != b"OpusHead\x01" or tags[:8] != b"OpusTags":
        raise NotJoinable("that is not Ogg Opus")
    if head[18] != 0:
        raise NotJoinable("more than two channels cannot be joined")
    if end > sum(map(packet_samples, audio)):
        raise NotJoinable("the stream does not begin at zero, or lacks packets")
    return OpusClip(head, tuple(audio), end)


def _pages(data: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Yield flags, granule position, segment table and body of each page, its CRC checked."""
    at = 0
    stream = None
    while at < len(data):
        if len(data) - at < _PAGE.size:
            raise NotJoinable("a page is cut off")
        magic, version, flags, granule, serial, _, crc, count = _PAGE.unpack_from(data, at)
        if magic != b"OggS" or version != 0:
            raise NotJoinable("that is not Ogg")
        stream = serial if stream is None else stream
        if serial != stream:
            raise NotJoinable("more than one stream cannot be joined")
        table_end = at + _PAGE.size + count
        segments = data[at + _PAGE.size : table_end]
        end = table_end + sum(segments)
        page = data[at:end]
        if end > len(data) or _crc(page[:22] + bytes(4) + page[26:]) != crc:
            raise NotJoinable("a page is damaged")
        yield flags, granule, segments, data[table_end:end]
        at = end


def write_opus(head: bytes, packets: Sequence[bytes], samples: int, *, title: str = "") -> bytes:
    """Return an Ogg Opus file of packets that ends after ``samples`` (48 kHz, pre-skip included).

    The serial number comes from the packets: equal sound has equal bytes.
    """
    digest = hashlib.sha256(head)
    for packet in packets:
        digest.update(packet)
    serial = int.from_bytes(digest.digest()[:4], "little")
    comments = [f"TITLE={title}".encode()] if title else []
    tags = b"OpusTags" + struct.pack("<I", len(VENDOR)) + VENDOR + struct.pack("<I", len(comments))
    tags += b"".join(struct.pack("<I", len(comment)) + comment for comment in comments)
    written = [_page(_FIRST, 0, serial, 0, [head]), _page(0, 0, serial, 1, [tags])]
    position = 0
    for group, duration, is_last in _grouped(packets):
        position += duration
        granule = min(position, samples) if is_last else position
        flags = _LAST if is_last else 0
        written.append(_page(flags, granule, serial, len(written), group))
    return b"".join(written)


def _grouped(packets: Sequence[bytes]) -> Iterator[tuple[list[bytes], int, bool]]:
    """Yield the packets of each page, how many samples they last, and if it is the last page."""
    group: list[bytes] = []
    duration = segments = 0
    for packet in packets:
        needed = len(packet) // 255 + 1
        lasts = packet_samples(packet)
        if group and (segments + needed > _SEGMENTS or duration + lasts > PAGE_SAMPLES):
            yield group, duration, False
            group, duration, segments = [], 0, 0
        group.append(packet)
        duration += lasts
        segments += needed
    yield group, duration, True


def _page(flags: int, granule: int, serial: int, number: int, packets: Sequence[bytes]) -> bytes:
    """Return an Ogg page of whole packets (RFC 3533, 6)."""
    segments = b"".join(
        b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets
    )
    header = _PAGE.pack(b"OggS", 0, flags, granule, serial, number, 0, len(segments))
    page = header + segments + b"".join(packets)
    return page[:22] + struct.pack("<I", _crc(page)) + page[26:]


def packet_samples(packet: bytes) -> int:
    """Return how long an Opus packet lasts, in 48 kHz samples (RFC 6716, 3.1 and 3.2)."""
    if not packet:
        raise NotJoinable("an Opus packet is empty")
    configuration, code = packet[0] >> 3, packet[0] & 3
    if configuration < 12:
        frame = (480, 960, 1920, 2880)[configuration & 3]
    elif configuration < 16:
        frame = (480, 960)[configuration & 1]
    else:
        frame = (120, 240, 480, 960)[configuration & 3]
    if code < 3:
        return frame * (1, 2, 2)[code]
    if len(packet) < 2:
        raise NotJoinable("an Opus packet is cut off")
    return frame * (packet[1] & 0x3F)


_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def _crc(data: bytes) -> int:
    """Return Ogg's CRC: that of zlib with the bits the other way round, and nothing inverted.

    So it runs at C speed: zlib inverts before and after, which is undone here.
    """
    found = zlib.crc32(data.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{found:032b}"[::-1], 2)
