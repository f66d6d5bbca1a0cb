"""No dose that is said in Spanish loses or changes a number: each is read back from its words."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest

from content.speech.spoken_form import spoken_form
from tests.content.speech.es.reading_numbers import numbers_in

COUNTED = (
    # (written, words for one, words for many)
    ("mg", "miligramo", "miligramos"),
    ("mcg", "microgramo", "microgramos"),
    ("µg", "microgramo", "microgramos"),
    ("g", "gramo", "gramos"),
    ("kg", "kilogramo", "kilogramos"),
    ("mL", "mililitro", "mililitros"),
    ("L", "litro", "litros"),
    ("UI", "unidad internacional", "unidades internacionales"),
    ("mmol", "milimol", "milimoles"),
    ("h", "hora", "horas"),
    ("%", "por ciento", "por ciento"),
    ("°C", "grado Celsius", "grados Celsius"),
    ("tabletas", "tabletas", "tabletas"),
    ("comprimidos", "comprimidos", "comprimidos"),
    ("gotas", "gotas", "gotas"),
    ("veces", "veces", "veces"),
    ("días", "días", "días"),
    ("semanas", "semanas", "semanas"),
)
WORDS_FOR_WORDS = {"tabletas", "comprimidos", "gotas", "veces", "días", "semanas"}
PER: dict[str, tuple[str, list[int]]] = {
    "": ("", []),
    "/kg": (" por kilogramo", []),
    "/kg/día": (" por kilogramo por día", []),
    "/mL": (" por mililitro", []),
    "/5 mL": (" por cada cinco mililitros", [5]),
    "/100 mL": (" por cada cien mililitros", [100]),
    "/8 h": (" cada ocho horas", [8]),
    " c/12 h": (" cada doce horas", [12]),
    " c/4-6 h": (" cada cuatro a seis horas", [4, 6]),
}
SIGNS = {"<": "menos de ", "> ": "más de ", "≤": "como máximo ", "≥ ": "al menos "}
BETWEEN = {
    **{"-": " a ", "–": " a ", " – ": " a ", " a ": " a ", " o ": " o ", " y ": " y "},
    " hasta ": " hasta ",
}
FRAMES = ("{}", "Tome {}.", "Tome {} al día.", "No más de {}, dos veces.", "(hasta {})", "¿{}?")


@dataclass(frozen=True)
class Dose:
    written: str
    values: list[Decimal]
    unit: str


def _number(chance: random.Random) -> tuple[str, Decimal]:
    kind = chance.choice(("small", "small", "big", "decimal", "decimal", "grouped", "millions"))
    whole = chance.choice((chance.randint(0, 31), chance.randint(0, 999)))
    if kind == "small":
        return str(whole), Decimal(whole)
    if kind == "decimal":
        digits = "".join(chance.choice("0123456789") for _ in range(chance.randint(0, 2)))
        digits += chance.choice("123456789")
        if len(digits) == 3 and whole:
            digits = digits[:2].rstrip("0") or "5"
        return f"{whole}{chance.choice('.,')}{digits}", Decimal(f"{whole}.{digits}")
    if kind == "big":
        value = chance.choice((chance.randint(1000, 999_999), chance.randint(1, 999) * 1000))
        return str(value), Decimal(value)
    mark = chance.choice(("\u202f", "\u00a0", "\u2009"))
    value = chance.randint(1000, 999_999)
    if kind == "millions":
        value = chance.choice((value * 1000, chance.randint(1_000_000, 9_999_999)))
        mark = chance.choice((mark, ".", ","))
    written = f"{value:,}".replace(",", mark)
    if kind == "grouped" and chance.random() < 0.3:
        thousands, decimal = chance.choice((",.", ".,"))
        digit = chance.choice("123456789")
        return f"{value:,}".replace(",", thousands) + decimal + digit, Decimal(f"{value}.{digit}")
    return written, Decimal(value)


def doses(count: int, seed: int) -> Iterator[Dose]:
    """Yield dose expressions that a rule of Spanish should say."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        symbol, one, many = chance.choice(COUNTED)
        numbers = [_number(chance)]
        between = ""
        if chance.random() < 0.4:
            between = chance.choice(tuple(BETWEEN))
            numbers.append(_number(chance))
            low, high = (value for _, value in numbers)
            # Further apart a dash may stand between the strengths of two medicines in one.
            if between.strip() in ("-", "–") and high > 20 * low:
                continue
            if {low, high} & {Decimal(911), Decimal(988)}:
                continue
            if low >= high or (len(numbers[0][0]), len(numbers[1][0])) == (3, 4):
                continue
        sign = chance.choice(tuple(SIGNS)) if not between and chance.random() < 0.2 else ""
        gap = " " if symbol in WORDS_FOR_WORDS else chance.choice((" ", " ", "", "\u00a0"))
        per = chance.choice(tuple(PER)) if symbol in ("mg", "mcg", "g", "UI", "mmol") else ""
        words = one if numbers[-1][1] == 1 else many
        of = " de " if numbers[-1][1] and numbers[-1][1] % 1_000_000 == 0 else " "
        amount = sign + between.join(written for written, _ in numbers) + gap + symbol + per
        made += 1
        yield Dose(
            chance.choice(FRAMES).format(amount),
            [*(value for _, value in numbers), *map(Decimal, PER[per][1])],
            of + words + PER[per][0],
        )


