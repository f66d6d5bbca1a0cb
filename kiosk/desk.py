"""What the kiosk adds to the desk: the interface's own words, to be looked at and listened to."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from content.speech.engine import EngineUnavailable
from kiosk.prompts import catalogue, voice
from kiosk.prompts.shapes import LETTER, LONG, NAMES, PAGES, SECONDS, WORDS
from kiosk.publication import prompts

TITLES = {
    WORDS: "On every screen",
    NAMES: "The name of the language",
    PAGES: "Pages",
    LONG: "Pages of long texts",
    SECONDS: "The time that is left",
    LETTER: "Letters and digits",
}


@require_safe
@staff_member_required
@permission_required("content.view_rendition", raise_exception=True)
def prompts_page(request: HttpRequest, language: str = "") -> HttpResponse:
    """Show every prompt of a language as it is written and said, and the clip that says it.

    Nothing can be changed here: the words are part of the software.
    """
    offered = catalogue.offered()
    chosen = language if language in offered else offered[0]
    why = ""
    try:
        mute = voice.voice_of(chosen) is None
        rows = {family: _rows(texts, chosen) for family, texts in prompts.texts(chosen).items()}
    except EngineUnavailable as error:
        mute, rows, why = True, {}, str(error)
    groups = [
        {"title": TITLES[family], "rows": found, "open": family == WORDS}
        for family, found in rows.items()
    ]
    context = {
        **admin.site.each_context(request),
        "title": "The screens' own words",
        "groups": groups,
        "language": chosen,
        "languages": offered,
        "mute": mute,
        "why": why,
    }
    return render(request, "admin/kiosk/prompts.html", context)


def _rows(texts: list[str], language: str) -> list[dict[str, Any]]:
    said = voice.said(texts, language)
    used = voice.voice_of(language)
    rows = []
    for text in texts:
        row: dict[str, Any] = {"text": text, "url": "", "spoken": "", "doubts": []}
        if text in said:
            digest = said[text]["clip"]["digest"]
            row["url"] = reverse("desk-clip", kwargs={"digest": digest, "form": "opus"})
        if used is not None:
            form = voice.saying(text, language, used).form
            row["spoken"] = form.text if form.text != text else ""
            row["doubts"] = [f'"{piece.text}": {piece.reason}' for piece in form.unresolved]
        rows.append(row)
    return rows
