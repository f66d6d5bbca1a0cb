"""What holds for every answer: staff pages are not kept, bodies are capped."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory

from kiosk.middleware import BodiesAreCapped, DatabaseMayBeBusy, StaffPagesAreNotKept


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/login/", "/admin/", "/admin", "/admin/no-such-page/"])
def test_no_cache_keeps_a_staff_page(client: Client, path: str) -> None:
    assert client.get(path)["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/desk/preview/1/", False),
        ("/api/v1/staff/revisions/", False),
        ("/api/v1/articles/", True),
        ("/administration/", True),
        ("/", True),
    ],
)
def test_only_what_is_below_the_staff_paths_is_kept_from_caches(path: str, kept: bool) -> None:
    def public(_request: object) -> HttpResponse:
        return HttpResponse(headers={"Cache-Control": "no-cache"})

    answer = StaffPagesAreNotKept(public)(RequestFactory().get(path))
    assert answer["Cache-Control"] == ("no-cache" if kept else "no-store, private")


@pytest.mark.django_db
def test_a_body_over_the_cap_is_refused_before_any_view(client: Client, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = client.post("/admin/login/", b"x" * 1001, content_type="text/plain")
    assert answer.status_code == 413
    assert answer["Content-Type"].startswith("text/plain")
    assert answer["Cache-Control"] == "no-store, private"


def test_a_body_at_the_cap_is_let_through(settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    view = BodiesAreCapped(lambda request: HttpResponse(str(len(request.body))))
    request = RequestFactory().post("/api/v1/staff/", b"x" * 1000, content_type="text/plain")
    assert view(request).content == b"1000"


def test_the_api_refuses_a_large_body_with_a_problem(settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    view = BodiesAreCapped(lambda _request: HttpResponse())
    answer = view(
        RequestFactory().post("/api/v1/staff/articles/", b"x" * 1001, content_type="text/plain")
    )
    assert answer.status_code == 413
    assert answer["Content-Type"] == "application/problem+json"
    assert json.loads(answer.content) == {
        "type": "about:blank",
        "title": "Content Too Large",
        "status": 413,
        "detail": "The request may carry 1000 bytes at most.",
        "rule": "too_large",
        "problems": [],
    }


@pytest.mark.parametrize(
    "headers",
    [{"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}, {"CONTENT_LENGTH": "many"}],
)
def test_a_body_of_unknown_length_is_refused(headers: dict[str, str]) -> None:
    view = BodiesAreCapped(lambda _request: HttpResponse())
    request = RequestFactory().post("/api/v1/staff/articles/", b"x", content_type="text/plain")
    request.META.update(headers)
    assert view(request).status_code == 413


def test_a_request_without_a_body_is_let_through() -> None:
    view = BodiesAreCapped(lambda _request: HttpResponse())
    assert view(RequestFactory().get("/")).status_code == 200


def test_djangos_own_cap_answers_413_too() -> None:
    middleware = BodiesAreCapped(lambda _request: HttpResponse())
    request = RequestFactory().post("/api/v1/staff/articles/")
    answer = middleware.process_exception(request, RequestDataTooBig())
    assert answer is not None
    assert answer.status_code == 413
    assert middleware.process_exception(request, ValueError()) is None


def test_a_database_that_is_busy_or_full_is_said_so_with_503() -> None:
    middleware = DatabaseMayBeBusy(lambda _request: HttpResponse())
    request = RequestFactory().post("/admin/")
    for error, said in (
        ("database is locked", b"try again in a moment"),
        ("database or disk is full", b"The disk is full"),
    ):
        answer = middleware.process_exception(request, OperationalError(error))
        assert answer is not None
        assert answer.status_code == 503
        assert said in answer.content
        assert b"what you typed" in answer.content
    assert middleware.process_exception(request, ValueError()) is None
