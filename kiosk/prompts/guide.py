"""What the help screen tells, in its layers: this screen, the whole kiosk, something to try (COG-6).

It is also the documentation of what the kiosk does for people who see, hear, read or move
otherwise, on the kiosk itself (DOC-2). Every prompt is one sentence of at most 20 words (COG-2).
"""

from __future__ import annotations

LAYERS = ("guide-here-key", "guide-whole-key", "guide-try-key")
"""The keys of the layers, from the nearest to the one that is tried."""

HERE: dict[str, tuple[str, ...]] = {
    "home": ("guide-home-topics", "guide-home-search", "guide-home-listen"),
    "topic": ("guide-topic", "guide-topic-open", "guide-topic-more", "guide-home-listen"),
    "article": (
        "guide-article-listen",
        "guide-article-sentence",
        "guide-pages",
        "guide-article-finish",
    ),
    "search": ("guide-search", "guide-search-type", "guide-finding-search", "guide-search-open"),
    "settings": ("guide-settings", "guide-settings-keys", "guide-settings-back"),
    "urgent": ("guide-urgent", "guide-home-listen"),
    "closing": ("guide-closing", "guide-closing-back", "guide-time-finish"),
    "gone": ("guide-gone-on",),
}
"""What is told of each kind of screen (a page's ``data.kind``); of any other, the first."""

WHOLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "guide-reading",
        ("guide-pages", "guide-size", "guide-looks", "guide-reach", "guide-tremble"),
    ),
    (
        "guide-listening",
        (
            "guide-article-listen",
            "guide-marks",
            "guide-again",
            "guide-single",
            "guide-speed",
            "guide-word",
        ),
    ),
    (
        "guide-audio",
        (
            "guide-audio-what",
            "guide-audio-start",
            "guide-audio-keys",
            "guide-audio-move",
            "guide-audio-turn",
            "guide-audio-help",
            "guide-audio-two",
            "guide-audio-cover",
            "guide-audio-out",
        ),
    ),
    (
        "guide-finding",
        ("guide-finding-search", "guide-finding-language", "guide-finding-urgent"),
    ),
    (
        "guide-time",
        (
            "home-kept",
            "guide-time-limit",
            "guide-time-voice",
            "guide-time-more",
            "guide-time-finish",
            "staff",
        ),
    ),
)
"""Headings, and what is told below each."""

HEADINGS = ("guide-here", "guide-whole", "guide-try")
STEPS = (
    "guide-try-safe",
    "guide-try-hear",
    "guide-try-sentence",
    "guide-try-turn",
    "guide-try-turned",
    "guide-try-larger",
    "guide-try-done",
    "guide-settings-back",
)
"""What is tried, a page a step; the template has the keys between."""


def _all() -> tuple[str, ...]:
    told = [*LAYERS, *HEADINGS, *(one for texts in HERE.values() for one in texts)]
    for heading, texts in WHOLE:
        told += [heading, *texts]
    return tuple(dict.fromkeys(one for one in [*told, *STEPS] if one.startswith("guide-")))


PROMPTS = _all()
"""The prompts of the help screen alone."""
