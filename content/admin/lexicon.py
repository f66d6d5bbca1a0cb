"""The lexicon on the desk: how words are said, heard before it is saved, and what that touches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content import lexicon, usage
from content.actions import ChangePronunciation, Refused, RetirePronunciation
from content.admin import pls_files
from content.admin.hearing import hear
from content.admin.site import DeskAdmin, person, status_of, why_not
from content.forms import PronunciationForm
from content.models import LexiconChange
from content.speech.lexicons import shipped

ROWS = 200
"""How many words of each lexicon are shown at once: a search finds the others."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a lexicon, as the list shows it."""

    grapheme: str
    language: str
    alias: str
    phonemes: str
    source: str
    address: str
    change: LexiconChange | None = None


@admin.register(LexiconChange)
class LexiconAdmin(DeskAdmin):
    """A word's page is found by language and spelling, since its changes are rows of their own."""

    def get_urls(self) -> list[URLPattern]:
        """Offer pages of our own only: rows are appended by actions and have no form."""
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(require_safe(self.list_view)), name="content_lexiconchange_changelist"),
            path(
                "word/",
                wrap(require_http_methods(["GET", "HEAD", "POST"])(self.word_view)),
                name="content_lexiconchange_word",
            ),
            path(
                "retire/",
                wrap(require_POST(self.retire_view)),
                name="content_lexiconchange_retire",
            ),
            path("hear/", wrap(require_POST(self.hear_view)), name="content_lexiconchange_hear"),
            path("file/", wrap(require_safe(self.file_view)), name="content_lexiconchange_file"),
            path(
                "upload/",
                wrap(require_POST(self.upload_view)),
                name="content_lexiconchange_upload",
            ),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Leave "Add" out of the admin's own lists: a word is added on our page."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are never changed."""
        return False

    def list_view(self, request: HttpRequest) -> HttpResponse:
        """Show the site's words and the shipped ones of a language, those searched for."""
        self._check_view(request)
        return self._list(request)

    def word_view(self, request: HttpRequest) -> HttpResponse:
        """Show a word, or take how it is said."""
        self._check_view(request)
        if request.method == "POST":
            return self._save(request)
        language = _language(request.GET.get("language", ""))
        grapheme = request.GET.get("word", "")[:200]
        return self._word(request, language, grapheme)

    def retire_view(self, request: HttpRequest) -> HttpResponse:
        """Take a word from the site's lexicon."""
        self._check_view(request)
        language = _language(request.POST.get("language", ""))
        grapheme = request.POST.get("grapheme", "")
        action = RetirePronunciation(
            actor=person(request),
            language=language,
            grapheme=grapheme,
            note=request.POST.get("note", ""),
            seen=_number(request.POST.get("seen", "")),
        )
        try:
            action.execute()
        except Refused as refused:
            return self._word(request, language, grapheme, refused=refused)
        messages.success(
            request, f"“{grapheme}” is not in the site's lexicon any more. {_what_follows()}"
        )
        return redirect(address_of(language, grapheme))

    def hear_view(self, request: HttpRequest) -> HttpResponse:
        """Speak a word as it would be said, or as the engine says it by itself."""
        if not request.user.has_perm("content.add_lexiconchange"):
            raise PermissionDenied
        return hear(request)

    def file_view(self, request: HttpRequest) -> HttpResponse:
        """Give a language's words as a PLS file."""
        self._check_view(request)
        return pls_files.download(
            _language(request.GET.get("language", "")), with_shipped="shipped" in request.GET
        )

    def upload_view(self, request: HttpRequest) -> HttpResponse:
        """Take words from a PLS file, each through the action."""
        self._check_view(request)
        report = pls_files.upload(request)
        return self._list(request, report=report, status=400 if report.failed else 200)

    def _check_view(self, request: HttpRequest) -> None:
        if not request.user.has_perm("content.view_lexiconchange"):
            raise PermissionDenied

    def _list(self, request: HttpRequest, *, report: Any = None, status: int = 200) -> HttpResponse:
        language = _language(request.GET.get("language", ""))
        search = request.GET.get("q", "").strip()[:100]
        site = [word for word in _site_words(language) if _found(word, search)]
        ours = [word for word in _shipped_words(language) if _found(word, search)]
        return TemplateResponse(
            request,
            "admin/content/lexicon.html",
            {
                **self.admin_site.each_context(request),
                "title": "Lexicon",
                "language": language,
                "languages": settings.PLAINVOICE_LANGUAGES,
                "search": search,
                "site": site[:ROWS],
                "site_more": len(site) - ROWS,
                "shipped": ours[:ROWS],
                "shipped_more": len(ours) - ROWS,
                "may_change": request.user.has_perm("content.add_lexiconchange"),
                "report": report,
            },
            status=status,
        )

    def _save(self, request: HttpRequest) -> HttpResponse:
        form = PronunciationForm(request.POST)
        language = _language(request.POST.get("language", ""))
        grapheme = request.POST.get("grapheme", "")
        if not form.is_valid():
            return self._word(request, language, grapheme, form=form, status=400)
        words = form.cleaned_data
        action = ChangePronunciation(
            actor=person(request),
            language=words["language"],
            grapheme=words["grapheme"],
            alias=words["alias"],
            phonemes=words["phonemes"],
            note=words["note"],
            seen=words["seen"],
        )
        try:
            change = action.execute()
        except Refused as refused:
            if refused.rule in form.fields:
                form.add_error(refused.rule, refused.message)
            return self._word(request, language, grapheme, form=form, refused=refused)
        messages.success(request, f"Saved how “{change.grapheme}” is said. {_what_follows()}")
        return redirect(address_of(change.language, change.grapheme))

    def _word(
        self,
        request: HttpRequest,
        language: str,
        grapheme: str,
        *,
        form: PronunciationForm | None = None,
        refused: Refused | None = None,
        status: int = 200,
    ) -> HttpResponse:
        grapheme = lexicon.tidy(grapheme)
        changes = lexicon.history(language, grapheme) if grapheme else []
        newest = changes[0] if changes else None
        now = newest if newest is not None and not newest.retired else None
        initial = {
            "language": language,
            "grapheme": newest.grapheme if newest else grapheme,
            "alias": now.alias if now else "",
            "phonemes": now.phonemes if now else "",
            "seen": newest.pk if newest else 0,
        }
        if form is not None and refused is not None and refused.rule == "version":
            # The next save is made knowing the newest change, which the page shows.
            data = request.POST.copy()
            data["seen"] = str(initial["seen"])
            form = PronunciationForm(data)
            form.is_valid()
        may = why_not(
            ChangePronunciation(
                actor=person(request), language=language, grapheme=grapheme
            ).check_standing
        )
        return TemplateResponse(
            request,
            "admin/content/word.html",
            {
                **self.admin_site.each_context(request),
                "title": f"How “{grapheme}” is said" if grapheme else "A word for the lexicon",
                "form": form or PronunciationForm(initial=initial),
                # A message that stands at its field is not told twice.
                "refused": refused if form is None or not form.errors else None,
                "grapheme": grapheme,
                "language": language,
                "now": now,
                "seen": initial["seen"],
                "changes": changes,
                "shipped": _shipped_word(language, grapheme),
                "uses": usage.of(grapheme, language) if grapheme else None,
                "cannot_change": may,
            },
            status=status_of(refused) if refused else status,
        )


