"""Reading a request's JSON strictly, within the installation's caps."""

from __future__ import annotations

import json
from typing import IO, Any, NoReturn

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class StrictJSONParser(JSONParser):
    """JSON in UTF-8 as RFC 8259 has it: no ``NaN``, no name twice, no more than is allowed.

    Rest framework's own parser reads past ``DATA_UPLOAD_MAX_MEMORY_SIZE``; reading Django's
    ``body`` keeps it and raises :class:`django.core.exceptions.RequestDataTooBig`.
    """

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Any = None,
    ) -> Any:
        """Return the JSON value; raise :class:`ParseError` where it is not one."""
        body = parser_context["request"]._request.body
        try:
            return json.loads(
                body.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_twice
            )
        except RecursionError:
            raise ParseError("The JSON is nested too deeply.") from None
        except ValueError as error:
            raise ParseError(f"This is not JSON in UTF-8: {error}") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _no_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("an object names a field twice")
    return found
