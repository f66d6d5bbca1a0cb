"""A revision's Markdown -> Reading: sections, blocks, sentences.

The one form that is shown, spoken, served and exported. What the Markdown subset does not know is
a problem with its line, never left out in silence: a word that vanished could be a "not".

The subset: headings open sections; paragraphs; flat lists (``-`` and ``1.``); ``*emphasis*`` and
``**strong**``; ``>`` for a warning; ``![What it shows.](image:NAME)`` in a paragraph of its own for
a stored picture; links only in the last section, "Sources". A paragraph of one whole sentence
before the first heading is the summary. A mark that could be a sign of a number
("> 38 °C") is a problem too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from content.images import markup
from content.images.markup import Picture
from content.sentences import bounds

MAX_TITLE = 200
MAX_BODY = 1024 * 1024
"""In characters and in bytes of UTF-8: how much a text may have, whichever way it comes in."""
SOURCES_HEADINGS = {"en": "sources", "es": "fuentes"}
LAST_LIST_START = 99
"""A list that begins with a higher number is a line that begins with a year."""
LONGEST_SENTENCE = 1500
"""In characters. Nobody can follow a longer one by ear, and nothing in it could be repeated."""

Kind = Literal["paragraph", "list_item", "warning", "image"]
Find = Callable[[str], Picture | None]
"""Returns the stored picture of a name, None where there is none."""

_NUMBER = re.compile(r"[^\w\s]*\s?[0-9½¼¾⅓⅔]")
"""Behind a mark of markup, what makes a sign of it: "> 38 °C", "- 5 °C"."""
_SPACES = re.compile(r"(?:(?!(?<=[0-9])[\u00a0\u2009\u202f][0-9])\s)+")
"""White space, but not what parts the thousands of a number: "10\u202f000"."""
_ENDED = re.compile(r"[.!?]['\"”’)»]*$")

_WHAT = {
    "code_block": "text indented by four spaces or more",
    "fence": "a block of code",
    "code_inline": "code",
    "html_block": "HTML",
    "html_inline": "HTML",
    "hr": "a line across the page",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What the kiosk cannot show, at a line of the body (1 is the first)."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}"


class MarkupError(ValueError):
    """A body that cannot be shown whole; ``problems`` names each with its line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is written. Emphasis is ``(offset, length, "strong"|"em")``."""

    id: str
    text: str
    emphasis: tuple[tuple[int, int, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the sentence before it has a voice."""
        return {
            "id": self.id,
            "text": self.text,
            "emphasis": [list(piece) for piece in self.emphasis],
        }


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list (with its number where it has one), a warning, or a picture,
    whose sentences say what it shows.
    """

    kind: Kind
    number: int | None
    sentences: tuple[Sentence, ...]
    picture: Picture | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the block in the API's shape, before it has a voice."""
        return {
            "kind": self.kind,
            "number": self.number,
            "sentences": [sentence.to_json() for sentence in self.sentences],
            **({"image": self.picture.to_json()} if self.picture else {}),
        }


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading; the first section may have none."""

    heading: Sentence | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from. What is unknown is empty."""

    title: str
    publisher: str
    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read."""

    language: str
    title: Sentence
    summary: Sentence | None
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence in the order it is read."""
        yield self.title
        if self.summary:
            yield self.summary
        for section in self.sections:
            if section.heading:
                yield section.heading
            for block in section.blocks:
                yield from block.sentences

    def pictures(self) -> Iterator[Picture]:
        """Yield every picture in the order it is shown."""
        for section in self.sections:
            for block in section.blocks:
                if block.picture:
                    yield block.picture

    def to_json(self) -> dict[str, Any]:
        """Return the reading in the API's shape, before it has a voice."""
        return {
            "title": self.title.to_json(),
            "summary": self.summary.to_json() if self.summary else None,
            "sections": [
                {
                    "heading": section.heading.to_json() if section.heading else None,
                    "blocks": [block.to_json() for block in section.blocks],
                }
                for section in self.sections
            ],
            "sources": [
                {
                    "title": source.title,
                    "publisher": source.publisher,
                    "url": source.url,
                    "date": source.date,
                }
                for source in self.sources
            ],
        }


def canonical(title: str, body: str, language: str) -> str:
    """Return the one form of a text that its digest is taken of: NFC, LF, no trailing space."""
    lines = unicodedata.normalize("NFC", body).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = "\n".join(line.rstrip() for line in lines).strip("\n")
    return f"{language}\n{unicodedata.normalize('NFC', title).strip()}\n{kept}\n"


