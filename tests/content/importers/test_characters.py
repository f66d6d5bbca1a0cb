"""Signs that deceive are refused by name; what medicine and other languages write passes."""

import pytest

from content.importers.base import Unusable
from content.importers.characters import check, visible


@pytest.mark.parametrize(
    "words",
    [
        *("10 µg", "10 μg", "5 μmol/L", "TNFα", "IFNγ", "β-blocker", "α-tocopherol", "Ω-3"),
        *("Übelkeit, naïve, señor, 1.º, 2.ª", "10² ½ ㎎", "“quotes” – and… ≥ 5 °C", "CTスキャン"),
        *("میخواهم می‌خواهم", "👩‍⚕️", "❤️", "Приём лекарств", "Ελληνικά", "日本語", "x̄", "Köln"),
    ],
)
def test_honest_writing_passes(words: str) -> None:
    check(words, lambda line: f"line {line}")


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("Clonazep\u0430m", "U+0430"),
        ("\u0421lonazepam", "U+0421"),
        ("klon\u03bfpin", "U+03BF"),
        ("p\u03b1in", "U+03B1"),
        ("\uff4d\uff47", "U+FF4D"),
        ("\U0001d427ot", "U+1D427"),
        ("take no more \u0430\u0441\u0430 of it", "U+0430"),
        ("a\u00a0b\u2060c", "U+2060"),
        ("a\ufeffb", "U+FEFF"),
        ("\u061c", "U+061C"),
        ("a\ufff9b", "U+FFF9"),
        ("lost \ufffd letter", "U+FFFD"),
        ("\uffff", "U+FFFF"),
        ("\u3164", "U+3164"),
        ("\U000f0000", "U+F0000"),
        ("x\U000e0101", "U+E0101"),
        ("\ud800", "U+D800"),
    ],
)
def test_what_deceives_is_refused_with_its_line_and_code(words: str, sign: str) -> None:
    with pytest.raises(Unusable) as refused:
        check(f"All is well.\n{words}", lambda line: f"line {line}")
    assert str(refused.value).startswith("line 2 holds ")
    assert sign in str(refused.value)


def test_what_is_quoted_of_a_file_shows_every_sign() -> None:
    assert visible("do \u202enot\x00 \ud800") == "do [U+202E]not[U+0000] [U+D800]"
    assert visible("word " * 100).endswith("word…")
