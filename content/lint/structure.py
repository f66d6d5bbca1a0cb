"""How a text is built: title, headings, lists, pictures, its list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from content.lint.data import Rules
from content.lint.findings import Raised
from content.lint.safety import names_a_medicine
from content.lint.text import Block, Text

_WORD = re.compile(r"\w+")
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)|(?:img|dsc|image)[-_ ]?\d+", re.I
)


def check(text: Text, rules: Rules, today: date) -> Iterator[Raised]:
    """Yield what is missing or out of proportion."""
    yield from _pictures(text, rules)
    yield from _title(text, rules)
    yield from _lists(text, rules)
    if text.is_article:
        yield from _headings(text, rules)
        yield from _sources(text, rules)


def _title(text: Text, rules: Rules) -> Iterator[Raised]:
    rule = rules.get("structure.title_length")
    if rule and len(text.title.text) > rule.limit:
        count = len(text.title.text)
        yield Raised(rule, text.title, 0, count, {"count": count, "limit": rule.limit})


def _headings(text: Text, rules: Rules) -> Iterator[Raised]:
    rule = rules.get("structure.no_headings")
    if not rule or any(line.where == "heading" for line in text.lines):
        return
    count = sum(len(_WORD.findall(line.text)) for line in text.said())
    if count > rule.limit:
        yield Raised(rule, fields={"count": count, "limit": rule.limit})


def _sources(text: Text, rules: Rules) -> Iterator[Raised]:
    if text.has_sources_section:
        return
    code = "medicine_sources" if names_a_medicine(text, rules) else "no_sources"
    if rule := rules.get(f"structure.{code}"):
        yield Raised(rule)


def _lists(text: Text, rules: Rules) -> Iterator[Raised]:
    rule = rules.get("structure.lone_item")
    if not rule or not text.is_article:
        return
    for _, group in groupby(text.blocks, key=lambda block: (block.section, block.kind)):
        items = list(group)
        if len(items) == 1 and items[0].kind == "list_item" and items[0].lines:
            line = items[0].lines[0]
            yield Raised(rule, line, 0, len(line.text))


def _pictures(text: Text, rules: Rules) -> Iterator[Raised]:
    missing, poor = (rules.get(f"structure.{code}") for code in ("no_description", "description"))
    for block in text.blocks:
        if block.kind != "image":
            continue
        if not block.described:
            if missing:
                yield Raised(missing, block.lines[0] if block.lines else None)
        elif poor and _says_nothing(block):
            line = block.lines[0]
            yield Raised(poor, line, 0, len(line.text))


def _says_nothing(block: Block) -> bool:
    """Whether a description is the name of a file, or one word."""
    words = " ".join(line.text for line in block.lines).strip(" .")
    if not words:
        return False
    return bool(_FILE_NAME.fullmatch(words)) or len(_WORD.findall(words)) < 2
