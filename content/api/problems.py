"""Errors as RFC 9457 problem details: one shape for every way in which a request can fail."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.db import IntegrityError, OperationalError
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from rest_framework import exceptions
from rest_framework.response import Response

from content.actions import Conflict, Invalid, NotPermitted, Refused
from content.triggers import TRIGGERS
from content.triggers.rules import Refusal

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
MAX_PROBLEMS = 5000
"""As many as a list in a request may hold, so that each of its entries can be named."""

STATUS_OF_REFUSED: dict[type[Refused], int] = {NotPermitted: 403, Conflict: 409, Invalid: 400}
DATABASE_RULES = {
    refusal.message: refusal.name for refusal in TRIGGERS if isinstance(refusal, Refusal)
}


UNREADABLE = (400, "parse_error", "The request cannot be read.")
PLAIN: dict[type[Exception], tuple[int, str, str]] = {
    Http404: (404, "not_found", "There is nothing at this address."),
    PermissionDenied: (403, "permission_denied", "You may not do this."),
    # Before SuspiciousOperation, of which it is one.
    RequestDataTooBig: (413, "too_large", "What was sent is larger than this service takes."),
    SuspiciousOperation: UNREADABLE,
    BadRequest: UNREADABLE,
    MultiPartParserError: UNREADABLE,
    UnreadablePostError: UNREADABLE,
}
"""What an exception from Django is answered with: status, rule, detail."""
TITLES = {413: "Content Too Large"}
"""Where RFC 9110 has a newer name than Python 3.11."""


def sayable(text: object) -> str:
    """Return a text that can be written as UTF-8, whatever a client put into it."""
    return str(text).encode("utf-8", "backslashreplace").decode()


def details(status: int, rule: str, detail: object, problems: Sequence[str] = ()) -> dict[str, Any]:
    """Return the members of a problem of RFC 9457, JSON-able.

    ``rule`` is a short, stable name for programs, ``detail`` a sentence for people, ``problems``
    further sentences (or the digests of the clips that were not heard).
    """
    return {
        "type": "about:blank",
        "title": TITLES.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "detail": sayable(detail),
        "rule": rule,
        "problems": [sayable(one) for one in problems[:MAX_PROBLEMS]],
    }


def problem(
    status: int,
    rule: str,
    detail: object,
    problems: Sequence[str] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return an answer in the shape of RFC 9457; see :func:`details`."""
    return Response(
        details(status, rule, detail, problems),
        status=status,
        headers=headers,
        content_type=MEDIA_TYPE,
    )


def handle(error: Exception, context: dict[str, Any]) -> Response:
    """Return the problem for an exception. The handler of every API view; it never gives up."""
    if isinstance(error, Refused):
        status = next(code for kind, code in STATUS_OF_REFUSED.items() if isinstance(error, kind))
        return problem(status, error.rule, error.message, error.problems)
    if isinstance(error, exceptions.ValidationError):
        return problem(
            400,
            "input",
            "What was sent cannot be used as it is.",
            list(_sentences(error.detail)),
        )
    if isinstance(error, exceptions.APIException):
        return _from_rest_framework(error)
    for kind, (status, rule, detail) in PLAIN.items():
        if isinstance(error, kind):
            return problem(status, rule, detail)
    return _from_below(error, context)


def why_no_database(error: OperationalError) -> tuple[str, str]:
    """Return the rule and the sentence for a database that did not take what it was given."""
    if "disk is full" in str(error):
        return "disk_full", "The disk is full, so nothing was changed. Tell the operator."
    return (
        "busy",
        "The database is busy or out of reach. Nothing was changed; try again in a moment.",
    )


def _from_below(error: Exception, context: dict[str, Any]) -> Response:
    """Return the problem for what the database refused or for what nobody foresaw."""
    if isinstance(error, IntegrityError):
        return _from_database(error)
    if isinstance(error, OperationalError):
        logger.error("The database did not answer", exc_info=error)
        return problem(503, *why_no_database(error), headers={"Retry-After": "2"})
    logger.error("Unhandled error in %s", context.get("view"), exc_info=error)
    return problem(500, "error", "Something went wrong here. It is in the log.")


def _from_rest_framework(error: exceptions.APIException) -> Response:
    headers = {}
    if header := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = header
    if (wait := getattr(error, "wait", None)) is not None:
        headers["Retry-After"] = str(int(wait) + 1)
    codes = error.get_codes()
    rule = codes if isinstance(codes, str) else error.default_code
    return problem(error.status_code, rule, error.detail, headers=headers)


def _from_database(error: IntegrityError) -> Response:
    """Return 409: the database kept a rule that the action, or a race, let through."""
    message = str(error)
    if message in DATABASE_RULES:
        return problem(409, DATABASE_RULES[message], f"The database keeps this rule: {message}.")
    logger.warning("The database refused a request: %s", message)
    return problem(
        409, "conflict", "Somebody changed this at the same moment. Read it again and decide again."
    )


def _sentences(detail: Any, where: str = "") -> Iterator[str]:
    """Yield one sentence for each thing that is wrong, with the name of its field."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            own = "" if name == "non_field_errors" else str(name)
            yield from _sentences(inner, ".".join(part for part in (where, own) if part))
    elif isinstance(detail, list):
        for inner in detail:
            yield from _sentences(inner, where)
    else:
        yield f"{where}: {detail}" if where else str(detail)
