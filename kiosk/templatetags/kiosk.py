"""What the kiosk's templates need beyond Django's own tags: icons and sentences."""

from __future__ import annotations

import itertools
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from content.announcements import begins_list
from kiosk.prompts import catalogue
from kiosk.prompts.languages import direction

register = template.Library()

# Line drawings on a grid of 24 by 24, drawn for Plainvoice.
ICONS = {
    "mark": '<path d="M7 10a5 5 0 1 1 10 0c0 4-4 4-4 8a2.5 2.5 0 0 1-5 0"/>'
    '<path d="M10 10a2 2 0 1 1 4 0c0 1.5-1.5 2-1.5 3.5"/>',
    "pill": '<rect x="3" y="8.5" width="18" height="7" rx="3.5" transform="rotate(-35 12 12)"/>'
    '<path d="m10 9 4 6"/>',
    "head": '<path d="M9 20v-3H7a2 2 0 0 1-2-2v-2l-1.5-1L5 9.5A7 7 0 1 1 16 15v5"/>',
    "heart": '<path d="M12 20S4 15 4 9.5A4.2 4.2 0 0 1 12 7a4.2 4.2 0 0 1 8 2.5C20 15 12 20 12 20z"/>',
    "moon": '<path d="M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z"/>',
    "lungs": '<path d="M12 4v9M12 10c-2 0-3-3-5-3-3 3-4 7-4 11 3 2 7 1 7-3v-3M12 10c2 0 3-3 5-3 '
    '3 3 4 7 4 11-3 2-7 1-7-3v-3"/>',
    "dots": '<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="4"/>',
    "page": '<path d="M6 3h8l4 4v14H6zM9 11h6M9 15h6"/>',
    "play": '<path d="M7 4.5v15l13-7.5z" fill="currentColor" stroke="none"/>',
    "pause": '<path d="M7.5 5v14M16.5 5v14" stroke-width="4"/>',
    "back": '<path d="M15 5 8 12l7 7"/>',
    "next": '<path d="m9 5 7 7-7 7"/>',
    "again": '<path d="M4 12a8 8 0 1 0 2.6-5.9M4 4v5h5"/>',
    "slowly": '<path d="M4 12a8 8 0 1 0 2.6-5.9M4 4v5h5M9 13h6"/>',
    "single": '<path d="M4 8h8M4 12h11M4 16h6M19 6v12"/>',
    "word": '<path d="M4 7h5M4 17h16M15 7h5M4 12h3M11 12h9"/>',
    "minus": '<path d="M5 12h14"/>',
    "plus": '<path d="M5 12h14M12 5v14"/>',
    "quieter": '<path d="M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6"/>',
    "louder": '<path d="M3 9v6h4l5 4V5L7 9zM15.5 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/>',
    "languages": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 4 6 4 9s-1 6-4 9c-3-3-4-6'
    '-4-9s1-6 4-9z"/>',
    "home": '<path d="M4 11 12 4l8 7v9h-5v-6H9v6H4z"/>',
    "finish": '<path d="m5 13 5 5L20 6"/>',
    "size": '<path d="M4 19 9.5 5h1L16 19M6 14h8M17 19l2.5-7 2.5 7M18 17h3"/>',
    "colours": '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" '
    'fill="currentColor"/>',
    "settings": '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2.2"/>'
    '<circle cx="9" cy="17" r="2.2"/>',
    "help": '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 '
    '1.9M12 17h.01"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "delete": '<path d="M9 5h12v14H9l-6-7zM12 9.5l5 5M17 9.5l-5 5"/>',
    "space": '<path d="M4 10v5h16v-5"/>',
    "keyboard": '<rect x="3" y="6" width="18" height="12" rx="2"/>'
    '<path d="M7 10h.01M12 10h.01M17 10h.01M8 14.5h8"/>',
    "warning": '<path d="M12 3 2 20h20zM12 10v4M12 17h.01"/>',
}


POINTING = ("back", "next")
"""Drawings that point along the line: mirrored where lines run from the right."""


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a drawing that says nothing of its own: its words stand beside it (TXT-9)."""
    return mark_safe(  # noqa: S308 - drawings from the table above only
        f"<svg{' class=points' if name in POINTING else ''} "
        'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        f"{ICONS.get(name, ICONS['dots'])}</svg>"
    )


@register.simple_tag
def sentence(one: dict[str, Any]) -> SafeString:
    """Return a sentence as a span with its id, emphasis as elements, its text whole."""
    return format_html('<span class="sentence" id="{}">{}</span>', one["id"], _marked(one))


def _marked(one: dict[str, Any]) -> SafeString:
    """Return a sentence's text with emphasis. Overlapping ranges are cut into pieces."""
    text: str = one["text"]
    cuts = {0, len(text)}
    for offset, length, _ in one["emphasis"]:
        cuts |= {offset, offset + length}
    edges = sorted(cuts)
    pieces = []
    for start, end in itertools.pairwise(edges):
        html = format_html("{}", text[start:end])
        for offset, length, kind in one["emphasis"]:
            if offset <= start and end <= offset + length:
                tag = "strong" if kind == "strong" else "em"
                html = format_html(f"<{tag}>{{}}</{tag}>", html)
        pieces.append((html,))
    return format_html_join("", "{}", pieces)


@register.simple_tag(takes_context=True)
def prompt(context: Context, key: str, *, id: str = "", **values: object) -> SafeString:
    """Return a prompt's words as an element, by which a screen's script finds them."""
    text = catalogue.words(context["language"], key, **values)
    own = format_html(' id="{}"', id) if id else ""
    words = catalogue.language_of(context["language"])
    # A page whose language has no catalogue says which words are not in it (SPK-10).
    foreign = words != context["language"] and not catalogue.is_content(key)
    lang = format_html(' lang="{}" dir="{}"', words, direction(words)) if foreign else ""
    return format_html('<span{} data-prompt="{}"{}>{}</span>', own, key, lang, text)


@register.simple_tag(takes_context=True)
def words(context: Context, key: str, **values: object) -> str:
    """Return a prompt's words alone, for an attribute or a title."""
    return catalogue.words(context["language"], key, **values)


@register.filter
def grouped(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return blocks with neighbouring list items put together as one list.

    Each group is ``{"kind", "start", "blocks"}``; ``start`` is the first number of a numbered list.
    """
    groups: list[dict[str, Any]] = []
    before = None
    for block in blocks:
        if block["kind"] == "list_item" and not begins_list(before, block):
            groups[-1]["blocks"].append(block)
        else:
            kind = block["kind"]
            if kind == "list_item":
                kind = "list" if block["number"] is None else "numbered"
            groups.append({"kind": kind, "start": block["number"], "blocks": [block]})
        before = block
    return groups
