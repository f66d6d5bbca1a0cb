"""How easy a text is to follow, by eye and by ear. It needs no dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from content.lint import patterns
from content.lint.data import Rule, Rules
from content.lint.findings import Raised
from content.lint.text import Line, Text

LONG_WORD = 6
"""LIX counts words of more letters than this."""
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]{1,4}(?=s?\b)")
_ROMAN = re.compile(r"[IVX]+")


def lix(sentences: Iterable[str]) -> float:
    """Return the readability index LIX of sentences: 0 without words, about 20 easy, 60 hard.

    Words a sentence, plus the share in per cent of words of more than six letters. By C. H.
    Björnsson, "Läsbarhet", Stockholm: Liber, 1968; it was made for Swedish and needs no dictionary,
    so that it compares texts within a language, not across two.
    """
    words: list[str] = []
    count = 0
    for sentence in sentences:
        own = _words(sentence)
        words += own
        count += bool(own)
    if not words:
        return 0.0
    long = sum(sum(map(str.isalpha, word)) > LONG_WORD for word in words)
    return len(words) / count + 100 * long / len(words)


def check(text: Text, rules: Rules, today: date) -> Iterator[Raised]:
    """Yield what makes a text hard to follow, sentence by sentence."""
    yield from patterns.raised(text, rules, "readability")
    yield from _whole(text, rules)
    yield from _lengths(text, rules)
    yield from _paragraphs(text, rules)
    yield from _long_words(text, rules)
    yield from _plain_words(text, rules)
    yield from _abbreviations(text, rules)


def _words(sentence: str) -> list[str]:
    return _WORD.findall(sentence)


def _whole(text: Text, rules: Rules) -> Iterator[Raised]:
    rule = rules.get("readability.lix")
    if not rule or not text.is_article:
        return
    value = lix(line.text for line in text.said() if line.where not in ("title", "heading"))
    if value > rule.limit:
        yield Raised(rule, fields={"value": round(value), "limit": rule.limit})


def _lengths(text: Text, rules: Rules) -> Iterator[Raised]:
    too_long, long = (rules.get(f"readability.{code}") for code in ("endless", "sentence"))
    for line in text.said():
        count = len(_words(line.text))
        rule = next((one for one in (too_long, long) if one and count > one.limit), None)
        if rule:
            fields = {"count": count, "limit": rule.limit}
            yield Raised(rule, line, 0, len(line.text), fields)


def _paragraphs(text: Text, rules: Rules) -> Iterator[Raised]:
    rule = rules.get("readability.paragraph")
    if not rule:
        return
    for block in text.blocks:
        count = sum(len(_words(line.text)) for line in block.lines)
        if len(block.lines) > 3 and count > rule.limit:
            line = block.lines[0]
            fields = {"count": count, "limit": rule.limit}
            yield Raised(rule, line, 0, len(line.text), fields)


def _long_words(text: Text, rules: Rules) -> Iterator[Raised]:
    rule = rules.get("readability.long_word")
    if not rule:
        return
    told: set[str] = set()
    for line in text.said():
        for match in _WORD.finditer(line.text):
            longest = max(len(part) for part in re.split(r"['’\-]", match[0]))
            if longest <= rule.limit or match[0].lower() in told:
                continue
            told.add(match[0].lower())
            yield Raised(rule, line, match.start(), len(match[0]), {"count": longest})


def _plain_words(text: Text, rules: Rules) -> Iterator[Raised]:
    """Yield words of officials and professionals, each with the plain one, once a text."""
    rule = rules.get("readability.plain_words")
    if not rule or not rule.instead:
        return
    for word, instead in rule.instead.items():
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)
        for line in text.said():
            if match := pattern.search(line.text):
                yield Raised(rule, line, match.start(), len(match[0]), {"instead": instead})
                break


def _abbreviations(text: Text, rules: Rules) -> Iterator[Raised]:
    rule = rules.get("readability.abbreviation")
    if not rule:
        return
    told: set[str] = set()
    everything = " ".join(text.passages)
    for line in text.said():
        if line.text.isupper():
            continue
        for match in _ABBREVIATION.finditer(line.text):
            if match[0] in told or not _is_unknown(match[0], rule, line):
                continue
            told.add(match[0])
            if not _is_explained(match[0], everything):
                yield Raised(rule, line, match.start(), len(match[0]))


def _is_unknown(short: str, rule: Rule, line: Line) -> bool:
    return short not in rule.words and not _ROMAN.fullmatch(short)


def _is_explained(short: str, everything: str) -> bool:
    """Whether a text says what letters stand for: "words (ABC)", "ABC (words)", "ABC stands for"."""
    name = re.escape(short)
    return bool(
        re.search(
            rf"\w[\w\s'’-]*\s\({name}s?\b|\b{name}s? \([^\W\d]"
            rf"|\b{name}, (?:an?|the|una?|el|la)\b"
            rf"|\b{name} (?:stands for|is short for|means|is the|is a|significa|es un|es una|son)\b",
            everything,
        )
    )
