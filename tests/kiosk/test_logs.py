"""The log tells what happened, and nobody who did it."""

from __future__ import annotations

import logging
import sys

from kiosk.logs import DiscreetFormatter


def line(message: str, *arguments: object, error: bool = False) -> str:
    record = logging.LogRecord(
        "django.request",
        logging.WARNING,
        __file__,
        1,
        message,
        arguments,
        sys.exc_info() if error else None,
    )
    return DiscreetFormatter().format(record)


def test_query_strings_are_left_out_PRV_3() -> None:
    said = line('"GET %s HTTP/1.1" 200 5', "/api/v1/articles/?q=anxiety&page=2")
    assert "anxiety" not in said
    assert '"GET /api/v1/articles/?- HTTP/1.1" 200 5' in said


def test_addresses_of_visitors_are_left_out_PRV_3() -> None:
    assert "192.0.2.7" not in line("Invalid request from ip=%s: %s", "192.0.2.7", "bad")


def test_query_strings_in_tracebacks_are_left_out() -> None:
    try:
        raise ValueError("cannot serve https://kiosk.example.org/search?name=Ada")
    except ValueError:
        said = line("Internal Server Error: /search", error=True)
    assert "Ada" not in said
    assert "ValueError: cannot serve https://kiosk.example.org/search" in said


def test_what_is_no_address_stays() -> None:
    assert line("Is it well? a=b").endswith("Is it well? a=b")
