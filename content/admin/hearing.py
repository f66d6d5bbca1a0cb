"""A word at once: spoken by the engine's own path for who is about to say how it is said.

Nothing of it is stored: what reviewers approve is spoken again, and heard by them.
"""

from __future__ import annotations

import base64
from threading import BoundedSemaphore

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from content import lexicon
from content.actions.lexicon import tracer
from content.speech import pronunciation
from content.speech.engine import Engine, EngineUnavailable, SpeechError
from content.speech.pronunciation import Unfit
from content.speech.rules import Entry
from content.speech.spoken_form import SpokenForm, spoken_form
from content.voices import voice_for

AT_ONCE = BoundedSemaphore(2)
"""How many words a server process speaks at the same time; more are asked to wait."""


def hear(request: HttpRequest) -> HttpResponse:
    """Answer with JSON: ``phonemes``, and ``sound`` (WAV in base64); with ``file``, with the WAV.

    POST: ``language``, ``grapheme``, and ``alias`` or ``phonemes``. With neither, or ``own``, it is
    the engine's own attempt. 400 with ``why`` (a sentence) where that may not be said, 503 while the voice is
    busy or does not answer. Sizes are those of an entry, so nobody can have a text read out.
    """
    language = request.POST.get("language", "")
    grapheme = lexicon.tidy(request.POST.get("grapheme", ""))
    alias = lexicon.tidy(request.POST.get("alias", ""))
    phonemes = " ".join(request.POST.get("phonemes", "").split())
    if "own" in request.POST:
        alias = phonemes = ""
    if not AT_ONCE.acquire(blocking=False):
        return _why("The voice is busy. Try again in a moment.", "", 503)
    try:
        if language not in settings.PLAINVOICE_LANGUAGES:
            raise Unfit("language", "This kiosk does not offer that language.")
        pronunciation.check_word(grapheme, language)
        with tracer(language) as engine:
            form = _form(grapheme, alias, phonemes, language, engine)
            (traced,) = engine.phonemes([form.engine_text])
            site = voice_for(language)
            if site == engine.voice:
                sound = engine.speak(form)
            else:
                with Engine(site, workers=1) as other:
                    sound = other.speak(form)
    except (Unfit, SpeechError) as error:
        return _why(str(error), getattr(error, "field", ""), 400)
    except EngineUnavailable:
        return _why("The voice does not answer. Try again.", "", 503)
    finally:
        AT_ONCE.release()
    if "file" in request.POST:
        return HttpResponse(sound.wav, content_type="audio/wav")
    return JsonResponse({"phonemes": traced, "sound": base64.b64encode(sound.wav).decode()})


def _form(grapheme: str, alias: str, phonemes: str, language: str, engine: Engine) -> SpokenForm:
    """Return the spoken form of a word; raise :class:`Unfit` where it may not be said so."""
    if alias and phonemes:
        raise Unfit("alias", "Give either what the word sounds like or its phonemes, not both.")
    if alias and alias.casefold() != grapheme.casefold():
        pronunciation.check_alias(alias, language, engine.phonemes)
    if phonemes:
        pronunciation.check_phonemes(phonemes, grapheme, language, engine.phonemes)
    said = Entry(grapheme, alias="" if phonemes else alias or grapheme, phonemes=phonemes)
    return spoken_form(grapheme, language, (said,))


def _why(sentence: str, field: str, status: int) -> HttpResponse:
    return JsonResponse({"why": sentence, "field": field}, status=status)
