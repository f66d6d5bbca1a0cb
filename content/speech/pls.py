"""Lexicons as files of W3C's Pronunciation Lexicon Specification (PLS) 1.0.

https://www.w3.org/TR/2008/REC-pronunciation-lexicon-20081014/ (read 2026-11-25). PLS has no place
for the source of a lexeme, but lets ``<metadata>`` hold elements of any other namespace, so the
sources stand there, each with the ``xml:id`` of its lexeme::

    <lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
        alphabet="x-espeak-ng" xml:lang="en">
      <metadata>
        <source xmlns="urn:plainvoice:lexicon" lexeme="sertraline">Where it was looked up</source>
      </metadata>
      <lexeme xml:id="sertraline">
        <grapheme>sertraline</grapheme>
        <phoneme>s'3:tr@l,i:n</phoneme>
      </lexeme>
    </lexicon>

Of several pronunciations the preferred one counts, else the first. A lexeme with an alias and
phonemes is shown as the alias and said as the phonemes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from content.speech.rules import Entry

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
SOURCES = "urn:plainvoice:lexicon"
XML = "http://www.w3.org/XML/1998/namespace"
ALPHABET = "x-espeak-ng"
MOST_BYTES = 1024 * 1024
MOST_LEXEMES = 5000
DEEPEST = 20
_WITHIN = {
    "lexicon": {"meta", "metadata", "lexeme"},
    "lexeme": {"grapheme", "phoneme", "alias", "example"},
}


class NotPls(ValueError):
    """A file of which nothing can be used; the message names the line and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"Line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Lexeme:
    """An entry with its source; ``line`` is where it stands in the file it was read from."""

    entry: Entry
    source: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """A lexeme that cannot be used: its line, its word where it has one, and why."""

    line: int
    grapheme: str
    reason: str

    def __str__(self) -> str:
        named = f" (“{self.grapheme}”)" if self.grapheme else ""
        return f"Line {self.line}{named}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a file holds: its language (primary subtag), what can be used of it, and what cannot."""

    language: str
    lexemes: tuple[Lexeme, ...]
    problems: tuple[Problem, ...] = ()


def read(data: bytes) -> Lexicon:
    """Return what a file holds; raise :class:`NotPls` where it is no PLS 1.0 that can be trusted.

    A document type is refused, since entities could make much out of little and fetch files.
    """
    if len(data) > MOST_BYTES:
        raise NotPls(1, f"the file is larger than {MOST_BYTES // 1024} KiB.")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotPls(error.lineno, f"this is not well-formed XML ({error}).") from error
    except (LookupError, UnicodeError) as error:
        raise NotPls(1, "the file's encoding is not known. Save it as UTF-8.") from error
    return reader.lexicon()


