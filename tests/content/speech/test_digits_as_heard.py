"""Digits that stay digits in the spoken form are read right by the engine, as it says itself."""

from __future__ import annotations

import random
import re

import pytest

from content.speech.espeak import espeak
from content.speech.spoken_form import spoken_form

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = [".", ".", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """Return a whole number in English words, as it is said in the United States."""
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" {in_words(number % size)}" if number % size else ""
            return f"{in_words(number // size)} {name}{rest}"
    if number >= 20:
        return TENS[number // 10] + (f" {ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def said_for(written: str) -> set[str]:
    """Return the ways of saying a number in words; "1905" is nineteen hundred five as well."""
    whole, _, decimals = written.replace(",", "").partition(".")
    point = f" point {' '.join(ONES[int(digit)] for digit in decimals)}" if decimals else ""
    ways = {in_words(int(whole)) + point}
    if 1000 < int(whole) < 2000 and "," not in written:
        rest = f" {in_words(int(whole) % 100)}" if int(whole) % 100 else ""
        ways.add(f"{in_words(int(whole) // 100)} hundred{rest}{point}")
    return ways


def phonemes(text: str) -> str:
    """Return what the engine says of a text, without stress and pauses and the glides between."""
    engine = espeak()
    engine.set_voice("en-us")
    plain = re.sub(r"[\s',_!;|]|(?<=r)-", "", engine.phonemes(text))
    # A vowel may be reduced, a t between vowels is softer, and "four" and "forty" begin alike, however it writes them.
    return plain.replace("#", "").replace("2", "").replace("O@", "o@")


WRITTEN = [
    *("0", "1", "7", "10", "12", "13", "15", "20", "21", "50", "99", "100", "101", "110", "112"),
    *("250", "325", "500", "750", "875", "999", "1000", "1,000", "1,001", "1,010", "1,100"),
    *("1500", "1,500", "1,905", "2000", "2,000", "2026", "2,024", "2,500", "5,000", "9110"),
    *("10,000", "12,345", "100,000", "123456", "200,000", "999,999", "1,000,000", "2,500,000"),
    *("0.05", "0.5", "0.25", "0.125", "0.001", "1.25", "1.5", "2.5", "7.5", "10.5", "12.75"),
    *("98.6", "100.4", "1,250.5", "2,500.5", "12,345.678", "1905", "1900", "1100"),
]


def check(written: str) -> None:
    form = spoken_form(f"It is {written} milligrams", "en")
    assert form.unresolved == ()
    said = phonemes(form.engine_text)
    ways = {phonemes(f"It is {way} milligrams") for way in said_for(written)}
    assert said in ways, (written, said, ways)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_number_in_digits_is_said_as_the_number_that_it_is(written: str) -> None:
    check(written)


def some_number(chance: random.Random) -> str:
    whole = chance.choice((chance.randint(0, 99), chance.randint(100, 999_999)))
    decimals = chance.choice(("", "", str(chance.randint(1, 999)).rstrip("0")))
    plain = f"{whole:,}" if whole >= 10_000 or chance.random() < 0.5 else str(whole)
    return plain + (f".{decimals}" if decimals else "")


def test_numbers_drawn_by_lot_are_said_as_they_are() -> None:
    chance = random.Random(1)
    for _ in range(150):
        check(some_number(chance))


@pytest.mark.full
def test_twenty_thousand_numbers_drawn_by_lot_are_said_as_they_are() -> None:
    chance = random.Random(2)
    for _ in range(20_000):
        check(some_number(chance))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("the 1st dose", "the first dose"),
        ("the 2nd dose", "the second dose"),
        ("the 3rd dose", "the third dose"),
        ("the 21st day", "the twenty first day"),
        ("the 113th day", "the one hundred thirteenth day"),
        ("a 24-hour line", "a twenty four hour line"),
        ("at 8:30", "at eight thirty"),
        ("at 17:45", "at seventeen forty five"),
        ("at 10:00", "at ten o'clock"),
        ("at 14:00", "at fourteen hundred hours"),
        ("120/80", "one hundred twenty over eighty"),
        ("5–10 mg", "five to ten milligrams"),
        ("1½ tablets", "one and one half tablets"),
        ("250 mg/5 mL", "two hundred fifty milligrams per five milliliters"),
        ("stage IV", "stage four"),
        ("65+", "sixty five plus"),
        ("at −5 °C", "at minus five degrees Celsius"),
    ],
)
def test_other_forms_with_digits_are_heard_as_they_are_meant(written: str, words: str) -> None:
    form = spoken_form(written, "en")
    assert form.unresolved == ()
    assert phonemes(form.engine_text) == phonemes(words)
