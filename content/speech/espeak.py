"""espeak-ng through ctypes: synchronous, with every word's exact sample position.

The library and its voices come with the package ``espeakng-loader``, so no system package is
needed, or from the system where a site wants that. One process uses it from one thread only: the library keeps its state in globals.
"""

from __future__ import annotations

import ctypes
from functools import cache

import espeakng_loader

from content.speech.engines import Utterance

AUDIO_OUTPUT_SYNCHRONOUS = 2
INITIALIZE_PHONEME_EVENTS = 0x1
INITIALIZE_PHONEME_IPA = 0x2
INITIALIZE_DONT_EXIT = 0x8000
CHARS_UTF8 = 1
PHONEMES = 0x100
PHONEMES_IPA = 2
POS_CHARACTER = 1
EVENT_LIST_TERMINATED = 0
EVENT_WORD = 1
EVENT_PHONEME = 7
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


class Espeak:
    """A library, initialised. Take the one of the wheel from :func:`espeak`.

    ``data`` is the folder of its data; without it the library looks where it was made to.
    """

    def __init__(self, library: str, data: str | None = None) -> None:
        self._library = ctypes.CDLL(library)
        self._library.espeak_Info.restype = ctypes.c_char_p
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        rate = self._library.espeak_Initialize(
            AUDIO_OUTPUT_SYNCHRONOUS,
            0,
            data.encode() if data else None,
            INITIALIZE_PHONEME_EVENTS | INITIALIZE_PHONEME_IPA | INITIALIZE_DONT_EXIT,
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

    def phonemes(self, text: str, *, ipa: bool = False) -> str:
        """Return the phonemes that a text is said with, in the library's own symbols or its IPA.

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
                self._library.espeak_TextToPhonemes(
                    ctypes.byref(rest), CHARS_UTF8, PHONEMES_IPA if ipa else 0
                ).decode()
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
                utterance.phonemes += " "
            elif event.type == EVENT_PHONEME:
                utterance.phonemes += event.id.string.decode()
            index += 1
        return 0


@cache
def espeak() -> Espeak:
    """Return this process's espeak-ng, loading it the first time."""
    return Espeak(espeakng_loader.get_library_path(), espeakng_loader.get_data_path())