def address_of(language: str, grapheme: str) -> str:
    """Return the address of a word's page."""
    query = urlencode({"language": language, "word": grapheme})
    return f"{reverse('admin:content_lexiconchange_word')}?{query}"


def _what_follows() -> str:
    return (
        "What is public or in review and holds the word is being voiced anew, and waits for "
        "somebody else's approval."
    )


def _language(code: str) -> str:
    """Return a language that the kiosk offers: its own where another was asked for."""
    return code if code in settings.PLAINVOICE_LANGUAGES else settings.PLAINVOICE_LANGUAGE


def _site_words(language: str) -> list[Word]:
    return [
        Word(
            change.grapheme,
            language,
            change.alias,
            change.phonemes,
            change.note,
            address_of(language, change.grapheme),
            change,
        )
        for change in lexicon.newest(language)
    ]


def _shipped_words(language: str) -> list[Word]:
    return [
        Word(
            one.entry.grapheme,
            language,
            one.entry.alias,
            one.entry.phonemes,
            one.source,
            address_of(language, one.entry.grapheme),
        )
        for one in sorted(shipped(language), key=lambda one: one.entry.grapheme.casefold())
    ]


def _shipped_word(language: str, grapheme: str) -> Word | None:
    key = lexicon.key_of(grapheme)
    found = (word for word in _shipped_words(language) if lexicon.key_of(word.grapheme) == key)
    return next(islice(found, 1), None)


def _found(word: Word, search: str) -> bool:
    wanted = search.casefold()
    return any(wanted in text.casefold() for text in (word.grapheme, word.alias, word.source))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
