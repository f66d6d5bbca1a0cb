"""What may be said instead of a word. When in doubt it refuses, and says what to write instead.

An entry of a lexicon is said wherever its word stands, so it must never be able to change an
amount, a unit, a comparison or a "not": neither by intent nor by a slip. Its word is none of
those, what is said for it holds none of those, and does not sound like one of them either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache

from content.speech.doubts.signs import why_not_said
from content.speech.matching import parts_of
from content.speech.rules import rules_for
from content.speech.spoken_form import spoken_form

MOST_WORDS = 5
LONGEST_WORD = 60
LONGEST_ALIAS = 120
LONGEST_PHONEMES = 200
"""In characters, of a written form, of an alias and of phonemes."""

Trace = Callable[[Sequence[str]], Sequence[str]]
"""Gives the phonemes that the engine makes of each of some texts; ``[[...]]`` are phonemes."""

_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_STRESS = re.compile(r"[',%=|;:_\s]+")
_PHONEMES = re.compile(r"[!-~]+(?: [!-~]+)*")
_CONTROL = "[]_^|()"
"""What ends phonemes, pauses, or changes the language within them."""

_NOT = {
    "en": (
        "no not none never nor neither nothing nobody nowhere without cannot can't don't doesn't "
        "didn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't couldn't haven't "
        "hasn't hadn't"
    ),
    "es": "no ni nunca jamás tampoco nada nadie ninguno ninguna ningún sin excepto salvo",
}
_HOW_MUCH = {
    "en": (
        "eleven twelve hundred thousand million first third fourth fifth sixth seventh eighth ninth "
        "tenth half quarter double triple once twice "
        "daily weekly monthly hourly less more fewer most least maximum minimum only plus minus "
        "point before after every except stop avoid am pm"
    ),
    "es": (
        "un uno una once doce veintiuno veintiún veintidós veintitrés veinticuatro veinticinco "
        "veintiséis veintisiete veintiocho veintinueve doscientos trescientos cuatrocientos "
        "quinientos seiscientos setecientos ochocientos novecientos primero primera tercero tercera "
        "cien ciento mil millón millones medio media mitad cuarto tercio doble "
        "triple diario diaria semanal mensual menos más máximo mínimo solo sólo coma punto antes "
        "después cada"
    ),
}
_STEERS = {
    "en": (
        "always sometimes may must should can high low higher lower increase decrease raise reduce "
        "up down start continue with take give day days month months morning evening night noon "
        "bedtime today tonight tomorrow yesterday"
    ),
    "es": (
        "siempre puede debe alto alta bajo baja aumentar aumente reducir reduzca empiece continúe "
        "con tome dé deje día días mes meses noche tarde mañana mediodía hoy ayer"
    ),
}
"""What else tells a reader to do one thing or its opposite: said as written, though an alias may
well have such a syllable."""
_JOINING = frozenset(
    {
        *(
            "a",
            "al",
            "an",
            "and",
            "at",
            "como",
            "de",
            "del",
            "el",
            "en",
            "entre",
            "la",
            "o",
            "of",
            "or",
        ),
        *("over", "per", "por", "que", "sobre", "than", "the", "to", "u", "y"),
    }
)
"""Words of the rules' own phrases that may stand in a longer written form, and in an alias."""


