"""What languages are called, each in itself, and which way they are written."""

from __future__ import annotations

from kiosk.prompts import catalogue

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "fa": "فارسی",
    "fr": "Français",
    "he": "עברית",
    "ht": "Kreyòl ayisyen",
    "hi": "हिन्दी",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "so": "Soomaali",
    "tl": "Tagalog",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""The languages that are often asked for and have no catalogue; what has one says its own name."""


def name(language: str) -> str:
    """Return a language's name in itself, its code where nothing is known of it."""
    if language in catalogue.LANGUAGES:
        return catalogue.words(language, "own-name")
    return NAMES.get(language, language)


def direction(language: str) -> str:
    """Return which way a language is written, as the attribute ``dir`` has it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
