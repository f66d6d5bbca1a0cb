"""Which address each published file answers to; the folder's paths say the same."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings

SCREENS = (
    "home",
    "urgent",
    "closing",
    "search",
    "settings",
    "help",
    "languages",
    "not-translated",
    "gone",
)
"""The screens that there is one of in each language, by the names that addresses have."""


def clip(digest: str, form: str = "opus") -> str:
    """Return the address of a clip; ``form`` is ``opus`` or ``wav``."""
    return f"/clips/{digest}.{form}"


def image(digest: str, form: str) -> str:
    """Return the address of a picture; ``form`` is ``png`` or ``jpg``."""
    return f"/images/{digest}.{form}"


def article(slug: str) -> str:
    """Return the address of an article."""
    return f"/a/{slug}/"


def screen(name: str, language: str) -> str:
    """Return the address of a screen in a language: ``/urgent/``, or ``/es/urgent/`` where Spanish
    is offered and not the kiosk's own language. A language that is not offered has no screens: what
    is still written in it leads to the kiosk's own.
    """
    return _of(language) + ("" if name == "home" else f"{name}/")


def topic(slug: str, language: str) -> str:
    """Return the address of a topic in a language."""
    return f"{_of(language)}t/{slug}/"


def screens(language: str) -> dict[str, str]:
    """Return where each screen of a language is, by its name."""
    return {name: screen(name, language) for name in SCREENS}


def others() -> list[str]:
    """Return the offered languages whose screens stand in a folder of their own."""
    own = settings.PLAINVOICE_LANGUAGE
    return [one for one in settings.PLAINVOICE_LANGUAGES if one != own]


def language_of(path: str) -> str:
    """Return the language of the screens that an address stands among."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in others() else settings.PLAINVOICE_LANGUAGE


def _of(language: str) -> str:
    return f"/{language}/" if language in others() else "/"


def search_index(language: str) -> str:
    """Return the address of what is searched in a language."""
    return f"/search/{language}.json"


def whole_audio(slug: str) -> str:
    """Return the address of an article's one audio file."""
    return f"/a/{slug}/audio.opus"


def file_of(address: str) -> PurePosixPath:
    """Return the file, relative to the folder, that an address means."""
    path = address.lstrip("/")
    return PurePosixPath(path + "index.html" if address.endswith("/") else path)