class Unfit(ValueError):
    """A word, or what is to be said for it, that a lexicon may not hold; the message says why.

    ``field`` is ``grapheme``, ``alias`` or ``phonemes``.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@cache
def guarded(language: str) -> frozenset[str]:
    """Return the words (casefolded) that no entry may change, add or take away."""
    rules = rules_for(language)
    phrases = [
        *rules.digits,
        *rules.comparisons.values(),
        *rules.fractions.values(),
        *(name for unit in rules.units for name in (unit.one, unit.many)),
        *(word for row in rules.doubts.in_rows for word in row),
        *rules.doubts.tens,
        *_NOT[language].split(),
        *_HOW_MUCH[language].split(),
    ]
    words = {word.casefold() for phrase in phrases for word in phrase.split()}
    return frozenset(words - _JOINING)


def check_word(grapheme: str, language: str) -> None:
    """Raise :class:`Unfit` where the lexicon may not say this written form otherwise.

    ``grapheme`` is composed (NFC) and without spaces at its ends.
    """
    if not grapheme:
        raise Unfit("grapheme", "Write the word as it stands in the texts.")
    if len(grapheme) > LONGEST_WORD or len(grapheme.split()) > MOST_WORDS:
        raise Unfit(
            "grapheme",
            f"A written form has at most {MOST_WORDS} words and {LONGEST_WORD} characters.",
        )
    if not _WORDS.fullmatch(grapheme):
        raise Unfit(
            "grapheme",
            "A written form is words: letters, with single spaces, hyphens or apostrophes between "
            "them. Numbers and signs are said by the rules, which a lexicon cannot change.",
        )
    for letter in grapheme:
        # An entry would hide that the voice cannot say a letter, which may only look like one.
        if (why := why_not_said(letter)) is not None:
            raise Unfit("grapheme", f"“{letter}” in “{grapheme}”: {why}.")
    if held := _held(grapheme, guarded(language) | set(_STEERS[language].split())):
        raise Unfit(
            "grapheme",
            f"“{held[0]}” counts, measures, compares, denies or tells what to do: how it is said "
            "is not for a lexicon to change.",
        )
    if grapheme.casefold() in _JOINING:
        raise Unfit("grapheme", f"“{grapheme}” joins other words: leave it as it is said.")
    if _belongs_to_the_rules(grapheme, language):
        raise Unfit(
            "grapheme",
            f"“{grapheme}” can be read as a unit, a number or an abbreviation that the rules look "
            "after. Write it in words in the texts instead.",
        )


def check_alias(alias: str, language: str, trace: Trace) -> None:
    """Raise :class:`Unfit` where an alias ("sounds like") may not be said."""
    if len(alias) > LONGEST_ALIAS:
        raise Unfit("alias", f"What it sounds like has at most {LONGEST_ALIAS} characters.")
    if not _WORDS.fullmatch(alias):
        raise Unfit(
            "alias",
            "Write how it sounds in letters, with single spaces, hyphens or apostrophes between "
            "the words: no numbers and no signs.",
        )
    form = spoken_form(alias, language)
    if form.unresolved:
        doubt = form.unresolved[0]
        raise Unfit("alias", f"“{doubt.text}” cannot be said without doubt: {doubt.reason}.")
    if form.engine_text != alias:
        part = parts_of(alias, language)[0]
        raise Unfit(
            "alias",
            f"“{alias[part.start : part.end]}” is itself said otherwise than it is written. "
            "Write how it sounds.",
        )
    if held := _held(alias, guarded(language)):
        raise Unfit("alias", _changes_the_meaning(held[0]))
    words = [word for word in re.split(r"[\s-]+", alias) if word]
    _check_sound("alias", words, trace(words), language, trace)


def check_phonemes(phonemes: str, grapheme: str, language: str, trace: Trace) -> None:
    """Raise :class:`Unfit` where phonemes are not what the engine would say.

    The engine leaves out the rest of a word, without a word about it, at a symbol that it does not
    know; so what it makes of each word is compared with what was written.
    """
    if len(phonemes) > LONGEST_PHONEMES:
        raise Unfit("phonemes", f"Phonemes have at most {LONGEST_PHONEMES} characters.")
    for sign in phonemes:
        if sign in _CONTROL:
            raise Unfit("phonemes", f"“{sign}” is no sound. Write only the sounds and the stress.")
        if not ("!" <= sign <= "~" or sign == " "):
            raise Unfit("phonemes", _unknown(sign))
    if not _PHONEMES.fullmatch(phonemes):
        raise Unfit("phonemes", "Write the phonemes with one space between two words.")
    words, written = phonemes.split(), grapheme.split()
    if len(words) != len(written):
        raise Unfit(
            "phonemes",
            f"“{grapheme}” has {len(written)} {'word' if len(written) == 1 else 'words'}, so its "
            "phonemes have as many, with a space between two.",
        )
    traced = trace([f"[[{word}]]" for word in words])
    for word, made in zip(words, traced, strict=True):
        _check_round_trip(word, made)
    _check_sound("phonemes", words, traced, language, trace)


def _held(words: str, guarded_words: Collection[str]) -> list[str]:
    """Return the guarded words among these, also those that a hyphen joins to others."""
    tokens = re.split(r"[\s-]+", words.casefold().replace("’", "'"))
    return [token for token in tokens if token in guarded_words]


def _changes_the_meaning(word: str) -> str:
    return (
        f"“{word}” counts, measures, compares or denies, and would change what a text says. Write "
        "the sound in other letters, or join it to the next syllable."
    )


def _belongs_to_the_rules(grapheme: str, language: str) -> bool:
    """Whether a word is a unit, a Roman number, a discouraged abbreviation, or like one.

    Beside a number nothing may be said, or doubted, that is not by itself: an entry would hide it.
    """
    rules = rules_for(language)
    symbols = {symbol for unit in rules.units for symbol in unit.symbols}
    symbols |= {*rules.doubts.units, *rules.doubts.avoid, *rules.doubts.before_number}
    if grapheme.casefold() in {symbol.casefold() for symbol in symbols}:
        return True
    if re.fullmatch("[IVX]+", grapheme):
        return True
    alone = _looked_at(grapheme, grapheme, language)
    return any(
        _looked_at(beside, grapheme, language) != alone
        for beside in (f"5 {grapheme}", f"{grapheme} 5")
    )


def _looked_at(text: str, grapheme: str, language: str) -> list[tuple[int, int, str]]:
    """Return what the rules say or doubt within the word that stands in a text."""
    start = text.index(grapheme)
    found = [(part.start, part.end, part.spoken) for part in parts_of(text, language)]
    found += [
        (doubt.offset, doubt.offset + doubt.length, "doubt")
        for doubt in spoken_form(text, language).unresolved
    ]
    end = start + len(grapheme)
    return sorted(
        (one[0] - start, one[1] - start, one[2]) for one in found if one[0] < end and one[1] > start
    )


def _check_round_trip(word: str, made: str) -> None:
    wanted, got = _STRESS.sub("", word), _STRESS.sub("", made)
    if wanted == got and got:
        return
    if wanted.startswith(got) and wanted != got:
        raise Unfit("phonemes", _unknown(wanted[len(got)]))
    raise Unfit("phonemes", f"The engine reads “{word}” as “{made}”. Write it as it reads it.")


def _unknown(sign: str) -> str:
    return (
        f"“{sign}” is no symbol of this voice: the engine would leave out the rest of the word. "
        "Use espeak-ng's own symbols, as in its attempt."
    )


def _check_sound(
    field: str, words: Sequence[str], traced: Sequence[str], language: str, trace: Trace
) -> None:
    """Refuse what is silent, and what sounds like a word that nobody may add."""
    sounds = _sounds(language, trace)
    for word, made in zip(words, traced, strict=True):
        sound = _STRESS.sub("", made)
        if not sound:
            raise Unfit(field, f"Of “{word}” nothing would be heard.")
        if sound in sounds:
            raise Unfit(field, f"“{word}” sounds like “{sounds[sound]}”. {_join(sounds[sound])}")


def _join(word: str) -> str:
    return f"“{word}” would change what a text says: join the sound to the next syllable."


_heard: dict[str, dict[str, str]] = {}


def _sounds(language: str, trace: Trace) -> dict[str, str]:
    """Return how the guarded words sound, asked for once a process, by the sound."""
    if language not in _heard:
        words = sorted(guarded(language))
        made = trace(words)
        _heard[language] = {
            _STRESS.sub("", sound): word for word, sound in zip(words, made, strict=True)
        }
    return _heard[language]
