"""What holds for every answer, whichever view gave it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from content.api import problems

logger = logging.getLogger(__name__)

STAFF_PATHS = ("/admin", "/desk", "/api/v1/staff", "/device", "/selfcheck")

Answer = Callable[[HttpRequest], HttpResponseBase]


class StaffPagesAreNotKept:
    """Tells every cache, the browser's own too, to keep nothing of the staff's pages.

    Stands before all others, so that refusals and redirections are not kept either.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with ``Cache-Control: no-store, private`` below the staff's paths."""
        response = self.get_response(request)
        path = request.path_info
        if any(path == staff or path.startswith(f"{staff}/") for staff in STAFF_PATHS):
            response["Cache-Control"] = "no-store, private"
        return response


class NoSenses:
    """Has the browser refuse every page a camera, a microphone and the like (SPK-14, PRV-5)."""

    off = ", ".join(
        f"{sense}=()"
        for sense in ("camera", "microphone", "geolocation", "accelerometer", "gyroscope")
    )

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with ``Permissions-Policy``."""
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", self.off)
        return response


class BodiesAreCapped:
    """Refuses, before anything reads it, a body that is too large or does not say how large it is.

    The cap is ``DATA_UPLOAD_MAX_MEMORY_SIZE`` bytes for the whole body, but for the addresses of
    ``PLAINVOICE_LARGER_BODIES``. Django's own cap counts neither files nor what the API's parsers
    read.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 413 in place of the view when the body is over the cap or of unknown length."""
        cap = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        # Only for who brings a session: nobody else may bring anything in.
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            larger = settings.PLAINVOICE_LARGER_BODIES.items()
            cap = next(
                (most for path, most in larger if re.fullmatch(path, request.path_info)), cap
            )
        length = request.META.get("CONTENT_LENGTH") or "0"
        if request.META.get("HTTP_TRANSFER_ENCODING"):
            return _too_large(request, "The request must say its Content-Length.")
        if not (length.isascii() and length.isdigit()):
            return _too_large(request, "The request's Content-Length is not a number.")
        if cap is not None and int(length) > cap:
            return _too_large(request, f"The request may carry {cap} bytes at most.")
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """Answer 413, not 400, when a view met Django's own cap."""
        if isinstance(exception, RequestDataTooBig):
            return _too_large(request, "The request carries too much.")
        return None


class DatabaseMayBeBusy:
    """Answers 503 with what to do, not 500, where the database is locked, full or out of reach."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """Answer 503. The API has a handler of its own, which says the same as a problem."""
        if not isinstance(exception, OperationalError):
            return None
        logger.error("The database did not answer", exc_info=exception)
        _, said = problems.why_no_database(exception)
        answer = HttpResponse(
            f"{said} Your browser's way back leads to what you typed.",
            status=503,
            content_type="text/plain; charset=utf-8",
        )
        answer["Retry-After"] = "2"
        return answer


def _too_large(request: HttpRequest, detail: str) -> HttpResponse:
    """Return the refusal: an RFC 9457 problem to programs, plain text to people."""
    if request.path_info.startswith("/api/"):
        return JsonResponse(
            problems.details(413, "too_large", detail), status=413, content_type=problems.MEDIA_TYPE
        )
    return HttpResponse(detail, status=413, content_type="text/plain; charset=utf-8")
