"""The rules as data: read from TOML, checked entry by entry, digested."""

from __future__ import annotations

import hashlib
import re
import string
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from content.lint.findings import Level, Source

LINT = 1
"""The version of this software's half of the checks: count it up when what they find changes."""

FOLDER = Path(__file__).parent / "rules"
EVERYWHERE = "all"
"""The folder of what holds in every language."""

FIELDS = {"found", "count", "limit", "instead", "group", "value"}
"""What a message may name in braces."""
_KEYS = {
    "code", "level", "message", "source", "own", "patterns", "unless", "unless_before", "where",
    "each", "case", "limit", "words", "instead",
}  # fmt: skip
_GROUP_KEYS = {"code", "name", "words", "mentions", "statement"}
_STATEMENT_KEYS = {"code", "level", "message", "source", "own", "wordings"}
_CODE = re.compile(r"[a-z]+(?:\.[a-z_]+)+")
_DATE = re.compile(r"\d{4}(?:-\d{2}-\d{2})?")


class BadRules(Exception):
    """Rules that cannot be used; ``problems`` name the file, the entry and what is wrong with it."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it was reviewed.

    ``patterns`` are what it looks for, ``unless`` what silences it in the same sentence and
    ``unless_before`` in the words right before. ``where`` are the only places it looks at, empty for
    all. With ``each`` it tells of every place in a sentence, else of the first. ``own`` is the reason
    of a rule that has no source but this house.
    """

    code: str
    level: Level
    message: str
    source: Source | None = None
    own: str = ""
    patterns: tuple[re.Pattern[str], ...] = ()
    unless: tuple[re.Pattern[str], ...] = ()
    unless_before: tuple[re.Pattern[str], ...] = ()
    where: frozenset[str] = frozenset()
    each: bool = False
    limit: int = 0
    words: frozenset[str] = frozenset()
    instead: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a text about a group of medicines must say: any of the ``wordings``, each of which is
    several patterns that one passage must hold.
    """

    rule: Rule
    wordings: tuple[tuple[re.Pattern[str], ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of medicines, the words that tell of it and what must then be said.

    A text is about it where such a word stands in title, summary or a heading, or in ``mentions``
    sentences.
    """

    code: str
    name: str
    trigger: re.Pattern[str]
    mentions: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules that hold for a language, by code, in the order of their files."""

    language: str
    by_code: Mapping[str, Rule]
    groups: tuple[Group, ...]

    def of(self, concern: str) -> Iterator[Rule]:
        """Yield the rules of a concern that are patterns: ``safety``, ``notation``..."""
        return (
            rule
            for code, rule in self.by_code.items()
            if rule.patterns and code.startswith(f"{concern}.")
        )

    def get(self, code: str) -> Rule | None:
        """Return a rule, None where this language does not have it."""
        return self.by_code.get(code)

    def all(self) -> Iterator[Rule]:
        """Yield every rule, with the statements that must be present."""
        yield from self.by_code.values()
        for group in self.groups:
            for statement in group.statements:
                yield statement.rule


def languages(folder: Path = FOLDER) -> list[str]:
    """Return the languages that have rules of their own."""
    return sorted(
        path.name for path in folder.iterdir() if path.is_dir() and path.name != EVERYWHERE
    )


@cache
def rules_for(language: str) -> Rules:
    """Return the rules of a language. Raises :class:`BadRules`."""
    return read_rules(language)


@cache
def version() -> str:
    """Return the version of all rules, ``LINT.DIGEST``: any change of the data changes it."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*.toml")):
        digest.update(path.relative_to(FOLDER).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return f"{LINT}.{digest.hexdigest()[:16]}"


def read_rules(language: str, folder: Path = FOLDER) -> Rules:
    """Return the rules of a language from a folder, or raise with every entry that is wrong."""
    reader = _Reader()
    for name in (EVERYWHERE, language):
        for path in sorted((folder / name).glob("*.toml")):
            reader.file(path, f"{name}/{path.name}")
    if reader.problems:
        raise BadRules(reader.problems)
    return Rules(language, reader.rules, tuple(reader.groups))


class _Reader:
    def __init__(self) -> None:
        self.problems: list[str] = []
        self.rules: dict[str, Rule] = {}
        self.groups: list[Group] = []
        self.codes: set[str] = set()
        self.entry = ""

    def file(self, path: Path, name: str) -> None:
        self.entry = name
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self._wrong(f"it is not TOML: {error}.")
            return
        sources = data.pop("sources", {})
        parts: dict[str, Callable[[dict[str, Any], dict[str, Any]], None]] = {
            "rule": self._rule,
            "group": self._group,
        }
        for key, entries in data.items():
            if key not in parts or not isinstance(entries, list):
                self.entry = f"{name}, {key}"
                self._wrong("only [sources], [[rule]] and [[group]] are known.")
                continue
            for number, entry in enumerate(entries, 1):
                self.entry = f"{name}, {key} {entry.get('code') or number}"
                parts[key](entry, sources)

    def _rule(self, entry: dict[str, Any], sources: dict[str, Any]) -> None:
        self._known(entry, _KEYS)
        rule = self._base(entry, sources)
        if rule is None:
            return
        flags = 0 if entry.get("case") else re.IGNORECASE
        self.rules[rule.code] = replace(
            rule,
            patterns=self._patterns(entry, "patterns", flags),
            unless=self._patterns(entry, "unless", re.IGNORECASE),
            unless_before=self._patterns(entry, "unless_before", re.IGNORECASE, end=True),
            where=frozenset(entry.get("where", ())),
            each=bool(entry.get("each", False)),
            limit=self._number(entry, "limit"),
            words=frozenset(entry.get("words", ())),
            instead=dict(entry.get("instead", {})),
        )

    def _group(self, entry: dict[str, Any], sources: dict[str, Any]) -> None:
        self._known(entry, _GROUP_KEYS)
        words = entry.get("words")
        if not words or not all(isinstance(word, str) and word for word in words):
            self._wrong("its words are missing.")
            return
        # A plural is the same medicine; a longer word is another.
        either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        trigger = re.compile(rf"\b(?:{either})(?:e?s)?\b", re.IGNORECASE)
        statements = []
        named = self.entry
        for number, one in enumerate(entry.get("statement", ()), 1):
            self.entry = f"{named}, statement {one.get('code') or number}"
            self._known(one, _STATEMENT_KEYS)
            rule = self._base(one, sources)
            wordings = one.get("wordings") or ()
            if not wordings:
                self._wrong("no wording is given that would satisfy it.")
            compiled = tuple(
                tuple(
                    pattern for text in wording if (pattern := self._pattern(text, re.IGNORECASE))
                )
                for wording in wordings
            )
            if rule is not None:
                statements.append(Statement(rule, compiled))
        self.entry = named
        if not statements:
            self._wrong("nothing is said that must be present.")
        self.groups.append(
            Group(
                code=str(entry.get("code", "")),
                name=str(entry.get("name", "")),
                trigger=trigger,
                mentions=self._number(entry, "mentions") or 3,
                statements=tuple(statements),
            )
        )

    def _base(self, entry: dict[str, Any], sources: dict[str, Any]) -> Rule | None:
        code, level, message = (entry.get(key) for key in ("code", "level", "message"))
        before = len(self.problems)
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            self._wrong('its code is not like "safety.dose".')
        elif code in self.codes:
            self._wrong("its code is taken by another entry.")
        if level not in list(Level):
            self._wrong(f"its level is not one of {', '.join(Level)}.")
        if not isinstance(message, str) or not message.strip():
            self._wrong("it has no message.")
        else:
            self._message(message)
        source = self._source(entry, sources)
        if "source" not in entry and not entry.get("own"):
            self._wrong("it has neither a source nor a reason of its own (own).")
        if len(self.problems) > before:
            return None
        self.codes.add(str(code))
        return Rule(str(code), Level(str(level)), str(message), source, str(entry.get("own", "")))

    def _message(self, message: str) -> None:
        try:
            named = {
                name for _, name, _, _ in string.Formatter().parse(message) if name is not None
            }
        except ValueError as error:
            self._wrong(f"its message has a brace that is no field: {error}.")
            return
        if unknown := sorted(named - FIELDS):
            self._wrong(f"its message names {', '.join(unknown)}, which nothing fills in.")

    def _source(self, entry: dict[str, Any], sources: dict[str, Any]) -> Source | None:
        if "source" not in entry:
            return None
        source = sources.get(entry["source"])
        if source is None:
            self._wrong(f'its source "{entry["source"]}" is not among [sources].')
            return None
        title, url, date = (str(source.get(key, "")) for key in ("title", "url", "date"))
        if not title or not url.startswith("https://"):
            self._wrong(f'its source "{entry["source"]}" lacks a title or an https address.')
        if not _DATE.fullmatch(date):
            self._wrong(f'the date of its source "{entry["source"]}" is not like 2020-09-23.')
        return Source(title, url, date)

    def _patterns(
        self, entry: dict[str, Any], key: str, flags: int, *, end: bool = False
    ) -> tuple[re.Pattern[str], ...]:
        return tuple(
            pattern
            for text in entry.get(key, ())
            if (pattern := self._pattern(f"(?:{text})" if end else text, flags))
        )

    def _pattern(self, text: str, flags: int) -> re.Pattern[str] | None:
        try:
            pattern = re.compile(text, flags)
        except (re.error, TypeError) as error:
            self._wrong(f'the pattern "{text}" cannot be read: {error}.')
            return None
        if pattern.match(""):
            self._wrong(f'the pattern "{text}" fits everything.')
        return pattern

    def _number(self, entry: dict[str, Any], key: str) -> int:
        value = entry.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self._wrong(f"its {key} is not a whole number.")
            return 0
        return value

    def _known(self, entry: dict[str, Any], keys: set[str]) -> None:
        if unknown := sorted(set(entry) - keys):
            self._wrong(f"it has {', '.join(unknown)}, which is not known here.")

    def _wrong(self, what: str) -> None:
        self.problems.append(f"{self.entry}: {what}")
