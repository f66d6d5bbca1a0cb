"""Doubts about numbers. Those that no rule took must have one of the forms that are said right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from content.speech.doubts.signs import why_not_said
from content.speech.doubts.written import Found, Written
from content.speech.matching import DASHES, FRACTIONS, JOINING_DASHES, Numbers, any_of
from content.speech.matching.phones import dial_words
from content.speech.rules import rules_for

_IN_ONE_WAY = "so that it can be said in one way only"
_DIGIT_BY_DIGIT = "write each digit as a word, if it is a number to call"
_CLOCK = 'write "1 in 10" or "2 to 1" for a ratio, and "a.m." or "p.m." behind a time of the day'
_RANGE = 'write "to" between the numbers, or each digit as a word'
_DATE = "write the month as a word: a date of digits can be read as two days"
_SHAPES = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"[.,][0-9].*", "write a zero before the decimal point"),
        (r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}", _DATE),
        (r"[0-9]{1,2}:00", 'write "a.m.", "p.m." or "o\'clock" behind it'),
        (r".*:.*", _CLOCK),
        (r".*/.*", 'write it in words, as in "120 over 80" or "one half"'),
        (rf"[{JOINING_DASHES}].*", 'write "minus" or leave out the dash'),
        (r"[qQ].?[0-9].*", 'write it in words, as in "every 6 hours"'),
        (r"[0-9]+[xX].*|[xX][0-9].*", 'write "times"'),
        (
            rf"[0-9]{{7,}}|0[0-9]{{2,}}|.*[0-9][{DASHES}][A-Z]{{3}}.*|[0-9]{{3}}[{DASHES}][0-9]{{3,4}}",
            _DIGIT_BY_DIGIT,
        ),
        (r"[A-Z]+-[0-9]+", "write it in words"),
        (rf".*[0-9A-Za-z.)][{DASHES}][0-9{FRACTIONS}].*", _RANGE),
        (r".*[0-9]['’\"”″′].*", "write feet, inches or minutes as a word"),
        (r"0[0-9].*|[0-9]+[.][0-9]*0", "write this number without the extra zero"),
        (r"[0-9.,]+[A-Za-z]+", f"write a space and a word behind the number, {_IN_ONE_WAY}"),
    )
)
"""What a number that is not said looks like, and what to do about it; the first counts."""

_CHUNK = re.compile(r"[^\s—]+")
"""An em dash parts what stands at its sides, as white space does."""
_OPENING = re.compile(r"[(\[{\"'“‘«¿¡]*")
_CLOSING = frozenset(")]}.,;:!?…»")
_QUOTES = {'"': '"', "'": "'", "”": "“", "’": "‘"}


def amounts(written: Written, language: str) -> Iterator[Found]:
    """Yield what looks like an amount, a range or a time that a rule should have matched."""
    return written.matches(_amounts(language))


@cache
def _amounts(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = rules_for(language)
    units = any_of(symbol for unit in rules.units for symbol in unit.symbols)
    others = any_of(rules.doubts.units)
    one = Numbers(rules).next
    strengths = any_of(s for unit in rules.units if unit.strength for s in unit.symbols)
    letters = rules.doubts.consonants
    decimal = re.escape(rules.decimal)
    number = (
        rf"(?<![\w.,])(?<![^\s(][{DASHES}])(?:[0-9][0-9.,]*\s?[{DASHES}]\s?)*"
        r"[.,]?[0-9][0-9.,]*[+)]?"
    )
    examples = f"0{rules.decimal}5 mg, 1{rules.thousands}000 mL, 5 mg"
    return tuple(
        (re.compile(pattern), reason)
        for pattern, reason in (
            (r"[0-9]+\s?(?P<piece>[xX])(?![\w-])", 'write "times"'),
            (r"(?<!\w)(?P<piece>[xX])\s?[0-9]+", 'write "times"'),
            (
                rf"(?<!\w)[1-9][0-9]?[ \u00a0\u202f-](?:{any_of(rules.fractions)})\s?-?"
                rf"(?:{strengths})(?!\w)",
                f'write one number, as in "2{rules.decimal}5 mg", or how many of what strength',
            ),
            (
                rf"(?<![\w.,/])(?<![^\s(][{DASHES}]){one}\s?(?:{strengths})?\s?[{DASHES}]\s?{one}"
                rf"\s?-?(?:{strengths})(?!\w)",
                f'write "{rules.to}" between the numbers, or each medicine with its own amount',
            ),
            (
                rf"(?<![\w.,/]){one}\s?(?:{strengths})?/{one}\s?-?(?:{strengths})(?!\w)",
                f'write each medicine with its own amount, or "{rules.per}" between the two',
            ),
            (
                rf"{number}\s?-?(?P<piece>(?i:{units}|{others}))(?!\w|\.[A-Z])",
                f"write this amount {_IN_ONE_WAY} ({examples}), or write it in words",
            ),
            (
                # Any other letter by itself, and what cannot be a word: "5 K", "5 mgs", "5 kJ".
                rf"{number}(?:\s-?|-)(?P<piece>(?![{rules.doubts.letters}](?!\w)|[ap]\.m|\w-\w)[A-Za-z](?![’'])"
                rf"|(?!pm(?!\w))[{letters}]{{2,5}}|[a-z]+[A-Z]\w*)(?!\w|\.[A-Z])",
                "write the word behind this number in full",
            ),
            (
                rf"[{FRACTIONS}]\s?-?(?P<piece>(?i:{units}|{others}))(?!\w)",
                "write the unit in words",
            ),
            # Without spaces, digits and dashes alone are looked at as one.
            (rf"[0-9](?P<piece>\s[{DASHES}]\s?|[{DASHES}]\s)[0-9]", _RANGE),
            (
                rf"(?:{units}|[{FRACTIONS}])\s?(?P<piece>[{DASHES}])\s?[0-9{FRACTIONS}]",
                f'write "{rules.to}" between the numbers',
            ),
            (
                rf"[0-9]\s?(?P<piece>[{DASHES}])\s?[{FRACTIONS}]",
                f'write "{rules.to}" between the numbers',
            ),
            (r"[0-9]\s*(?P<piece>\.{2,}|…)\s*[0-9]", f'write "{rules.to}" between the numbers'),
            (rf"(?<![\w{decimal}])[{decimal}][0-9]+", "write a zero before the decimal point"),
            (
                rf"(?<![0-9])[0-9]+{decimal}[0-9]*0(?![0-9])",
                "write this number without the extra zero",
            ),
        )
    )


@dataclass(frozen=True, slots=True)
class _Forms:
    plain: re.Pattern[str]
    clock: re.Pattern[str]
    clock_before: re.Pattern[str]
    clock_behind: re.Pattern[str]
    dialled: re.Pattern[str]
    crisis: re.Pattern[str]
    called: re.Pattern[str]
    counts: re.Pattern[str]
    in_a_row: frozenset[str]


@cache
def _forms(language: str) -> _Forms:
    rules = rules_for(language)
    doubts = rules.doubts
    number = Numbers(rules).next
    plain = "|".join(f"(?:{form.replace('{number}', number)})" for form in doubts.plain)
    return _Forms(
        re.compile(plain),
        re.compile(doubts.clock),
        re.compile(rf"(?<!\w)(?:{any_of(doubts.clock_before)})\s\Z", re.IGNORECASE),
        re.compile(doubts.clock_behind),
        dial_words(rules),
        re.compile(rf"(?<![0-9.,])(?:{any_of(rules.digit_by_digit)})(?![0-9])"),
        re.compile(any_of(rules.called)),
        re.compile(rf"\s(?:{any_of(rules.counts_before)})(?!\w)"),
        frozenset(word.casefold() for row in doubts.in_rows for word in row),
    )


def left_over(written: Written, language: str) -> Iterator[Found]:
    """Yield every number that no rule took and that has none of the forms that are said right."""
    forms = _forms(language)
    yield from _side_by_side(written)
    for chunk in _CHUNK.finditer(written.text):
        start, end = _core(written.text, *chunk.span())
        runs = [
            run
            for run in written.free_runs(start, end)
            if re.search("[0-9]", written.text[slice(*run)])
        ]
        if not runs or written.is_told(*chunk.span()):
            continue
        reason = _reason(written.text, start, end, forms)
        if reason is not None:
            yield from ((*run, reason) for run in runs)


def _side_by_side(written: Written) -> Iterator[Found]:
    """Yield two numbers with only white space between them: nobody can tell if they are one."""
    reason = f"put a comma between these numbers, or write them as one. Or {_DIGIT_BY_DIGIT}"
    # The second is looked at, not taken, since it may be the first of the next two.
    for pair in re.finditer(r"(?<!\S)[(\[\"'“‘«]*(?P<one>[0-9.,]*[0-9])(?=\s+[0-9])", written.text):
        start, end = pair.span("one")
        second = _CHUNK.match(written.text, pair.end() + 1)
        last = _core(written.text, *second.span())[1] if second else end
        for run in (
            [(start, last)] if written.is_free(start, last) else written.free_runs(start, last)
        ):
            piece = written.text[slice(*run)].rstrip()
            if re.search("[0-9]", piece):
                yield run[0], run[0] + len(piece), reason


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a chunk without the marks around it. A quotation mark that nothing opened stays."""
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    while end > start and (text[end - 1] in _CLOSING or _closes(text, end - 1)):
        end -= 1
    return start, end


