"""Spanish letters and what is spelled with them."""

from __future__ import annotations

from content.speech.rules import Entry

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
