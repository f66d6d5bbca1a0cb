"""How a word is pronounced, in the phonemes of the CMU dictionary (ARPAbet without stress).

For words that the aligner's dictionary lacks: names of medicines, numbers, initialisms. The
pronunciation comes from espeak-ng; it decides where an aligner looks, never what is said.
"""

from __future__ import annotations

import re

from content.speech.espeak import espeak

_SYMBOLS = {
    "ɑːɹ": "AA R",
    "ɔːɹ": "AO R",
    "oːɹ": "AO R",
    "aɪɚ": "AY ER",
    "aɪə": "AY AH",
    "iə": "IY AH",
    "ɛɹ": "EH R",
    "ɪɹ": "IH R",
    "ʊɹ": "UH R",
    "əl": "AH L",
    "tʃ": "CH",
    "dʒ": "JH",
    "eɪ": "EY",
    "aɪ": "AY",
    "ɔɪ": "OY",
    "aʊ": "AW",
    "oʊ": "OW",
    "ɑː": "AA",
    "ɔː": "AO",
    "ɜː": "ER",
    "iː": "IY",
    "uː": "UW",
    "n̩": "AH N",
    "m̩": "AH M",
    "ɚ": "ER",
    "æ": "AE",
    "ɛ": "EH",
    "e": "EH",
    "ɪ": "IH",
    "ᵻ": "IH",
    "i": "IY",
    "ɐ": "AH",
    "ə": "AH",
    "ʌ": "AH",
    "a": "AA",
    "ɑ": "AA",
    "ɔ": "AO",
    "o": "OW",
    "ʊ": "UH",
    "u": "UW",
    "p": "P",
    "b": "B",
    "t": "T",
    "d": "D",
    "k": "K",
    "ɡ": "G",
    "f": "F",
    "v": "V",
    "θ": "TH",
    "ð": "DH",
    "s": "S",
    "z": "Z",
    "ʃ": "SH",
    "ʒ": "ZH",
    "h": "HH",
    "x": "K",
    "m": "M",
    "n": "N",
    "ŋ": "NG",
    "l": "L",
    "ɹ": "R",
    "r": "R",
    "j": "Y",
    "w": "W",
    "ɾ": "D",
    "ʔ": "T",
}
"""espeak-ng's IPA for American English, longest first where one begins another."""
_LONGEST = max(map(len, _SYMBOLS))
_SILENT = re.compile(r"[ˈˌː\s_]")


def arpabet(word: str) -> str | None:
    """Return a word's phonemes separated by spaces, or None where a sound has no counterpart.

    Uses this process's espeak-ng, which one thread alone may do.
    """
    engine = espeak()
    engine.set_voice("en-us")
    found: list[str] = []
    ipa = engine.phonemes(word, ipa=True)
    at = 0
    while at < len(ipa):
        for length in range(min(_LONGEST, len(ipa) - at), 0, -1):
            if (symbol := _SYMBOLS.get(ipa[at : at + length])) is not None:
                found += symbol.split()
                at += length
                break
        else:
            if not _SILENT.match(ipa[at]):
                return None
            at += 1
    return " ".join(found) or None