def _closes(text: str, index: int) -> bool:
    """Whether a character is a quotation mark whose mate stands open before it."""
    mark = text[index]
    mate = _QUOTES.get(mark)
    if mate is None:
        return False
    if mark == '"':
        return text.count(mark, 0, index) % 2 == 1
    opened = [match.start() for match in re.finditer(rf"(?<!\w){mate}(?=\S)", text[:index])]
    closed = [match.start() for match in re.finditer(rf"(?<=\S){mark}(?!\w)", text[:index])]
    return bool(opened) and (not closed or closed[-1] < opened[-1])


def _reason(text: str, start: int, end: int, forms: _Forms) -> str | None:
    """Return what to do about a number, or None where it is said right."""
    core = text[start:end]
    if forms.clock.fullmatch(core):
        timed = forms.clock_behind.match(text, end) or forms.clock_before.search(text[:start])
        return None if timed else _CLOCK
    called = forms.called.fullmatch(core)
    if called and forms.counts.match(text, end) and not forms.dialled.search(text[:start]):
        return None
    if called or forms.crisis.search(core):
        return f"{_DIGIT_BY_DIGIT}, or the whole number in words, if it counts something"
    if forms.plain.fullmatch(core):
        first, dash, _ = core.partition("-")
        reason = None
        if dash and (first.casefold() in forms.in_a_row or forms.clock_behind.match(text, end)):
            reason = _RANGE
        elif re.fullmatch("[0-9]{3,}", core) and forms.dialled.search(text[:start]):
            reason = _DIGIT_BY_DIGIT
        return reason
    looks = (reason for shape, reason in _SHAPES if shape.fullmatch(core))
    # A sign tells more than a shape does; of the slash a shape tells more.
    signs = (why for sign in core if sign != "/" and (why := why_not_said(sign)) is not None)
    return next(chain(signs, looks), f"write this number {_IN_ONE_WAY}, or write it in words")