def read(
    title: str, body: str, language: str, *, id_prefix: str = "s", find: Find | None = None
) -> Reading:
    """Return a text as sections, blocks and sentences with ids ``id_prefix`` + 1, 2, 3...

    ``find`` knows the stored pictures; without it the text is of a kind that shows none. Raises
    :class:`MarkupError` with everything in it that cannot be shown.
    """
    return _Reader(language, id_prefix, find).read(title, body)


@dataclass(slots=True)
class _Inline:
    """Text gathered from inline tokens, white space collapsed, with its emphasis."""

    text: str = ""
    emphasis: list[tuple[int, int, str]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0
    _pieces: list[str] = field(default_factory=list)

    def add(self, piece: str) -> None:
        piece = _SPACES.sub(" ", piece)
        if not self._pieces or self._pieces[-1].endswith(" "):
            piece = piece.lstrip(" ")
        if piece:
            self._pieces.append(piece)
            self.length += len(piece)

    def finish(self) -> _Inline:
        self.text = "".join(self._pieces).rstrip(" ")
        self.emphasis.sort()
        return self


@dataclass(slots=True)
class _Draft:
    heading: Sentence | None
    line: int
    blocks: list[Block] = field(default_factory=list)


class _Reader:
    def __init__(self, language: str, id_prefix: str, find: Find | None) -> None:
        self.language = language
        self.prefix = id_prefix
        self.find = find
        self.count = 0
        self.problems: list[Problem] = []
        self.sources: list[Source] = []
        # A reference definition would vanish from the page together with its words.
        self.markdown = MarkdownIt("commonmark").disable("reference")

    def read(self, title: str, body: str) -> Reading:
        name = self._sentence(_Inline(" ".join(unicodedata.normalize("NFC", title).split())))
        tokens = self.markdown.parse(unicodedata.normalize("NFC", body))
        drafts = self._sections(tokens)
        summary = self._summary(drafts)
        for draft in drafts:
            if draft.heading and not draft.blocks:
                self._problem(draft.line, f'nothing stands under "{draft.heading.text}".')
        if self.problems:
            raise MarkupError(sorted(self.problems, key=lambda problem: problem.line))
        sections = tuple(
            Section(draft.heading, tuple(draft.blocks))
            for draft in drafts
            if draft.heading or draft.blocks
        )
        return Reading(self.language, name, summary, sections, tuple(self.sources))

    def _summary(self, drafts: list[_Draft]) -> Sentence | None:
        """Take a lone one-sentence paragraph before the first heading out as the summary.

        A picture may stand below it.
        """
        first = drafts[0]
        below = {block.kind for block in first.blocks[1:]}
        if first.heading is None and first.blocks and below <= {"image"} and len(drafts) > 1:
            return self._lone(first)
        # Without any heading: the first paragraph, where more text follows it.
        if first.heading is None and len(drafts) == 1 and len(first.blocks) > 1:
            return self._lone(first) if first.blocks[1].kind == "paragraph" else None
        return None

    @staticmethod
    def _lone(draft: _Draft) -> Sentence | None:
        block = draft.blocks[0]
        if block.kind != "paragraph" or len(block.sentences) != 1:
            return None
        # "Do not take it if:" says nothing without what it announces.
        if not _ENDED.search(block.sentences[0].text):
            return None
        draft.blocks = draft.blocks[1:]
        return block.sentences[0]

    def _sections(self, tokens: list[Token]) -> list[_Draft]:
        drafts = [_Draft(None, 1)]
        headings = [
            tokens[index + 1].content
            for index, token in enumerate(tokens)
            if token.type == "heading_open"
        ]
        seen = 0
        index = 0
        while index < len(tokens):
            token = tokens[index]
            end = _closing(tokens, index)
            line = _line(token)
            if token.type == "heading_open":
                seen += 1
                inline = self._inline(tokens[index + 1], links=False)
                if not inline.text:
                    self._problem(line, "a heading has no words.")
                else:
                    drafts.append(_Draft(self._sentence(inline), line))
            else:
                heading = drafts[-1].heading
                in_sources = (
                    heading is not None
                    and seen == len(headings)
                    and heading.text.casefold() == SOURCES_HEADINGS.get(self.language)
                )
                if index and tokens[index - 1].type == "paragraph_close":
                    self._check_interruption(tokens[index - 2], tokens[index : end + 1])
                drafts[-1].blocks += self._block(tokens[index : end + 1], in_sources)
            index = end + 1
        return drafts

    def _check_interruption(self, before: Token, tokens: list[Token]) -> None:
        """Report a list right below a line of text that begins with a number: "below / - 5 °C"."""
        if not before.map or before.map[1] != _line(tokens[0]) - 1:
            return
        first = next((token for token in tokens if token.type == "inline"), None)
        if tokens[0].type.endswith("list_open") and first and _NUMBER.match(first.content):
            self._problem(
                _line(tokens[0]),
                "a list begins with a number right below a line of text. Leave a line blank before "
                'the list, or write "minus" in words.',
            )

    def _block(self, tokens: list[Token], in_sources: bool) -> list[Block]:
        first = tokens[0]
        line = _line(first)
        if first.type in ("bullet_list_open", "ordered_list_open"):
            return self._list(tokens, in_sources)
        if in_sources:
            self._problem(line, "write the sources as a list, one a line, each begun with a dash.")
            return []
        if first.type == "paragraph_open":
            within = tokens[1].children or []
            if len(within) == 1 and within[0].type == "image":
                return self._picture(within[0], line)
            return self._paragraph(tokens[1], "paragraph", None)
        if first.type == "blockquote_open":
            return self._warning(tokens)
        self._problem(line, f"the kiosk cannot show {_WHAT.get(first.type, first.type)}.")
        return []

    def _paragraph(self, token: Token, kind: Kind, number: int | None) -> list[Block]:
        sentences = self._split(self._inline(token, links=False), _line(token))
        return [Block(kind, number, tuple(sentences))] if sentences else []

    def _picture(self, token: Token, line: int) -> list[Block]:
        """Return a picture with its description, or report what is wrong with either."""
        words = Token("inline", "", 0, children=token.children, map=[line - 1, line])
        sentences = self._split(self._inline(words, links=False), line)
        name = markup.ADDRESS.fullmatch(str(token.attrs.get("src", "")))
        picture = self.find(name[1]) if name and self.find else None
        if self.find is None:
            self._problem(line, "the kiosk cannot show a picture here.")
        elif name is None:
            self._problem(
                line,
                "a picture is shown from this installation only. Add it to the draft, and write "
                f"{markup.HOW} with the name that it gets.",
            )
        elif picture is None:
            self._problem(line, f"there is no stored picture {name[1]}. Add it to the draft.")
        if token.attrs.get("title"):
            self._problem(line, "a picture's title is not shown. Say all in its description.")
        if why := markup.why_not([one.text for one in sentences]):
            self._problem(line, why)
        return [Block("image", None, tuple(sentences), picture)] if sentences else []

    def _warning(self, tokens: list[Token]) -> list[Block]:
        blocks: list[Block] = []
        if tokens[1].type == "paragraph_open" and _NUMBER.match(tokens[2].content):
            self._problem(
                _line(tokens[0]),
                'a line begins with > and a number: write "more than" in words, or begin the '
                "warning with a word.",
            )
        index = 1
        while index < len(tokens) - 1:
            end = _closing(tokens, index)
            if tokens[index].type == "paragraph_open":
                blocks += self._paragraph(tokens[index + 1], "warning", None)
            else:
                self._problem(_line(tokens[index]), "a warning holds paragraphs only.")
            index = end + 1
        if not blocks:
            self._problem(_line(tokens[0]), "a warning has no words.")
        return blocks

    def _list(self, tokens: list[Token], in_sources: bool) -> list[Block]:
        ordered = tokens[0].type == "ordered_list_open"
        number = int(tokens[0].attrs.get("start", 1)) if ordered else 0
        if number > LAST_LIST_START:
            self._problem(
                _line(tokens[0]),
                f"a line begins with {tokens[1].info}{tokens[1].markup} as in a list. Begin it "
                "with a word.",
            )
        blocks: list[Block] = []
        index = 1
        while index < len(tokens) - 1:
            end = _closing(tokens, index)
            # CommonMark counts on from the first, whatever the others say.
            if ordered and int(tokens[index].info) != number:
                self._problem(
                    _line(tokens[index]),
                    f"the list is at {number} here, and {tokens[index].info} is written. Number "
                    "it one by one, or begin another list behind a line of text.",
                )
            sentences = self._item(tokens[index : end + 1], in_sources)
            if sentences:
                blocks.append(Block("list_item", number if ordered else None, tuple(sentences)))
            number += 1
            index = end + 1
        return blocks

    def _item(self, tokens: list[Token], in_sources: bool) -> list[Sentence]:
        sentences: list[Sentence] = []
        index = 1
        while index < len(tokens) - 1:
            end = _closing(tokens, index)
            token = tokens[index]
            if token.type != "paragraph_open":
                what = {
                    "bullet_list_open": "a list within a list",
                    "ordered_list_open": "a list within a list",
                    "heading_open": "a heading within a list",
                    "blockquote_open": "a warning within a list",
                }.get(token.type) or _WHAT.get(token.type, token.type)
                self._problem(_line(token), f"the kiosk cannot show {what}.")
            elif in_sources:
                inline = self._inline(tokens[index + 1], links=True)
                if inline.text:
                    sentences.append(self._sentence(inline))
                    self.sources.append(_source(inline))
            else:
                sentences += self._split(self._inline(tokens[index + 1], links=False), _line(token))
            index = end + 1
        if not sentences and not self.problems:
            self._problem(_line(tokens[0]), "an item of a list has no words.")
        return sentences

    def _inline(self, token: Token, *, links: bool) -> _Inline:
        inline = _Inline()
        opened: list[tuple[int, str]] = []
        link: tuple[int, str] | None = None
        line = _line(token)
        marks: list[tuple[int, int]] = []
        for child in token.children or []:
            if child.type == "text":
                inline.add(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                inline.add(" ")
                line += 1
            elif child.type in ("em_open", "strong_open"):
                opened.append((inline.length, child.type.removesuffix("_open")))
                marks.append((inline.length, line))
            elif child.type in ("em_close", "strong_close"):
                start, kind = opened.pop()
                marks.append((inline.length, line))
                if length := inline.length - start:
                    inline.emphasis.append((start, length, kind))
            elif child.type == "link_open" and links:
                link = (inline.length, str(child.attrs["href"]))
            elif child.type == "link_close" and links and link is not None:
                inline.links.append((link[0], inline.length - link[0], link[1]))
                link = None
            elif child.type == "image":
                self._problem(
                    line,
                    "the kiosk cannot show a picture within a text. Leave a line blank before and "
                    f"behind it: {markup.HOW}",
                )
            elif child.type == "link_open":
                name = SOURCES_HEADINGS.get(self.language, "sources").capitalize()
                self._problem(line, f'links stand under the last heading, "{name}", only.')
            elif child.type != "link_close":
                what = _WHAT.get(child.type, child.type)
                self._problem(line, f"the kiosk cannot show {what}.")
        inline.finish()
        if "![" in inline.text and "![" in token.content:
            # What the parser takes for no picture would be read out, sign by sign. Who means these
            # signs themselves escapes the bracket, as the importers do.
            self._problem(_line(token), f"the kiosk shows a picture as {markup.HOW} only.")
        self._check_marks(inline.text, marks)
        return inline

    def _check_marks(self, text: str, marks: list[tuple[int, int]]) -> None:
        """Report marks of emphasis between two digits, each given by offset and line: "2*3*4"."""
        within = (
            line for at, line in marks if re.fullmatch(r"\d\d", text[max(0, at - 1) : at + 1])
        )
        for line in dict.fromkeys(within):
            self._problem(line, 'a mark of emphasis stands within a number. Write "times"?')

    def _split(self, inline: _Inline, line: int) -> list[Sentence]:
        sentences = []
        at = 0
        for start, end in bounds(inline.text, self.language):
            piece = inline.text[start:end]
            emphasis = [
                (max(begin, start) - start, min(begin + length, end) - max(begin, start), kind)
                for begin, length, kind in inline.emphasis
                if begin < end and begin + length > start
            ]
            if len(piece) > LONGEST_SENTENCE:
                self._problem(
                    line,
                    f"a sentence of {len(piece)} characters begins here. "
                    "Nobody can follow it by ear: split it.",
                )
            sentences.append(self._sentence(_Inline(piece, emphasis)))
            at = end
        if inline.text[at:].strip():
            raise AssertionError("the segmenter lost words")
        return sentences

    def _sentence(self, inline: _Inline) -> Sentence:
        self.count += 1
        return Sentence(f"{self.prefix}{self.count}", inline.text, tuple(inline.emphasis))

    def _problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(line, message))


def sentences_in(text: str, language: str) -> list[str]:
    """Return the sentences of plain text, cut as those of an article are. A line ends one."""
    return [line[start:end] for line in text.splitlines() for start, end in bounds(line, language)]


def _source(inline: _Inline) -> Source:
    """Return a source as it is written: title (a link), publisher, date."""
    if inline.links:
        start, length, url = inline.links[0]
        title = inline.text[start : start + length]
        rest = inline.text[start + length :]
    else:
        title, _, rest = inline.text.partition(", ")
        url = ""
    parts = [part.strip() for part in rest.strip(" ,.").split(", ") if part.strip()]
    date = parts.pop() if parts and re.search(r"\b\d{4}\b", parts[-1]) else ""
    return Source(title, ", ".join(parts), url, date)


def _closing(tokens: list[Token], index: int) -> int:
    """Return where the block that begins at a token ends."""
    depth = 0
    for position in range(index, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    return len(tokens) - 1


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
