"""Spanish letters and what is spelled with them."""

from __future__ import annotations

from content.speech.rules import Entry
from content.speech.rules.es.nouns import words

LETTERS = {
    "A": "'a",
    "B": "b'e",
    "C": "s'e",
    "D": "d'e",
    "E": "'e",
    "F": "'efe",
    "G": "x'e",
    "H": "'atSe",
    "I": "'i",
    "J": "x'ota",
    "K": "k'a",
    "L": "'ele",
    "M": "'eme",
    "N": "'ene",
    "Ñ": "'en^e",
    "O": "'o",
    "P": "p'e",
    "Q": "k'u",
    "R": "'eR2e",
    "S": "'ese",
    "T": "t'e",
    "U": "'u",
    "V": "'uBe",
    "W": "doBleB'e",
    "X": "'ekis",
    "Y": "J^'e",
    "Z": "s'eta",
}
"""The names of the letters, stressed. Left in letters, "TEPT" is said "tept", and "te" and "de" are
said as the words they are, without stress. V is "uve" (the Ortografía of 2010 recommends it to all;
in America "ve" too), since "ve" and "be" sound alike.
"""


def spelled(word: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> Entry:
    """Return the entry of a word that is said as the names of its letters, the last stressed."""
    names = [LETTERS[letter].replace("'", ",") for letter in word[:-1]]
    names.append(LETTERS[word[-1]])
    return Entry(word, " ".join(word), " ".join(names), after, before)


SPELLED = words("""
    ACV ADHD ADN ARN CBD CDC DSM DVT ECG EEG EII EKG ELA ERC ERGE ETS FC FDA FR HDL HTA IMC IMSS
    INR IRSN ISRS ISSSTE ITS ITU LDL LSD NHS NIH NIMH OMS OPS OTC PCR PSA RCP RM RMN RN RX SII SNC
    SNRI SPM SSRI SUH TB TCA TCC TDAH TDM TEP TEPT THC TLP TVP UV VHA VHB VHC VIH VPH VRS
""")
"""Most of them espeak-ng says as words, "VIH" as "vi" (measured with 1.52)."""

WORDS = words("""
    AINE AINEs ALTO AYUDA CIE COVID DIU EPOC GABA HOLA IMAO NO SIDA SOP SÍ SI TAC TAG TEA TOC UCI
""")
"""Said as words; beside other capitals espeak-ng spells some of them ("TAC y RM")."""

UNKNOWN = "(?![IVXLCDM]+(?!\\w))[B-DF-HJ-NP-TV-XZÑ]{2,5}"
"""Capitals without a vowel that are no Roman numeral: they can only be letters."""