def check(dose: Dose) -> bool:
    """Check a dose that is said; return whether it is, and does not wait for its author."""
    form = spoken_form(dose.written, "es")
    if form.unresolved:
        return False
    assert not any(character.isdigit() for character in form.text), (dose, form.text)
    heard = numbers_in(form.text.replace(", dos veces.", "").replace("por ciento", "%"))
    assert heard == dose.values, (dose, form.text)
    assert dose.unit in form.text, (dose, form.text)
    return True


def _refused_only_where_two_numbers_would_be_one(dose: Dose) -> bool:
    return " y " in dose.written


def _check_all(count: int, seed: int) -> None:
    said = 0
    for dose in doses(count, seed):
        if check(dose):
            said += 1
        else:
            assert _refused_only_where_two_numbers_would_be_one(dose), dose
    assert said > count * 0.98


def test_a_thousand_generated_doses_are_said_with_their_numbers_and_units() -> None:
    _check_all(1000, seed=3)


@pytest.mark.full
def test_a_hundred_thousand_generated_doses_are_said_with_their_numbers_and_units() -> None:
    _check_all(100_000, seed=4)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("treinta y un miligramos", ["31"]),
        ("cero punto cero cinco a uno coma cinco", ["0.05", "1.5"]),
        ("mil doscientas cincuenta gotas", ["1250"]),
        ("un millón quinientas mil unidades", ["1500000"]),
        ("veinte y treinta", ["20", "30"]),
        ("veinte y cinco", ["25"]),
        ("doscientos mil tres", ["200003"]),
        ("una, dos o tres tabletas", ["1", "2", "3"]),
        ("por ciento", ["100"]),
        ("ninguna", []),
    ],
)
def test_the_parser_hears_what_an_ear_hears(text: str, numbers: list[str]) -> None:
    assert numbers_in(text) == [Decimal(one) for one in numbers]


def _check_whole(values: Iterable[int]) -> None:
    for value in values:
        for noun in ("mg", "gotas", ""):
            heard = numbers_in(spoken_form(f"{value} {noun}".strip(), "es").text)
            if value not in (911, 988):
                assert heard == [Decimal(value)], (value, noun)


def test_whole_numbers_are_read_back() -> None:
    _check_whole((*range(1100), *range(1100, 1_000_000, 9_973)))


@pytest.mark.full
def test_every_whole_number_up_to_thirty_thousand_is_read_back() -> None:
    _check_whole(range(30_000))
