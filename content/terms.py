"""The glossary: what a term is, and where in an article its words stand.

A term's title is the word as it is written. Its body is the meaning, one to three sentences, and
below that, as a list, the other forms in which the word is written ("benzodiazepines"). So all of
it is words of a revision: frozen, compared, voiced and approved like any other text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from content.reading import Reading, Sentence

MOST_SENTENCES = 3
"""Of a meaning: it is said to somebody who has stopped in the middle of another sentence."""
MOST_FORMS = 12
LONGEST_FORM = 60
"""In characters."""

_TOKEN = re.compile(r"[^\W_]+")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00ad": None})


@dataclass(frozen=True, slots=True)
class Term:
    """A term as articles are searched for it. ``id`` is whatever the caller knows it by."""

    id: int
    words: tuple[str, ...]


def problems(reading: Reading) -> list[str]:
    """Return a sentence for everything that keeps a text from being a term, none if it is one."""
    blocks = [block for section in reading.sections for block in section.blocks]
    found = []
    if any(section.heading for section in reading.sections) or reading.sources:
        found.append("A term has no headings and no sources: only its meaning and its other forms.")
    if any(block.kind == "warning" for block in blocks):
        found.append("A term has no warning. A warning belongs into a notice or an article.")
    meaning = [reading.summary] if reading.summary else []
    meaning += [one for block in blocks if block.kind == "paragraph" for one in block.sentences]
    if not 1 <= len(meaning) <= MOST_SENTENCES:
        found.append(
            f"The meaning has {len(meaning)} sentences. Say it in one to {MOST_SENTENCES}, "
            "in a paragraph above the list of other forms."
        )
    kinds = [block.kind for block in blocks]
    if "list_item" in kinds and "paragraph" in kinds[kinds.index("list_item") :]:
        found.append("The meaning stands above the list of other forms, not below it.")
    if any(block.number is not None for block in blocks):
        found.append("The other forms are a list with dashes, not with numbers.")
    forms = [reading.title]
    for block in blocks:
        if block.kind == "list_item":
            forms += block.sentences
            if len(block.sentences) > 1:
                found.append("Each item of the list is one written form, nothing else.")
    if len(forms) > MOST_FORMS:
        found.append(f"A term has at most {MOST_FORMS} written forms, and this has {len(forms)}.")
    return found + list(_wrong_forms(forms))


def _wrong_forms(forms: Iterable[Sentence]) -> Iterator[str]:
    seen: set[str] = set()
    for form in forms:
        text = form.text
        same = normal(text)
        if not re.search(r"[^\W\d_]", text):
            yield f'"{text}" has no letter: a written form is a word.'
        elif len(text) > LONGEST_FORM:
            yield f'"{text}" is longer than {LONGEST_FORM} characters. Write the word alone.'
        elif not (text[0].isalnum() and text[-1].isalnum()):
            yield f'"{text}" begins or ends with a sign. Write the word alone.'
        elif same in seen:
            yield f'"{text}" stands there twice. Capitals make no other form.'
        seen.add(same)


def words_of(reading: dict[str, Any]) -> list[str]:
    """Return the written forms of a term's reading: its title, then the items of its list."""
    return [
        reading["title"]["text"],
        *(
            one["text"]
            for section in reading["sections"]
            for block in section["blocks"]
            if block["kind"] == "list_item"
            for one in block["sentences"]
        ),
    ]


def meaning_of(reading: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the sentences of a term's meaning."""
    summary = [reading["summary"]] if reading["summary"] else []
    return summary + [
        one
        for section in reading["sections"]
        for block in section["blocks"]
        if block["kind"] != "list_item"
        for one in block["sentences"]
    ]


def normal(text: str) -> str:
    """Return what two spellings share that differ in capitals, white space or curly signs only."""
    folded = unicodedata.normalize("NFC", text).translate(_ALIKE).casefold()
    return " ".join(folded.split())


def found_in(texts: Iterable[str], terms: Iterable[Term]) -> list[int]:
    """Return the ids of the terms whose words stand in texts as whole words, in the terms' order.

    At each place the longest form counts, so "withdrawal symptoms" is not "withdrawal" as well. A
    form that two terms claim is the first one's.
    """
    terms = list(terms)
    owner: dict[str, int] = {}
    for term in terms:
        for word in term.words:
            owner.setdefault(normal(word), term.id)
    longest = max((len(_TOKEN.findall(form)) for form in owner), default=0)
    found: set[int] = set()
    for text in texts:
        found |= _owners_in(normal(text), owner, longest)
    return [term.id for term in terms if term.id in found]


def _owners_in(text: str, owner: dict[str, int], longest: int) -> set[int]:
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found: set[int] = set()
    index = 0
    while index < len(tokens):
        step = 1
        for count in range(min(longest, len(tokens) - index), 0, -1):
            form = text[tokens[index][0] : tokens[index + count - 1][1]]
            if form in owner:
                found.add(owner[form])
                step = count
                break
        index += step
    return found


def squashed(text: str) -> str:
    """Return the letters and digits of a text alone, whatever marks stand between them."""
    return "".join(_TOKEN.findall(normal(text)))


def squashed_source(title: str, body: str) -> str:
    """Return the same of a title with its Markdown.

    Where :func:`found_in` finds a form in a text, the squashed form is in its squashed source: a
    test without the rendition, which may say "perhaps" too often and never too seldom.
    """
    return squashed(f"{title}\n{html.unescape(body)}")
