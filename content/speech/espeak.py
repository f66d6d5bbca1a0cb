"""espeak-ng through ctypes: synchronous, with every word's exact sample position.

The library and its voices come with the package ``espeakng-loader``, so no system package is
needed. One process uses it from one thread only: the library keeps its state in globals.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from functools import cache

import espeakng_loader

AUDIO_OUTPUT_SYNCHRONOUS = 2
INITIALIZE_DONT_EXIT = 0x8000
CHARS_UTF8 = 1
PHONEMES = 0x100
POS_CHARACTER = 1
EVENT_LIST_TERMINATED = 0
EVENT_WORD = 1
PARAMETER_RATE = 1
PARAMETER_VOLUME = 2
RATE_LIMITS = (80, 450)
"""Words a minute: espeak-ng says everything slower at 80, and word times are wrong above 450."""


class EspeakError(Exception):
    """espeak-ng refused; the message says what."""


class _Id(ctypes.Union):
    _fields_ = [
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    ]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    ]


class _Voice(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    ]


_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


@dataclass(slots=True)
class Utterance:
    """What came out: 16-bit mono PCM, and ``(sample, offset)`` of each word event.

    ``offset`` is a 0-based code point of the text. espeak-ng's own word lengths are wrong beside
    quotes, in numbers and at apostrophes, so they are not kept.
    """

    sample_rate: int
    pcm: bytearray = field(default_factory=bytearray)
    words: list[tuple[int, int]] = field(default_factory=list)


class Espeak:
    """The library, initialised. Take it from :func:`espeak`."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._library.espeak_Info.restype = ctypes.c_char_p
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        rate = self._library.espeak_Initialize(
            AUDIO_OUTPUT_SYNCHRONOUS,
            0,
            espeakng_loader.get_data_path().encode(),
            INITIALIZE_DONT_EXIT,
        )
        if rate <= 0:
            raise EspeakError(f"espeak-ng could not be initialised (error {rate})")
        self.sample_rate = int(rate)
        self._utterance = Utterance(self.sample_rate)
        # Kept for as long as the library may call it.
        self._callback = _CALLBACK(self._take)
        self._library.espeak_SetSynthCallback(self._callback)
        self._voice = ""

    @property
    def version(self) -> str:
        """The library's version."""
        return str(self._library.espeak_Info(None).decode())

    def voices(self) -> list[tuple[str, str, list[str]]]:
        """Return each voice's identifier, name and languages."""
        found = []
        listed = self._library.espeak_ListVoices(None)
        index = 0
        while listed[index]:
            voice = listed[index].contents
            # A priority byte, then the language, then NUL; espeak lists further ones behind it.
            language = voice.languages[1:].decode()
            found.append((voice.identifier.decode(), voice.name.decode(), [language]))
            index += 1
        return found

    def set_voice(self, name: str) -> None:
        """Use a voice; raise :class:`EspeakError` where there is none of that name."""
        if name == self._voice:
            return
        if self._library.espeak_SetVoiceByName(name.encode()) != 0:
            raise EspeakError(f"espeak-ng has no voice {name!r}")
        self._voice = name

    def set_rate(self, words_a_minute: int) -> None:
        """Speak at a rate within :data:`RATE_LIMITS`."""
        low, high = RATE_LIMITS
        if not low <= words_a_minute <= high:
            raise EspeakError(f"the rate {words_a_minute} is not between {low} and {high}")
        self._library.espeak_SetParameter(PARAMETER_RATE, words_a_minute, 0)

    def set_volume(self, percent: int) -> None:
        """Speak at an amplitude of 0 to 100."""
        self._library.espeak_SetParameter(PARAMETER_VOLUME, percent, 0)

    def speak(self, text: str) -> Utterance:
        """Return a text as sound; ``[[...]]`` in it is read as phonemes.

        Raises :class:`EspeakError` for a NUL, behind which everything would silently be lost.
        """
        if "\x00" in text:
            raise EspeakError("the text holds a NUL character")
        self._utterance = Utterance(self.sample_rate)
        encoded = text.encode()
        status = self._library.espeak_Synth(
            encoded, len(encoded) + 1, 0, POS_CHARACTER, 0, CHARS_UTF8 | PHONEMES, None, None
        )
        if status != 0:
            raise EspeakError(f"espeak-ng could not speak (error {status})")
        return self._utterance

    def phonemes(self, text: str) -> str:
        """Return the phonemes that a text is said with, in the library's own symbols.

        ``[[...]]`` in it is read as phonemes, of which the rest of a word is left out at a symbol
        that there is not. Raises :class:`EspeakError` for a NUL.
        """
        # Only speaking switches the library to reading phonemes; it stays switched.
        self.speak("[[@]]")
        if "\x00" in text:
            raise EspeakError("the text holds a NUL character")
        # A copy: the library moves the pointer on, clause by clause.
        buffer = ctypes.create_string_buffer(text.encode())
        rest = ctypes.c_void_p(ctypes.addressof(buffer))
        found = []
        while rest.value:
            found.append(
                self._library.espeak_TextToPhonemes(ctypes.byref(rest), CHARS_UTF8, 0).decode()
            )
        return " ".join(found).strip()

    def _take(self, samples: object, count: int, events: object) -> int:
        utterance = self._utterance
        if count > 0:
            utterance.pcm += ctypes.string_at(samples, count * 2)  # type: ignore[arg-type]
        index = 0
        while (event := events[index]).type != EVENT_LIST_TERMINATED:  # type: ignore[index]
            if event.type == EVENT_WORD:
                utterance.words.append((event.sample, event.text_position - 1))
            index += 1
        return 0


@cache
def espeak() -> Espeak:
    """Return this process's espeak-ng, loading it the first time."""
    return Espeak()
