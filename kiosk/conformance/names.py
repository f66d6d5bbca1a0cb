"""Which tests there are, and which rules their names say they prove."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

AREAS = ("SPK", "AUD", "TXT", "TCH", "KEY", "TIM", "PRV", "COG", "RCH", "DOC", "OPS")

_ID = re.compile(
    rf"(?<![A-Za-z])({'|'.join(AREAS)})[-_](\d+)(?:[-_ ]to[-_ ](?:\1[-_])?(\d+))?(?!\d)"
)
_PROVES = re.compile(r"^Proves:? (.+?)\.?$", re.MULTILINE)


def ids_in(name: str) -> list[str]:
    """Return the rules that a test's name carries, in its order: ``..._TXT_5_TXT_8``, ``TIM_1_to_4``.

    A parameter counts only where it begins with a rule, as in ``[SPK-1]`` and ``[SPK-1-dark]``: other
    parameters may hold anything.
    """
    function, _, parameter = name.partition("[")
    found = _rules(function)
    if first := _ID.match(parameter):
        found += _rules(first[0])
    return list(dict.fromkeys(found))


def _rules(text: str) -> list[str]:
    return [
        f"{area}-{number}"
        for area, first, last in _ID.findall(text)
        for number in range(int(first), int(last or first) + 1)
    ]


def ids_of_file(docstring: str | None) -> list[str]:
    """Return the rules that every test of a file proves, by a line ``Proves KEY-1, KEY-3.``"""
    return [one for line in _PROVES.findall(docstring or "") for one in _rules(line)]


def named_below(folder: Path) -> set[str]:
    """Return every test as ``file::name``, read and not run; files are relative to ``folder``'s parent.

    A test of a class is ``file::Class::name``, as pytest names it.
    """
    return {
        f"{file.relative_to(folder.parent).as_posix()}::{name}"
        for file in folder.rglob("test_*.py")
        for name in _names(ast.parse(file.read_text(encoding="utf-8")).body)
    }


def _names(body: list[ast.stmt]) -> Iterator[str]:
    for one in body:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            if one.name.startswith("test"):
                yield one.name
        elif isinstance(one, ast.ClassDef):
            for name in _names(one.body):
                yield f"{one.name}::{name}"