def write(language: str, lexemes: Iterable[Lexeme]) -> bytes:
    """Return a PLS 1.0 file (UTF-8) of these lexemes, in their order.

    Raises :class:`ValueError` for an entry that PLS cannot express.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="{ALPHABET}" '
        f"xml:lang={quoteattr(language)}>"
    )
    named = _named(lexemes)
    sources = [
        f'    <source xmlns="{SOURCES}" lexeme="{name}">{escape(lexeme.source)}</source>'
        for name, lexeme in named
        if lexeme.source
    ]
    if sources:
        lines += ["  <metadata>", *sources, "  </metadata>"]
    for name, lexeme in named:
        entry = lexeme.entry
        if entry.after or entry.before or not (entry.alias or entry.phonemes):
            raise ValueError(f"PLS cannot say where {entry.grapheme!r} holds, or how it is said.")
        lines.append(f'  <lexeme xml:id="{name}">')
        lines.append(f"    <grapheme>{escape(entry.grapheme)}</grapheme>")
        if entry.phonemes:
            lines.append(f"    <phoneme>{escape(entry.phonemes)}</phoneme>")
        if entry.alias:
            lines.append(f"    <alias>{escape(entry.alias)}</alias>")
        lines.append("  </lexeme>")
    return "\n".join([*lines, "</lexicon>", ""]).encode()


def _named(lexemes: Iterable[Lexeme]) -> list[tuple[str, Lexeme]]:
    """Return each lexeme with an ``xml:id`` of its own, made from its letters."""
    found: list[tuple[str, Lexeme]] = []
    taken: set[str] = set()
    for lexeme in lexemes:
        plain = unicodedata.normalize("NFKD", lexeme.entry.grapheme.casefold())
        stem = re.sub("[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
        if not stem[:1].isalpha():
            stem = f"word-{stem}".rstrip("-")
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        found.append((name, lexeme))
    return found


@dataclass(slots=True)
class _Said:
    """A pronunciation as it stands in a lexeme."""

    kind: str
    text: str
    preferred: bool
    alphabet: str


@dataclass(slots=True)
class _Open:
    """A lexeme that is being read."""

    line: int
    name: str
    graphemes: list[str] = field(default_factory=list)
    said: list[_Said] = field(default_factory=list)
    why_not: str = ""


class _Reader:
    """Takes what the XML parser tells. Anything that PLS does not have is named."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._no_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take
        self._path: list[str] = []
        self._attributes: list[dict[str, str]] = []
        self._text = ""
        self._language = self._alphabet = ""
        self._lexeme: _Open | None = None
        self._lexemes: list[_Open] = []
        self._sources: dict[str, str] = {}

    def lexicon(self) -> Lexicon:
        """Return what was read, entry by entry."""
        usable: list[Lexeme] = []
        problems: list[Problem] = []
        seen: set[str] = set()
        for lexeme in self._lexemes:
            alias, phonemes, why_not = self._pronunciation(lexeme)
            for grapheme in lexeme.graphemes or [""]:
                twice = grapheme in seen
                reason = why_not or ("this word stands in the file twice." if twice else "")
                if reason:
                    problems.append(Problem(lexeme.line, grapheme, reason))
                    continue
                seen.add(grapheme)
                entry = Entry(grapheme, alias, phonemes)
                source = self._sources.get(lexeme.name, "")
                usable.append(Lexeme(entry, source, lexeme.line))
        return Lexicon(self._language, tuple(usable), tuple(problems))

    def _pronunciation(self, lexeme: _Open) -> tuple[str, str, str]:
        """Return a lexeme's alias, its phonemes, and why it cannot be used."""
        said = sorted(lexeme.said, key=lambda one: not one.preferred)
        alias = next((one.text for one in said if one.kind == "alias"), "")
        phoneme = next((one for one in said if one.kind == "phoneme"), None)
        phonemes = phoneme.text if phoneme else ""
        if lexeme.why_not:
            return "", "", lexeme.why_not
        if not lexeme.graphemes or "" in lexeme.graphemes:
            return "", "", "it has no written form (grapheme)."
        if phoneme and phoneme.alphabet != ALPHABET:
            return (
                "",
                "",
                (
                    f'its phonemes are in the alphabet "{phoneme.alphabet}", and only those of '
                    f'"{ALPHABET}" can be said. Translated by guess, a word could be said wrongly.'
                ),
            )
        if not alias and not phonemes:
            return "", "", "it says neither how it sounds (alias) nor its phonemes."
        if phonemes and len(phonemes.split()) != len((alias or lexeme.graphemes[0]).split()):
            return "", "", "each of its words needs a word of phonemes, parted by a space."
        return alias, phonemes, ""

    def _no_doctype(self, *_: object) -> None:
        raise NotPls(self._line, "it has a DOCTYPE, which is refused. Remove it.")

    @property
    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if len(self._path) >= DEEPEST:
            raise NotPls(self._line, "its elements stand in each other too deep.")
        name = name if namespace == NAMESPACE else f"{namespace} {name}"
        parent = self._path[-1] if self._path else None
        if parent is None:
            self._begin(name, attributes)
        elif namespace == NAMESPACE and "metadata" not in self._path:
            self._check_place(parent, name)
        self._path.append(name)
        self._attributes.append(attributes)
        self._text = ""
        if name == "lexeme" and parent == "lexicon":
            self._begin_lexeme(attributes)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name != "lexicon":
            raise NotPls(
                self._line, f"it begins with {name.strip()}, which is not the lexicon of PLS 1.0."
            )
        if attributes.get("version") != "1.0":
            raise NotPls(self._line, 'its version is not "1.0".')
        self._alphabet = attributes.get("alphabet", "")
        if self._alphabet not in (ALPHABET, "ipa"):
            raise NotPls(
                self._line,
                f'its alphabet is "{self._alphabet}". It must be "{ALPHABET}" (or "ipa", where '
                "only aliases are given).",
            )
        language = attributes.get(f"{XML} lang", "")
        if not re.fullmatch("[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8})*", language):
            raise NotPls(self._line, "it does not tell its language (xml:lang).")
        self._language = language.split("-")[0].lower()

    def _check_place(self, parent: str, name: str) -> None:
        if name in _WITHIN.get(parent, set()):
            return
        if self._lexeme is None:
            raise NotPls(self._line, f"PLS 1.0 has no {name} in a {parent}.")
        self._lexeme.why_not = f"PLS 1.0 has no {name} in a {parent}."

    def _begin_lexeme(self, attributes: dict[str, str]) -> None:
        self._lexeme = _Open(self._line, attributes.get(f"{XML} id", ""))
        if attributes.get("role"):
            self._lexeme.why_not = (
                "it holds in a certain role only, which cannot be told in a text."
            )
        self._lexemes.append(self._lexeme)
        if len(self._lexemes) > MOST_LEXEMES:
            raise NotPls(self._line, f"it has more than {MOST_LEXEMES} lexemes.")

    def _take(self, text: str) -> None:
        self._text += text

    def _end(self, _tag: str) -> None:
        name, attributes = self._path.pop(), self._attributes.pop()
        text, self._text = " ".join(self._text.split()), ""
        if name == f"{SOURCES} source":
            self._sources[attributes.get("lexeme", "")] = text
        elif "metadata" in self._path or (lexeme := self._lexeme) is None:
            return
        elif name == "lexeme":
            self._lexeme = None
        elif name == "grapheme":
            lexeme.graphemes.append(text)
        elif name in ("phoneme", "alias"):
            preferred = attributes.get("prefer") == "true"
            alphabet = attributes.get("alphabet", self._alphabet)
            lexeme.said.append(_Said(name, text, preferred, alphabet))
