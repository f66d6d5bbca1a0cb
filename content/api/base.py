"""What every view of the API shares, and how lists are paged."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpResponseBase
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from content.api.fields import StrictSerializer

Row = TypeVar("Row", bound=Model)


class ApiView(APIView):
    """A view that says how its answers may be kept, and answers OPTIONS without a body."""

    cache_control = "no-store"

    def options(  # type: ignore[override]  # rest framework hands its own request on
        self, request: Request, *args: Any, **kwargs: Any
    ) -> Response:
        """Return the methods in ``Allow``."""
        return Response(status=204)

    def finalize_response(  # type: ignore[override]  # views here answer files, too
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Return the answer with its ``Cache-Control``."""
        answer: HttpResponseBase = super().finalize_response(
            request,
            response,  # type: ignore[arg-type]
            *args,
            **kwargs,
        )
        answer.headers.setdefault("Cache-Control", self.cache_control)
        return answer


class PageNumber(serializers.IntegerField):
    """A whole number from 1, in plain digits."""

    def to_internal_value(self, data: Any) -> int:
        """Return the number; anything but plain digits is refused."""
        if not re.fullmatch(r"[0-9]{1,9}", str(data)):
            self.fail("invalid")
        return super().to_internal_value(data)


class PageQuery(StrictSerializer):
    """The query of a list. Lists with filters add theirs; what is not named here is refused."""

    page = PageNumber(min_value=1, required=False, help_text="Which page, from 1.")
    page_size = PageNumber(
        min_value=1, max_value=100, required=False, help_text="Rows a page; 50 unless told."
    )


class Pages(PageNumberPagination):
    """Pages of at most 100 rows, 50 unless told: ``{count, next, previous, results}``."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 100


def paged(
    view: APIView, request: Request, rows: QuerySet[Row], row: type[serializers.BaseSerializer[Any]]
) -> Response:
    """Return one page of rows. Two queries, whatever the number of rows."""
    pages = Pages()
    try:
        page = pages.paginate_queryset(rows, request, view=view)
    except NotFound:
        raise NotFound("There is no such page.") from None
    return pages.get_paginated_response(row(page, many=True).data)
